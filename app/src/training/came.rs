//! Who came to a session, and what was put right on its list.

use std::collections::HashMap;

use hatchboard::training::{
    Party, State,
    store::{Attendance, Guest, TrainingPage},
};
use leptos::prelude::*;

use super::words;
use crate::{
    base::At,
    ui::{
        badge::{Badge, Tone},
        card::{Card, Event},
        language,
        number::grouped,
        table::{Column, Table},
        time,
    },
};

/// By organisation; those of which nobody came stand in one line below.
#[component]
pub(super) fn Came(at: At, found: TrainingPage) -> AnyView {
    let language = at.language();
    let row = &found.row;
    let number = |number: u32| grouped(number.into());
    let sums = words::sums(language, number(row.came), number(row.attendances), number(row.invited));
    let mut people: HashMap<&Party, Vec<&str>> = HashMap::new();
    for one in found.attendances.iter().filter(|one| one.struck.is_none()) {
        people.entry(&one.party).or_default().push(&one.person);
    }
    let came = found.guests.iter().filter_map(|guest| Some((guest, people.get(&guest.party)?)));
    let lines =
        came.map(|(guest, people)| view! { <Line guest=guest.clone() people=people.join("、") number=people.len() /> });
    let lines = lines.collect_view();
    let others = found.guests.iter().filter(|guest| guest.invited && !people.contains_key(&guest.party));
    let others: Vec<&str> = others.map(|guest| guest.name.as_str()).collect();
    let over = row.state == State::Held || at.today() > row.held_on;
    let others = (!others.is_empty()).then(|| {
        let (number, names) = (others.len().to_string(), others.join("、"));
        let words = match row.state {
            State::Cancelled => words::had_invited(language, number, names),
            _ if over => words::absent(language, number, names),
            _ => words::awaited(language, number, names),
        };
        view! { <p class="soft card-foot">{words}</p> }
    });
    let table = if row.attendances == 0 {
        let words = if over { words::nobody(language) } else { words::nobody_yet(language) };
        (row.state != State::Cancelled).then(|| view! { <p class="card-note">{words}</p> }).into_any()
    } else {
        view! {
            <Table caption=words::came_caption(language)>
                <thead>
                    <tr>
                        <Column label=words::organisation(language) />
                        <Column label=words::invited(language) />
                        <Column label=words::people(language) />
                        <Column label=words::number(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </Table>
        }
        .into_any()
    };
    view! {
        <Card title=words::came(language) flush=true id="came">
            <p class="soft card-note">{sums}</p>
            {table}
            {others}
        </Card>
    }
    .into_any()
}

#[component]
fn Line(guest: Guest, people: String, number: usize) -> AnyView {
    let language = language();
    let (tone, sign, word) = if guest.invited {
        (Tone::Calm, "✉", words::invited_yes(language))
    } else {
        (Tone::Accent, "+", words::invited_no(language))
    };
    let outside = matches!(guest.party, Party::Outside(_))
        .then(|| view! { <span class="soft">{words::outside(language)}</span> });
    view! {
        <tr>
            <td class="card-title">{guest.name} " " {outside}</td>
            <td data-label=words::invited(language)>
                <Badge tone=tone sign=sign word=word />
            </td>
            <td data-label=words::people(language)>{people}</td>
            <td class="number" data-label=words::number(language)>
                {number.to_string()}
            </td>
        </tr>
    }
    .into_any()
}

/// Who was taken off, and who was entered after the day; nothing where nothing was put right.
#[component]
pub(super) fn Corrections(at: At, found: TrainingPage) -> AnyView {
    let language = at.language();
    let name = |one: &Attendance| {
        let guest = found.guests.iter().find(|guest| guest.party == one.party);
        guest.map(|guest| guest.name.clone()).unwrap_or_default()
    };
    let mut lines: Vec<_> = Vec::new();
    for one in &found.attendances {
        if !one.entered_for.is_empty() {
            let title = words::late_line(language, &one.person, name(one));
            lines.push((one.at, title, one.by.clone(), one.entered_for.clone(), Tone::Accent));
        }
        if let Some(struck) = &one.struck {
            let title = words::struck_line(language, &one.person, name(one));
            lines.push((struck.at, title, struck.by.clone(), struck.why.clone(), Tone::Warn));
        }
    }
    if lines.is_empty() {
        return ().into_any();
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.0));
    let events = lines.into_iter().map(|(when, title, by, why, tone)| {
        let note = words::by_at(language, by, time::minute(when, at.zone()), why);
        view! { <Event tone=tone title=title note=note /> }
    });
    let events = events.collect_view();
    view! {
        <Card title=words::corrections(language) id="corrections">
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}
