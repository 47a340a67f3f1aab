use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    code::coded,
    record::{Fault, Problem, Reading},
    typed::read_cents,
};

coded! {
    /// A field of the forms of funds, by its name.
    pub enum Field {
        Source = "source",
        Organisation = "organisation",
        Pledged = "pledged",
        PledgedOn = "pledged_on",
        Received = "received",
        ReceivedOn = "received_on",
        Evidence = "evidence",
        Reason = "reason",
    }
}

/// A pledge as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FundText {
    pub source: String,
    /// Blank: for the base.
    pub organisation: String,
    pub pledged: String,
    pub pledged_on: String,
    pub evidence: String,
}

/// A pledge that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Who gives, by name.
    pub source: String,
    /// For whom; `None` for the base.
    pub organisation: Option<Uuid>,
    /// In cents, above 0.
    pub pledged: i64,
    pub pledged_on: NaiveDate,
    /// What shows it, such as an agreement's number.
    pub evidence: String,
}

/// A payment as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PaymentText {
    pub received: String,
    pub received_on: String,
    pub evidence: String,
}

/// A payment that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// In cents, above 0. More may come than was pledged.
    pub received: i64,
    pub received_on: NaiveDate,
    /// What shows it, such as a receipt's number.
    pub evidence: String,
}

impl Fund {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &FundText, today: NaiveDate) -> Result<Self, Vec<Problem<Field>>> {
        let mut reading = Reading::begin();
        let source = reading.line(Field::Source, &typed.source, true);
        let organisation = match typed.organisation.as_str() {
            "" => Some(None),
            id => reading.organisation(Field::Organisation, id).map(Some),
        };
        let pledged = reading.take(Field::Pledged, read_amount(&typed.pledged));
        let pledged_on = reading.past_day(Field::PledgedOn, &typed.pledged_on, today);
        let evidence = reading.words(Field::Evidence, &typed.evidence, true);
        let read = || {
            Some(Self {
                source: source?,
                organisation: organisation?,
                pledged: pledged?,
                pledged_on: pledged_on?,
                evidence: evidence?,
            })
        };
        reading.end(read())
    }
}

impl Payment {
    /// # Errors
    /// Every [`Problem`], in the order of the form.
    pub fn judge(typed: &PaymentText, today: NaiveDate) -> Result<Self, Vec<Problem<Field>>> {
        let mut reading = Reading::begin();
        let received = reading.take(Field::Received, read_amount(&typed.received));
        let received_on = reading.past_day(Field::ReceivedOn, &typed.received_on, today);
        let evidence = reading.words(Field::Evidence, &typed.evidence, true);
        let read = || Some(Self { received: received?, received_on: received_on?, evidence: evidence? });
        reading.end(read())
    }
}

fn read_amount(typed: &str) -> Result<i64, Fault> {
    match read_cents(typed)? {
        0 => Err(Fault::Zero),
        cents => Ok(cents),
    }
}
