//! The workbook of refused rows: as they came, with the reason in front, to be mended and imported again.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::{ImportRow, JudgedRow, Outcome, Reason};

/// A workbook of the refused rows, one sheet for each sheet that has any, in its order: the reason first, under
/// `heading`, then every cell of the row as it was, under its own heading.
///
/// `rows` and `judged` belong together, as [`judge`](super::judge) returns them. `words` makes the reason's text. Every
/// cell is written as text, so that one that begins with `=`, `+`, `-`, `@`, a tab or a return stays what it is and is
/// never a formula. A cell in the very last column that a sheet can have finds no place. Without a refused row the
/// workbook has one empty sheet.
///
/// # Errors
/// Those of the writer: a sheet's name that Excel would not take, a text of more than 32,767 characters.
pub fn refused_workbook(
    rows: &[ImportRow],
    judged: &[JudgedRow],
    heading: &str,
    words: impl Fn(&Reason) -> String,
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let refused: Vec<(&ImportRow, &[Reason])> = rows
        .iter()
        .zip(judged)
        .filter_map(|(row, judged)| match &judged.outcome {
            Outcome::Rejected(reasons) => Some((row, reasons.as_slice())),
            Outcome::Accepted(_) => None,
        })
        .collect();
    for of_sheet in refused.chunk_by(|(a, _), (b, _)| a.sheet == b.sheet) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&*of_sheet[0].0.sheet)?;
        sheet.set_freeze_panes(1, 0)?;
        sheet.set_column_width(0, 40)?;
        sheet.write_string_with_format(0, 0, heading, &bold)?;
        for (column, text) in beside_the_reason(&of_sheet[0].0.headings) {
            sheet.write_string_with_format(0, column, text, &bold)?;
        }
        for (line, (row, reasons)) in (1..).zip(of_sheet) {
            let reasons: Vec<String> = reasons.iter().map(&words).collect();
            sheet.write_string(line, 0, reasons.join("; "))?;
            for (column, text) in beside_the_reason(&row.cells) {
                sheet.write_string(line, column, text)?;
            }
        }
    }
    if refused.is_empty() {
        workbook.add_worksheet();
    }
    workbook.save_to_buffer()
}

/// Each cell one column further right than it was.
fn beside_the_reason(cells: &[(u16, String)]) -> impl Iterator<Item = (u16, &str)> {
    const LAST_COLUMN: u16 = 16_383;
    cells.iter().map(|(column, text)| (column.saturating_add(1), text.as_str())).filter(|(to, _)| *to <= LAST_COLUMN)
}
