//! One sheet: where its headings stand, and which of its rows are about an organisation.

use std::{cmp::Reverse, sync::Arc};

use super::{Column, ImportRow, cell::Cell, columns::column_of};
use crate::organisation::{
    Field,
    text::{key, normalise, says_nothing},
};

/// A sheet's filled rows, each with its number, from 1, and its filled cells, each with its column, from 0, in order.
pub(super) type FilledRows = Vec<(u32, Vec<(u16, Cell)>)>;

/// Headings stand among this many first filled rows, below titles and remarks.
const HEADINGS_WITHIN: usize = 50;

/// The rows about organisations below the headings; `None` where the sheet has no headings of a register.
///
/// Not about an organisation are: rows that fill none of the known columns, total lines (合计, 总计, 小计), lines such as
/// `填表人：` that close a form, and headings repeated for a new printed page.
pub(super) fn import_rows(name: &str, rows: &FilledRows, has_1904_epoch: bool) -> Option<Vec<ImportRow>> {
    let (headings_at, columns) = headings(rows)?;
    let headings: Arc<[(u16, String)]> =
        rows[headings_at].1.iter().map(|(at, cell)| (*at, normalise(&cell.to_text()))).collect();
    let sheet: Arc<str> = name.into();
    // A bare serial number of a day goes back as a day: as text, it could not be read again.
    let text_of = |at: &u16, cell: &Cell| match columns.iter().find(|(_, of_column)| of_column == at) {
        Some((column, _)) => text_in(*column, cell, has_1904_epoch),
        None => cell.to_text(),
    };
    let of_row = |(row, cells): &(u32, Vec<(u16, Cell)>)| {
        let mut import = ImportRow {
            sheet: Arc::clone(&sheet),
            row: *row,
            headings: Arc::clone(&headings),
            cells: cells.iter().map(|(at, cell)| (*at, text_of(at, cell))).collect(),
            ..ImportRow::default()
        };
        let mut says_something = false;
        for (column, at) in &columns {
            let Some(cell) = cells.iter().find_map(|(of_cell, cell)| (of_cell == at).then_some(cell)) else { continue };
            says_something |= place(&mut import, *column, cell, has_1904_epoch);
        }
        let is_about_one = says_something && !is_total_or_closing(&import) && !repeats_headings(&import, cells);
        is_about_one.then_some(import)
    };
    Some(rows[headings_at + 1..].iter().filter_map(of_row).collect())
}

/// The row with the most known headings, the first of equals, with the columns that it names from left to right.
fn headings(rows: &FilledRows) -> Option<(usize, Vec<(Column, u16)>)> {
    let candidates = rows.iter().take(HEADINGS_WITHIN).enumerate();
    let registers = candidates
        .map(|(index, (_, cells))| (index, known_columns(cells)))
        .filter(|(_, columns)| names_a_register(columns));
    registers.max_by_key(|(index, columns)| (distinct(columns), Reverse(*index)))
}

fn known_columns(cells: &[(u16, Cell)]) -> Vec<(Column, u16)> {
    let heading = |cell: &Cell| match cell {
        Cell::Text(text) if text.len() <= 200 => column_of(text),
        _ => None,
    };
    cells.iter().filter_map(|(at, cell)| Some((heading(cell)?, *at))).collect()
}

fn distinct(columns: &[(Column, u16)]) -> usize {
    let mut named: Vec<Column> = columns.iter().map(|(column, _)| *column).collect();
    named.sort_unstable();
    named.dedup();
    named.len()
}

fn names_a_register(columns: &[(Column, u16)]) -> bool {
    let names = |field| columns.iter().any(|(column, _)| *column == Column::Profile(field));
    names(Field::Name) && (distinct(columns) >= 3 || names(Field::Code))
}

fn repeats_headings(import: &ImportRow, cells: &[(u16, Cell)]) -> bool {
    column_of(&import.text.name) == Some(Column::Profile(Field::Name)) && names_a_register(&known_columns(cells))
}

fn text_in(column: Column, cell: &Cell, has_1904_epoch: bool) -> String {
    match column {
        Column::AdmittedOn | Column::Profile(Field::FoundedOn) => cell.to_date_text(has_1904_epoch),
        _ => cell.to_text(),
    }
}

/// Puts a cell where it belongs, unless a column further left has filled the place; whether it says something.
fn place(import: &mut ImportRow, column: Column, cell: &Cell, has_1904_epoch: bool) -> bool {
    let text = text_in(column, cell, has_1904_epoch);
    if says_nothing(&text) {
        return false;
    }
    if matches!(cell, Cell::Error(_)) {
        import.broken.push(text.clone());
    }
    let place = match column {
        Column::Profile(field) => import.text.get_mut(field),
        Column::AdmittedOn => &mut import.admitted_on,
        Column::Mode => &mut import.mode,
    };
    if place.is_empty() {
        *place = text;
    }
    true
}

fn is_total_or_closing(import: &ImportRow) -> bool {
    const TOTAL: [&str; 5] = ["合计", "总计", "小计", "共计", "总数"];
    const CLOSING: [&str; 10] =
        ["填表人", "制表人", "填报人", "审核人", "负责人:", "填报单位", "填报时间", "注:", "备注:", "说明:"];
    if !import.text.code.is_empty() {
        return false;
    }
    let first = import.cells.first().map(|(_, text)| text.as_str()).unwrap_or_default();
    [first, import.text.name.as_str()].into_iter().map(key).any(|text| {
        TOTAL.iter().any(|word| text.starts_with(word)) || CLOSING.iter().any(|word| text.starts_with(word))
    })
}
