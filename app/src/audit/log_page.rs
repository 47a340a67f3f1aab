use hatchboard::{
    access::Role,
    audit::{self, Break, Chain, Deed, Filter, Verified, entity::audit_event},
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::words;
use crate::{
    base::{At, words as base_words},
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        confirm::Fold,
        empty::Empty,
        form::LinkButton,
        frame::{Frame, FrameData},
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::{Place, Tab},
        notice::Notice,
        number::grouped,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        time, words as ui_words,
    },
};

/// The installation's deeds belong to no base: they are told in the zone of the country.
pub(super) const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

/// Whether the chain holds, where it was asked for.
type Check = Option<Result<Verified, Break>>;

/// What somebody reads of a base's log, where that stands and what it is called.
pub(super) struct OfBase {
    pub(super) chain: Chain,
    tab: Tab,
    title: &'static str,
    subtitle: &'static str,
}

/// The auditor reads everything, the bureau who came to what right.
pub(super) fn log_of(at: &At) -> Result<OfBase, AppError> {
    let (asker, language) = (at.request.asker()?, at.language());
    if let Ok(auditor) = asker.auditor(at.base.id) {
        let (title, subtitle) = (words::title(language), words::subtitle(language));
        return Ok(OfBase { chain: Chain::from(&auditor), tab: Tab::Audit, title, subtitle });
    }
    let (title, subtitle) = (base_words::access_log(language), words::access_subtitle(language));
    Ok(OfBase { chain: Chain::from(&asker.bureau(at.base.id)?), tab: Tab::Settings, title, subtitle })
}

/// `/b/{base}/audit`
#[component]
pub fn BaseLogPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let OfBase { chain, tab, title, subtitle } = log_of(&at)?;
        let read = Read::of(&at.request, &chain).await?;
        let data = at.frame(tab).await?;
        Ok(view! {
            <Frame data=data>
                <Log read=read zone=at.zone() title=title subtitle=subtitle export=at.path("/audit.xlsx") />
            </Frame>
        }
        .into_any())
    })
}

/// `/admin/audit`
#[component]
pub fn InstallationLogPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let chain = Chain::from(&request.asker()?.admin()?);
        let read = Read::of(&request, &chain).await?;
        let (title, subtitle) = (words::title(request.language), words::subtitle(request.language));
        Ok(view! {
            <Frame data=FrameData::new(&request, &Place::Installation, Tab::Audit, &[])>
                <Log read=read zone=ZONE title=title subtitle=subtitle export="/admin/audit.xlsx" />
            </Frame>
        }
        .into_any())
    })
}

/// What the page of a chain shows.
struct Read {
    query: ListQuery,
    found: Page<audit_event::Model>,
    /// Every deed of the chain, by its code.
    actions: Vec<String>,
    check: Check,
}

impl Read {
    async fn of(request: &Request, chain: &Chain) -> Result<Self, AppError> {
        let (store, query) = (&request.store, ListQuery::current());
        let paging = Paging::new(query.page(), Paging::SIZE);
        let found = audit::events(store, chain, &filter(&query), paging).await?;
        let actions = audit::actions(store, chain).await?;
        let check = if query.get("verify").is_some() { Some(audit::verify(store, chain.name()).await?) } else { None };
        Ok(Self { query, found, actions, check })
    }
}

pub(super) fn filter(query: &ListQuery) -> Filter {
    let text = |name| query.get(name).unwrap_or_default().to_owned();
    Filter { action: text("action"), subject: text("subject"), actor: text("actor") }
}

