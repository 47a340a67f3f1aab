//! From application to hatching (孵化进程): how many stand where, and who moved when.

mod download;
pub mod moves;
pub mod standing;
mod words;

pub use download::routes;
pub(crate) use standing::StandingCard;
pub(crate) use words::{phase, phase_name, title};

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::FunnelPage;
}

use hatchboard::{
    incubation::{
        Phase,
        store::{Funnel, funnel},
    },
    period::{Quarter, Stretch},
    store::Paging,
};
use leptos::prelude::*;

use self::{
    moves::{Flows, Moves},
    standing::Standing,
};
use crate::{
    base::At,
    error::AppError,
    ui::{
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        stretch,
        table::ExportLink,
        tabs::Tabs,
    },
};

/// `/b/{base}/funnel`, for those who read the base.
#[component]
pub fn FunnelPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (language, query) = (at.language(), ListQuery::current());
        let (within, phase) = asked(&at, &query);
        let paging = Paging::new(query.page(), Paging::SIZE);
        let found: Funnel = funnel(&at.request.store, &at.reader, within, phase, paging).await?;
        let frame = at.frame(Tab::Organisations).await?.with_crumbs([
            (words::organisations(language).to_owned(), Some(at.path("/organisations"))),
            (words::title(language).to_owned(), None),
        ]);
        let registry = at.path("/organisations");
        let (of_period, export) = (query.with("period", &within.to_string()), at.path("/funnel.xlsx"));
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                        <ExportLink query=of_period path=export />
                        <LinkButton href=registry label=words::organisations(language) icon=Icon::Organisations />
                    </PageHead>
                    <Standing at=at.clone() found=found.clone() />
                    <Switch at=at.clone() within=within />
                    <Flows at=at.clone() found=found.clone() />
                    <Moves at=at query=query phase=phase found=found />
                </Frame>
            }
            .into_any(),
        )
    })
}

/// The stretch of time that the link names, the running quarter otherwise, and the phase to which moves are narrowed.
fn asked(at: &At, query: &ListQuery) -> (Stretch, Option<Phase>) {
    let within = query.get("period").and_then(|period| period.parse().ok());
    let within = within.unwrap_or_else(|| Stretch::Period(Quarter::of(at.today()).into()));
    (within, query.get("phase").and_then(Phase::from_code))
}

/// The page of a stretch of time.
fn path(at: &At, within: Stretch) -> String {
    at.path(&format!("/funnel?period={within}"))
}

/// A week, a month, a quarter, a year around the same days; and the neighbours of the one that is shown, as far as they
/// have begun.
#[component]
fn Switch(at: At, within: Stretch) -> AnyView {
    let language = at.language();
    let to = |one: Stretch| path(&at, one);
    let offered = [within.previous(), within, within.next()];
    let offered = offered.into_iter().filter(|one| *one == within || one.first_day() <= at.today());
    view! {
        <Tabs label=stretch::by(language) links=stretch::kinds(language, within, at.today(), to) />
        <Tabs label=words::period(language) links=stretch::steps(language, within, offered, to) />
    }
    .into_any()
}
