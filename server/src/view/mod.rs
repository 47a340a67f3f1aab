//! Records as programs read them, by the command line (`--json`) and by the API alike. What a store lists for programs
//! anyway stands with the store (`ListedWeek` and the like).

mod follow_up;
mod organisation;
mod report;
mod sheet;
mod target;

pub(crate) use follow_up::VisitView;
pub(crate) use organisation::{OrganisationFileView, OrganisationView};
pub(crate) use report::ReportView;
pub(crate) use sheet::SheetView;
pub(crate) use target::TargetView;
