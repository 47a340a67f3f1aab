use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    code::coded,
    record::{Problem, Reading},
    typed::read_cents,
};

coded! {
    /// What has become of a match.
    pub enum State {
        /// 已对接.
        Matched = "matched",
        /// 实施中.
        UnderWay = "under_way",
        /// 已完成.
        Done = "done",
        /// 未成: it counts no more, and its words say why.
        FellThrough = "fell_through",
    }
}

impl State {
    /// Whether the match counts.
    pub const fn counts(self) -> bool {
        !matches!(self, Self::FellThrough)
    }
}

coded! {
    /// A field of a match's form, by its name.
    pub enum Field {
        Organisation = "organisation",
        Name = "name",
        Partner = "partner",
        Amount = "amount",
        MatchedOn = "matched_on",
        State = "state",
        Words = "words",
        Reason = "reason",
    }
}

/// A match as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectText {
    pub organisation: String,
    pub name: String,
    pub partner: String,
    pub amount: String,
    pub matched_on: String,
    pub state: String,
    pub words: String,
}

/// A match that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchedProject {
    pub organisation: Uuid,
    pub name: String,
    /// 合作方: who asks for the project, or carries it together.
    pub partner: String,
    /// In cents; 0 where no money changes hands.
    pub amount: i64,
    pub matched_on: NaiveDate,
    pub state: State,
    /// Required where it fell through.
    pub words: String,
}

impl MatchedProject {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &ProjectText, today: NaiveDate) -> Result<Self, Vec<Problem<Field>>> {
        let mut reading = Reading::begin();
        let organisation = reading.organisation(Field::Organisation, &typed.organisation);
        let name = reading.line(Field::Name, &typed.name, true);
        let partner = reading.line(Field::Partner, &typed.partner, true);
        let amount = reading.take(Field::Amount, read_cents(&typed.amount));
        let matched_on = reading.past_day(Field::MatchedOn, &typed.matched_on, today);
        let state: Option<State> = reading.choice(Field::State, &typed.state);
        let words = reading.words(Field::Words, &typed.words, state == Some(State::FellThrough));
        let read = || {
            Some(Self {
                organisation: organisation?,
                name: name?,
                partner: partner?,
                amount: amount?,
                matched_on: matched_on?,
                state: state?,
                words: words?,
            })
        };
        reading.end(read())
    }
}
