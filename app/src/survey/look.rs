//! Who looks at surveys, and how their state and their link look.

use hatchboard::{access::Supervisor, period::Quarter, survey::State};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    base::At,
    error::AppError,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        language,
    },
};

/// Bureau or auditor of the base of the running page.
pub(super) async fn supervised() -> Result<(At, Supervisor), AppError> {
    let at = At::current().await?;
    let supervisor = at.request.asker()?.supervisor(at.base.id)?;
    Ok((at, supervisor))
}

pub(super) fn quarter_name(language: Language, quarter: Quarter) -> String {
    words::quarter_of(language, quarter.year(), quarter.quarter())
}

/// The link of a group.
pub(super) fn url(token: &str) -> String {
    format!("{}/survey/{token}", Request::current().public_url.trim_end_matches('/'))
}

#[component]
pub(super) fn StateBadge(state: State) -> AnyView {
    let (tone, sign) = match state {
        State::Open => (Tone::Accent, "→"),
        State::Over => (Tone::Calm, "■"),
    };
    view! { <Badge tone=tone sign=sign word=words::state_name(language(), state) /> }.into_any()
}
