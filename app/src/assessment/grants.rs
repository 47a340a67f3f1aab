//! What was excused, extended, closed and let off in a quarter, beside the base's sheet.

use hatchboard::{
    assessment::store::{self, Grant, GrantFor, GrantKind},
    period::Quarter,
};
use leptos::prelude::*;

use super::{here::Here, problem::told, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    ui::{
        badge::{Badge, Tone},
        table::{Column, Table},
        time,
    },
    weekly_report::desk::exceptions::period_name,
};

/// The most rows that stand beside a sheet.
const MOST: usize = 20;

/// The newest of a quarter.
#[derive(Debug, Clone)]
pub struct Grants {
    quarter: Quarter,
    rows: Vec<Grant>,
    /// There are more.
    more: bool,
}

impl Grants {
    pub(super) async fn load(at: &At, quarter: Quarter) -> Result<Self, AppError> {
        // One more tells whether there are others.
        let found = store::granted(&at.request.store, &at.reader, quarter, MOST as u64 + 1).await;
        let mut rows = found.map_err(|error| told(error, at.language()))?;
        let more = rows.len() > MOST;
        rows.truncate(MOST);
        Ok(Self { quarter, rows, more })
    }
}

#[component]
pub(super) fn GrantList(here: Here, grants: Grants) -> AnyView {
    let language = crate::ui::language();
    let path = |below: &str| format!("/b/{}{below}", here.base.slug);
    let mut weeks = grants.quarter.weeks();
    let (first, last) = (weeks.next(), weeks.next_back());
    let all = first.zip(last).map(|(first, last)| path(&format!("/exceptions?from={first}&to={last}")));
    let all = all.map(|href| view! { <a class="among-words" href=href>{words::all_exceptions(language)}</a> });
    let closed = path("/rectifications?state=closed");
    let links = view! {
        <p>
            {all} " · " <a class="among-words" href=closed>
                {words::all_closures(language)}
            </a>
        </p>
    };
    if grants.rows.is_empty() {
        return view! {
            <h3>{words::reference_exceptions(language)}</h3>
            <p class="soft">{words::no_exceptions(language)}</p>
            {links}
        }
        .into_any();
    }
    let more = grants.more.then(|| view! { <p class="soft">{words::newest_exceptions(language, MOST)}</p> });
    let rows = grants.rows.into_iter().map(|row| view! { <Row here=here.clone() row=row /> }).collect_view();
    view! {
        <h3>{words::reference_exceptions(language)}</h3>
        <Table caption=words::reference_exceptions(language)>
            <thead>
                <tr>
                    <Column label=words::subject(language) />
                    <Column label=words::grant_kind(language) />
                    <Column label=words::grant_period(language) />
                    <Column label=words::reason(language) />
                    <Column label=words::granted_by(language) />
                    <Column label=words::granted_at(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        {more}
        {links}
    }
    .into_any()
}

#[component]
fn Row(here: Here, row: Grant) -> AnyView {
    let (language, zone) = (crate::ui::language(), here.base.zone);
    let kind = match row.until {
        Some(until) => words::extended_until(language, time::minute(until, zone)),
        None => kind_name(language, row.kind).to_owned(),
    };
    let period = match row.period {
        GrantFor::Filing(period) => period_name(language, period),
        GrantFor::Due(day) => words::due_on(language, day),
    };
    let revoked = row.revoked.then(|| view! { " " <Badge tone=Tone::Calm sign="✕" word=words::revoked(language) /> });
    let itself = row.subject.is_none();
    let subject = row.subject.unwrap_or_else(|| words::of_base(language).to_owned());
    view! {
        <tr>
            <td class="card-title" lang=(!itself).then_some("zh-CN")>
                {subject}
            </td>
            <td data-label=words::grant_kind(language)>{kind} {revoked}</td>
            <td class="nowrap" data-label=words::grant_period(language)>
                {period}
            </td>
            <td class="pre" data-label=words::reason(language)>
                {row.reason}
            </td>
            <td data-label=words::granted_by(language)>{row.by}</td>
            <td class="nowrap" data-label=words::granted_at(language)>
                {time::minute(row.at, zone)}
            </td>
        </tr>
    }
    .into_any()
}

fn kind_name(language: Language, kind: GrantKind) -> &'static str {
    match kind {
        GrantKind::Excuse => words::excuse(language),
        GrantKind::Extension => words::extension(language),
        GrantKind::Closure => words::closure(language),
        GrantKind::MoreTime => words::more_time(language),
        GrantKind::Withdrawal => words::withdrawal(language),
    }
}
