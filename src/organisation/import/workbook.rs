//! The reading of a workbook, cell by cell and within bounds.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Seek},
};

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{
    ImportRow,
    cell::Cell,
    gate::{self, ImportRefusal, MOST_CELLS, MOST_CHARACTERS, MOST_ROWS, MOST_TEXT},
    sheet::{FilledRows, import_rows},
};

/// The rows about organisations of every visible sheet with the headings of a register, in the workbook's order.
///
/// Hidden sheets and sheets without such headings (notes, charts) are passed over. What the workbook declares about its
/// own size is not believed: memory grows with filled cells only, and those are bounded.
///
/// # Errors
/// [`ImportRefusal`], where the file is no workbook, is beyond the bounds of [`gate`], or holds no register.
pub fn read(bytes: &[u8]) -> Result<Vec<ImportRow>, ImportRefusal> {
    let (mut workbook, sheets) = open(bytes)?;
    let has_1904_epoch = workbook.has_1904_epoch();
    let mut measure = Measure::default();
    let mut registers = 0;
    let mut found = Vec::new();
    for name in sheets {
        let rows = filled_rows(&mut workbook, &name, &mut measure)?;
        if let Some(rows) = import_rows(&name, &rows, has_1904_epoch) {
            registers += 1;
            found.extend(rows);
        }
    }
    if registers == 0 { Err(ImportRefusal::NoRegister) } else { Ok(found) }
}

/// A sheet's filled rows as text, each with its number, from 1, and its filled cells, each with its column, from 0.
pub(crate) type TextRows = Vec<(u32, Vec<(u16, String)>)>;

/// Every visible sheet as text, for whatever is no register.
///
/// # Errors
/// [`ImportRefusal`], where the file is no workbook or is beyond the bounds of [`gate`].
pub(crate) fn text_sheets(bytes: &[u8]) -> Result<Vec<TextRows>, ImportRefusal> {
    let (mut workbook, names) = open(bytes)?;
    let mut measure = Measure::default();
    let mut sheets = Vec::with_capacity(names.len());
    for name in names {
        let rows = filled_rows(&mut workbook, &name, &mut measure)?;
        let text = |(row, cells): (u32, Vec<(u16, Cell)>)| {
            (row, cells.into_iter().map(|(column, cell)| (column, cell.to_text())).collect())
        };
        sheets.push(rows.into_iter().map(text).collect());
    }
    Ok(sheets)
}

type Opened<'b> = Xlsx<Cursor<&'b [u8]>>;

/// The workbook behind the gate, and its visible sheets.
fn open(bytes: &[u8]) -> Result<(Opened<'_>, Vec<String>), ImportRefusal> {
    gate::pass(bytes)?;
    let workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let sheets = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    Ok((workbook, sheets))
}

/// What has been kept so far, over all sheets.
#[derive(Default)]
struct Measure {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Measure {
    fn cell(&mut self, cell: &Cell) -> Result<(), ImportRefusal> {
        self.cells += 1;
        self.text += cell.text_bytes();
        if self.cells > MOST_CELLS {
            return Err(ImportRefusal::TooManyCells);
        }
        let characters = match cell {
            Cell::Text(text) if text.len() > MOST_CHARACTERS => text.chars().count(),
            _ => 0,
        };
        if self.text > MOST_TEXT || characters > MOST_CHARACTERS { Err(ImportRefusal::TooMuchText) } else { Ok(()) }
    }

    fn row(&mut self) -> Result<(), ImportRefusal> {
        self.rows += 1;
        if self.rows > MOST_ROWS { Err(ImportRefusal::TooManyRows) } else { Ok(()) }
    }
}

fn filled_rows<R: Read + Seek>(
    workbook: &mut Xlsx<R>,
    sheet: &str,
    measure: &mut Measure,
) -> Result<FilledRows, ImportRefusal> {
    let mut cells = match workbook.worksheet_cells_reader(sheet) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(FilledRows::new()),
        Err(error) => return Err(damaged(error)),
    };
    // Cells may stand in any order in the file.
    let mut rows: BTreeMap<u32, BTreeMap<u16, Cell>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let Ok(column) = u16::try_from(column) else { continue };
        let Some(cell) = Cell::of(cell.get_value().clone()) else { continue };
        measure.cell(&cell)?;
        let row = row.checked_add(1).ok_or_else(|| ImportRefusal::Damaged("a row has no number".to_owned()))?;
        if !rows.contains_key(&row) {
            measure.row()?;
        }
        rows.entry(row).or_default().insert(column, cell);
    }
    Ok(rows.into_iter().map(|(row, cells)| (row, cells.into_iter().collect())).collect())
}

fn damaged(error: XlsxError) -> ImportRefusal {
    match error {
        XlsxError::Password => ImportRefusal::Encrypted,
        other => ImportRefusal::Damaged(other.to_string()),
    }
}
