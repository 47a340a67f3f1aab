use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::{
    account::api_token::Area,
    organisation::store::{self, Filter, Sort},
    store::Page as Found,
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted, document},
    problem::{ApiProblem, Problems},
};
use crate::view::{OrganisationFileView, OrganisationView};

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OrganisationsAsked {
    /// Part of a name, of a code, or of a name's pinyin initials.
    #[serde(default)]
    q: String,
}

/// The organisations of a base, by name.
#[utoipa::path(
    get,
    path = "/bases/{base}/organisations",
    tag = "registry",
    operation_id = "organisations",
    params(("base" = String, Path, description = "The base, as `bases` names it"), OrganisationsAsked, Paged),
    responses((status = 200, description = "A page of organisations", body = Listing<OrganisationView>), Problems),
)]
pub(super) async fn all(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path(base): Path<String>,
    Asked(asked): Asked<OrganisationsAsked>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let reader = caller.reader(&api, Area::Registry, &base).await?;
    let (paging, filter) = (paged.paging(), Filter { search: asked.q, ..Filter::default() });
    let found = store::page(&api.store, &reader, &filter, Sort::default(), paging.page, paging.size).await?;
    // A page after the last one is empty here, rather than the last one again.
    let rows = if found.page == paging.page { found.rows } else { Vec::new() };
    let found = Found { rows, total: found.total };
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, OrganisationView>(found))
}

/// One organisation's file.
#[utoipa::path(
    get,
    path = "/bases/{base}/organisations/{organisation}",
    tag = "registry",
    operation_id = "organisation",
    params(
        ("base" = String, Path, description = "The base, as `bases` names it"),
        ("organisation" = Uuid, Path, description = "The organisation's id"),
    ),
    responses((status = 200, description = "The file", body = OrganisationFileView), Problems),
)]
pub(super) async fn one(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Path((base, organisation)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let organisation = organisation.parse().map_err(|_| ApiProblem::NotFound)?;
    let reader = caller.reader_of(&api, Area::Registry, &base, organisation).await?;
    let file = store::file(&api.store, &reader).await?.ok_or(ApiProblem::NotFound)?;
    Ok(document(&headers, &OrganisationFileView::from(file)))
}
