//! A list as text: CSV for whatever reads tables, JSON for programs.

use serde_json::{Map, Value};

use super::{Cell, Sheet};

/// Otherwise Excel reads Chinese as gibberish.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
/// What begins with one of these a spreadsheet takes for a formula; the full-width ones where it is set to Chinese.
const BEGIN_A_FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

impl Sheet {
    /// The headings and the rows as CSV (RFC 4180) in UTF-8 with a byte order mark. A text that a spreadsheet would take
    /// for a formula has an apostrophe before it; numbers are plain, rates in percent.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn to_csv(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer =
            csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BYTE_ORDER_MARK.to_vec());
        writer.write_record(self.columns.iter().map(|column| defused(&column.heading)))?;
        for row in &self.rows {
            writer.write_record(
                self.columns.iter().enumerate().map(|(at, _)| row.get(at).map_or_else(String::new, field)),
            )?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// The rows as an array of objects, a key for each column's id. What is empty is `null`; days and minutes are ISO
    /// 8601 on the clock of the base; points, 元 and percent are decimals in text, so that no reader rounds them.
    pub fn to_json(&self) -> Vec<u8> {
        let object = |row: &Vec<Cell>| {
            let pairs = self.columns.iter().enumerate();
            pairs.map(|(at, column)| (column.id.clone(), row.get(at).map_or(Value::Null, value))).collect::<Map<_, _>>()
        };
        self.rows.iter().map(object).collect::<Value>().to_string().into_bytes()
    }
}

fn field(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => defused(text),
        Cell::Day(day) => day.to_string(),
        Cell::Minute(minute) => minute.format("%Y-%m-%d %H:%M").to_string(),
        Cell::Whole(number) => number.to_string(),
        Cell::Percent(basis_points) => format!("{}%", hundredths((*basis_points).into())),
        Cell::Points(points) => hundredths((*points).into()),
        Cell::Yuan(cents) => hundredths(*cents),
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Minute(minute) => minute.format("%Y-%m-%dT%H:%M").to_string().into(),
        Cell::Whole(number) => (*number).into(),
        Cell::Percent(basis_points) => hundredths((*basis_points).into()).into(),
        Cell::Points(points) => hundredths((*points).into()).into(),
        Cell::Yuan(cents) => hundredths(*cents).into(),
    }
}

fn hundredths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let number = number.unsigned_abs();
    format!("{sign}{}.{:02}", number / 100, number % 100)
}

fn defused(text: &str) -> String {
    if text.starts_with(BEGIN_A_FORMULA) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::export::Column;

    fn sheet(rows: Vec<Vec<Cell>>) -> Sheet {
        let column = |id: &str| Column { id: id.to_owned(), heading: format!("列 {id}"), width: 12 };
        let columns = ["text", "number", "rate", "points", "money", "day", "minute", "nothing"].map(column).into();
        Sheet { name: "list".to_owned(), made: "who and when".to_owned(), columns, rows }
    }

    fn cells() -> Vec<Cell> {
        let day = NaiveDate::from_ymd_opt(2026, 4, 9).unwrap();
        vec![
            Cell::from("晨曦, \"社工\"\n二行"),
            Cell::Whole(-3),
            Cell::Percent(9_231),
            Cell::Points(-5),
            Cell::Yuan(100_000_050),
            Cell::Day(day),
            Cell::Minute(day.and_hms_opt(18, 30, 0).unwrap()),
            Cell::Empty,
        ]
    }

    fn read(csv: &[u8]) -> Vec<Vec<String>> {
        let text = csv.strip_prefix(BYTE_ORDER_MARK).expect("a byte order mark");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
        reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    #[test]
    fn csv_is_read_again_as_it_was_written() {
        let found = read(&sheet(vec![cells()]).to_csv().unwrap());
        assert_eq!(found[0][..2], ["列 text", "列 number"]);
        let expected =
            ["晨曦, \"社工\"\n二行", "-3", "92.31%", "-0.05", "1000000.50", "2026-04-09", "2026-04-09 18:30", ""];
        assert_eq!(found[1], expected);
    }

    #[test]
    fn lines_of_csv_end_as_its_standard_says() {
        assert!(sheet(vec![vec![Cell::from("a")]]).to_csv().unwrap().ends_with(b"a,,,,,,,\r\n"));
    }

    #[test]
    fn no_text_of_csv_is_a_formula() {
        for text in ["=1+1", "+86 731", "-cmd", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"]
        {
            let found = read(&sheet(vec![vec![Cell::from(text)]]).to_csv().unwrap());
            assert_eq!(found[1][0], format!("'{text}"));
        }
        let found = read(&sheet(vec![vec![Cell::from("a=1")]]).to_csv().unwrap());
        assert_eq!(found[1][0], "a=1");
    }

    #[test]
    fn json_has_a_key_for_each_column_and_rounds_nothing() {
        let found: Value = serde_json::from_slice(&sheet(vec![cells(), vec![Cell::from("=1")]]).to_json()).unwrap();
        let first = serde_json::json!({
            "text": "晨曦, \"社工\"\n二行", "number": -3, "rate": "92.31", "points": "-0.05", "money": "1000000.50",
            "day": "2026-04-09", "minute": "2026-04-09T18:30", "nothing": null,
        });
        assert_eq!(found[0], first);
        assert_eq!(found[1]["text"], "=1", "a program takes no text for a formula");
        assert_eq!(found[1]["nothing"], Value::Null, "a short row has every key");
        assert_eq!(sheet(Vec::new()).to_json(), b"[]");
    }
}
