//! What stands above the sheets of a round.

use chrono_tz::Tz;
use hatchboard::{
    assessment::{Timetable, store::RoundRow},
    reminder::Kind,
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    base::At,
    error::AppError,
    reminder::now::RemindNow,
    ui::{
        card::{Card, Fact},
        time,
    },
};

/// Deadlines, what is frozen, and how many are not rated.
#[component]
pub fn Head(
    at: At,
    round: RoundRow,
    /// An organisation has not scored itself.
    silent: bool,
    /// What reminding came back with, if it did.
    back: Option<AppError>,
) -> AnyView {
    let (language, zone) = (at.language(), at.zone());
    let late = silent && round.timetable.own < at.request.now;
    let remind = (late && at.is_manager()).then(|| {
        let occasion = round.occasion.to_string();
        view! { <RemindNow slug=at.base.slug.clone() kind=Kind::SelfScore record=occasion error=back /> }
    });
    let facts_until = time::minute(round.timetable.facts, zone);
    let of_organisations = deadlines(language, zone, round.timetable, true);
    let of_base = deadlines(language, zone, round.base_timetable, false);
    let facts = match round.facts_at {
        Some(at) => words::facts_frozen(language, time::minute(at, zone)),
        None => words::facts_provisional(language, facts_until),
    };
    let not_rated = (round.not_rated > 0).then(|| {
        view! { <p class="soft">{words::not_rated_count(language, round.not_rated)}</p> }
    });
    let seed = (!round.seed.is_empty()).then(|| {
        view! { <Fact term=words::draw(language)>{words::seed_value(language, &round.seed)}</Fact> }
    });
    view! {
        <Card title=words::deadlines(language)>
            <dl class="facts">
                <Fact term=words::of_organisations(language)>{of_organisations}</Fact>
                <Fact term=words::of_base(language)>{of_base}</Fact>
                {seed}
            </dl>
            <p class="soft">{facts}</p>
            {not_rated}
            {remind}
        </Card>
    }
    .into_any()
}

/// The days of a timetable in a line; the base's sheet is checked the day that it is scored.
fn deadlines(language: Language, zone: Tz, of: Timetable, check: bool) -> String {
    let steps = [
        (words::deadline_facts(language), of.facts),
        (words::deadline_own(language), of.own),
        (words::deadline_score(language), of.score),
        (words::deadline_check(language), of.check),
    ];
    let shown = steps.iter().take(if check { 4 } else { 3 });
    let parts: Vec<String> = shown.map(|(what, at)| format!("{what} {}", time::minute(*at, zone))).collect();
    parts.join(" · ")
}
