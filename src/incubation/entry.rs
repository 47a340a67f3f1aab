//! An incubation that began before the base was kept here: entered with its dates, as a form or a register names
//! them, instead of step by step.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Action, ExitCause, Mode, Stage, StageChange, Term};
use crate::code::coded;
use crate::organisation::{DateFault, date_text, text::key};

/// Where an entered incubation stands today, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnteredAs {
    Incubating,
    Rectifying { since: NaiveDate },
    Suspended { since: NaiveDate },
    Hatched { on: NaiveDate },
    Exited { on: NaiveDate, cause: ExitCause },
}

/// An incubation as it is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub mode: Mode,
    /// The day of the signed agreement.
    pub admitted_on: NaiveDate,
    pub term: Term,
    pub stands: EnteredAs,
}

/// One step that has been taken; the first has no action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub action: Option<Action>,
    pub change: StageChange,
}

impl Entry {
    /// The stages that an entry can name, in the order of a form.
    pub const STAGES: [Stage; 5] =
        [Stage::Incubating, Stage::Rectifying, Stage::Suspended, Stage::Hatched, Stage::Exited];

    /// Admitted on a day and nurtured since, for the default term.
    pub fn incubating(mode: Mode, admitted_on: NaiveDate) -> Self {
        Self { mode, admitted_on, term: Term::default(), stands: EnteredAs::Incubating }
    }

    /// The history that the entry stands for: from the admission on, by the table of transitions.
    pub fn steps(&self) -> Vec<Step> {
        let later: Vec<(Action, NaiveDate)> = match self.stands {
            EnteredAs::Incubating => vec![],
            EnteredAs::Rectifying { since } => vec![(Action::Rectify, since)],
            EnteredAs::Suspended { since } => vec![(Action::Suspend, since)],
            EnteredAs::Hatched { on } => vec![(Action::OpenExitReview, on), (Action::Hatch, on)],
            EnteredAs::Exited { on, cause } => vec![(Action::Exit(cause), on)],
        };
        let first = StageChange { from: None, to: Stage::Incubating, on: self.admitted_on };
        let mut steps = vec![Step { action: None, change: first }];
        let mut stage = first.to;
        for (action, on) in later {
            let Some(to) = stage.leads_by(action) else { continue };
            steps.push(Step { action: Some(action), change: StageChange { from: Some(stage), to, on } });
            stage = to;
        }
        steps
    }

    /// The entry that the text says; `None` where every field is empty.
    ///
    /// `today` is the base's day: no date lies after it.
    pub fn judge(text: &EntryText, today: NaiveDate) -> Result<Option<Self>, Vec<EntryProblem>> {
        let all = [&text.admitted_on, &text.mode, &text.stage, &text.since, &text.cause];
        if all.iter().all(|text| key(text).is_empty()) {
            return Ok(None);
        }
        let mut problems = Vec::new();
        let admitted_on = day(EntryField::AdmittedOn, &text.admitted_on, today, &mut problems);
        let mode = Mode::from_words(&text.mode);
        if mode.is_none() {
            problems.push(EntryField::Mode.at(EntryFault::Choose));
        }
        let stage = if key(&text.stage).is_empty() { Some(Stage::Incubating) } else { Stage::from_code(&text.stage) };
        let term = match key(&text.term).as_str() {
            "" => Some(Term::default()),
            months => months.parse().ok().and_then(|months| Term::new(months).ok()),
        };
        if term.is_none() {
            problems.push(EntryField::Term.at(EntryFault::TermOutOfBounds));
        }
        let since = match stage {
            Some(Stage::Incubating) | None => admitted_on,
            Some(_) => day(EntryField::Since, &text.since, today, &mut problems),
        };
        if let (Some(admitted_on), Some(since)) = (admitted_on, since)
            && since < admitted_on
        {
            problems.push(EntryField::Since.at(EntryFault::BeforeAdmission));
        }
        let cause = ExitCause::from_code(&text.cause);
        let stands = match (stage, since) {
            (Some(Stage::Incubating), _) => Some(EnteredAs::Incubating),
            (Some(Stage::Rectifying), Some(since)) => Some(EnteredAs::Rectifying { since }),
            (Some(Stage::Suspended), Some(since)) => Some(EnteredAs::Suspended { since }),
            (Some(Stage::Hatched), Some(on)) => Some(EnteredAs::Hatched { on }),
            (Some(Stage::Exited), since) => {
                if cause.is_none() {
                    problems.push(EntryField::Cause.at(EntryFault::Choose));
                }
                since.zip(cause).map(|(on, cause)| EnteredAs::Exited { on, cause })
            }
            (Some(Stage::Rectifying | Stage::Suspended | Stage::Hatched), None) => None,
            _ => {
                problems.push(EntryField::Stage.at(EntryFault::Choose));
                None
            }
        };
        match (admitted_on, mode, term, stands) {
            (Some(admitted_on), Some(mode), Some(term), Some(stands)) if problems.is_empty() => {
                Ok(Some(Self { mode, admitted_on, term, stands }))
            }
            _ => {
                problems.sort_by_key(|problem| problem.field);
                Err(problems)
            }
        }
    }
}

