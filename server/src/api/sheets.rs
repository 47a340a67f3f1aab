use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{
    account::api_token::Area,
    assessment::{
        Occasion,
        store::{Listed, SheetFilter, list},
    },
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
pub(super) struct RoundAsked {
    /// The quarter, such as `2026-Q1`, or the year, such as `2025`.
    #[param(value_type = String, example = "2026-Q1")]
    quarter: Occasion,
}

/// The sheets of a quarter or a year: where each stands, its points and its band.
#[utoipa::path(
    get,
    path = "/bases/{base}/sheets",
    tag = "sheets",
    operation_id = "sheets",
    params(("base" = String, Path, description = "The base, as `bases` names it"), RoundAsked, Paged),
    responses((status = 200, description = "A page of sheets", body = Listing<Listed>), Problems),
)]
pub(super) async fn of_round(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<RoundAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::Sheets, &base).await?;
    let paging = paged.paging();
    let found = list(&api.store, &reader, asked.quarter, &SheetFilter::default(), paging).await?;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, Listed>(found))
}
