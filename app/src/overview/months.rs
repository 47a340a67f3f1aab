//! What a month came to: its plans, its weeks, visits and trainings.

use hatchboard::{monthly_plan::store::MonthDone, period::Month, training::Tally, weekly_report::store::FiledBeside};
use leptos::prelude::*;

use super::{beside::Beside, scores::rate, words};
use crate::{
    base::At,
    ui::{
        card::{DueCard, DueCards},
        number::grouped,
    },
};

/// What was done for organisations in the month, and in the one before.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// Coaching visits, and how many organisations were visited.
    pub visits: (u32, u32),
    pub visits_before: u32,
    pub trained: Tally,
    pub trained_before: Tally,
}

/// What a minute is enough for, of one month.
#[component]
pub(super) fn MonthFigures(
    at: At,
    month: Month,
    filed: FiledBeside,
    /// The last ones, the month itself at the end.
    plans: Vec<MonthDone>,
    done: Done,
) -> AnyView {
    let language = at.language();
    let beside = Beside::of(language, month.into(), filed.had_begun_by(month.previous().into()));
    let of = |month: Month| plans.iter().find(|one| one.month == month);
    let (now, before) = (of(month), of(month.previous()));
    let closed = |one: Option<&MonthDone>| one.map_or(0, |one| one.plans);
    let all = |one: Option<&MonthDone>| one.and_then(|one| one.rate);
    let own = |one: Option<&MonthDone>| one.and_then(|one| one.own);
    let plans_note = beside.count(closed(now), closed(before));
    let (rate_note, own_note) = (beside.rate(all(now), all(before)), beside.rate(own(now), own(before)));
    let (closed, all, own) = (closed(now), all(now), own(now));
    let (weeks, weeks_note) = (filed.now.rate.basis_points(), beside.filed(filed.now.rate, filed.before.rate));
    let (visits, visited) = done.visits;
    let visited = if visited > 0 { words::visited(language, visited) } else { String::new() };
    let visits_note = beside.after(visited, beside.count(visits, done.visits_before));
    let (trained, trained_before) = (done.trained, done.trained_before);
    let sessions_note = beside.count(trained.sessions, trained_before.sessions);
    let attendances_note = beside.count(trained.attendances, trained_before.attendances);
    let plans_path = at.path(&format!("/plans?month={month}"));
    let closed_path = format!("{plans_path}&state=closed");
    let own_path = at.path(&format!("/plans/{month}"));
    let matrix = at.path(&format!("/reports?month={month}"));
    let visits_path = at.path(&format!("/coaching?month={month}"));
    let trainings = at.path(&format!("/trainings?month={month}&state=held"));
    view! {
        <DueCards label=words::figures_month(language)>
            <DueCard href=plans_path figure=rate(all) label=words::completed(language) note=rate_note />
            <DueCard href=own_path figure=rate(own) label=words::completed_own(language) note=own_note />
            <DueCard href=closed_path figure=closed.to_string() label=words::closed(language) note=plans_note />
            <DueCard
                href=matrix
                figure=rate(weeks)
                label=words::weekly(language)
                note=weeks_note
            />
            <DueCard
                href=visits_path
                figure=visits.to_string()
                label=words::coaching(language)
                note=visits_note
            />
            <DueCard
                href=trainings.clone()
                figure=trained.sessions.to_string()
                label=words::sessions(language)
                note=sessions_note
            />
            <DueCard
                href=trainings
                figure=grouped(trained.attendances.into())
                label=words::trained(language)
                note=attendances_note
            />
        </DueCards>
    }
    .into_any()
}
