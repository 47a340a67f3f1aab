//! The first screen of a base for each role: what must I do now?

mod words;

pub mod admin;
pub mod attention;
pub mod auditor;
pub mod bureau;
pub mod chain;
pub mod manager;
pub mod proposals;
pub mod stand;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{TodayPage, admin::AdminPage};
}

use hatchboard::{
    access::Role,
    annual_target::{self, store::TargetWaits},
    assessment::{self, store::AssessmentCounts},
    bureau_line::store::LetterCounts,
    follow_up,
    incubation::store::{OpenProposal, open_proposals},
    instruction::store::InstructionCounts,
    monthly_plan, rectification,
    service_request::{self, store::ServiceCounts},
    store::{Page, Paging},
    weekly_report::store::queue::{self, BaseCounts},
};
use leptos::prelude::*;

use crate::{
    base::{At, Waits},
    error::AppError,
    ui::{frame::Frame, nav::Tab, page::page},
    waiting::Oldest,
    weekly_report::desk::problem,
};

/// `/b/{base}`
#[component]
pub fn TodayPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (frame, screen) = match at.role() {
            Role::Manager => {
                let counts = Counts::of(&at).await?;
                (at.frame_with(Tab::Desk, counts.waits()).await?, manager::screen(&at, counts).await?)
            }
            Role::Bureau => {
                let counts = Counts::of(&at).await?;
                (at.frame_with(Tab::Desk, counts.waits()).await?, bureau::screen(&at, counts).await?)
            }
            _ => (at.frame(Tab::Overview).await?, auditor::screen(&at).await?),
        };
        Ok::<_, AppError>(view! { <Frame data=frame>{screen}</Frame> }.into_any())
    })
}

/// Proposals that a first screen shows; a link leads to the rest.
const PROPOSALS: u64 = 10;

/// What the first screens of operator and bureau count.
#[derive(Debug, Clone)]
struct Counts {
    reports: BaseCounts,
    instructions: InstructionCounts,
    /// They wait for the bureau, the longest wait first.
    proposals: Page<OpenProposal>,
    plans: monthly_plan::store::Waits,
    targets: TargetWaits,
    rectifications: rectification::store::Waits,
    services: ServiceCounts,
    follow_ups: follow_up::store::Waits,
    assessments: AssessmentCounts,
    letters: Option<LetterCounts>,
    since: Oldest,
}

impl Counts {
    /// In a fixed number of statements.
    async fn of(at: &At) -> Result<Self, AppError> {
        let store = &at.request.store;
        let reports = queue::base_counts(store, &at.reader).await;
        Ok(Self {
            reports: reports.map_err(|error| problem::told(error, at.language()))?,
            instructions: at.instructions().await?,
            proposals: open_proposals(store, &at.reader, Paging::new(1, PROPOSALS)).await?,
            plans: monthly_plan::store::waits(store, &at.reader).await?,
            targets: annual_target::store::waits(store, &at.reader).await?,
            rectifications: rectification::store::waits(store, &at.reader).await?,
            services: service_request::store::counts(store, &at.reader, at.today()).await?,
            follow_ups: at.follow_ups().await?,
            assessments: assessment::store::counts(store, &at.reader).await?,
            letters: at.letters().await?,
            since: Oldest::load(at).await?,
        })
    }

    fn waits(&self) -> Waits {
        let reports = queue::Waits { of_organisations: self.reports.waiting, of_base: self.reports.base_waiting };
        Waits {
            reports,
            instructions: self.instructions,
            proposals: self.proposals.total,
            plans: self.plans,
            targets: self.targets,
            rectifications: self.rectifications,
            services: self.services,
            follow_ups: self.follow_ups,
            assessments: self.assessments,
            letters: self.letters,
        }
    }
}
