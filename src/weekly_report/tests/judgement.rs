//! From what was typed to a report.

use proptest::prelude::*;

use super::{activity, context, day, draft};
use crate::weekly_report::{
    Content, Context, Draft, DraftActivity, Fault, Field, Help, HelpKind, Notice, Problem, Report, judge,
};

/// Problems as `field fault-name`.
fn problems(draft: &Draft) -> Vec<(String, Fault)> {
    judge(draft, context())
        .unwrap_err()
        .into_iter()
        .map(|Problem { field, fault }| (field.to_string(), fault))
        .collect()
}

fn one_problem(draft: &Draft, field: &str, fault: Fault) {
    assert_eq!(problems(draft), [(field.to_owned(), fault)]);
}

fn nothing() -> Draft {
    Draft { nothing_to_report: "on".to_owned(), nothing_confirmed: "on".to_owned(), ..Draft::default() }
}

#[test]
fn three_fields_make_a_report() {
    let report = judge(&draft(), context()).unwrap();
    assert_eq!((report.activities_count, report.attendances), (2, 60));
    assert_eq!((report.content, report.help), (Content::Report, Help::NotNeeded));
}

#[test]
fn an_empty_draft_lacks_exactly_the_three_required_answers() {
    let lacking =
        ["done", "activities_count", "attendances", "help_kind"].map(|field| (field.to_owned(), Fault::Required));
    assert_eq!(problems(&Draft::default()), lacking);
}

#[test]
fn help_is_wanted_with_words_or_explicitly_not_needed() {
    let with = |kind: &str, help: &str| Draft { help_kind: kind.to_owned(), help: help.to_owned(), ..draft() };
    let wanted = judge(&with("training", " 财务培训 "), context()).unwrap().help;
    assert_eq!(wanted, Help::Wanted { kind: HelpKind::Training, what: "财务培训".to_owned() });
    one_problem(&with("training", ""), "help", Fault::Required);
    one_problem(&with("none", "财务培训"), "help_kind", Fault::DescribedButNotWanted);
    one_problem(&with("", "财务培训"), "help_kind", Fault::Required);
    one_problem(&with("money", "财务培训"), "help_kind", Fault::UnknownChoice);
}

#[test]
fn nothing_to_report_is_a_confirmed_choice() {
    let report = judge(&nothing(), context()).unwrap();
    assert_eq!((report.content, report.activities_count, report.help), (Content::NothingToReport, 0, Help::NotNeeded));
    let unconfirmed = Draft { nothing_confirmed: String::new(), ..nothing() };
    one_problem(&unconfirmed, "nothing_confirmed", Fault::NotConfirmed);
}

#[test]
fn nothing_to_report_is_refused_where_activities_are_filled_in() {
    let listed = Draft { activities: vec![activity("义诊", "")], ..nothing() };
    one_problem(&listed, "activities", Fault::FilledInDespiteNothing);
    let counted = Draft { attendances: "3".to_owned(), activities_count: "0".to_owned(), ..nothing() };
    one_problem(&counted, "attendances", Fault::FilledInDespiteNothing);
    let blank_rows = Draft { activities: vec![DraftActivity::default(); 3], ..nothing() };
    assert!(judge(&blank_rows, context()).is_ok());
}

#[test]
fn nothing_to_report_can_still_ask_for_help() {
    let asking = Draft { help_kind: "coaching".to_owned(), help: "换届怎么办".to_owned(), ..nothing() };
    assert!(matches!(judge(&asking, context()).unwrap().help, Help::Wanted { kind: HelpKind::Coaching, .. }));
}

#[test]
fn counts_have_their_bounds() {
    let with = |count: &str, people: &str| Draft {
        activities_count: count.to_owned(),
        attendances: people.to_owned(),
        ..draft()
    };
    assert!(judge(&with("500", "1,000,000"), context()).is_ok());
    one_problem(&with("501", "0"), "activities_count", Fault::TooLarge { limit: 500 });
    one_problem(&with("1", "1000001"), "attendances", Fault::TooLarge { limit: 1_000_000 });
}

