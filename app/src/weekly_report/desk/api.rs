//! What the forms of the desks call.

use hatchboard::{
    store::Intent,
    weekly_report::{
        Field,
        store::{
            Reviewer, Speaker,
            review::{self, Outcome, Seen, Terms},
        },
    },
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    problem::{moment, one, told},
    words,
};
use crate::{error::AppError, form::answer, request::Request};

/// As the reviewer of the base's own report; anything else is as the reviewer of organisations.
pub(super) const OF_BASE: &str = "base";
/// What the forms of a review show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ReviewTyped {
    pub(crate) common: String,
    pub(crate) reason: String,
    pub(crate) scope: Vec<String>,
    pub(crate) until: String,
}

/// What a form that says one thing shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub(crate) reason: String,
}

/// Where one goes on from a review, and whose report it was.
pub(super) struct Desk {
    slug: String,
    pub(super) reviewer: Reviewer,
}

impl Desk {
    pub(super) async fn find(request: &Request, base: &str, of: &str) -> Result<Self, AppError> {
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

#[server(endpoint = "weekly_report/end_reopening")]
pub(crate) async fn end_reopening(
    base: String,
    #[server(default)] of: String,
    report: String,
    version: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let desk = Desk::find(&request, &base, &of).await?;
        let seen = seen(&report, &version)?;
        let intent = Intent::new("weekly_report.end_reopening", key, &seen);
        let ended = review::end_reopening(&request.store, &desk.reviewer, seen, intent).await;
        ended.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/reports/{report}?done=reopening-ended"))
    };
    let outcome = outcome.await;
    answer("end_reopening", &ReviewTyped::default(), outcome).await
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
fn seen(report: &str, version: &str) -> Result<Seen, AppError> {
    Ok(Seen { report: id(report)?, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

pub(super) fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
