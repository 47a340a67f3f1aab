//! What organisations of the demo do, need and say: pools of prepared words, by field of work.

use crate::weekly_report::{ActivityKind, HelpKind};

/// An activity that an organisation of a field holds now and then.
#[derive(Debug)]
pub(super) struct Event {
    pub what: &'static str,
    pub kind: ActivityKind,
    pub place: &'static str,
    /// Least and most attendances.
    pub attendances: (u32, u32),
}

const fn event(what: &'static str, kind: ActivityKind, place: &'static str, least: u32, most: u32) -> Event {
    Event { what, kind, place, attendances: (least, most) }
}

/// A field of work, with its words.
#[derive(Debug)]
pub(super) struct Field {
    /// How names of its organisations end: of a social service organisation, of an association.
    pub endings: [&'static str; 2],
    pub strengths: &'static [&'static str],
    pub scope: &'static str,
    pub sponsor: &'static str,
    pub events: &'static [Event],
    pub done: &'static [&'static str],
    pub problems: &'static [&'static str],
    pub next: &'static [&'static str],
}

use ActivityKind::{Fundraising, Meeting, PartyBuilding, Publicity, Service, Training, Volunteering};

pub(super) static YOUTH: Field = Field {
    endings: ["青少年社会工作服务中心", "青少年发展促进会"],
    strengths: &["青少年社工", "四点半课堂", "学业辅导", "防欺凌宣教", "夏令营"],
    scope: "开展青少年成长辅导、课后托管、家庭教育指导和校园社会工作服务。",
    sponsor: "共青团株洲市委员会",
    events: &[
        event("四点半课堂", Service, "社区儿童之家", 12, 35),
        event("防欺凌主题班会", Publicity, "社区小学", 38, 92),
        event("青春期成长小组", Service, "中心小组室", 8, 14),
        event("大学生志愿者岗前培训", Training, "基地二楼培训室", 15, 40),
        event("亲子户外拓展", Service, "神农公园", 24, 60),
        event("家长沙龙", Meeting, "社区会议室", 10, 26),
    ],
    done: &[
        "完成 6 名困境青少年的入户探访，更新个案档案。",
        "四点半课堂正常开课，新接收 3 名随迁子女。",
        "与两所学校对接驻校社工排班，签订服务备忘录。",
        "整理上半年小组活动记录，完成服务前后测问卷录入。",
        "跟进 2 名辍学风险学生，联合班主任开了一次家校会。",
    ],
    problems: &["寒暑假前后志愿者流动大，课堂人手不稳定。", "两名个案家长不接电话，暂时约不到面谈。"],
    next: &[
        "继续四点半课堂，筹备青春期小组第三节。",
        "走访 4 户家庭，完成个案季度评估。",
        "到社区小学做一场防溺水宣传。",
    ],
};

pub(super) static ELDERLY: Field = Field {
    endings: ["为老服务中心", "银龄关爱协会"],
    strengths: &["居家养老", "助餐配送", "认知症友好", "适老化评估", "老年大学"],
    scope: "开展居家养老、日间照料、助餐助浴、健康管理和老年人精神关爱服务。",
    sponsor: "株洲市民政局",
    events: &[
        event("长者生日会", Service, "日间照料中心", 18, 45),
        event("智能手机小课堂", Training, "社区活动室", 12, 28),
        event("健康义诊", Volunteering, "小区广场", 40, 120),
        event("助餐志愿配送", Volunteering, "服务辖区", 20, 36),
        event("防诈骗宣讲", Publicity, "老年活动中心", 30, 85),
        event("照护者减压小组", Service, "中心小组室", 8, 15),
    ],
    done: &[
        "为 27 名独居老人送餐 5 天，电话问候 61 人次。",
        "完成 9 户适老化改造需求评估，图片和测量表已归档。",
        "与社区卫生服务中心商定每月义诊安排。",
        "组织护理员复训，重点讲跌倒预防和转运。",
        "给 3 位失能老人联系了助浴服务，家属反馈较好。",
    ],
    problems: &["送餐电动车坏了一辆，雨天配送延误。", "两位护理员同时请假，周三助浴推迟一天。"],
    next: &["继续送餐和电话问候，周四办生日会。", "完成剩余 6 户适老化评估。", "配合街道做高龄补贴信息核对。"],
};

