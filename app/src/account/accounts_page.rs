use hatchboard::{
    account::{
        admin::{AccountsAsked, ListedAccount, MembershipShown, PER_PAGE, Which, accounts, invitations},
        link::OpenLink,
    },
    base::{self, Base},
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    api::accounts::{Invite, RevokeLink, RoleTyped},
    frame::{self, ZONE},
    people_page::link_words,
    roles, words,
};
use crate::{
    Language,
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::{Field, Hidden, Select},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        time,
    },
};

/// `/admin/accounts`
#[component]
pub fn AccountsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let admin = request.asker()?.admin()?;
        let list = ListQuery::current();
        let asked = asked(&list, Paging::new(list.page(), PER_PAGE));
        let found = accounts(&request.store, &admin, &asked).await?;
        let links = invitations(&request.store, &admin).await?;
        let error = returned::<()>("account").await?.map(|form| form.error);
        Ok(view! {
            <Frame data=frame::of_installation(&request)>
                <Found list=list found=found error=error />
                <Invitations links=links />
            </Frame>
        }
        .into_any())
    })
}

/// What the link asks for.
pub(super) fn asked(list: &ListQuery, paging: Paging) -> AccountsAsked {
    let which = match list.get("which") {
        Some("admins") => Which::Admins,
        Some("disabled") => Which::Disabled,
        Some("idle") => Which::Idle,
        _ => Which::All,
    };
    AccountsAsked { search: list.get("q").unwrap_or_default().to_owned(), which, paging }
}

#[component]
fn Found(list: ListQuery, found: Page<ListedAccount>, error: Option<AppError>) -> impl IntoView {
    let language = Request::current().language;
    let total = found.total;
    let pages = list.clone();
    let export = view! { <ExportLink query=list.clone() path="/admin/accounts.xlsx" /> };
    let which = [
        ("admins", words::admins_only(language)),
        ("disabled", words::disabled_only(language)),
        ("idle", words::idle_only(language)),
    ]
    .map(|(code, words)| (code.to_owned(), words.to_owned()));
    let rows = found.rows.into_iter().map(|row| view! { <Row row=row /> });
    view! {
        <PageHead title=words::accounts_title(language) subtitle=words::accounts_subtitle(language)>
            {export}
            <LinkButton
                href="/admin/accounts/invite"
                label=words::invite_somebody(language)
                weight=Weight::Main
                icon=Icon::Plus
            />
        </PageHead>
        {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        <FilterBar query=list.clone()>
            <SearchField query=list.clone() label=words::search_accounts(language) />
            <FilterSelect
                query=list.clone()
                name="which"
                label=words::which(language)
                options=which.into()
                all=words::all_accounts(language)
            />
        </FilterBar>
        {if total == 0 {
            view! { <Empty title=words::no_accounts(language) /> }.into_any()
        } else {
            view! {
                <Table caption=words::accounts_title(language)>
                    <thead>
                        <tr>
                            <Column label=words::person(language) />
                            <Column label=words::account_name(language) />
                            <Column label=words::places(language) />
                            <Column label=words::state(language) />
                            <Column label=words::created(language) />
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </Table>
                <Pager query=pages size=PER_PAGE total=total />
            }
                .into_any()
        }}
    }
}

/// Where somebody is what.
pub(super) fn place_words(language: Language, place: &MembershipShown) -> String {
    let name = place.organisation_name.as_ref().unwrap_or(&place.base_name);
    roles::place_and_role(name, &place.role, language)
}

#[component]
fn Row(row: ListedAccount) -> impl IntoView {
    let language = Request::current().language;
    let account = row.account;
    let places = row.places.iter().map(|place| view! { <li>{place_words(language, place)}</li> });
    let places = places.collect_view();
    view! {
        <tr>
            <td class="card-title">
                <a href=format!("/admin/accounts/{}", account.id)>{account.display_name}</a>
            </td>
            <td data-label=words::account_name(language)>{account.name}</td>
            <td data-label=words::places(language)>
                <ul class="plain">
                    {account.is_admin.then(|| view! { <li>{words::administrator(language)}</li> })}
                    {places}
                </ul>
            </td>
            <td data-label=words::state(language)>
                <StateBadge disabled=account.disabled_at.is_some() />
            </td>
            <td data-label=words::created(language)>{time::date(account.created_at, ZONE)}</td>
        </tr>
    }
}

/// Whether an account can be signed in with.
#[component]
pub fn StateBadge(disabled: bool) -> impl IntoView {
    let language = Request::current().language;
    if disabled {
        view! { <Badge tone=Tone::Bad sign="×" word=words::disabled(language) /> }
    } else {
        view! { <Badge tone=Tone::Good sign="✓" word=words::active(language) /> }
    }
}

#[component]
fn Invitations(links: Vec<OpenLink>) -> impl IntoView {
    let language = Request::current().language;
    (!links.is_empty()).then(|| {
        view! {
            <Card title=words::open_invitations(language)>
                <LinkList links=links />
            </Card>
        }
    })
}

/// Open links, each with a form that takes it back.
#[component]
pub fn LinkList(links: Vec<OpenLink>) -> impl IntoView {
    let language = Request::current().language;
    let each = links.into_iter().map(|link| {
        let role = link.role.map(|role| roles::role_word(role.code(), language)).unwrap_or_default();
        view! {
            <li>
                {link_words(&link)} " "
                <span class="soft">
                    {role} " " {words::until(language, time::minute(link.expires_at, ZONE))} " · " {link.made_by.clone()}
                </span>
                <PostForm action={action::<RevokeLink>()} key=new_key() id=format!("link-{}", link.id) class="row">
                    <Hidden name="link" value=link.id.to_string() />
                    <Submit label=words::take_back(language) weight=Weight::Quiet />
                </PostForm>
            </li>
        }
    });
    view! { <ul class="plain">{each.collect_view()}</ul> }
}

/// `/admin/accounts/invite`
#[component]
pub fn InvitePage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?.admin()?;
        let bases = base::store::all(&request.store).await?;
        let returned = returned::<RoleTyped>("invite").await?;
        Ok(view! {
            <Frame data=frame::of_installation(&request)>
                <PageHead
                    title=words::invite_somebody(request.language)
                    subtitle=words::invite_somebody_words(request.language)
                />
                <InviteForm bases=bases returned=returned />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn InviteForm(bases: Vec<Base>, returned: Option<Returned<RoleTyped>>) -> impl IntoView {
    let language = Request::current().language;
    let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
    view! {
        <PostForm action={action::<Invite>()} key=new_key() error=error>
            <Field
                name="made_for"
                label=words::made_for(language)
                hint=words::made_for_hint(language)
                value=typed.made_for.clone()
                maxlength=80
            />
            <RoleFields bases=bases typed=typed with_admin=true />
            <FormActions>
                <Submit label=words::make_link(language) />
            </FormActions>
        </PostForm>
    }
}

/// Role, base and organisation, as both forms that give a role ask for them.
#[component]
pub fn RoleFields(bases: Vec<Base>, typed: RoleTyped, #[prop(optional)] with_admin: bool) -> impl IntoView {
    let language = Request::current().language;
    let hint = if with_admin { words::role_hint(language) } else { "" };
    view! {
        <Select
            name="role"
            label=words::role(language)
            options=roles::role_options(with_admin, language)
            value=typed.role
            hint=hint
            required=true
        />
        <Select name="base" label=words::base(language) options=roles::base_options(&bases) value=typed.base />
        <Field
            name="organisation"
            label=words::organisation(language)
            hint=words::organisation_hint(language)
            value=typed.organisation
            maxlength=100
        />
    }
}
