//! What the follow-ups of the hatched came to in a quarter.

use chrono::NaiveDate;
use hatchboard::{follow_up::store::Findings, period::Quarter};
use leptos::prelude::*;

use super::words;
use crate::{
    base::At,
    follow_up::survival::survival_path,
    ui::{
        badge::Tone,
        card::Card,
        chart::{Part, PartsBar},
    },
};

#[component]
pub(super) fn FollowedUp(
    at: At,
    quarter: Quarter,
    found: Findings,
    /// How many of the hatched live on.
    lives: Option<String>,
    /// The day of which that is told.
    on: NaiveDate,
) -> AnyView {
    let language = at.language();
    let lives = lives.map(|lives| view! { <p>{words::survival_said(language, on, lives)}</p> });
    let survival = survival_path(&at, on);
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
