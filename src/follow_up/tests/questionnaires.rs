use proptest::prelude::*;

use crate::{
    follow_up::{Answered, Draft, Fault, Field, Problem, Section, Shut, open_on, open_until},
    typed,
};

fn draft(texts: &[(&str, &str)]) -> Draft {
    Draft::of(texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

#[test]
fn a_questionnaire_is_open_for_thirty_days_until_it_is_answered_or_the_visit_is_filed() {
    let made = "2026-04-09".parse().unwrap();
    let until = open_until(made);
    assert_eq!(until, "2026-05-09".parse().unwrap());
    for (today, answered, filed, expected) in [
        ("2026-04-09", false, false, Ok(())),
        ("2026-05-09", false, false, Ok(())),
        ("2026-05-10", false, false, Err(Shut::Over)),
        ("2026-05-10", true, false, Err(Shut::Answered)),
        ("2026-04-10", true, true, Err(Shut::Answered)),
        ("2026-05-10", false, true, Err(Shut::Filed)),
    ] {
        assert_eq!(open_on(today.parse().unwrap(), until, answered, filed), expected, "{today} {answered} {filed}");
    }
}

#[test]
fn an_organisation_is_asked_the_checklist_but_for_what_the_operator_makes_of_it() {
    let asked: Vec<Field> = Field::ALL.iter().copied().filter(|field| field.is_asked()).collect();
    let checklist = Section::ALL.iter().flat_map(|section| section.fields()).count();
    assert_eq!(asked.len(), checklist - 3);
    for field in Field::HEAD.iter().chain(&[Field::Risks, Field::HelpOwner, Field::HelpDue, Field::Respondent]) {
        assert!(!asked.contains(field), "{field}");
    }
}

#[test]
fn whoever_answers_has_a_name_and_says_what_was_done_and_numbers_are_numbers() {
    let today = "2026-04-09".parse().unwrap();
    let judge = |by: &str, texts: &[(&str, &str)]| Answered::judge(by, &draft(texts), today);
    let answered =
        judge(" 邓兰 ", &[("activity", "每周义诊"), ("full_time", "3"), ("risks", "无"), ("outcome", "thriving")]);
    let expected =
        Answered { by: "邓兰".to_owned(), answers: draft(&[("activity", "每周义诊"), ("full_time", "3")]) };
    assert_eq!(answered, Ok(expected), "what only the operator says is left out");
    let problem = |field, fault| Problem { field, fault: Fault::Typed(fault) };
    let wrong = judge("", &[("full_time", "三"), ("last_audit", "2026-04-10")]).unwrap_err();
    let expected = [
        problem(Field::Activity, typed::Fault::Required),
        problem(Field::LastAudit, typed::Fault::InTheFuture { today }),
        problem(Field::FullTime, typed::Fault::NotANumber),
        problem(Field::Respondent, typed::Fault::Required),
    ];
    assert_eq!(wrong, expected);
}

#[test]
fn answers_fill_what_is_blank_and_change_nothing_that_stands() {
    let written = draft(&[("activity", "两场义诊"), ("visitor", "周敏")]);
    let answers = draft(&[("activity", "每周义诊"), ("full_time", "3")]);
    let filled =
        draft(&[("activity", "两场义诊"), ("visitor", "周敏"), ("full_time", "3"), ("method", "questionnaire")]);
    assert_eq!(written.filled(&answers), filled);
    let phoned = draft(&[("method", "phone")]);
    assert_eq!(phoned.filled(&Draft::default()), phoned);
}

proptest! {
    #[test]
    fn filling_twice_is_filling_once(written in texts(), answers in texts()) {
        let once = written.filled(&answers);
        prop_assert_eq!(once.filled(&answers), once.clone());
        for field in Field::ALL {
            if !written.text(*field).is_empty() {
                prop_assert_eq!(once.text(*field), written.text(*field));
            }
        }
    }
}

fn texts() -> impl Strategy<Value = Draft> {
    let one = (prop::sample::select(Field::ALL), "[a-c]{0,2}");
    prop::collection::vec(one, 0..12)
        .prop_map(|all| Draft::of(all.into_iter().map(|(field, text)| (field.code().to_owned(), text))))
}
