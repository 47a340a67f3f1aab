//! What an organisation's other pages say of its letters.

use hatchboard::{
    access::Member,
    bureau_line::store::{self, OurCounts},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::words;
use crate::{
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Todo},
        language,
    },
};

/// What an organisation has open with the bureau.
#[derive(Debug, Clone, Copy)]
pub struct LetterTodos(OurCounts);

impl LetterTodos {
    /// Nothing for whoever has no part in letters.
    pub(crate) async fn load(request: &Request, organisation: Uuid) -> Result<Self, AppError> {
        let counts = match part_in(request, organisation) {
            Some(member) => store::counts_of(&request.store, &member).await?,
            None => OurCounts::default(),
        };
        Ok(Self(counts))
    }
}

fn part_in(request: &Request, organisation: Uuid) -> Option<Member> {
    request.asker.as_ref().and_then(|asker| asker.apart(organisation).ok())
}

/// Nothing where nothing is open.
#[component]
pub(crate) fn LetterCard(letters: LetterTodos, path: String) -> AnyView {
    let language = language();
    let OurCounts { waiting, answered } = letters.0;
    if waiting + answered == 0 {
        return ().into_any();
    }
    let answered = (answered > 0).then(|| {
        let title = words::todo_ours_answered(language, answered);
        view! { <Todo href=path.clone() title=title tone=Tone::Warn /> }
    });
    let waiting = (waiting > 0)
        .then(|| view! { <Todo href=path title=words::todo_ours_waiting(language, waiting) tone=Tone::Calm /> });
    view! {
        <Card title=words::title_ours(language) flush=true>
            <ul class="todos">{answered} {waiting}</ul>
        </Card>
    }
    .into_any()
}

/// Below the requests to the operator: the way past it, for whoever has a part in it.
#[component]
pub(crate) fn OtherWay(organisation: Uuid) -> AnyView {
    let language = language();
    let line = part_in(&Request::current(), organisation).map(|member| {
        let href = format!("/o/{}/letters/new", member.organisation());
        view! {
            <p class="soft">
                {words::other_way(language)} " " <a class="among-words" href=href>{words::write(language)}</a>
            </p>
        }
    });
    line.into_any()
}
