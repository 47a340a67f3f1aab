//! What first screens say of assessments.

use hatchboard::{
    access::{Role, SubjectReader},
    assessment::{
        State,
        store::{self, AssessmentCounts, Due},
    },
    waiting::What,
};
use leptos::prelude::*;

use super::{problem::told, words};
use crate::{
    base::At,
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, DueCard, Todo},
        language, time,
    },
    waiting::Oldest,
};

/// What an organisation has to do with its newest sheet, or can.
#[derive(Debug, Clone)]
pub struct AssessmentTodos(Option<Due>);

impl AssessmentTodos {
    pub(crate) async fn load(request: &Request, reader: &SubjectReader) -> Result<Self, AppError> {
        let due = store::due_of(&request.store, reader).await.map_err(|error| told(error, request.language))?;
        Ok(Self(due))
    }
}

/// Nothing where nothing is due.
#[component]
pub(crate) fn AssessmentCard(todos: AssessmentTodos, path: String) -> AnyView {
    let language = language();
    let Some(due) = todos.0 else { return ().into_any() };
    let href = format!("{path}/{}", due.occasion);
    let occasion = words::occasion_name(language, due.occasion);
    let until = time::minute(due.until, due.zone);
    let todo = if due.state == State::Open {
        let note = words::todo_own_note(language, until);
        view! { <Todo href=href title=words::todo_own(language, occasion) note=note tone=Tone::Warn /> }
    } else {
        let note = words::todo_published_note(language, until);
        view! { <Todo href=href title=words::todo_published(language, occasion) note=note tone=Tone::Accent /> }
    };
    view! {
        <Card title=words::title(language) flush=true>
            <ul class="todos">{todo}</ul>
        </Card>
    }
    .into_any()
}

/// What waits for whoever looks at a base's first screen; nothing where nothing does.
#[component]
pub(crate) fn DeskCards(at: At, counts: AssessmentCounts, since: Oldest) -> AnyView {
    let language = at.language();
    let href = at.path("/assessments");
    let shown = match at.role() {
        Role::Manager => vec![
            (counts.to_score, words::card_score(language), What::Score),
            (counts.base_to_self_score, words::card_base(language), What::BaseSelfScore),
        ],
        Role::Bureau => vec![
            (counts.to_check, words::card_check(language), What::Check),
            (counts.to_publish, words::card_publish(language), What::Publish),
            (counts.to_decide, words::card_decide(language), What::Objection),
        ],
        _ => Vec::new(),
    };
    let card = |(number, label, what): (u32, &'static str, What)| {
        let note = since.of(language, &[what]);
        view! { <DueCard href=href.clone() figure=number.to_string() label=label note=note tone=Tone::Warn /> }
    };
    shown.into_iter().filter(|(number, ..)| *number > 0).map(card).collect_view().into_any()
}
