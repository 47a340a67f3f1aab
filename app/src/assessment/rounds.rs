//! `/b/{base}/assessments`: every round of a quarter or a year, and opening the next.

use hatchboard::{
    access::Role,
    assessment::{
        FEWEST_QUARTERS, Occasion, State,
        store::{self, RoundRow},
    },
    period::{Quarter, Year},
};
use leptos::prelude::*;

use super::{api::OpenRound, exits::ExitReviews, problem::told, words};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    ui::{
        card::Card,
        confirm::Confirm,
        empty::Empty,
        field::{Hidden, Options, Select},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, ExportLink, Table},
        time,
    },
};

/// The states whose sheets are counted beside those that are sealed.
pub(super) const SHOWN: [State; 6] =
    [State::Open, State::SelfScored, State::SentBack, State::Scored, State::Confirmed, State::Published];
/// So many quarters back can be opened.
const QUARTERS: usize = 4;

#[component]
pub fn RoundsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let rounds = store::rounds(&at.request.store, &at.reader).await;
        let rounds = rounds.map_err(|error| told(error, at.language()))?;
        let exits = store::exit_reviews(&at.request.store, &at.reader).await;
        let exits = exits.map_err(|error| told(error, at.language()))?;
        let back = returned::<String>("assessment_open").await?.map(|back| back.error);
        let frame = at.frame(Tab::Assessments).await?;
        let language = at.language();
        let cards = at.path("/scorecards");
        let export = at.path("/rounds.xlsx");
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <ExportLink query=ListQuery::default() path=export />
                    <LinkButton href=cards label=words::scorecard(language) icon=Icon::Scorecard />
                </PageHead>
                <Opening at=at.clone() rounds=rounds.clone() error=back />
                <Rounds at=at.clone() rounds=rounds />
                <ExitReviews at=at rows=exits />
            </Frame>
        }
        .into_any())
    })
}

/// The quarters that are over and have no round, the last one first; and the last year, once two of its quarters have
/// theirs.
fn unopened(at: &At, rounds: &[RoundRow]) -> Vec<Occasion> {
    let has_round = |occasion: Occasion| rounds.iter().any(|round| round.occasion == occasion);
    let last = Quarter::of(at.today()).previous();
    let quarters = std::iter::successors(Some(last), |quarter| Some(quarter.previous())).take(QUARTERS);
    let year = Year::of(at.today()).previous();
    let rated = year.quarters().filter(|quarter| has_round((*quarter).into())).count() >= FEWEST_QUARTERS;
    let years = rated.then_some(year).into_iter().map(Occasion::from);
    quarters.map(Occasion::from).chain(years).filter(|occasion| !has_round(*occasion)).collect()
}

#[component]
fn Opening(at: At, rounds: Vec<RoundRow>, error: Option<AppError>) -> AnyView {
    let language = at.language();
    let unopened = unopened(&at, &rounds);
    let Some(first) = unopened.first().filter(|_| matches!(at.role(), Role::Manager | Role::Bureau)) else {
        return ().into_any();
    };
    let value = first.to_string();
    let options: Options =
        unopened.iter().map(|occasion| (occasion.to_string(), words::title_of(language, *occasion))).collect();
    let open = error.is_some();
    view! {
        <Confirm label=words::open_round(language) consequence=words::open_consequence(language) main=true open=open>
            <PostForm action={action::<OpenRound>()} key=new_key() id="open" error=error>
                <Hidden name="base" value=at.base.slug />
                <Select name="quarter" label=words::quarter(language) options=options value=value required=true />
                <FormActions>
                    <Submit label=words::open_round(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

#[component]
fn Rounds(at: At, rounds: Vec<RoundRow>) -> AnyView {
    let language = at.language();
    if rounds.is_empty() {
        return view! {
            <Card title=words::rounds(language)>
                <Empty title=words::no_rounds(language) words=words::no_rounds_hint(language) icon=Icon::Assessment />
            </Card>
        }
        .into_any();
    }
    let zone = at.zone();
    let row = |round: RoundRow| {
        // The bureau begins with what the parties see most differently.
        let order = if at.role() == Role::Bureau { "?order=difference" } else { "" };
        let href = at.path(&format!("/assessments/{}{order}", round.occasion));
        let number = |state: State| {
            view! {
                <td class="number" data-label=words::state_name(language, state)>
                    {round.in_state(state)}
                </td>
            }
        };
        let states = SHOWN.map(number).into_iter().collect_view();
        let sealed = words::sealed_of(language, round.in_state(State::Sealed), round.rated());
        let opened = words::by_at(language, &round.opened_by, time::date(round.opened_at, zone));
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{words::occasion_name(language, round.occasion)}</a>
                </td>
                {states}
                <td class="number" data-label=words::sealed(language)>
                    {sealed}
                </td>
                <td data-label=words::opened(language)>{opened}</td>
            </tr>
        }
    };
    let heads = SHOWN.map(|state| view! { <Column label=words::state_name(language, state) numeric=true /> });
    let rows = rounds.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::rounds_caption(language)>
            <thead>
                <tr>
                    <Column label=words::quarter(language) />
                    {heads.into_iter().collect_view()}
                    <Column label=words::sealed(language) numeric=true />
                    <Column label=words::opened(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
