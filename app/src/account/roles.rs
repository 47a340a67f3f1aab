//! What somebody is somewhere, in words and as choices.

use hatchboard::{
    access::{Membership, Role},
    base::Base,
};

use super::words;
use crate::{
    Language,
    ui::{field::Options, words as ui_words},
};

/// The first page of a membership's place.
pub(super) fn path(membership: &Membership) -> String {
    match membership.organisation {
        Some(organisation) => format!("/o/{organisation}"),
        None => format!("/b/{}", membership.base_slug),
    }
}

pub(super) fn place_name(membership: &Membership) -> &str {
    membership.organisation_name.as_deref().unwrap_or(&membership.base_name)
}

/// The word for a stored role.
pub(super) fn role_word(code: &str, language: Language) -> &'static str {
    code.parse().map_or("", |role: Role| ui_words::role(language, role))
}

/// What an administrator can invite to; with the administrator's own role or without.
pub(super) fn role_options(with_admin: bool, language: Language) -> Options {
    let roles = [Role::Organisation, Role::Manager, Role::Bureau, Role::Auditor, Role::Admin];
    roles
        .into_iter()
        .filter(|role| with_admin || *role != Role::Admin)
        .map(|role| (role.code().to_owned(), ui_words::role(language, role).to_owned()))
        .collect()
}

pub(super) fn base_options(bases: &[Base]) -> Options {
    bases.iter().map(|base| (base.slug.clone(), base.name.clone())).collect()
}

/// `晨曦社工(机构)`
pub(super) fn place_and_role(place: &str, role: &str, language: Language) -> String {
    words::invited_as(language, place, role_word(role, language))
}
