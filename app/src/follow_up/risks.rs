//! The signals of risk that the records show, each leading to the extra visit that it asks for.

use hatchboard::follow_up::{Risk, store::RiskRow};
use leptos::prelude::*;

use super::{names, words};
use crate::{
    Language,
    base::At,
    ui::{
        badge::Tone,
        card::{Card, Todo},
        list_query::ListQuery,
    },
};

/// Nothing where nothing asks for a visit.
#[component]
pub(super) fn Risks(at: At, risks: Vec<RiskRow>) -> AnyView {
    let language = at.language();
    if risks.is_empty() {
        return ().into_any();
    }
    let raises = at.is_manager();
    let row = |row: RiskRow| {
        let line = at.path(&format!("/organisations/{}/follow-ups", row.organisation));
        let signal = row.risk.signal();
        let reason = reason(language, row.risk);
        let href = if raises {
            let typed = ListQuery::default().with("signal", signal.code()).with("note", &reason);
            format!("{}#{RAISE}-form", typed.at(&line))
        } else {
            line
        };
        let title = words::risk_of(language, row.name, names::signal_name(language, signal));
        if raises {
            view! {
                <Todo href=href title=title note=reason tone=Tone::Warn>
                    {words::raise(language)}
                </Todo>
            }
            .into_any()
        } else {
            view! { <Todo href=href title=title note=reason tone=Tone::Warn /> }.into_any()
        }
    };
    let rows = risks.into_iter().map(row).collect_view();
    view! {
        <Card title=words::risks(language)>
            <p class="soft">{words::risks_hint(language)}</p>
            <ul class="todos">{rows}</ul>
        </Card>
    }
    .into_any()
}

/// The form that asks for an extra visit.
pub(super) const RAISE: &str = "raise";

/// Why it is one, in numbers.
fn reason(language: Language, risk: Risk) -> String {
    match risk {
        Risk::TwoFails { before, last } => {
            words::two_fails_by(language, before.quarter, before.total, last.quarter, last.total)
        }
        Risk::Silence { since, days } => words::silence_by(language, since, days),
    }
}
