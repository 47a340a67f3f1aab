//! What is linked to a request: policies, resources and projects, for both sides to read.

use hatchboard::service_request::{
    LinkKind, LinkText,
    store::{Link, RequestPage},
};
use leptos::prelude::*;

use super::{
    api::{LinkService, SaidTyped, StrikeServiceLink},
    here::Here,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::{Confirm, Fold},
        field::{Choices, Field, Hidden, Options, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language, time,
    },
    weekly_report::Whose,
};

/// What the forms of the card came back with.
#[derive(Debug, Clone)]
pub struct LinkBack {
    linked: Option<Returned<LinkText>>,
    /// Its `rating` holds the link's id.
    struck: Option<Returned<SaidTyped>>,
}

impl LinkBack {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self { linked: returned("service_link").await?, struck: returned("service_link_strike").await? })
    }
}

/// Nothing where nothing is linked and whoever looks cannot link.
#[component]
pub(super) fn Links(here: Here, found: RequestPage, back: LinkBack) -> AnyView {
    let language = language();
    let base = match &here.acts {
        Some(Whose::Base(base)) => Some(base.clone()),
        _ => None,
    };
    if found.links.is_empty() && base.is_none() {
        return ().into_any();
    }
    let line = |link: Link| {
        let back = back.struck.clone().filter(|back| back.typed.rating == link.id.to_string());
        view! { <Line here=here.clone() base=base.clone() link=link back=back /> }
    };
    let lines = found.links.iter().cloned().map(line).collect_view();
    let list = if found.links.is_empty() {
        view! { <p class="soft">{words::no_links(language)}</p> }.into_any()
    } else {
        view! { <ul class="plain">{lines}</ul> }.into_any()
    };
    let request = found.row.id.to_string();
    let form = base.clone().map(|base| view! { <LinkForm base=base request=request back=back.linked.clone() /> });
    view! {
        <Card title=words::links(language) id="links">
            {list}
            {form}
        </Card>
    }
    .into_any()
}

#[component]
fn Line(here: Here, base: Option<String>, link: Link, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = language();
    let zone = here.base.zone;
    let by = words::said_by(language, &link.by, time::minute(link.at, zone));
    let detail = (!link.detail.is_empty()).then(|| view! { <p class="pre">{link.detail.clone()}</p> });
    let struck = link.struck.clone().map(|(at, by, why)| {
        let note = words::link_struck_by(language, by, time::minute(at, zone), why);
        view! { <p class="soft">{note}</p> }
    });
    let gone = link.struck.is_some();
    let form = base.filter(|_| !gone).map(|base| {
        let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
        let open = error.is_some();
        let said = typed.unwrap_or_default().words;
        view! {
            <Confirm
                label=words::strike_link(language)
                consequence=words::strike_link_hint(language)
                danger=true
                open=open
            >
                <PostForm action={action::<StrikeServiceLink>()} key=new_key() error=error>
                    <Hidden name="base" value=base />
                    <Hidden name="link" value=link.id.to_string() />
                    <TextArea name="words" label=words::why(language) value=said required=true rows=2 maxlength=2000 />
                    <FormActions>
                        <Submit label=words::strike_link(language) weight=Weight::Danger />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    view! {
        <li>
            <p>
                <Badge tone=Tone::Calm sign="·" word=words::link_kind(language, link.kind) />
                " "
                <strong>{link.title.clone()}</strong>
            </p>
            {detail}
            <p class="soft">{by}</p>
            {struck}
            {form}
        </li>
    }
    .into_any()
}

#[component]
fn LinkForm(base: String, request: String, back: Option<Returned<LinkText>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    let kinds: Options = LinkKind::ALL
        .iter()
        .map(|kind| (kind.code().to_owned(), words::link_kind(language, *kind).to_owned()))
        .collect();
    view! {
        <Fold label=words::link_it(language) open=open>
            <PostForm action={action::<LinkService>()} key=new_key() id="link" error=error>
                <Hidden name="base" value=base />
                <Hidden name="request" value=request />
                <Choices name="kind" label=words::kind(language) options=kinds value=typed.kind required=true />
                <Field
                    name="title"
                    label=words::link_title(language)
                    value=typed.title
                    required=true
                    maxlength=100
                />
                <TextArea
                    name="detail"
                    label=words::link_detail(language)
                    value=typed.detail
                    rows=2
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::link_it(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}
