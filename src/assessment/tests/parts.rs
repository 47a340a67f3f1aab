use uuid::Uuid;

use crate::assessment::{Deed, Part, PartRefusal, may_take};

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
