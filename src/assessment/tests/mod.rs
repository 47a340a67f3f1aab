//! The rules of assessments: tables of cases, and what holds for every sheet.

mod cards;
mod corrections;
mod deciders;
#[cfg(feature = "store")]
mod exchange;
mod facts;
mod lines;
mod lost;
mod overview;
mod parts;
mod rhythm;
mod sheets;
mod shown;
mod steps;
mod timetables;
mod totals;
mod turns;
mod typing;

use super::{Given, Line, Scorecard};
use crate::points::Points;

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn given(text: &str, note: &str) -> Given {
    Given { points: points(text), note: note.to_owned() }
}

/// The lines of a scorecard that nobody has touched.
fn lines(card: &Scorecard) -> Vec<Line> {
    card.indicators().map(Line::of).collect()
}