pub(super) static COMMUNITY: Field = Field {
    endings: ["社区互助服务中心", "邻里促进会"],
    strengths: &["社区营造", "居民议事", "楼栋自治", "微公益", "睦邻节"],
    scope: "开展社区治理、居民自组织培育、邻里互助和公益微项目服务。",
    sponsor: "株洲市民政局",
    events: &[
        event("楼栋长议事会", Meeting, "社区议事厅", 12, 30),
        event("睦邻百家宴", Service, "小区中庭", 60, 180),
        event("旧物交换集市", Service, "社区广场", 40, 110),
        event("公益微项目评审", Meeting, "社区会议室", 9, 20),
        event("文明养犬宣传", Publicity, "小区出入口", 35, 90),
        event("党员亮身份认领心愿", PartyBuilding, "党群服务中心", 16, 42),
    ],
    done: &[
        "走访 4 个楼栋，收集停车和飞线充电意见 23 条。",
        "辅导 2 支居民自组织完成备案材料。",
        "议事会通过了花坛改造方案，居民出工出力的名单已定。",
        "协助社区更新困难群众台账，核对 48 户。",
        "整理社区能人名册，新增 7 人，有木工、电工各一位。",
    ],
    problems: &["晚上议事会老人多、年轻人少，正在试线上接龙。", "小广场被占用，集市改到下周。"],
    next: &["推进花坛改造开工，周五晚开第二次议事会。", "辅导舞蹈队完善章程。", "走访商户，谈睦邻节赞助。"],
};

pub(super) static RESCUE: Field = Field {
    endings: ["应急救援服务中心", "应急志愿者协会"],
    strengths: &["水域救援", "急救培训", "应急科普", "防汛值守"],
    scope: "开展应急救援、防灾减灾宣传、急救培训和大型活动安全保障志愿服务。",
    sponsor: "株洲市应急管理局",
    events: &[
        event("心肺复苏公开课", Training, "企业会议室", 25, 70),
        event("江边防溺水巡查", Volunteering, "湘江风光带", 12, 30),
        event("队员绳索训练", Training, "训练基地", 14, 26),
        event("应急知识进校园", Publicity, "社区中学", 80, 260),
        event("装备检查日", Meeting, "队部仓库", 8, 16),
    ],
    done: &[
        "本周值守 3 个晚班，出动 1 次，协助寻回走失老人。",
        "完成冲锋艇、救生衣和对讲机的季度检查，报废救生衣 4 件。",
        "新队员考核 6 人，5 人通过。",
        "与两家企业签了急救培训计划。",
        "参加区里防汛演练，负责转移安置点引导。",
    ],
    problems: &["冲锋舟年检到期，维修费用还差一部分。", "周末出勤队员偏少，排班有缺口。"],
    next: &["周六水域训练，周日江边巡查。", "到中学开两场应急知识课。", "补齐救生衣采购比价材料。"],
};

pub(super) static ENVIRONMENT: Field = Field {
    endings: ["绿色生活服务中心", "环境保护协会"],
    strengths: &["垃圾分类", "护河行动", "自然教育", "低碳社区"],
    scope: "开展环境保护宣传、河湖志愿巡护、垃圾分类指导和自然教育。",
    sponsor: "株洲市生态环境局",
    events: &[
        event("枫溪港巡河", Volunteering, "枫溪港沿线", 15, 48),
        event("垃圾分类入户指导", Service, "试点小区", 30, 95),
        event("自然笔记课", Service, "湿地公园", 14, 32),
        event("旧衣回收日", Fundraising, "社区广场", 45, 130),
        event("环保讲师培训", Training, "基地多功能厅", 12, 28),
    ],
    done: &[
        "巡河 3 次，上报排口异味 1 处，区里已派人查看。",
        "分类试点小区准确率抽查 72%，比上周高 4 个百分点。",
        "编完自然教育第四课的教案，请两位老师审读。",
        "回收旧衣 310 公斤，可再用的已转交捐赠点。",
        "与物业商量增设一处厨余投放点，方案待业委会同意。",
    ],
    problems: &["试点小区督导志愿者晚高峰缺人。", "水质检测试剂快用完，还没有采购经费。"],
    next: &["周六巡河，带一个家庭志愿队。", "继续入户指导，完成剩余两栋。", "准备世界环境日活动方案。"],
};