#[component]
fn Log(
    read: Read,
    zone: chrono_tz::Tz,
    title: &'static str,
    subtitle: &'static str,
    #[prop(into)] export: String,
) -> AnyView {
    let language = language();
    let Read { query, found, actions, check } = read;
    let actions = actions.into_iter().map(|code| (code.clone(), words::deed_of(language, &code))).collect::<Vec<_>>();
    let list = query.forgetting("verify");
    let export = view! { <ExportLink query=list.clone() path=export /> };
    let rows = found.rows.into_iter().map(|event| view! { <Row event=event zone=zone /> }).collect_view();
    view! {
        <PageHead title=title subtitle=subtitle>
            {export}
        </PageHead>
        <Checked query=query check=check />
        <FilterBar query=list.clone()>
            <FilterSelect
                name="action"
                label=words::action(language)
                options=actions
                all=words::every_action(language)
            />
            <SearchField name="actor" label=words::search_actor(language) />
            <SearchField name="subject" label=words::search_subject(language) />
        </FilterBar>
        {if found.total == 0 {
            view! { <Empty title=words::none(language) words=words::none_words(language) icon=Icon::Audit /> }
                .into_any()
        } else {
            view! {
                <Table caption=title>
                    <thead>
                        <tr>
                            <Column label=words::at(language) />
                            <Column label=words::actor(language) />
                            <Column label=words::action(language) />
                            <Column label=words::subject(language) />
                            <Column label=words::detail(language) />
                            <Column label=words::seq(language) numeric=true />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
                <Pager query=list size=Paging::SIZE total=found.total />
            }
                .into_any()
        }}
    }
    .into_any()
}

#[component]
fn Checked(query: ListQuery, check: Check) -> AnyView {
    let language = language();
    match check {
        None => view! {
            <Notice tone=Tone::Calm words=words::not_verified(language)>
                <LinkButton href=query.with("verify", "yes").href() label=words::verify(language) />
            </Notice>
        }
        .into_any(),
        Some(Ok(verified)) => {
            let head: String = verified.head.chars().take(16).collect();
            view! { <Notice tone=Tone::Good words=words::verified(language, grouped(verified.events), head) /> }
                .into_any()
        }
        Some(Err(broken)) => {
            view! { <Notice tone=Tone::Bad words=words::broken(language, grouped(broken.seq)) /> }.into_any()
        }
    }
}

#[component]
fn Row(event: audit_event::Model, zone: chrono_tz::Tz) -> AnyView {
    let language = language();
    let whom = whom(&event);
    let detail = serde_json::from_str(&event.detail)
        .and_then(|detail: serde_json::Value| serde_json::to_string_pretty(&detail))
        .unwrap_or(event.detail);
    let subject = ListQuery::default().with("subject", &event.subject).href();
    view! {
        <tr>
            <td class="card-title">{time::minute(event.at, zone)}</td>
            <td data-label=words::actor(language)>{event.actor}</td>
            <td data-label=words::action(language)>
                {words::deed_of(language, &event.action)}
                {whom.map(|whom| view! { <div class="soft">{whom}</div> })}
            </td>
            <td data-label=words::subject(language)>
                <a href=subject title=event.subject.clone()>
                    <code>{shortened(&event.subject)}</code>
                </a>
            </td>
            <td data-label=words::detail(language)>
                <Fold label=words::details(language)>
                    <pre class="raw">{detail}</pre>
                </Fold>
            </td>
            <td class="number" data-label=words::seq(language)>
                {grouped(event.seq)}
            </td>
        </tr>
    }
    .into_any()
}

/// Whom a deed of access is about, and the role that they have by it.
fn whom(event: &audit_event::Model) -> Option<String> {
    Deed::from_code(&event.action).filter(|deed| Deed::OF_ACCESS.contains(deed))?;
    let detail: serde_json::Value = serde_json::from_str(&event.detail).ok()?;
    let person = detail["person"].as_str()?;
    let role: Option<Role> = detail["role"].as_str().and_then(|code| code.parse().ok());
    let language = language();
    let words = match role {
        Some(role) if person.is_empty() => ui_words::role(language, role).to_owned(),
        Some(role) => words::as_what(language, person, ui_words::role(language, role)),
        None => person.to_owned(),
    };
    Some(words).filter(|words| !words.is_empty())
}

/// The end of an id: ids of one day begin alike.
fn shortened(id: &str) -> String {
    match id.char_indices().rev().nth(7) {
        Some((from, _)) if id.parse::<uuid::Uuid>().is_ok() => format!("…{}", &id[from..]),
        _ => id.to_owned(),
    }
}
