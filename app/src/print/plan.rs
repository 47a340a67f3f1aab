//! 月度工作计划表: a plan as it stands, with what was done of it.

use hatchboard::{
    monthly_plan::{
        Item,
        store::{PlanPage, open},
    },
    period::Month,
};

use super::{
    paper::{Block, Column, Printed, Row, Shape, Signature, Table, Text, fact},
    side::Side,
    words,
};
use crate::{
    Language,
    error::AppError,
    monthly_plan::{
        look::{rate, state_word},
        told,
        words::{self as names, outcome_name, progress_name},
    },
    ui::time,
};

/// There is none before something was submitted.
pub(super) async fn of(side: &Side, subject: &str, month: Month) -> Result<Printed, AppError> {
    let language = side.language();
    let page = open(&side.request().store, &side.of(subject)?, month).await.map_err(|error| told(error, language))?;
    if page.items.is_empty() {
        return Err(AppError::NotFound);
    }
    let base = side.base();
    let moment = |told: &Option<(chrono::DateTime<chrono::Utc>, String)>| {
        let told = told.as_ref().map(|(at, by)| format!("{by} {}", time::minute(*at, side.zone())));
        told.map_or_else(|| Text::from("–"), Text::typed)
    };
    let title = words::plan_title(language, time::month(language, month));
    let approver = if page.subject.of_base { &base.bureau_name } else { &base.operator_name };
    let signature = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    let blocks = vec![
        Block::Facts(vec![
            fact(words::plan_subject(language), Text::typed(&page.subject.name)),
            fact(words::state(language), state_word(language, &page.facts)),
            fact(words::plan_submitted(language), moment(&page.submitted)),
            fact(words::plan_decided(language), moment(&page.decided)),
            fact(words::completion(language), rate(&page.completion)),
            fact(words::items(language), page.items.len().to_string()),
        ]),
        Block::Table(table(side, &page, &title)),
        Block::Signatures(vec![
            signature(words::plan_made_by(language), &page.subject.name),
            signature(words::plan_approved_by(language), approver),
        ]),
    ];
    let (of_base, subject_id) = (page.subject.of_base, page.subject.id);
    let back = match side {
        Side::Base(_) if !of_base => side.path(&format!("/organisations/{subject_id}/plans/{month}")),
        _ => side.path(&format!("/plans/{month}")),
    };
    let paper = side.paper(Shape::Form, &base.name, title, String::new(), blocks)?;
    Ok(Printed { paper, back, docx: String::new() })
}

fn table(side: &Side, page: &PlanPage, title: &str) -> Table {
    let language = side.language();
    Table {
        caption: title.to_owned(),
        columns: vec![
            Column::number(words::place(language)),
            Column::words(names::what(language)),
            Column::number(names::planned(language)),
            Column::words(names::responsible(language)),
            Column::words(names::due_on(language)),
            Column::number(names::done(language)),
            Column::words(names::progress(language)),
        ],
        rows: (1_usize..).zip(&page.items).map(|(place, item)| row(side, page, place, item)).collect(),
    }
}

fn row(side: &Side, page: &PlanPage, place: usize, item: &Item) -> Row {
    let language: Language = side.language();
    let told = page.told.get(&item.id).into_iter().flatten();
    let sum = told.fold(0_u32, |sum, told| sum.saturating_add(told.quantity));
    let result = page.results.iter().find(|result| result.item == item.id);
    let done = result.map_or(sum, |result| result.done);
    let today = side.base().day(side.request().now);
    let stands = match result {
        Some(result) if result.reason.is_empty() => outcome_name(language, result.outcome, result.release).to_owned(),
        Some(result) => {
            let outcome = outcome_name(language, result.outcome, result.release);
            [outcome, &result.reason].join(words::between(language))
        }
        None => progress_name(language, item.progress(done, today)).to_owned(),
    };
    Row::Cells(vec![
        place.to_string().into(),
        Text::typed(&item.what),
        Text::typed(format!("{} {}", item.quantity, item.unit)),
        Text::typed(&item.responsible),
        item.due_on.to_string().into(),
        done.to_string().into(),
        stands.into(),
    ])
}
