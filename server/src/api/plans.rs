use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{
    account::api_token::Area,
    monthly_plan::store::{listing::ListedItem, page_of_items, page_of_own_items},
    period::Month,
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
pub(super) struct MonthAsked {
    /// The month, such as `2026-04`.
    #[param(value_type = String, example = "2026-04")]
    month: Month,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct MonthsAsked {
    /// The first month, such as `2026-01`.
    #[param(value_type = String, example = "2026-01")]
    from: Month,
    /// The last one, which is asked for too.
    #[param(value_type = String, example = "2026-04")]
    to: Month,
}

/// A line for each item of a month's plans: what was planned, what the weekly reports told, what became of it.
#[utoipa::path(
    get,
    path = "/bases/{base}/plans",
    tag = "plans",
    operation_id = "plans",
    params(("base" = String, Path, description = "The base, as `bases` names it"), MonthAsked, Paged),
    responses((status = 200, description = "A page of items", body = Listing<ListedItem>), Problems),
)]
pub(super) async fn of_month(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<MonthAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::Plans, &base).await?;
    let paging = paged.paging();
    let found = page_of_items(&api.store, &reader, asked.month, paging).await?;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, ListedItem>(found))
}

/// A line for each item of one organisation's plans, as `plans` has it; the earliest month first.
#[utoipa::path(
    get,
    path = "/organisations/{organisation}/plans",
    tag = "plans",
    operation_id = "organisation_plans",
    params(("organisation" = Uuid, Path, description = "The organisation's id"), MonthsAsked, Paged),
    responses((status = 200, description = "A page of items", body = Listing<ListedItem>), Problems),
)]
pub(super) async fn of_organisation(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(organisation): Path<String>,
    Asked(asked): Asked<MonthsAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, _) = caller.reader_alone(&api, Area::Plans, &organisation).await?;
    let paging = paged.paging();
    let found = page_of_own_items(&api.store, &reader, asked.from, asked.to, paging).await?;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, ListedItem>(found))
}
