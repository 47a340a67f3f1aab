//! How long ago help was asked for that nobody has finished, as a bar of its parts.

use hatchboard::service_request::Age;
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    ui::{
        badge::Tone,
        card::Card,
        chart::{Part, PartsBar},
        field::Options,
        language,
    },
};

/// Nothing where nothing is open.
#[component]
pub(crate) fn Ages(
    /// The list's own page.
    path: String,
    ages: Vec<(Age, u32)>,
) -> AnyView {
    let language = language();
    if ages.iter().all(|(_, count)| *count == 0) {
        return ().into_any();
    }
    let part = |(age, count): (Age, u32)| {
        let (tone, sign) = match age {
            Age::Week => (Tone::Good, "○"),
            Age::Fortnight => (Tone::Accent, "◔"),
            Age::Month => (Tone::Warn, "◑"),
            Age::Older => (Tone::Bad, "●"),
        };
        let href = Some(format!("{path}?age={}", age.code()));
        Part { label: words::age_name(language, age).to_owned(), count, tone, sign, href }
    };
    let parts = ages.into_iter().map(part).collect();
    view! {
        <Card title=words::ages(language)>
            <PartsBar caption=words::ages(language) parts=parts />
        </Card>
    }
    .into_any()
}

pub(super) fn age_options(language: Language) -> Options {
    Age::ALL.iter().map(|age| (age.code().to_owned(), words::age_name(language, *age).to_owned())).collect()
}
