//! What stands above the form of a week.

use chrono_tz::Tz;
use hatchboard::weekly_report::{Field as Of, FieldPath, Reopening, Value};
use leptos::prelude::*;

use super::{Clash, Sheet, keeper, words};
use crate::{
    request::Request,
    ui::{badge::Tone, language, notice::Notice, time},
};

/// The server's time, what is left, why it is back, and what a colleague wrote meanwhile.
#[component]
pub fn Terms(sheet: Sheet) -> AnyView {
    let request = Request::current();
    let (language, now, zone) = (request.language, request.now, sheet.author.base.zone);
    let open = &sheet.open;
    let due = open.facts.due_at.map(|due| {
        let tone = if due < now {
            Tone::Bad
        } else if due - now < chrono::TimeDelta::days(1) {
            Tone::Warn
        } else {
            Tone::Calm
        };
        let at = time::deadline(language, due, zone);
        let said = if open.returned.is_some() { words::due_again(language, at) } else { words::due(language, at) };
        view! {
            <span data-tone=tone.code()>
                {said} " · " <strong>{time::left(language, now, due)}</strong>
            </span>
        }
    });
    let subject = &sheet.author.subject;
    let role = if subject.is_on_behalf() {
        Some(words::on_behalf_notice(language, &open.subject.name))
    } else if subject.is_base() {
        Some(words::base_notice(language).to_owned())
    } else {
        None
    };
    let returned = open.returned.clone().filter(|_| open.reopening.is_none());
    let saved = open.saved_at.zip(open.saved_by.clone());
    view! {
        {returned
            .map(|back| {
                let title = words::today_returned_by(language, &back.by, time::minute(back.at, zone));
                view! {
                    <Notice tone=Tone::Warn words=format!("{} · {title}", words::event_returned(language))>
                        <blockquote class="reason">{back.reason}</blockquote>
                    </Notice>
                }
            })}
        {open.reopening.clone().map(|terms| view! { <Reopened terms=terms zone=zone /> })}
        {role.map(|words| view! { <Notice tone=Tone::Accent words=words /> })}
        {sheet.refused.as_ref().map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        {sheet.attempt.clash.clone().map(|clash| view! { <ClashNotice clash=clash /> })}
        <p class="report-clock">
            <span>{words::server_time(language, time::clock(now, zone))}</span>
            {if due.is_some() { due.into_any() } else { view! { <span>{words::no_deadline(language)}</span> }.into_any() }}
            {saved
                .map(|(at, by)| view! { <span>{words::draft_saved(language, time::minute(at, zone), by)}</span> })}
        </p>
    }
    .into_any()
}

/// That a report is open again: until when, why, and what may change.
#[component]
pub fn Reopened(terms: Reopening, zone: Tz) -> AnyView {
    let language = language();
    let fields: Vec<&str> = terms.scope.iter().map(|field| words::field(language, *field)).collect();
    let fields = fields.join(" · ");
    let part = (terms.scope.len() < Of::ALL.len()).then(|| view! { <p>{words::reopened_scope(language, fields)}</p> });
    let until = time::deadline(language, terms.until, zone);
    view! {
        <Notice tone=Tone::Warn words=words::reopened(language, until)>
            <blockquote class="reason">{terms.reason}</blockquote>
            {part}
        </Notice>
    }
    .into_any()
}

/// Both versions of each field on which two people differ. The form below holds one's own words.
#[component]
fn ClashNotice(clash: Clash) -> AnyView {
    let language = language();
    let said = move |path: FieldPath, value: &Value| keeper::said(language, path, value);
    let rows = clash.merged.conflicts.iter().map(|conflict| {
        view! {
            <li class="clash">
                <p>{words::path(language, conflict.path)}</p>
                <dl class="versions">
                    <div>
                        <dt>{words::mine(language)}</dt>
                        <dd>{said(conflict.path, &conflict.mine)}</dd>
                    </div>
                    <div>
                        <dt>{words::theirs(language)}</dt>
                        <dd>{said(conflict.path, &conflict.theirs)}</dd>
                    </div>
                </dl>
            </li>
        }
    });
    let rows = rows.collect_view();
    let words = words::clash_words(language, &clash.by);
    view! {
        <Notice tone=Tone::Warn words=words::clash_title(language)>
            <p>{words}</p>
            <ul class="clashes">{rows}</ul>
        </Notice>
    }
    .into_any()
}
