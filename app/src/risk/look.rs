//! How a mark looks: its reason in numbers, and the page where something is done about it.

use chrono::{NaiveDate, TimeDelta};
use form_urlencoded::Serializer;
use hatchboard::{
    assessment::Occasion,
    monthly_plan::State,
    risk::{
        Kind, Mark, Overdue, Published,
        store::{AtRisk, WEEKS},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::words;
use crate::{
    assessment::{LOST, band_name, sheet_path},
    base::At,
    ui::{
        badge::{Badge, Tone},
        chart::Sparkline,
        text::joined,
        time,
    },
};

/// Why the organisation stands here.
pub(super) fn reason(at: &At, mark: &Mark) -> String {
    let language = at.language();
    match mark {
        Mark::Failing { quarters, latest } => words::why_failing(language, quarters, latest.quarter, latest.total),
        Mark::Reports { weeks, missing, first, last } => {
            words::why_reports(language, WEEKS, weeks, missing, first, last)
        }
        Mark::Falling { before, latest } => {
            let (now, then) = (band_name(language, latest.band), band_name(language, before.band));
            let why =
                words::why_falling(language, latest.quarter, latest.total, now, before.quarter, before.total, then);
            if before.total > latest.total {
                words::fell_by(language, why, before.total.less(latest.total))
            } else {
                why
            }
        }
        Mark::Rectification(overdue) => {
            let (due, length) = since(at, *overdue);
            words::why_rectification(language, overdue.count, due, length)
        }
        Mark::Plan(plan) => {
            let due = plan.due_at.map(|due| time::date(due, at.zone())).unwrap_or_default();
            let state = words::plan_state(language, plan.state);
            words::why_plan(language, time::month(language, plan.month), due, state)
        }
        Mark::Service(overdue) => {
            let (due, length) = since(at, *overdue);
            words::why_service(language, overdue.count, due, length)
        }
    }
}

/// The oldest one's day, and for how long it has passed.
fn since(at: &At, overdue: Overdue) -> (NaiveDate, String) {
    let days = (at.today() - overdue.due_on).num_days();
    (overdue.due_on, time::length(at.language(), TimeDelta::days(days)))
}

/// What to do about it, and where.
pub(super) fn what_to_do(at: &At, one: &AtRisk, mark: &Mark) -> (String, &'static str) {
    let language = at.language();
    let id = one.organisation;
    let sheet = |latest: &Published| {
        let path = sheet_path(&at.base.slug, at.base.id, id, Occasion::from(latest.quarter));
        format!("{path}#{LOST}")
    };
    match mark {
        Mark::Failing { latest, .. } | Mark::Falling { latest, .. } => (sheet(latest), words::do_sheet(language)),
        Mark::Reports { .. } => {
            let called = Serializer::new(String::new()).append_pair("q", &one.name).finish();
            (at.path(&format!("/reports?{called}")), words::do_reports(language))
        }
        Mark::Rectification(overdue) => {
            (at.path(&format!("/rectifications/{}", overdue.oldest)), words::do_rectification(language))
        }
        Mark::Plan(plan) => {
            let waits = plan.state == Some(State::Submitted) && at.is_manager();
            let words = if waits { words::do_decide(language) } else { words::do_plan(language) };
            (at.path(&format!("/organisations/{id}/plans/{}", plan.month)), words)
        }
        Mark::Service(overdue) => (at.path(&format!("/services/{}", overdue.oldest)), words::do_service(language)),
    }
}

pub(super) fn tone(kind: Kind) -> (Tone, &'static str) {
    match kind {
        Kind::Failing | Kind::Reports => (Tone::Bad, "‼"),
        Kind::Falling => (Tone::Bad, "▼"),
        Kind::Rectification | Kind::Plan | Kind::Service => (Tone::Warn, "!"),
    }
}

#[component]
pub(super) fn KindBadge(at: At, kind: Kind) -> AnyView {
    let (tone, sign) = tone(kind);
    view! { <Badge tone=tone sign=sign word=words::kind_name(at.language(), kind) /> }.into_any()
}

/// What the last quarters came to, oldest first: how they went, and the last one as a way to its sheet.
#[component]
pub(super) fn Quarters(at: At, organisation: Uuid, quarters: Vec<Published>) -> AnyView {
    let language = at.language();
    let Some(latest) = quarters.last() else {
        return view! { <span class="soft">{words::quarters_none(language)}</span> }.into_any();
    };
    let href = sheet_path(&at.base.slug, at.base.id, organisation, Occasion::from(latest.quarter));
    let (total, quarter) = (latest.total.to_string(), latest.quarter.to_string());
    let told = quarters.iter().map(|one| format!("{} {}", one.quarter, one.total));
    let said = words::quarters_said(language, joined(language, told));
    let values: Vec<Option<i64>> = quarters.iter().map(|one| Some(one.total.as_hundredths().into())).collect();
    view! {
        <Sparkline said=said values=values from=0 to=10_000 />
        " "
        <a class="among-words" href=href>
            {total}
        </a>
        <small class="soft">" " {quarter}</small>
    }
    .into_any()
}

/// The marks of one organisation below each other.
#[component]
pub(super) fn Marks(at: At, one: AtRisk) -> AnyView {
    let line = |mark: &Mark| {
        let (href, words) = what_to_do(&at, &one, mark);
        let why = reason(&at, mark);
        view! {
            <li>
                <KindBadge at=at.clone() kind=mark.kind() />
                " "
                {why}
                " "
                <a class="among-words" href=href>
                    {words}
                </a>
            </li>
        }
    };
    view! { <ul class="marks">{one.marks.iter().map(line).collect_view()}</ul> }.into_any()
}
