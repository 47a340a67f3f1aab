//! The file: sheets whose rows go to disk as they come, and the sheet of sums that looks at them.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, FormatBorder, Formula, Workbook, Worksheet, XlsxError};

use super::{Word, Wording};
use crate::{
    export::{Cell, Formats, write},
    workbook::{Heading, SheetOf, Sum, Timely},
};

/// The line of the first record, from 0: above it stand who made it, and the headings.
const FIRST: u32 = 2;

/// What was written into a column: what a reader that computes nothing shows beside the formulas.
#[derive(Debug, Default)]
struct Tally {
    /// In hundredths.
    sum: i128,
    numbers: i128,
    texts: HashMap<String, i128>,
}

/// A workbook that is being written.
pub(super) struct Book<'w> {
    workbook: Workbook,
    wording: &'w dyn Wording,
    formats: Formats,
    /// Lines that have been written, by sheet.
    lines: HashMap<SheetOf, u32>,
    /// Of the columns that sums look at.
    tallies: HashMap<(SheetOf, Heading), Tally>,
}

impl<'w> Book<'w> {
    /// Every sheet with its head. `made`: what stands above.
    pub(super) fn new(wording: &'w dyn Wording, made: &str) -> Result<Self, XlsxError> {
        let mut workbook = Workbook::new();
        let bold = Format::new().set_bold().set_border_bottom(FormatBorder::Thin);
        let soft = Format::new().set_italic();
        for of in SheetOf::ALL {
            let sheet = workbook.add_worksheet_with_constant_memory()?;
            sheet.set_name(wording.sheet(*of))?;
            sheet.set_freeze_panes(FIRST, 1)?;
            for (at, (_, width)) in (0_u16..).zip(of.columns()) {
                sheet.set_column_width(at, *width)?;
            }
            sheet.write_string_with_format(0, 0, made, &soft)?;
            for (at, (heading, _)) in (0_u16..).zip(of.columns()) {
                sheet.write_string_with_format(1, at, wording.heading(*heading), &bold)?;
            }
        }
        let looked_at = Sum::all().into_iter().filter(|sum| !matches!(sum, Sum::Rows(_)));
        let tallies = looked_at.map(|sum| ((sum.sheet(), sum.heading()), Tally::default())).collect();
        Ok(Self { workbook, wording, formats: Formats::new(), lines: HashMap::new(), tallies })
    }

    pub(super) fn word(&self, word: Word<'_>) -> Cell {
        Cell::from(self.wording.word(word).as_str())
    }

    /// The next row of a sheet, a cell for each of its columns.
    pub(super) fn row(&mut self, of: SheetOf, cells: &[Cell]) -> Result<(), XlsxError> {
        debug_assert_eq!(cells.len(), of.columns().len(), "a row of {of} has a cell for each column");
        let line = FIRST + self.lines.get(&of).copied().unwrap_or_default();
        let sheet = sheet(&mut self.workbook, of)?;
        for ((at, cell), (heading, _)) in (0_u16..).zip(cells).zip(of.columns()) {
            write(sheet, (line, at), cell, &self.formats)?;
            if let Some(tally) = self.tallies.get_mut(&(of, *heading)) {
                tally.add(cell);
            }
        }
        *self.lines.entry(of).or_default() += 1;
        Ok(())
    }

    /// How many rows there are over all sheets.
    pub(super) fn rows(&self) -> u64 {
        self.lines.values().copied().map(u64::from).sum()
    }

    /// Writes the sums, and gives what makes the file: it takes its time, and needs no database.
    pub(super) fn summed(mut self) -> Result<Workbook, XlsxError> {
        let [whole, mean, percent] = ["#,##0", "0.00", "0.0%"].map(|shown| Format::new().set_num_format(shown));
        for (line, sum) in (FIRST..).zip(Sum::all()) {
            let (name, what) = (self.wording.sheet(sum.sheet()), self.wording.sum(sum));
            let formula = Formula::new(self.formula(sum)).set_result(self.result(sum));
            let format = match sum {
                Sum::OnTimeRate => &percent,
                Sum::Mean(..) => &mean,
                _ => &whole,
            };
            let sheet = sheet(&mut self.workbook, SheetOf::Sums)?;
            sheet.write_string(line, 0, name)?;
            sheet.write_string(line, 1, what)?;
            sheet.write_formula_with_format(line, 2, formula, format)?;
        }
        Ok(self.workbook)
    }

