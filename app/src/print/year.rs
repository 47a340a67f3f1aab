//! 年度工作报告: a base's year on paper, as far as the records tell it.

use std::collections::HashMap;

use hatchboard::{
    annual_target::store::{TargetLine, year as targets_of},
    follow_up::{
        Age, Survival, SurvivalCell,
        store::{Line, ListFilter, Show, list, survival_on},
    },
    funding::store::sums,
    incubation::{
        Stage,
        store::{Passage, passages_until},
    },
    period::Year,
    store::Paging,
    training::store::tally,
};
use uuid::Uuid;

use super::{
    paper::{Block, Column, Printed, Row, Shape, Signature, Table, Text, fact},
    side::Side,
    words,
};
use crate::{
    Language, annual_target,
    annual_target::look::{known, name, planned},
    base::At,
    error::AppError,
    follow_up::{
        self,
        names::{age_name, outcome_name},
    },
    incubation::words::{action_name, beginning},
    ui::number::{percent, yuan},
};

/// The newest visits until a day; a base makes hundreds at the most.
const VISITS: u64 = 1_000;

pub(super) async fn of(at: &At, year: Year) -> Result<Printed, AppError> {
    let (language, store) = (at.language(), &at.request.store);
    let told = |error| follow_up::told(error, at.language());
    let targets = targets_of(store, &at.reader, year).await;
    let targets = targets.map_err(|error| annual_target::told(error, language))?;
    let moved = passages_until(store, &at.reader, year.last_day()).await?;
    let (first, last) = (year.first_day(), year.last_day());
    // A year that is over is told as it ended.
    let stands_on = last.min(at.today());
    let made = ListFilter { show: Show::Done, made_until: Some(stands_on), ..ListFilter::default() };
    let visits = list(store, &at.reader, &made, Paging::new(1, VISITS)).await.map_err(told)?.page.rows;
    let survival = survival_on(store, &at.reader, stands_on).await.map_err(told)?;
    let trained = tally(store.read(), at.base.id, first, last).await?;
    let funds = sums(store.read(), at.base.id, first, last).await?;
    let of_year = |one: &&Passage| one.on >= first;
    let (came, left): (Vec<&Passage>, Vec<&Passage>) = moved.iter().partition(|one| one.is_admission());
    let to = |stage: Stage| left.iter().copied().filter(of_year).filter(|one| one.to == stage).collect::<Vec<_>>();
    let came: Vec<&Passage> = came.into_iter().filter(of_year).collect();
    let (hatched, exited) = (to(Stage::Hatched), to(Stage::Exited));
    let mut blocks = vec![
        Block::Paragraph(words::year_in_short(language, year.year(), came.len(), hatched.len(), exited.len()).into()),
        Block::Note(words::year_stands(language, stands_on).into()),
        Block::Facts(vec![
            fact(words::year_sessions(language), trained.sessions.to_string()),
            fact(words::year_attendances(language), trained.attendances.to_string()),
            fact(words::year_pledged(language), yuan(language, funds.pledged)),
            fact(words::year_received(language), yuan(language, funds.received)),
        ]),
    ];
    let mut part = |title: &str, table: Table| {
        blocks.push(Block::Heading(title.into()));
        let none = || Block::Paragraph(words::none(language).into());
        blocks.push(if table.rows.is_empty() { none() } else { Block::Table(table) });
    };
    part(words::year_targets(language), of_targets(language, &targets.lines));
    part(words::year_came(language), of_moves(language, words::year_came(language), &came));
    part(words::year_hatched(language), of_moves(language, words::year_hatched(language), &hatched));
    part(words::year_exited(language), of_moves(language, words::year_exited(language), &exited));
    part(words::year_leavers(language), of_leavers(language, &left, &visits));
    part(words::year_survival(language), of_survival(language, &survival));
    let signature = |label: &str, by: &str| Signature {
        label: label.to_owned(),
        by: Text::typed(by),
        on: words::blank_day(language).to_owned(),
    };
    blocks.push(Block::Signatures(vec![
        signature(words::head_of_operator(language), &at.base.operator_name),
        signature(words::head_of_bureau(language), &at.base.bureau_name),
    ]));
    let (side, title) = (Side::Base(at.clone()), words::year_report(language, year.year()));
    let paper = side.paper(Shape::Form, &at.base.name, title, String::new(), blocks)?;
    Ok(Printed { paper, back: at.path(&format!("/targets?year={year}")), docx: String::new() })
}

