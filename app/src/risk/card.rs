//! Who is at risk, on a first screen: the first few, each with every reason and what to do, and a way to all of them.

use hatchboard::{
    risk::store::{AtRisk, RiskFilter, Risks, risks},
    store::Paging,
};
use leptos::prelude::*;

use super::{
    look::{Marks, tone},
    words,
};
use crate::{
    base::At,
    error::AppError,
    ui::{badge::Tone, card::Card, empty::Empty},
};

/// Lines of a first screen.
const LINES: u64 = 5;

/// The heaviest.
pub(crate) async fn first(at: &At) -> Result<Risks, AppError> {
    Ok(risks(&at.request.store, &at.reader, &RiskFilter::default(), Paging::new(1, LINES)).await?)
}

#[component]
pub(crate) fn RiskCard(at: At, found: Risks) -> AnyView {
    let language = at.language();
    let (all, label) = (at.path("/risks"), words::all(language, found.at_risk));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{label.clone()}</a> }).into();
    if found.page.rows.is_empty() {
        return view! {
            <Card title=words::title(language) aside=aside>
                <Empty title=words::none(language) words=words::none_hint(language) />
            </Card>
        }
        .into_any();
    }
    let line = |one: AtRisk| {
        let heaviest = one.marks.first().map_or(Tone::Calm, |mark| tone(mark.kind()).0);
        let file = at.path(&format!("/organisations/{}", one.organisation));
        let name = one.name.clone();
        view! {
            <li class="todo at-risk" data-tone=heaviest.code()>
                <p class="todo-title" lang="zh-CN">
                    <a href=file>{name}</a>
                </p>
                <Marks at=at.clone() one=one />
            </li>
        }
    };
    let lines = found.page.rows.into_iter().map(line).collect_view();
    view! {
        <Card title=words::title(language) aside=aside flush=true>
            <ul class="todos">{lines}</ul>
        </Card>
    }
    .into_any()
}
