//! 异议答复书: what was decided on an organisation's objections, line by line, with the reasons.

use hatchboard::assessment::{
    Column as Party, Line, Occasion,
    store::{ObjectionRow, SheetPage as Found},
};

use super::{
    paper::{Block, Column, Printed, Row, Shape, Table, Text},
    result::{number, signed},
    sheet::{found, page_of},
    side::Side,
    words,
};
use crate::{
    Language,
    assessment::{shown, words::band_name},
    error::AppError,
};

/// There is none before the first answer.
pub(super) async fn of(side: &Side, subject: &str, occasion: Occasion) -> Result<Printed, AppError> {
    let found = found(side, subject, occasion).await?;
    let (answered, open): (Vec<_>, Vec<_>) = objections(&found).partition(|(_, made)| made.decided.is_some());
    let days = answered.iter().filter_map(|(_, made)| made.decided.as_ref().map(|(at, ..)| *at));
    let last = days.max().ok_or(AppError::NotFound)?;
    let language = side.language();
    let period = words::period_name(language, occasion);
    let mut blocks = vec![
        Block::Addressee(words::addressee(language, &found.name).into()),
        Block::Paragraph(words::objections_words(language, &period, answered.len()).into()),
        Block::Table(Table {
            caption: words::objections_table(language).to_owned(),
            columns: vec![
                Column::words(words::indicator(language)),
                Column::words(words::objection(language)),
                Column::words(words::answer(language)),
                Column::words(words::reasons(language)),
            ],
            rows: answered.iter().map(|(line, made)| row(language, line, made)).collect(),
        }),
    ];
    if !open.is_empty() {
        blocks.push(Block::Paragraph(words::objections_open(language, open.len()).into()));
    }
    if let Some(sum) = found.sheet.sum().ok().filter(|sum| found.rated && sum.open == 0) {
        let band = band_name(language, sum.band);
        blocks.push(Block::Paragraph(words::objections_total(language, sum.total, band).into()));
    }
    blocks.push(Block::Paragraph(words::objections_last(language).into()));
    blocks.push(signed(side, &side.base().bureau_name, side.day(last)));
    let (title, number) = (words::letter_objections(language, period), number(side, last));
    let paper = side.paper(Shape::Letter, &side.base().bureau_name, title, number, blocks)?;
    let docx = format!("{}/letter.docx", side.printed("objections", &occasion.to_string(), subject));
    Ok(Printed { paper, back: page_of(side, &found), docx })
}

/// Objections to lines, in the card's order.
fn objections<'f>(found: &'f Found) -> impl Iterator<Item = (&'f Line, &'f ObjectionRow)> {
    let of = |line: &'f Line| Some((line, found.notes.get(&line.indicator.code)?.objection.as_ref()?));
    found.sheet.lines.iter().filter_map(of)
}

fn row(language: Language, line: &Line, made: &ObjectionRow) -> Row {
    let before = shown(line.by(Party::Bureau));
    let answer = match &line.upheld {
        Some(given) => words::upheld(language, before, given.points),
        None => words::rejected(language, before),
    };
    let why = made.decided.as_ref().map(|(_, _, why)| why.clone()).unwrap_or_default();
    Row::Cells(vec![Text::typed(&line.indicator.name), Text::typed(&made.words), answer.into(), Text::typed(why)])
}
