use proptest::prelude::*;
use uuid::Uuid;

use crate::{
    assessment::{Band, Rated, Spread, moves},
    points::Points,
};

fn rated(id: u128, total: i32, band: Band) -> Rated {
    Rated { subject: Uuid::from_u128(id), total: Points::hundredths(total), band }
}

#[test]
fn totals_lie_in_tens_and_a_hundred_lies_with_the_nineties() {
    for (total, ten) in [(0, 0), (999, 0), (1_000, 1), (5_999, 5), (6_000, 6), (8_999, 8), (9_000, 9), (10_000, 9)] {
        let spread = Spread::of(&[rated(1, total, Band::Pass)]);
        let expected: Vec<u32> = (0..10).map(|one| u32::from(one == ten)).collect();
        assert_eq!(spread.tens.to_vec(), expected, "{total}");
    }
}

#[test]
fn a_mean_is_rounded_half_up_and_nobody_has_none() {
    let mean = |totals: &[i32]| {
        let all: Vec<Rated> = totals.iter().map(|total| rated(1, *total, Band::Good)).collect();
        Spread::of(&all).mean.map(Points::as_hundredths)
    };
    for (totals, expected) in [
        (&[][..], None),
        (&[80_00], Some(80_00)),
        (&[80_00, 80_01], Some(80_01)),
        (&[80_00, 80_00, 80_01], Some(80_00)),
    ] {
        assert_eq!(mean(totals), expected, "{totals:?}");
    }
}

#[test]
fn whoever_fails_has_not_passed() {
    let passed = |bands: &[Band]| {
        let all: Vec<Rated> = bands.iter().map(|band| rated(1, 0, *band)).collect();
        Spread::of(&all).passed()
    };
    assert_eq!(passed(&[]), None);
    assert_eq!(passed(&[Band::Fail]), Some(0));
    assert_eq!(passed(&[Band::Excellent, Band::Pass, Band::Fail]), Some(6_667));
    assert_eq!(passed(&[Band::Good]), Some(10_000));
}

#[test]
fn whoever_was_rated_twice_moved_the_furthest_first() {
    let before = [rated(1, 70_00, Band::Pass), rated(2, 80_00, Band::Good), rated(3, 90_00, Band::Excellent)];
    let now = [
        rated(1, 75_00, Band::Pass),
        rated(2, 60_00, Band::Pass),
        rated(3, 90_00, Band::Excellent),
        rated(4, 99_00, Band::Excellent),
    ];
    let found: Vec<(u128, i32)> = moves(&before, &now).iter().map(|one| (one.subject.as_u128(), one.by())).collect();
    assert_eq!(found, [(2, -20_00), (1, 5_00)]);
}

proptest! {
    #[test]
    fn every_sheet_lies_in_one_band_and_in_one_ten(totals in prop::collection::vec(0..=10_000_i32, 0..60)) {
        let all: Vec<Rated> = totals.iter().zip(1..).map(|(total, id)| rated(id, *total, Band::Good)).collect();
        let spread = Spread::of(&all);
        let sheets = u32::try_from(all.len()).unwrap();
        prop_assert_eq!(spread.sheets, sheets);
        prop_assert_eq!(spread.tens.iter().sum::<u32>(), sheets);
        prop_assert_eq!(spread.bands.iter().map(|(_, number)| number).sum::<u32>(), sheets);
        let (least, most) = (totals.iter().min(), totals.iter().max());
        let mean = spread.mean.map(Points::as_hundredths);
        prop_assert!(least <= mean.as_ref() && mean.as_ref() <= most);
    }

    #[test]
    fn a_move_back_is_the_same_way_again(totals in prop::collection::vec((0..=10_000_i32, 0..=10_000_i32), 0..30)) {
        let of = |which: fn(&(i32, i32)) -> i32| -> Vec<Rated> {
            totals.iter().zip(1..).map(|(pair, id)| rated(id, which(pair), Band::Good)).collect()
        };
        let (before, now) = (of(|pair| pair.0), of(|pair| pair.1));
        let there: Vec<(Uuid, i32)> = moves(&before, &now).iter().map(|one| (one.subject, one.by())).collect();
        let back: Vec<(Uuid, i32)> = moves(&now, &before).iter().map(|one| (one.subject, -one.by())).collect();
        prop_assert_eq!(there, back);
    }
}
