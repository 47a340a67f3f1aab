//! What is wrong with a scorecard, in words, and where in its form that stands.

use std::fmt::Display;

use hatchboard::{
    assessment::{
        CardPlace, CardProblem, CardText, IndicatorField, IndicatorText, Kind, ScorecardFault,
        exchange::CardFileRefusal,
        store::card::{CardError, LONGEST_REASON},
    },
    incubation::Mode,
    organisation::Standing,
    typed,
};

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem},
    organisation::import_api::refused,
};

/// An error of this area for the person who asked.
pub(super) fn told(error: CardError, language: Language) -> AppError {
    match error {
        CardError::NotFound => AppError::NotFound,
        // The page that the form leads back to tells all of them, from the draft that is kept.
        CardError::Invalid(problems) => {
            let first = problems.first().map(|problem| in_words(language, problem.fault));
            AppError::Invalid(vec![field("reason", first.unwrap_or_default())])
        }
        CardError::File(refusal) => of_file(refusal, language),
        CardError::NothingChanged => at("reason", words::nothing_changed(language)),
        CardError::ReasonMissing => at("reason", words::reason_missing(language)),
        CardError::ReasonTooLong => AppError::Invalid(vec![field(
            "reason",
            words::too_long(language, LONGEST_REASON, format!("> {LONGEST_REASON}")),
        )]),
        CardError::Store(error) => error.into(),
    }
}

fn of_file(refusal: CardFileRefusal, language: Language) -> AppError {
    let words = match refusal {
        CardFileRefusal::TooLarge => words::file_too_large(language).to_owned(),
        CardFileRefusal::NotACard { line, column, why } => words::not_a_card(language, line, column, why),
        CardFileRefusal::Workbook(refusal) => refused(&refusal).words(language).to_owned(),
        CardFileRefusal::NoIndicators => words::no_indicators(language).to_owned(),
        CardFileRefusal::UnknownWords { row, words } => words::unknown_words(language, row, words),
        CardFileRefusal::OtherKind(kind) => words::other_kind(language, words::kind_name(language, kind)),
    };
    AppError::Invalid(vec![field("file", words)])
}

/// No file was chosen.
pub(super) fn no_file(language: Language) -> AppError {
    at("file", words::no_file(language))
}

/// Everything that stands in the way of publishing a draft, each at its field.
pub(super) fn of_draft(language: Language, kind: Kind, text: &CardText, problems: &[CardProblem]) -> AppError {
    AppError::Invalid(problems.iter().map(|problem| of_card(language, kind, text, problem)).collect())
}

fn of_card(language: Language, kind: Kind, text: &CardText, problem: &CardProblem) -> FieldProblem {
    let fault = in_words(language, problem.fault);
    match problem.place {
        CardPlace::Head(of) => {
            field(&head_field(of.code()), words::say(language, words::card_field(language, of), fault))
        }
        CardPlace::Sections => field("sections", fault),
        CardPlace::Section(at) => {
            field(&section_field(at, "name"), words::say(language, section(language, text, at), fault))
        }
        CardPlace::Indicator(at, row, of) => {
            let one = text.sections.get(at).and_then(|section| section.indicators.get(row));
            let named = one.map(|one| one.name.trim()).filter(|name| !name.is_empty());
            let number = || {
                format!("{} {}", words::section_number(language, at + 1), words::indicator_number(language, row + 1))
            };
            let said = words::say_field(
                language,
                named.map_or_else(number, str::to_owned),
                words::indicator_field(language, of),
                fault,
            );
            let name = match of {
                IndicatorField::AppliesTo => one.and_then(|one| wrongly_ticked(kind, one)).unwrap_or_default(),
                of => of.code(),
            };
            field(&indicator_field(at, row, name), said)
        }
        CardPlace::Vetoes => field("vetoes", words::say(language, words::vetoes(language), fault)),
        CardPlace::Veto(row, of) => {
            let number = format!("{} {}", words::vetoes(language), words::veto_number(language, row + 1));
            let said = words::say_field(language, number, words::veto_field(language, of), fault);
            field(&veto_field(row, of.code()), said)
        }
    }
}

/// The first tick that no subject of the kind has.
fn wrongly_ticked(kind: Kind, one: &IndicatorText) -> Option<&'static str> {
    let standings = Standing::ALL.iter().filter(|standing| !kind.standings().contains(standing));
    let modes = Mode::ALL.iter().filter(|mode| !kind.modes().contains(mode));
    let mut of_standings = standings.filter(|standing| one.is_for_standing(**standing)).map(|standing| standing.code());
    let mut of_modes = modes.filter(|mode| one.is_for_mode(**mode)).map(|mode| mode.code());
    of_standings.next().or_else(|| of_modes.next())
}

fn section(language: Language, text: &CardText, at: usize) -> String {
    let named = text.sections.get(at).map(|section| section.name.trim()).filter(|name| !name.is_empty());
    named.map_or_else(|| words::section_number(language, at + 1), str::to_owned)
}

fn in_words(language: Language, fault: ScorecardFault) -> String {
    let words = match fault {
        ScorecardFault::Typed(fault) => return of_text(language, fault),
        ScorecardFault::DoesNotAddUp { sum } => return words::does_not_add_up(language, sum),
        ScorecardFault::EmptySection => words::empty_section,
        ScorecardFault::CodeUnfit => words::code_unfit,
        ScorecardFault::CodeTaken => words::code_taken,
        ScorecardFault::WorthNothing => words::worth_nothing,
        ScorecardFault::RuleOfAnotherKind => words::rule_of_another_kind,
        ScorecardFault::AppliesToNobody => words::applies_to_nobody,
        ScorecardFault::BandsOutOfOrder => words::bands_out_of_order,
    };
    words(language).to_owned()
}

fn of_text(language: Language, fault: typed::Fault) -> String {
    use typed::Fault as F;
    match fault {
        F::TooLong { limit, found } => words::too_long(language, limit, found),
        F::TooMany { limit, found } => words::too_many(language, limit, found),
        F::TooLarge { limit } => words::too_large(language, limit),
        F::NotANumber | F::Negative | F::Fraction | F::TooPrecise => words::not_points(language).to_owned(),
        F::UnknownChoice => words::choose(language).to_owned(),
        _ => words::required(language).to_owned(),
    }
}

/// The name of a field of the card as a whole.
pub(super) fn head_field(field: &str) -> String {
    format!("head[{field}]")
}

/// The name of a field of a section.
pub(super) fn section_field(section: usize, field: &str) -> String {
    format!("sections[{section}][{field}]")
}

/// The name of a field of an indicator.
pub(super) fn indicator_field(section: usize, row: usize, field: impl Display) -> String {
    format!("sections[{section}][indicators][{row}][{field}]")
}

/// The name of a field of a veto.
pub(super) fn veto_field(row: usize, field: &str) -> String {
    format!("vetoes[{row}][{field}]")
}

fn at(name: &str, words: &str) -> AppError {
    AppError::Invalid(vec![field(name, words.to_owned())])
}

fn field(name: &str, words: String) -> FieldProblem {
    FieldProblem { field: name.to_owned(), words }
}
