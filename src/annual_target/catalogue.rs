//! The targets that a year begins with, unless the base has its own (domain: *Annual targets (default catalogue)*).

use super::{CountingRule, Evidence, Measure};

/// A target that every base knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standard {
    /// Never changes.
    pub code: &'static str,
    pub chinese: &'static str,
    pub english: &'static str,
    /// What is counted; empty for money and rates.
    pub unit: &'static str,
    pub unit_english: &'static str,
    pub measure: Measure,
    /// In the measure's unit; an assumption for a mid-sized city, to be replaced by the city's own.
    pub annual: i64,
    pub rule: CountingRule,
    pub evidence: Evidence,
}

const fn counted(
    code: &'static str,
    names: [&'static str; 2],
    unit: [&'static str; 2],
    annual: i64,
    rule: CountingRule,
    evidence: Evidence,
) -> Standard {
    let ([chinese, english], [unit, unit_english]) = (names, unit);
    Standard { code, chinese, english, unit, unit_english, measure: Measure::Count, annual, rule, evidence }
}

const fn money(
    code: &'static str,
    names: [&'static str; 2],
    annual: i64,
    rule: CountingRule,
    evidence: Evidence,
) -> Standard {
    let [chinese, english] = names;
    let measure = Measure::Money;
    Standard { code, chinese, english, unit: "", unit_english: "", measure, annual, rule, evidence }
}

const fn rate(
    code: &'static str,
    names: [&'static str; 2],
    annual: i64,
    rule: CountingRule,
    evidence: Evidence,
) -> Standard {
    let ([chinese, english], measure) = (names, Measure::Rate);
    Standard { code, chinese, english, unit: "", unit_english: "", measure, annual, rule, evidence }
}

const ORGANISATIONS: [&str; 2] = ["家", "organisations"];
const TIMES: [&str; 2] = ["次", "times"];
const CASES: [&str; 2] = ["件", "cases"];
const PROJECTS: [&str; 2] = ["个", "projects"];
const PEOPLE: [&str; 2] = ["人", "people"];

/// In the order of the sheet.
pub const CATALOGUE: &[Standard] = {
    use CountingRule::{
        Admitted, AdmittedOutOfShell, CoachingVisits, Entered, FollowUpsOnTime, FundsPledged, FundsReceived, Hatched,
        MatchedProjects, OrganisationsTrained, PeopleTrained, PolicyAdvice, SurveySatisfaction, TrainingAttendances,
        TrainingsHeld,
    };
    use Evidence::{Agreement, Certificate, Ledger, Receipt, Record, SignIn, Survey};
    &[
        counted("admitted", ["入壳", "Admitted into the shell"], ORGANISATIONS, 12, Admitted, Record),
        counted("hatched", ["出壳", "Hatched"], ORGANISATIONS, 8, Hatched, Record),
        counted(
            "out_of_shell",
            ["壳外孵化", "Incubated out of the shell"],
            ORGANISATIONS,
            20,
            AdmittedOutOfShell,
            Record,
        ),
        counted(
            "community_organisations",
            ["备案社区社会组织培育", "Filed community organisations nurtured"],
            ORGANISATIONS,
            30,
            Entered,
            Ledger,
        ),
        counted("newly_registered", ["新登记", "Newly registered"], ORGANISATIONS, 5, Entered, Certificate),
        counted("newly_filed", ["新备案", "Newly filed"], ORGANISATIONS, 20, Entered, Certificate),
        counted("graded_3a", ["评估 3A 及以上", "Assessed 3A or better"], ORGANISATIONS, 2, Entered, Certificate),
        counted("trainings", ["能力培训场次", "Trainings"], ["场", "trainings"], 24, TrainingsHeld, Record),
        counted(
            "training_attendances",
            ["培训人次", "Attendances"],
            ["人次", "attendances"],
            800,
            TrainingAttendances,
            SignIn,
        ),
        counted(
            "training_organisations",
            ["培训覆盖机构", "Organisations trained"],
            ORGANISATIONS,
            100,
            OrganisationsTrained,
            SignIn,
        ),
        counted("coaching", ["孵化指导与督导", "Coaching visits"], TIMES, 144, CoachingVisits, Record),
        counted("policy_advice", ["政策咨询", "Policy advice"], CASES, 300, PolicyAdvice, Record),
        counted("matched_projects", ["项目对接", "Projects matched"], PROJECTS, 20, MatchedProjects, Agreement),
        money("funds_pledged", ["链接资金（承诺）", "Funds pledged"], 100_000_000, FundsPledged, Agreement),
        money("funds_received", ["链接资金（到位）", "Funds received"], 100_000_000, FundsReceived, Receipt),
        counted("financial_custody", ["财务托管", "Financial custody"], ORGANISATIONS, 10, Entered, Agreement),
        counted("venture_projects", ["公益创投立项", "Venture projects begun"], PROJECTS, 15, Entered, Agreement),
        rate("venture_closing_rate", ["公益创投结项率", "Venture projects concluded"], 9_000, Entered, Ledger),
        counted("exam_coaching", ["社工考试辅导", "Coached for the exam"], PEOPLE, 100, Entered, SignIn),
        counted(
            "newly_certified",
            ["新增持证社工", "Newly certified social workers"],
            PEOPLE,
            20,
            Entered,
            Certificate,
        ),
        rate("follow_ups_on_time", ["回头看按期率", "Follow-ups on time"], 10_000, FollowUpsOnTime, Record),
        rate("satisfaction", ["满意度", "Satisfaction"], 9_000, SurveySatisfaction, Survey),
        // Beside attendances, of which the domain plans 800.
        counted("training_people", ["培训人数", "People trained"], PEOPLE, 400, PeopleTrained, SignIn),
    ]
};

/// The target of a code; `None` for a base's own.
pub fn standard(code: &str) -> Option<&'static Standard> {
    CATALOGUE.iter().find(|one| one.code == code)
}
