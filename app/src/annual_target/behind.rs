//! On a first screen: the targets that are behind, and what the year leads to at this pace.

use hatchboard::annual_target::store::{TargetLine, YearPage};
use leptos::prelude::*;

use super::{
    look::{Bar, known, name, name_language, planned},
    words,
};
use crate::{
    base::At,
    ui::{card::Card, number::percent},
};

/// The furthest behind; the year's own page has all.
const LINES: usize = 5;

#[component]
pub(crate) fn BehindCard(at: At, page: YearPage) -> AnyView {
    let language = at.language();
    let YearPage { year, stands, lines, .. } = page;
    let (all, label) = (at.path(&format!("/targets?year={year}")), words::all_targets(language, lines.len()));
    let aside: ViewFn = (move || view! { <a href=all.clone()>{label.clone()}</a> }).into();
    let mut behind = lines;
    behind.retain(|line| line.progress.is_behind(&line.target));
    behind.sort_by_key(|line| line.progress.achieved);
    let (title, nothing) = match (stands, behind.len()) {
        (false, _) => (words::title_of(language, year), words::none_stand(language)),
        (true, 0) => (words::title_of(language, year), words::none_behind(language)),
        (true, number) => (words::number_behind(language, year, number), ""),
    };
    if !nothing.is_empty() {
        return view! {
            <Card title=title aside=aside>
                <p class="soft">{nothing}</p>
            </Card>
        }
        .into_any();
    }
    let line = |line: TargetLine| {
        let TargetLine { target, actual, progress, .. } = line;
        let href = at.path(&format!("/targets/{}?year={year}", target.code));
        let (called, share) = (name(language, &target), percent(progress.achieved.into()));
        let reached = known(language, target.measure, actual.total(target.measure));
        let plan = planned(language, &target);
        let lang = name_language(&target);
        let told = match progress.forecast {
            Some(_) => words::pace(language, reached, known(language, target.measure, progress.forecast), plan),
            None => words::pace_unknown(language, reached, plan),
        };
        view! {
            <li>
                <a class="among-words" href=href lang=lang>
                    {called.clone()}
                </a>
                " "
                <span class="soft">{told}</span>
                <Bar label=words::bar(language, called, share) achieved=progress.achieved behind=true />
            </li>
        }
    };
    let lines = behind.into_iter().take(LINES).map(line).collect_view();
    view! {
        <Card title=title aside=aside>
            <ul class="marks">{lines}</ul>
        </Card>
    }
    .into_any()
}
