//! How the forms of plain records are read.

use super::{Fault, LONGEST_LINE, Reading, read_name};
use crate::typed;

#[test]
fn one_name_is_written_one_way() {
    for (typed, name) in [
        ("张三", "张三"),
        (" 张 三 ", "张三"),
        ("张\u{3000}三", "张三"),
        ("阿依古丽 · 买买提", "阿依古丽·买买提"),
        ("Anna  Lee", "Anna Lee"),
        ("李 Anna", "李 Anna"),
    ] {
        assert_eq!(read_name(typed), Ok(name.to_owned()), "{typed}");
    }
    assert_eq!(read_name("  "), Err(typed::Fault::Required));
    let (limit, found) = (LONGEST_LINE, LONGEST_LINE + 1);
    assert_eq!(read_name(&"字".repeat(found)), Err(typed::Fault::TooLong { limit, found }));
}

#[test]
fn every_problem_of_a_form_is_told_in_its_order() {
    let today = "2026-04-09".parse().unwrap();
    let mut reading = Reading::begin();
    let line = reading.line("title", "  记账 \n 入门 ", true);
    assert_eq!(line.as_deref(), Some("记账 入门"), "a line has no breaks");
    assert_eq!(reading.words("words", " ", true), None);
    assert_eq!(reading.past_day("on", "2026-04-10", today), None);
    let problems = reading.end(line).unwrap_err();
    let found: Vec<_> = problems.into_iter().map(|problem| (problem.field, problem.fault)).collect();
    let expected =
        [("words", Fault::Typed(typed::Fault::Required)), ("on", Fault::Typed(typed::Fault::InTheFuture { today }))];
    assert_eq!(found, expected);
}
