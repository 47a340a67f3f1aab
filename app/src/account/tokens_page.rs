use hatchboard::account::api_token::{self, Area, DAYS, LONGEST_NAME, ShownToken, TokenText};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::tokens::{MakeToken, RevokeOwnToken},
    cookie,
    frame::{self, ZONE},
    words,
};
use crate::{
    Language,
    form::{Returned, action, new_key, returned},
    request::{Request, query},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::Confirm,
        field::{Choices, Field, Hidden, Options},
        form::{FormActions, FormContext, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, Table},
        time::{self, Moment},
    },
};

/// `/me/tokens`: one's own tokens. Right after one was made, its secret, this once.
#[component]
pub fn TokensPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let language = request.language;
        let tokens = api_token::of_account(&request.store, request.asker()?).await?;
        let back = returned::<TokenText>("token").await?;
        let error = returned::<()>("token-revoked").await?.map(|form| form.error);
        let made = query().into_iter().find(|(name, _)| name == "made").and_then(|(_, id)| id.parse().ok());
        // Only of one's own: somebody else may have signed in to this browser meanwhile.
        let secret = made.filter(|id: &Uuid| tokens.iter().any(|token| token.id == *id)).and_then(cookie::kept_link);
        let first = format!("{}/api/v1/bases", request.public_url);
        let any = !tokens.is_empty();
        let ending = Callback::new(|token| view! { <RevokeOwn token=token /> }.into_any());
        Ok(view! {
            <Frame data=frame::of_oneself(&request)>
                <PageHead title=words::tokens_title(language) subtitle=words::tokens_subtitle(language)>
                    <LinkButton
                        href="/api/v1/openapi.json"
                        label=words::token_description(language)
                        icon=Icon::Information
                    />
                </PageHead>
                {error.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
                {secret.map(|secret| view! { <Made secret=secret first=first /> })}
                {any
                    .then(|| {
                        view! {
                            <Card title=words::tokens_title(language) flush=true>
                                <TokenTable tokens=tokens ending=ending />
                            </Card>
                        }
                    })}
                <Card title=words::make_token(language)>
                    <Make back=back />
                </Card>
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Made(secret: String, first: String) -> impl IntoView {
    let language = Request::current().language;
    let example = format!("curl -H \"Authorization: Bearer {secret}\" {first}");
    view! {
        <Card title=words::token_made(language)>
            <Notice tone=Tone::Calm words=words::token_made_words(language) />
            <Field name="token" label=words::token(language) value=secret readonly=true required=true />
            <Field name="example" label=words::token_example(language) value=example readonly=true required=true />
        </Card>
    }
}

#[component]
fn Make(back: Option<Returned<TokenText>>) -> impl IntoView {
    let language = Request::current().language;
    let fresh = || TokenText { days: DAYS[1].to_string(), ..TokenText::default() };
    let (typed, error) = back.map_or_else(|| (fresh(), None), |back| (back.typed, Some(back.error)));
    let days: Options = DAYS.iter().map(|days| (days.to_string(), words::token_days(language, days))).collect();
    let longest = u32::try_from(LONGEST_NAME).unwrap_or_default();
    view! {
        <PostForm action={action::<MakeToken>()} key=new_key() id="token" error=error>
            <Field
                name="name"
                label=words::token_name(language)
                hint=words::token_name_hint(language)
                value=typed.name
                required=true
                maxlength=longest
            />
            <Areas chosen=typed.areas />
            <Choices name="days" label=words::token_lasts(language) options=days value=typed.days required=true />
            <Field
                name="present"
                label=words::present_password(language)
                hint=words::token_password_hint(language)
                kind="password"
                required=true
                autocomplete="current-password"
                maxlength=200
            />
            <p class="soft">{words::token_rights(language)}</p>
            <FormActions>
                <Submit label=words::make_token(language) />
            </FormActions>
        </PostForm>
    }
}

/// What the token may read, each to be ticked.
#[component]
fn Areas(chosen: Vec<String>) -> impl IntoView {
    let language = Request::current().language;
    let problem = FormContext::current().problem("areas");
    let boxes = Area::ALL.iter().enumerate().map(|(n, area)| {
        let id = if n == 0 { "token-areas".to_owned() } else { format!("token-areas-{n}") };
        let checked = chosen.iter().any(|code| code == area.code());
        view! {
            <label class="choice">
                <input id=id type="checkbox" name="areas[]" value=area.code() checked=checked />
                <span>{area_name(language, *area)}</span>
            </label>
        }
    });
    let class = if problem.is_some() { "field wrong" } else { "field" };
    view! {
        <fieldset class=class>
            <legend>{words::token_areas(language)}</legend>
            {problem.map(|words| view! { <p class="field-problem">{words}</p> })}
            <div class="choices">{boxes.collect_view()}</div>
        </fieldset>
    }
}

/// Tokens, one a line; `ending` makes the form that revokes one.
#[component]
pub fn TokenTable(tokens: Vec<ShownToken>, ending: Callback<Uuid, AnyView>) -> impl IntoView {
    let language = Request::current().language;
    let row = |token: ShownToken| {
        let areas = token.areas.iter().map(|area| area_name(language, *area)).collect::<Vec<_>>();
        let areas = areas.join(if language == Language::Chinese { "、" } else { ", " });
        let ended = token.ended.then(|| view! { <Badge tone=Tone::Warn sign="!" word=words::token_ended(language) /> });
        let used = match token.used_at {
            Some(at) => view! { <Moment at=at zone=ZONE /> }.into_any(),
            None => words::token_unused(language).into_any(),
        };
        view! {
            <tr>
                <td class="card-title">{token.name} " " {ended}</td>
                <td data-label=words::token_areas(language)>{areas}</td>
                <td data-label=words::token_until(language)>{time::date(token.ends_at, ZONE)}</td>
                <td data-label=words::seen_at(language)>{used}</td>
                <td>{ending.run(token.id)}</td>
            </tr>
        }
    };
    let rows = tokens.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::tokens_title(language)>
            <thead>
                <tr>
                    <Column label=words::token_name(language) />
                    <Column label=words::token_areas(language) />
                    <Column label=words::token_until(language) />
                    <Column label=words::seen_at(language) />
                    <Column label="" />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
}

#[component]
fn RevokeOwn(token: Uuid) -> impl IntoView {
    let language = Request::current().language;
    view! {
        <Confirm
            label=words::revoke_token(language)
            consequence=words::revoke_token_words(language)
            danger=true
        >
            <PostForm action={action::<RevokeOwnToken>()} key=new_key() id=format!("revoke-{token}")>
                <Hidden name="token" value=token.to_string() />
                <FormActions>
                    <Submit label=words::revoke_token(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}

fn area_name(language: Language, area: Area) -> &'static str {
    match area {
        Area::Registry => words::area_registry(language),
        Area::Reports => words::area_reports(language),
        Area::Plans => words::area_plans(language),
        Area::Sheets => words::area_sheets(language),
        Area::FollowUps => words::area_follow_ups(language),
        Area::Targets => words::area_targets(language),
    }
}
