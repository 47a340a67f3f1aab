//! Everybody who has a part in a year's targets, each with the way to theirs.

use hatchboard::annual_target::{PersonLine, people, store::TargetLine};
use leptos::prelude::*;

use super::{
    words,
    year::{HELPS, OWNS, PART},
};
use crate::{
    base::At,
    ui::{
        card::Card,
        list_query::ListQuery,
        table::{Column, Table},
    },
};

/// `lines`: all of the year, whatever the link leaves.
#[component]
pub(super) fn People(at: At, query: ListQuery, lines: Vec<TargetLine>) -> AnyView {
    let language = at.language();
    let found = people(lines.iter().map(|line| (&line.target, &line.progress)));
    let rows = found.into_iter().map(|person| view! { <Row at=at.clone() query=query.clone() person=person /> });
    let rows = rows.collect_view();
    view! {
        <Card title=words::people_title(language) flush=true>
            <p class="soft card-note">{words::people_hint(language)}</p>
            <Table caption=words::people_title(language)>
                <thead>
                    <tr>
                        <Column label=words::person(language) />
                        <Column label=words::owns(language) numeric=true />
                        <Column label=words::on_course(language) numeric=true />
                        <Column label=words::those_behind(language) numeric=true />
                        <Column label=words::helps(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn Row(at: At, query: ListQuery, person: PersonLine) -> AnyView {
    let language = at.language();
    let PersonLine { name, owns, on_course, behind, helps } = person;
    let theirs = query.with("owner", &name).without(PART);
    let href = theirs.href();
    let number = |number: u32| if number == 0 { "–".to_owned() } else { number.to_string() };
    // A number opens into the targets that it counts.
    let linked = |count: u32, part: &str| {
        if count == 0 {
            return number(0).into_any();
        }
        view! { <a href=theirs.with(PART, part).href()>{count}</a> }.into_any()
    };
    let (owns, helps) = (linked(owns, OWNS), linked(helps, HELPS));
    view! {
        <tr>
            <td class="card-title">
                <a href=href lang="zh-CN">
                    {name}
                </a>
            </td>
            <td class="number" data-label=words::owns(language)>
                {owns}
            </td>
            <td class="number" data-label=words::on_course(language)>
                {number(on_course)}
            </td>
            <td class="number" data-label=words::those_behind(language)>
                {number(behind)}
            </td>
            <td class="number" data-label=words::helps(language)>
                {helps}
            </td>
        </tr>
    }
    .into_any()
}
