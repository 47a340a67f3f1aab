//! Attempts to reach an organisation, and when it may be called lost.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    code::coded,
    typed::{self, read_day},
};

use super::{Fault, Field, Problem};

coded! {
    /// How it was tried.
    pub enum Means {
        /// 电话.
        Phone = "phone",
        /// 短信或微信.
        Message = "message",
        /// 上门.
        OnSite = "on_site",
    }
}

coded! {
    /// What came of it.
    pub enum Reached {
        /// 无人接听.
        NoAnswer = "no_answer",
        /// 号码或地址失效.
        ContactInvalid = "contact_invalid",
        /// 人去楼空.
        NobodyThere = "nobody_there",
        /// 已约定.
        Appointment = "appointment",
        /// 婉拒.
        Declined = "declined",
    }
}

impl Reached {
    /// Whether somebody answered.
    pub const fn is_contact(self) -> bool {
        matches!(self, Self::Appointment | Self::Declined)
    }
}

/// An attempt as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewAttempt {
    pub on: String,
    pub means: String,
    pub reached: String,
    pub note: String,
}

/// An attempt that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Attempt {
    pub on: NaiveDate,
    pub means: Means,
    pub reached: Reached,
    pub note: String,
}

impl Attempt {
    /// The longest note, in characters.
    pub const LONGEST_NOTE: usize = 200;

    /// The attempt that was typed; no day lies before `earliest` or after `today`.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &NewAttempt, earliest: NaiveDate, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(Problem { field, fault: Fault::Typed(fault) });
        let on = match read_day(&typed.on, today) {
            Ok(day) if day > today => Err(typed::Fault::InTheFuture { today }),
            Ok(day) if day < earliest => Err(typed::Fault::TooEarly { earliest }),
            read => read,
        };
        let on = on.map_err(|wrong| fault(Field::On, wrong)).ok();
        let means = Means::from_code(&typed.means);
        if means.is_none() {
            fault(Field::Means, typed::Fault::UnknownChoice);
        }
        let reached = Reached::from_code(&typed.reached);
        if reached.is_none() {
            fault(Field::Reached, typed::Fault::UnknownChoice);
        }
        let note = typed.note.trim().to_owned();
        let found = note.chars().count();
        if found > Self::LONGEST_NOTE {
            fault(Field::Note, typed::Fault::TooLong { limit: Self::LONGEST_NOTE, found });
        }
        match (on, means, reached) {
            (Some(on), Some(means), Some(reached)) if problems.is_empty() => Ok(Self { on, means, reached, note }),
            _ => Err(problems),
        }
    }
}

/// What is missing before an organisation may be called lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotLost {
    /// Attempts without an answer, since the last that had one.
    pub attempts: usize,
    /// From the first to the last of them.
    pub days: i64,
}

impl NotLost {
    /// The fewest attempts.
    pub const ATTEMPTS: usize = 3;
    /// Over at least so many days.
    pub const DAYS: i64 = 30;
}

/// An organisation is lost (失联) only after three attempts without an answer over at least 30 days: a hard rule.
/// Whoever has answered meanwhile is not lost, so attempts count anew from there.
///
/// # Errors
/// [`NotLost`].
pub fn may_be_lost(attempts: &[(NaiveDate, Reached)]) -> Result<(), NotLost> {
    let mut attempts = attempts.to_vec();
    // Of two on one day the answer comes last.
    attempts.sort_by_key(|(day, reached)| (*day, reached.is_contact()));
    let since = attempts.iter().rposition(|(_, reached)| reached.is_contact()).map_or(0, |last| last + 1);
    let vain = &attempts[since..];
    let days = match (vain.first(), vain.last()) {
        (Some((first, _)), Some((last, _))) => (*last - *first).num_days(),
        _ => 0,
    };
    if vain.len() >= NotLost::ATTEMPTS && days >= NotLost::DAYS {
        Ok(())
    } else {
        Err(NotLost { attempts: vain.len(), days })
    }
}
