//! The addresses of a base's desks and of the installation's first screen.

use leptos::prelude::*;
use leptos_router::{SsrMode, any_nested_route::IntoAnyNestedRoute, components::Route, path};

use crate::{
    annual_target::pages as target, assessment::pages as assessment, base::settings_page::SettingsPage,
    bureau_line::pages as letter, coaching::pages as coaching, follow_up::pages as follow_up,
    funding::pages as funding, funnel::pages as funnel, instruction::pages as instruction,
    matched_project::pages as project, monthly_plan::pages as plan, overview::pages as overview,
    record::pages as record, rectification::pages as rectification, reminder::pages as reminder, risk::pages as risk,
    scorecard::pages as card, search::pages as search, service_request::pages as service, survey::pages as survey,
    today::pages as today, training::pages as training, waiting::pages::WaitingPage,
    weekly_report::desk::pages as desk, workbooks::pages as workbook,
};

/// Routes below `/b/{base}`, the plans of organisations, and `/admin`.
#[component(transparent)]
pub fn DeskRoutes() -> impl leptos_router::MatchNestedRoutes + Clone {
    view! {
        <Route path=path!("/b/:base") view=today::TodayPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/reports") view=desk::MatrixPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/reports/:report") view=desk::ReviewPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/weeks/:week") view=desk::OfWeekPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/weeks/:organisation/:week") view=desk::WeekPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/reviews") view=desk::ReviewsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/exceptions") view=desk::ExceptionsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/exceptions/new") view=desk::ExceptPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/cadence") view=desk::CadencePage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/base-reports") view=desk::BaseReportsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/base-reports/:week") view=desk::BaseReportPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/instructions") view=instruction::InstructionsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/instructions/new") view=instruction::NewInstructionPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/instructions/:id") view=instruction::InstructionPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/plans") view=plan::PlansPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/plans/waiting") view=plan::WaitingPlansPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/plans/months/:month") view=plan::MonthItemsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/plans/:month") view=plan::BasePlanPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:organisation/plans/:month") view=plan::OrganisationPlanPage ssr=SsrMode::Async />
        <Route
            path=path!("/b/:base/organisations/:organisation/plans/:month/behalf")
            view=plan::BehalfPlanPage
            ssr=SsrMode::Async
        />
        <Route path=path!("/o/:organisation/plans") view=plan::OurPlansPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/plans/:month") view=plan::OurPlanPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/targets") view=target::TargetsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/targets/edit") view=target::EditTargetsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/targets/:target") view=target::TargetPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/workbooks") view=workbook::WorkbooksPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/assessments") view=assessment::RoundsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/assessments/:quarter") view=assessment::RoundPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/assessments/:quarter/:subject") view=assessment::SheetPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/assessments") view=assessment::OurAssessmentsPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/assessments/:quarter") view=assessment::OurSheetPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/funnel") view=funnel::FunnelPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/waiting") view=WaitingPage ssr=SsrMode::Async />
        <Route path=path!("/bases") view=overview::AcrossPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/risks") view=risk::RisksPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/quarters/:period") view=overview::GlancePage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/scorecards") view=card::CardsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/scorecards/:kind") view=card::CardPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/scorecards/:kind/edit") view=card::EditCardPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/rectifications") view=rectification::RectificationsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/rectifications/new") view=rectification::NewRectificationPage ssr=SsrMode::Async />
        <Route
            path=path!("/b/:base/rectifications/:rectification")
            view=rectification::RectificationPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("/o/:organisation/rectifications")
            view=rectification::OurRectificationsPage
            ssr=SsrMode::Async
        />
        <Route
            path=path!("/o/:organisation/rectifications/:rectification")
            view=rectification::OurRectificationPage
            ssr=SsrMode::Async
        />
        <Route path=path!("/b/:base/services") view=service::ServicesPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/services/new") view=service::AskForPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/services/:request") view=service::ServicePage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/services") view=service::OurServicesPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/services/new") view=service::AskPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/services/:request") view=service::OurServicePage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/follow-ups") view=follow_up::FollowUpsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/follow-ups/survival") view=follow_up::SurvivalPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:organisation/follow-ups") view=follow_up::OrganisationFollowUpsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/organisations/:organisation/follow-ups/:visit") view=follow_up::FollowUpPage ssr=SsrMode::Async />
        <Route path=path!("/questionnaire/:token") view=follow_up::QuestionnairePage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/follow-ups") view=follow_up::OurFollowUpsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/trainings") view=training::TrainingsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/trainings/new") view=training::NewTrainingPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/trainings/:training") view=training::TrainingPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/trainings/:training/edit") view=training::EditTrainingPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/trainings/:training/code") view=training::CodePage ssr=SsrMode::Async />
        <Route path=path!("/trainings/:token") view=training::SpotPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/coaching") view=coaching::VisitsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/coaching/new") view=coaching::NewVisitPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/coaching/:visit") view=coaching::VisitPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/projects") view=project::ProjectsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/projects/new") view=project::NewProjectPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/projects/:project") view=project::ProjectPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/funds") view=funding::FundsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/funds/new") view=funding::NewFundPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/funds/:fund") view=funding::FundPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/funds/:fund/edit") view=funding::EditFundPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/records") view=record::OurRecordsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/letters") view=letter::LettersPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/letters/:letter") view=letter::LetterPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/letters") view=letter::OurLettersPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/letters/new") view=letter::NewLetterPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/letters/:letter") view=letter::OurLetterPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/surveys") view=survey::SurveysPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/surveys/new") view=survey::NewSurveyPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/surveys/:survey") view=survey::SurveyPage ssr=SsrMode::Async />
        <Route path=path!("/survey/:token") view=survey::AnswerPage ssr=SsrMode::Async />
        <Route path=path!("/o/:organisation/search") view=search::OurSearchPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/search") view=search::SearchPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/reminders") view=reminder::RemindersPage ssr=SsrMode::Async />
        <Route path=path!("/notices") view=reminder::NoticesPage ssr=SsrMode::Async />
        <Route path=path!("/notices/settings") view=reminder::ReminderSettingsPage ssr=SsrMode::Async />
        <Route path=path!("/b/:base/settings") view=SettingsPage ssr=SsrMode::Async />
        <Route path=path!("/admin") view=today::AdminPage ssr=SsrMode::Async />
    }
    .into_inner()
    .into_any_nested_route()
}
