//! The year's targets, plan against actual, as a quarter or the whole year shows them.

use hatchboard::{annual_target::store::YearPage, period::Quarter};
use leptos::prelude::*;

use super::words;
use crate::{
    annual_target::{quarter::QuarterTargets, year::YearLines},
    base::At,
    ui::{card::Card, empty::Empty, icon::Icon},
};

#[component]
pub(super) fn Targets(
    at: At,
    page: YearPage,
    /// The whole year where there is none.
    #[prop(optional)]
    quarter: Option<Quarter>,
) -> AnyView {
    let (language, year) = (at.language(), page.year);
    let all = at.path(&format!("/targets?year={year}"));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{words::targets_all(language)}</a> }).into();
    if !page.stands || page.lines.is_empty() {
        return view! {
            <Card title=words::targets(language) aside=aside>
                <Empty title=words::targets_none(language) icon=Icon::Target />
            </Card>
        }
        .into_any();
    }
    let lines = match quarter {
        Some(quarter) => view! { <QuarterTargets at=at quarter=quarter lines=page.lines /> }.into_any(),
        None => view! { <YearLines at=at year=year lines=page.lines /> }.into_any(),
    };
    view! {
        <Card title=words::targets(language) aside=aside flush=true>
            {lines}
        </Card>
    }
    .into_any()
}
