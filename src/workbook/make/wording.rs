//! What sheets, columns and values are called: the words are made in the interface, in the language of whoever asked.

use chrono::NaiveDateTime;

use crate::{
    assessment,
    follow_up::{self, store::What},
    incubation::{Mode, Stage},
    monthly_plan,
    organisation::{Kind, Standing},
    period::Quarter,
    service_request::{self, HelpKind},
    training::{self, Topic},
    weekly_report::{self, ActivityKind},
    workbook::{Heading, SheetOf, Sum, Timely},
};

/// A value that is written in words.
#[derive(Debug, Clone, Copy)]
pub enum Word<'a> {
    Kind(Kind),
    Standing(Standing),
    Stage(Stage),
    Mode(Mode),
    Timely(Timely),
    /// `None` where nobody has begun to write.
    ReportState(Option<weekly_report::State>),
    Activity(ActivityKind),
    PlanState(monthly_plan::State),
    Outcome(monthly_plan::Outcome),
    Card(assessment::Kind),
    /// Of too few weeks where there is none.
    SheetState(Option<assessment::State>),
    Band(assessment::Band),
    Topic(Topic),
    TrainingState(training::State),
    Help(HelpKind),
    RequestState(service_request::State),
    Visit(&'a What),
    VisitStanding(follow_up::Standing),
    Found(follow_up::Outcome),
}

/// Who tells the words.
pub trait Wording: Send + Sync {
    /// A sheet's name: at most 31 characters, without `: \ / ? * [ ] '`.
    fn sheet(&self, sheet: SheetOf) -> String;
    fn heading(&self, heading: Heading) -> String;
    fn word(&self, word: Word<'_>) -> String;
    fn sum(&self, sum: Sum) -> String;
    /// What stands above each sheet: what it is, who made it, and when.
    fn made(&self, base: &str, quarter: Quarter, by: &str, at: NaiveDateTime) -> String;
}
