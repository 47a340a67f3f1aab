//! The frame of a base's pages: what waits beside each entry, and what everybody here should know.

use hatchboard::{
    access::{Manager, Role},
    annual_target,
    assessment::{self, store::AssessmentCounts},
    base::Base,
    bureau_line::store::{self as letters, LetterCounts},
    calendar, follow_up,
    incubation::store::count_open_proposals,
    instruction::{self, store::InstructionCounts},
    monthly_plan, rectification, service_request,
    weekly_report::store::queue,
};

use super::{At, words};
use crate::{
    error::AppError,
    instruction::told,
    request::Request,
    ui::{frame::FrameData, nav::Tab},
};

/// What waits, as it stands beside the entries of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waits {
    pub reports: queue::Waits,
    pub instructions: InstructionCounts,
    pub proposals: u64,
    pub plans: monthly_plan::store::Waits,
    pub targets: annual_target::store::TargetWaits,
    pub rectifications: rectification::store::Waits,
    pub services: service_request::store::ServiceCounts,
    pub follow_ups: follow_up::store::Waits,
    pub assessments: AssessmentCounts,
    /// `None` for whoever has no part in them.
    pub letters: Option<LetterCounts>,
}

impl At {
    /// The frame of a page under `tab`.
    pub async fn frame(&self, tab: Tab) -> Result<FrameData, AppError> {
        let store = &self.request.store;
        let waits = Waits {
            reports: queue::waits(store, &self.reader).await?,
            instructions: self.instructions().await?,
            proposals: count_open_proposals(store, &self.reader).await?,
            plans: monthly_plan::store::waits(store, &self.reader).await?,
            targets: annual_target::store::waits(store, &self.reader).await?,
            rectifications: rectification::store::waits(store, &self.reader).await?,
            services: service_request::store::counts(store, &self.reader, self.today()).await?,
            follow_ups: self.follow_ups().await?,
            assessments: assessment::store::counts(store, &self.reader).await?,
            letters: self.letters().await?,
        };
        self.frame_with(tab, waits).await
    }

    /// How many instructions wait, and for whom.
    pub async fn instructions(&self) -> Result<InstructionCounts, AppError> {
        let counts = instruction::store::counts(&self.request.store, &self.reader, self.today()).await;
        counts.map_err(|error| told(error, self.language(), ""))
    }

    /// How many follow-ups wait.
    pub async fn follow_ups(&self) -> Result<follow_up::store::Waits, AppError> {
        let waits = follow_up::store::waits(&self.request.store, &self.reader).await;
        waits.map_err(|error| crate::follow_up::told(error, self.language()))
    }

    /// What waits in letters past the operator: for the bureau alone. `None` for whoever is of the operator's team too.
    pub async fn letters(&self) -> Result<Option<LetterCounts>, AppError> {
        let supervisor = self.request.asker()?.supervisor(self.base.id);
        match supervisor.and_then(|supervisor| supervisor.officer().map(|_| supervisor)) {
            Ok(supervisor) => Ok(Some(letters::counts(&self.request.store, &supervisor).await?)),
            Err(_) => Ok(None),
        }
    }

    /// The frame of a page that has counted already.
    pub async fn frame_with(&self, tab: Tab, waits: Waits) -> Result<FrameData, AppError> {
        let beside = match self.role() {
            Role::Manager => {
                vec![
                    (Tab::Reviews, waits.reports.of_organisations),
                    (Tab::Plans, waits.plans.of_organisations),
                    (Tab::Assessments, waits.assessments.for_operator()),
                    (Tab::Targets, waits.targets.returned),
                    (Tab::Services, waits.services.asked + waits.services.overdue),
                    (Tab::FollowUps, waits.follow_ups.in_all()),
                    (Tab::Instructions, waits.instructions.open),
                    (Tab::Rectifications, waits.rectifications.for_operator),
                ]
            }
            Role::Bureau => {
                let proposals = u32::try_from(waits.proposals).unwrap_or(u32::MAX);
                vec![
                    (Tab::BaseReports, waits.reports.of_base),
                    (Tab::Plans, waits.plans.of_base),
                    (Tab::Assessments, waits.assessments.for_bureau()),
                    (Tab::Targets, waits.targets.to_decide()),
                    (Tab::Letters, waits.letters.unwrap_or_default().waiting),
                    (Tab::Proposals, proposals),
                    (Tab::Instructions, waits.instructions.answered),
                    (Tab::Rectifications, waits.rectifications.for_bureau),
                ]
            }
            _ => Vec::new(),
        };
        let frame = FrameData::new(&self.request, &self.place(), tab, &beside);
        let calendar = calendar::store::load(self.request.store.read()).await?;
        let missing = calendar.missed(self.today());
        let admin = self.request.asker()?.is_admin();
        let mend = if admin { "/admin/calendar" } else { "" };
        Ok(missing
            .into_iter()
            .fold(frame, |frame, year| frame.with_warning(words::calendar_missing(self.language(), year), mend)))
    }
}

/// The base of this short name, for one of its operator's team.
pub(crate) async fn managed(request: &Request, slug: &str) -> Result<(Base, Manager), AppError> {
    let (at, manager) = At::managed_by(request.clone(), slug).await?;
    Ok((at.base, manager))
}
