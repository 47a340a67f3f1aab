//! 一社一档: everything that the base knows of one organisation, on paper.

use hatchboard::{
    assessment::store::{SheetRow, of_subject},
    follow_up::store::{Filed, Line, What, of_organisation},
    incubation::store::{ChangeRow, IncubationRow},
    monthly_plan::store::{PlanLine, months},
    organisation::store::{File, file},
    period::Month,
};

use super::{
    paper::{Block, Column, Fact, Printed, Row, Shape, Signature, Table, Text, fact, wide_fact},
    side::Side,
    words,
};
use crate::{
    Language, assessment,
    assessment::words::{band_name, state_name},
    error::AppError,
    follow_up::{
        self,
        names::{age_name, outcome_name, standing_name},
    },
    incubation::words as stages,
    monthly_plan,
    organisation::words as names,
    ui::{number, time},
};

/// So many months of plans, the running one last.
const MONTHS: usize = 12;

pub(super) async fn of(side: &Side, organisation: &str) -> Result<Printed, AppError> {
    let (language, store) = (side.language(), &side.request().store);
    let reader = side.of(organisation)?;
    let found = file(store, &reader).await?.ok_or(AppError::NotFound)?;
    let sheets = of_subject(store, &reader).await.map_err(|error| assessment::told(error, language))?;
    let running = Month::of(side.base().day(side.request().now));
    let mut of_plans: Vec<Month> =
        std::iter::successors(Some(running), |month| Some(month.previous())).take(MONTHS).collect();
    of_plans.reverse();
    let plans = months(store, &reader, &of_plans).await.map_err(|error| monthly_plan::told(error, language))?;
    let visits = of_organisation(store, &reader).await.map_err(|error| follow_up::told(error, language))?.visits;
    let part = |title: &str, table: Table| {
        let body =
            if table.rows.is_empty() { Block::Paragraph(words::none(language).into()) } else { Block::Table(table) };
        [Block::Heading(title.into()), body]
    };
    let mut blocks = vec![
        Block::Note(words::dossier_note(language).into()),
        Block::Heading(words::part_identity(language).into()),
        Block::Facts(identity(language, &found)),
    ];
    blocks.extend(part(words::part_people(language), people(language, &found)));
    blocks.extend(part(words::part_stages(language), steps(language, &found.incubations)));
    blocks.extend(part(words::part_results(language), results(language, &sheets)));
    blocks.extend(part(words::part_plans(language), completion(language, &plans)));
    blocks.extend(part(words::part_visits(language), visited(language, &visits)));
    blocks.extend(part(words::part_papers(language), papers(side, &found)));
    blocks.push(Block::Signatures(vec![Signature {
        label: words::keeper_signs(language).to_owned(),
        by: Text::default(),
        on: words::blank_day(language).to_owned(),
    }]));
    let (title, back) = (words::dossier(language).to_owned(), file_path(side, organisation));
    let paper = side.paper(Shape::Form, &side.base().name, title, found.profile.name.clone(), blocks)?;
    Ok(Printed { paper, back, docx: String::new() })
}

fn file_path(side: &Side, organisation: &str) -> String {
    match side {
        Side::Base(at) => at.path(&format!("/organisations/{organisation}")),
        Side::Own { .. } => side.path("/file"),
    }
}

fn identity(language: Language, found: &File) -> Vec<Fact> {
    let profile = &found.profile;
    let given = |text: &str| if text.is_empty() { Text::from("–") } else { Text::typed(text) };
    let grade = profile.grade.map_or_else(|| names::no_grade(language).to_owned(), names::grade_name);
    let stage = found.stage.map_or(names::no_stage(language), |stage| stages::stage_name(language, stage));
    let founded = profile.founded_on.map_or_else(|| "–".to_owned(), |day| time::plain_day(language, day));
    let code = profile.code.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
    vec![
        wide_fact(names::name(language), Text::typed(&profile.name)),
        fact(names::code(language), code),
        fact(names::stage(language), stage),
        fact(names::kind_label(language), names::kind(language, profile.kind)),
        fact(names::standing_label(language), names::standing(language, profile.standing)),
        fact(names::district(language), given(&profile.district)),
        fact(names::founded_on(language), founded),
        fact(names::registrar(language), given(&profile.registrar)),
        fact(names::sponsor(language), given(&profile.sponsor)),
        fact(names::legal_person(language), given(&profile.legal_person)),
        fact(names::grade(language), grade),
        fact(names::contact_name(language), given(&profile.contact_name)),
        fact(names::contact_phone(language), given(&profile.contact_phone)),
        wide_fact(names::address(language), given(&profile.address)),
        wide_fact(names::scope(language), given(&profile.scope)),
        wide_fact(names::strengths(language), given(&profile.strengths.join(words::between_names(language)))),
    ]
}

