//! The judgement of a register's rows, each by the rule of a profile and all of them together.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Accepted, Change, FieldDifference, ImportRow, ImportWarning, JudgedRow, Outcome, Reason};
use crate::incubation::Mode;
use crate::organisation::{
    CreditCode, Field, Profile, ProfileText, Standing, date_text,
    profile::judge as judge_profile,
    text::{key, normalise},
};

/// The organisations that the base knows already, found by code or by name.
#[derive(Debug, Clone, Default)]
pub struct Known {
    organisations: Vec<(Uuid, Profile)>,
    by_code: BTreeMap<CreditCode, usize>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl FromIterator<(Uuid, Profile)> for Known {
    fn from_iter<I: IntoIterator<Item = (Uuid, Profile)>>(organisations: I) -> Self {
        let mut known = Self::default();
        for (at, (id, profile)) in organisations.into_iter().enumerate() {
            if let Some(code) = profile.code {
                known.by_code.insert(code, at);
            }
            known.by_name.entry(key(&profile.name)).or_default().push(at);
            known.organisations.push((id, profile));
        }
        known
    }
}

/// Which known organisation a row is about.
enum Match<'k> {
    /// None of them.
    New,
    One(&'k (Uuid, Profile)),
    /// The name is that of several, and nothing tells them apart.
    Several,
}

impl<'k> Match<'k> {
    fn only(mut some: impl Iterator<Item = &'k (Uuid, Profile)>) -> Self {
        match (some.next(), some.next()) {
            (None, _) => Self::New,
            (Some(one), None) => Self::One(one),
            (Some(_), Some(_)) => Self::Several,
        }
    }
}

impl Known {
    /// A code decides; without it, a name that is known once does. A row that calls itself registered and
    /// lacks its code is at fault whoever it is about, and matches only what is known without a code.
    fn find(&self, text: &ProfileText, code: Option<CreditCode>) -> Match<'_> {
        let namesakes = self.by_name.get(&key(&text.name)).map_or(&[][..], Vec::as_slice);
        let namesakes = || namesakes.iter().map(|at| &self.organisations[*at]);
        match code {
            Some(code) => match self.by_code.get(&code) {
                Some(at) => Match::One(&self.organisations[*at]),
                None => match Match::only(namesakes().filter(|(_, known)| known.code.is_none())) {
                    Match::Several => Match::New,
                    found => found,
                },
            },
            None if !key(&text.code).is_empty() => Match::New,
            None if Standing::from_words(&text.standing) == Some(Standing::Registered) => {
                Match::only(namesakes().filter(|(_, known)| known.code.is_none()))
            }
            None => Match::only(namesakes()),
        }
    }

    /// A code that is known under this name and is not `code`.
    fn code_of_namesake(&self, name: &str, code: Option<CreditCode>) -> Option<CreditCode> {
        let namesakes = self.by_name.get(&key(name))?;
        namesakes.iter().filter_map(|at| self.organisations[*at].1.code).find(|known| Some(*known) != code)
    }
}

/// Judges the rows of one workbook in their order against what is `known`; nothing is changed.
///
/// A known code makes an update, and so does, in a row without a code, a name that is known once; a cell that is empty or
/// a column that is missing leaves the known text as it is, the code with it. An organisation that was known without a
/// code may so receive it.
/// Of two rows with the same code (or name, unless both have codes), the second is refused; a refused row claims
/// neither. `today` is the base's day.
pub fn judge(rows: &[ImportRow], known: &Known, today: NaiveDate) -> Vec<JudgedRow> {
    let mut above = Above::default();
    rows.iter()
        .map(|row| {
            let judged = judge_row(row, known, &above, today);
            if let Outcome::Accepted(accepted) = &judged.outcome {
                above.claim(row, &accepted.profile);
            }
            judged
        })
        .collect()
}

/// The accepted rows above, by what identifies them.
#[derive(Default)]
struct Above {
    codes: BTreeMap<CreditCode, (String, u32)>,
    /// With whether the row had a code.
    names: BTreeMap<String, (String, u32, bool)>,
}

impl Above {
    fn claim(&mut self, row: &ImportRow, profile: &Profile) {
        if let Some(code) = profile.code {
            self.codes.insert(code, (row.sheet.to_string(), row.row));
        }
        let claim = (row.sheet.to_string(), row.row, profile.code.is_some());
        let first = self.names.entry(key(&profile.name)).or_insert_with(|| claim.clone());
        if !claim.2 {
            *first = claim;
        }
    }

