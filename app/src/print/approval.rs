//! 入壳、出壳、退出审批表: one step of an incubation that operator and bureau answer for, with the room where they sign.

use hatchboard::{
    incubation::{
        Action, ProposalState, Stage,
        store::{ChangeRow, IncubationRow},
    },
    organisation::store::{File, file},
};
use uuid::Uuid;

use super::{
    paper::{Block, Fact, Printed, Shape, Signature, Text, fact, wide_fact},
    side::Side,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    incubation::words::{self as stages, mode_name},
    organisation::words as names,
    ui::{number, time},
};

/// What the form of a step is called; other steps have none.
pub(crate) fn title(language: Language, change: &ChangeRow) -> Option<&'static str> {
    match (change.action, change.to) {
        (Some(Action::Hatch), _) => Some(words::hatching_form(language)),
        (Some(Action::Exit(_)), _) => Some(words::exit_form(language)),
        (Some(Action::Start), _) | (None, Stage::Incubating) => Some(words::admission_form(language)),
        _ => None,
    }
}

pub(super) async fn of(at: &At, organisation: Uuid, change: Uuid) -> Result<Printed, AppError> {
    let language = at.language();
    let found = file(&at.request.store, &at.reader.of(organisation)).await?.ok_or(AppError::NotFound)?;
    let mut steps = found.incubations.iter().flat_map(|of| of.changes.iter().map(move |change| (of, change)));
    let (incubation, step) = steps.find(|(_, one)| one.id == change).ok_or(AppError::NotFound)?;
    let title = title(language, step).ok_or(AppError::NotFound)?;
    let blocks = vec![
        Block::Facts(identity(language, &found, incubation)),
        Block::Facts(asked(language, step)),
        opinion(
            language,
            words::organisation_opinion(language),
            Text::default(),
            words::signs_organisation(language),
            &found.profile.name,
        ),
        proposed(at, step),
        decided(at, step),
    ];
    let side = Side::Base(at.clone());
    let paper = side.paper(Shape::Form, &at.base.name, title.to_owned(), String::new(), blocks)?;
    Ok(Printed { paper, back: at.path(&format!("/organisations/{organisation}")), docx: String::new() })
}

fn identity(language: Language, found: &File, incubation: &IncubationRow) -> Vec<Fact> {
    let profile = &found.profile;
    let given = |text: &str| if text.is_empty() { Text::from("–") } else { Text::typed(text) };
    let day = |day: Option<chrono::NaiveDate>| {
        Text::from(day.map_or_else(|| "–".to_owned(), |day| time::plain_day(language, day)))
    };
    let code = profile.code.as_ref().map_or_else(|| "–".to_owned(), ToString::to_string);
    vec![
        fact(names::name(language), Text::typed(&profile.name)),
        fact(names::code(language), code),
        fact(names::kind_label(language), names::kind(language, profile.kind)),
        fact(names::standing_label(language), names::standing(language, profile.standing)),
        fact(names::legal_person(language), given(&profile.legal_person)),
        fact(names::founded_on(language), day(profile.founded_on)),
        fact(stages::mode(language), mode_name(language, incubation.mode)),
        fact(stages::admitted_on(language), day(Some(incubation.admitted_on))),
        wide_fact(names::scope(language), given(&profile.scope)),
    ]
}

fn asked(language: Language, step: &ChangeRow) -> Vec<Fact> {
    let what = step
        .action
        .map_or_else(|| stages::beginning(language), |action| stages::action_name(language, action, step.to));
    let mut facts = vec![
        fact(words::applied_for(language), what),
        fact(words::day(language), time::plain_day(language, step.effective_on)),
        fact(words::stands(language), stages::state_name(language, step.state)),
    ];
    facts.extend(step.exit_review.map(|points| fact(stages::exit_review(language), number::points(points))));
    if !step.project.is_empty() {
        facts.push(wide_fact(stages::project(language), Text::typed(&step.project)));
    }
    facts
}

fn opinion(language: Language, title: &str, words: Text, signs: &str, by: &str) -> Block {
    let signature =
        Signature { label: signs.to_owned(), by: Text::typed(by), on: words::blank_day(language).to_owned() };
    Block::Opinion { title: title.to_owned(), words, signature }
}

/// The operator's: why it asks for it.
fn proposed(at: &At, step: &ChangeRow) -> Block {
    let language = at.language();
    let signature = Signature {
        label: words::signs_operator(language).to_owned(),
        by: Text::typed(format!("{} {}", at.base.operator_name, step.proposed_by)),
        on: time::plain_day(language, at.base.day(step.proposed_at)),
    };
    Block::Opinion { title: words::operator_opinion(language).to_owned(), words: Text::typed(&step.reason), signature }
}

/// The bureau's word; room for it as long as there is none, and where the operator alone recorded the step.
fn decided(at: &At, step: &ChangeRow) -> Block {
    let language = at.language();
    let title = words::bureau_opinion(language);
    let word = match step.state {
        ProposalState::Confirmed => words::agreed(language),
        ProposalState::Declined => words::declined(language),
        ProposalState::Proposed | ProposalState::Withdrawn => "",
    };
    let another = step.decided_by.as_ref().filter(|by| **by != step.proposed_by && !word.is_empty());
    let Some((by, on)) = another.zip(step.decided_at) else {
        return opinion(language, title, Text::default(), words::signs_bureau(language), &at.base.bureau_name);
    };
    let signature = Signature {
        label: words::signs_bureau(language).to_owned(),
        by: Text::typed(format!("{} {by}", at.base.bureau_name)),
        on: time::plain_day(language, at.base.day(on)),
    };
    // An officer who writes 同意 has said it.
    let said = if step.decision_reason.contains(word.trim_end_matches(['。', '.'])) {
        step.decision_reason.clone()
    } else {
        words::with_reason(language, word, &step.decision_reason)
    };
    Block::Opinion { title: title.to_owned(), words: said.trim_end().to_owned().into(), signature }
}
