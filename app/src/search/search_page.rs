use hatchboard::{
    assessment::Occasion,
    search::{self, Found, OrganisationHit, PersonHit, ReportHit, SheetHit},
};
use leptos::prelude::*;

use super::words;
use crate::{
    assessment::words::occasion_name,
    base::At,
    ui::{
        card::Card,
        empty::Empty,
        form::{LinkButton, Submit},
        frame::{Frame, FrameData},
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::SearchField,
    },
};

/// `/b/{base}/search?q=…`
#[component]
pub fn SearchPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let query = ListQuery::current();
        let asked = query.get("q").unwrap_or_default().to_owned();
        let found = search::find(&at.request.store, &at.reader, &asked).await?;
        let frame = at.frame(Tab::Search).await?;
        let (subtitle, hint) = (words::subtitle(language), words::hint(language));
        let asks = !asked.trim().is_empty();
        let found = (!found.is_empty()).then(|| view! { <Outcome at=at found=found query=query /> }.into_any());
        Ok(view! { <Screen frame=frame subtitle=subtitle hint=hint asks=asks found=found /> }.into_any())
    })
}

/// The field, and what was found; `None` where nothing was.
#[component]
pub fn Screen(
    frame: FrameData,
    subtitle: &'static str,
    hint: &'static str,
    asks: bool,
    found: Option<AnyView>,
) -> AnyView {
    let language = frame.language;
    let outcome = match found {
        _ if !asks => ().into_any(),
        Some(found) => found,
        None => view! { <Empty title=words::none(language) words=words::none_words(language) icon=Icon::Search /> }
            .into_any(),
    };
    view! {
        <Frame data=frame>
            <PageHead title=words::title(language) subtitle=subtitle />
            <form class="filters" method="get" role="search" aria-label=words::title(language)>
                <SearchField label=words::words(language) placeholder=hint.to_owned() />
                <Submit label=words::go(language) />
            </form>
            {outcome}
        </Frame>
    }
    .into_any()
}

#[component]
fn Outcome(at: At, found: Found, query: ListQuery) -> AnyView {
    let language = at.language();
    let Found { organisations, people, reports, sheets } = found;
    let all = organisations.more.then(|| query.without("page").at(&at.path("/organisations")));
    let of_organisations = organisations.rows.into_iter().map(|hit| organisation(&at, hit)).collect();
    let of_people = people.rows.into_iter().map(|hit| person(&at, hit)).collect();
    let of_reports = reports.rows.into_iter().map(|hit| report(&at, hit)).collect();
    let of_sheets = sheets.rows.into_iter().map(|hit| sheet(&at, hit)).collect();
    view! {
        <Hits title=words::organisations(language) lines=of_organisations more=organisations.more />
        {all
            .map(|all| {
                view! {
                    <div class="row">
                        <LinkButton href=all label=words::all_organisations(language) />
                    </div>
                }
            })}
        <Hits title=words::people(language) lines=of_people more=people.more />
        <Hits title=words::reports(language) lines=of_reports more=reports.more />
        <Hits title=words::sheets(language) lines=of_sheets more=sheets.more />
    }
    .into_any()
}

/// Words, and their language where it is another than the page's.
#[derive(Debug, Clone)]
pub struct Said {
    words: String,
    lang: Option<&'static str>,
}

impl Said {
    /// As somebody wrote it.
    pub(super) fn chinese(words: String) -> Self {
        Self { words, lang: Some("zh-CN") }
    }

    pub(super) fn plain(words: String) -> Self {
        Self { words, lang: None }
    }
}

/// A link, and what stands softly beside it.
#[derive(Debug, Clone)]
pub struct HitLine {
    pub href: String,
    pub name: Said,
    pub beside: Said,
}

/// What was found of one kind; nothing where nothing was.
#[component]
pub fn Hits(title: &'static str, lines: Vec<HitLine>, more: bool) -> AnyView {
    let language = crate::ui::language();
    if lines.is_empty() {
        return ().into_any();
    }
    let lines = lines.into_iter().map(|line| {
        view! {
            <li>
                <a href=line.href lang=line.name.lang>
                    {line.name.words}
                </a>
                " "
                <span class="soft" lang=line.beside.lang>
                    {line.beside.words}
                </span>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <Card title=title>
            <ul class="plain">{lines}</ul>
            {more.then(|| view! { <p class="soft">{words::more(language)}</p> })}
        </Card>
    }
    .into_any()
}

fn organisation(at: &At, hit: OrganisationHit) -> HitLine {
    let href = at.path(&format!("/organisations/{}", hit.id));
    HitLine { href, name: Said::chinese(hit.name), beside: Said::plain(hit.code.unwrap_or_default()) }
}

fn person(at: &At, hit: PersonHit) -> HitLine {
    let href = at.path(&format!("/organisations/{}", hit.organisation));
    let beside = [hit.position, hit.organisation_name].into_iter().filter(|part| !part.is_empty());
    HitLine { href, name: Said::chinese(hit.name), beside: Said::chinese(beside.collect::<Vec<_>>().join(" · ")) }
}

fn report(at: &At, hit: ReportHit) -> HitLine {
    let (href, name) = if let Some(name) = hit.organisation_name {
        (format!("/reports/{}", hit.id), Said::chinese(format!("{} {name}", hit.week)))
    } else {
        let of_base = words::of_base(at.language());
        (format!("/base-reports/{}", hit.week), Said::plain(format!("{} {of_base}", hit.week)))
    };
    HitLine { href: at.path(&href), name, beside: Said::plain(hit.receipt.unwrap_or_default()) }
}

fn sheet(at: &At, hit: SheetHit) -> HitLine {
    let subject = hit.organisation.map_or_else(|| "base".to_owned(), |id| id.to_string());
    let href = at.path(&format!("/assessments/{}/{subject}", hit.occasion));
    let occasion = hit.occasion.parse().map(|occasion: Occasion| occasion_name(at.language(), occasion));
    HitLine { href, name: Said::chinese(hit.name), beside: Said::plain(occasion.unwrap_or(hit.occasion)) }
}