fn of_targets(language: Language, lines: &[TargetLine]) -> Table {
    let row = |line: &TargetLine| {
        let TargetLine { target, actual, progress, .. } = line;
        let share = if progress.is_known { percent(progress.achieved.into()) } else { "–".to_owned() };
        Row::Cells(vec![
            name(language, target).into(),
            planned(language, target).into(),
            known(language, target.measure, actual.total(target.measure)).into(),
            share.into(),
            Text::typed(&target.owner),
        ])
    };
    Table {
        caption: words::year_targets(language).to_owned(),
        columns: vec![
            Column::words(annual_target::words::target(language)),
            Column::number(annual_target::words::annual(language)),
            Column::number(annual_target::words::actual(language)),
            Column::number(words::completion(language)),
            Column::words(annual_target::words::owner(language)),
        ],
        rows: lines.iter().map(row).collect(),
    }
}

/// One below the other, by their days.
fn of_moves(language: Language, caption: &str, moves: &[&Passage]) -> Table {
    let row = |(place, one): (usize, &&Passage)| {
        let what = one.action.map_or_else(|| beginning(language), |action| action_name(language, action, one.to));
        Row::Cells(vec![
            place.to_string().into(),
            Text::typed(&one.name),
            one.on.to_string().into(),
            what.into(),
            Text::typed(&one.reason),
        ])
    };
    Table {
        caption: caption.to_owned(),
        columns: vec![
            Column::number(words::place(language)),
            Column::words(words::organisation(language)),
            Column::words(words::day(language)),
            Column::words(words::step(language)),
            Column::words(words::reasons(language)),
        ],
        rows: (1_usize..).zip(moves).map(row).collect(),
    }
}

/// Everybody who has left, whenever it was, with what the newest of the visits found.
fn of_leavers(language: Language, left: &[&Passage], visits: &[Line]) -> Table {
    let mut newest: HashMap<Uuid, &Line> = HashMap::with_capacity(visits.len());
    for line in visits {
        // The newest comes first.
        newest.entry(line.organisation).or_insert(line);
    }
    let row = |(place, one): (usize, &&Passage)| {
        let visit = newest.get(&one.organisation).copied().filter(|_| one.to == Stage::Hatched);
        let on = visit.and_then(Line::visited_on);
        let outcome = visit.and_then(Line::outcome);
        let what = one.action.map_or_else(|| beginning(language), |action| action_name(language, action, one.to));
        Row::Cells(vec![
            place.to_string().into(),
            Text::typed(&one.name),
            one.on.to_string().into(),
            what.into(),
            on.map(|day| day.to_string()).unwrap_or_default().into(),
            outcome.map(|outcome| outcome_name(language, outcome)).unwrap_or_default().into(),
        ])
    };
    Table {
        caption: words::year_leavers(language).to_owned(),
        columns: vec![
            Column::number(words::place(language)),
            Column::words(words::organisation(language)),
            Column::words(words::day(language)),
            Column::words(words::step(language)),
            Column::words(words::visited(language)),
            Column::words(words::outcome(language)),
        ],
        rows: (1_usize..).zip(left).map(row).collect(),
    }
}

/// By the year of hatching; of how many that reached an age, how many live on.
fn of_survival(language: Language, found: &Survival) -> Table {
    let cell = |cell: &SurvivalCell| {
        let rate =
            cell.basis_points().map(|rate| format!("{} ({}/{})", percent(rate.into()), cell.alive, cell.reached));
        Text::from(rate.unwrap_or_else(|| "–".to_owned()))
    };
    let row = |year: String, hatched: u32, ages: &[SurvivalCell]| {
        let mut cells = vec![year.into(), hatched.to_string().into()];
        cells.extend(ages.iter().map(cell));
        Row::Cells(cells)
    };
    let mut rows: Vec<Row> = found.years.iter().map(|one| row(one.year.to_string(), one.hatched, &one.ages)).collect();
    if !rows.is_empty() {
        rows.push(row(words::year_all(language).to_owned(), found.hatched, &found.all));
    }
    let mut columns =
        vec![Column::words(words::year_of_hatching(language)), Column::number(words::year_hatched_count(language))];
    columns.extend(Age::ALL.iter().map(|age| Column::number(age_name(language, *age))));
    Table { caption: words::year_survival(language).to_owned(), columns, rows }
}
