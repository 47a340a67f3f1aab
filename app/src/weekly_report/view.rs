//! A report as it was filed, for its author, its reviewer and on paper.
//!
//! ```ignore
//! let report = read::report(&store, scope, id).await?;
//! view! { <ReportView report=report zone=base.zone compare_path=page signatures=true /> }
//! ```
//!
//! What can be done with it (withdraw, accept, return, comment) the page puts beside it.

use std::collections::BTreeMap;

use chrono_tz::Tz;
use hatchboard::{
    monthly_plan::store::PlannedItem,
    weekly_report::{
        Activity, ActivityField as Of, Content, Field, Report,
        store::read::{Comparison, ReportPage},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    answers::{Answer, answers},
    attachments::{Attachments, counted},
    facts::{ContentBadge, ExpectationBadge, StateBadge, TimelinessBadge},
    history::History,
    problems, words,
};
use crate::ui::{
    badge::Tone,
    card::{Card, Fact},
    icon::{Icon, Picture},
    language,
    notice::Notice,
    number::grouped,
    table::{Column, Table},
    time,
};

/// Receipt, facts, answers, attachments, versions and history of a report that has been filed at least once.
#[component]
pub fn ReportView(
    report: ReportPage,
    zone: Tz,
    /// The page that shows it: two versions are compared at `?compare=1..2` of it.
    #[prop(into)]
    compare_path: String,
    /// What `?compare=…` asks for.
    #[prop(optional_no_strip)]
    comparison: Option<Comparison>,
    /// The receipt stands large above it, as its author wants it; otherwise its number is one of the facts.
    #[prop(optional)]
    large_receipt: bool,
    /// The page shows the files itself, where more of them can be added; they stand here on paper only.
    #[prop(optional)]
    files_follow: bool,
    /// On paper: room for signature and seal.
    #[prop(optional)]
    signatures: bool,
) -> AnyView {
    let language = language();
    let newest = report.versions.last().cloned();
    let planned = report.planned.clone();
    let files = report.attachments.clone();
    let files_counted = counted(language, files.len());
    view! {
        <div class="report">
            <ReceiptCard report=report.clone() zone=zone large=large_receipt />
            {comparison.map(|comparison| view! { <Compared comparison=comparison /> })}
            {newest
                .map(|version| {
                    view! {
                        <Card title=words::report_answers(language)>
                            <Answers report=version.report planned=planned />
                        </Card>
                    }
                })}
            {(!files.is_empty())
                .then(|| {
                    view! {
                        <div class=if files_follow { "only-on-paper" } else { "" }>
                            <Card title=format!("{} {files_counted}", words::attachments(language))>
                                <Attachments files=files />
                            </Card>
                        </div>
                    }
                })} <History report=report zone=zone compare_path=compare_path />
            {signatures
                .then(|| {
                    view! {
                        <div class="signatures only-on-paper">
                            <p>{words::signature_author(language)}</p>
                            <p>{words::signature_seal(language)}</p>
                        </div>
                    }
                })}
        </div>
    }
    .into_any()
}

/// Number, time, and whether it came on time.
#[component]
fn ReceiptCard(report: ReportPage, zone: Tz, large: bool) -> AnyView {
    let language = language();
    let facts = report.facts.clone();
    let by = report.versions.first().map(|version| version.filed_by.clone()).unwrap_or_default();
    let again = facts.filed_at.filter(|at| facts.first_filed_at.is_some_and(|first| first < *at));
    let again = again.map(|at| format!(" · {}", words::receipt_again(language, time::minute(at, zone))));
    let filed = facts.first_filed_at.map(|at| words::receipt_filed(language, time::minute(at, zone), by));
    let filed = filed.map(|words| words + &again.unwrap_or_default());
    let behalf = facts.on_behalf.then(|| {
        let confirmed = report
            .events
            .iter()
            .rfind(|event| event.kind == hatchboard::weekly_report::store::EventKind::Confirmed)
            .filter(|_| facts.on_behalf_confirmed);
        confirmed.map_or_else(
            || words::receipt_on_behalf_open(language).to_owned(),
            |event| words::receipt_on_behalf_confirmed(language, time::minute(event.at, zone)),
        )
    });
    let due = facts.due_at.map(|due| time::minute(due, zone));
    let expectation = view! { <ExpectationBadge facts=facts.clone() /> };
    let [on_receipt, timeliness] = [0, 1].map(|_| view! { <TimelinessBadge facts=facts.clone() /> });
    let content = view! { <ContentBadge facts=facts.clone() /> };
    let stands = facts.state.is_some_and(hatchboard::weekly_report::State::is_filed);
    let receipt = report.receipt.filter(|_| stands);
    let in_facts = receipt.clone().filter(|_| !large);
    let filed_in_facts = filed.clone().filter(|_| !large);
    view! {
        {receipt
            .filter(|_| large)
            .map(|number| {
                view! {
                    <section class="receipt" aria-label=words::receipt_title(language)>
                        <Picture icon=Icon::Check />
                        <p>{words::receipt_title(language)}</p>
                        <strong class="receipt-number">{number}</strong>
                        {filed.map(|words| view! { <p>{words}</p> })}
                        {on_receipt}
                    </section>
                }
            })}
        <dl class="facts">
            <Fact term=words::column_expected(language)>{expectation}</Fact>
            <Fact term=words::column_timely(language)>{timeliness}</Fact>
            <Fact term=words::column_content(language)>{content}</Fact>
            <Fact term=words::column_state(language)>
                {facts.state.map(|state| view! { <StateBadge state=state /> })}
            </Fact>
            {in_facts.map(|number| view! { <Fact term=words::receipt_number(language)>{number}</Fact> })}
            {filed_in_facts.map(|words| view! { <Fact term=words::column_filed(language)>{words}</Fact> })}
            {due.map(|due| view! { <Fact term=words::column_due(language)>{due}</Fact> })}
            {behalf.map(|words| view! { <Fact term=words::receipt_on_behalf(language)>{words}</Fact> })}
        </dl>
    }
    .into_any()
}

/// What was answered to each question; what was not answered is left out.
#[component]
pub fn Answers(report: Report, #[prop(optional)] planned: Vec<PlannedItem>) -> AnyView {
    let language = language();
    let notices: Vec<String> = report.notices().into_iter().map(|notice| problems::notice(language, notice)).collect();
    let nothing = report.content == Content::NothingToReport;
    let lines = answers(language, &report);
    view! {
        {nothing.then(|| view! { <Notice tone=Tone::Calm words=words::nothing_was_reported(language) /> })}
        {notices.into_iter().map(|words| view! { <Notice tone=Tone::Warn words=words /> }).collect_view()}
        <dl class="answers">
            {lines
                .into_iter()
                .map(|Answer { term, value, .. }| {
                    view! {
                        <div>
                            <dt>{term}</dt>
                            <dd>{value}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
        <ProgressTable planned=planned told=report.progress />
        <ActivityTable activities=report.activities />
    }
    .into_any()
}

/// What was told of the month's plan; nothing where nothing was.
#[component]
fn ProgressTable(planned: Vec<PlannedItem>, told: BTreeMap<Uuid, u32>) -> AnyView {
    let language = language();
    let rows: Vec<_> = planned
        .into_iter()
        .filter_map(|PlannedItem { item, told_before }| {
            let quantity = told.get(&item.id)?;
            let amount = |quantity: u32| format!("{} {}", grouped(quantity.into()), item.unit);
            Some(view! {
                <tr>
                    <td class="card-title">{item.what.clone()}</td>
                    <td class="number" data-label=words::progress_this_week(language)>
                        {amount(*quantity)}
                    </td>
                    <td class="number" data-label=words::progress_before(language)>
                        {amount(told_before)}
                    </td>
                    <td class="number" data-label=words::progress_planned(language)>
                        {amount(item.quantity)}
                    </td>
                </tr>
            })
        })
        .collect();
    (!rows.is_empty())
        .then(|| {
            view! {
                <Table caption=words::field(language, Field::Progress)>
                    <thead>
                        <tr>
                            <Column label=words::field(language, Field::Progress) />
                            <Column label=words::progress_this_week(language) numeric=true />
                            <Column label=words::progress_before(language) numeric=true />
                            <Column label=words::progress_planned(language) numeric=true />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
            }
        })
        .into_any()
}

#[component]
fn ActivityTable(activities: Vec<Activity>) -> AnyView {
    let language = language();
    let head = move |of| words::activity(language, of);
    (!activities.is_empty())
        .then(|| {
            let rows = activities.into_iter().map(|activity| {
                let number = |value: Option<u32>| value.map(|value| grouped(value.into())).unwrap_or_default();
                view! {
                    <tr>
                        <td class="card-title">{activity.what}</td>
                        <td data-label=head(Of::On)>{activity.on.to_string()}</td>
                        <td data-label=head(Of::Kind)>{activity.kind.map(|kind| words::kind(language, kind))}</td>
                        <td data-label=head(Of::Place)>{activity.place}</td>
                        <td class="number" data-label=head(Of::Attendances)>
                            {number(activity.attendances)}
                        </td>
                        <td class="number" data-label=head(Of::Beneficiaries)>
                            {number(activity.beneficiaries)}
                        </td>
                    </tr>
                }
            });
            let rows = rows.collect_view();
            view! {
                <Table caption=words::field(language, Field::Activities)>
                    <thead>
                        <tr>
                            <Column label=head(Of::What) />
                            <Column label=head(Of::On) />
                            <Column label=head(Of::Kind) />
                            <Column label=head(Of::Place) />
                            <Column label=head(Of::Attendances) numeric=true />
                            <Column label=head(Of::Beneficiaries) numeric=true />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
            }
        })
        .into_any()
}

/// Two versions, field by field, only where they differ.
#[component]
pub fn Compared(comparison: Comparison) -> AnyView {
    let language = language();
    let title = words::compare_with(language, comparison.old.number, comparison.new.number);
    let same = comparison.changes.is_empty();
    let [old, new] = [comparison.old.number, comparison.new.number].map(|number| words::version_line(language, number));
    let rows = comparison.changes.into_iter().map(|change| {
        let (old_words, new_words) = (old.clone(), new.clone());
        view! {
            <tr>
                <td class="card-title">{words::path(language, change.path)}</td>
                <td data-label=old_words>
                    <del>{words::value(language, change.path, &change.old)}</del>
                </td>
                <td data-label=new_words>
                    <ins>{words::value(language, change.path, &change.new)}</ins>
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=title.clone() id="compare" flush=!same>
            {if same {
                view! { <p class="soft">{words::compare_same(language)}</p> }.into_any()
            } else {
                view! {
                    <Table caption=title>
                        <thead>
                            <tr>
                                <Column label="" />
                                <Column label=old />
                                <Column label=new />
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </Table>
                }
                    .into_any()
            }}
        </Card>
    }
    .into_any()
}
