use hatchboard::organisation::store::{self, Page};
use leptos::prelude::*;

use super::{list, row::Row, words};
use crate::{
    base::At,
    funnel,
    ui::{
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, SortLink, Table},
    },
};

/// `/b/{base}/organisations`
#[component]
pub fn ListPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let (filter, sort, size) = (list::filter(&query), list::sort(&query), list::size(&query));
        let found = store::page(&at.request.store, &at.reader, &filter, sort, query.page(), size).await?;
        let (manages, language) = (at.is_manager(), at.language());
        let (path, import) = (at.path("/organisations"), at.path("/import"));
        let way = at.path("/funnel");
        let data = at.frame(Tab::Organisations).await?;
        let filtered = query.without("size").is_filtered();
        Ok(view! {
            <Frame data=data>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <LinkButton href=way label=funnel::title(language) icon=Icon::Decision />
                    <ExportLink query=query.without("size") path=format!("{path}.xlsx") />
                    {manages
                        .then(|| {
                            view! {
                                <LinkButton
                                    href=import
                                    label=words::import(language)
                                    icon=Icon::Import
                                />
                                <LinkButton
                                    href=format!("{path}/new")
                                    label=words::add(language)
                                    weight=Weight::Main
                                    icon=Icon::Plus
                                />
                            }
                        })}
                </PageHead>
                <Filters districts=found.districts.clone() strengths=found.strengths.clone() />
                <Found slug=at.base.slug filtered=filtered found=found size=size manages=manages />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Filters(districts: Vec<String>, strengths: Vec<String>) -> AnyView {
    let language = language();
    let select = move |name: &'static str, label: &'static str, options: Options| {
        view! { <FilterSelect name=name label=label options=options all=words::every(language) /> }
    };
    // Offered where a number of the funnel has led here.
    let phase = list::filter(&ListQuery::current()).phase.map(|phase| {
        let options = vec![(phase.code().to_owned(), funnel::phase_name(language, phase).to_owned())];
        select("phase", funnel::phase(language), options)
    });
    let sizes = list::SIZES[1..].iter().map(|size| (size.to_string(), size.to_string())).collect::<Options>();
    view! {
        <FilterBar>
            <SearchField
                label=words::search(language)
                placeholder=words::search_hint(language).to_owned()
            />
            {select("stage", words::stage(language), list::stages(language))} {phase}
            {select("kind", words::kind_label(language), list::kinds(language))}
            {select("standing", words::standing_label(language), list::standings(language))}
            {select("mode", words::mode(language), list::modes(language))}
            {select("district", words::district(language), list::plain(districts))}
            {select("strength", words::strengths(language), list::plain(strengths))}
            <FilterSelect
                name="size"
                label=words::page_size(language)
                options=sizes
                all=list::SIZES[0].to_string()
            />
        </FilterBar>
    }
    .into_any()
}

#[component]
fn Found(slug: String, filtered: bool, found: Page, size: u64, manages: bool) -> AnyView {
    let language = language();
    if found.total == 0 {
        return view! { <Nothing slug=slug filtered=filtered manages=manages /> }.into_any();
    }
    let total = found.total;
    let rows = found.rows.into_iter().map(|row| view! { <Row slug=slug.clone() row=row /> }).collect_view();
    let head = move |column: &'static str, label: &'static str| {
        view! { <SortLink column=column label=label default={column == "name"} /> }
    };
    view! {
        <Table caption=words::title(language)>
            <thead>
                <tr>
                    {head("name", words::name(language))} <Column label=words::kind_label(language) />
                    {head("district", words::district(language))} {head("stage", words::stage(language))}
                    <Column label=words::mode(language) /> {head("admitted", words::admitted_on(language))}
                    {head("report", words::last_report(language))} <Column label=words::contact_name(language) />
                    <Column label=words::strengths(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
        <Pager size=size total=total />
    }
    .into_any()
}

#[component]
fn Nothing(slug: String, filtered: bool, manages: bool) -> AnyView {
    let language = language();
    if filtered {
        let (title, words) = (words::none_found(language), words::none_found_words(language));
        return view! { <Empty title=title words=words icon=Icon::Search /> }.into_any();
    }
    view! {
        <Empty title=words::none(language) words=words::none_words(language) icon=Icon::Organisations>
            {manages
                .then(|| {
                    view! {
                        <LinkButton
                            href=format!("/b/{slug}/import")
                            label=words::import(language)
                            weight=Weight::Main
                            icon=Icon::Import
                        />
                        <LinkButton href=format!("/b/{slug}/organisations/new") label=words::add(language) />
                    }
                })}
        </Empty>
    }
    .into_any()
}
