//! Pictures of the real pages, beside the steps that tell of them.
//!
//! `scripts/pictures` makes them from the demo base: it opens the guide, takes every page that a picture is named for, in
//! the size that the guide says, and writes `app/assets/guide/{name}.{language}.jpg`. Which page that is, where it is not
//! the step's own, stands in `end2end/support/guide.ts`.

use leptos::prelude::*;

use super::{guide::Words, words};
use crate::Language;

/// A picture, as wide and high as it was taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shot {
    name: &'static str,
    size: (u32, u32),
    /// What is to be seen, for whoever does not see it.
    shows: Words,
    /// Which page it is, where it lies behind that of the step.
    page: Option<Words>,
}

/// The content of a page, without what frames it: as narrow as its tables stay tables.
const WIDE: (u32, u32) = (880, 540);
/// The screen of a phone.
const PHONE: (u32, u32) = (390, 660);

/// Beside a step. The words tell everything, so that paper does without pictures.
pub(super) fn beside(shots: &[Shot], language: Language) -> Option<AnyView> {
    let figures = shots.iter().map(|shot| shot.figure(language)).collect_view();
    (!shots.is_empty()).then(|| view! { <div class="shots not-on-paper">{figures}</div> }.into_any())
}

impl Shot {
    /// The step's own page.
    const fn new(name: &'static str, shows: Words) -> Self {
        Self { name, size: WIDE, shows, page: None }
    }

    /// Of a page behind that of the step.
    const fn of(self, page: Words) -> Self {
        Self { page: Some(page), ..self }
    }

    const fn on_a_phone(self) -> Self {
        Self { size: PHONE, ..self }
    }

    /// What the file is called in the folder of the pictures.
    pub(super) fn file(&self, language: Language) -> String {
        format!("{}.{}.jpg", self.name, language.tag())
    }

    /// The picture, which opens by itself in its full size.
    fn figure(&self, language: Language) -> AnyView {
        // A new version of the program has new pictures.
        let address = format!("/guide/{}?{}", self.file(language), env!("CARGO_PKG_VERSION"));
        let (source, alt) = (address.clone(), (self.shows)(language));
        let (width, height) = (self.size.0.to_string(), self.size.1.to_string());
        let class = if self.size == PHONE { "shot narrow" } else { "shot" };
        let caption = self.page.map(|page| view! { <figcaption class="soft">{page(language)}</figcaption> });
        view! {
            <figure class=class>
                <a href=address>
                    <img src=source alt=alt width=width height=height loading="lazy" decoding="async" />
                </a>
                {caption}
            </figure>
        }
        .into_any()
    }
}

pub(super) const OUR_WEEK: &[Shot] =
    &[Shot::new("our-week", words::shows_our_week).of(words::page_our_week).on_a_phone()];
pub(super) const OUR_PLAN: &[Shot] = &[Shot::new("our-plan", words::shows_our_plan).of(words::page_our_plan)];
pub(super) const OUR_SCORES: &[Shot] = &[Shot::new("our-scores", words::shows_our_scores)];

pub(super) const DESK: &[Shot] = &[Shot::new("desk", words::shows_desk)];
pub(super) const REVIEW: &[Shot] = &[Shot::new("review", words::shows_review).of(words::page_review)];
pub(super) const MATRIX: &[Shot] = &[Shot::new("matrix", words::shows_matrix)];
pub(super) const SHEETS: &[Shot] = &[Shot::new("sheets", words::shows_sheets).of(words::page_sheets)];

pub(super) const GLANCE: &[Shot] = &[Shot::new("glance", words::shows_glance).of(words::page_glance)];
pub(super) const CHECK: &[Shot] = &[
    Shot::new("to-check", words::shows_to_check).of(words::page_to_check),
    Shot::new("check", words::shows_check).of(words::page_check),
];

pub(super) const OVERVIEW: &[Shot] = &[Shot::new("overview", words::shows_overview)];
pub(super) const LOG: &[Shot] = &[Shot::new("log", words::shows_log)];

pub(super) const ACCOUNTS: &[Shot] = &[Shot::new("accounts", words::shows_accounts)];
pub(super) const SCORECARD: &[Shot] = &[Shot::new("scorecard", words::shows_scorecard).of(words::page_scorecard)];
