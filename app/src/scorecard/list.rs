//! `/b/{base}/scorecards`: the base's cards, one of each kind.

use hatchboard::assessment::store::card::{CardRow, cards};
use leptos::prelude::*;

use super::{look::WRITTEN_IN, shelf::Shelf, words};
use crate::ui::{
    badge::{Badge, Tone},
    frame::Frame,
    page::{PageHead, page},
    table::{Column, Table},
    time,
};

#[component]
pub fn CardsPage() -> impl IntoView {
    page(async {
        let at = Shelf::current().await?;
        let language = at.language();
        let found = cards(&at.request.store, &at.reader).await?;
        let frame = at.frame([]).await?;
        let rows = found.into_iter().map(|row| view! { <Row at=at.clone() row=row /> }).collect_view();
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language) />
                <Table caption=words::caption(language)>
                    <thead>
                        <tr>
                            <Column label=words::kind(language) />
                            <Column label=words::card_name(language) />
                            <Column label=words::in_force(language) />
                            <Column label=words::since(language) />
                            <Column label=words::draft(language) />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Row(at: Shelf, row: CardRow) -> AnyView {
    let (language, zone) = (at.language(), at.zone());
    let CardRow { kind, in_force, draft } = row;
    let since = in_force.published.map(|(moment, _)| time::date(moment, zone));
    let draft = match draft {
        None => view! { <span class="soft">{words::no_draft(language)}</span> }.into_any(),
        Some(draft) => {
            let word = words::changed_by(language, draft.changed_by, time::minute(draft.changed_at, zone));
            view! { <Badge tone=Tone::Warn sign="✎" word=word /> }.into_any()
        }
    };
    view! {
        <tr>
            <td class="card-title">
                <a href=at.path(&format!("/scorecards/{kind}"))>{words::kind_name(language, kind)}</a>
            </td>
            <td data-label=words::card_name(language)>
                <span lang=WRITTEN_IN>{in_force.version.card.name}</span>
            </td>
            <td data-label=words::in_force(language)>{words::version(language, in_force.version.version)}</td>
            <td data-label=words::since(language)>
                {since.unwrap_or_else(|| words::shipped(language).to_owned())}
            </td>
            <td data-label=words::draft(language)>{draft}</td>
        </tr>
    }
    .into_any()
}
