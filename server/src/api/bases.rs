use axum::{
    Extension,
    extract::State,
    http::{HeaderMap, Uri},
    response::Response,
};
use hatchboard::access::Membership;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    Api,
    caller::Caller,
    page::{Asked, Listing, Paged, Wanted, part},
    problem::{ApiProblem, Problems},
};

/// A base in which the token's owner has a part.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BaseView {
    /// As it is named in addresses.
    base: String,
    name: String,
    /// `manager`, `bureau`, `auditor`, and `organisation` for the staff of one.
    roles: Vec<&'static str>,
    /// Those that the owner is staff of.
    organisations: Vec<OwnOrganisation>,
}

/// An organisation that the token's owner is staff of.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OwnOrganisation {
    id: Uuid,
    name: String,
}

/// The bases in which the token's owner has a part, and which.
#[utoipa::path(
    get,
    path = "/bases",
    tag = "bases",
    operation_id = "bases",
    params(Paged),
    responses((status = 200, description = "A page of bases", body = Listing<BaseView>), Problems),
)]
pub(super) async fn all(
    State(api): State<Api>,
    Extension(caller): Extension<Caller>,
    Asked(paged): Asked<Paged>,
    uri: Uri,
    headers: HeaderMap,
) -> Result<Response, ApiProblem> {
    let paging = paged.paging();
    let bases = of_memberships(caller.asker().memberships());
    Ok(Wanted { api: &api, uri: &uri, headers: &headers, paging }.answer::<_, BaseView>(part(bases, paging)))
}

/// Memberships come in the order of their bases' names.
fn of_memberships(memberships: &[Membership]) -> Vec<BaseView> {
    let mut bases: Vec<BaseView> = Vec::new();
    for one in memberships {
        if bases.iter().all(|base| base.base != one.base_slug) {
            let (base, name) = (one.base_slug.clone(), one.base_name.clone());
            bases.push(BaseView { base, name, roles: Vec::new(), organisations: Vec::new() });
        }
        let Some(base) = bases.iter_mut().find(|base| base.base == one.base_slug) else { continue };
        if !base.roles.contains(&one.role.code()) {
            base.roles.push(one.role.code());
        }
        if let Some(id) = one.organisation {
            base.organisations.push(OwnOrganisation { id, name: one.organisation_name.clone().unwrap_or_default() });
        }
    }
    bases
}
