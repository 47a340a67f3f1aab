//! What the forms of exceptions call.

use hatchboard::{
    period::{Month, Week},
    store::Intent,
    weekly_report::store::{
        Reviewer,
        exception::{self, NewException, Periods, Relief, Whom},
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    api::{Desk, SaidTyped, id},
    problem::{said, told},
    relief::ReliefTyped,
    words,
};
use crate::{error::AppError, form::answer, request::Request};

/// An exception to months' plans instead of weeks' reports.
pub(super) const OF_PLANS: &str = "plan";
/// The most weeks, or months, that an exception is given for at once.
const MOST_WEEKS: i64 = 12;

/// What the form of an exception shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ExceptionTyped {
    /// [`OF_PLANS`], or a week's report.
    pub(crate) filing: String,
    pub(crate) whom: String,
    pub(crate) organisations: Vec<String>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) relief: ReliefTyped,
}

#[server(endpoint = "weekly_report/except")]
pub(crate) async fn give_exception(
    base: String,
    #[server(default)] filing: String,
    #[server(flatten)] relief: ReliefTyped,
    #[server(default)] whom: String,
    #[server(default)] organisations: Vec<String>,
    #[server(default)] from: String,
    #[server(default)] to: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ExceptionTyped { filing, whom, organisations, from, to, relief };
    let outcome = async {
        let of = request.base(&base).await?;
        let reviewer = Reviewer::from(&request.asker()?.manager(of.id)?);
        let new = typed.read(&request, of.zone)?;
        let done = if new.relief == Relief::Excuse { "excused" } else { "extended" };
        let intent = Intent::new("weekly_report.except", key, &(of.id, &typed));
        let given = exception::give(&request.store, &reviewer, &new, intent).await;
        let given = given.map_err(|error| told(error, request.language))?;
        let done = if given.given > 0 { format!("done={done}&") } else { String::new() };
        Ok(format!("/b/{base}/exceptions?{done}given={}&left={}", given.given, given.left_out))
    };
    let outcome = outcome.await;
    answer("exception", &typed, outcome).await
}

#[server(endpoint = "weekly_report/revoke_exception")]
pub(crate) async fn revoke_exception(
    base: String,
    #[server(default)] of: String,
    exception: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { reason };
    let outcome = async {
        let Desk { reviewer, .. } = Desk::find(&request, &base, &of).await?;
        let id = id(&exception)?;
        let intent = Intent::new("weekly_report.revoke_exception", key, &(id, &typed));
        let revoked = exception::revoke(&request.store, &reviewer, id, typed.reason.trim(), intent).await;
        revoked.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/exceptions?done=revoked"))
    };
    let outcome = outcome.await;
    answer("revoke", &typed, outcome).await
}

impl ExceptionTyped {
    /// The exception that the fields describe, or everything that is wrong with them.
    fn read(&self, request: &Request, zone: chrono_tz::Tz) -> Result<NewException, AppError> {
        let language = request.language;
        let mut problems = Vec::new();
        let relief = self.relief.read(language, zone, &mut problems);
        let mut wrong = |field: &str, words: &str| problems.push(said(field, words));
        let named: Vec<Uuid> = self.organisations.iter().filter_map(|id| id.parse().ok()).collect();
        let whom = if self.whom == "all" { Whom::All } else { Whom::These(named) };
        if whom == Whom::These(Vec::new()) {
            wrong("organisations", words::pick_organisation(language));
        }
        let periods = if self.filing == OF_PLANS {
            months(&self.from, &self.to).map(Periods::Months)
        } else {
            weeks(&self.from, &self.to).map(Periods::Weeks)
        };
        match &periods {
            Err(NoRun::NoWeek) => wrong("from", words::pick_week(language)),
            Err(NoRun::Backwards) => wrong("to", words::weeks_backwards(language)),
            Err(NoRun::TooMany) => wrong("to", &words::too_many_weeks(language, MOST_WEEKS)),
            Ok(_) => (),
        }
        let reason = self.relief.reason.trim().to_owned();
        let proof = self.relief.proof.trim().to_owned();
        match (relief, periods) {
            (Some(relief), Ok(periods)) if problems.is_empty() => {
                Ok(NewException { whom, periods, relief, reason, proof })
            }
            _ => Err(AppError::Invalid(problems)),
        }
    }
}

/// Why two weeks name no run of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum NoRun {
    NoWeek,
    Backwards,
    TooMany,
}

/// Every week from one to the other; a single one where the second is blank.
fn weeks(from: &str, to: &str) -> Result<Vec<Week>, NoRun> {
    let from: Week = from.parse().map_err(|_| NoRun::NoWeek)?;
    let to: Week = if to.is_empty() { from } else { to.parse().map_err(|_| NoRun::NoWeek)? };
    match from.weeks_until(to) {
        length if length < 0 => Err(NoRun::Backwards),
        length if length >= MOST_WEEKS => Err(NoRun::TooMany),
        _ => Ok(from.through(to).collect()),
    }
}

/// Every month from one to the other, as [`weeks`].
fn months(from: &str, to: &str) -> Result<Vec<Month>, NoRun> {
    let from: Month = from.parse().map_err(|_| NoRun::NoWeek)?;
    let to: Month = if to.is_empty() { from } else { to.parse().map_err(|_| NoRun::NoWeek)? };
    if to < from {
        return Err(NoRun::Backwards);
    }
    let most = usize::try_from(MOST_WEEKS).unwrap_or_default();
    let run: Vec<Month> = std::iter::successors(Some(from), |month| Some(month.next()))
        .take_while(|month| *month <= to)
        .take(most + 1)
        .collect();
    if run.len() > most { Err(NoRun::TooMany) } else { Ok(run) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(from: &str, to: &str) -> Result<usize, NoRun> {
        weeks(from, to).map(|weeks| weeks.len())
    }

    #[test]
    fn months_run_from_the_first_to_the_last() {
        let count = |from: &str, to: &str| months(from, to).map(|months| months.len());
        assert_eq!(count("2025-12", "2026-02"), Ok(3));
        assert_eq!(count("2026-04", ""), Ok(1));
        assert_eq!(count("2026-04", "2026-03"), Err(NoRun::Backwards));
        assert_eq!(count("2026-01", "2030-01"), Err(NoRun::TooMany));
        assert_eq!(count("2026-W15", ""), Err(NoRun::NoWeek));
    }

    #[test]
    fn weeks_run_from_the_first_to_the_last() {
        assert_eq!(count("2026-W10", "2026-W12"), Ok(3));
        assert_eq!(count("2026-W10", ""), Ok(1));
        assert_eq!(count("2026-W52", "2027-W01"), Ok(3), "2026 has 53 weeks");
        assert_eq!(count("2026-W12", "2026-W10"), Err(NoRun::Backwards));
        assert_eq!(count("2026-W01", "2026-W20"), Err(NoRun::TooMany));
        assert_eq!(count("", "2026-W20"), Err(NoRun::NoWeek));
    }
}
