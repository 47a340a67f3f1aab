use std::collections::BTreeMap;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::{any_day, day};
use crate::follow_up::{Age, Due, Hatching, Life, Outcome, Survival, SurvivalCell, survival};

fn life(hatched_on: &str, found: &[(Age, Outcome)]) -> Life {
    let hatched_on = day(hatched_on);
    Life {
        hatching: Hatching { hatched_on, known_on: hatched_on, ended_on: None },
        // Each as soon as its window opens.
        found: found.iter().map(|(age, outcome)| (*age, (Due::of(hatched_on, *age).from, *outcome))).collect(),
        extra: Vec::new(),
    }
}

fn at(survival: &Survival, age: Age) -> SurvivalCell {
    survival.all[Age::ALL.iter().position(|one| *one == age).unwrap()]
}

#[test]
fn the_lost_and_the_dissolved_stay_in_the_denominator() {
    let lives = [
        life("2024-01-10", &[(Age::SixMonths, Outcome::Thriving), (Age::OneYear, Outcome::Steady)]),
        life("2024-03-10", &[(Age::SixMonths, Outcome::Struggling), (Age::OneYear, Outcome::Lost)]),
        life("2024-05-10", &[(Age::SixMonths, Outcome::Dissolved)]),
        life("2025-02-10", &[(Age::SixMonths, Outcome::Dormant)]),
    ];
    let table = survival(&lives, day("2025-09-01"));
    let six = SurvivalCell { reached: 4, alive: 2, dormant: 1, dissolved: 1, ..SurvivalCell::default() };
    assert_eq!(at(&table, Age::SixMonths), six);
    assert_eq!(six.basis_points(), Some(5_000));
    let twelve = SurvivalCell { reached: 3, alive: 1, lost: 1, dissolved: 1, ..SurvivalCell::default() };
    assert_eq!(at(&table, Age::OneYear), twelve);
    assert_eq!(twelve.basis_points(), Some(3_333));
    assert_eq!(table.years.iter().map(|row| (row.year, row.hatched)).collect::<Vec<_>>(), [(2025, 1), (2024, 3)]);
}

#[test]
fn an_age_that_has_not_been_reached_is_not_counted() {
    // Visited early in the window; the age itself is reached on 10 August.
    let early = life("2025-02-10", &[(Age::SixMonths, Outcome::Thriving)]);
    let on = |today| at(&survival(std::slice::from_ref(&early), day(today)), Age::SixMonths);
    assert_eq!(on("2025-08-09").reached, 0);
    assert_eq!(on("2025-08-09").basis_points(), None);
    assert_eq!(on("2025-08-10"), SurvivalCell { reached: 1, alive: 1, ..SurvivalCell::default() });
}

#[test]
fn whom_nobody_visited_is_not_known_to_live_once_the_window_has_closed() {
    let unseen = life("2025-02-10", &[]);
    let on = |today| at(&survival(std::slice::from_ref(&unseen), day(today)), Age::SixMonths);
    assert_eq!(on("2025-09-09").reached, 0, "there is still time");
    assert_eq!(on("2025-09-10"), SurvivalCell { reached: 1, unknown: 1, ..SurvivalCell::default() });
}

#[test]
fn whoever_lives_later_lived_before_and_history_that_nobody_told_counts_nowhere() {
    let hatched_on = day("2022-01-10");
    let imported = Life {
        hatching: Hatching { hatched_on, known_on: day("2024-06-01"), ended_on: None },
        found: BTreeMap::from([(Age::ThreeYears, (day("2025-01-20"), Outcome::Struggling))]),
        extra: Vec::new(),
    };
    let table = survival(std::slice::from_ref(&imported), day("2025-06-01"));
    assert_eq!(at(&table, Age::OneYear).alive, 1);
    let untold = Life { found: BTreeMap::new(), ..imported };
    let table = survival(&[untold], day("2024-07-01"));
    assert!(table.all.iter().all(|cell| cell.reached == 0));
}

#[test]
fn an_extra_visit_tells_of_the_ages_around_it() {
    let gone = Life { extra: vec![(day("2024-09-01"), Outcome::Dissolved)], ..life("2023-01-10", &[]) };
    let table = survival(&[gone], day("2025-06-01"));
    assert_eq!(at(&table, Age::TwoYears).dissolved, 1);
    assert_eq!(at(&table, Age::OneYear).unknown, 1, "it may have lived then");
}

#[test]
fn what_is_back_in_the_base_is_no_longer_counted_among_the_hatched() {
    let mut back = life("2024-01-10", &[(Age::SixMonths, Outcome::Steady)]);
    back.hatching.ended_on = Some(day("2024-11-01"));
    let table = survival(&[back], day("2025-06-01"));
    assert_eq!((at(&table, Age::SixMonths).alive, at(&table, Age::OneYear).reached), (1, 0));
}

