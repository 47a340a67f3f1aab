//! What a first screen says of plans: months to plan, and months to close.

use chrono_tz::Tz;
use hatchboard::{
    access::SubjectReader,
    monthly_plan::{
        State,
        store::{self, PlanCounts, PlanFacts},
    },
};
use leptos::prelude::*;

use super::{look::month_name, problem::told, words};
use crate::{
    Language,
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Todo},
        time,
    },
};

/// What a subject has to do with its plans.
#[derive(Debug, Clone)]
pub struct PlanTodos(PlanCounts);

impl PlanTodos {
    pub(crate) async fn load(request: &Request, reader: &SubjectReader) -> Result<Self, AppError> {
        let counts = store::counts(&request.store, reader).await;
        Ok(Self(counts.map_err(|error| told(error, request.language))?))
    }
}

/// Nothing where nothing is to do.
#[component]
pub(crate) fn PlanCard(plans: PlanTodos, path: String, zone: Tz) -> AnyView {
    let request = Request::current();
    let language = request.language;
    let PlanCounts { to_plan, to_close, to_confirm } = plans.0;
    if to_plan.is_empty() && to_close.is_empty() && to_confirm.is_empty() {
        return ().into_any();
    }
    let line = |facts: &PlanFacts, title: String, due: Option<chrono::DateTime<chrono::Utc>>| {
        let note = due.map(|due| by(language, &request, due, zone)).unwrap_or_default();
        let tone = if due.is_some_and(|due| due < request.now) { Tone::Bad } else { Tone::Warn };
        view! { <Todo href=format!("{path}/{}", facts.month) title=title note=note tone=tone /> }
    };
    let planning = to_plan.iter().map(|facts| {
        let month = month_name(language, facts.month);
        let returned = facts.state == Some(State::Returned);
        let title = if returned { words::to_plan_returned(language, month) } else { words::to_plan(language, month) };
        line(facts, title, facts.due_at)
    });
    let planning = planning.collect_view();
    let closing = to_close
        .iter()
        .map(|facts| line(facts, words::to_close(language, month_name(language, facts.month)), facts.result_due_at));
    let closing = closing.collect_view();
    let confirming = to_confirm
        .iter()
        .map(|facts| line(facts, words::to_confirm(language, month_name(language, facts.month)), None));
    let confirming = confirming.collect_view();
    view! {
        <Card title=words::plans(language) flush=true>
            <ul class="todos">{planning} {closing} {confirming}</ul>
        </Card>
    }
    .into_any()
}

fn by(language: Language, request: &Request, due: chrono::DateTime<chrono::Utc>, zone: Tz) -> String {
    words::by(language, time::deadline(language, due, zone), time::left(language, request.now, due))
}
