//! What the forms of the desks call.

use hatchboard::{
    period::Week,
    store::Intent,
    weekly_report::{
        Field,
        store::{
            Reviewer, Speaker,
            exception::{self, NewException, Relief, Whom},
            review::{self, Outcome, Seen, Terms},
        },
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    problem::{moment, one, said, told},
    words,
};
use crate::{error::AppError, form::answer, request::Request};

/// As the reviewer of the base's own report; anything else is as the reviewer of organisations.
pub(super) const OF_BASE: &str = "base";
/// The most weeks that an exception is given for at once.
const MOST_WEEKS: i64 = 12;

/// What the forms of a review show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ReviewTyped {
    pub(crate) common: String,
    pub(crate) reason: String,
    pub(crate) scope: Vec<String>,
    pub(crate) until: String,
}

/// What the form of an exception shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ExceptionTyped {
    pub(crate) kind: String,
    pub(crate) whom: String,
    pub(crate) organisations: Vec<String>,
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) until: String,
    pub(crate) reason: String,
}

/// What a form that says one thing shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub(crate) reason: String,
}

/// Where one goes on from a review, and whose report it was.
struct Desk {
    slug: String,
    reviewer: Reviewer,
}

impl Desk {
    async fn find(request: &Request, base: &str, of: &str) -> Result<Self, AppError> {
        let found = request.base(base).await?;
        let asker = request.asker()?;
        let reviewer = if of == OF_BASE {
            Reviewer::from(&asker.bureau(found.id)?)
        } else {
            Reviewer::from(&asker.manager(found.id)?)
        };
        Ok(Self { slug: found.slug, reviewer })
    }

    /// The next report of the queue, or the queue itself; each says in its own words what has just been done.
    fn next(&self, next: &str, [done, done_before]: [&str; 2]) -> String {
        let slug = &self.slug;
        match next.parse::<Uuid>() {
            Ok(next) => format!("/b/{slug}/reports/{next}?done={done_before}"),
            Err(_) if self.reviewer.reviews_base() => format!("/b/{slug}/base-reports?done={done}"),
            Err(_) => format!("/b/{slug}/reviews?done={done}"),
        }
    }
}

#[server(endpoint = "weekly_report/accept")]
pub(crate) async fn accept_report(
    base: String,
    #[server(default)] of: String,
    report: String,
    version: String,
    #[server(default)] next: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let desk = Desk::find(&request, &base, &of).await?;
        let seen = seen(&report, &version)?;
        let intent = Intent::new("weekly_report.accept", key, &seen);
        let accepted = review::accept(&request.store, &desk.reviewer, seen, intent).await;
        accepted.map_err(|error| told(error, request.language))?;
        Ok(desk.next(&next, ["accepted", "accepted-next"]))
    };
    let outcome = outcome.await;
    answer("review", &ReviewTyped::default(), outcome).await
}

#[server(endpoint = "weekly_report/return")]
pub(crate) async fn return_report(
    base: String,
    #[server(default)] of: String,
    report: String,
    version: String,
    #[server(default)] next: String,
    #[server(default)] common: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReviewTyped { common, reason, ..ReviewTyped::default() };
    let outcome = async {
        let desk = Desk::find(&request, &base, &of).await?;
        let seen = seen(&report, &version)?;
        let said = [typed.common.trim(), typed.reason.trim()];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        let intent = Intent::new("weekly_report.return", key, &(seen, &typed));
        let returned = review::send_back(&request.store, &desk.reviewer, seen, &said.join("\n"), intent).await;
        returned.map_err(|error| told(error, request.language))?;
        Ok(desk.next(&next, ["returned", "returned-next"]))
    };
    let outcome = outcome.await;
    answer("return", &typed, outcome).await
}

#[server(endpoint = "weekly_report/reopen")]
pub(crate) async fn reopen_report(
    base: String,
    #[server(default)] of: String,
    report: String,
    version: String,
    #[server(default)] reason: String,
    #[server(default)] scope: Vec<String>,
    #[server(default)] until: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReviewTyped { reason, scope, until, ..ReviewTyped::default() };
    let outcome = async {
        let desk = Desk::find(&request, &base, &of).await?;
        let zone = request.base(&base).await?.zone;
        let seen = seen(&report, &version)?;
        let until = moment(&typed.until, zone).ok_or_else(|| one("until", words::until_wrong(request.language)))?;
        let mut scope: Vec<Field> = typed.scope.iter().filter_map(|code| Field::from_code(code)).collect();
        if scope.contains(&Field::NothingToReport) {
            scope.push(Field::NothingConfirmed);
        }
        let terms = Terms { reason: typed.reason.trim().to_owned(), scope, until };
        let intent = Intent::new("weekly_report.reopen", key, &(seen, &typed));
        let reopened = review::reopen(&request.store, &desk.reviewer, seen, terms, intent).await;
        reopened.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/reports/{report}?done=reopened"))
    };
    let outcome = outcome.await;
    answer("reopen", &typed, outcome).await
}