#[test]
fn a_day_that_has_passed_is_told_by_what_had_been_found_by_then() {
    let hatched_on = day("2024-05-10");
    let late = Life {
        found: BTreeMap::from([(Age::SixMonths, (day("2025-03-03"), Outcome::Steady))]),
        extra: vec![(day("2025-10-08"), Outcome::Dissolved)],
        ..life("2024-05-10", &[])
    };
    assert_eq!(Due::of(hatched_on, Age::SixMonths).until, day("2024-12-10"));
    let lives = [late, life("2025-01-20", &[])];
    let on = |on| survival(&lives, day(on));
    let early = SurvivalCell::default();
    let unknown = SurvivalCell { reached: 1, unknown: 1, ..early };
    let alive = SurvivalCell { reached: 1, alive: 1, ..early };
    for (day, six_months, one_year, hatched) in [
        ("2024-12-31", unknown, early, 1),
        ("2025-03-02", unknown, early, 2),
        ("2025-03-03", alive, early, 2),
        ("2025-07-01", alive, unknown, 2),
    ] {
        let told = on(day);
        let cells = (at(&told, Age::SixMonths), at(&told, Age::OneYear));
        assert_eq!((cells, told.hatched), ((six_months, one_year), hatched), "{day}");
    }
    let years = |of: &Survival| of.years.iter().map(|row| row.year).collect::<Vec<_>>();
    assert_eq!((years(&on("2024-12-31")), years(&on("2025-12-31"))), (vec![2024], vec![2025, 2024]));
    let gone = |on: &Survival| on.years.last().map(|row| row.ages[2].dissolved);
    assert_eq!((gone(&on("2025-12-31")), gone(&on("2026-05-10"))), (Some(0), Some(1)));
}

fn any_life() -> impl Strategy<Value = Life> {
    let visit = || proptest::option::of((0u64..2_000, proptest::sample::select(Outcome::ALL.to_vec())));
    let extra = (any_day(), proptest::sample::select(Outcome::ALL.to_vec()));
    let known = (any_day(), 0u64..2_000, proptest::option::of(0u64..2_000));
    (known, proptest::collection::vec(visit(), Age::ALL.len()), proptest::collection::vec(extra, 0..3)).prop_map(
        |((hatched_on, known_after, ended_after), found, extra)| {
            let after = |days: u64| -> NaiveDate { hatched_on + chrono::Days::new(days) };
            let visit = |one: Option<(u64, Outcome)>| one.map(|(days, outcome)| (after(days), outcome));
            let found = Age::ALL.iter().copied().zip(found).filter_map(|(age, one)| Some((age, visit(one)?))).collect();
            let hatching = Hatching { hatched_on, known_on: after(known_after), ended_on: ended_after.map(after) };
            Life { hatching, found, extra }
        },
    )
}

proptest! {
    #[test]
    fn no_more_survive_than_have_reached_an_age(
        lives in proptest::collection::vec(any_life(), 0..20),
        today in any_day(),
    ) {
        let table = survival(&lives, today);
        for (at, cell) in table.all.iter().enumerate() {
            let parts = cell.alive + cell.dormant + cell.lost + cell.dissolved + cell.unknown;
            prop_assert_eq!(parts, cell.reached);
            prop_assert!(cell.basis_points().is_none_or(|points| points <= 10_000));
            prop_assert_eq!(cell.basis_points().is_none(), cell.reached == 0);
            let of_years: u32 = table.years.iter().map(|row| row.ages[at].reached).sum();
            prop_assert_eq!(of_years, cell.reached);
            let grown_up = lives.iter().filter(|life| {
                Due::of(life.hatching.hatched_on, Age::ALL[at]).on <= today
            });
            prop_assert!(usize::try_from(cell.reached).unwrap() <= grown_up.count());
        }
        let hatched = lives.iter().filter(|life| life.hatching.hatched_on <= today).count();
        prop_assert_eq!(usize::try_from(table.hatched).unwrap(), hatched);
    }

    #[test]
    fn what_happens_after_a_day_changes_nothing_of_it(
        lives in proptest::collection::vec(any_life(), 0..20),
        on in any_day(),
    ) {
        let had = |day: &NaiveDate| *day <= on;
        let then = lives.iter().filter(|life| had(&life.hatching.hatched_on)).cloned().map(|mut life| {
            life.hatching.ended_on = life.hatching.ended_on.filter(had);
            life.found.retain(|_, (day, _)| had(day));
            life.extra.retain(|(day, _)| had(day));
            life
        });
        prop_assert_eq!(survival(&lives, on), survival(&then.collect::<Vec<_>>(), on));
    }
}
