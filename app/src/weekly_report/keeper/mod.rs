//! Keeps a draft while somebody writes: each key reaches the browser's storage, two seconds later the server.
//!
//! The form is rendered by the server and works without any of this. Nobody's words are overwritten: what a
//! colleague has saved meanwhile is brought in where both can stand, and shown side by side where not.

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
mod page;
#[cfg(feature = "hydrate")]
mod sending;
#[cfg(feature = "hydrate")]
mod storage;
pub mod wire;

use hatchboard::weekly_report::{FieldConflict, FieldPath, Value};
use leptos::prelude::*;

use super::words;
use crate::Language;
use wire::Keeping;

/// How the draft stands, as the writer is told it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "the server renders the beginning only"))]
enum Standing {
    /// As the page came.
    Shown,
    Waiting,
    Saving,
    Saved(String),
    Away,
    SignedOut,
    Restored,
    Merged {
        by: String,
    },
    Clash,
    Refused(String),
    Sending,
}

/// A choice between two versions of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Decision {
    path: FieldPath,
    theirs: bool,
}

/// What the view and the browser's part of the keeper share.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "the server renders the beginning only"))]
struct Signals {
    standing: RwSignal<Standing>,
    /// The report was to be submitted and did not go: that is said until somebody tries again, whatever becomes of the
    /// draft.
    unsent: RwSignal<bool>,
    clashes: RwSignal<Vec<FieldConflict>>,
    decision: RwSignal<Option<Decision>>,
}

/// Stands inside the form, where the writer sees how the draft stands.
#[island]
pub fn DraftKeeper(keeping: Keeping) -> impl IntoView {
    let language = keeping.language;
    let first = keeping.saved.clone().map_or(Standing::Shown, Standing::Saved);
    let signals = Signals {
        standing: RwSignal::new(first),
        unsent: RwSignal::new(false),
        clashes: RwSignal::new(Vec::new()),
        decision: RwSignal::new(None),
    };
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::attach(&keeping, signals));
    let (standing, unsent) = (signals.standing, signals.unsent);
    view! {
        <div class="keeper">
            <p class="saved" role="status" data-tone=move || standing.read().tone(unsent.get())>
                {move || standing.read().told(language, unsent.get())}
                <a
                    href="/sign-in"
                    target="_blank"
                    rel="noopener"
                    hidden=move || *standing.read() != Standing::SignedOut
                >
                    {words::keeper_sign_in(language)}
                </a>
            </p>
            <div class="clashes" hidden=move || signals.clashes.read().is_empty()>
                <p class="problems-title">{words::keeper_clash_title(language)}</p>
                <ul>
                    <For
                        each=move || signals.clashes.get()
                        key=|clash| clash.path
                        children=move |clash| clash_view(language, clash, signals.decision)
                    />
                </ul>
            </div>
        </div>
    }
}

fn clash_view(language: Language, clash: FieldConflict, decision: RwSignal<Option<Decision>>) -> impl IntoView {
    let path = clash.path;
    let decide = move |theirs| move |_| decision.set(Some(Decision { path, theirs }));
    view! {
        <li class="clash">
            <p>{words::path(language, path)}</p>
            <dl class="versions">
                <div>
                    <dt>{words::mine(language)}</dt>
                    <dd>{said(language, path, &clash.mine)}</dd>
                    <button class="button" type="button" on:click=decide(false)>
                        {words::keep_mine(language)}
                    </button>
                </div>
                <div>
                    <dt>{words::theirs(language)}</dt>
                    <dd>{said(language, path, &clash.theirs)}</dd>
                    <button class="button" type="button" on:click=decide(true)>
                        {words::take_theirs(language)}
                    </button>
                </div>
            </dl>
        </li>
    }
}

/// One side of a clash in words; rows of activities below each other.
pub(super) fn said(language: Language, path: FieldPath, value: &Value) -> String {
    match value {
        Value::Text(text) => words::value(language, path, text),
        Value::Rows(rows) if rows.is_empty() => words::blank(language).to_owned(),
        Value::Rows(rows) => {
            let line = |row: &hatchboard::weekly_report::DraftActivity| {
                [&row.on, &row.what, &row.place, &row.attendances].map(String::as_str).join(" ")
            };
            rows.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

impl Standing {
    fn tone(&self, unsent: bool) -> &'static str {
        match self {
            Self::Refused(_) => "bad",
            _ if unsent => "warn",
            Self::Saved(_) | Self::Restored | Self::Merged { .. } => "good",
            Self::Away | Self::SignedOut | Self::Clash => "warn",
            Self::Shown | Self::Waiting | Self::Saving | Self::Sending => "calm",
        }
    }

    fn told(&self, language: Language, unsent: bool) -> String {
        let told = self.words(language);
        // A clash says so itself.
        if !unsent || *self == Self::Clash {
            return told;
        }
        let not_submitted = if *self == Self::Away {
            words::keeper_not_submitted_away(language)
        } else {
            words::keeper_not_submitted(language)
        };
        format!("{told} {not_submitted}")
    }

    fn words(&self, language: Language) -> String {
        match self {
            Self::Shown => String::new(),
            Self::Waiting => words::keeper_waiting(language).to_owned(),
            Self::Saving => words::keeper_saving(language).to_owned(),
            Self::Saved(at) => words::keeper_saved(language, at),
            Self::Away => words::keeper_away(language).to_owned(),
            Self::SignedOut => words::keeper_signed_out(language).to_owned(),
            Self::Restored => words::keeper_restored(language).to_owned(),
            Self::Merged { by } => words::keeper_merged(language, by),
            Self::Clash => words::keeper_clash(language).to_owned(),
            Self::Refused(why) => words::keeper_refused(language, why),
            Self::Sending => words::keeper_sending(language).to_owned(),
        }
    }
}
