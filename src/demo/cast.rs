//! The organisations of the demo: fifteen with a story each, three that hatched long ago, and as many ordinary ones as
//! are asked for.

use super::{
    dice::Dice,
    people,
    work::{self, Field},
};
use crate::{
    incubation::{Action, ExitCause, Mode, ProposalState},
    organisation::{Grade, Kind, Standing},
};

/// How an organisation keeps to its weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Temper {
    Punctual,
    Ordinary,
    Careless,
    /// As ordinary, then silent for the last five weeks.
    Fading,
}

/// One dated step of an organisation's incubation, after the admission.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub action: Action,
    pub weeks_ago: u32,
    pub reason: &'static str,
    /// Hundredths of a point, and what was completed; for hatching.
    pub exit_review: Option<i32>,
    pub project: &'static str,
    pub state: ProposalState,
}

/// An organisation before its weeks are told.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub name: String,
    pub kind: Kind,
    pub standing: Standing,
    /// Its district and the division's number in a credit code.
    pub district: (&'static str, &'static str),
    pub field: &'static Field,
    pub mode: Mode,
    pub grade: Option<Grade>,
    pub temper: Temper,
    /// The person that the demo's sign-ins name, where it is one of them.
    pub contact: Option<&'static str>,
    pub admitted_weeks_ago: u32,
    pub steps: Vec<Step>,
}

/// The members of two of the fifteen who can sign in.
pub(super) const ONE_ORGANISATION: &str = "林晓燕";
pub(super) const TWO_ORGANISATIONS: &str = "谭志强";

const CITY: (&str, &str) = ("天元区", "430200");
const TIANYUAN: (&str, &str) = ("天元区", "430211");
const HETANG: (&str, &str) = ("荷塘区", "430202");
const LUSONG: (&str, &str) = ("芦淞区", "430203");
const SHIFENG: (&str, &str) = ("石峰区", "430204");
const LUKOU: (&str, &str) = ("渌口区", "430212");
const LILING: (&str, &str) = ("醴陵市", "430281");
const YOUXIAN: (&str, &str) = ("攸县", "430223");
const CHALING: (&str, &str) = ("茶陵县", "430224");
const YANLING: (&str, &str) = ("炎陵县", "430225");
const DISTRICTS: [(&str, &str); 9] = [TIANYUAN, HETANG, LUSONG, SHIFENG, LUKOU, LILING, YOUXIAN, CHALING, YANLING];

const EXIT_VOLUNTARY: Action = Action::Exit(ExitCause::Voluntary);

const fn step(action: Action, weeks_ago: u32, reason: &'static str) -> Step {
    Step { action, weeks_ago, reason, exit_review: None, project: "", state: ProposalState::Confirmed }
}

const fn hatch(weeks_ago: u32, exit_review: i32, project: &'static str) -> Step {
    Step {
        exit_review: Some(exit_review), project, ..step(Action::Hatch, weeks_ago, "达到出壳条件，建议出壳")
    }
}

const fn proposed(step: Step) -> Step {
    Step { state: ProposalState::Proposed, ..step }
}

const fn declined(step: Step) -> Step {
    Step { state: ProposalState::Declined, ..step }
}

/// How many come before those that hatched long ago.
pub(super) const FIFTEEN: usize = 15;

