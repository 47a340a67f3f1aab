use hatchboard::{
    instruction::{
        State,
        store::{self, Instruction, InstructionFilter},
    },
    reminder::Kind,
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    problem::told,
    status::{StateBadge, state_options},
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    reminder::now::{self, RemindNow},
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
        time,
    },
};

/// `/b/{base}/instructions`
#[component]
pub fn InstructionsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let listed = store::list(&at.request.store, &at.reader, &filter(&query), paging).await;
        let listed = listed.map_err(|error| told(error, at.language(), "said"))?;
        let back = now::refused().await?;
        let frame = at.frame(Tab::Instructions).await?;
        Ok(view! {
            <Frame data=frame>
                <List at=at query=query listed=listed back=back />
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn filter(query: &ListQuery) -> InstructionFilter {
    InstructionFilter {
        state: query.get("state").and_then(State::from_code),
        overdue: query.get("show") == Some("overdue"),
        quarter: quarter(query),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
    }
}

#[component]
fn List(
    at: At,
    query: ListQuery,
    listed: Page<Instruction>,
    /// What reminding came back with, if it did.
    back: Option<AppError>,
) -> impl IntoView {
    let language = at.language();
    let (bureau, today) = (at.is_bureau(), at.today());
    let subtitle = if bureau { words::subtitle_bureau(language) } else { words::subtitle_base(language) };
    let total = listed.total;
    let give = at.path("/instructions/new");
    let export = view! { <ExportLink query=query.clone() path=at.path("/instructions.xlsx") /> };
    let action = bureau.then(|| {
        view! { <LinkButton href=give.clone() label=words::give(language) weight=Weight::Main icon=Icon::Plus /> }
    });
    let remind = (bureau && listed.rows.iter().any(|one| one.overdue)).then(|| {
        view! { <RemindNow slug=at.base.slug.clone() kind=Kind::Instruction of_base=true error=back /> }
    });
    let body = if listed.rows.is_empty() {
        nothing(language, bureau, query.is_filtered(), give).into_any()
    } else {
        view! {
            <Rows at=at rows=listed.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    view! {
        <PageHead title=words::title(language) subtitle=subtitle>
            {export}
            {action}
        </PageHead>
        {remind}
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            <FilterSelect
                query=query.clone()
                name="state"
                label=words::state(language)
                options=state_options(language)
                all=words::all_states(language)
            />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::due(language)
                options=overdue_option(language)
                all=words::all_dates(language)
            />
            <FilterQuarter query=query today=today />
        </FilterBar>
        {body}
    }
}

fn overdue_option(language: Language) -> Options {
    vec![("overdue".to_owned(), words::only_overdue(language).to_owned())]
}

fn nothing(language: Language, bureau: bool, filtered: bool, give: String) -> impl IntoView {
    let (title, hint) = match (filtered, bureau) {
        (true, _) => (words::no_match(language), words::no_match_hint(language)),
        (false, true) => (words::none(language), words::none_bureau(language)),
        (false, false) => (words::none(language), words::none_base(language)),
    };
    let action = (bureau && !filtered).then(|| view! { <LinkButton href=give label=words::give(language) /> });
    view! {
        <Card title=words::title(language)>
            <Empty title=title words=hint icon=Icon::Instruction>
                {action}
            </Empty>
        </Card>
    }
}

#[component]
fn Rows(at: At, rows: Vec<Instruction>) -> impl IntoView {
    let language = at.language();
    let today = at.today();
    let row = |one: Instruction| {
        let href = at.path(&format!("/instructions/{}", one.id));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{one.title}</a>
                </td>
                <td data-label=words::owner(language)>{one.owner}</td>
                <td data-label=words::due(language)>
                    <span>{one.due_on.to_string()}</span>
                    {one
                        .overdue
                        .then(|| {
                            let by = super::status::overdue_by(language, one.due_on, today);
                            view! { " " <Badge tone=Tone::Bad sign="!" word=by /> }
                        })}
                </td>
                <td data-label=words::state(language)>
                    <StateBadge state=one.state />
                </td>
                <td data-label=words::given(language)>{time::date(one.given_at, at.zone())}</td>
            </tr>
        }
    };
    let body = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::caption(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    <Column label=words::owner(language) />
                    <Column label=words::due(language) />
                    <Column label=words::state(language) />
                    <Column label=words::given(language) />
                </tr>
            </thead>
            <tbody>{body}</tbody>
        </Table>
    }
}
