//! `/b/{base}/waiting`: who waits for whom, how much and how long (谁在等谁), the bureau's own waiting too.

mod download;
mod words;

pub use download::routes;
pub(crate) use words::{counted, list_name, oldest, title};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::WaitingPage;
}

use std::cmp::Reverse;

use hatchboard::{
    calendar::{self, Calendar},
    waiting::{Party, Wait, What, store::waiting, with},
};
use leptos::prelude::*;

use crate::{
    Language,
    base::At,
    error::AppError,
    ui::{
        badge::Tone,
        card::{Card, DueCard, DueCards},
        frame::Frame,
        list_query::ListQuery,
        page::{PageHead, page},
        table::{Column, ExportLink, ShortTable},
        time,
    },
};

/// A thing that waits, with the working days that the oldest has waited.
#[derive(Debug, Clone, Copy)]
pub struct Line {
    pub wait: Wait,
    pub days: Option<u32>,
}

/// Since when the oldest of each kind waits, for the cards of first screens.
#[derive(Debug, Clone)]
pub struct Oldest(Vec<Line>);

impl Oldest {
    /// Of all that waits at a base but letters past the operator: as many statements whatever it holds.
    pub(crate) async fn load(at: &At) -> Result<Self, AppError> {
        let found = waiting(&at.request.store, &at.reader).await?;
        let calendar = calendar::store::load(at.request.store.read()).await?;
        let line = |wait: Wait| Line { wait, days: days(at, &calendar, wait.oldest) };
        Ok(Self(found.into_iter().map(line).collect()))
    }

    /// Of some kinds, in words; empty where none of them waits, or nobody noted since when.
    pub(crate) fn of(&self, language: Language, kinds: &[What]) -> String {
        let theirs = self.0.iter().filter(|line| kinds.contains(&line.wait.what));
        let longest = theirs.filter_map(|line| line.days).max();
        longest.map(|days| words::oldest(language, time::waiting(language, days))).unwrap_or_default()
    }
}

/// For operator, bureau and auditor; letters past the operator are counted for the bureau alone.
#[component]
pub fn WaitingPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let found = found(&at).await?;
        let calendar = calendar::store::load(at.request.store.read()).await?;
        let frame = at.frame(at.first_screen()).await?.with_crumbs([(words::title(language).to_owned(), None)]);
        let sums = Party::ALL.iter().map(|party| sum(&at, &calendar, *party, &found)).collect_view();
        let lists = Party::ALL.iter().map(|party| {
            let lines = lines(&at, &calendar, *party, &found);
            view! { <List at=at.clone() party=*party lines=lines /> }
        });
        let lists = lists.collect_view();
        let export = at.path("/waiting.xlsx");
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                        <ExportLink query=ListQuery::default() path=export />
                    </PageHead>
                    <DueCards label=words::in_all(language)>{sums}</DueCards>
                    {lists}
                </Frame>
            }
            .into_any(),
        )
    })
}

/// What waits at a base, as far as whoever looks may know of it.
async fn found(at: &At) -> Result<Vec<Wait>, AppError> {
    let mut found = waiting(&at.request.store, &at.reader).await?;
    if let Some(letters) = at.letters().await?.filter(|letters| letters.waiting > 0) {
        found.push(Wait { what: What::Letter, number: letters.waiting, oldest: letters.oldest });
    }
    Ok(found)
}

/// Working days since an instant.
fn days(at: &At, calendar: &Calendar, since: Option<chrono::DateTime<chrono::Utc>>) -> Option<u32> {
    since.map(|since| calendar.working_days_between(at.base.day(since), at.today()))
}

/// All that lies with a party, in one number that leads to its list.
fn sum(at: &At, calendar: &Calendar, party: Party, found: &[Wait]) -> AnyView {
    let language = at.language();
    let (number, oldest) = with(party, found);
    let note = match days(at, calendar, oldest) {
        Some(days) => words::oldest(language, time::waiting(language, days)),
        None => String::new(),
    };
    let tone = if number > 0 { Tone::Warn } else { Tone::Calm };
    let (href, label) = (format!("#{}", party.code()), words::counted(language, party));
    view! { <DueCard href=href figure=number.to_string() label=label note=note tone=tone /> }.into_any()
}

/// What lies with a party, the longest wait first.
fn lines(at: &At, calendar: &Calendar, party: Party, found: &[Wait]) -> Vec<Line> {
    let theirs = found.iter().filter(|wait| wait.what.lies_with() == party);
    let mut lines: Vec<Line> = theirs.map(|wait| Line { wait: *wait, days: days(at, calendar, wait.oldest) }).collect();
    lines.sort_by_key(|line| Reverse(line.days));
    lines
}

#[component]
fn List(at: At, party: Party, lines: Vec<Line>) -> AnyView {
    let language = at.language();
    let title = words::list_name(language, party);
    if lines.is_empty() {
        return view! {
            <Card title=title id=party.code()>
                <p class="soft">{words::nothing(language)}</p>
            </Card>
        }
        .into_any();
    }
    let row = |Line { wait, days }: Line| {
        let waited = days.map_or_else(|| "–".to_owned(), |days| time::waiting(language, days));
        view! {
            <tr>
                <th scope="row">{words::what_name(language, wait.what)}</th>
                <td class="number">
                    <a href=at.path(below(&at, wait.what))>{wait.number}</a>
                </td>
                <td class="nowrap">{waited}</td>
            </tr>
        }
    };
    let rows = lines.into_iter().map(row).collect_view();
    view! {
        <Card title=title id=party.code() flush=true>
            <ShortTable caption=title>
                <thead>
                    <tr>
                        <Column label=words::what(language) />
                        <Column label=words::number(language) numeric=true />
                        <Column label=words::longest(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </ShortTable>
        </Card>
    }
    .into_any()
}

/// The list that shows what waits.
fn below(at: &At, what: What) -> &'static str {
    match what {
        What::Report if at.is_manager() => "/reviews",
        What::Report | What::ReportReturned => "/reports",
        What::BaseReport | What::BaseReportReturned => "/base-reports",
        What::Plan | What::Exception | What::BasePlan | What::BaseException => "/plans/waiting",
        What::PlanReturned | What::BasePlanReturned => "/plans",
        What::SelfScore | What::Score | What::BaseSelfScore | What::Check | What::Publish | What::Objection => {
            "/assessments"
        }
        What::ServiceAsked => "/services?state=asked",
        What::ServiceUnderWay => "/services?state=under_way",
        What::ServiceDone => "/services?state=done",
        What::Repair => "/rectifications?waits=organisation",
        What::BaseRepair => "/rectifications?waits=operator&state=open",
        What::Close => "/rectifications?waits=operator&state=reported",
        What::CloseByBureau => "/rectifications?waits=bureau",
        What::Instruction => "/instructions?state=open",
        What::InstructionAnswered => "/instructions?state=answered",
        What::Targets | What::TargetsReturned | What::TargetEntry => "/targets",
        What::Proposal => "/proposals",
        What::Letter => "/letters?state=asked",
    }
}
