use proptest::prelude::*;

use super::{given, lines, points};
use crate::{
    assessment::{Finding, Giver, Line, Lost, Sheet, Why, organisation},
    points::Points,
};

/// The shipped card, with changes to some of its lines.
fn sheet(change: impl Fn(&mut Line)) -> Sheet {
    let card = organisation();
    let mut lines = lines(&card);
    lines.iter_mut().for_each(change);
    Sheet { card, lines, bonus: Points::ZERO, late_repairs: 0, veto: None }
}

/// One line of it.
fn with(code: &str, change: impl Fn(&mut Line)) -> Sheet {
    sheet(|line| {
        if line.indicator.code == code {
            change(line);
        }
    })
}

fn told<'s>(lost: &[Lost<'s>]) -> Vec<(&'s str, String, Why<'s>)> {
    lost.iter().map(|one| (one.line.indicator.code.as_str(), one.points.to_string(), one.why)).collect()
}

#[test]
fn a_line_tells_what_it_lost_and_by_whose_word() {
    let quality = |change: fn(&mut Line)| with("quality", change);
    let cases: Vec<(Sheet, Option<(&str, Why<'_>)>)> = vec![
        (quality(|_| {}), None),
        (quality(|line| line.operator = Some(given("7", ""))), None),
        (
            quality(|line| line.operator = Some(given("6.99", " 照片看不清 "))),
            Some(("0.01", Why::Said { by: Giver::Operator, note: "照片看不清" })),
        ),
        // The bureau agrees without a word: the operator's stands.
        (
            quality(|line| {
                line.operator = Some(given("5", "缺一次活动记录"));
                line.bureau = Some(given("5", ""));
            }),
            Some(("2.00", Why::Said { by: Giver::Operator, note: "缺一次活动记录" })),
        ),
        (
            quality(|line| {
                line.operator = Some(given("5", "缺一次活动记录"));
                line.bureau = Some(given("4", "抽查两次没有签到"));
            }),
            Some(("3.00", Why::Said { by: Giver::Bureau, note: "抽查两次没有签到" })),
        ),
        // The operator gave all: that explains nothing.
        (
            quality(|line| {
                line.operator = Some(given("7", "很好"));
                line.bureau = Some(given("6", ""));
            }),
            Some(("1.00", Why::Said { by: Giver::Bureau, note: "" })),
        ),
        (
            quality(|line| {
                line.bureau = Some(given("2", "没有材料"));
                line.upheld = Some(given("6", "补了材料"));
            }),
            Some(("1.00", Why::Said { by: Giver::Objection, note: "补了材料" })),
        ),
        (
            quality(|line| {
                line.upheld = Some(given("7", "补了材料"));
                line.corrected = Some(given("6", "材料是上季的"));
            }),
            Some(("1.00", Why::Said { by: Giver::Correction, note: "材料是上季的" })),
        ),
    ];
    for (sheet, expected) in &cases {
        let found = sheet.lost();
        let found: Vec<_> = told(&found).into_iter().map(|(_, points, why)| (points, why)).collect();
        let expected: Vec<_> = expected.iter().map(|(points, why)| ((*points).to_owned(), *why)).collect();
        assert_eq!(found, expected, "{:?}", sheet.line("quality"));
    }
}

#[test]
fn a_line_by_rule_is_explained_by_its_working_unless_somebody_gave_other_points() {
    let weeks = Finding::Rate { full: 11, half: 2, of: 13 };
    let rule = with("weekly_on_time", |line| line.finding = Some(weeks.clone()));
    assert_eq!(told(&rule.lost()), [("weekly_on_time", "0.38".to_owned(), Why::Rule)]);
    let agreed = with("weekly_on_time", |line| {
        line.finding = Some(weeks.clone());
        line.bureau = Some(given("4.62", ""));
    });
    assert_eq!(agreed.lost()[0].why, Why::Rule);
    let overridden = with("weekly_on_time", |line| {
        line.finding = Some(weeks.clone());
        line.operator = Some(given("4", "三份空报"));
    });
    let said = Why::Said { by: Giver::Operator, note: "三份空报" };
    assert_eq!(told(&overridden.lost()), [("weekly_on_time", "1.00".to_owned(), said)]);
    let nothing_due = with("weekly_on_time", |line| {
        line.finding = Some(Finding::NothingDue);
        line.operator = Some(given("1", "不适用的项"));
    });
    assert_eq!(nothing_due.lost(), [], "what does not apply loses nothing");
}

#[test]
fn the_most_comes_first_and_equal_ones_as_on_the_card() {
    let sheet = sheet(|line| {
        let lost = match line.indicator.code.as_str() {
            "quality" => "1",
            "sources" => return,
            _ => "0.50",
        };
        let left = line.indicator.max.less(points(lost));
        line.operator = Some(given(&left.to_string(), "少"));
        line.finding = Some(Finding::Rate { full: 1, half: 0, of: 1 });
    });
    let lost = sheet.lost();
    assert_eq!(lost[0].line.indicator.code, "quality");
    let rest: Vec<&str> = lost[1..].iter().map(|one| one.line.indicator.code.as_str()).collect();
    let on_card = sheet.card.indicators().map(|one| one.code.as_str());
    let on_card: Vec<&str> = on_card.filter(|code| rest.contains(code)).collect();
    assert_eq!(rest, on_card);
}

proptest! {
    #[test]
    fn what_was_lost_and_what_was_got_are_what_the_lines_are_worth(
        parts in prop::collection::vec((0..=100_i64, 0..4_usize), 40),
        (full, of) in (0..=13_u32, 0..=13_u32),
    ) {
        let card = organisation();
        let mut lines = lines(&card);
        for (line, (part, by)) in lines.iter_mut().zip(parts) {
            line.finding = Some(Finding::Rate { full: full.min(of), half: 0, of });
            let points = Some(given(&line.indicator.max.part(part, 100).to_string(), "理由"));
            match by {
                0 => line.operator = points,
                1 => line.bureau = points,
                2 => line.upheld = points,
                _ => {}
            }
        }
        let sheet = Sheet { card, lines, bonus: Points::ZERO, late_repairs: 0, veto: None };
        let lost = sheet.lost();
        prop_assert!(lost.windows(2).all(|pair| pair[0].points >= pair[1].points));
        prop_assert!(lost.iter().all(|one| one.points > Points::ZERO));
        let scored = || sheet.lines.iter().filter(|line| line.points().is_some());
        let worth: Points = scored().map(|line| line.indicator.max).sum();
        let got: Points = scored().filter_map(Line::points).sum();
        prop_assert_eq!(lost.iter().map(|one| one.points).sum::<Points>() + got, worth);
    }
}
