//! 考核评分表: one sheet on paper, with what each party gave and why, and the room where three parties sign.

use hatchboard::{
    assessment::{
        Column as Party, Line, Occasion, Scoring,
        store::{self, LineNotes, SheetPage as Found},
    },
    points::Points,
};

use super::{
    paper::{Block, Column, Printed, Row, Shape, Signature, Table, Text, fact},
    side::Side,
    words,
};
use crate::{
    Language,
    assessment::{
        facts_words, sheet_path, shown, told,
        words::{self as names, band_name, state_name},
    },
    error::AppError,
};

/// The sheet of whom the address names.
pub(super) async fn found(side: &Side, subject: &str, occasion: Occasion) -> Result<Found, AppError> {
    let reader = side.of(subject)?;
    let found = store::sheet(&side.request().store, &reader, occasion).await;
    found.map_err(|error| told(error, side.language()))
}

/// The page of a sheet, for whoever prints it.
pub(super) fn page_of(side: &Side, found: &Found) -> String {
    match side {
        Side::Base(at) => sheet_path(&at.base.slug, at.base.id, found.subject, found.occasion),
        Side::Own { .. } => side.path(&format!("/assessments/{}", found.occasion)),
    }
}

pub(super) async fn of(side: &Side, subject: &str, occasion: Occasion) -> Result<Printed, AppError> {
    let found = found(side, subject, occasion).await?;
    let language = side.language();
    let period = words::period_name(language, occasion);
    let mut blocks = vec![head(side, &found), Block::Table(table(language, &found, &period))];
    blocks.extend(result(language, &found));
    blocks.push(Block::Signatures(signatures(side, &found)));
    blocks.push(Block::Note(if found.seal.is_empty() {
        words::seal_none(language).into()
    } else {
        words::seal_code(language, &found.seal).into()
    }));
    let paper = side.paper(Shape::Form, &side.base().name, words::sheet(language, period), String::new(), blocks)?;
    Ok(Printed { paper, back: page_of(side, &found), docx: String::new() })
}

fn head(side: &Side, found: &Found) -> Block {
    let language = side.language();
    let card = names::card_of(language, &found.sheet.card.name, found.card_version);
    let sealed = found.sealed_at.map_or_else(|| words::not_sealed(language).to_owned(), |at| side.day(at));
    let state = if found.rated { state_name(language, found.state) } else { names::not_rated(language) };
    Block::Facts(vec![
        fact(words::subject(language), Text::typed(&found.name)),
        fact(words::code(language), found.code.clone().unwrap_or_else(|| "–".to_owned())),
        fact(words::card(language), card),
        fact(words::sheet_version(language), words::version(language, found.version)),
        fact(words::state(language), state),
        fact(words::sealed_at(language), sealed),
    ])
}

fn table(language: Language, found: &Found, period: &str) -> Table {
    let mut columns = vec![
        Column::words(words::indicator(language)),
        Column::number(words::max(language)),
        Column::number(words::own_total(language)),
        Column::number(words::operator_total(language)),
        Column::number(words::bureau_total(language)),
        Column::number(words::counts(language)),
        Column::words(words::grounds(language)),
    ];
    if found.of_base {
        columns.remove(3);
    }
    let mut rows = Vec::new();
    for section in &found.sheet.card.sections {
        rows.push(Row::Section(Text::typed(&section.name)));
        let lines = section.indicators.iter().filter_map(|indicator| found.sheet.line(&indicator.code));
        rows.extend(lines.map(|of| line(language, found, of)));
    }
    Table { caption: words::sheet(language, period), columns, rows }
}

fn line(language: Language, found: &Found, line: &Line) -> Row {
    let code = &line.indicator.code;
    let counts = if line.applies() { shown(line.points()) } else { words::applies_not(language).to_owned() };
    // Without points of its own, the bureau agrees with what the sheet is published with.
    let checked = line.bureau.is_some() || found.state.is_public();
    let by = |party: Party| line.by(party).filter(|_| line.applies());
    let mut cells = vec![
        Text::typed(&line.indicator.name),
        line.indicator.max.to_string().into(),
        shown(line.own.as_ref().map(|given| given.points)).into(),
        shown(by(Party::Operator)).into(),
        shown(by(Party::Bureau).filter(|_| checked)).into(),
        counts.into(),
        grounds(language, found, line, found.notes.get(code)).into(),
    ];
    if found.of_base {
        cells.remove(3);
    }
    Row::Cells(cells)
}

/// What the rule found, and what the parties said.
fn grounds(language: Language, found: &Found, line: &Line, notes: Option<&LineNotes>) -> String {
    let mut said = Vec::new();
    if matches!(line.indicator.scoring, Scoring::Rule(_))
        && let Some(facts) = found.facts.get(&line.indicator.code)
    {
        said.push(facts_words(language, facts));
    }
    if let Some(notes) = notes {
        let noted = [
            (&notes.own_note, words::note_own(language, &notes.own_note)),
            (&notes.operator_note, words::note_operator(language, &notes.operator_note)),
            (&notes.bureau_note, words::note_bureau(language, &notes.bureau_note)),
        ];
        said.extend(noted.into_iter().filter(|(note, _)| !note.is_empty()).map(|(_, said)| said));
    }
    said.extend(line.upheld.as_ref().map(|given| words::note_upheld(language, given.points, &given.note)));
    said.extend(line.corrected.as_ref().map(|given| words::note_corrected(language, given.points, &given.note)));
    said.retain(|words| !words.is_empty());
    said.join("\n")
}

/// How the total comes about, and what makes the sheet fail.
fn result(language: Language, found: &Found) -> Vec<Block> {
    let mut said: Vec<Block> = vec![Block::Heading(words::result(language).into())];
    match found.sheet.sum().ok().filter(|_| found.rated) {
        Some(sum) => {
            let working =
                names::sum_working(language, sum.points, sum.of, sum.scaled, sum.bonus, sum.deductions, sum.total);
            let band = (sum.open == 0).then(|| format!("{} {}", words::band(language), band_name(language, sum.band)));
            let open = (sum.open > 0).then(|| words::provisional(language).to_owned());
            let all: Vec<String> = [Some(working), band, open].into_iter().flatten().collect();
            said.push(Block::Paragraph(all.join(words::between(language)).into()));
        }
        None => said.push(Block::Paragraph(names::not_rated(language).into())),
    }
    if let Some(code) = &found.sheet.veto {
        said.push(Block::Paragraph(names::veto_of(language, veto_name(found, code), &found.veto_note).into()));
    }
    if found.sheet.bonus > Points::ZERO {
        said.push(Block::Paragraph(names::bonus_of(language, found.sheet.bonus, &found.bonus_note).into()));
    }
    said
}

/// What a veto is called on the card.
pub(super) fn veto_name<'f>(found: &'f Found, code: &'f str) -> &'f str {
    let veto = found.sheet.card.vetoes.iter().find(|veto| veto.code == code);
    veto.map_or(code, |veto| veto.name.as_str())
}

fn signatures(side: &Side, found: &Found) -> Vec<Signature> {
    let language = side.language();
    let one = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    let base = side.base();
    let subject = if found.of_base { &base.operator_name } else { &found.name };
    let mut all = vec![one(words::subject_signs(language), subject)];
    if !found.of_base {
        all.push(one(words::operator_signs(language), &base.operator_name));
    }
    all.push(one(words::bureau_signs(language), &base.bureau_name));
    all
}
