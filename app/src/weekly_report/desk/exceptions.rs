use hatchboard::{
    period::Period,
    store::{Page, Paging},
    weekly_report::store::exception::{self, Filter, GivenException, Relief},
};
use leptos::prelude::*;

use super::{
    api::{OF_BASE, SaidTyped},
    except_api::RevokeException,
    problem, words,
};
use crate::{
    Language,
    base::At,
    form::{Returned, action, new_key, returned},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::Confirm,
        empty::Empty,
        field::{Hidden, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, Pager, Table, said_on_paper},
        time,
    },
};

/// `/b/{base}/exceptions`
#[component]
pub fn ExceptionsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let listed = exception::list(&at.request.store, &at.reader, &filter(&query), paging).await;
        let listed = listed.map_err(|error| problem::told(error, at.language()))?;
        let back = returned::<SaidTyped>("revoke").await?;
        let frame = at.frame(Tab::Exceptions).await?;
        Ok(view! {
            <Frame data=frame>
                <List at=at query=query listed=listed back=back />
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn filter(query: &ListQuery) -> Filter {
    let week = |name| query.get(name).and_then(|week| week.parse().ok());
    Filter { subject: query.get("organisation").and_then(|id| id.parse().ok()), from: week("from"), to: week("to") }
}

#[component]
fn List(at: At, query: ListQuery, listed: Page<GivenException>, back: Option<Returned<SaidTyped>>) -> impl IntoView {
    let language = at.language();
    let manager = at.is_manager();
    let subtitle =
        if manager { words::exceptions_subtitle(language) } else { words::exceptions_subtitle_bureau(language) };
    let new = at.path("/exceptions/new");
    let new_button = manager.then(|| {
        view! { <LinkButton href=new label=words::new_exception(language) weight=Weight::Main icon=Icon::Plus /> }
    });
    let given = query.get("given").zip(query.get("left"));
    let given = given.map(|(given, left)| {
        let said =
            if left == "0" { words::given_to(language, given) } else { words::given_and_left(language, given, left) };
        let tone = if given == "0" { Tone::Warn } else { Tone::Calm };
        view! { <Notice tone=tone words=said /> }
    });
    let back = back.map(|back| view! { <Notice tone=Tone::Bad words=first_words(&back, language) /> });
    let query = query.forgetting("given").forgetting("left");
    let cadence = at.path("/cadence");
    let cadence = view! { <LinkButton href=cadence label=words::cadence_title(language) icon=Icon::Calendar /> };
    let export = view! { <ExportLink query=query.clone() path=at.path("/exceptions.xlsx") /> };
    let total = listed.total;
    let body = if listed.rows.is_empty() {
        nothing(&at, &query).into_any()
    } else {
        view! {
            <Rows at=at rows=listed.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    view! {
        <PageHead title=words::exceptions_title(language) subtitle=subtitle>
            {cadence}
            {export}
            {new_button}
        </PageHead>
        {given}
        {back}
        <FilterBar query=query.clone()>
            <WeekFilter query=query.clone() name="from" label=words::from_week(language) />
            <WeekFilter query=query.clone() name="to" label=words::to_week(language) />
        </FilterBar>
        {body}
    }
}

/// What is wrong with the form that came back, in a line above the list.
fn first_words(back: &Returned<SaidTyped>, language: Language) -> String {
    back.problem("reason").map_or_else(|| back.error.words(language), str::to_owned)
}

/// A week, as browsers offer to choose one, or typed like `2026-W47`.
#[component]
fn WeekFilter(query: ListQuery, name: &'static str, label: &'static str) -> impl IntoView {
    let value = query.get(name).unwrap_or_default().to_owned();
    let said = said_on_paper(label, &value);
    view! {
        <label class="filter" data-said=said>
            <span>{label}</span>
            <input type="week" name=name value=value placeholder="2026-W01" />
        </label>
    }
}

fn nothing(at: &At, query: &ListQuery) -> impl IntoView + use<> {
    let language = at.language();
    let (title, hint) = match (query.is_filtered(), at.is_manager()) {
        (true, _) => (words::exceptions_no_match(language), words::matrix_no_match_hint(language)),
        (false, true) => (words::exceptions_none(language), words::exceptions_none_hint(language)),
        (false, false) => (words::exceptions_none(language), words::exceptions_none_reader(language)),
    };
    view! {
        <Card title=words::exceptions_caption(language)>
            <Empty title=title words=hint icon=Icon::Exception />
        </Card>
    }
}

#[component]
fn Rows(at: At, rows: Vec<GivenException>) -> impl IntoView {
    let language = at.language();
    let body = rows.into_iter().map(|one| view! { <Row at=at.clone() one=one /> }).collect_view();
    view! {
        <Table caption=words::exceptions_caption(language)>
            <thead>
                <tr>
                    <Column label=words::organisation(language) />
                    <Column label=words::period(language) />
                    <Column label=words::exception_kind(language) />
                    <Column label=words::reason(language) />
                    <Column label=words::given(language) />
                    <Column label=words::standing(language) />
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </Table>
    }
}

#[component]
fn Row(at: At, one: GivenException) -> impl IntoView {
    let (language, zone) = (at.language(), at.zone());
    let relief = relief(&at, one.relief);
    let of_base = one.subject.of_base;
    // Whoever gives it takes it back.
    let takes_back = if of_base { at.is_bureau() } else { at.is_manager() };
    let proof = (!one.proof.is_empty()).then(|| view! { <p class="soft">{words::proof_is(language, one.proof)}</p> });
    let standing = match one.revoked {
        None => view! {
            <Badge tone=Tone::Good sign="✓" word=words::in_force(language) />
            {takes_back.then(|| view! { <Revoke at=at.clone() exception=one.id of_base=of_base /> })}
        }
        .into_any(),
        Some(revoked) => view! {
            <Badge tone=Tone::Calm sign="✕" word=words::revoked(language) />
            <p class="soft">{words::revoked_by(language, revoked.by, time::minute(revoked.at, zone))}</p>
            <p class="soft pre">{revoked.reason}</p>
        }
        .into_any(),
    };
    view! {
        <tr>
            <td class="card-title">{one.subject.name}</td>
            <td data-label=words::period(language)>{period_name(language, one.period)}</td>
            <td data-label=words::exception_kind(language)>{relief}</td>
            <td data-label=words::reason(language) class="pre">
                {one.reason}
                {proof}
            </td>
            <td data-label=words::given(language)>{words::given_by(language, one.by, time::minute(one.at, zone))}</td>
            <td data-label=words::standing(language)>
                <div>{standing}</div>
            </td>
        </tr>
    }
}

/// `2026 年第 15 周`, `2026年5月计划`
pub(crate) fn period_name(language: Language, period: Period) -> String {
    match period {
        Period::Week(week) => time::week_of_year(language, week),
        Period::Month(month) => words::plan_of(language, time::month(language, month)),
        Period::Quarter(quarter) => quarter.to_string(),
    }
}

/// `免报`, `延至 2026-04-10 18:00`
pub(super) fn relief(at: &At, relief: Relief) -> String {
    match relief {
        Relief::Excuse => words::excuse(at.language()).to_owned(),
        Relief::Extension { until } => words::extended_until(at.language(), time::minute(until, at.zone())),
    }
}

#[component]
fn Revoke(at: At, exception: uuid::Uuid, of_base: bool) -> impl IntoView {
    let language = at.language();
    view! {
        <Confirm label=words::revoke(language) consequence=words::revoke_consequence(language) danger=true>
            <PostForm action={action::<RevokeException>()} key=new_key() id=format!("revoke-{exception}")>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="of" value={if of_base { OF_BASE } else { "" }} />
                <Hidden name="exception" value=exception.to_string() />
                <TextArea name="reason" label=words::reason(language) required=true rows=2 maxlength=2000 />
                <FormActions>
                    <Submit label=words::revoke(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
}
