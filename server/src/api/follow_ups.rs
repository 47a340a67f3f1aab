use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{
    account::api_token::Area,
    follow_up::store::{ListFilter, Show, list},
    period::Quarter,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted},
    problem::{ApiProblem, Problems},
};
use crate::view::VisitView;

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct VisitsAsked {
    /// `open` (due and overdue), `due`, `overdue`, `done`, `missed`, `ahead`, `filed` (the organisation has said nothing),
    /// `commented`, or `all`, as it is by itself.
    #[param(value_type = Option<String>)]
    show: Option<Show>,
    /// Only those whose window closes in this quarter, such as `2026-Q2`.
    #[param(value_type = Option<String>, example = "2026-Q2")]
    quarter: Option<Quarter>,
}

/// The visits of the hatched, planned and made.
#[utoipa::path(
    get,
    path = "/bases/{base}/follow-ups",
    tag = "follow-ups",
    operation_id = "follow_ups",
    params(("base" = String, Path, description = "The base, as `bases` names it"), VisitsAsked, Paged),
    responses((status = 200, description = "A page of visits", body = Listing<VisitView>), Problems),
)]
pub(super) async fn all(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<VisitsAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::FollowUps, &base).await?;
    let paging = paged.paging();
    let show = asked.show.unwrap_or(Show::All);
    let filter = ListFilter { show, quarter: asked.quarter, ..ListFilter::default() };
    let found = list(&api.store, &reader, &filter, paging).await?.page;
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, VisitView>(found))
}
