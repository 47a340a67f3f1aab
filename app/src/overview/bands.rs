//! How the sheets of a quarter lie by band, beside the quarter before.

use hatchboard::assessment::{Band, Spread, store::Overview};
use leptos::prelude::*;

use super::{scores::Nothing, words};
use crate::{
    assessment::{band_name, band_tone},
    base::At,
    ui::{
        card::Card,
        chart::{Part, PartsBar},
    },
};

#[component]
pub(super) fn Bands(at: At, found: Overview) -> AnyView {
    let language = at.language();
    if found.now.sheets == 0 {
        return view! { <Nothing title=words::bands(language) words=words::no_points(language) /> }.into_any();
    }
    let bars = bars(&at, &found);
    view! { <Card title=words::bands(language)>{bars}</Card> }.into_any()
}

/// A bar of the quarter, and one of the quarter before where it has points; each part opens into its sheets.
pub(super) fn bars(at: &At, found: &Overview) -> AnyView {
    let language = at.language();
    let quarter = found.quarter;
    let bar = |spread: &Spread, caption: String, of: String| {
        let part = |(band, count): &(Band, u32)| {
            let (tone, sign) = band_tone(*band);
            let href = Some(at.path(&format!("/assessments/{of}?band={}", band.code())));
            Part { label: band_name(language, *band).to_owned(), count: *count, tone, sign, href }
        };
        let parts = spread.bands.iter().map(part).collect();
        view! { <PartsBar caption=caption parts=parts /> }
    };
    let earlier = (found.before.sheets > 0).then(|| {
        let caption = format!("{} {}", words::bands_before(language), quarter.previous());
        let bar = bar(&found.before, caption.clone(), quarter.previous().to_string());
        view! {
            <h3>{caption}</h3>
            {bar}
        }
    });
    let now = bar(&found.now, words::bands(language).to_owned(), quarter.to_string());
    view! {
        {now}
        {earlier}
    }
    .into_any()
}
