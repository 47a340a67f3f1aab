//! Points that a sheet did not get: line by line how many, and by whose word.

use super::{Given, Line, Scoring, Sheet};
use crate::points::Points;

/// Why a line has fewer points than it is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why<'s> {
    /// What the rule found; its working tells.
    Rule,
    /// Somebody gave fewer, and said why; empty where nothing was said.
    Said { by: Giver, note: &'s str },
}

/// Whose word counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Giver {
    Operator,
    Bureau,
    /// An objection was upheld, and the points still are not all.
    Objection,
    Correction,
}

/// A line that lost points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost<'s> {
    pub line: &'s Line,
    /// Above nothing, at most what the line is worth; not rescaled.
    pub points: Points,
    pub why: Why<'s>,
}

impl Sheet {
    /// The lines that apply, have points, and not all of them: who lost the most comes first, and equal ones as the card
    /// has them.
    ///
    /// ```
    /// use hatchboard::{assessment::{Finding, Line, Sheet, organisation}, points::Points};
    /// let card = organisation();
    /// let mut lines: Vec<Line> = card.indicators().map(Line::of).collect();
    /// for line in &mut lines {
    ///     line.finding = Some(Finding::Rate { full: 1, half: 0, of: 2 });
    /// }
    /// let sheet = Sheet { card, lines, bonus: Points::ZERO, late_repairs: 0, veto: None };
    /// let lost = sheet.lost();
    /// // Half of what the rules are worth; what nobody has judged yet has lost nothing.
    /// let told: Vec<String> = lost.iter().map(|one| one.points.to_string()).collect();
    /// assert_eq!(told, ["5.00", "4.00", "3.00", "2.50"]);
    /// ```
    pub fn lost(&self) -> Vec<Lost<'_>> {
        let mut lost: Vec<Lost<'_>> = self.lines.iter().filter_map(lost_by).collect();
        lost.sort_by_key(|one| std::cmp::Reverse(one.points));
        lost
    }
}

fn lost_by(line: &Line) -> Option<Lost<'_>> {
    let points = line.indicator.max.less(line.points()?);
    (points > Points::ZERO).then(|| Lost { line, points, why: why(line) })
}

/// The last word, and what was said with it or, where that was nothing, with the one that it took over.
fn why(line: &Line) -> Why<'_> {
    let words: [(Giver, &Option<Given>); 4] = [
        (Giver::Correction, &line.corrected),
        (Giver::Objection, &line.upheld),
        (Giver::Bureau, &line.bureau),
        (Giver::Operator, &line.operator),
    ];
    let given: Vec<(Giver, &Given)> = words.into_iter().filter_map(|(by, given)| Some((by, given.as_ref()?))).collect();
    let agrees = |last: &Given, one: &Given| last.points == one.points && !one.note.trim().is_empty();
    let Some((by, last)) = given.first().copied() else { return Why::Rule };
    if matches!(line.indicator.scoring, Scoring::Rule(_)) && line.computed() == Some(last.points) {
        return Why::Rule;
    }
    let (by, said) = given.iter().copied().find(|(_, one)| agrees(last, one)).unwrap_or((by, last));
    Why::Said { by, note: said.note.trim() }
}
