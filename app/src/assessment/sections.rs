//! The ways down to the sections of a long sheet that is being filled in, each with how far it has come.

use hatchboard::assessment::{Column as Party, Line, Scoring, Section};
use leptos::prelude::*;

use super::{lines::Context, words};

/// Where a section begins on the page.
pub(super) fn anchor(section: usize) -> String {
    format!("section-{}", section + 1)
}

/// A link to each section; nothing where there is one only.
#[component]
pub(super) fn SectionLinks(context: Context) -> AnyView {
    let language = crate::ui::language();
    let sections = &context.found.sheet.card.sections;
    if sections.len() < 2 {
        return ().into_any();
    }
    let links = sections.iter().enumerate().map(|(number, section)| {
        let (done, all) = progress(&context, section);
        let done = (all > 0).then(|| view! { <span class="soft">{format!("{done}/{all}")}</span> });
        view! {
            <li>
                <a href=format!("#{}", anchor(number))>
                    <span lang="zh-CN">{section.name.clone()}</span>
                    {done}
                </a>
            </li>
        }
    });
    let links = links.collect_view();
    view! {
        <nav class="not-on-paper" aria-label=words::sections(language)>
            <ul class="sheet-sections">{links}</ul>
        </nav>
    }
    .into_any()
}

/// How many of a section's lines by judgement have points in the column that can be filled in, and how many there are.
fn progress(context: &Context, section: &Section) -> (usize, usize) {
    let asked = section
        .indicators
        .iter()
        .filter(|indicator| indicator.scoring == Scoring::Judgement && context.rows.contains_key(&indicator.code))
        .filter_map(|indicator| context.found.sheet.line(&indicator.code));
    asked.fold((0, 0), |(done, all), line| (done + usize::from(has_points(context, line)), all + 1))
}

/// What came back with the form is newer than what is kept.
fn has_points(context: &Context, line: &Line) -> bool {
    if let Some(typed) = context.typed.get(&line.indicator.code) {
        return !typed.points.trim().is_empty();
    }
    match context.writes {
        Some(Party::Own) => line.own.is_some(),
        Some(Party::Operator) => line.operator.is_some(),
        Some(Party::Bureau) => line.bureau.is_some(),
        None => false,
    }
}
