use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use chrono_tz::Tz;
use hatchboard::{
    access::Scope,
    account::api_token::Area,
    period::Week,
    weekly_report::store::listing::{ListedWeek, filed, page_of_subject, page_of_week},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted, document},
    problem::{ApiProblem, Problems},
};
use crate::view::ReportView;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WeekAsked {
    /// The ISO week, such as `2026-W15`.
    #[param(value_type = String, example = "2026-W15")]
    week: Week,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WeeksAsked {
    /// The first ISO week, such as `2026-W01`.
    #[param(value_type = String, example = "2026-W01")]
    from: Week,
    /// The last one, which is asked for too.
    #[param(value_type = String, example = "2026-W15")]
    to: Week,
}

/// A line for each subject of a week, the base first: whether a report is expected, where it stands, how timely it came.
#[utoipa::path(
    get,
    path = "/bases/{base}/reports",
    tag = "reports",
    operation_id = "reports",
    params(("base" = String, Path, description = "The base, as `bases` names it"), WeekAsked, Paged),
    responses((status = 200, description = "A page of reports", body = Listing<ListedWeek>), Problems),
)]
pub(super) async fn of_week(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<WeekAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::Reports, &base).await?;
    let paging = paged.paging();
    let found = page_of_week(&api.store, &reader, asked.week, paging).await?;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, ListedWeek>(found))
}

/// One report as it was filed last: its numbers, what was done of the month's plan, help that it asks for, its
/// activities. What has only been drafted is not found.
#[utoipa::path(
    get,
    path = "/bases/{base}/reports/{report}",
    tag = "reports",
    operation_id = "report",
    params(
        ("base" = String, Path, description = "The base, as `bases` names it"),
        ("report" = Uuid, Path, description = "The report's id, as `reports` has it"),
    ),
    responses((status = 200, description = "The report", body = ReportView), Problems),
)]
pub(super) async fn one(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path((base, report)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, zone) = caller.reader_there(&api, Area::Reports, &base).await?;
    whole(&api, &headers, Scope::from(&reader), zone, &report).await
}

/// A line for each week of one organisation, as `reports` has it.
#[utoipa::path(
    get,
    path = "/organisations/{organisation}/reports",
    tag = "reports",
    operation_id = "organisation_reports",
    params(("organisation" = Uuid, Path, description = "The organisation's id"), WeeksAsked, Paged),
    responses((status = 200, description = "A page of reports", body = Listing<ListedWeek>), Problems),
)]
pub(super) async fn of_organisation(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(organisation): Path<String>,
    Asked(asked): Asked<WeeksAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, _) = caller.reader_alone(&api, Area::Reports, &organisation).await?;
    let paging = paged.paging();
    let found = page_of_subject(&api.store, &reader, asked.from, asked.to, paging).await?;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, ListedWeek>(found))
}

/// One report of an organisation, as `report` has it.
#[utoipa::path(
    get,
    path = "/organisations/{organisation}/reports/{report}",
    tag = "reports",
    operation_id = "organisation_report",
    params(
        ("organisation" = Uuid, Path, description = "The organisation's id"),
        ("report" = Uuid, Path, description = "The report's id, as `organisation_reports` has it"),
    ),
    responses((status = 200, description = "The report", body = ReportView), Problems),
)]
pub(super) async fn one_of_organisation(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path((organisation, report)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, zone) = caller.reader_alone(&api, Area::Reports, &organisation).await?;
    whole(&api, &headers, Scope::from(&reader), zone, &report).await
}

async fn whole(api: &Api, headers: &HeaderMap, scope: Scope, zone: Tz, report: &str) -> Result<Response, ApiProblem> {
    let report = report.parse().map_err(|_| ApiProblem::NotFound)?;
    let found = filed(&api.store, scope, zone, report).await?;
    Ok(document(headers, &ReportView::of(found, zone)))
}
