//! An excuse or an extension as it is typed: its kind, until when, why, and what shows it.

use chrono_tz::Tz;
use hatchboard::weekly_report::store::exception::Relief;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::{
    problem::{moment, said},
    words,
};
use crate::{
    Language,
    error::FieldProblem,
    ui::{
        field::{Choices, Field, Options, TextArea},
        language,
    },
};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ReliefTyped {
    pub kind: String,
    pub until: String,
    pub reason: String,
    pub proof: String,
}

impl ReliefTyped {
    /// What is meant; what is wrong is told at its field.
    pub(crate) fn read(&self, language: Language, zone: Tz, problems: &mut Vec<FieldProblem>) -> Option<Relief> {
        let mut wrong = |field: &str, words: &str| problems.push(said(field, words));
        let relief = match (self.kind.as_str(), moment(&self.until, zone)) {
            ("excuse", _) => Some(Relief::Excuse),
            ("extension", Some(until)) => Some(Relief::Extension { until }),
            ("extension", None) if self.until.trim().is_empty() => {
                wrong("until", words::until_required(language));
                None
            }
            ("extension", None) => {
                wrong("until", words::until_wrong(language));
                None
            }
            _ => {
                wrong("kind", words::pick_kind(language));
                None
            }
        };
        if self.reason.trim().is_empty() {
            wrong("reason", words::reason_required(language));
        }
        relief
    }
}

/// Excuse or extension.
#[component]
pub(crate) fn KindField(#[prop(into)] value: String) -> AnyView {
    let language = language();
    let kinds: Options = vec![
        ("excuse".to_owned(), words::excuse(language).to_owned()),
        ("extension".to_owned(), words::extension(language).to_owned()),
    ];
    view! { <Choices name="kind" label=words::exception_kind(language) options=kinds value=value required=true /> }
        .into_any()
}

/// Until when, why, and what shows it.
#[component]
pub(crate) fn ReliefFields(typed: ReliefTyped) -> AnyView {
    let language = language();
    view! {
        <Field
            name="until"
            label=words::until(language)
            hint=words::until_hint(language)
            kind="datetime-local"
            value=typed.until
            conditional=true
        />
        <TextArea
            name="reason"
            label=words::reason(language)
            hint=words::exception_reason_hint(language)
            value=typed.reason
            required=true
            rows=3
            maxlength=2000
        />
        <Field
            name="proof"
            label=words::proof(language)
            hint=words::proof_hint(language)
            value=typed.proof
            maxlength=2000
        />
    }
    .into_any()
}
