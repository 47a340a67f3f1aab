//! Sums of answers. Nobody's own answer is kept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Answer, Question};

/// By question, how often one to five was given.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally(BTreeMap<Question, [u32; 5]>);

impl Tally {
    pub fn add(&mut self, answer: &Answer) {
        for &(question, points) in &answer.points {
            let counts = self.0.entry(question).or_default();
            if let Some(count) = counts.get_mut(usize::from(points).wrapping_sub(1)) {
                *count = count.saturating_add(1);
            }
        }
    }

    /// How often one to five was given.
    pub fn counts(&self, question: Question) -> [u32; 5] {
        self.0.get(&question).copied().unwrap_or_default()
    }

    /// How many gave four or five (满意, 很满意), and how many answered.
    pub fn satisfied(&self, question: Question) -> (u32, u32) {
        let counts = self.counts(question);
        let [.., good, very_good] = counts;
        let all = counts.into_iter().fold(0, u32::saturating_add);
        (good.saturating_add(very_good), all)
    }

    /// In hundredths, half up: 100 to 500; `None` where nobody answered.
    pub fn average(&self, question: Question) -> Option<u32> {
        let counts = self.counts(question).map(u64::from);
        let given: u64 = counts.iter().sum();
        let sum: u64 = counts.iter().zip(1..).map(|(count, points)| count * points).sum();
        (200 * sum + given).checked_div(2 * given).and_then(|average| u32::try_from(average).ok())
    }
}
