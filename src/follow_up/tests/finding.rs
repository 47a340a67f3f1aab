use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;

use super::{any_day, day};
use crate::{
    follow_up::{
        Answer, Assignment, Attempt, Context, Draft, Fault, Field, Kind, NewAssignment, NewAttempt, NewSignal, NotLost,
        Outcome, Problem, Reached, Section, SignalRaised, judge, may_be_lost,
    },
    organisation::Grade,
    typed,
};

const TODAY: &str = "2026-03-12";

fn draft(changes: &[(&str, &str)]) -> Draft {
    let usual = [
        ("on", "2026-03-10"),
        ("method", "on_site"),
        ("visitor", "周敏"),
        ("second_visitor", "何清"),
        ("outcome", "steady"),
        ("summary", "场地稳定，项目减少"),
        ("activity", "每周两场社区活动"),
    ];
    let kept = usual.iter().filter(|(name, _)| changes.iter().all(|(other, _)| other != name));
    Draft::of(kept.chain(changes).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

fn judged(changes: &[(&str, &str)]) -> Result<crate::follow_up::Visit, Vec<(Field, Fault)>> {
    let context =
        Context { earliest: day("2026-02-10"), latest: Some(day("2026-03-11")), today: day(TODAY), attempts: &[] };
    let plain = |problems: Vec<Problem>| problems.into_iter().map(|one| (one.field, one.fault)).collect();
    judge(&draft(changes), context).map_err(plain)
}

/// The day of an attempt, and what came of it.
type Tried = (&'static str, Reached);

/// What there is, and what follows from it.
type Case<'c, Given, Expected> = (&'c [Given], Expected);

#[test]
fn a_visit_on_site_is_made_by_two_and_a_call_by_one() {
    assert_eq!(judged(&[]).unwrap().visitors, ["周敏", "何清"]);
    assert_eq!(judged(&[("second_visitor", " ")]), Err(vec![(Field::SecondVisitor, Fault::SecondVisitorMissing)]));
    assert_eq!(judged(&[("second_visitor", "周敏")]), Err(vec![(Field::SecondVisitor, Fault::SameVisitor)]));
    assert_eq!(judged(&[("method", "phone"), ("second_visitor", "")]).unwrap().visitors, ["周敏"]);
}

#[test]
fn a_visit_lies_in_its_window_and_not_ahead() {
    assert_eq!(judged(&[("on", "2026-02-10")]).unwrap().on, day("2026-02-10"));
    let early = typed::Fault::TooEarly { earliest: day("2026-02-10") };
    assert_eq!(judged(&[("on", "2026-02-09")]), Err(vec![(Field::On, Fault::Typed(early))]));
    let next = Fault::OfTheNextAge { opened: day(TODAY) };
    assert_eq!(judged(&[("on", TODAY)]), Err(vec![(Field::On, next)]));
    let ahead = typed::Fault::InTheFuture { today: day(TODAY) };
    assert_eq!(judged(&[("on", "2026-03-13")]), Err(vec![(Field::On, Fault::Typed(ahead))]));
}

#[test]
fn an_empty_form_tells_all_that_is_missing_in_the_order_of_the_form() {
    let context =
        Context { earliest: day("2026-02-10"), latest: Some(day("2026-03-11")), today: day(TODAY), attempts: &[] };
    let fields: Vec<Field> =
        judge(&Draft::default(), context).unwrap_err().into_iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::On, Field::Method, Field::Visitor, Field::Outcome, Field::Summary]);
}

#[test]
fn what_lives_has_done_something() {
    for outcome in Outcome::ALL {
        let told = judged(&[("activity", ""), ("outcome", outcome.code())]);
        let refused = told.is_err_and(|problems| problems.contains(&(Field::Activity, Fault::ActivityMissing)));
        assert_eq!(refused, outcome.is_alive(), "{outcome}");
    }
}

