//! The scorecards that the program ships with (domain: *Scorecards*, defaults): assumptions for a mid-sized city, to be
//! replaced by the city's own.

use super::{Applicability, Bands, Indicator, Kind, Rule, Scorecard, Scoring, Section, Veto};
use crate::points::Points;

/// An indicator in hundredths of points.
type Row = (&'static str, &'static str, i32, Option<Rule>, &'static str);

fn section(name: &str, rows: &[Row]) -> Section {
    let indicator = |(code, name, max, rule, evidence): &Row| Indicator {
        code: (*code).to_owned(),
        name: (*name).to_owned(),
        max: Points::whole(*max),
        scoring: rule.map_or(Scoring::Judgement, Scoring::Rule),
        evidence: (*evidence).to_owned(),
        article: String::new(),
        applies_to: Applicability::default(),
        left_out: false,
    };
    Section { name: name.to_owned(), indicators: rows.iter().map(indicator).collect() }
}

fn card(kind: Kind, name: &str, sections: Vec<Section>) -> Scorecard {
    let veto = |(code, name): (&str, &str)| Veto { code: code.to_owned(), name: name.to_owned() };
    Scorecard {
        kind,
        name: name.to_owned(),
        sections,
        bonus_cap: Points::whole(5),
        deduction_cap: Points::whole(10),
        per_rectification: Points::whole(3),
        vetoes: [
            ("illegality", "违法违规"),
            ("fabricated_data", "数据造假"),
            ("safety_accident", "安全责任事故"),
            ("misuse_of_funds", "资金挪用"),
        ]
        .map(veto)
        .into(),
        bands: Bands::DEFAULT,
    }
}

/// 机构季度评分表, for registered organisations and those about to register.
pub fn organisation() -> Scorecard {
    let sections = vec![
        section(
            "党建与合规",
            &[
                ("party_building", "党建入章与工作覆盖", 5, None, "章程、党建活动记录"),
                ("annual_filing", "年检年报与备案", 5, None, "年检结论、年报截图"),
            ],
        ),
        section(
            "组织治理",
            &[
                ("rules", "制度", 5, None, "制度汇编"),
                ("decisions", "会议与决策记录", 5, None, "会议纪要"),
                ("files", "档案", 5, None, "档案目录"),
            ],
        ),
        section(
            "团队能力",
            &[
                ("core_staff", "骨干稳定", 5, None, "人员名册"),
                ("training_attendance", "培训出勤", 6, Some(Rule::TrainingAttendance), ""),
                ("certified", "持证社工与志愿者", 4, None, "证书、志愿者名册"),
            ],
        ),
        section(
            "财务管理",
            &[
                ("accounts", "账户与专账", 5, None, "账户信息、科目余额表"),
                ("statements", "收支报表", 6, None, "季度收支表"),
                ("budget", "预算执行", 4, None, "预算执行表"),
            ],
        ),
        section(
            "项目运作",
            &[
                ("plan_completion", "月计划完成率", 10, Some(Rule::PlanCompletion), ""),
                ("activities", "服务场次与人次", 8, Some(Rule::ActivitiesAgainstPlan), ""),
                ("quality", "服务质量", 7, None, "活动方案、总结、照片"),
            ],
        ),
        section(
            "资源与可持续",
            &[("funds", "到位资金", 5, None, "到账凭证"), ("sources", "来源多元", 3, None, "收入来源表")],
        ),
        section(
            "社会评价",
            &[("satisfaction", "满意度", 4, None, "满意度调查"), ("openness", "信息公开", 3, None, "公开截图")],
        ),
        section("基地履约", &[("weekly_on_time", "周汇报按时率", 5, Some(Rule::WeeklyOnTime), "")]),
    ];
    card(Kind::Organisation, "社会组织季度评分表", sections)
}

/// 社区社会组织季度评分表, for filed community organisations.
pub fn community() -> Scorecard {
    let sections = vec![
        section(
            "活动开展",
            &[
                ("plan_completion", "月计划完成率", 15, Some(Rule::PlanCompletion), ""),
                ("activities", "场次与人次", 10, Some(Rule::ActivitiesAgainstPlan), ""),
                ("quality", "活动质量", 10, None, "活动记录、照片"),
            ],
        ),
        section("队伍", &[("team", "骨干与志愿者队伍", 20, None, "名册")]),
        section(
            "规范",
            &[
                ("rules", "章程公约", 5, None, "章程或公约"),
                ("records", "记录", 5, None, "活动台账"),
                ("accounts_shown", "收支公示", 5, None, "公示照片"),
            ],
        ),
        section("居民评价", &[("residents", "居民评价", 15, None, "居民意见")]),
        section(
            "基地履约",
            &[
                ("weekly_on_time", "周汇报按时率", 10, Some(Rule::WeeklyOnTime), ""),
                ("training_attendance", "培训出勤", 5, Some(Rule::TrainingAttendance), ""),
            ],
        ),
    ];
    card(Kind::Community, "社区社会组织季度评分表", sections)
}

/// 基地季度评分表: scored by the bureau, without an operator's column.
pub fn base() -> Scorecard {
    let sections = vec![
        section(
            "目标任务",
            &[
                ("admitted", "入壳", 6, Some(Rule::Admitted), ""),
                ("hatched", "出壳", 8, Some(Rule::Hatched), ""),
                ("trainings", "培训场次与人次", 6, Some(Rule::Trainings), ""),
                ("matched_projects", "项目对接", 5, Some(Rule::MatchedProjects), ""),
                ("funds_received", "资金链接", 5, Some(Rule::FundsReceived), ""),
            ],
        ),
        section(
            "孵化过程",
            &[
                ("one_plan_each", "一社一策", 5, None, "孵化方案"),
                ("coaching", "督导", 6, None, "督导记录"),
                ("sheets_on_time", "机构季评按时", 4, Some(Rule::SheetsOnTime), ""),
                ("follow_ups", "回头看按期", 5, Some(Rule::FollowUpsOnTime), ""),
            ],
        ),
        section(
            "周月季执行",
            &[
                ("weekly_on_time", "周汇报按时率", 5, Some(Rule::WeeklyOnTime), ""),
                ("plan_completion", "月计划完成率", 7, Some(Rule::PlanCompletion), ""),
                ("closed_on_time", "交办与整改销号", 3, Some(Rule::ClosedOnTime), ""),
            ],
        ),
        section(
            "服务",
            &[
                ("advice", "咨询办结", 4, Some(Rule::AdviceOnTime), ""),
                ("venture", "创投与督导评估", 3, None, "创投与评估材料"),
                ("talent", "人才与治理创新", 3, None, "案例材料"),
            ],
        ),
        section(
            "资金",
            &[
                ("purchased_services", "购买服务资金", 5, None, "合同与绩效材料"),
                ("custody", "托管合规", 5, None, "托管协议与对账单"),
            ],
        ),
        section("团队", &[("team", "团队", 5, None, "人员名册")]),
        section("安全与信息", &[("safety", "安全与信息", 5, None, "检查记录")]),
        section("满意度", &[("satisfaction", "满意度", 5, None, "民政局组织的调查")]),
    ];
    card(Kind::Base, "孵化基地季度评分表", sections)
}

/// 出壳评估表: at least 75 to hatch.
pub fn exit_review() -> Scorecard {
    let sections = vec![
        section("组织架构", &[("structure", "组织架构", 25, None, "章程、理事会名单、制度")]),
        section("团队能力", &[("team", "团队能力", 25, None, "人员与证书")]),
        section("财务管理", &[("finance", "财务管理", 25, None, "报表与审计")]),
        section("项目运作", &[("projects", "项目运作", 25, None, "项目材料")]),
    ];
    card(Kind::ExitReview, "出壳评估表", sections)
}

/// 年度考核评分表: the mean of the year's rated quarters for 70 points, the year-end review for 30.
pub fn annual() -> Scorecard {
    let sections = vec![
        section("季度考核", &[("quarters_mean", "各季平均分", 70, Some(Rule::QuartersMean), "")]),
        section(
            "年终评审",
            &[
                ("year_goals", "年度任务完成", 10, None, "年度总结、任务对照表"),
                ("year_governance", "规范运行", 8, None, "年检结论、审计或财务报告"),
                ("year_effect", "服务成效与社会评价", 8, None, "服务对象与社区评价材料"),
                ("year_growth", "创新与可持续", 4, None, "案例、合同与资金材料"),
            ],
        ),
    ];
    // What a quarter took away stands in its total already.
    Scorecard { deduction_cap: Points::ZERO, ..card(Kind::Annual, "年度考核评分表", sections) }
}

/// The scorecard that the program ships for a kind.
pub fn shipped(kind: Kind) -> Scorecard {
    match kind {
        Kind::Organisation => organisation(),
        Kind::Community => community(),
        Kind::Base => base(),
        Kind::ExitReview => exit_review(),
        Kind::Annual => annual(),
    }
}
