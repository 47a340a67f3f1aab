//! A base's quarter at a glance (季度一览): what leadership reads in a minute, on a screen and on paper.
//!
//! Every number is computed by the rules and the store, stands in words or a table beside its chart, and opens into
//! the records that it counts.

pub mod across;
pub mod across_base;
mod across_words;
pub mod bands;
pub mod scores;
pub mod weeks;
pub mod year;

mod words;

pub(crate) use across::{PATH as ACROSS, supervised};
pub(crate) use across_words::title as across;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{QuarterPage, across::AcrossPage};
}

use chrono::NaiveDate;
use hatchboard::{
    annual_target::store as targets,
    assessment::store::overview,
    period::{Quarter, Year},
    weekly_report::store::{quarter_filed, quarter_rate},
};
use leptos::prelude::*;

use self::{
    bands::Bands,
    scores::{Apart, Figures, Moves, OfBase, States, Totals},
    weeks::{Filed, Silent},
    year::{FollowedUp, Targets},
};
use crate::{
    annual_target, assessment,
    base::At,
    error::AppError,
    follow_up,
    request::path_parameter,
    ui::{
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        nav::Tab,
        page::{PageHead, page},
        tabs::{TabLink, Tabs},
    },
    weekly_report::desk::problem,
};

/// `/b/{base}/quarters/{quarter}`, for those who read the base.
#[component]
pub fn QuarterPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let quarter: Quarter = path_parameter("quarter").parse().map_err(|_| AppError::NotFound)?;
        let store = &at.request.store;
        let found = overview(store, &at.reader, quarter).await.map_err(|error| assessment::told(error, language))?;
        let filed = quarter_filed(store, &at.reader, quarter).await;
        let filed = filed.map_err(|error| problem::told(error, language))?;
        let before = quarter_rate(store, &at.reader, quarter.previous()).await;
        let before = before.map_err(|error| problem::told(error, language))?;
        let visits = hatchboard::follow_up::store::findings(store, &at.reader, quarter).await;
        let visits = visits.map_err(|error| follow_up::told(error, language))?;
        let lives = hatchboard::follow_up::store::survival_of(store, &at.reader).await;
        let lives = lives.map_err(|error| follow_up::told(error, language))?;
        let lives = follow_up::survival::in_words(language, &lives.all);
        let year = targets::year(store, &at.reader, Year::of(quarter.first_day())).await;
        let year = year.map_err(|error| annual_target::told(error, language))?;
        let frame = at.frame(Tab::Assessments).await?.with_crumbs([
            (words::assessments(language).to_owned(), Some(at.path("/assessments"))),
            (words::title(language, quarter), None),
        ]);
        let round = found.round.is_some().then(|| {
            let href = at.path(&format!("/assessments/{quarter}"));
            view! { <LinkButton href=href label=words::sheets(language) icon=Icon::Scorecard /> }
        });
        let silent = view! { <Silent at=at.clone() silent=filed.silent.clone() /> };
        let followed_up = view! { <FollowedUp at=at.clone() quarter=quarter found=visits.clone() lives=lives /> };
        let title = format!("{} {}", at.base.name, words::title(language, quarter));
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::subtitle(language, quarter.previous())>
                    {round}
                </PageHead>
                <Switch at=at.clone() quarter=quarter />
                <Figures at=at.clone() found=found.clone() filed=filed.rate before=before visits=visits />
                <div class="pairs">
                    <Bands at=at.clone() found=found.clone() />
                    <Totals at=at.clone() found=found.clone() />
                    <States at=at.clone() found=found.clone() />
                    <OfBase at=at.clone() found=found.clone() />
                </div>
                <div class="pairs">
                    <Moves at=at.clone() found=found.clone() />
                    <Apart at=at.clone() found=found />
                </div>
                <Filed at=at.clone() quarter=quarter filed=filed>
                    {silent} {followed_up}
                </Filed>
                <Targets at=at quarter=quarter page=year />
            </Frame>
        }
        .into_any())
    })
}

/// The running quarter and the neighbours of the one that is shown, newest first: one step either way, and back to now.
fn offered(today: NaiveDate, shown: Quarter) -> Vec<Quarter> {
    let newest = Quarter::of(today).max(shown);
    let mut offered: Vec<Quarter> =
        [newest, shown.next(), shown, shown.previous()].into_iter().filter(|one| *one <= newest).collect();
    offered.sort_unstable_by(|one, other| other.cmp(one));
    offered.dedup();
    offered
}

#[component]
fn Switch(at: At, quarter: Quarter) -> AnyView {
    let link = |one: Quarter| TabLink {
        href: at.path(&format!("/quarters/{one}")),
        label: one.to_string(),
        count: 0,
        current: one == quarter,
    };
    let links = offered(at.today(), quarter).into_iter().map(link).collect();
    view! { <Tabs label=words::switch(at.language()) links=links /> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_step_either_way_is_offered_and_the_running_quarter() {
        let today = "2026-04-09".parse().unwrap();
        for (shown, expected) in [
            ("2026-Q1", &["2026-Q2", "2026-Q1", "2025-Q4"][..]),
            ("2026-Q2", &["2026-Q2", "2026-Q1"]),
            ("2026-Q3", &["2026-Q3", "2026-Q2"]),
            ("2024-Q1", &["2026-Q2", "2024-Q2", "2024-Q1", "2023-Q4"]),
        ] {
            let offered = offered(today, shown.parse().unwrap());
            assert_eq!(offered.iter().map(ToString::to_string).collect::<Vec<_>>(), expected, "{shown}");
        }
    }
}