#[test]
fn help_has_an_owner_and_a_day() {
    let table: [Case<(&str, &str), &[Field]>; 4] = [
        (&[("help", "办公场地")], &[Field::HelpOwner, Field::HelpDue]),
        (&[("help", "办公场地"), ("help_owner", "周敏"), ("help_due", "2026-04-10")], &[]),
        (&[("help", "办公场地"), ("help_owner", "周敏"), ("help_due", "2026-03-09")], &[Field::HelpDue]),
        (&[("help_owner", "周敏")], &[Field::Help]),
    ];
    for (changes, at_fault) in table {
        let found: Vec<Field> = judged(changes).err().unwrap_or_default().into_iter().map(|(field, _)| field).collect();
        assert_eq!(found, at_fault, "{changes:?}");
    }
}

#[test]
fn the_checklist_is_read_by_its_kinds() {
    let visit = judged(&[
        ("income_government", "1.2万"),
        ("volunteers", "１，２００"),
        ("grade", "3a"),
        ("last_audit", "2025年12月31日"),
        ("unknown", "nobody asks"),
    ])
    .unwrap();
    let found: Vec<(Field, Answer)> = visit.answers.into_iter().collect();
    assert_eq!(
        found,
        [
            (Field::Activity, Answer::Words("每周两场社区活动".into())),
            (Field::LastAudit, Answer::Day(day("2025-12-31"))),
            (Field::IncomeGovernment, Answer::Money(1_200_000)),
            (Field::Volunteers, Answer::Count(1_200)),
            (Field::Grade, Answer::Grade(Grade::A3)),
        ]
    );
    assert_eq!(
        judged(&[("projects", "几个"), ("last_audit", "2026-03-11")]),
        Err(vec![
            (Field::LastAudit, Fault::Typed(typed::Fault::InTheFuture { today: day("2026-03-10") })),
            (Field::Projects, Fault::Typed(typed::Fault::NotANumber)),
        ])
    );
}

#[test]
fn every_field_of_the_checklist_stands_in_one_section() {
    let mut fields: Vec<Field> = Section::ALL.iter().flat_map(|section| section.fields()).copied().collect();
    let all = fields.len();
    fields.sort();
    fields.dedup();
    assert_eq!((fields.len(), all), (30, 30));
    assert!(fields.iter().all(|field| field.is_of_visit() && !Field::HEAD.contains(field)));
    assert!(!Field::Assigned.is_of_visit());
}

#[test]
fn only_three_attempts_in_vain_over_thirty_days_make_an_organisation_lost() {
    use Reached::{Appointment, ContactInvalid, NoAnswer, NobodyThere};
    let table: [Case<Tried, Result<(), NotLost>>; 6] = [
        (&[], Err(NotLost { attempts: 0, days: 0 })),
        (&[("2026-01-05", NoAnswer), ("2026-02-04", NobodyThere)], Err(NotLost { attempts: 2, days: 30 })),
        (
            &[("2026-01-05", NoAnswer), ("2026-01-20", ContactInvalid), ("2026-02-03", NobodyThere)],
            Err(NotLost { attempts: 3, days: 29 }),
        ),
        (&[("2026-02-04", NobodyThere), ("2026-01-05", NoAnswer), ("2026-01-20", NoAnswer)], Ok(())),
        (
            &[
                ("2026-01-05", NoAnswer),
                ("2026-01-20", Appointment),
                ("2026-02-04", NobodyThere),
                ("2026-02-20", NoAnswer),
            ],
            Err(NotLost { attempts: 2, days: 16 }),
        ),
        (
            &[
                ("2026-01-05", Appointment),
                ("2026-01-05", NoAnswer),
                ("2026-02-04", NoAnswer),
                ("2026-03-04", NoAnswer),
            ],
            Err(NotLost { attempts: 2, days: 28 }),
        ),
    ];
    for (attempts, said) in table {
        let attempts: Vec<(NaiveDate, Reached)> = attempts.iter().map(|(on, reached)| (day(on), *reached)).collect();
        assert_eq!(may_be_lost(&attempts), said, "{attempts:?}");
    }
    let lost = [("outcome", "lost"), ("method", "phone"), ("activity", "")];
    assert_eq!(judged(&lost), Err(vec![(Field::Outcome, Fault::NotLost(NotLost { attempts: 0, days: 0 }))]));
}

