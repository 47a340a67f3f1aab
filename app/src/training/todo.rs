//! What first screens say of trainings.

use hatchboard::training::store::{self, Ahead};
use leptos::prelude::*;

use super::{look::clock, words};
use crate::{
    base::At,
    error::AppError,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::{Card, Todo},
        language, time,
    },
    weekly_report::Author,
};

/// What the operator holds today, and what waits to be settled.
pub(crate) async fn of_base(at: &At) -> Result<Vec<Ahead>, AppError> {
    Ok(store::to_settle(&at.request.store, &at.reader, at.today()).await?)
}

/// What an organisation is invited to.
pub(crate) async fn of_organisation(request: &Request, author: &Author) -> Result<Vec<Ahead>, AppError> {
    let today = time::day_of(request.now, author.base.zone);
    Ok(store::invited_to(&request.store, &author.reader, today).await?)
}

/// Nothing where there is no session.
#[component]
pub(crate) fn SessionsCard(at: At, sessions: Vec<Ahead>) -> AnyView {
    let language = at.language();
    let line = |one: &Ahead| {
        let (tone, sign, word) = if one.unsettled {
            (Tone::Warn, "!", words::unsettled(language))
        } else {
            (Tone::Accent, "→", words::today(language))
        };
        let href = at.path(&format!("/trainings/{}", one.id));
        view! {
            <Todo href=href title=one.title.clone() note=note(one) tone=tone>
                <Badge tone=tone sign=sign word=word />
            </Todo>
        }
    };
    let lines = sessions.iter().map(line).collect_view();
    (!sessions.is_empty())
        .then(|| {
            view! {
                <Card title=words::title(language) flush=true>
                    <ul class="todos">{lines}</ul>
                </Card>
            }
        })
        .into_any()
}

/// Nothing where an organisation is invited to none.
#[component]
pub(crate) fn InvitedCard(sessions: Vec<Ahead>, path: String) -> AnyView {
    let line =
        |one: &Ahead| view! { <Todo href=path.clone() title=one.title.clone() note=note(one) tone=Tone::Accent /> };
    let lines = sessions.iter().map(line).collect_view();
    (!sessions.is_empty())
        .then(|| {
            view! {
                <Card title=words::invited_title(language()) flush=true>
                    <ul class="todos">{lines}</ul>
                </Card>
            }
        })
        .into_any()
}

/// `2026-04-09 14:30–17:00 · 三楼`
fn note(one: &Ahead) -> String {
    format!("{} {} · {}", one.held_on, clock(one.begins_at, one.minutes), one.place)
}
