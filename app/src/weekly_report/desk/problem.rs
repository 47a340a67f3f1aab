//! What the rules of the weekly rhythm refuse, as the person who asked is told it.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;
use hatchboard::weekly_report::{ReopeningFault, Report, store::WeeklyReportError};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

/// An error for the person who asked; what is wrong with words stands at the field `reason`.
pub(crate) fn told(error: WeeklyReportError, language: Language) -> AppError {
    match error {
        WeeklyReportError::NotFound => AppError::NotFound,
        WeeklyReportError::OwnSubject => AppError::Forbidden,
        WeeklyReportError::NotAsked(_) | WeeklyReportError::NotYet => AppError::Refused(Refusal::WeekNotAsked),
        WeeklyReportError::NotOpen(_) => AppError::Refused(Refusal::AlreadyReviewed),
        WeeklyReportError::NoUse
        | WeeklyReportError::Step(_)
        | WeeklyReportError::OutOfReopening(_)
        | WeeklyReportError::Invalid(_) => AppError::Refused(Refusal::NotNow),
        WeeklyReportError::ReasonMissing | WeeklyReportError::Reopening(ReopeningFault::ReasonMissing) => {
            one("reason", words::reason_required(language))
        }
        WeeklyReportError::TooLong => one("reason", &words::too_long(language, Report::LONGEST_TEXT)),
        WeeklyReportError::Reopening(ReopeningFault::NothingInScope) => one("scope", words::scope_required(language)),
        WeeklyReportError::Reopening(ReopeningFault::EndNotAhead) | WeeklyReportError::EndNotAhead => {
            one("until", words::until_past(language))
        }
        WeeklyReportError::Store(error) => error.into(),
    }
}

/// One field and what is wrong with it.
pub(super) fn one(field: &str, words: &str) -> AppError {
    AppError::Invalid(vec![said(field, words)])
}

pub(super) fn said(field: &str, words: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), words: words.to_owned() }
}

/// A moment as browsers send it (`2026-04-09T18:00`) or as people write it, in the zone of the base.
pub(crate) fn moment(typed: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let typed = typed.trim().replace('T', " ");
    let local = ["%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(&typed, format).ok())?;
    zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
}

/// As a field of the kind `datetime-local` holds it.
pub(super) fn moment_typed(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ZONE: Tz = chrono_tz::Asia::Shanghai;

    #[test]
    fn a_moment_is_read_as_browsers_and_people_write_it() {
        let evening = "2026-04-09T10:00:00Z".parse().unwrap();
        for typed in ["2026-04-09T18:00", " 2026-04-09 18:00 ", "2026-04-09T18:00:00"] {
            assert_eq!(moment(typed, ZONE), Some(evening), "{typed}");
        }
        for typed in ["", "2026-04-09", "tomorrow", "2026-02-30 18:00"] {
            assert_eq!(moment(typed, ZONE), None, "{typed}");
        }
    }

    #[test]
    fn a_moment_that_is_shown_is_read_back_the_same() {
        let at = "2026-04-09T10:30:00Z".parse().unwrap();
        assert_eq!(moment(&moment_typed(at, ZONE), ZONE), Some(at));
    }
}
