use hatchboard::{
    account::{
        admin::{self, AccountFile, MembershipShown},
        entity::account,
    },
    base::{self, Base},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    accounts_page::{LinkList, RoleFields, StateBadge},
    api::{
        accounts::{EndMembership, EndSession, EndSessions, Grant, ResetAccount, RoleTyped, SetStanding},
        tokens::RevokeToken,
    },
    frame::{self, ZONE},
    me_page::SessionTable,
    roles,
    tokens_page::TokenTable,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key, returned},
    request::{Request, path_id},
    ui::{
        badge::Tone,
        card::{Card, Fact},
        confirm::{Confirm, Fold},
        field::Hidden,
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// `/admin/accounts/{id}`
#[component]
pub fn AccountPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let admin = request.asker()?.admin()?;
        let file = admin::account(&request.store, request.session_limits, &admin, path_id("id")?).await?;
        let file = file.ok_or(AppError::NotFound)?;
        let bases = base::store::all(&request.store).await?;
        let error = returned::<()>("account").await?.map(|form| form.error);
        let granting = returned::<RoleTyped>("grant").await?;
        Ok(view! {
            <Frame data=frame::of_installation(&request)>
                {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(request.language) /> })}
                <File file=file bases=bases granting=granting />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn File(file: AccountFile, bases: Vec<Base>, granting: Option<Returned<RoleTyped>>) -> impl IntoView {
    let language = Request::current().language;
    let AccountFile { account, memberships, sessions, links, tokens } = file;
    let id = account.id;
    let no_sessions = sessions.is_empty();
    let ending = Callback::new(move |session| view! { <EndOne session=session /> }.into_any());
    view! {
        <PageHead title=account.display_name.clone() subtitle=account.name.clone() />
        <Facts account=account.clone() />
        <Card title=words::memberships(language)>
            <Memberships account=id memberships=memberships />
            <GrantForm account=id bases=bases returned=granting />
        </Card>
        <Card title=words::sessions(language)>
            {if no_sessions {
                view! { <p class="soft">{words::no_sessions(language)}</p> }.into_any()
            } else {
                view! {
                    <SessionTable sessions=sessions ending=ending />
                    <PostForm action={action::<EndSessions>()} key=new_key() id="end-sessions" class="row">
                        <Hidden name="account" value=id.to_string() />
                        <Submit label=words::end_sessions(language) weight=Weight::Plain />
                    </PostForm>
                }
                    .into_any()
            }}
        </Card>
        {(!links.is_empty())
            .then(|| {
                view! {
                    <Card title=words::open_links(language)>
                        <LinkList links=links />
                    </Card>
                }
            })}
        {(!tokens.is_empty())
            .then(|| {
                let ending = Callback::new(|token| view! { <RevokeOne token=token /> }.into_any());
                view! {
                    <Card title=words::tokens_title(language) flush=true>
                        <TokenTable tokens=tokens ending=ending />
                    </Card>
                }
            })}
        <Card title=words::standing(language)>
            <Standing account=account />
        </Card>
    }
}

#[component]
fn Facts(account: account::Model) -> impl IntoView {
    let language = Request::current().language;
    let password = match account.password_changed_at {
        Some(at) => words::password_changed(language, time::minute(at, ZONE)),
        None => words::password_never(language).to_owned(),
    };
    view! {
        <dl class="facts">
            <Fact term=words::state(language)>
                <StateBadge disabled=account.disabled_at.is_some() />
            </Fact>
            <Fact term=words::created(language)>{time::minute(account.created_at, ZONE)}</Fact>
            <Fact term=words::password(language)>{password}</Fact>
        </dl>
    }
}

#[component]
fn Memberships(account: Uuid, memberships: Vec<MembershipShown>) -> impl IntoView {
    let language = Request::current().language;
    if memberships.is_empty() {
        return view! { <p class="soft">{words::no_memberships(language)}</p> }.into_any();
    }
    let lines = memberships.into_iter().map(|place| {
        let name = match &place.organisation_name {
            Some(organisation) => format!("{organisation} · {}", place.base_name),
            None => place.base_name.clone(),
        };
        view! {
            <li>
                <strong>{roles::place_and_role(&name, &place.role, language)}</strong>
                " "
                <span class="soft">{time::date(place.since, ZONE)}</span>
                <Confirm
                    label=words::end_membership(language)
                    consequence=words::end_membership_words(language)
                    danger=true
                >
                    <PostForm action={action::<EndMembership>()} key=new_key() id=format!("end-{}", place.id)>
                        <Hidden name="account" value=account.to_string() />
                        <Hidden name="membership" value=place.id.to_string() />
                        <FormActions>
                            <Submit label=words::end_membership(language) weight=Weight::Danger />
                        </FormActions>
                    </PostForm>
                </Confirm>
            </li>
        }
    });
    view! { <ul class="plain">{lines.collect_view()}</ul> }.into_any()
}

#[component]
fn GrantForm(account: Uuid, bases: Vec<Base>, returned: Option<Returned<RoleTyped>>) -> impl IntoView {
    let language = Request::current().language;
    let open = returned.is_some();
    let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
    view! {
        <Fold label=words::add_role(language) open=open>
            <PostForm action={action::<Grant>()} key=new_key() id="grant" error=error>
                <Hidden name="account" value=account.to_string() />
                <RoleFields bases=bases typed=typed />
                <p class="soft">{words::add_role_words(language)}</p>
                <FormActions>
                    <Submit label=words::add_role(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
}

#[component]
fn EndOne(session: Uuid) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <PostForm action={action::<EndSession>()} key=new_key() id=format!("session-{session}") class="row">
            <Hidden name="session" value=session.to_string() />
            <Submit label=words::end_session(language) weight=Weight::Quiet />
        </PostForm>
    }
}

#[component]
fn RevokeOne(token: Uuid) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <PostForm action={action::<RevokeToken>()} key=new_key() id=format!("token-{token}") class="row">
            <Hidden name="token" value=token.to_string() />
            <Submit label=words::revoke_token(language) weight=Weight::Quiet />
        </PostForm>
    }
}

#[component]
fn Standing(account: account::Model) -> impl IntoView {
    let language = Request::current().language;
    let change = |to: &'static str, label: &'static str, consequence: &'static str, danger: bool| {
        let weight = if danger { Weight::Danger } else { Weight::Plain };
        view! {
            <Confirm label=label consequence=consequence danger=danger>
                <PostForm action={action::<SetStanding>()} key=new_key() id=to>
                    <Hidden name="account" value=account.id.to_string() />
                    <Hidden name="version" value=account.row_version.to_string() />
                    <Hidden name="to" value=to />
                    <FormActions>
                        <Submit label=label weight=weight />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    };
    let disabling = if account.disabled_at.is_some() {
        change("enabled", words::enable(language), "", false)
    } else {
        change("disabled", words::disable(language), words::disable_words(language), true)
    };
    let ruling = if account.is_admin {
        change("no_admin", words::unmake_admin(language), words::unmake_admin_words(language), true)
    } else {
        change("admin", words::make_admin(language), words::make_admin_words(language), false)
    };
    view! {
        <div class="row">
            <Confirm label=words::reset_password(language) consequence=words::reset_password_words(language)>
                <PostForm action={action::<ResetAccount>()} key=new_key() id="reset">
                    <Hidden name="account" value=account.id.to_string() />
                    <FormActions>
                        <Submit label=words::make_link(language) />
                    </FormActions>
                </PostForm>
            </Confirm>
            {ruling} {disabling}
        </div>
    }
}
