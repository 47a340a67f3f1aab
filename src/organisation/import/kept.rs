//! The rows of a register as they are kept between their preview and their confirmation.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ImportRow;
use crate::organisation::ProfileText;

#[derive(Debug, Serialize, Deserialize)]
struct KeptSheet {
    sheet: String,
    headings: Vec<(u16, String)>,
    rows: Vec<KeptRow>,
}

#[derive(Debug, Serialize, Deserialize)]
struct KeptRow {
    row: u32,
    cells: Vec<(u16, String)>,
    text: ProfileText,
    admitted_on: String,
    mode: String,
    broken: Vec<String>,
}

/// The rows as JSON.
pub fn keep(rows: &[ImportRow]) -> Result<String, serde_json::Error> {
    let sheets: Vec<KeptSheet> = rows
        .chunk_by(|a, b| a.sheet == b.sheet)
        .map(|of_sheet| KeptSheet {
            sheet: of_sheet[0].sheet.to_string(),
            headings: of_sheet[0].headings.to_vec(),
            rows: of_sheet
                .iter()
                .map(|row| KeptRow {
                    row: row.row,
                    cells: row.cells.clone(),
                    text: row.text.clone(),
                    admitted_on: row.admitted_on.clone(),
                    mode: row.mode.clone(),
                    broken: row.broken.clone(),
                })
                .collect(),
        })
        .collect();
    serde_json::to_string(&sheets)
}

/// The rows that [`keep`] has kept.
pub fn unfold(json: &str) -> Result<Vec<ImportRow>, serde_json::Error> {
    let sheets: Vec<KeptSheet> = serde_json::from_str(json)?;
    let of_sheet = |kept: KeptSheet| {
        let (sheet, headings): (Arc<str>, Arc<[(u16, String)]>) = (kept.sheet.into(), kept.headings.into());
        kept.rows.into_iter().map(move |row| ImportRow {
            sheet: sheet.clone(),
            headings: headings.clone(),
            row: row.row,
            cells: row.cells,
            text: row.text,
            admitted_on: row.admitted_on,
            mode: row.mode,
            broken: row.broken,
        })
    };
    Ok(sheets.into_iter().flat_map(of_sheet).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_rows_come_back_as_they_were() {
        let row = |sheet: &str, number| ImportRow {
            sheet: sheet.into(),
            row: number,
            headings: vec![(1, "机构名称".to_owned())].into(),
            cells: vec![(1, "=和风".to_owned())],
            text: ProfileText { name: "和风".into(), ..ProfileText::default() },
            admitted_on: "2025".into(),
            mode: "壳内".into(),
            broken: vec!["#N/A".into()],
        };
        let rows = [row("一", 2), row("一", 5), row("二", 2)];
        assert_eq!(unfold(&keep(&rows).unwrap()).unwrap(), rows);
    }
}
