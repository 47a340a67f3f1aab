//! 整改通知书: what was found, by when it is to be put right, and what came of it.

use chrono::{DateTime, Utc};
use hatchboard::rectification::{
    Party,
    store::{self, Rectification},
};
use uuid::Uuid;

use super::{
    paper::{Block, Column, Printed, Row, Shape, Table, Text},
    result::{number, signed},
    side::Side,
    words,
};
use crate::{
    Language,
    error::AppError,
    rectification::{told, words::source_name},
    ui::time,
};

pub(super) async fn of(side: &Side, id: Uuid) -> Result<Printed, AppError> {
    let language = side.language();
    let found = store::one(&side.request().store, side.scope(), id).await.map_err(|error| told(error, language))?;
    let base = side.base();
    let office = if found.matter.given_by == Party::Bureau { &base.bureau_name } else { &base.operator_name };
    let addressee = if found.matter.of_base { &base.operator_name } else { &found.name };
    let due = time::plain_day(language, found.due_on);
    let closes = party_name(language, found.matter.closes());
    let mut blocks = vec![
        Block::Addressee(words::addressee(language, addressee).into()),
        Block::Paragraph(words::rectification_words(language, source_name(language, found.source)).into()),
        Block::Paragraph(Text::typed(&found.words)),
        Block::Paragraph(words::rectification_due(language, due, &found.owner).into()),
        Block::Paragraph(words::rectification_report(language, closes).into()),
        Block::Paragraph(words::rectification_late(language).into()),
    ];
    blocks.extend(since(side, &found).map(Block::Table));
    blocks.push(signed(side, office, side.day(found.given_at)));
    let (title, number) = (words::letter_rectification(language).to_owned(), number(side, found.given_at));
    let paper = side.paper(Shape::Letter, office, title, number, blocks)?;
    let docx = side.path(&format!("/print/rectifications/{id}/letter.docx"));
    Ok(Printed { paper, back: side.path(&format!("/rectifications/{id}")), docx })
}

fn party_name(language: Language, party: Party) -> &'static str {
    match party {
        Party::Bureau => words::party_bureau(language),
        Party::Operator | Party::Organisation => words::party_operator(language),
    }
}

/// What was done since, where something was.
fn since(side: &Side, of: &Rectification) -> Option<Table> {
    let language = side.language();
    let row = |what: &str, by: &str, at: DateTime<Utc>, said: &str| {
        Row::Cells(vec![what.into(), Text::typed(by), time::minute(at, side.zone()).into(), Text::typed(said)])
    };
    let reported = of.reported_at.zip(of.reported_by.as_deref());
    let reported = reported.map(|(at, by)| row(words::reported(language), by, at, &of.repair));
    let sent_back =
        (!of.sent_back_for.is_empty()).then(|| row(words::sent_back(language), "", of.since, &of.sent_back_for));
    let extended = of.extended_at.zip(of.extended_by.as_deref());
    let extended = extended.map(|(at, by)| row(words::extended(language), by, at, &of.extended_for));
    let closed = of.closed_at.zip(of.closed_by.as_deref());
    let closed = closed.map(|(at, by)| row(words::closed(language), by, at, &of.remark));
    let withdrawn = of.withdrawn_at.zip(of.withdrawn_by.as_deref());
    let withdrawn = withdrawn.map(|(at, by)| row(words::withdrawn(language), by, at, &of.withdrawn_for));
    let rows: Vec<Row> = [reported, sent_back, extended, closed, withdrawn].into_iter().flatten().collect();
    (!rows.is_empty()).then(|| Table {
        caption: words::rectification_table(language).to_owned(),
        columns: vec![
            Column::words(words::step(language)),
            Column::words(words::by(language)),
            Column::words(words::at(language)),
            Column::words(words::what_was_said(language)),
        ],
        rows,
    })
}
