//! Files that mean harm, or are something else: refused with a typed reason, soon and in little memory.

use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
    sync::OnceLock,
    time::{Duration, Instant},
};

use hatchboard::organisation::import::{Found, ImportRefusal, Known, Outcome, Reason, judge, read};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{CLEAN, day, reasons, today};

const HEADINGS: &str = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>机构名称</t></is></c><c r="B1" t="inlineStr"><is><t>信用代码</t></is></c><c r="C1" t="inlineStr"><is><t>成立时间</t></is></c></row>"#;

/// A workbook of the fewest parts, with one sheet of this XML and this `workbookPr`; `more` replaces or adds parts.
fn minimal(properties: &str, sheet_data: &str, more: &[(&str, &[u8])]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations = |kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned(),
        ),
        ("_rels/.rels", relations("officeDocument", "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {properties}/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
        (
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{MAIN}">{sheet_data}</worksheet>"#)),
    ];
    let kept = parts.iter().map(|(name, text)| (*name, text.as_bytes()));
    let kept = kept.filter(|(name, _)| !more.iter().any(|(replaced, _)| replaced == name));
    archive(kept.chain(more.iter().copied()))
}

fn archive<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// How long an honest workbook of a hundred thousand cells takes here and now.
fn honest() -> Duration {
    static MEASURED: OnceLock<Duration> = OnceLock::new();
    *MEASURED.get_or_init(|| {
        let rows: String = (2..=5_001).fold(HEADINGS.to_owned(), |mut rows, row| {
            write!(rows, r#"<row r="{row}">{}</row>"#, "<c><v>7</v></c>".repeat(20)).unwrap();
            rows
        });
        let file = minimal("", &format!("<sheetData>{rows}</sheetData>"), &[]);
        let begun = Instant::now();
        assert_eq!(read(&file).map(|rows| rows.len()), Ok(5_000));
        begun.elapsed()
    })
}

/// What refuses the file, found in the time that some honest ones take: a refusal comes after five times as many cells
/// at the most, and a machine that others use too is not always as quick.
fn refusal(bytes: &[u8]) -> ImportRefusal {
    let (honest, begun) = (honest(), Instant::now());
    let refusal = read(bytes).unwrap_err();
    assert!(begun.elapsed() < honest * 30, "{refusal} took {:?}, an honest one {honest:?}", begun.elapsed());
    refusal
}

#[test]
fn what_is_no_workbook_is_named() {
    let cfb = |inside: &str| {
        let mut file = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        file.extend([0; 600]);
        file.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        file
    };
    let not = ImportRefusal::NotAWorkbook;
    for (file, expected) in [
        (vec![], not(Found::Nothing)),
        (b"%PDF-1.7 ...".to_vec(), not(Found::Pdf)),
        (b"\x89PNG\r\n\x1a\n".to_vec(), not(Found::Picture)),
        ("机构名称,信用代码\n".into(), not(Found::Text)),
        ("\u{feff} <html><table>".into(), not(Found::Markup)),
        (vec![0; 64], not(Found::Unknown)),
        (archive([("a.txt", b"a".as_slice())]), not(Found::OtherZip)),
        (archive([("word/document.xml", b"".as_slice()), ("[Content_Types].xml", b"")]), not(Found::WordDocument)),
        (archive([("mimetype", b"".as_slice()), ("content.xml", b"")]), not(Found::OpenDocument)),
        (archive([("xl/workbook.bin", b"".as_slice()), ("[Content_Types].xml", b"")]), not(Found::BinaryWorkbook)),
        (cfb("Workbook"), ImportRefusal::LegacyWorkbook),
        (cfb("EncryptedPackage"), ImportRefusal::Encrypted),
        (vec![b'a'; 20_000_001], ImportRefusal::TooLarge(20_000_001)),
        (minimal("", "<sheetData/>", &[]), ImportRefusal::NoRegister),
    ] {
        assert_eq!(refusal(&file), expected);
    }
}

#[test]
fn a_bomb_is_refused_before_it_unpacks() {
    let blanks = vec![b' '; 120_000_000];
    let bomb = minimal("", "", &[("xl/worksheets/sheet1.xml", &blanks)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(refusal(&bomb), ImportRefusal::UnpacksTooFar);

    // The same, with headers that say 1,000 bytes.
    let mut lying = bomb;
    let size = 120_000_000_u32.to_le_bytes();
    let places: Vec<usize> = lying.windows(4).enumerate().filter(|(_, w)| *w == size).map(|(at, _)| at).collect();
    assert_eq!(places.len(), 2, "the local header and the directory");
    for at in places {
        lying[at..at + 4].copy_from_slice(&1_000_u32.to_le_bytes());
    }
    assert!(matches!(refusal(&lying), ImportRefusal::UnpacksTooFar | ImportRefusal::Damaged(_)));

    // Many parts that are each within bounds.
    let noise: Vec<u8> =
        (0..3_900_000_u32).map(|n| b"abcdefgh"[(n.wrapping_mul(2_654_435_761) >> 29) as usize]).collect();
    let names: Vec<String> = (0..30).map(|n| format!("xl/media/{n}")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &noise[..])).collect();
    let spread = minimal("", "<sheetData/>", &more);
    assert!(matches!(refusal(&spread), ImportRefusal::UnpacksTooFar | ImportRefusal::TooLarge(_)));
}

#[test]
fn too_many_parts_and_unsafe_names_are_refused() {
    let names: Vec<String> = (0..2_001).map(|n| format!("xl/media/{n}")).collect();
    let more: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(refusal(&minimal("", "<sheetData/>", &more)), ImportRefusal::TooManyParts);
    for name in ["../xl/evil.xml", "/etc/passwd", "xl/..\\..\\evil", "C:/evil", "xl/a\0.xml"] {
        let file = minimal("", "<sheetData/>", &[("xl/placeholder-of-this", b"")]);
        // The writer may refuse such names, so they are put in place afterwards, at the same length.
        let padded = format!("{name}{}", "x".repeat(22 - name.len()));
        let file = replaced(&file, b"xl/placeholder-of-this", padded.as_bytes());
        assert_eq!(refusal(&file), ImportRefusal::UnsafePartName, "{name:?}");
    }
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut out = bytes.to_vec();
    let places: Vec<usize> =
        bytes.windows(from.len()).enumerate().filter(|(_, w)| *w == from).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        out[at..at + to.len()].copy_from_slice(to);
    }
    out
}

#[test]
fn a_million_cells_are_refused_and_a_declared_million_costs_nothing() {
    let mut cells = HEADINGS.to_owned();
    for row in 2..=10_001 {
        write!(cells, r#"<row r="{row}">"#).unwrap();
        for column in 0..100_u32 {
            write!(cells, "<c><v>{}</v></c>", (row * column) ^ 0x5555).unwrap();
        }
        cells.push_str("</row>");
    }
    assert_eq!(refusal(&minimal("", &format!("<sheetData>{cells}</sheetData>"), &[])), ImportRefusal::TooManyCells);

    let rows: String = (2..100_003).fold(HEADINGS.to_owned(), |mut rows, row| {
        write!(rows, r#"<row r="{row}"><c><v>{row}</v></c></row>"#).unwrap();
        rows
    });
    assert_eq!(refusal(&minimal("", &format!("<sheetData>{rows}</sheetData>"), &[])), ImportRefusal::TooManyRows);

    let corner = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    let declared = format!(r#"<dimension ref="A1:XFD1048576"/><sheetData>{HEADINGS}{corner}</sheetData>"#);
    let (honest, begun) = (honest(), Instant::now());
    assert_eq!(read(&minimal("", &declared, &[])), Ok(vec![]));
    assert!(begun.elapsed() < honest, "it took {:?}, an honest one {honest:?}", begun.elapsed());
}

#[test]
fn one_long_string_shown_many_times_is_refused() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(32_000));
    let cells: String = (2..5_000).fold(HEADINGS.to_owned(), |mut rows, row| {
        write!(rows, r#"<row r="{row}"><c t="s"><v>0</v></c></row>"#).unwrap();
        rows
    });
    let relations = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
    let more: [(&str, &[u8]); 2] =
        [("xl/sharedStrings.xml", strings.as_bytes()), ("xl/_rels/workbook.xml.rels", relations)];
    let file = minimal("", &format!("<sheetData>{cells}</sheetData>"), &more);
    assert_eq!(refusal(&file), ImportRefusal::TooMuchText);
}

#[test]
fn a_file_cut_short_or_changed_is_refused_and_never_a_panic() {
    for length in (0..CLEAN.len()).step_by(97) {
        assert!(read(&CLEAN[..length]).is_err(), "cut at {length}");
    }
    let whole = read(CLEAN).unwrap();
    for at in (0..CLEAN.len()).step_by(13) {
        let mut changed = CLEAN.to_vec();
        changed[at] ^= 0x41;
        // What stands outside of the parts and their check sums may change without harm: a date, the name of the styles.
        if let Ok(rows) = read(&changed) {
            assert!(rows.iter().map(|row| &row.text).eq(whole.iter().map(|row| &row.text)), "changed at {at}");
        }
    }
}

#[test]
fn hostile_sheets_are_refused_or_read_and_never_a_panic() {
    for cells in [
        r#"<row r="0"><c r="A0"><v>1</v></c></row>"#,
        r#"<row r="4294967295"><c><v>1</v></c><c><v>1</v></c></row><row><c><v>1</v></c></row>"#,
        r#"<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="AAAAAAAAAAAAAA2"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="2A"><v>1</v></c><c r=""><v>1</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="s"><v>99</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="s"><v>-1</v></c></row>"#,
        r#"<row r="2"><c r="A2" s="999999"><v>1</v></c></row>"#,
        r#"<row r="2"><c r="C2" s="1"><v>1e308</v></c><c r="B2" s="1"><v>NaN</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="d"><v>2024-99-99</v></c><c r="B2" t="e"><v>#N/A</v></c></row>"#,
        r#"<row r="2"><c r="A2" t="inlineStr"><is><t>&#0;&bomb;</t></is></c></row>"#,
        "<row><c><v>",
    ] {
        let file = minimal("", &format!("<sheetData>{HEADINGS}{cells}</sheetData>"), &[]);
        if let Ok(rows) = read(&file) {
            let judged = judge(&rows, &Known::default(), today());
            assert!(judged.iter().all(|judged| !reasons(judged).is_empty()), "{cells}: {judged:?}");
        }
    }
}

#[test]
fn a_workbook_of_the_1904_system_keeps_its_days_and_an_error_value_is_no_text() {
    let rows = r#"<row r="2"><c r="A2" t="inlineStr"><is><t>和风中心</t></is></c><c r="B2" t="inlineStr"><is><t>52430200MJ68291Q2Q</t></is></c><c r="C2" s="1"><v>43326</v></c></row>
        <row r="3"><c r="A3" t="e"><v>#N/A</v></c><c r="B3" t="inlineStr"><is><t>52430281MJ42084Q97</t></is></c></row>"#;
    let file = minimal(r#"date1904="1""#, &format!("<sheetData>{HEADINGS}{rows}</sheetData>"), &[]);
    let judged = judge(&read(&file).unwrap(), &Known::default(), today());
    let Outcome::Accepted(accepted) = &judged[0].outcome else { panic!("{judged:?}") };
    assert_eq!(accepted.profile.founded_on, Some(day(2022, 8, 15)));
    assert_eq!(reasons(&judged[1]), [Reason::BrokenCell("#N/A".to_owned())]);
}
