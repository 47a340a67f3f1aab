use uuid::Uuid;

use crate::assessment::{Decider, Deed, Named, Part};

const SUPERIOR: Uuid = Uuid::from_u128(1);
const DEPUTY: Uuid = Uuid::from_u128(2);
const OTHER: Uuid = Uuid::from_u128(3);

const NAMED: Option<Named> = Some(Named { person: SUPERIOR, serves: true, belongs: false });
const SECOND: Option<Named> = Some(Named { person: DEPUTY, serves: true, belongs: false });

#[test]
fn an_organisations_sheet_is_for_any_officer_and_the_bases_for_whom_its_settings_name() {
    assert_eq!(Decider::of(false, NAMED, SECOND, &[]), Decider::AnyOther);
    assert_eq!(Decider::of(true, None, None, &[]), Decider::AnyOther);
    assert_eq!(Decider::of(true, NAMED, None, &[]), Decider::Superior(SUPERIOR));
    assert_eq!(Decider::of(true, NAMED, SECOND, &[]), Decider::Superior(SUPERIOR));
}

#[test]
fn the_deputy_decides_where_the_superior_took_a_part_has_left_or_belongs_to_the_base() {
    for part in [Part::Scores, Part::Confirms] {
        let before = [Deed { person: SUPERIOR, part }];
        assert_eq!(Decider::of(true, NAMED, SECOND, &before), Decider::Deputy(DEPUTY), "{part}");
        assert_eq!(Decider::of(true, NAMED, None, &before), Decider::Nobody, "{part}");
    }
    let earlier = [Deed { person: SUPERIOR, part: Part::Decides }];
    assert_eq!(Decider::of(true, NAMED, SECOND, &earlier), Decider::Superior(SUPERIOR));
    let gone = Some(Named { person: SUPERIOR, serves: false, belongs: false });
    let own = Some(Named { person: SUPERIOR, serves: true, belongs: true });
    for superior in [gone, own] {
        assert_eq!(Decider::of(true, superior, SECOND, &[]), Decider::Deputy(DEPUTY));
    }
    let both = [SUPERIOR, DEPUTY].map(|person| Deed { person, part: Part::Confirms });
    assert_eq!(Decider::of(true, NAMED, SECOND, &both), Decider::Nobody);
}

#[test]
fn nobody_decides_in_the_place_of_whoever_is_named() {
    for (decider, lets) in [
        (Decider::AnyOther, [true, true, true]),
        (Decider::Superior(SUPERIOR), [true, false, false]),
        (Decider::Deputy(DEPUTY), [false, true, false]),
        (Decider::Nobody, [false, false, false]),
    ] {
        assert_eq!([SUPERIOR, DEPUTY, OTHER].map(|person| decider.lets(person)), lets, "{decider:?}");
    }
}
