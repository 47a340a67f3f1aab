//! The writing of a workbook.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError};

use super::{
    CardText, Headings, Kind,
    heading::{Condition, Heading, TOTAL},
};
use crate::{
    assessment::{CardField, IndicatorText, Rule},
    incubation::Mode,
    organisation::Standing,
    points::Points,
    typed::read_points,
};

/// What a rule is called and what it computes, in the words of the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleRow {
    pub rule: Rule,
    pub name: String,
    pub formula: String,
}

const INDICATORS: [&str; 2] = ["指标", "Indicators"];
const CONDITIONS: [&str; 2] = ["条件", "Conditions"];
const RULES: [&str; 2] = ["规则说明", "Rules"];
/// Of each column of [`Heading::ALL`], in characters.
const WIDTHS: [u16; 9] = [18, 22, 30, 8, 24, 36, 28, 16, 12];

struct Formats {
    heading: Format,
    points: Format,
    words: Format,
}

/// The card as a workbook that [`read`](super::read) reads. `rules` are those that suit the kind. Every text is written
/// as text, so that one that begins with `=`, `+`, `-` or `@` is never a formula; the total is one.
///
/// # Errors
/// Those of the writer.
pub fn to_workbook(kind: Kind, card: &CardText, headings: Headings, rules: &[RuleRow]) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats {
        heading: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
        points: Format::new().set_num_format("0.00"),
        words: Format::new().set_text_wrap().set_align(FormatAlign::Top),
    };
    let mut workbook = Workbook::new();
    indicators(workbook.add_worksheet(), card, headings, &formats)?;
    conditions(workbook.add_worksheet(), (kind, card), headings, &formats)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(headings.of(RULES))?;
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 24)?;
    sheet.set_column_width(2, 90)?;
    for (line, RuleRow { rule, name, formula }) in (0..).zip(rules) {
        sheet.write_string(line, 0, rule.code())?;
        sheet.write_string(line, 1, name)?;
        sheet.write_string_with_format(line, 2, formula, &formats.words)?;
    }
    workbook.save_to_buffer()
}

fn indicators(sheet: &mut Worksheet, card: &CardText, headings: Headings, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(headings.of(INDICATORS))?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, (heading, width)) in (0..).zip(Heading::ALL.into_iter().zip(WIDTHS)) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, headings.of(heading.names()), &formats.heading)?;
    }
    let rows = card.sections.iter().flat_map(|section| section.indicators.iter().map(|one| (&section.name, one)));
    let mut line = 1;
    for (section, one) in rows {
        for (column, heading) in (0..).zip(Heading::ALL) {
            match heading {
                Heading::Section => text(sheet, (line, column), section)?,
                Heading::Max => points(sheet, (line, column), &one.max, formats)?,
                other => text(sheet, (line, column), &words(one, other, headings))?,
            }
        }
        line += 1;
    }
    if line == 1 {
        return Ok(());
    }
    sheet.write_string_with_format(line, 0, headings.of(TOTAL), &formats.heading)?;
    let total = Formula::new(format!("=SUM(D2:D{line})")).set_result(card.sum().to_string());
    sheet.write_formula_with_format(line, 3, total, &formats.points)?;
    Ok(())
}

fn words(one: &IndicatorText, heading: Heading, headings: Headings) -> String {
    match heading {
        Heading::Code => one.code.clone(),
        Heading::Name => one.name.clone(),
        Heading::Scoring if one.scoring == IndicatorText::JUDGEMENT => String::new(),
        Heading::Scoring => one.scoring.clone(),
        Heading::Evidence => one.evidence.clone(),
        Heading::Article => one.article.clone(),
        Heading::Standings => {
            let ticked = Standing::ALL.iter().filter(|standing| one.is_for_standing(**standing));
            ticked.map(|standing| headings.standing(*standing)).collect::<Vec<_>>().join("、")
        }
        Heading::Modes => {
            let ticked = Mode::ALL.iter().filter(|mode| one.is_for_mode(**mode));
            ticked.map(|mode| headings.mode(*mode)).collect::<Vec<_>>().join("、")
        }
        Heading::Section | Heading::Max => String::new(),
    }
}

fn conditions(
    sheet: &mut Worksheet,
    (kind, card): (Kind, &CardText),
    headings: Headings,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(headings.of(CONDITIONS))?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 40)?;
    sheet.set_column_width(2, 22)?;
    for (line, condition) in (0..).zip(Condition::all()) {
        let name = headings.of(condition.names());
        match condition {
            Condition::Kind => {
                text(sheet, (line, 0), name)?;
                text(sheet, (line, 1), kind.code())?;
            }
            Condition::Field(CardField::Name) => {
                text(sheet, (line, 0), name)?;
                text(sheet, (line, 1), &card.head.name)?;
            }
            Condition::Field(field) => {
                text(sheet, (line, 0), name)?;
                points(sheet, (line, 1), card.head.text(field), formats)?;
            }
            Condition::Veto => {
                for (at, veto) in (line..).zip(&card.vetoes) {
                    text(sheet, (at, 0), name)?;
                    text(sheet, (at, 1), &veto.name)?;
                    text(sheet, (at, 2), &veto.code)?;
                }
            }
        }
    }
    Ok(())
}

fn text(sheet: &mut Worksheet, (line, column): (u32, u16), text: &str) -> Result<(), XlsxError> {
    if !text.is_empty() {
        sheet.write_string(line, column, text)?;
    }
    Ok(())
}

/// A number where it can be read as one, else what was typed.
fn points(sheet: &mut Worksheet, at: (u32, u16), typed: &str, formats: &Formats) -> Result<(), XlsxError> {
    match read_points(typed) {
        Ok(points) => {
            sheet.write_number_with_format(at.0, at.1, number(points), &formats.points)?;
            Ok(())
        }
        Err(_) => text(sheet, at, typed),
    }
}

/// A worksheet has no other numbers; hundredths up to a thousand points survive it exactly.
fn number(points: Points) -> f64 {
    f64::from(points.as_hundredths()) / 100.0
}
