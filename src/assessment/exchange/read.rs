//! The reading of a workbook.

use super::{
    CardFileRefusal, CardText, Kind,
    heading::{Condition, Heading, TOTAL, is_called},
};
use crate::{
    assessment::{IndicatorText, SectionText, VetoText},
    incubation::Mode,
    organisation::{
        Standing,
        import::{TextRows, text_sheets},
    },
};

/// Headings stand among this many first filled rows, below titles and remarks.
const HEADINGS_WITHIN: usize = 20;

pub(super) fn read(kind: Kind, bytes: &[u8]) -> Result<CardText, CardFileRefusal> {
    let sheets = text_sheets(bytes)?;
    let mut card = CardText::default();
    let mut found = false;
    for rows in &sheets {
        if let Some((at, columns)) = headings(rows) {
            found = true;
            for (row, cells) in &rows[at + 1..] {
                indicator(&mut card, *row, &Row { columns: &columns, cells })?;
            }
        } else {
            conditions(&mut card, kind, rows)?;
        }
    }
    if found { Ok(card) } else { Err(CardFileRefusal::NoIndicators) }
}

/// The first row that names at least section, indicator and points, and what its columns hold.
fn headings(rows: &TextRows) -> Option<(usize, Vec<(Heading, u16)>)> {
    rows.iter().take(HEADINGS_WITHIN).enumerate().find_map(|(at, (_, cells))| {
        let columns: Vec<_> =
            cells.iter().filter_map(|(column, words)| Some((Heading::named(words)?, *column))).collect();
        let names = |heading| columns.iter().any(|(one, _)| *one == heading);
        (names(Heading::Section) && names(Heading::Name) && names(Heading::Max)).then_some((at, columns))
    })
}

struct Row<'r> {
    columns: &'r [(Heading, u16)],
    cells: &'r [(u16, String)],
}

impl Row<'_> {
    fn text(&self, heading: Heading) -> &str {
        let column = self.columns.iter().find(|(one, _)| *one == heading).map(|(_, column)| column);
        let cell = self.cells.iter().find(|(at, _)| Some(at) == column);
        cell.map(|(_, text)| text.trim()).unwrap_or_default()
    }
}

/// A blank section is that of the row above, as in merged cells. Blank rows and the total are passed over.
fn indicator(card: &mut CardText, row: u32, cells: &Row<'_>) -> Result<(), CardFileRefusal> {
    let section = cells.text(Heading::Section);
    let total = is_called(TOTAL, section) && cells.text(Heading::Name).is_empty();
    if total || Heading::ALL.into_iter().all(|heading| cells.text(heading).is_empty()) {
        return Ok(());
    }
    let goes_on = card.sections.last().is_some_and(|last| section.is_empty() || last.name == section);
    if !goes_on {
        card.sections.push(SectionText { name: section.to_owned(), indicators: Vec::new() });
    }
    let mut text = IndicatorText {
        code: cells.text(Heading::Code).to_owned(),
        name: cells.text(Heading::Name).to_owned(),
        max: cells.text(Heading::Max).to_owned(),
        scoring: match cells.text(Heading::Scoring) {
            "" => IndicatorText::JUDGEMENT.to_owned(),
            rule => rule.to_owned(),
        },
        evidence: cells.text(Heading::Evidence).to_owned(),
        article: cells.text(Heading::Article).to_owned(),
        ..IndicatorText::default()
    };
    let unknown = |words: &str| CardFileRefusal::UnknownWords { row, words: words.to_owned() };
    for words in listed(cells.text(Heading::Standings)) {
        let standing = Standing::from_words(words).ok_or_else(|| unknown(words))?;
        IndicatorText::TICKED.clone_into(text.standing_mut(standing));
    }
    for words in listed(cells.text(Heading::Modes)) {
        let mode = Mode::from_words(words).ok_or_else(|| unknown(words))?;
        IndicatorText::TICKED.clone_into(text.mode_mut(mode));
    }
    if let Some(last) = card.sections.last_mut() {
        last.indicators.push(text);
    }
    Ok(())
}

fn listed(words: &str) -> impl Iterator<Item = &str> {
    words.split(['、', '，', ',', '；', ';', '/', ' ']).map(str::trim).filter(|word| !word.is_empty())
}

fn conditions(card: &mut CardText, kind: Kind, rows: &TextRows) -> Result<(), CardFileRefusal> {
    for (_, cells) in rows {
        let text = |at: u16| cells.iter().find(|(column, _)| *column == at).map(|(_, text)| text.trim());
        let value = text(1).unwrap_or_default();
        match text(0).and_then(Condition::named) {
            Some(Condition::Kind) => match Kind::from_code(value) {
                Some(other) if other != kind => return Err(CardFileRefusal::OtherKind(other)),
                _ => {}
            },
            Some(Condition::Field(field)) => value.clone_into(card.head.text_mut(field)),
            Some(Condition::Veto) => {
                let code = text(2).unwrap_or_default();
                card.vetoes.push(VetoText { code: code.to_owned(), name: value.to_owned() });
            }
            None => {}
        }
    }
    Ok(())
}
