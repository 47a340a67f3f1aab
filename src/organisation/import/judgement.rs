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
mod tests {
    use super::*;
    use crate::organisation::{Fault, Problem};

    const CODE: &str = "52430200MJ68291Q2Q";
    const ID: Uuid = Uuid::from_u128(7);

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, 5).unwrap()
    }

    fn row(number: u32, fields: &[(Field, &str)]) -> ImportRow {
        let mut row = ImportRow { row: number, sheet: "花名册".into(), ..ImportRow::default() };
        for (field, text) in fields {
            *row.text.get_mut(*field) = (*text).to_owned();
        }
        row
    }

    fn filed(number: u32, name: &str) -> ImportRow {
        row(number, &[(Field::Name, name), (Field::Kind, "社区社会组织"), (Field::Standing, "备案")])
    }

    fn known(fields: &[(Field, &str)]) -> Known {
        let profile = judge_profile(&row(0, fields).text, today()).unwrap();
        Known::from_iter([(ID, profile)])
    }

    fn change_of(judged: &JudgedRow) -> &Change {
        match &judged.outcome {
            Outcome::Accepted(accepted) => &accepted.change,
            Outcome::Rejected(reasons) => panic!("refused: {reasons:?}"),
        }
    }

    fn reasons_of(judged: &JudgedRow) -> &[Reason] {
        match &judged.outcome {
            Outcome::Accepted(accepted) => panic!("accepted: {accepted:?}"),
            Outcome::Rejected(reasons) => reasons,
        }
    }

    #[test]
    fn a_known_code_updates_and_an_empty_cell_erases_nothing() {
        let known = known(&[
            (Field::Name, "和风中心"),
            (Field::Code, CODE),
            (Field::Address, "泰山路21号"),
            (Field::Grade, "3A"),
        ]);
        let rows = [row(2, &[(Field::Name, "和风调解中心"), (Field::Code, CODE), (Field::Grade, "4A")])];
        let judged = judge(&rows, &known, today());
        let difference = |field, before: &str, after: &str| FieldDifference {
            field,
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let differences =
            vec![difference(Field::Name, "和风中心", "和风调解中心"), difference(Field::Grade, "3a", "4a")];
        assert_eq!(change_of(&judged[0]), &Change::Updates { organisation: ID, differences });
        let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
        assert_eq!(accepted.profile.address, "泰山路21号");
    }

    #[test]
    fn importing_what_is_known_changes_nothing() {
        let fields = [(Field::Name, "和风中心"), (Field::Code, CODE), (Field::FoundedOn, "2022-08-15")];
        let judged = judge(&[row(2, &fields)], &known(&fields), today());
        assert_eq!(change_of(&judged[0]), &Change::Unchanged { organisation: ID });
    }

    #[test]
    fn a_filed_organisation_is_known_by_its_name_and_may_be_registered_since() {
        let known =
            known(&[(Field::Name, "知行（社区）促进会"), (Field::Kind, "社区社会组织"), (Field::Standing, "备案")]);
        let again = judge(&[filed(2, "知行(社区) 促进会")], &known, today());
        assert!(matches!(change_of(&again[0]), Change::Updates { differences, .. } if differences.len() == 1));

        let registered = [row(2, &[(Field::Name, "知行（社区）促进会"), (Field::Code, "51430225MJ32774P4F")])];
        let judged = judge(&registered, &known, today());
        let Change::Updates { differences, .. } = change_of(&judged[0]) else { panic!() };
        let fields: Vec<Field> = differences.iter().map(|difference| difference.field).collect();
        assert_eq!(fields, [Field::Code, Field::Standing]);
    }

    #[test]
    fn one_organisation_stands_once_in_a_file() {
        let code = |number, name| row(number, &[(Field::Name, name), (Field::Code, CODE)]);
        let rows = [
            filed(2, "邻里互助队"),
            filed(3, "邻里 互助队"),
            code(4, "和风中心"),
            code(5, "别名中心"),
            filed(6, "和风中心"),
            row(7, &[(Field::Name, "和风中心"), (Field::Code, "51430225MJ32774P4F")]),
        ];
        let judged = judge(&rows, &Known::default(), today());
        let sheet = || "花名册".to_owned();
        assert_eq!(reasons_of(&judged[1]), [Reason::NameTwice { sheet: sheet(), row: 2 }]);
        assert_eq!(reasons_of(&judged[3]), [Reason::CodeTwice { sheet: sheet(), row: 4 }]);
        assert_eq!(reasons_of(&judged[4]), [Reason::NameTwice { sheet: sheet(), row: 4 }]);
        assert_eq!(change_of(&judged[5]), &Change::New, "two codes tell two of one name apart");
    }

    #[test]
    fn a_refused_row_claims_nothing() {
        let mut wrong = filed(2, "邻里互助队");
        wrong.text.contact_phone = "12".into();
        let judged = judge(&[wrong, filed(3, "邻里互助队")], &Known::default(), today());
        assert_eq!(change_of(&judged[1]), &Change::New);
    }

    #[test]
    fn a_row_without_a_code_is_about_the_only_one_of_its_name_whose_code_is_kept() {
        let code: CreditCode = CODE.parse().unwrap();
        let known = known(&[(Field::Name, "和风中心"), (Field::Code, CODE)]);
        let judged = judge(&[filed(2, "和风中心")], &known, today());
        assert!(matches!(change_of(&judged[0]), Change::Updates { organisation: ID, .. }));
        assert_eq!(judged[0].warnings[0], ImportWarning::CodeKept(code));
        let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
        assert_eq!(accepted.profile.code, Some(code));

        let mut registered = filed(2, "和风中心");
        registered.text.standing = "登记".into();
        let fault = Problem { field: Field::Code, fault: Fault::CodeNeeded };
        assert_eq!(reasons_of(&judge(&[registered], &known, today())[0]), [Reason::Profile(fault)]);
    }

    #[test]
    fn a_name_that_is_known_twice_tells_nobody_apart() {
        let profile = |code: &str| {
            judge_profile(&row(0, &[(Field::Name, "和风中心"), (Field::Code, code)]).text, today()).unwrap()
        };
        let known = Known::from_iter([(ID, profile(CODE)), (Uuid::from_u128(8), profile("51430225MJ32774P4F"))]);
        let judged = judge(&[filed(2, "和风中心")], &known, today());
        assert_eq!(reasons_of(&judged[0]), [Reason::KnownMoreThanOnce]);
    }

    #[test]
    fn a_namesake_with_another_code_is_another() {
        let known = known(&[(Field::Name, "和风中心"), (Field::Code, CODE)]);
        let other = [row(2, &[(Field::Name, "和风中心"), (Field::Code, "51430225MJ32774P4F")])];
        let judged = judge(&other, &known, today());
        assert_eq!(change_of(&judged[0]), &Change::New);
        assert_eq!(judged[0].warnings, [ImportWarning::NameKnownWithOtherCode(CODE.parse().unwrap())]);
    }

    #[test]
    fn admission_and_mode_are_judged_beside_the_profile() {
        let mut right = filed(2, "邻里互助队");
        (right.admitted_on, right.mode) = ("2025年8月1日".into(), "壳外".into());
        let mut wrong = filed(3, "志愿服务队");
        (wrong.admitted_on, wrong.mode) = ("2025年8月".into(), "云端".into());
        let judged = judge(&[right, wrong], &Known::default(), today());
        let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!() };
        assert_eq!(accepted.mode, Some(Mode::OutOfShell));
        assert_eq!(accepted.admitted_on, NaiveDate::from_ymd_opt(2025, 8, 1));
        let reasons = [Reason::AdmittedOn(crate::organisation::DateFault::DayMissing), Reason::UnknownMode];
        assert_eq!(reasons_of(&judged[1]), reasons);
    }
}
