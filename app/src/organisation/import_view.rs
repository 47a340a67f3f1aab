//! The rows of an import: what would become of each, and what has.

use hatchboard::{
    incubation::Mode,
    organisation::import::{Accepted, Change, DoneRow, JudgedRow, Outcome},
};
use leptos::prelude::*;

use super::import_words as words;
use crate::{
    Language,
    incubation::words as incubation_words,
    ui::{
        badge::{Badge, Tone},
        language,
        list_query::ListQuery,
        table::{Column, FilterBar, FilterSelect, Pager, Table},
    },
};

const PER_PAGE: u64 = 100;

/// Which rows of a preview are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Accepted,
    Updates,
    Rejected,
}

impl Shown {
    const ALL: [Self; 3] = [Self::Accepted, Self::Updates, Self::Rejected];

    fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Updates => "updates",
            Self::Rejected => "rejected",
        }
    }

    fn words(self, language: Language) -> &'static str {
        match self {
            Self::Accepted => words::only_accepted(language),
            Self::Updates => words::only_updates(language),
            Self::Rejected => words::only_rejected(language),
        }
    }

    fn covers(self, row: &JudgedRow) -> bool {
        match (&row.outcome, self) {
            (Outcome::Accepted(_), Self::Accepted) | (Outcome::Rejected(_), Self::Rejected) => true,
            (Outcome::Accepted(accepted), Self::Updates) => matches!(accepted.change, Change::Updates { .. }),
            _ => false,
        }
    }
}

/// The part of a list that the link's page shows.
fn part<T>(query: &ListQuery, rows: Vec<T>) -> (Vec<T>, u64) {
    let total = rows.len() as u64;
    let page = query.page().min(total.div_ceil(PER_PAGE).max(1));
    let first = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    (rows.into_iter().skip(first).take(100).collect(), total)
}

#[component]
pub fn JudgedRows(query: ListQuery, judged: Vec<JudgedRow>) -> AnyView {
    let language = language();
    let shown = Shown::ALL.into_iter().find(|shown| query.get("show") == Some(shown.code()));
    let covered = judged.into_iter().filter(|row| shown.is_none_or(|shown| shown.covers(row))).collect();
    let (rows, total) = part(&query, covered);
    let choices = Shown::ALL.map(|shown| (shown.code().to_owned(), shown.words(language).to_owned()));
    let rows = rows.into_iter().map(|row| view! { <Judged row=row /> }).collect_view();
    view! {
        <FilterBar>
            <FilterSelect
                name="show"
                label=words::show(language)
                options=Vec::from(choices)
                all=words::all_rows(language)
            />
        </FilterBar>
        <Table caption=words::outcome(language)>
            <Heads />
            <tbody>{rows}</tbody>
        </Table>
        <Pager size=PER_PAGE total=total exported=false />
    }
    .into_any()
}

#[component]
fn Heads() -> AnyView {
    let language = language();
    view! {
        <thead>
            <tr>
                <Column label=words::name(language) />
                <Column label=words::row(language) numeric=true />
                <Column label=words::outcome(language) />
                <Column label=words::detail(language) />
            </tr>
        </thead>
    }
    .into_any()
}

#[component]
fn Judged(row: JudgedRow) -> AnyView {
    let language = language();
    let (tone, sign, word, lines) = match &row.outcome {
        Outcome::Rejected(reasons) => {
            let lines = reasons.iter().map(|reason| words::reason(language, reason)).collect();
            (Tone::Bad, "×", words::rejected(language), lines)
        }
        Outcome::Accepted(accepted) => {
            let (tone, sign, word) = match accepted.change {
                Change::New => (Tone::Good, "+", words::new(language)),
                Change::Updates { .. } => (Tone::Accent, "~", words::updates(language)),
                Change::Unchanged { .. } => (Tone::Calm, "=", words::unchanged(language)),
            };
            let mut lines = changes(language, accepted);
            lines.extend(row.warnings.iter().map(|warning| words::warning(language, warning)));
            (tone, sign, word, lines)
        }
    };
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! {
        <tr>
            <td class="card-title">{row.name}</td>
            <td class="number" data-label=words::row(language)>
                {place(&row.sheet, row.row)}
            </td>
            <td data-label=words::outcome(language)>
                <Badge tone=tone sign=sign word=word />
            </td>
            <td data-label=words::detail(language)>
                <ul class="plain">{lines}</ul>
            </td>
        </tr>
    }
    .into_any()
}

/// `花名册 4`
fn place(sheet: &str, row: u32) -> String {
    format!("{sheet} {row}")
}

fn changes(language: Language, accepted: &Accepted) -> Vec<String> {
    match &accepted.change {
        Change::Updates { differences, .. } => differences
            .iter()
            .map(|difference| {
                words::difference(
                    language,
                    super::words::field_name(language, difference.field),
                    words::field_text(language, difference.field, &difference.before),
                    words::field_text(language, difference.field, &difference.after),
                )
            })
            .collect(),
        Change::Unchanged { .. } => Vec::new(),
        Change::New => vec![match accepted.admitted_on {
            Some(day) => {
                let mode = accepted.mode.unwrap_or(Mode::InShell);
                words::begins(language, day, incubation_words::mode_name(language, mode))
            }
            None => words::no_admission(language).to_owned(),
        }],
    }
}

#[component]
pub fn DoneRows(slug: String, query: ListQuery, rows: Vec<DoneRow>) -> AnyView {
    let language = language();
    let (rows, total) = part(&query, rows);
    let row = |row: DoneRow| {
        let (tone, sign, word) = words::done(language, row.done);
        let reasons: Vec<String> = row.reasons.iter().map(|reason| words::reason(language, reason)).collect();
        let name = match row.organisation {
            Some(id) => view! { <a href=format!("/b/{slug}/organisations/{id}")>{row.name}</a> }.into_any(),
            None => view! { {row.name} }.into_any(),
        };
        view! {
            <tr>
                <td class="card-title">{name}</td>
                <td class="number" data-label=words::row(language)>
                    {place(&row.sheet, row.row)}
                </td>
                <td data-label=words::outcome(language)>
                    <Badge tone=tone sign=sign word=word />
                </td>
                <td data-label=words::detail(language)>{reasons.join(words::join(language))}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::outcome(language)>
            <Heads />
            <tbody>{rows}</tbody>
        </Table>
        <Pager size=PER_PAGE total=total exported=false />
    }
    .into_any()
}