    fn repeats(&self, name: &str, code: Option<CreditCode>) -> Option<Reason> {
        if let Some((sheet, row)) = code.and_then(|code| self.codes.get(&code)) {
            return Some(Reason::CodeTwice { sheet: sheet.clone(), row: *row });
        }
        let (sheet, row, with_code) = self.names.get(&key(name))?;
        let told_apart = *with_code && code.is_some();
        (!told_apart).then(|| Reason::NameTwice { sheet: sheet.clone(), row: *row })
    }
}

fn judge_row(row: &ImportRow, known: &Known, above: &Above, today: NaiveDate) -> JudgedRow {
    let name = normalise(&row.text.name);
    let code: Option<CreditCode> = row.text.code.parse().ok();
    let found = known.find(&row.text, code);
    let existing = match found {
        Match::One(known) => Some(known),
        Match::New | Match::Several => None,
    };
    let mut reasons: Vec<Reason> = row.broken.iter().cloned().map(Reason::BrokenCell).collect();
    let profile = match judge_profile(&completed(&row.text, existing.map(|(_, profile)| profile)), today) {
        Ok(profile) => Some(profile),
        Err(problems) => {
            reasons.extend(problems.into_iter().map(Reason::Profile));
            None
        }
    };
    if !name.is_empty() {
        reasons.extend(above.repeats(&name, code));
    }
    if matches!(found, Match::Several) {
        reasons.push(Reason::KnownMoreThanOnce);
    }
    let admitted_on = optional(&row.admitted_on, date_text::read, Reason::AdmittedOn, &mut reasons);
    let mode_of = |words: &str| Mode::from_words(words).ok_or(());
    let mode = optional(&row.mode, mode_of, |()| Reason::UnknownMode, &mut reasons);

    let mut warnings = Vec::new();
    let outcome = match profile {
        Some(profile) if reasons.is_empty() => {
            warnings.extend(profile.warnings().into_iter().map(ImportWarning::Profile));
            match (existing, code) {
                (None, Some(_)) => {
                    let of_namesake = known.code_of_namesake(&name, code);
                    warnings.extend(of_namesake.map(ImportWarning::NameKnownWithOtherCode));
                }
                (Some((_, known)), None) => warnings.extend(known.code.map(ImportWarning::CodeKept)),
                _ => {}
            }
            if admitted_on < profile.founded_on && admitted_on.is_some() {
                warnings.push(ImportWarning::AdmittedBeforeFounded);
            }
            let change = change(existing, &profile);
            Outcome::Accepted(Box::new(Accepted { profile, change, admitted_on, mode }))
        }
        _ => Outcome::Rejected(reasons),
    };
    JudgedRow { sheet: row.sheet.clone(), row: row.row, name, outcome, warnings }
}

/// The row's text, with the known one where the row has none.
fn completed(text: &ProfileText, known: Option<&Profile>) -> ProfileText {
    let mut completed = text.clone();
    let Some(known) = known else { return completed };
    let known_text = known.to_text();
    for &field in Field::ALL {
        if key(text.get(field)).is_empty() {
            known_text.get(field).clone_into(completed.get_mut(field));
        }
    }
    // A filed organisation whose row brings its first code has been registered since, unless the row says otherwise.
    if known.code.is_none() && !key(&text.code).is_empty() && key(&text.standing).is_empty() {
        Standing::Registered.code().clone_into(&mut completed.standing);
    }
    completed
}

fn change(existing: Option<&(Uuid, Profile)>, profile: &Profile) -> Change {
    let Some((organisation, known)) = existing else { return Change::New };
    let (before, after) = (known.to_text(), profile.to_text());
    let differences: Vec<FieldDifference> = Field::ALL
        .iter()
        .filter(|&&field| before.get(field) != after.get(field))
        .map(|&field| FieldDifference {
            field,
            before: before.get(field).to_owned(),
            after: after.get(field).to_owned(),
        })
        .collect();
    if differences.is_empty() {
        Change::Unchanged { organisation: *organisation }
    } else {
        Change::Updates { organisation: *organisation, differences }
    }
}

fn optional<T, E>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
    reason: impl FnOnce(E) -> Reason,
    reasons: &mut Vec<Reason>,
) -> Option<T> {
    if key(text).is_empty() {
        return None;
    }
    read(text).map_err(|error| reasons.push(reason(error))).ok()
}

#[cfg(test)]
mod tests;
