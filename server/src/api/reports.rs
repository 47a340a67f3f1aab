use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{
    account::api_token::Area,
    period::Week,
    weekly_report::store::listing::{ListedWeek, page_of_week},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted},
    problem::{ApiProblem, Problems},
};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WeekAsked {
    /// The ISO week, such as `2026-W15`.
    #[param(value_type = String, example = "2026-W15")]
    week: Week,
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