    /// Such as `'周汇报'!$E$3:$E$120`.
    fn range(&self, sum: Sum) -> String {
        let of = sum.sheet();
        let column = letter(of.column(sum.heading()).unwrap_or_default());
        let last = FIRST + self.lines.get(&of).copied().unwrap_or_default().max(1);
        format!("'{}'!${column}${}:${column}${last}", self.wording.sheet(of), FIRST + 1)
    }

    fn counting(&self, sum: Sum, word: &str) -> String {
        format!("COUNTIFS({},\"{}\")", self.range(sum), word.replace('"', "\"\""))
    }

    fn formula(&self, sum: Sum) -> String {
        let range = self.range(sum);
        match sum {
            Sum::Rows(_) => format!("=COUNTA({range})"),
            Sum::Of(..) => format!("=SUM({range})"),
            Sum::Mean(..) => format!("=IFERROR(AVERAGE({range}),\"\")"),
            Sum::OnTimeRate => {
                let came = |timely| self.counting(sum, &self.wording.word(Word::Timely(timely)));
                let [on_time, nothing, late] = [Timely::OnTime, Timely::Nothing, Timely::Late].map(came);
                let due = [&on_time, &nothing, &late].map(String::as_str).join("+");
                let missing = [Timely::LateUncounted, Timely::Missing].map(came).join("+");
                format!("=IFERROR(({on_time}+{nothing}+{late}/2)/({due}+{missing}),\"\")")
            }
            _ => format!("={}", self.counting(sum, &self.counted(sum).unwrap_or_default())),
        }
    }

    /// The value whose rows are counted.
    fn counted(&self, sum: Sum) -> Option<String> {
        let word = match sum {
            Sum::Rows(_) | Sum::Of(..) | Sum::Mean(..) | Sum::OnTimeRate => return None,
            Sum::InStage(stage) => Word::Stage(stage),
            Sum::Came(timely) => Word::Timely(timely),
            Sum::ItemsThat(outcome) => Word::Outcome(outcome),
            Sum::InBand(band) => Word::Band(band),
            Sum::TrainingsThatAre(state) => Word::TrainingState(state),
            Sum::RequestsThatAre(state) => Word::RequestState(state),
            Sum::VisitsThatAre(standing) => Word::VisitStanding(standing),
        };
        Some(self.wording.word(word))
    }

    /// What its formula comes to.
    fn result(&self, sum: Sum) -> String {
        let none = Tally::default();
        let tally = self.tallies.get(&(sum.sheet(), sum.heading())).unwrap_or(&none);
        match sum {
            Sum::Rows(sheet) => self.lines.get(&sheet).copied().unwrap_or_default().to_string(),
            Sum::Of(..) => decimal(tally.sum, 100),
            Sum::Mean(..) => decimal(tally.sum, 100 * tally.numbers),
            Sum::OnTimeRate => {
                let came = |timely| tally.of(&self.wording.word(Word::Timely(timely)));
                let [on_time, late] = [came(Timely::OnTime) + came(Timely::Nothing), came(Timely::Late)];
                let due = on_time + late + came(Timely::LateUncounted) + came(Timely::Missing);
                decimal(2 * on_time + late, 2 * due)
            }
            _ => tally.of(&self.counted(sum).unwrap_or_default()).to_string(),
        }
    }
}

impl Tally {
    fn add(&mut self, cell: &Cell) {
        let hundredths = match cell {
            Cell::Whole(number) => i128::from(*number) * 100,
            Cell::Points(hundredths) => (*hundredths).into(),
            Cell::Text(text) => {
                *self.texts.entry(text.clone()).or_default() += 1;
                return;
            }
            _ => return,
        };
        self.sum += hundredths;
        self.numbers += 1;
    }

    fn of(&self, text: &str) -> i128 {
        self.texts.get(text).copied().unwrap_or_default()
    }
}

fn sheet(workbook: &mut Workbook, of: SheetOf) -> Result<&mut Worksheet, XlsxError> {
    let at = SheetOf::ALL.iter().position(|one| *one == of).unwrap_or_default();
    workbook.worksheet_from_index(at)
}

/// No sheet has more than 26 columns.
fn letter(column: u16) -> char {
    char::from(b'A' + u8::try_from(column).unwrap_or_default())
}

/// A quotient with at most six decimals, cut off; nothing where there is nothing to divide by.
fn decimal(numerator: i128, denominator: i128) -> String {
    if denominator <= 0 {
        return String::new();
    }
    let (whole, rest) = (numerator / denominator, numerator % denominator);
    let decimals = format!("{:06}", rest.abs() * 1_000_000 / denominator);
    let decimals = decimals.trim_end_matches('0');
    if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") }
}