#[test]
fn an_activity_lies_between_the_last_filings_week_and_today() {
    let on = |typed: &str| Draft { activities: vec![activity("义诊", typed)], ..draft() };
    let read = |typed: &str| judge(&on(typed), context()).unwrap().activities[0].on;
    for typed in ["2026-04-09", "2026/4/9", "2026.04.09", "2026年4月9日", "4月9日", "２０２６－０４－０９"]
    {
        assert_eq!(read(typed), day("2026-04-09"), "{typed}");
    }
    assert_eq!(read("2026-03-30"), day("2026-03-30"));
    let field = "activities.0.on";
    one_problem(&on("2026-03-29"), field, Fault::TooEarly { earliest: day("2026-03-30") });
    one_problem(&on("2026-04-11"), field, Fault::InTheFuture { today: day("2026-04-10") });
    one_problem(&on("4月31日"), field, Fault::NotADate);
    one_problem(&on("上周四"), field, Fault::NotADate);
    one_problem(&on(""), field, Fault::Required);
}

#[test]
fn the_reported_week_is_always_within_reach() {
    let first = Context { last_filed_on: None, ..context() };
    assert_eq!(first.earliest(), day("2026-01-05"));
    let caught_up_later = Context { last_filed_on: Some(day("2026-05-08")), ..context() };
    assert_eq!(caught_up_later.earliest(), day("2026-04-06"));
}

#[test]
fn a_day_without_a_year_is_the_latest_such_day() {
    let new_year = Context {
        today: day("2027-01-02"),
        last_filed_on: Some(day("2026-12-25")),
        week: super::week("2026-W53"),
        ..context()
    };
    let with = Draft { activities: vec![activity("义诊", "12月30日")], ..draft() };
    assert_eq!(judge(&with, new_year).unwrap().activities[0].on, day("2026-12-30"));
}

#[test]
fn problems_name_the_row_as_typed_and_blank_rows_are_no_activities() {
    let bad =
        DraftActivity { kind: "party".to_owned(), attendances: "很多".to_owned(), ..activity("", "2026-04-09") };
    let with = Draft { activities: vec![DraftActivity::default(), activity("义诊", "4月8日"), bad], ..draft() };
    let expected = [("what", Fault::Required), ("kind", Fault::UnknownChoice), ("attendances", Fault::NotANumber)];
    assert_eq!(problems(&with), expected.map(|(field, fault)| (format!("activities.2.{field}"), fault)));
}

#[test]
fn a_report_lists_at_most_fifty_activities() {
    let with = |rows| Draft { activities: vec![activity("义诊", "4月8日"); rows], ..draft() };
    assert!(judge(&with(50), context()).is_ok());
    one_problem(&with(51), "activities", Fault::TooMany { limit: 50, found: 51 });
}

#[test]
fn a_text_has_at_most_two_thousand_characters() {
    let with = |length| Draft { problems: "难".repeat(length), ..draft() };
    assert!(judge(&with(2_000), context()).is_ok());
    one_problem(&with(2_001), "problems", Fault::TooLong { limit: 2_000, found: 2_001 });
    let lines = Draft { done: "一\r\n二\r\n".to_owned(), ..draft() };
    assert_eq!(judge(&lines, context()).unwrap().done, "一\n二");
}

#[test]
fn money_is_judged_only_where_it_is_asked_for() {
    let with = |typed: &str| Draft { income: typed.to_owned(), ..draft() };
    assert_eq!(judge(&with("1.2万"), context()).unwrap().income_cents, Some(1_200_000));
    one_problem(&with("许多"), "income", Fault::NotANumber);
    let unasked = Context { money_asked: false, ..context() };
    assert_eq!(judge(&with("许多"), unasked).unwrap().income_cents, None);
}

