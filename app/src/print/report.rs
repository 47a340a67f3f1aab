//! 周汇报表: what was filed for a week, with what the review came to.

use hatchboard::{
    access::Scope,
    monthly_plan::store::PlannedItem,
    period::Week,
    weekly_report::{
        Activity, ActivityField as Of, Content, Field, Report, State,
        store::{
            EventKind, Version,
            read::{self, ReportPage},
        },
    },
};

use super::{
    paper::{Block, Column, Fact, Printed, Row, Shape, Signature, Table, Text, fact, wide_fact},
    side::Side,
    words,
};
use crate::{
    Language,
    error::AppError,
    ui::{number::grouped, time},
    weekly_report::{
        answers::{Answer, answers},
        cell, fault,
        history::kind,
        words as names,
    },
};

/// There is none before it was filed.
pub(super) async fn of(side: &Side, subject: &str, week: Week) -> Result<Printed, AppError> {
    let (store, language) = (&side.request().store, side.language());
    let told = |error| fault::told(language, error);
    let reader = side.of(subject)?;
    let id = read::report_of(store, &reader, week).await.map_err(told)?.ok_or(AppError::NotFound)?;
    let page = read::report(store, Scope::from(&reader), id).await.map_err(told)?;
    let newest = page.versions.last().ok_or(AppError::NotFound)?;
    let base = side.base();
    let mut blocks = vec![Block::Facts(head(side, &page, week)), Block::Facts(answered(language, &newest.report))];
    blocks.extend(section(progress(language, &page.planned, &newest.report)));
    blocks.extend(section(activities(language, &newest.report.activities)));
    blocks.push(Block::Heading(words::report_review(language).into()));
    blocks.push(Block::Facts(review(side, &page)));
    let reviewer = if page.subject.of_base { &base.bureau_name } else { &base.operator_name };
    let signature = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    blocks.push(Block::Signatures(vec![
        signature(names::signature_author(language), &newest.filed_by),
        signature(words::signs_organisation(language), &page.subject.name),
        signature(words::report_reviewer(language), reviewer),
    ]));
    let back = match side {
        Side::Own { .. } => side.path(&format!("/reports/{week}")),
        Side::Base(_) if page.subject.of_base => side.path(&format!("/base-reports/{week}")),
        Side::Base(_) => side.path(&format!("/reports/{id}")),
    };
    let title = words::report_title(language, time::week_of_year(language, week));
    let paper = side.paper(Shape::Form, &base.name, title, String::new(), blocks)?;
    Ok(Printed { paper, back, docx: String::new() })
}

/// Whose it is, its receipt, when it came and by whom.
fn head(side: &Side, page: &ReportPage, week: Week) -> Vec<Fact> {
    let (language, facts) = (side.language(), &page.facts);
    let dash = || Text::from("–");
    let filed = |version: &Version| Text::typed(format!("{} {}", version.filed_by, minute(side, version.filed_at)));
    let stands = facts.state.is_some_and(State::is_filed);
    let receipt = page.receipt.as_deref().filter(|_| stands);
    let state = facts.state.map_or_else(dash, |state| names::state(language, state).into());
    let mut head = vec![
        fact(words::report_subject(language), Text::typed(&page.subject.name)),
        fact(names::column_week(language), time::week(language, week)),
        fact(names::receipt_number(language), receipt.map_or_else(dash, Text::from)),
        fact(names::column_state(language), state),
        fact(names::column_filed(language), page.versions.first().map_or_else(dash, filed)),
        fact(names::column_due(language), facts.due_at.map_or_else(dash, |due| minute(side, due).into())),
        fact(names::column_timely(language), cell::word(language, &facts.cell)),
        fact(names::attachments(language), page.attachments.len().to_string()),
    ];
    if let [_, .., newest] = page.versions.as_slice() {
        head.push(wide_fact(words::report_filed_again(language, newest.number), filed(newest)));
    }
    if facts.on_behalf {
        let word = if facts.on_behalf_confirmed { words::report_confirmed } else { names::receipt_on_behalf_open };
        head.push(wide_fact(names::receipt_on_behalf(language), word(language)));
    }
    head
}

fn minute(side: &Side, at: chrono::DateTime<chrono::Utc>) -> String {
    time::minute(at, side.zone())
}

/// Somebody's own words have a line of their own, two numbers share one.
fn answered(language: Language, report: &Report) -> Vec<Fact> {
    let nothing = (report.content == Content::NothingToReport)
        .then(|| wide_fact(names::column_content(language), names::nothing_was_reported(language)));
    let line = |Answer { term, value, typed }: Answer| {
        if typed { wide_fact(term, Text::typed(value)) } else { fact(term, value) }
    };
    nothing.into_iter().chain(answers(language, report).into_iter().map(line)).collect()
}

/// A table below its name; nothing where it has no rows.
fn section(table: Table) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(table.caption.as_str().into()), Block::Table(table)]
}

/// What was told of the month's plan.
fn progress(language: Language, planned: &[PlannedItem], report: &Report) -> Table {
    let row = |PlannedItem { item, told_before }: &PlannedItem| {
        let amount = |quantity: u32| Text::typed(format!("{} {}", grouped(quantity.into()), item.unit));
        let told = report.progress.get(&item.id)?;
        let cells = vec![Text::typed(&item.what), amount(*told), amount(*told_before), amount(item.quantity)];
        Some(Row::Cells(cells))
    };
    Table {
        caption: names::field(language, Field::Progress).to_owned(),
        columns: vec![
            Column::words(names::field(language, Field::Progress)),
            Column::number(names::progress_this_week(language)),
            Column::number(names::progress_before(language)),
            Column::number(names::progress_planned(language)),
        ],
        rows: planned.iter().filter_map(row).collect(),
    }
}

fn activities(language: Language, listed: &[Activity]) -> Table {
    let head = |of: Of| names::activity(language, of);
    let number = |value: Option<u32>| value.map(|value| grouped(value.into())).unwrap_or_default();
    let row = |one: &Activity| {
        Row::Cells(vec![
            Text::typed(&one.what),
            one.on.to_string().into(),
            one.kind.map(|kind| names::kind(language, kind)).unwrap_or_default().into(),
            Text::typed(&one.place),
            number(one.attendances).into(),
            number(one.beneficiaries).into(),
        ])
    };
    Table {
        caption: names::field(language, Field::Activities).to_owned(),
        columns: vec![
            Column::words(head(Of::What)),
            Column::words(head(Of::On)),
            Column::words(head(Of::Kind)),
            Column::words(head(Of::Place)),
            Column::number(head(Of::Attendances)),
            Column::number(head(Of::Beneficiaries)),
        ],
        rows: listed.iter().map(row).collect(),
    }
}

/// What was decided on the filing that stands; an earlier return of it is history.
fn review(side: &Side, page: &ReportPage) -> Vec<Fact> {
    let language = side.language();
    let decides = |kind: EventKind| matches!(kind, EventKind::Accepted | EventKind::Returned | EventKind::Reopened);
    let reviewed = matches!(page.facts.state, Some(State::Accepted | State::Returned));
    let Some(event) = page.events.iter().rfind(|event| decides(event.kind)).filter(|_| reviewed) else {
        return vec![wide_fact(words::report_result(language), words::report_unreviewed(language))];
    };
    let (_, word) = kind(language, event.kind);
    let mut told = vec![
        fact(words::report_result(language), word),
        fact(words::by(language), Text::typed(format!("{} {}", event.by, minute(side, event.at)))),
    ];
    if !event.words.is_empty() {
        told.push(wide_fact(words::what_was_said(language), Text::typed(&event.words)));
    }
    told
}
