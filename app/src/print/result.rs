//! 考核通报: to one organisation, what its published sheet came to.

use hatchboard::{
    assessment::{Line, Occasion, State, store::SheetPage as Found},
    points::Points,
};

use super::{
    paper::{Block, Column, Printed, Row, Shape, Table, Text},
    sheet::{found, page_of, veto_name},
    side::Side,
    words,
};
use crate::{Language, assessment::words::band_name, error::AppError, ui::time};

/// There is none before the publication, and none for whoever is not rated.
pub(super) async fn of(side: &Side, subject: &str, occasion: Occasion) -> Result<Printed, AppError> {
    let found = found(side, subject, occasion).await?;
    let published = found.published_at.unwrap_or(found.since);
    let sum = found.sheet.sum().ok().filter(|sum| found.rated && found.state.is_public() && sum.open == 0);
    let sum = sum.ok_or(AppError::NotFound)?;
    let language = side.language();
    let period = words::period_name(language, occasion);
    let card = &found.sheet.card.name;
    let band = band_name(language, sum.band);
    let told = words::result_words(language, card, found.card_version, &period, sum.total, band);
    let mut blocks = vec![
        Block::Addressee(words::addressee(language, &found.name).into()),
        Block::Paragraph(told.into()),
        Block::Table(parts(language, &found, &period)),
    ];
    let mut say = |words: String| blocks.push(Block::Paragraph(words.into()));
    if let Some(code) = &found.sheet.veto {
        say(words::result_veto(language, veto_name(&found, code)));
    }
    if let Some(before) = found.before {
        say(words::result_before(language, before));
    }
    match (found.state, found.objections_until, found.sealed_at) {
        (State::Published, Some(until), _) if until >= side.request().now => {
            say(words::result_window(language, time::minute(until, side.zone())));
        }
        (State::Sealed, _, Some(at)) => say(words::result_sealed(language, side.day(at), &found.seal)),
        _ => {}
    }
    say(words::result_follow(language).to_owned());
    blocks.push(signed(side, &side.base().bureau_name, side.day(published)));
    let (title, number) = (words::letter_result(language, &period), number(side, published));
    let paper = side.paper(Shape::Letter, &side.base().bureau_name, title, number, blocks)?;
    let docx = format!("{}/letter.docx", side.printed("results", &occasion.to_string(), subject));
    Ok(Printed { paper, back: page_of(side, &found), docx })
}

/// 发文字号: the office keeps its own count, so the number stays blank.
pub(super) fn number(side: &Side, at: chrono::DateTime<chrono::Utc>) -> String {
    let year = side.base().day(at).format("%Y");
    words::number_blank(side.language(), year)
}

/// 落款.
pub(super) fn signed(side: &Side, office: &str, on: String) -> Block {
    Block::Signed { by: Text::typed(office), seal: words::seal(side.language()).to_owned(), on }
}

/// The points of each part, of what its lines that apply are worth.
fn parts(language: Language, found: &Found, period: &str) -> Table {
    let sheet = &found.sheet;
    let rows = sheet.card.sections.iter().filter_map(|section| {
        let lines = || section.indicators.iter().filter_map(|one| sheet.line(&one.code)).filter(|line| line.applies());
        let of: Points = lines().map(|line| line.indicator.max).sum();
        let points: Points = lines().filter_map(Line::points).sum();
        let cells = vec![Text::typed(&section.name), of.to_string().into(), points.to_string().into()];
        (of > Points::ZERO).then_some(Row::Cells(cells))
    });
    Table {
        caption: words::result_table(language, period),
        columns: vec![
            Column::words(words::part(language)),
            Column::number(words::max(language)),
            Column::number(words::points(language)),
        ],
        rows: rows.collect(),
    }
}