#[test]
fn attendances_that_disagree_are_a_notice_and_no_problem() {
    let row = |people: &str| DraftActivity { attendances: people.to_owned(), ..activity("义诊", "4月8日") };
    let notices = |rows: &[&str]| {
        let with = Draft { activities: rows.iter().map(|people| row(people)).collect(), ..draft() };
        judge(&with, context()).unwrap().notices()
    };
    assert_eq!(notices(&["20", "40"]), []);
    assert_eq!(notices(&["20"]), []);
    assert_eq!(notices(&["20", "30"]), [Notice::AttendancesDisagree { total: 60, listed: 50 }]);
    assert_eq!(notices(&["80"]), [Notice::AttendancesDisagree { total: 60, listed: 80 }]);
    assert_eq!(notices(&["20", "20", "20"]), [Notice::MoreListedThanCounted { count: 2, listed: 3 }]);
}

#[test]
fn an_unknown_or_missing_field_of_a_stored_draft_loses_nothing_else() {
    let stored = r#"{"done":"义诊","weather":"晴","activities":[{"what":"义诊"}]}"#;
    let read: Draft = serde_json::from_str(stored).unwrap();
    assert_eq!((read.done.as_str(), read.activities.len()), ("义诊", 1));
}

#[test]
fn a_form_is_filled_in_by_the_names_of_its_fields() {
    let mut filled = Draft::default();
    assert!(filled.is_blank());
    for (name, text) in [("done", "义诊"), ("activities.2.on", "4月8日")] {
        filled.set(name.parse().unwrap(), text.to_owned()).unwrap();
        assert_eq!(filled.get(name.parse().unwrap()), text);
    }
    assert_eq!(filled.activities.len(), 3);
    assert!(filled.set("activities.200.on".parse().unwrap(), String::new()).is_err());
    assert!(!filled.is_blank());
}

fn typed() -> impl Strategy<Value = Draft> {
    let text = || "[ 一二a]{0,5}";
    let number =
        || prop_oneof![Just(String::new()), (0u32..2_000).prop_map(|n| n.to_string()), Just("1.2万".to_owned())];
    let help = prop::sample::select(vec!["", "none", "training", "other", "x"]);
    let tick = || prop::sample::select(vec!["", "", "on"]);
    let row = (text(), prop::sample::select(vec!["", "service"]), 28u32..42, number(), number());
    let row = row.prop_map(|(what, kind, on, attendances, beneficiaries)| DraftActivity {
        what,
        kind: kind.to_owned(),
        on: (day("2026-03-01") + chrono::Days::new(on.into())).to_string(),
        place: String::new(),
        attendances,
        beneficiaries,
    });
    (text(), number(), number(), (help, text()), (tick(), tick()), prop::collection::vec(row, 0..3), number(), text())
        .prop_map(|(done, activities_count, attendances, help, nothing, activities, income, problems)| Draft {
            done,
            activities_count,
            attendances,
            help_kind: help.0.to_owned(),
            help: help.1,
            nothing_to_report: nothing.0.to_owned(),
            nothing_confirmed: nothing.1.to_owned(),
            activities,
            income,
            problems,
            ..Draft::default()
        })
}

proptest! {
    #[test]
    fn a_report_typed_again_is_the_same_report(typed in typed()) {
        if let Ok(report) = judge(&typed, context()) {
            prop_assert_eq!(judge(&Draft::from(&report), context()), Ok(report.clone()));
            let stored = serde_json::to_string(&report).unwrap();
            prop_assert_eq!(serde_json::from_str::<Report>(&stored).unwrap(), report);
        }
    }

    #[test]
    fn a_draft_that_is_no_report_has_a_problem(typed in typed()) {
        let judged = judge(&typed, context());
        prop_assert!(judged.is_ok() || judged.is_err_and(|problems| !problems.is_empty()));
    }
}

#[test]
fn a_stored_problem_is_read_back() {
    let problem = Problem { field: Field::Done.into(), fault: Fault::TooLarge { limit: 5 } };
    let stored = serde_json::to_string(&problem).unwrap();
    assert_eq!(stored, r#"{"field":"done","fault":{"fault":"too_large","limit":5}}"#);
    assert_eq!(serde_json::from_str::<Problem>(&stored).unwrap(), problem);
}
