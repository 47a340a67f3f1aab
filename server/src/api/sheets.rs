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
        store::{Listed, SheetFilter, list, of_subject, own_sheet_by_id, sheet_by_id},
    },
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted, document, part},
    problem::{ApiProblem, Problems},
};
use crate::view::SheetView;

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

/// One sheet with its lines: what each party gave, what the rules found and by which numbers, what counts, the total, and
/// the seal.
#[utoipa::path(
    get,
    path = "/bases/{base}/sheets/{sheet}",
    tag = "sheets",
    operation_id = "sheet",
    params(
        ("base" = String, Path, description = "The base, as `bases` names it"),
        ("sheet" = Uuid, Path, description = "The sheet's id, as `sheets` has it"),
    ),
    responses((status = 200, description = "The sheet", body = SheetView), Problems),
)]
pub(super) async fn one(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path((base, sheet)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let sheet = sheet.parse().map_err(|_| ApiProblem::NotFound)?;
    let (reader, zone) = caller.reader_there(&api, Area::Sheets, &base).await?;
    let (page, lines) = sheet_by_id(&api.store, &reader, sheet).await?;
    Ok(document(&headers, &SheetView::of(page, lines, zone)))
}

/// The sheets of one organisation, the newest first: where each stands, its points and its band. Until a sheet is
/// published, the organisation's own staff is told neither points nor band.
#[utoipa::path(
    get,
    path = "/organisations/{organisation}/sheets",
    tag = "sheets",
    operation_id = "organisation_sheets",
    params(("organisation" = Uuid, Path, description = "The organisation's id"), Paged),
    responses((status = 200, description = "A page of sheets", body = Listing<Listed>), Problems),
)]
pub(super) async fn of_organisation(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(organisation): Path<String>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, _) = caller.reader_alone(&api, Area::Sheets, &organisation).await?;
    let paging = paged.paging();
    let found = part(of_subject(&api.store, &reader).await?, paging);
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, Listed>(found))
}

/// One sheet of an organisation, as `sheet` has it. Until it is published, the organisation's own staff is told neither
/// what others gave nor what it comes to.
#[utoipa::path(
    get,
    path = "/organisations/{organisation}/sheets/{sheet}",
    tag = "sheets",
    operation_id = "organisation_sheet",
    params(
        ("organisation" = Uuid, Path, description = "The organisation's id"),
        ("sheet" = Uuid, Path, description = "The sheet's id, as `organisation_sheets` has it"),
    ),
    responses((status = 200, description = "The sheet", body = SheetView), Problems),
)]
pub(super) async fn one_of_organisation(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path((organisation, sheet)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let (reader, zone) = caller.reader_alone(&api, Area::Sheets, &organisation).await?;
    let sheet = sheet.parse().map_err(|_| ApiProblem::NotFound)?;
    let (page, lines) = own_sheet_by_id(&api.store, &reader, sheet).await?;
    Ok(document(&headers, &SheetView::of(page, lines, zone)))
}
