//! `/b/{base}/cadence`: how often organisations report, by standing and mode.

use hatchboard::{
    incubation::Mode,
    organisation::Standing,
    period::Week,
    weekly_report::{
        Cadence,
        store::cadence::{SettledCadence, list},
    },
};
use leptos::prelude::*;

use super::{
    cadence_api::{CadenceTyped, SettleCadence},
    problem, words,
};
use crate::{
    Language,
    base::At,
    form::{Returned, action, new_key, returned},
    incubation::words as incubation,
    organisation::words as organisation,
    ui::{
        card::Card,
        empty::Empty,
        field::{Choices, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, Table},
        time,
    },
};

/// Weeks ahead that are offered.
const WEEKS_AHEAD: i64 = 13;
/// Distances that are offered, in weeks.
const EVERY: [u8; 3] = [2, 4, 13];

#[component]
pub fn CadencePage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let settled = list(&at.request.store, &at.reader).await.map_err(|error| problem::told(error, language))?;
        let back = returned::<CadenceTyped>("cadence").await?;
        let crumbs = [
            (words::exceptions_title(language).to_owned(), Some(at.path("/exceptions"))),
            (words::cadence_title(language).to_owned(), None),
        ];
        let frame = at.frame(Tab::Exceptions).await?.with_crumbs(crumbs);
        let form = at.is_bureau().then(|| view! { <SettleForm at=at.clone() back=back /> });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::cadence_title(language) subtitle=words::cadence_subtitle(language) />
                <Settled settled=settled language=language />
                {form}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Settled(settled: Vec<SettledCadence>, language: Language) -> AnyView {
    if settled.is_empty() {
        return view! {
            <Card title=words::cadence_settled(language)>
                <Empty
                    title=words::cadence_weekly_all(language)
                    words=words::cadence_weekly_all_hint(language)
                    icon=Icon::Calendar
                />
            </Card>
        }
        .into_any();
    }
    let row = |one: SettledCadence| {
        let mode = one.mode.map_or(words::without_mode(language), |mode| incubation::mode_name(language, mode));
        view! {
            <tr>
                <td class="card-title">{organisation::standing(language, one.standing)}</td>
                <td data-label=words::mode(language)>{mode}</td>
                <td data-label=words::from_week(language)>{time::week_of_year(language, one.from)}</td>
                <td data-label=words::cadence_title(language)>{told(language, one.cadence)}</td>
                <td data-label=words::settled_by(language)>{one.set_by}</td>
            </tr>
        }
    };
    let rows = settled.into_iter().rev().map(row).collect_view();
    view! {
        <Table caption=words::cadence_settled(language)>
            <thead>
                <tr>
                    <Column label=words::standing_of(language) />
                    <Column label=words::mode(language) />
                    <Column label=words::from_week(language) />
                    <Column label=words::cadence_title(language) />
                    <Column label=words::settled_by(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

fn told(language: Language, cadence: Cadence) -> String {
    match cadence {
        Cadence::Weekly => words::every_week(language).to_owned(),
        Cadence::Every { weeks, .. } => words::every_weeks(language, weeks),
        Cadence::None => words::never_asked(language).to_owned(),
    }
}

/// The bureau settles a cadence from a week on that lies ahead.
#[component]
fn SettleForm(at: At, back: Option<Returned<CadenceTyped>>) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let CadenceTyped { standing, mode, from, every } = typed.unwrap_or_default();
    let standings: Options = Standing::ALL
        .iter()
        .map(|standing| (standing.code().to_owned(), organisation::standing(language, *standing).to_owned()))
        .collect();
    let modes: Options = Mode::ALL
        .iter()
        .map(|mode| (mode.code().to_owned(), incubation::mode_name(language, *mode).to_owned()))
        .collect();
    let next = Week::of(at.today()).next();
    let weeks: Options =
        next.through(next.plus(WEEKS_AHEAD)).map(|week| (week.to_string(), time::week(language, week))).collect();
    let distance = |weeks: &u8| (weeks.to_string(), words::every_weeks(language, weeks));
    let cadences: Options = std::iter::once(("weekly".to_owned(), words::every_week(language).to_owned()))
        .chain(EVERY.iter().map(distance))
        .chain([("none".to_owned(), words::never_asked(language).to_owned())])
        .collect();
    view! {
        <Card title=words::settle_title(language)>
            <PostForm action={action::<SettleCadence>()} key=new_key() id="cadence" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <div class="fields">
                    <Select
                        name="standing"
                        label=words::standing_of(language)
                        options=standings
                        value=standing
                        required=true
                    />
                    <Select
                        name="mode"
                        label=words::mode(language)
                        prompt=words::without_mode(language)
                        options=modes
                        value=mode
                    />
                    <Select
                        name="from"
                        label=words::from_week(language)
                        hint=words::settle_from_hint(language)
                        options=weeks
                        value=from
                        required=true
                    />
                </div>
                <Choices
                    name="every"
                    label=words::cadence_title(language)
                    options=cadences
                    value=every
                    required=true
                />
                <FormActions>
                    <Submit label=words::settle(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
