use chrono::{DateTime, FixedOffset, NaiveDate};
use chrono_tz::Tz;
use hatchboard::{
    monthly_plan::store::PlannedItem,
    weekly_report::{
        Activity, ActivityKind, Help, Report,
        store::listing::{FiledReport, ListedWeek},
    },
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A report as it was filed last, with its line of the list. It stands as filed while `state` is `submitted` or
/// `accepted`; `activities` is then what counts.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportView {
    #[serde(flatten)]
    line: ListedWeek,
    /// Its number; `null` where it does not stand as filed.
    receipt: Option<String>,
    /// How often it has been filed.
    versions: u32,
    /// The newest filing.
    filed_last: DateTime<FixedOffset>,
    filed_by: String,
    /// The operator filed it on behalf of the organisation (代填).
    on_behalf: bool,
    /// What that filing says.
    report: ReportContents,
}

/// What a report says. Texts are empty where nothing was answered; money is whole cents.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportContents {
    done: String,
    activities_count: u32,
    /// 人次, of all activities together.
    attendances: u32,
    /// `null` where none is needed.
    help: Option<HelpWanted>,
    staff: Option<u32>,
    volunteers: Option<u32>,
    funds_linked_cents: Option<i64>,
    income_cents: Option<i64>,
    spending_cents: Option<i64>,
    problems: String,
    next_week: String,
    /// What was done of items of the month's plan.
    progress: Vec<ReportedProgress>,
    activities: Vec<ReportedActivity>,
}

/// Help that an organisation asks for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct HelpWanted {
    /// `policy_advice`, `resource_linking`, `project_matching`, `training`, `financial_custody`, `coaching` or `other`.
    kind: &'static str,
    what: String,
}

/// What a week tells of an item of the month's plan, in the item's unit.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportedProgress {
    /// As `plans` names it.
    item: Uuid,
    what: String,
    unit: String,
    quantity: u32,
    /// By the month's other reports.
    told_before: u32,
    planned: u32,
}

/// An activity that a report lists singly.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ReportedActivity {
    what: String,
    /// `service`, `training`, `meeting`, `volunteering`, `publicity`, `fundraising`, `party_building` or `other`.
    kind: Option<&'static str>,
    on: NaiveDate,
    place: String,
    /// 人次
    attendances: Option<u32>,
    /// 人数
    beneficiaries: Option<u32>,
}

impl ReportView {
    /// `zone`: the base's.
    pub(crate) fn of(filed: FiledReport, zone: Tz) -> Self {
        let FiledReport { line, newest, receipt, planned } = filed;
        Self {
            line,
            receipt,
            versions: newest.number,
            filed_last: newest.filed_at.with_timezone(&zone).fixed_offset(),
            filed_by: newest.filed_by,
            on_behalf: newest.on_behalf,
            report: ReportContents::of(newest.report, planned),
        }
    }
}

impl ReportContents {
    /// `planned`: the items of the month's plan. As on its page, what was told of an item that has gone since is not there.
    fn of(report: Report, planned: Vec<PlannedItem>) -> Self {
        let progress = report.progress;
        let told = |PlannedItem { item, told_before }: PlannedItem| {
            let quantity = *progress.get(&item.id)?;
            let planned = item.quantity;
            Some(ReportedProgress { item: item.id, what: item.what, unit: item.unit, quantity, told_before, planned })
        };
        let help = match report.help {
            Help::NotNeeded => None,
            Help::Wanted { kind, what } => Some(HelpWanted { kind: kind.code(), what }),
        };
        Self {
            done: report.done,
            activities_count: report.activities_count,
            attendances: report.attendances,
            help,
            staff: report.staff,
            volunteers: report.volunteers,
            funds_linked_cents: report.funds_linked_cents,
            income_cents: report.income_cents,
            spending_cents: report.spending_cents,
            problems: report.problems,
            next_week: report.next_week,
            progress: planned.into_iter().filter_map(told).collect(),
            activities: report.activities.into_iter().map(ReportedActivity::from).collect(),
        }
    }
}

impl From<Activity> for ReportedActivity {
    fn from(activity: Activity) -> Self {
        Self {
            what: activity.what,
            kind: activity.kind.map(ActivityKind::code),
            on: activity.on,
            place: activity.place,
            attendances: activity.attendances,
            beneficiaries: activity.beneficiaries,
        }
    }
}
