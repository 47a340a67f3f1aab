//! One base of several, below their table: how its scores lie and moved, where the parties lie apart, who lives on.

use hatchboard::assessment::store::{Apart, Moved, Overview};
use leptos::prelude::*;

use super::{
    bands::bars,
    scores::{change, sheet},
    words,
};
use crate::{base::At, follow_up::survival::survival_path, ui::card::Card};

/// Lines of each list; the quarter's own page has more.
const LINES: usize = 3;

/// Nothing before a quarter was published and somebody has hatched for long enough.
#[component]
pub(super) fn BaseCard(
    at: At,
    /// The quarter that is shown of it.
    found: Option<Overview>,
    /// How many of the hatched live on.
    lives: Option<String>,
) -> AnyView {
    let language = at.language();
    if found.is_none() && lives.is_none() {
        return ().into_any();
    }
    let title = match &found {
        Some(found) => format!("{} · {}", at.base.name, found.quarter),
        None => at.base.name.clone(),
    };
    let scores = found.map(|found| scores(&at, &found));
    let (survival, today) = (survival_path(&at, at.today()), at.today());
    let lives = lives.map(|lives| {
        view! {
            <h3>
                <a href=survival>{words::survival(language)}</a>
            </h3>
            <p>{words::survival_said(language, today, lives)}</p>
        }
    });
    view! {
        <Card title=title lang="zh-CN">
            {scores}
            {lives}
        </Card>
    }
    .into_any()
}

fn scores(at: &At, found: &Overview) -> AnyView {
    let language = at.language();
    let moved = |one: &Moved| {
        let (tone, by) = change(one.moved);
        view! {
            <li>
                <a href=sheet(at, found, one.moved.subject) lang="zh-CN">
                    {one.name.clone()}
                </a>
                " "
                <span class="toned" data-tone=tone.code()>
                    {by}
                </span>
            </li>
        }
    };
    let apart = |one: &Apart| {
        view! {
            <li>
                <a href=sheet(at, found, one.subject) lang="zh-CN">
                    {one.name.clone()}
                </a>
                " "
                {one.difference.to_string()}
            </li>
        }
    };
    let moves = found.moved.iter().take(LINES).map(moved).collect_view();
    let moves = if found.moved.is_empty() {
        view! { <p class="soft">{words::moves_none(language)}</p> }.into_any()
    } else {
        view! { <ul class="names">{moves}</ul> }.into_any()
    };
    let differences = found.apart.iter().take(LINES).map(apart).collect_view();
    let drawn = if found.now.sheets == 0 {
        view! { <p class="soft">{words::no_points(language)}</p> }.into_any()
    } else {
        bars(at, found)
    };
    let differences = if found.apart.is_empty() {
        view! { <p class="soft">{words::apart_none(language)}</p> }.into_any()
    } else {
        view! { <ul class="names">{differences}</ul> }.into_any()
    };
    view! {
        {drawn}
        <h3>{words::moves(language)}</h3>
        {moves}
        <h3>{words::apart(language)}</h3>
        {differences}
    }
    .into_any()
}
