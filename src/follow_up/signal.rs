//! Signals of risk: they ask for an extra visit.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{Fault, Field, Problem, judge::words};
use crate::{code::coded, typed};

coded! {
    /// Why somebody goes beyond the schedule.
    pub enum Signal {
        /// 信用代码失效.
        CodeInvalid = "code_invalid",
        /// 列入活动异常名录.
        AbnormalList = "abnormal_list",
        /// 注销或撤销登记.
        Unlisted = "unlisted",
        /// 连续两次考核不合格.
        TwoFails = "two_fails",
        /// 三个月无音讯.
        Silence = "silence",
    }
}

/// A signal as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct NewSignal {
    pub signal: String,
    pub note: String,
}

/// A signal that can be kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SignalRaised {
    pub signal: Signal,
    /// Where it was seen.
    pub note: String,
}

impl SignalRaised {
    /// The longest note, in characters.
    pub const LONGEST_NOTE: usize = 300;
    /// Days within which the extra visit is made (**default**).
    pub const DAYS: u64 = 30;

    /// The signal that was typed; it needs words.
    ///
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &NewSignal) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut fault = |field, fault| problems.push(Problem { field, fault: Fault::Typed(fault) });
        let signal = Signal::from_code(&typed.signal);
        if signal.is_none() {
            fault(Field::Signal, typed::Fault::UnknownChoice);
        }
        let note = words(&typed.note, Self::LONGEST_NOTE).map_err(|wrong| fault(Field::Note, wrong)).ok();
        match (signal, note) {
            (Some(signal), Some(note)) => Ok(Self { signal, note }),
            _ => Err(problems),
        }
    }

    /// The day by which the extra visit is due.
    pub fn due_on(raised_on: NaiveDate) -> NaiveDate {
        raised_on.checked_add_days(Days::new(Self::DAYS)).unwrap_or(raised_on)
    }
}

/// Since when an organisation has been silent, where that is three months or more.
///
/// `last_sign` is its last sign of life: a visit that met it, an answered attempt, its own confirmation, a report.
/// Between two visits of the schedule nobody asks, so silence says something only where somebody has tried in vain
/// since: `tried_in_vain`.
pub fn silent_since(last_sign: NaiveDate, tried_in_vain: bool, today: NaiveDate) -> Option<NaiveDate> {
    let three_months = last_sign.checked_add_months(Months::new(3))?;
    (tried_in_vain && three_months <= today).then_some(last_sign)
}