pub(super) static MIND: Field = Field {
    endings: ["心理健康服务中心", "心理关怀协会"],
    strengths: &["心理咨询", "危机干预", "家庭治疗", "企业减压"],
    scope: "开展心理健康宣传、个案咨询、团体辅导和心理危机干预服务。",
    sponsor: "株洲市卫生健康委员会",
    events: &[
        event("情绪管理团体辅导", Service, "团辅室", 8, 16),
        event("心理健康进企业", Publicity, "企业职工之家", 30, 80),
        event("咨询师督导会", Meeting, "中心会议室", 6, 12),
        event("初三考前减压课", Service, "社区中学", 45, 150),
        event("倾听志愿者培训", Training, "基地二楼培训室", 16, 34),
    ],
    done: &[
        "接待来访咨询 14 人次，其中新个案 4 个。",
        "热线值守 5 个晚上，接听 19 通，转介 2 通。",
        "完成一例危机个案的三方会谈，已约定每周随访。",
        "咨询记录归档检查，补齐知情同意书 5 份。",
        "与街道商定心理服务站每周二、周四开放。",
    ],
    problems: &["咨询室隔音不好，正在和物业沟通。", "持证督导师只有一位，排期紧。"],
    next: &["继续热线值守，周四督导会。", "到中学开考前减压课。", "完善档案保密制度。"],
};

pub(super) static CULTURE: Field = Field {
    endings: ["文化传承服务中心", "民间文化促进会"],
    strengths: &["非遗传习", "乡土文艺", "文化下乡", "手工艺"],
    scope: "开展非物质文化遗产传习、群众文艺辅导、乡土文化整理和展演服务。",
    sponsor: "株洲市文化旅游广电体育局",
    events: &[
        event("陶瓷彩绘体验课", Service, "传习所", 16, 40),
        event("花鼓戏社区展演", Service, "社区文化广场", 80, 260),
        event("老手艺口述史访谈", Meeting, "匠人工作室", 3, 8),
        event("剪纸骨干培训", Training, "文化馆排练厅", 12, 30),
        event("非遗市集", Publicity, "步行街", 120, 380),
    ],
    done: &[
        "访谈两位老艺人，整理录音 3 小时。",
        "排练新编小戏，社区展演节目单已定。",
        "传习课开课两节，学员到课 31 人次。",
        "把十二件展品拍照建卡，补写了说明文字。",
        "与职校商谈开设选修课，课纲初稿已交。",
    ],
    problems: &["排练场地每周只有一天，时间不够。", "传习材料涨价，课时费要重新核算。"],
    next: &["周六社区展演，周日市集摆展。", "完成口述史第二篇整稿。", "报名参加市里的非遗展。"],
};

pub(super) static SUPPORT: Field = Field {
    endings: ["残障人士支持中心", "助残服务协会"],
    strengths: &["残障就业", "辅具适配", "家属互助", "庇护工场"],
    scope: "开展残疾人康复、就业支持、辅具适配和家属互助服务。",
    sponsor: "株洲市残疾人联合会",
    events: &[
        event("庇护工场手工课", Service, "庇护工场", 10, 22),
        event("家属互助会", Meeting, "中心活动室", 12, 26),
        event("无障碍出行体验", Publicity, "神农城", 20, 55),
        event("面试技巧训练", Training, "基地二楼培训室", 8, 18),
        event("义卖专场", Fundraising, "商场中庭", 60, 160),
    ],
    done: &[
        "推荐 3 名学员到超市试岗，2 名留用。",
        "上门评估 5 户，适配坐便椅和扶手。",
        "庇护工场完成手工皂订单 200 份。",
        "与残联核对年度补贴名单。",
        "家属互助会讨论了周末喘息服务，报名 8 户。",
    ],
    problems: &["订单不稳定，学员补贴发放有压力。", "无障碍车辆预约难，外出活动受限。"],
    next: &["继续试岗跟进，完成两份岗位评估。", "周五家属互助会。", "赶制节日义卖订单。"],
};

pub(super) static FAMILY: Field = Field {
    endings: ["妇女儿童关爱中心", "家庭教育促进会"],
    strengths: &["家庭教育", "反家暴支持", "儿童阅读", "女性就业"],
    scope: "开展家庭教育指导、妇女维权支持、儿童早期阅读和女性就业帮扶。",
    sponsor: "株洲市妇女联合会",
    events: &[
        event("亲子阅读会", Service, "社区图书角", 16, 44),
        event("家长课堂", Training, "社区小学报告厅", 40, 120),
        event("反家暴普法宣传", Publicity, "社区广场", 35, 100),
        event("宝妈手工就业班", Training, "基地手工室", 12, 24),
        event("留守儿童视频团聚", Service, "儿童之家", 10, 25),
    ],
    done: &[
        "接待求助 5 件，转介法律援助 1 件。",
        "绘本流动箱换书 120 册，到 4 个社区。",
        "家长课堂满意度回收问卷 67 份，好评 94%。",
        "走访留守儿童 11 户，登记冬衣需求。",
        "手工班首批 12 人结业，3 人接到居家订单。",
    ],
    problems: &["一户求助家庭搬离，后续联系不上。", "绘本破损较多，需要补充。"],
    next: &["继续阅读会，周三到乡镇走访。", "筹备第二期手工班。", "与妇联对接维权值班表。"],
};

