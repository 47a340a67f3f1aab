//! A letter as a .docx file, for the office to go on with in its own editor and its own flow of papers.
//!
//! Page and type follow GB/T 9704—2012: A4 with margins of 37, 26, 35 and 28 mm, lines of 29 points, the title in
//! 小标宋 of 22 points, the words in 仿宋 of 16, and the page's number between two lines below.

use std::io::Cursor;

use axum::response::Response;
use docx_rs::{
    AlignmentType, BreakType, Docx, DocxError, Footer, LineSpacing, LineSpacingType, PageMargin, PageNum, Paragraph,
    Run, RunFonts, SpecialIndentType, Table as Grid, TableCell, TableRow, WidthType,
};

use super::paper::{Block, Fact, Paper, Row, Signature, Table, Text};
use crate::workbook::attachment;

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Twentieths of a point: the sheet, its margins, and what is left between those at the sides.
const SHEET: (u32, u32) = (11_906, 16_838);
const MARGINS: PageMargin =
    PageMargin { top: 2_098, right: 1_474, bottom: 1_984, left: 1_588, header: 851, footer: 1_588, gutter: 0 };
const BETWEEN: usize = 8_844;
const LINE: i32 = 580;

/// A face, by the name under which offices have it, and a size in half points.
#[derive(Clone, Copy)]
struct Face(&'static str, usize);

const TITLE: Face = Face("方正小标宋简体", 44);
const WORDS: Face = Face("仿宋_GB2312", 32);
const HEAD: Face = Face("黑体", 32);
const SMALL: Face = Face("仿宋_GB2312", 24);
const TABLE: Face = Face("仿宋_GB2312", 21);
const TABLE_HEAD: Face = Face("黑体", 21);

/// The letter as a file that the browser saves.
pub(super) fn served(paper: &Paper, name: &str) -> Result<Response, DocxError> {
    Ok(attachment(&format!("{name}.docx"), MEDIA_TYPE, written(paper)?))
}

fn written(paper: &Paper) -> Result<Vec<u8>, DocxError> {
    let number = Footer::new().add_paragraph(
        Paragraph::new()
            .align(AlignmentType::Center)
            .add_run(run("— ", SMALL))
            .add_page_num(PageNum::new())
            .add_run(run(" —", SMALL)),
    );
    let mut docx = Docx::new().page_size(SHEET.0, SHEET.1).page_margin(MARGINS).footer(number);
    docx = docx.add_paragraph(line(&paper.office.words, HEAD).align(AlignmentType::Center));
    docx = docx.add_paragraph(line(&paper.title, TITLE).align(AlignmentType::Center));
    if !paper.number.is_empty() {
        docx = docx.add_paragraph(line(&paper.number, WORDS).align(AlignmentType::Center));
    }
    docx = paper.blocks.iter().fold(docx.add_paragraph(line("", WORDS)), with);
    let mut file = Cursor::new(Vec::new());
    docx.pack(&mut file)?;
    Ok(file.into_inner())
}

fn with(docx: Docx, block: &Block) -> Docx {
    match block {
        Block::Addressee(text) => docx.add_paragraph(line(&text.words, WORDS)),
        Block::Heading(text) => docx.add_paragraph(line(&text.words, HEAD).keep_next(true)),
        Block::Paragraph(text) => {
            text.words.lines().fold(docx, |docx, words| docx.add_paragraph(indented(words, WORDS)))
        }
        Block::Note(text) => text.words.lines().fold(docx, |docx, words| docx.add_paragraph(line(words, SMALL))),
        Block::Facts(facts) => docx.add_table(facts_grid(facts)).add_paragraph(line("", SMALL)),
        Block::Table(table) => docx.add_table(grid(table)).add_paragraph(line("", SMALL)),
        Block::Opinion { title, words, signature } => {
            let docx = docx.add_paragraph(line(title, HEAD).keep_next(true));
            signed(docx.add_paragraph(indented(&words.words, WORDS)), signature)
        }
        Block::Signatures(all) => all.iter().fold(docx, signed),
        Block::Signed { by, seal, on } => {
            let end = |words: &str| line(words, WORDS).align(AlignmentType::Right).keep_lines(true);
            let docx = docx.add_paragraph(line("", WORDS).keep_next(true));
            docx.add_paragraph(end(&format!("{}{seal}", by.words)).keep_next(true)).add_paragraph(end(on))
        }
    }
}

fn signed(docx: Docx, Signature { label, by, on }: &Signature) -> Docx {
    let end = |words: &str| line(words, WORDS).align(AlignmentType::Right);
    docx.add_paragraph(end(&format!("{label}{}", by.words)).keep_next(true)).add_paragraph(end(on))
}

/// Terms in the first column, what is known of them in the second.
fn facts_grid(facts: &[Fact]) -> Grid {
    let term = BETWEEN / 4;
    let row = |fact: &Fact| {
        let cells = vec![
            cell(&fact.term, TABLE_HEAD, term, AlignmentType::Left),
            cell(&fact.value.words, TABLE, BETWEEN - term, AlignmentType::Left),
        ];
        TableRow::new(cells).cant_split()
    };
    Grid::new(facts.iter().map(row).collect()).set_grid(vec![term, BETWEEN - term])
}

/// The first column is as wide as two others.
fn grid(table: &Table) -> Grid {
    let columns = table.columns.len();
    let one = BETWEEN / (columns + 1);
    let width = |column: usize| if column == 0 { BETWEEN - one * (columns - 1) } else { one };
    let side = |column: usize| match table.columns.get(column) {
        Some(column) if column.numeric => AlignmentType::Right,
        _ => AlignmentType::Left,
    };
    let head = table.columns.iter().enumerate();
    let head = head.map(|(at, column)| cell(&column.label, TABLE_HEAD, width(at), AlignmentType::Center)).collect();
    let row = |row: &Row| match row {
        Row::Section(text) => {
            TableRow::new(vec![cell(&text.words, TABLE_HEAD, BETWEEN, AlignmentType::Left).grid_span(columns)])
        }
        Row::Cells(cells) => {
            let cells = cells.iter().enumerate();
            TableRow::new(
                cells.map(|(at, text): (usize, &Text)| cell(&text.words, TABLE, width(at), side(at))).collect(),
            )
        }
    };
    let rows = std::iter::once(TableRow::new(head)).chain(table.rows.iter().map(row));
    Grid::new(rows.map(TableRow::cant_split).collect()).set_grid((0..columns).map(width).collect())
}

fn cell(words: &str, face: Face, width: usize, side: AlignmentType) -> TableCell {
    let paragraph = Paragraph::new().add_run(run(words, face)).align(side);
    TableCell::new().add_paragraph(paragraph).width(width, WidthType::Dxa)
}

fn line(words: &str, face: Face) -> Paragraph {
    let spacing = LineSpacing::new().line_rule(LineSpacingType::Exact).line(LINE);
    Paragraph::new().add_run(run(words, face)).line_spacing(spacing)
}

/// Two characters in.
fn indented(words: &str, Face(face, size): Face) -> Paragraph {
    let two = i32::try_from(size * 20).unwrap_or_default();
    line(words, Face(face, size)).indent(None, Some(SpecialIndentType::FirstLine(two)), None, None)
}

/// What cannot stand in XML is left out.
fn run(words: &str, Face(face, size): Face) -> Run {
    let fonts = RunFonts::new().ascii("Times New Roman").hi_ansi("Times New Roman").east_asia(face);
    let run = Run::new().fonts(fonts).size(size);
    let lines = words.lines().map(|line| line.chars().filter(|c| !c.is_control()).collect::<String>());
    lines.enumerate().fold(run, |run, (at, line)| {
        let run = if at > 0 { run.add_break(BreakType::TextWrapping) } else { run };
        run.add_text(line)
    })
}

#[cfg(test)]
mod tests {
    use docx_rs::read_docx;

    use super::super::paper::{Column, Shape};
    use super::*;

    fn letter() -> Paper {
        Paper {
            shape: Shape::Letter,
            office: Text::typed("株洲市民政局"),
            title: "关于2026年第一季度考核结果的通报".to_owned(),
            number: "〔2026〕　　号".to_owned(),
            blocks: vec![
                Block::Addressee(Text::typed("绿萝社工 <服务> & 中心：")),
                Block::Paragraph("总分 87.50 分。\n等次为良好。".into()),
                Block::Table(Table {
                    caption: "得分".to_owned(),
                    columns: vec![Column::words("部分"), Column::number("得分")],
                    rows: vec![
                        Row::Section("一".into()),
                        Row::Cells(vec![Text::typed("内部\u{1}治理"), "18.25".into()]),
                    ],
                }),
                Block::Signed {
                    by: Text::typed("株洲市民政局"),
                    seal: "（盖章）".to_owned(),
                    on: "2026年4月9日".to_owned(),
                },
            ],
            made: String::new(),
        }
    }

    #[test]
    fn a_letter_opens_again_with_everything_that_it_says() {
        let file = written(&letter()).unwrap();
        let opened = read_docx(&file).unwrap().json();
        for words in [
            "株洲市民政局",
            "关于2026年第一季度考核结果的通报",
            "〔2026〕　　号",
            "绿萝社工",
            "总分 87.50 分。",
            "等次为良好。",
            "内部治理",
            "18.25",
            "2026年4月9日",
        ] {
            assert!(opened.contains(words), "{words} in {opened}");
        }
    }

    #[test]
    fn a_letter_is_a_sheet_of_a4_with_the_margins_of_the_standard() {
        let file = written(&letter()).unwrap();
        let mut parts = Vec::new();
        let mut zip = zip::ZipArchive::new(Cursor::new(file)).unwrap();
        std::io::copy(&mut zip.by_name("word/document.xml").unwrap(), &mut parts).unwrap();
        let document = String::from_utf8(parts).unwrap();
        assert!(document.contains(r#"w:w="11906" w:h="16838""#), "{document}");
        assert!(document.contains(r#"w:top="2098""#) && document.contains(r#"w:left="1588""#), "{document}");
        assert!(document.contains("绿萝社工 &lt;服务&gt; &amp; 中心："), "{document}");
    }
}