fn day(field: EntryField, text: &str, today: NaiveDate, problems: &mut Vec<EntryProblem>) -> Option<NaiveDate> {
    let fault = match date_text::read(text) {
        _ if key(text).is_empty() => EntryFault::Required,
        Ok(day) if day > today => EntryFault::InFuture,
        Ok(day) => return Some(day),
        Err(fault) => EntryFault::Date(fault),
    };
    problems.push(field.at(fault));
    None
}

/// An entry as typed; an empty text is an empty field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EntryText {
    pub admitted_on: String,
    pub mode: String,
    /// One of [`Entry::STAGES`]; empty for incubating.
    pub stage: String,
    /// Since when it stands there, where that is not the admission.
    pub since: String,
    /// Why it exited.
    pub cause: String,
    /// In months; empty for the default.
    pub term: String,
}

coded! {
    /// A field of an entry.
    pub enum EntryField {
        AdmittedOn = "admitted_on",
        Mode = "mode",
        Stage = "stage",
        Since = "since",
        Cause = "cause",
        Term = "term",
    }
}

impl EntryField {
    fn at(self, fault: EntryFault) -> EntryProblem {
        EntryProblem { field: self, fault }
    }
}

/// What is wrong with a field of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EntryFault {
    #[error("is required")]
    Required,
    #[error("is none of the choices")]
    Choose,
    #[error(transparent)]
    Date(DateFault),
    #[error("lies in the future")]
    InFuture,
    #[error("lies before the admission")]
    BeforeAdmission,
    #[error("is not {} to {} months", Term::SHORTEST, Term::LONGEST)]
    TermOutOfBounds,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{field} {fault}")]
pub struct EntryProblem {
    pub field: EntryField,
    pub fault: EntryFault,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incubation::Timeline;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn text(stage: &str, since: &str, cause: &str) -> EntryText {
        EntryText {
            admitted_on: "2025-08-01".into(),
            mode: "壳内".into(),
            stage: stage.into(),
            since: since.into(),
            cause: cause.into(),
            term: String::new(),
        }
    }

    #[test]
    fn every_entry_is_a_history_that_hangs_together() {
        for (stage, since, cause) in [
            ("", "", ""),
            ("rectifying", "2025-10-01", ""),
            ("suspended", "2025-10-01", ""),
            ("hatched", "2025-12-31", ""),
            ("exited", "2025-12-31", "dissolved"),
        ] {
            let entry = Entry::judge(&text(stage, since, cause), day("2026-01-05")).unwrap().unwrap();
            let changes: Vec<StageChange> = entry.steps().iter().map(|step| step.change).collect();
            assert!(Timeline::of([&changes[..]]).is_ok(), "{stage}");
            let reached = changes.last().unwrap().to;
            assert_eq!(reached.code(), if stage.is_empty() { "incubating" } else { stage });
        }
    }

    #[test]
    fn an_entry_without_a_word_is_none_and_half_an_entry_is_refused() {
        let today = day("2026-01-05");
        assert_eq!(Entry::judge(&EntryText::default(), today), Ok(None));
        let fields = |text: &EntryText| -> Vec<EntryField> {
            Entry::judge(text, today).unwrap_err().into_iter().map(|problem| problem.field).collect()
        };
        assert_eq!(fields(&EntryText { mode: "壳内".into(), ..EntryText::default() }), [EntryField::AdmittedOn]);
        assert_eq!(fields(&text("hatched", "2025-07-31", "")), [EntryField::Since]);
        assert_eq!(fields(&text("exited", "2025-12-31", "")), [EntryField::Cause]);
        assert_eq!(fields(&text("tracked", "2025-12-31", "")), [EntryField::Stage]);
        assert_eq!(fields(&EntryText { term: "36".into(), ..text("", "", "") }), [EntryField::Term]);
        assert_eq!(
            fields(&EntryText { admitted_on: "2026-01-06".into(), ..text("", "", "") }),
            [EntryField::AdmittedOn]
        );
    }
}