pub(super) static RURAL: Field = Field {
    endings: ["乡村振兴服务中心", "乡村发展促进会"],
    strengths: &["助农直播", "乡村治理", "农技服务", "返乡创业"],
    scope: "开展农技推广、农产品对接、乡村公共服务和返乡创业支持。",
    sponsor: "株洲市农业农村局",
    events: &[
        event("油茶管护田间课", Training, "油茶基地", 18, 46),
        event("助农直播", Fundraising, "村电商服务站", 6, 14),
        event("屋场会", Meeting, "村民小组", 25, 70),
        event("农产品进社区", Service, "社区广场", 70, 220),
        event("村级志愿队结对", Volunteering, "村党群服务中心", 14, 40),
    ],
    done: &[
        "走访 3 个村，登记待售黄桃和山茶油。",
        "助农直播两场，成交 86 单。",
        "请农技员到田间讲了两次病虫防治。",
        "屋场会商定了垃圾清运收费办法，签字 52 户。",
        "协助 2 名返乡青年准备创业担保贷款材料。",
    ],
    problems: &["冷链运费高，小单不划算。", "山区网络不稳，直播掉线两次。"],
    next: &["周末农产品进社区，提前排好车。", "继续走访，补登记 20 户。", "请老师讲短视频拍摄。"],
};

pub(super) static FIELDS: [&Field; 10] =
    [&YOUTH, &ELDERLY, &COMMUNITY, &RESCUE, &ENVIRONMENT, &MIND, &CULTURE, &SUPPORT, &FAMILY, &RURAL];

/// What every organisation does beside its work.
pub(super) const OFFICE: &[&str] = &[
    "财务托管账目已对账。",
    "参加基地例会，领取月度任务清单。",
    "更新志愿者时长记录。",
    "公众号发文两篇。",
    "完成内部周例会并留存纪要。",
    "理事会碰头，确认下月预算。",
];

/// Help that is asked for, of every kind.
pub(super) const HELP: &[(HelpKind, &[&str])] = &[
    (
        HelpKind::PolicyAdvice,
        &["想咨询承接政府购买服务的资质要求。", "年检材料里的党建部分不知怎么填，请指导。", "变更住所要走哪些程序？"],
    ),
    (
        HelpKind::ResourceLinking,
        &["希望链接一批二手电脑给课堂用。", "需要一家愿意提供活动物资的爱心企业。", "想借一处周末可用的活动场地。"],
    ),
    (HelpKind::ProjectMatching, &["想对接街道的公益创投项目。", "有成熟的服务方案，请帮忙推荐给社区。"]),
    (
        HelpKind::Training,
        &["希望安排一次项目书撰写培训。", "新员工多，想要社工实务入门课。", "请讲讲志愿者管理平台的用法。"],
    ),
    (HelpKind::FinancialCustody, &["想把项目资金交基地托管，请告知流程。", "报销票据规范不清楚，请财务老师看一看。"]),
    (
        HelpKind::Coaching,
        &["理事会分工不清，希望督导老师来一次。", "准备出壳评估，请帮忙看材料。", "战略规划写不下去，想约一对一辅导。"],
    ),
    (HelpKind::Other, &["办公室空调不制冷，请基地报修。", "想加一把门禁卡。"]),
];

/// Why a report goes back.
pub(super) const RETURN_REASONS: &[&str] = &[
    "活动人次和明细对不上，请核对后再报。",
    "请补充活动地点和照片说明。",
    "“做了什么”写得太笼统，请写清对象和次数。",
    "上周的问题解决了没有？请说明进展。",
];

/// What a reviewer says with an acceptance, now and then.
pub(super) const PRAISE: &[&str] =
    &["写得清楚，辛苦了。", "已转服务台跟进求助事项。", "数据完整，继续保持。", "活动照片可以再补两张。"];

pub(super) const EXCUSES: &[&str] =
    &["全员参加市里统一培训，当周不要求填报。", "负责人住院，经运营方同意免报一周。", "配合街道防汛值守，当周免报。"];

pub(super) const EXTENSIONS: &[&str] =
    &["办公地点搬迁，延期两天。", "填报人出差在外，同意延期。", "系统维护当晚无法登录，延期。"];

pub(super) const NOTHING: &[&str] = &["本周内部整理资料，无对外活动。", "本周休整，无事项。", ""];
