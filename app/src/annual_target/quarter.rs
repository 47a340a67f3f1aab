//! The year's targets as one quarter shows them, beside other things of the quarter.

use hatchboard::{annual_target::store::TargetLine, period::Quarter};
use leptos::prelude::*;

use super::{
    look::{Bar, known, name, of_quarter, planned},
    words,
};
use crate::{
    base::At,
    ui::{
        badge::{Badge, Tone},
        language,
        number::percent,
        table::{Column, Table},
    },
};

/// Plan against actual, of the quarter and of the year; each line opens into what it counts.
#[component]
pub(crate) fn QuarterTargets(at: At, quarter: Quarter, lines: Vec<TargetLine>) -> AnyView {
    let language = language();
    let index = usize::try_from(quarter.quarter()).unwrap_or(1).saturating_sub(1);
    let rows = lines.into_iter().map(|line| view! { <Row at=at.clone() quarter=quarter index=index line=line /> });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::caption(language, quarter)>
            <thead>
                <tr>
                    <Column label=words::target(language) />
                    <Column label=words::quarter_name(language, index) numeric=true />
                    <Column label=words::annual(language) numeric=true />
                    <Column label=words::actual(language) numeric=true />
                    <Column label=words::achieved(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(at: At, quarter: Quarter, index: usize, line: TargetLine) -> AnyView {
    let language = language();
    let TargetLine { target, actual, progress, .. } = line;
    let href = at.path(&format!("/targets/{}?year={}", target.code, quarter.year()));
    let behind = progress.is_behind(&target);
    let called = name(language, &target);
    let share = if progress.is_known { percent(progress.achieved.into()) } else { "–".to_owned() };
    let slow = behind.then(|| view! { <Badge tone=Tone::Warn sign="!" word=words::behind(language) /> });
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{called.clone()}</a>
            </td>
            <td class="number" data-label=words::quarter_name(language, index)>
                {of_quarter(language, &target, actual.quarters[index], target.split[index])}
            </td>
            <td class="number" data-label=words::annual(language)>
                {planned(language, &target)}
            </td>
            <td class="number" data-label=words::actual(language)>
                {known(language, target.measure, actual.total(target.measure))}
            </td>
            <td data-label=words::achieved(language)>
                <div class="bar-cell">
                    <span>{share.clone()} " " {slow}</span>
                    <Bar label=words::bar(language, called, share) achieved=progress.achieved behind=behind />
                </div>
            </td>
        </tr>
    }
    .into_any()
}
