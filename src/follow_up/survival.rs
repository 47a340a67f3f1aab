//! How many of the hatched live on, by age and year of hatching.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{Age, Due, Hatching, Outcome};

/// A hatching and what its visits found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    pub hatching: Hatching,
    /// Of the schedule's visits, with their days.
    pub found: BTreeMap<Age, (NaiveDate, Outcome)>,
    /// Of extra visits, by their days.
    pub extra: Vec<(NaiveDate, Outcome)>,
}

/// Those of one year that have reached an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SurvivalCell {
    /// All of them: the denominator.
    pub reached: u32,
    pub alive: u32,
    pub dormant: u32,
    pub lost: u32,
    pub dissolved: u32,
    /// Nobody went, and no later visit tells: not known to live, so not counted as alive.
    pub unknown: u32,
}

impl SurvivalCell {
    /// Hundredths of a percent, 0 to 10000, rounded half up; `None` where nobody has reached the age.
    pub fn basis_points(self) -> Option<u16> {
        let (alive, reached) = (u64::from(self.alive), u64::from(self.reached));
        (20_000 * alive + reached).checked_div(2 * reached).and_then(|points| points.try_into().ok())
    }

    fn add(&mut self, known: AtAge) {
        self.reached += 1;
        let part = match known {
            AtAge::Found(outcome) if outcome.is_alive() => &mut self.alive,
            AtAge::Found(Outcome::Lost) => &mut self.lost,
            AtAge::Found(Outcome::Dissolved) => &mut self.dissolved,
            AtAge::Found(_) => &mut self.dormant,
            AtAge::Unknown => &mut self.unknown,
        };
        *part += 1;
    }
}

/// What is known of a life at an age that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtAge {
    /// By its visit, or by what another one tells of it.
    Found(Outcome),
    /// Nobody went, and no later visit tells.
    Unknown,
}

/// What hatched in one year, age by age.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurvivalRow {
    pub year: i32,
    /// All that hatched in it.
    pub hatched: u32,
    pub ages: [SurvivalCell; Age::ALL.len()],
}

/// The table, and its sum over all years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survival {
    /// The newest year first.
    pub years: Vec<SurvivalRow>,
    pub hatched: u32,
    pub all: [SurvivalCell; Age::ALL.len()],
}

/// The survival of the hatched on a day (domain: *Follow-ups*), today or one that has passed: what hatched later and what
/// was found later counts nowhere.
///
/// An age counts once it has been reached and its visit has been made or its window has closed; the lost and the
/// dissolved stay in the denominator. What is found alive at a later age was alive before, what was found dissolved
/// stays so. What nobody visited and nothing later tells stays in the denominator too, as not known, unless its window
/// had closed before the base knew of the hatching.
pub fn survival(lives: &[Life], on: NaiveDate) -> Survival {
    let mut years: BTreeMap<i32, SurvivalRow> = BTreeMap::new();
    let mut all = [SurvivalCell::default(); Age::ALL.len()];
    for life in lives.iter().filter(|life| life.hatching.hatched_on <= on) {
        let year = life.hatching.hatched_on.year();
        let row = years.entry(year).or_insert_with(|| SurvivalRow {
            year,
            hatched: 0,
            ages: [SurvivalCell::default(); Age::ALL.len()],
        });
        row.hatched += 1;
        for (at, age) in Age::ALL.iter().enumerate() {
            if let Some(known) = life.at(*age, on) {
                row.ages[at].add(known);
                all[at].add(known);
            }
        }
    }
    let hatched = years.values().map(|row| row.hatched).sum();
    Survival { years: years.into_values().rev().collect(), hatched, all }
}

impl Life {
    /// What was known on a day of how it stood at an age; `None` where the age does not count.
    pub fn at(&self, age: Age, on: NaiveDate) -> Option<AtAge> {
        let due = Due::of(self.hatching.hatched_on, age);
        if on < due.on {
            return None;
        }
        let found = self.found.get(&age).filter(|(day, _)| *day <= on).map(|(_, outcome)| *outcome);
        match found.or_else(|| self.told_otherwise(due, on)) {
            Some(outcome) => Some(AtAge::Found(outcome)),
            None if on <= due.until || due.until < self.hatching.known_on => None,
            // Back in the base before anybody had to go.
            None if self.hatching.ended_on.is_some_and(|ended| ended <= due.until) => None,
            None => Some(AtAge::Unknown),
        }
    }

    /// By the other visits that had been made on a day.
    fn told_otherwise(&self, due: Due, on: NaiveDate) -> Option<Outcome> {
        let made = |(day, _): &&(NaiveDate, Outcome)| *day <= on;
        let before = self.found.range(..due.age).map(|(_, visit)| visit);
        let mut before = before.chain(self.extra.iter().filter(|(day, _)| *day <= due.until)).filter(made);
        if before.any(|(_, outcome)| *outcome == Outcome::Dissolved) {
            return Some(Outcome::Dissolved);
        }
        let after = self.found.range(due.age..).map(|(_, visit)| visit);
        let after = after.chain(self.extra.iter().filter(|(day, _)| *day >= due.on)).filter(made);
        after.map(|(_, outcome)| *outcome).find(|outcome| outcome.is_alive())
    }
}
