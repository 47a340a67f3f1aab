//! How a subject's week looks: a colour, a sign and a word together, so that no meaning hangs on one of them.

use hatchboard::weekly_report::{Cell, Timeliness, Why};

use super::words;
use crate::{
    Language,
    ui::{badge::Tone, time::length},
};

/// What the matrix shows of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub tone: Tone,
    /// One character.
    pub sign: &'static str,
    /// Read out, and shown on pointing.
    pub word: String,
    /// Drawn without a surface: nothing was asked, or not yet.
    pub faint: bool,
}

pub fn look(language: Language, cell: &Cell) -> Look {
    let (tone, sign) = tone_and_sign(language, cell);
    let faint = matches!(cell, Cell::NotExpected(_) | Cell::Pending);
    Look { tone, sign, word: word(language, cell), faint }
}

/// Every kind of week with its sign, for the legend.
pub fn legend(language: Language) -> [(Tone, &'static str, &'static str, bool); 7] {
    [
        (Tone::Good, "✓", words::on_time(language), false),
        (Tone::Good, "○", words::on_time_nothing(language), false),
        (Tone::Warn, words::sign_late(language), words::late(language), false),
        (Tone::Bad, words::sign_missing(language), words::missing(language), false),
        (Tone::Calm, words::sign_excused(language), words::excused(language), false),
        (Tone::Calm, "–", words::not_expected_at_all(language), true),
        (Tone::Calm, "·", words::pending(language), true),
    ]
}

fn tone_and_sign(language: Language, cell: &Cell) -> (Tone, &'static str) {
    match cell {
        Cell::OnTime => (Tone::Good, "✓"),
        Cell::OnTimeNothing => (Tone::Good, "○"),
        Cell::Late { .. } => (Tone::Warn, words::sign_late(language)),
        Cell::Missing => (Tone::Bad, words::sign_missing(language)),
        Cell::Excused(_) => (Tone::Calm, words::sign_excused(language)),
        Cell::NotExpected(_) => (Tone::Calm, "–"),
        Cell::Pending => (Tone::Calm, "·"),
    }
}

/// How timely a filing was: tone, sign and word.
pub fn timely(language: Language, timeliness: Timeliness) -> (Tone, &'static str, String) {
    let cell = match timeliness {
        Timeliness::Pending => Cell::Pending,
        Timeliness::OnTime => Cell::OnTime,
        Timeliness::Late { minutes } => Cell::Late { minutes, counts: true },
        Timeliness::Missing => Cell::Missing,
    };
    let Look { tone, sign, word, .. } = look(language, &cell);
    (tone, sign, word)
}

/// The whole of what a cell says, such as `迟报 2 天 3 小时`.
pub fn word(language: Language, cell: &Cell) -> String {
    match cell {
        Cell::OnTime => words::on_time(language).to_owned(),
        Cell::OnTimeNothing => words::on_time_nothing(language).to_owned(),
        Cell::Late { minutes, counts } => {
            let by = length(language, chrono::TimeDelta::minutes((*minutes).into()));
            if *counts { words::late_by(language, by) } else { words::late_beyond_cut_off(language, by) }
        }
        Cell::Missing => words::missing(language).to_owned(),
        Cell::Excused(excuse) => words::excused_because(language, &excuse.reason),
        Cell::NotExpected(why) => words::not_expected(language, why_not(language, why)),
        Cell::Pending => words::pending(language).to_owned(),
    }
}

fn why_not(language: Language, why: &Why) -> String {
    let words = match why {
        Why::NotYetAdmitted => words::not_yet_admitted,
        Why::Suspended => words::suspended,
        Why::Left => words::left,
        Why::NoWorkingDay => words::no_working_day,
        Why::Cadence => words::cadence,
        Why::Excused(excuse) => return excuse.reason.clone(),
    };
    words(language).to_owned()
}

#[cfg(test)]
mod tests {
    use hatchboard::weekly_report::Excuse;

    use super::*;

    fn every_cell() -> Vec<Cell> {
        let excuse = Excuse { by: uuid::Uuid::nil(), reason: "flood".to_owned() };
        vec![
            Cell::NotExpected(Why::NotYetAdmitted),
            Cell::Pending,
            Cell::OnTime,
            Cell::OnTimeNothing,
            Cell::Late { minutes: 90, counts: true },
            Cell::Missing,
            Cell::Excused(excuse),
        ]
    }

    #[test]
    fn no_two_kinds_of_week_share_a_sign() {
        for language in [Language::Chinese, Language::English] {
            let mut signs: Vec<_> = every_cell().iter().map(|cell| look(language, cell).sign).collect();
            signs.sort_unstable();
            signs.dedup();
            assert_eq!(signs.len(), every_cell().len());
        }
    }

    #[test]
    fn the_legend_explains_every_sign_of_the_matrix() {
        for language in [Language::Chinese, Language::English] {
            let explained = legend(language);
            for cell in every_cell() {
                let Look { tone, sign, faint, .. } = look(language, &cell);
                assert!(explained.iter().any(|one| (one.0, one.1, one.3) == (tone, sign, faint)), "{cell:?}");
            }
        }
    }

    #[test]
    fn a_late_week_says_by_how_much() {
        let late = Cell::Late { minutes: 2 * 1_440 + 180, counts: true };
        assert_eq!(word(Language::Chinese, &late), "迟报 2 天 3 小时");
        assert_eq!(word(Language::English, &late), "2 days 3 hours late");
    }

    #[test]
    fn an_excused_week_says_why() {
        let excused = every_cell().pop().unwrap();
        assert_eq!(word(Language::Chinese, &excused), "免报：flood");
    }
}