/// The fifteen, in the order in which set pieces of the last weeks name them.
pub(super) fn fifteen() -> Vec<Part> {
    use Action::{Extend, OpenExitReview, Rectify, Suspend};
    use Kind::{Association, Community, SocialService};
    use Mode::{InShell, OutOfShell};
    use Temper::{Careless, Fading, Ordinary, Punctual};
    let part = |name: &str, kind, district, field, mode, temper, admitted: u32| Part {
        name: name.to_owned(),
        kind,
        standing: Standing::Registered,
        district,
        field,
        mode,
        grade: None,
        temper,
        contact: None,
        admitted_weeks_ago: admitted,
        steps: Vec::new(),
    };
    let then = |part: Part, steps: &[Step]| Part { steps: steps.to_vec(), ..part };
    let contact = |part: Part, contact| Part { contact: Some(contact), ..part };
    let grade = |part: Part, grade| Part { grade: Some(grade), ..part };
    vec![
        contact(
            part("株洲市晨曦青少年社会工作服务中心", SocialService, TIANYUAN, &work::YOUTH, InShell, Ordinary, 41),
            ONE_ORGANISATION,
        ),
        part("株洲市芦淞区暖邻社区互助服务中心", SocialService, LUSONG, &work::COMMUNITY, InShell, Careless, 38),
        grade(
            part("株洲市银杏为老服务中心", SocialService, HETANG, &work::ELDERLY, OutOfShell, Punctual, 49),
            Grade::A3,
        ),
        contact(
            part("株洲市石峰区蓝盾应急志愿者协会", Association, SHIFENG, &work::RESCUE, InShell, Ordinary, 44),
            TWO_ORGANISATIONS,
        ),
        contact(
            part("株洲市绿芽环境保护协会", Association, LUKOU, &work::ENVIRONMENT, OutOfShell, Punctual, 36),
            TWO_ORGANISATIONS,
        ),
        then(
            part("株洲市荷塘区同心心理健康服务中心", SocialService, HETANG, &work::MIND, InShell, Careless, 40),
            &[step(Rectify, 5, "财务票据不合规，限期整改")],
        ),
        then(
            part("株洲市渌口区乡音文化传承服务中心", SocialService, LUKOU, &work::CULTURE, InShell, Ordinary, 45),
            &[step(Suspend, 4, "负责人变更期间暂停孵化")],
        ),
        then(
            grade(
                part("株洲市启明残障人士支持中心", SocialService, CITY, &work::SUPPORT, InShell, Punctual, 64),
                Grade::A3,
            ),
            &[step(OpenExitReview, 11, "期满，启动出壳评估"), hatch(8, 86_00, "残障青年就业支持项目")],
        ),
        then(
            part("株洲市天元区悦读亲子阅读推广中心", SocialService, TIANYUAN, &work::FAMILY, OutOfShell, Careless, 52),
            &[step(EXIT_VOLUNTARY, 10, "机构调整业务方向，申请退出")],
        ),
        then(
            grade(
                part("醴陵市瓷韵非遗传习服务中心", SocialService, LILING, &work::CULTURE, InShell, Punctual, 56),
                Grade::A2,
            ),
            &[step(OpenExitReview, 3, "期满，启动出壳评估"), proposed(hatch(1, 82_00, "釉下五彩传习营"))],
        ),
        then(
            part("株洲市石峰区邻里调解服务中心", SocialService, SHIFENG, &work::COMMUNITY, InShell, Fading, 47),
            &[proposed(step(Action::Exit(ExitCause::Advised), 1, "连续五周未汇报，联系困难，建议劝退"))],
        ),
        part("攸县田野乡村发展促进会", Association, YOUXIAN, &work::RURAL, OutOfShell, Ordinary, 4),
        then(
            part("株洲市家和妇女儿童关爱中心", SocialService, CITY, &work::FAMILY, InShell, Ordinary, 60),
            &[
                step(OpenExitReview, 9, "期满，启动出壳评估"),
                declined(hatch(8, 75_50, "家庭教育进社区项目")),
                step(Extend, 7, "治理结构还需完善，延长孵化六个月"),
            ],
        ),
        Part {
            standing: Standing::Unregistered,
            ..part("株洲市云帆青年公益创业服务中心（筹）", SocialService, TIANYUAN, &work::YOUTH, InShell, Ordinary, 16)
        },
        Part {
            standing: Standing::Filed,
            ..part("荷塘区梧桐里社区银龄志愿服务队", Community, HETANG, &work::ELDERLY, OutOfShell, Ordinary, 33)
        },
    ]
}

/// Those whose visits lie behind them or are due, in the order of their stories.
pub(super) fn hatched_long_ago() -> Vec<Part> {
    use Kind::{Association, SocialService};
    use Mode::{InShell, OutOfShell};
    let part = |name: &str, kind, district, field, mode, hatched_weeks_ago: u32, review, project| Part {
        name: name.to_owned(),
        kind,
        standing: Standing::Registered,
        district,
        field,
        mode,
        grade: None,
        temper: Temper::Ordinary,
        contact: None,
        admitted_weeks_ago: hatched_weeks_ago + 54,
        steps: vec![
            step(Action::OpenExitReview, hatched_weeks_ago + 3, "期满，启动出壳评估"),
            hatch(hatched_weeks_ago, review, project),
        ],
    };
    vec![
        part(
            "株洲市石峰区向阳社区营造服务中心",
            SocialService,
            SHIFENG,
            &work::COMMUNITY,
            InShell,
            103,
            88_50,
            "老旧小区楼栋自治项目",
        ),
        part("醴陵市渌水守护者协会", Association, LILING, &work::ENVIRONMENT, OutOfShell, 60, 79_00, "渌水巡河行动"),
        part("茶陵县红杜鹃助学服务中心", SocialService, CHALING, &work::YOUTH, InShell, 31, 76_50, "乡村儿童阅读行动"),
    ]
}