#[test]
fn assignments_attempts_and_signals_tell_what_is_missing() {
    let fields = |problems: Vec<Problem>| problems.into_iter().map(|one| one.field).collect::<Vec<_>>();
    let late = NewAssignment { assigned: String::new(), planned_on: "2026-03-11".into() };
    assert_eq!(fields(Assignment::judge(&late, day(TODAY)).unwrap_err()), [Field::Assigned, Field::PlannedOn]);
    let someday = NewAssignment { assigned: " 周敏 ".into(), planned_on: String::new() };
    let kept = Assignment { assigned: "周敏".into(), planned_on: None };
    assert_eq!(Assignment::judge(&someday, day(TODAY)), Ok(kept));

    let nothing = Attempt::judge(&NewAttempt::default(), day("2026-01-01"), day(TODAY)).unwrap_err();
    assert_eq!(fields(nothing), [Field::On, Field::Means, Field::Reached]);
    assert_eq!(fields(SignalRaised::judge(&NewSignal::default()).unwrap_err()), [Field::Signal, Field::Note]);
}

proptest! {
    #[test]
    fn a_visit_written_out_again_is_the_same_visit(
        counts in proptest::collection::vec(0u32..=Field::MOST, 7),
        cents in 0i64..=100_000_000_000,
        words in "[一-龥a-z]{1,40}",
    ) {
        let mut counts = counts.into_iter();
        let fields = Section::ALL.iter().flat_map(|section| section.fields()).map(|field| {
            let text = match field.kind() {
                Kind::Words | Kind::Name => words.clone(),
                Kind::Count => counts.next().unwrap().to_string(),
                Kind::Money => format!("{}.{:02}", cents / 100, cents % 100),
                Kind::PastDay => "2025-12-31".to_owned(),
                Kind::Deadline => "2026-05-31".to_owned(),
                Kind::Grade => "4a".to_owned(),
            };
            (field.code().to_owned(), text)
        });
        let head = ["on", "method", "visitor", "second_visitor", "outcome", "summary"];
        let usual = draft(&[]);
        let head = head.map(|name| (name.to_owned(), usual.text(Field::from_code(name).unwrap()).to_owned()));
        let context = Context { earliest: day("2026-02-10"), latest: Some(day("2026-03-11")), today: day(TODAY), attempts: &[] };
        let visit = judge(&Draft::of(head.into_iter().chain(fields)), context).unwrap();
        prop_assert_eq!(visit.answers.len(), 30);
        prop_assert_eq!(judge(&Draft::from(&visit), context).unwrap(), visit);
    }

    #[test]
    fn no_typed_text_brings_the_form_down(texts in proptest::collection::vec(".{0,60}", Field::ALL.len())) {
        let typed = Field::ALL.iter().map(|field| field.code().to_owned()).zip(texts);
        let context = Context { earliest: day("2026-02-10"), latest: Some(day("2026-03-11")), today: day(TODAY), attempts: &[] };
        let _ = judge(&Draft::of(typed), context);
    }

    #[test]
    fn nobody_is_lost_within_thirty_days(
        first in any_day(),
        gaps in proptest::collection::vec(0i64..30, 1..9),
    ) {
        let last = gaps.iter().copied().max().unwrap_or(0);
        let attempts: Vec<_> =
            gaps.iter().map(|gap| (first + TimeDelta::days(*gap), Reached::NoAnswer)).collect();
        prop_assert!(may_be_lost(&attempts).is_err(), "{} attempts within {} days", attempts.len(), last);
    }
}
