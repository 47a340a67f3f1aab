//! 季度考核汇总表: a round on paper, with those who are not rated and those who filed nothing.

use hatchboard::{
    assessment::{
        Band, Occasion,
        store::{self, SummaryRow},
    },
    points::Points,
    weekly_report::store::{SubjectName, quarter_filed},
};

use super::{
    paper::{Block, Column, Printed, Row, Shape, Signature, Table, Text},
    side::Side,
    words,
};
use crate::{
    Language,
    assessment::{
        told,
        words::{band_name, kind_name, state_name},
    },
    base::At,
    error::AppError,
    weekly_report::desk::problem,
};

/// Of a quarter or a year.
pub(super) async fn of(at: &At, occasion: Occasion) -> Result<Printed, AppError> {
    let (language, store) = (at.language(), &at.request.store);
    let rows = store::summary(store, &at.reader, occasion).await.map_err(|error| told(error, language))?;
    let silent = match occasion {
        Occasion::Quarter(quarter) => {
            let filed = quarter_filed(store, &at.reader, quarter).await;
            Some(filed.map_err(|error| problem::told(error, language))?.silent)
        }
        Occasion::Year(_) | Occasion::ExitReview(_) => None,
    };
    let mut blocks = vec![
        Block::Paragraph(counted(language, &rows).into()),
        Block::Table(table(language, occasion, &rows)),
        Block::Note(words::totals_hint(language).into()),
    ];
    blocks.extend(silent.into_iter().flat_map(|silent| who_filed_nothing(language, silent)));
    let signature = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    blocks.push(Block::Signatures(vec![
        signature(words::made_out_by(language), ""),
        signature(words::head_of_operator(language), &at.base.operator_name),
        signature(words::head_of_bureau(language), &at.base.bureau_name),
    ]));
    let title = words::summary(language, words::period_name(language, occasion));
    let side = Side::Base(at.clone());
    let paper = side.paper(Shape::Wide, &at.base.name, title, String::new(), blocks)?;
    Ok(Printed { paper, back: at.path(&format!("/assessments/{occasion}")), docx: String::new() })
}

/// How many organisations came to which band.
fn counted(language: Language, rows: &[SummaryRow]) -> String {
    let rated = || rows.iter().filter(|row| row.rated && !row.of_base);
    let in_band = |band: Band| rated().filter(|row| row.band == Some(band)).count();
    let open = rated().filter(|row| row.band.is_none()).count();
    let known = words::counted(
        language,
        rated().count(),
        in_band(Band::Excellent),
        in_band(Band::Good),
        in_band(Band::Pass),
        in_band(Band::Fail),
    );
    if open == 0 { known } else { format!("{known} {}", words::counted_open(language, open)) }
}

fn table(language: Language, occasion: Occasion, rows: &[SummaryRow]) -> Table {
    let of = |of_base: bool, rated: bool| rows.iter().filter(move |row| row.of_base == of_base && row.rated == rated);
    let mut lines = Vec::new();
    let mut group = |title: &str, rows: Vec<&SummaryRow>| {
        if !rows.is_empty() {
            lines.push(Row::Section(title.into()));
            lines.extend((1..).zip(rows).map(|(place, row)| line(language, occasion, place, row)));
        }
    };
    group(words::of_base(language), of(true, true).chain(of(true, false)).collect());
    group(words::of_organisations(language), of(false, true).collect());
    group(words::not_rated(language), of(false, false).collect());
    Table {
        caption: words::summary(language, words::period_name(language, occasion)),
        columns: vec![
            Column::number(words::place(language)),
            Column::words(words::subject(language)),
            Column::words(words::kind(language)),
            Column::number(words::own_total(language)),
            Column::number(words::operator_total(language)),
            Column::number(words::bureau_total(language)),
            Column::number(words::extras(language)),
            Column::number(words::total(language)),
            Column::words(words::band(language)),
            Column::words(words::state(language)),
            Column::words(words::remark(language)),
        ],
        rows: lines,
    }
}

fn line(language: Language, occasion: Occasion, place: usize, row: &SummaryRow) -> Row {
    let points = |points: Option<Points>| Text::from(points.map(|points| points.to_string()).unwrap_or_default());
    let extras = [("+", row.bonus), ("−", row.deductions)].into_iter().filter(|(_, points)| *points > Points::ZERO);
    let extras: Vec<String> = extras.map(|(sign, points)| format!("{sign}{points}")).collect();
    let why = || match occasion {
        Occasion::Year(_) => words::too_few_quarters(language).to_owned(),
        _ => words::too_few_weeks(language, row.expected_weeks),
    };
    let mut remarks = Vec::new();
    remarks.extend((!row.rated).then(why));
    remarks.extend(row.vetoed.then(|| words::vetoed(language).to_owned()));
    remarks.extend((row.version > 1).then(|| words::corrected(language, row.version)));
    let state = if row.rated { state_name(language, row.state) } else { "" };
    Row::Cells(vec![
        place.to_string().into(),
        Text::typed(&row.name),
        kind_name(language, row.kind).into(),
        points(row.own),
        points(row.operator),
        points(row.bureau),
        extras.join(" ").into(),
        points(row.total),
        row.band.map(|band| band_name(language, band)).unwrap_or_default().into(),
        state.into(),
        remarks.join(words::between(language)).into(),
    ])
}

fn who_filed_nothing(language: Language, silent: Vec<SubjectName>) -> Vec<Block> {
    if silent.is_empty() {
        return vec![Block::Paragraph(words::silent_none(language).into())];
    }
    let title = words::silent(language, silent.len());
    let names: Vec<String> = silent.into_iter().map(|one| one.name).collect();
    vec![Block::Heading(title.into()), Block::Paragraph(Text::typed(names.join(words::between_names(language))))]
}