const WORDS: [&str; 60] = [
    "晨光",
    "和煦",
    "知行",
    "同舟",
    "春晖",
    "星火",
    "暖阳",
    "青禾",
    "蒲公英",
    "向日葵",
    "心桥",
    "微光",
    "善行",
    "萤火",
    "千禾",
    "拾光",
    "众合",
    "益心",
    "安和",
    "长青",
    "百川",
    "金穗",
    "朝露",
    "明德",
    "润泽",
    "携手",
    "守望",
    "初心",
    "博爱",
    "乐群",
    "橘洲",
    "渌江",
    "云阳",
    "神农",
    "炎风",
    "湘韵",
    "荷风",
    "松鹤",
    "红杉",
    "杜鹃",
    "山茶",
    "映山",
    "清泉",
    "远航",
    "筑梦",
    "启智",
    "慧心",
    "常乐",
    "致和",
    "新芽",
    "雨露",
    "彩虹",
    "海棠",
    "望岳",
    "思源",
    "友邻",
    "益禾",
    "天使",
    "晓风",
    "致善",
];

/// How many organisations with names of their own there can be.
pub(super) const MOST: usize = DISTRICTS.len() * WORDS.len() * work::FIELDS.len() * 2;

/// An ordinary organisation, the `number`th after those with a story, in a demo of so many weeks.
pub(super) fn ordinary(dice: &mut Dice, number: usize, weeks: u32) -> Part {
    // Neighbours differ in everything, and no two agree in all: each index runs through all of its list while
    // those before it stand still.
    let (place, rest) = (number % DISTRICTS.len(), number / DISTRICTS.len());
    let (at, rest) = (rest % WORDS.len(), rest / WORDS.len());
    let district = DISTRICTS[place];
    let word = WORDS[(at * 7 + place * 11) % WORDS.len()];
    let field = work::FIELDS[(rest + at + place) % work::FIELDS.len()];
    let association = (rest / work::FIELDS.len() + at) % 2;
    let kind = [Kind::SocialService, Kind::Association][association];
    let admitted = if dice.chance(75) { weeks + dice.between(1, 30) } else { dice.between(6, weeks) };
    Part {
        name: format!("{}{word}{}", district.0, field.endings[association]),
        kind,
        standing: Standing::Registered,
        district,
        field,
        mode: dice.weighed(&[(3, Mode::InShell), (2, Mode::OutOfShell)]),
        grade: dice.weighed(&[(80, None), (8, Some(Grade::A2)), (9, Some(Grade::A3)), (3, Some(Grade::A4))]),
        temper: dice.weighed(&[
            (45, Temper::Punctual),
            (38, Temper::Ordinary),
            (14, Temper::Careless),
            (3, Temper::Fading),
        ]),
        contact: None,
        admitted_weeks_ago: admitted,
        steps: ordinary_steps(dice, admitted.min(weeks)),
    }
}

/// What became of it within its last so many weeks.
fn ordinary_steps(dice: &mut Dice, weeks: u32) -> Vec<Step> {
    let ago = dice.between(2, weeks.max(6) - 3);
    match dice.between(1, 100) {
        1..=5 => vec![
            step(Action::OpenExitReview, ago + 1, "期满，启动出壳评估"),
            hatch(ago, 75_00 + i32::try_from(dice.between(0, 20_00)).unwrap_or(0), "社区公益服务项目"),
        ],
        6..=8 => vec![step(EXIT_VOLUNTARY, ago, "机构申请退出")],
        9..=11 => vec![step(Action::Rectify, ago.min(8), "制度不健全，限期整改")],
        12..=13 => vec![step(Action::Suspend, ago.min(6), "申请暂停孵化")],
        _ => Vec::new(),
    }
}

/// The contact of an organisation.
pub(super) fn contact(part: &Part, dice: &mut Dice) -> String {
    part.contact.map_or_else(|| people::name(dice), str::to_owned)
}
