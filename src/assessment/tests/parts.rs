use chrono::NaiveDate;
use uuid::Uuid;

use crate::assessment::{Belonging, Deed, Occasion, Part, PartRefusal, may_take};

const ZHOU: Uuid = Uuid::from_u128(1);
const CHEN: Uuid = Uuid::from_u128(2);

#[test]
fn nobody_acts_on_a_subject_that_they_belong_to() {
    for &part in Part::ALL {
        assert_eq!(may_take(part, ZHOU, true, &[]), Err(PartRefusal::OwnSubject));
        assert_eq!(may_take(part, ZHOU, false, &[]), Ok(()));
    }
}

#[test]
fn nobody_checks_what_they_have_done_themselves() {
    let barred = [
        (Part::Scores, Part::Confirms),
        (Part::Scores, Part::Decides),
        (Part::Confirms, Part::Decides),
        (Part::Scores, Part::Approves),
        (Part::Confirms, Part::Approves),
        (Part::Decides, Part::Approves),
        (Part::Corrects, Part::Approves),
    ];
    for &before in Part::ALL {
        for &part in Part::ALL {
            let done = [Deed { person: ZHOU, part: before }];
            let expected =
                if barred.contains(&(before, part)) { Err(PartRefusal::HasActed { before, part }) } else { Ok(()) };
            assert_eq!(may_take(part, ZHOU, false, &done), expected, "{before} then {part}");
            assert_eq!(may_take(part, CHEN, false, &done), Ok(()), "somebody else may");
        }
    }
}

#[test]
fn whoever_belonged_to_the_subject_on_a_day_that_is_judged_is_barred() {
    let judged = "2026-Q1".parse::<Occasion>().unwrap().days();
    let review = Occasion::ExitReview(ZHOU).days();
    for (since, ended, by_quarter, by_review) in [
        ("2025-10-01", None, true, true),
        // It has begun since: nobody judges their own.
        ("2026-04-02", None, true, true),
        ("2025-10-01", Some("2025-12-31"), false, false),
        ("2025-10-01", Some("2026-01-01"), true, false),
        ("2026-02-01", Some("2026-02-01"), true, false),
        ("2026-03-31", Some("2026-04-01"), true, false),
        ("2026-04-01", Some("2026-04-02"), false, false),
    ] {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let one = Belonging { since: day(since), ended: ended.map(day) };
        assert_eq!(one.bars(judged.as_ref()), by_quarter, "{since} to {ended:?}");
        assert_eq!(one.bars(review.as_ref()), by_review, "{since} to {ended:?}");
    }
}
