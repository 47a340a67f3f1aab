//! Proposals that wait for the bureau, each with how long it has waited.

use hatchboard::incubation::store::OpenProposal;
use leptos::prelude::*;

use super::{At, words};
use crate::{
    incubation::words::stage_name,
    ui::{badge::Tone, card::Todo, time},
};

/// Lines of a list of things to do.
pub(super) fn lines(at: &At, proposals: &[OpenProposal]) -> AnyView {
    let language = at.language();
    let line = |one: &OpenProposal| {
        let href = if at.is_bureau() {
            at.path("/proposals")
        } else {
            at.path(&format!("/organisations/{}", one.organisation))
        };
        let since = time::length(language, at.request.now - one.change.proposed_at);
        let title = words::proposal_of(language, &one.name, stage_name(language, one.change.to));
        view! { <Todo href=href title=title note=words::waits(language, since) tone=Tone::Warn /> }
    };
    proposals.iter().map(line).collect_view().into_any()
}