/// `reports` are ids and versions as they were seen: `id.version`.
#[server(endpoint = "weekly_report/accept_several")]
pub(crate) async fn accept_several(
    base: String,
    #[server(default)] reports: Vec<String>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let desk = Desk::find(&request, &base, "").await?;
        let several = reports.iter().map(|one| {
            let (report, version) = one.split_once('.').ok_or(AppError::NotFound)?;
            seen(report, version)
        });
        let several: Vec<Seen> = several.collect::<Result<_, _>>()?;
        if several.is_empty() {
            return Err(one("reports", words::nothing_selected(request.language)));
        }
        let intent = Intent::new("weekly_report.accept_several", key, &several);
        let outcomes = review::accept_all(&request.store, &desk.reviewer, &several, intent).await;
        let outcomes = outcomes.map_err(|error| told(error, request.language))?;
        let left = outcomes.iter().filter(|one| one.outcome != Outcome::Accepted).count();
        Ok(format!("/b/{base}/reviews?done=accepted-several&left={left}"))
    };
    let outcome = outcome.await;
    answer("accept_several", &(), outcome).await
}

#[server(endpoint = "weekly_report/comment")]
pub(crate) async fn comment_on_report(
    base: String,
    report: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let speaker = Speaker::from(&request.asker()?.overseer(of.id)?);
        let id = id(&report)?;
        let intent = Intent::new("weekly_report.comment", key, &(id, &typed));
        let commented = review::comment(&request.store, &speaker, id, typed.reason.trim(), intent).await;
        commented.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/reports/{report}?done=commented"))
    };
    let outcome = outcome.await;
    answer("comment", &typed, outcome).await
}

/// Excuses or extends, by the operator.
#[server(endpoint = "weekly_report/except")]
pub(crate) async fn give_exception(
    base: String,
    #[server(default)] kind: String,
    #[server(default)] whom: String,
    #[server(default)] organisations: Vec<String>,
    #[server(default)] from: String,
    #[server(default)] to: String,
    #[server(default)] until: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ExceptionTyped { kind, whom, organisations, from, to, until, reason };
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
    exception: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { reason };
    let outcome = async {
        let of = request.base(&base).await?;
        let reviewer = Reviewer::from(&request.asker()?.manager(of.id)?);
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
        let mut wrong = |field: &str, words: &str| problems.push(said(field, words));
        let relief = match (self.kind.as_str(), moment(&self.until, zone)) {
            ("excuse", _) => Some(Relief::Excuse),
            ("extension", Some(until)) => Some(Relief::Extension { until }),
            ("extension", None) if self.until.trim().is_empty() => {
                wrong("until", words::until_required(language));
                None
            }
            ("extension", None) => {
                wrong("until", words::until_wrong(language));
                None
            }
            _ => {
                wrong("kind", words::pick_kind(language));
                None
            }
        };
        let named: Vec<Uuid> = self.organisations.iter().filter_map(|id| id.parse().ok()).collect();
        let whom = if self.whom == "all" { Whom::All } else { Whom::These(named) };
        if whom == Whom::These(Vec::new()) {
            wrong("organisations", words::pick_organisation(language));
        }
        let weeks = weeks(&self.from, &self.to);
        match &weeks {
            Err(NoRun::NoWeek) => wrong("from", words::pick_week(language)),
            Err(NoRun::Backwards) => wrong("to", words::weeks_backwards(language)),
            Err(NoRun::TooMany) => wrong("to", &words::too_many_weeks(language, MOST_WEEKS)),
            Ok(_) => (),
        }
        let reason = self.reason.trim().to_owned();
        if reason.is_empty() {
            wrong("reason", words::reason_required(language));
        }
        match (relief, weeks) {
            (Some(relief), Ok(weeks)) if problems.is_empty() => Ok(NewException { whom, weeks, relief, reason }),
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

fn seen(report: &str, version: &str) -> Result<Seen, AppError> {
    Ok(Seen { report: id(report)?, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(from: &str, to: &str) -> Result<usize, NoRun> {
        weeks(from, to).map(|weeks| weeks.len())
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
