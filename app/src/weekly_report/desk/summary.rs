//! The week of all organisations, as the base's own report begins with it.

use hatchboard::weekly_report::{Among, Summary, Told, store::of_week::OfWeekSort};
use leptos::prelude::*;

use super::{of_week, words};
use crate::{
    Language,
    base::At,
    ui::{
        card::{Card, Fact},
        number::{grouped, percent},
    },
    weekly_report::words as shared,
};

/// So many organisations' words are shown of each kind; the matrix leads to the others.
const TOLD: usize = 10;

#[component]
pub(super) fn OrganisationsWeek(at: At, summary: Summary) -> impl IntoView {
    let language = at.language();
    let filed = summary.on_time + summary.late;
    let asked = summary.rate.expected() + summary.pending;
    let rate = summary.rate.basis_points().map(|points| percent(points.into()));
    let counted = |number: u64| (whole(number), number > 0);
    let to = |among: Among| of_week::path(&at, summary.week, among);
    let [activities, attendances] =
        [OfWeekSort::Activities, OfWeekSort::Attendances].map(|sort| of_week::active(&at, summary.week, sort));
    let counts = [
        (words::summary_filed(language), (format!("{filed}/{asked}"), asked > 0), to(Among::Asked)),
        (words::rate(language), rate.map_or_else(|| ("–".to_owned(), false), |rate| (rate, true)), to(Among::Asked)),
        (words::summary_nothing(language), counted(summary.on_time_nothing.into()), to(Among::Nothing)),
        (words::summary_late(language), counted(summary.late.into()), to(Among::Late)),
        (words::summary_missing(language), counted(summary.missing.into()), to(Among::Missing)),
        (words::summary_pending(language), counted(summary.pending.into()), to(Among::Pending)),
        (words::summary_excused(language), counted(summary.excused.into()), to(Among::Excused)),
        (words::summary_activities(language), counted(summary.activities), activities),
        (words::summary_attendances(language), counted(summary.attendances), attendances),
    ];
    // What counts nothing leads nowhere.
    let counts = counts.map(|(term, (figure, some), href)| {
        let figure = if some { view! { <a href=href>{figure}</a> }.into_any() } else { figure.into_any() };
        view! { <Fact term=term>{figure}</Fact> }
    });
    let helps = summary.help_needed.iter().take(5 * TOLD).map(|needed| {
        let href = at.path(&format!("/organisations/{}", needed.organisation));
        let kind = shared::help_kind(language, needed.kind);
        view! {
            <li>
                <a href=href>{needed.name.clone()}</a>
                {words::kind_and_what(language, kind, &needed.what)}
            </li>
        }
    });
    let helps = (!summary.help_needed.is_empty()).then(|| {
        view! {
            <h3>{words::summary_help(language)}</h3>
            <ul>{helps.collect_view()}</ul>
        }
    });
    let silent = (!summary.silent.is_empty()).then(|| {
        view! {
            <h3>{words::summary_silent(language)}</h3>
            <p>{summary.silent.join(words::and(language))}</p>
        }
    });
    view! {
        <Card title=words::summary_title(language) id="summary">
            <dl class="facts">{counts.into_iter().collect_view()}</dl>
            {helps}
            {told(&at, language, words::summary_problems(language), &summary.problems)}
            {silent}
            {told(&at, language, shared::field_done(language), &summary.done)}
        </Card>
    }
}

fn told(at: &At, language: Language, title: &'static str, told: &[Told]) -> Option<AnyView> {
    let more = told.len().saturating_sub(TOLD);
    let lines = told.iter().take(TOLD).map(|one| {
        let href = at.path(&format!("/organisations/{}", one.organisation));
        view! {
            <li>
                <a href=href>{one.name.clone()}</a>
                {words::colon(language, &one.text)}
            </li>
        }
    });
    (!told.is_empty()).then(|| {
        view! {
            <h3>{title}</h3>
            <ul>{lines.collect_view()}</ul>
            {(more > 0)
                .then(|| {
                    view! {
                        <p class="soft">
                            <a href=at.path("/reports")>{words::begin_more(language, more)}</a>
                        </p>
                    }
                })}
        }
        .into_any()
    })
}

fn whole(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}
