use hatchboard::{
    account::{
        link::{LinkKind, OpenLink},
        people::{OrganisationPeople, PER_PAGE, PeopleAsked, StaffAccount, organisation_name, people},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    api::people::{EndMembership, InvitePerson, InvitePersonTyped, ResetPerson, RevokeLink},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::{Request, query},
    ui::{
        badge::{Badge, Tone},
        confirm::Confirm,
        empty::Empty,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        time,
    },
};

/// `/b/{base}/people`: the base's organisations, who signs in for them, and the links that are under way.
#[component]
pub fn PeoplePage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let list = ListQuery::current();
        let found = people(&at.request.store, &manager, &asked(&list), Paging::new(list.page(), PER_PAGE)).await?;
        let error = returned::<()>("people").await?.map(|form| form.error);
        let place = PlaceOfPeople { slug: at.base.slug.clone(), zone: at.zone() };
        let data = at.frame(Tab::People).await?;
        Ok(view! {
            <Frame data=data>
                <Found place=place list=list found=found error=error />
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn asked(list: &ListQuery) -> PeopleAsked {
    PeopleAsked { search: list.get("q").unwrap_or_default().to_owned(), nobody_yet: list.get("who") == Some("nobody") }
}

/// What each line needs to know of its base.
#[derive(Debug, Clone)]
struct PlaceOfPeople {
    slug: String,
    zone: chrono_tz::Tz,
}

#[component]
fn Found(
    place: PlaceOfPeople,
    list: ListQuery,
    found: Page<OrganisationPeople>,
    error: Option<AppError>,
) -> impl IntoView {
    let language = Request::current().language;
    let total = found.total;
    let pages = list.clone();
    let export = view! { <ExportLink query=list.clone() path=format!("/b/{}/people.xlsx", place.slug) /> };
    let who = vec![("nobody".to_owned(), words::nobody_yet(language).to_owned())];
    let rows: Vec<_> = found.rows.into_iter().map(|row| view! { <Row place=place.clone() row=row /> }).collect();
    view! {
        <PageHead title=words::people_title(language) subtitle=words::people_subtitle(language)>
            {export}
        </PageHead>
        {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        <FilterBar query=list.clone()>
            <SearchField query=list.clone() label=words::search_people(language) />
            <FilterSelect
                query=list.clone()
                name="who"
                label=words::who(language)
                options=who
                all=words::everybody(language)
            />
        </FilterBar>
        {if total == 0 {
            view! { <Empty title=words::no_organisations(language) words=words::no_organisations_words(language) /> }
                .into_any()
        } else {
            view! {
                <Table caption=words::people_title(language)>
                    <thead>
                        <tr>
                            <Column label=words::organisation(language) />
                            <Column label=words::persons(language) />
                            <Column label=words::open_links(language) />
                            <Column label="" />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
                <Pager query=pages size=PER_PAGE total=total />
            }
                .into_any()
        }}
    }
}

#[component]
fn Row(place: PlaceOfPeople, row: OrganisationPeople) -> impl IntoView {
    let language = Request::current().language;
    let invite = format!("/b/{}/people/invite/{}", place.slug, row.organisation);
    let nobody = row.people.is_empty();
    let people: Vec<_> =
        row.people.into_iter().map(|person| view! { <Person place=place.clone() person=person /> }).collect();
    let links: Vec<_> = row.links.into_iter().map(|link| view! { <Link place=place.clone() link=link /> }).collect();
    view! {
        <tr>
            <td class="card-title">{row.name}</td>
            <td data-label=words::persons(language)>
                {nobody.then(|| view! { <span class="soft">{words::nobody(language)}</span> })}
                <ul class="plain">{people}</ul>
            </td>
            <td data-label=words::open_links(language)>
                <ul class="plain">{links}</ul>
            </td>
            <td>
                <LinkButton href=invite label=words::invite(language) />
            </td>
        </tr>
    }
}

#[component]
fn Person(place: PlaceOfPeople, person: StaffAccount) -> impl IntoView {
    let language = Request::current().language;
    let (base, same_base) = (place.slug.clone(), place.slug);
    view! {
        <li>
            <strong>{person.display_name}</strong>
            " "
            <span class="soft">{person.name} " · " {time::date(person.since, place.zone)}</span>
            " "
            {person.disabled_at.map(|_| view! { <Badge tone=Tone::Calm sign="–" word=words::disabled(language) /> })}
            <div class="row">
                <Confirm label=words::reset_password(language) consequence=words::reset_password_words(language)>
                    <PostForm action={action::<ResetPerson>()} key=new_key() id=format!("reset-{}", person.membership)>
                        <Hidden name="base" value=base />
                        <Hidden name="account" value=person.account.to_string() />
                        <FormActions>
                            <Submit label=words::make_link(language) />
                        </FormActions>
                    </PostForm>
                </Confirm>
                <Confirm
                    label=words::end_membership(language)
                    consequence=words::end_membership_words(language)
                    danger=true
                >
                    <PostForm action={action::<EndMembership>()} key=new_key() id=format!("end-{}", person.membership)>
                        <Hidden name="base" value=same_base />
                        <Hidden name="membership" value=person.membership.to_string() />
                        <FormActions>
                            <Submit label=words::end_membership(language) weight=Weight::Danger />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </div>
        </li>
    }
}

#[component]
fn Link(place: PlaceOfPeople, link: OpenLink) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <li>
            {link_words(&link)} " "
            <span class="soft">{words::until(language, time::minute(link.expires_at, place.zone))}</span>
            <PostForm action={action::<RevokeLink>()} key=new_key() id=format!("link-{}", link.id) class="row">
                <Hidden name="base" value=place.slug />
                <Hidden name="link" value=link.id.to_string() />
                <Submit label=words::take_back(language) weight=Weight::Quiet />
            </PostForm>
        </li>
    }
}

/// `邀请:王芳`
pub(super) fn link_words(link: &OpenLink) -> String {
    let language = Request::current().language;
    let made_for = if link.made_for.is_empty() { "–" } else { &link.made_for };
    match link.kind {
        LinkKind::Invitation => words::invitation_for(language, made_for),
        LinkKind::Reset => words::reset_link_for(language, made_for),
    }
}

/// `/b/{base}/people/invite/{organisation}`
#[component]
pub fn InvitePersonPage() -> impl IntoView {
    page(async {
        let (at, manager) = At::managed().await?;
        let request = at.request.clone();
        let organisation = crate::request::path_id("organisation")?;
        let name = organisation_name(&request.store, &manager, organisation).await;
        let name = name.map_err(|error| told(error, request.language))?;
        let returned = returned::<InvitePersonTyped>("invite-person").await?;
        // The organisation's page may already know for whom.
        let known = query().into_iter().find(|(name, _)| name == "for").map(|(_, value)| value);
        let data = at.frame(Tab::People).await?;
        Ok(view! {
            <Frame data=data>
                <PageHead
                    title=words::invite_title(request.language)
                    subtitle=words::invite_for(request.language, name)
                />
                <InvitePersonForm
                    base=at.base.slug.clone()
                    organisation=organisation.to_string()
                    known=known
                    returned=returned
                />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn InvitePersonForm(
    base: String,
    organisation: String,
    known: Option<String>,
    returned: Option<Returned<InvitePersonTyped>>,
) -> impl IntoView {
    let language = Request::current().language;
    let (typed, error) = returned.map_or_else(Default::default, |form| (Some(form.typed.made_for), Some(form.error)));
    view! {
        <PostForm action={action::<InvitePerson>()} key=new_key() error=error>
            <p class="soft">{words::invite_somebody_words(language)}</p>
            <Hidden name="base" value=base />
            <Hidden name="organisation" value=organisation />
            <Field
                name="made_for"
                label=words::made_for(language)
                hint=words::made_for_hint(language)
                value=typed.or(known).unwrap_or_default()
                maxlength=80
            />
            <FormActions>
                <Submit label=words::make_link(language) />
            </FormActions>
        </PostForm>
    }
}
