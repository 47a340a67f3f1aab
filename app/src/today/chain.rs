//! How long each chain is and, where the link asks for it, whether it holds.

use hatchboard::audit::{self, Checkpoint};
use leptos::prelude::*;

use super::words;
use crate::{
    error::AppError,
    request::{Request, query},
    ui::{
        badge::{Badge, Tone},
        card::{Card, Fact},
        form::LinkButton,
        icon::Icon,
        language,
        number::grouped,
    },
};

/// A chain, what it is called, and what checking it has shown; `None` unless it was asked for.
#[derive(Debug, Clone)]
pub struct Chain {
    pub(super) name: String,
    pub(super) events: i64,
    checked: Option<Result<i64, i64>>,
}

impl Chain {
    /// Reads all of it only where `?check=yes` asks for that: a chain grows for ever.
    pub(super) async fn of(name: String, head: Checkpoint) -> Result<Self, AppError> {
        let asked = query().iter().any(|(name, value)| name == "check" && value == "yes");
        let checked = if asked {
            let verified = audit::verify(&Request::current().store, &head.chain).await?;
            Some(verified.map(|verified| verified.events).map_err(|found| found.seq))
        } else {
            None
        };
        Ok(Self { name, events: head.seq, checked })
    }
}

#[component]
pub(super) fn ChainCard(chains: Vec<Chain>) -> impl IntoView {
    let language = language();
    let checked = chains.iter().any(|chain| chain.checked.is_some());
    let lines = chains.into_iter().map(|chain| {
        let state = match chain.checked {
            None => view! { <span>{words::events(language, grouped(chain.events))}</span> }.into_any(),
            Some(Ok(events)) => {
                view! { <Badge tone=Tone::Good sign="✓" word=words::whole(language, grouped(events)) /> }.into_any()
            }
            Some(Err(seq)) => view! { <Badge tone=Tone::Bad sign="!" word=words::broken(language, seq) /> }.into_any(),
        };
        view! { <Fact term=chain.name>{state}</Fact> }
    });
    let lines = lines.collect_view();
    let check = (!checked).then(|| {
        view! {
            <p class="row">
                <LinkButton href="?check=yes" label=words::check(language) icon=Icon::Audit />
                <span class="soft">{words::check_hint(language)}</span>
            </p>
        }
    });
    view! {
        <Card title=words::chains(language)>
            <dl class="facts">{lines}</dl>
            {check}
        </Card>
    }
}
