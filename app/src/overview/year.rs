//! What the quarter adds to the year's targets, and the follow-ups of the hatched.

use hatchboard::{annual_target::store::YearPage, follow_up::store::Findings, period::Quarter};
use leptos::prelude::*;

use super::words;
use crate::{
    annual_target::quarter::QuarterTargets,
    base::At,
    ui::{
        badge::Tone,
        card::Card,
        chart::{Part, PartsBar},
        empty::Empty,
        icon::Icon,
    },
};

#[component]
pub(super) fn Targets(at: At, quarter: Quarter, page: YearPage) -> AnyView {
    let language = at.language();
    let all = at.path(&format!("/targets?year={}", quarter.year()));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{quarter.year()}</a> }).into();
    if !page.stands || page.lines.is_empty() {
        return view! {
            <Card title=words::targets(language) aside=aside>
                <Empty title=words::targets_none(language) icon=Icon::Target />
            </Card>
        }
        .into_any();
    }
    view! {
        <Card title=words::targets(language) aside=aside flush=true>
            <QuarterTargets at=at quarter=quarter lines=page.lines />
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn FollowedUp(
    at: At,
    quarter: Quarter,
    found: Findings,
    /// How many of the hatched live on.
    lives: Option<String>,
) -> AnyView {
    let language = at.language();
    let lives = lives.map(|lives| view! { <p>{words::survival_said(language, lives)}</p> });
    let survival = at.path("/follow-ups/survival");
    let aside: ViewFn = (move || view! { <a href=survival.clone()>{words::survival(language)}</a> }).into();
    if found.due == 0 {
        return view! {
            <Card title=words::follow_ups(language) aside=aside>
                <p class="soft">{words::visits_none(language)}</p>
                {lives}
            </Card>
        }
        .into_any();
    }
    let all = at.path(&format!("/follow-ups?quarter={quarter}&show=all"));
    let part = |label: &str, count: u32, tone: Tone, sign: &'static str| Part {
        label: label.to_owned(),
        count,
        tone,
        sign,
        href: Some(all.clone()),
    };
    let parts = vec![
        part(words::made_on_time(language), found.on_time, Tone::Good, "✓"),
        part(words::made_late(language), found.late, Tone::Warn, "!"),
        part(words::missed(language), found.missed, Tone::Bad, "✕"),
        part(words::open(language), found.open, Tone::Calm, "…"),
    ];
    view! {
        <Card title=words::follow_ups(language) aside=aside>
            <PartsBar caption=words::follow_ups(language) parts=parts />
            {lives}
        </Card>
    }
    .into_any()
}