fn people(language: Language, found: &File) -> Table {
    let row = |person: &hatchboard::organisation::store::PersonOfFile| {
        Row::Cells(vec![
            Text::typed(&person.name),
            Text::typed(&person.position),
            person.phone.clone().into(),
            Text::typed(&person.note),
        ])
    };
    Table {
        caption: words::part_people(language).to_owned(),
        columns: vec![
            Column::words(words::name(language)),
            Column::words(words::position(language)),
            Column::words(words::phone(language)),
            Column::words(words::remark(language)),
        ],
        rows: found.people.iter().map(row).collect(),
    }
}

/// Every step of every incubation, oldest first.
fn steps(language: Language, incubations: &[IncubationRow]) -> Table {
    let row = |change: &ChangeRow| {
        let what = change
            .action
            .map_or_else(|| stages::beginning(language), |action| stages::action_name(language, action, change.to));
        Row::Cells(vec![
            time::plain_day(language, change.effective_on).into(),
            what.into(),
            Text::typed(&change.reason),
            stages::state_name(language, change.state).into(),
            Text::typed(change.decided_by.clone().unwrap_or_default()),
        ])
    };
    let changes = incubations.iter().rev().flat_map(|incubation| incubation.changes.iter().rev());
    Table {
        caption: words::part_stages(language).to_owned(),
        columns: vec![
            Column::words(words::day(language)),
            Column::words(words::step(language)),
            Column::words(words::reasons(language)),
            Column::words(words::state(language)),
            Column::words(words::decided_by(language)),
        ],
        rows: changes.map(row).collect(),
    }
}

/// Oldest first.
fn results(language: Language, sheets: &[SheetRow]) -> Table {
    let row = |sheet: &SheetRow| {
        let state =
            if sheet.rated { state_name(language, sheet.state) } else { assessment::words::not_rated(language) };
        Row::Cells(vec![
            words::period_name(language, sheet.occasion).into(),
            sheet.total.map(|total| total.to_string()).unwrap_or_default().into(),
            sheet.band.map(|band| band_name(language, band)).unwrap_or_default().into(),
            state.into(),
        ])
    };
    Table {
        caption: words::part_results(language).to_owned(),
        columns: vec![
            Column::words(words::period(language)),
            Column::number(words::total(language)),
            Column::words(words::band(language)),
            Column::words(words::state(language)),
        ],
        rows: sheets.iter().rev().map(row).collect(),
    }
}

/// Months of which a plan was made.
fn completion(language: Language, plans: &[PlanLine]) -> Table {
    let row = |line: &PlanLine| {
        Row::Cells(vec![
            time::month(language, line.facts.month).into(),
            line.items.to_string().into(),
            line.done.to_string().into(),
            line.completion.basis_points().map_or_else(|| "–".to_owned(), |rate| number::percent(rate.into())).into(),
        ])
    };
    Table {
        caption: words::part_plans(language).to_owned(),
        columns: vec![
            Column::words(words::month(language)),
            Column::number(words::items(language)),
            Column::number(words::done(language)),
            Column::number(words::completion(language)),
        ],
        rows: plans.iter().filter(|line| line.plan.is_some()).map(row).collect(),
    }
}

fn visited(language: Language, visits: &[(Line, Option<Filed>)]) -> Table {
    let row = |(line, filed): &(Line, Option<Filed>)| {
        let what = match &line.what {
            What::Scheduled(due) => age_name(language, due.age),
            What::Extra { .. } => words::follow_up_extra_short(language),
        };
        let visit = filed.as_ref().map(|filed| &filed.visit);
        Row::Cells(vec![
            what.into(),
            line.what.on().to_string().into(),
            visit.map(|visit| visit.on.to_string()).unwrap_or_default().into(),
            visit.map(|visit| outcome_name(language, visit.outcome)).unwrap_or_default().into(),
            standing_name(language, line.standing).into(),
        ])
    };
    Table {
        caption: words::part_visits(language).to_owned(),
        columns: vec![
            Column::words(words::step(language)),
            Column::words(words::due(language)),
            Column::words(words::visited(language)),
            Column::words(words::outcome(language)),
            Column::words(words::state(language)),
        ],
        rows: visits.iter().map(row).collect(),
    }
}

fn papers(side: &Side, found: &File) -> Table {
    let language = side.language();
    let row = |paper: &hatchboard::organisation::store::Papers| {
        Row::Cells(vec![
            Text::typed(&paper.name),
            Text::typed(&paper.added_by),
            time::date(paper.added_at, side.zone()).into(),
        ])
    };
    Table {
        caption: words::part_papers(language).to_owned(),
        columns: vec![
            Column::words(words::paper(language)),
            Column::words(words::by(language)),
            Column::words(words::added(language)),
        ],
        rows: found.papers.iter().map(row).collect(),
    }
}
