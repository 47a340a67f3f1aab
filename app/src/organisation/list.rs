//! The list as its link tells it.

use hatchboard::{
    incubation::{Mode, Phase, Stage},
    organisation::{
        Kind, Standing,
        store::{Filter, Sort, SortBy},
    },
};

use super::words;
use crate::{
    Language,
    incubation::words as incubation_words,
    ui::{field::Options, list_query::ListQuery},
};

/// Rows a page, the first unless the link names another.
pub(super) const SIZES: [u64; 3] = [50, 100, 200];

/// The stages that the list can be narrowed to.
const STAGES: [Stage; 8] = [
    Stage::Incubating,
    Stage::Rectifying,
    Stage::Suspended,
    Stage::ExitReview,
    Stage::Hatched,
    Stage::Tracked,
    Stage::Archived,
    Stage::Exited,
];

pub(super) fn filter(query: &ListQuery) -> Filter {
    let code = |name| query.get(name).unwrap_or_default();
    Filter {
        search: code("q").chars().take(100).collect(),
        kind: Kind::from_code(code("kind")),
        standing: Standing::from_code(code("standing")),
        stage: Stage::from_code(code("stage")),
        phase: Phase::from_code(code("phase")),
        mode: Mode::from_code(code("mode")),
        district: code("district").to_owned(),
        strength: code("strength").to_owned(),
    }
}

pub(super) fn sort(query: &ListQuery) -> Sort {
    let sort = query.sort();
    let by = sort.as_ref().and_then(|sort| SortBy::from_code(&sort.column)).unwrap_or_default();
    Sort { by, descending: sort.is_some_and(|sort| sort.descending) }
}

pub(super) fn size(query: &ListQuery) -> u64 {
    let asked = query.get("size").and_then(|size| size.parse().ok());
    asked.filter(|size| SIZES.contains(size)).unwrap_or(SIZES[0])
}

pub(crate) fn kinds(language: Language) -> Options {
    Kind::ALL.iter().map(|kind| (kind.code().to_owned(), words::kind(language, *kind).to_owned())).collect()
}

pub(super) fn standings(language: Language) -> Options {
    let words = |standing| words::standing(language, standing).to_owned();
    Standing::ALL.iter().map(|standing| (standing.code().to_owned(), words(*standing))).collect()
}

pub(super) fn stages(language: Language) -> Options {
    let words = |stage| incubation_words::stage_name(language, stage).to_owned();
    STAGES.iter().map(|stage| (stage.code().to_owned(), words(*stage))).collect()
}

pub(crate) fn modes(language: Language) -> Options {
    let words = |mode| incubation_words::mode_name(language, mode).to_owned();
    Mode::ALL.iter().map(|mode| (mode.code().to_owned(), words(*mode))).collect()
}

/// Words that stand for themselves, such as the districts.
pub(super) fn plain(texts: Vec<String>) -> Options {
    texts.into_iter().map(|text| (text.clone(), text)).collect()
}
