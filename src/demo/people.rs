//! Invented people of the demo, and telephone numbers under which nobody answers.

use super::dice::Dice;

const SURNAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗",
    "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭",
    "吕", "苏", "卢", "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "余", "潘", "杜", "戴", "夏", "钟", "汪", "田",
    "任", "姜", "范", "方", "石", "姚", "谭", "廖", "邹", "熊", "金", "陆", "郝", "孔", "白", "崔", "康", "易", "龙",
];

const GIVEN: &[&str] = &[
    "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "玲", "燕",
    "辉", "慧", "建华", "志强", "秀英", "桂兰", "晓燕", "海波", "雪梅", "文斌", "春梅", "嘉宁", "思远", "雨桐", "子涵",
    "晓峰", "立新", "国庆", "红梅", "淑芬", "永康", "若兰", "启航", "佳慧", "芷晴", "浩然", "亦凡", "清扬", "书瑶",
    "景行", "念慈", "望舒", "怀瑾", "月华", "乐山", "湘云", "楚楠", "岳麓", "新禾", "致远", "清和",
];

/// What people of an organisation are.
pub(super) const POSITIONS: &[&str] = &["理事长", "总干事", "项目主管", "财务", "社工", "志愿者协调员", "行政", "监事"];

/// A person's name.
pub(super) fn name(dice: &mut Dice) -> String {
    format!("{}{}", dice.pick(SURNAMES), dice.pick(GIVEN))
}

/// A number of a mobile's shape. No operator has numbers that begin with 129, so that nobody is called by mistake.
pub(super) fn phone(dice: &mut Dice) -> String {
    format!("129{:08}", dice.between(0, 99_999_999))
}
