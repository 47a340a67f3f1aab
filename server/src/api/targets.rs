use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{account::api_token::Area, annual_target::store::year, period::Year};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted, part},
    problem::{ApiProblem, Problems},
};
use crate::view::TargetView;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct YearAsked {
    /// The year, such as `2026`.
    #[param(value_type = String, example = "2026")]
    year: Year,
}

/// The targets of a year, plan against actual, quarter by quarter.
#[utoipa::path(
    get,
    path = "/bases/{base}/targets",
    tag = "targets",
    operation_id = "targets",
    params(("base" = String, Path, description = "The base, as `bases` names it"), YearAsked, Paged),
    responses((status = 200, description = "A page of targets", body = Listing<TargetView>), Problems),
)]
pub(super) async fn of_year(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<YearAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::Targets, &base).await?;
    let paging = paged.paging();
    let found = part(year(&api.store, &reader, asked.year).await?.lines, paging);
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, TargetView>(found))
}
