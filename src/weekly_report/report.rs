use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Content, Draft, DraftActivity};
use crate::code::coded;

coded! {
    /// What help an organisation asks for: the kinds of service request (domain: *Terms*), or something else.
    pub enum HelpKind {
        /// 政策咨询.
        PolicyAdvice = "policy_advice",
        /// 资源链接.
        ResourceLinking = "resource_linking",
        /// 项目对接.
        ProjectMatching = "project_matching",
        /// 能力培训.
        Training = "training",
        /// 财务托管.
        FinancialCustody = "financial_custody",
        /// 孵化指导.
        Coaching = "coaching",
        /// 其他.
        Other = "other",
    }
}

coded! {
    /// What kind of activity it was.
    pub enum ActivityKind {
        /// 服务活动.
        Service = "service",
        /// 培训.
        Training = "training",
        /// 会议.
        Meeting = "meeting",
        /// 志愿服务.
        Volunteering = "volunteering",
        /// 宣传.
        Publicity = "publicity",
        /// 筹资.
        Fundraising = "fundraising",
        /// 党建.
        PartyBuilding = "party_building",
        /// 其他.
        Other = "other",
    }
}

/// Help that is needed, or the explicit word that none is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "help", rename_all = "snake_case")]
pub enum Help {
    NotNeeded,
    Wanted { kind: HelpKind, what: String },
}

impl Help {
    /// What the form's choice holds for "no help needed".
    pub const NOT_NEEDED: &'static str = "none";
}

/// One activity. It counts by its own day (domain: *Calendar*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub what: String,
    pub kind: Option<ActivityKind>,
    pub on: NaiveDate,
    /// Empty where it was not told.
    pub place: String,
    /// 人次.
    pub attendances: Option<u32>,
    /// 人数, never added to attendances.
    pub beneficiaries: Option<u32>,
}

/// A week's report as [`judge`](super::judge) found it right. Texts are trimmed and may be empty where they
/// are not required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Where nothing is to report, the counts are 0 and no activity is listed.
    pub content: Content,
    pub done: String,
    pub activities_count: u32,
    /// 人次, of all activities together.
    pub attendances: u32,
    pub help: Help,
    pub activities: Vec<Activity>,
    /// 人数.
    pub staff: Option<u32>,
    /// 人数.
    pub volunteers: Option<u32>,
    pub funds_linked_cents: Option<i64>,
    pub income_cents: Option<i64>,
    pub spending_cents: Option<i64>,
    pub problems: String,
    pub next_week: String,
    /// What was done of items of the month's plan, by their ids; in each item's own unit.
    #[serde(default)]
    pub progress: BTreeMap<Uuid, u32>,
}

/// Something that may well be right, but is worth a second look. It hinders nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "notice", rename_all = "snake_case")]
pub enum Notice {
    /// The listed activities' attendances do not add up to the total.
    AttendancesDisagree { total: u32, listed: u64 },
    /// More activities are listed than counted.
    MoreListedThanCounted { count: u32, listed: usize },
}

impl Report {
    /// The longest text of a field, in characters.
    pub const LONGEST_TEXT: usize = 2_000;
    /// The most activities that can be listed singly.
    pub const MOST_ACTIVITIES: usize = 50;
    /// The largest number of activities in a week.
    pub const MAX_ACTIVITIES_COUNT: u32 = 500;
    /// The largest number of attendances, of staff, of volunteers or of beneficiaries.
    pub const MAX_PEOPLE: u32 = 1_000_000;
    /// The largest quantity that a week tells of one item of the plan.
    pub const MAX_PROGRESS: u32 = crate::monthly_plan::Item::MAX_QUANTITY;

    /// What is worth a second look. Attendances are compared only where each counted activity is listed
    /// with its own, or where the listed ones already exceed the total.
    pub fn notices(&self) -> Vec<Notice> {
        let listed: u64 = self.activities.iter().filter_map(|activity| activity.attendances).map(u64::from).sum();
        let told = self.activities.iter().filter(|activity| activity.attendances.is_some()).count();
        let complete = told > 0 && u32::try_from(told).is_ok_and(|told| told >= self.activities_count);
        let total = u64::from(self.attendances);
        let disagree = listed > total || complete && listed != total;
        let rows = self.activities.len();
        let more = u32::try_from(rows).map_or(true, |rows| rows > self.activities_count);
        [
            disagree.then_some(Notice::AttendancesDisagree { total: self.attendances, listed }),
            more.then_some(Notice::MoreListedThanCounted { count: self.activities_count, listed: rows }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// A report as it would be typed, to be changed or compared; judged again it is the same report.
impl From<&Report> for Draft {
    fn from(report: &Report) -> Self {
        let nothing = report.content == Content::NothingToReport;
        let ticked = || if nothing { "on".to_owned() } else { String::new() };
        let counted = |count: u32| if nothing { String::new() } else { count.to_string() };
        let (help_kind, help) = match &report.help {
            Help::NotNeeded => (Help::NOT_NEEDED.to_owned(), String::new()),
            Help::Wanted { kind, what } => (kind.to_string(), what.clone()),
        };
        Self {
            done: report.done.clone(),
            activities_count: counted(report.activities_count),
            attendances: counted(report.attendances),
            help_kind,
            help,
            nothing_to_report: ticked(),
            nothing_confirmed: ticked(),
            activities: report.activities.iter().map(DraftActivity::from).collect(),
            staff: text(report.staff),
            volunteers: text(report.volunteers),
            funds_linked: yuan(report.funds_linked_cents),
            income: yuan(report.income_cents),
            spending: yuan(report.spending_cents),
            problems: report.problems.clone(),
            next_week: report.next_week.clone(),
            progress: report.progress.iter().map(|(item, quantity)| (*item, quantity.to_string())).collect(),
        }
    }
}

impl From<&Activity> for DraftActivity {
    fn from(activity: &Activity) -> Self {
        Self {
            what: activity.what.clone(),
            kind: text(activity.kind),
            on: activity.on.to_string(),
            place: activity.place.clone(),
            attendances: text(activity.attendances),
            beneficiaries: text(activity.beneficiaries),
        }
    }
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn yuan(cents: Option<i64>) -> String {
    cents.map(|cents| format!("{}.{:02}", cents / 100, cents % 100)).unwrap_or_default()
}
