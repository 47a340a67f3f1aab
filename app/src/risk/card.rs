//! Who is at risk, on a first screen: the first few, and a way to all of them.

use hatchboard::{
    risk::store::{AtRisk, RiskFilter, Risks, risks},
    store::Paging,
};
use leptos::prelude::*;

use super::{
    look::{KindBadge, reason, tone, what_to_do},
    words,
};
use crate::{
    base::At,
    error::AppError,
    ui::{
        card::{Card, Todo},
        empty::Empty,
    },
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
        let mark = one.marks.first()?;
        let (kind, why) = (mark.kind(), reason(&at, mark));
        let note = match one.marks.len() - 1 {
            0 => why,
            more => words::and_more(language, why, more),
        };
        let (href, _) = what_to_do(&at, &one, mark);
        let at = at.clone();
        Some(view! {
            <Todo href=href title=one.name note=note tone=tone(kind).0>
                <KindBadge at=at kind=kind />
            </Todo>
        })
    };
    let lines = found.page.rows.into_iter().filter_map(line).collect_view();
    view! {
        <Card title=words::title(language) aside=aside flush=true>
            <ul class="todos">{lines}</ul>
        </Card>
    }
    .into_any()
}
