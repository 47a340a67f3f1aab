//! The rules of funds.

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::{Field, Fund, FundText, Payment, PaymentText};
use crate::record::Fault;

fn today() -> NaiveDate {
    "2026-04-09".parse().unwrap()
}

fn text() -> FundText {
    FundText {
        source: "爱心企业联合会".into(),
        organisation: String::new(),
        pledged: "95万".into(),
        pledged_on: "2026-03-01".into(),
        evidence: "认捐协议 2 号".into(),
    }
}

#[test]
fn a_pledge_is_for_an_organisation_or_for_the_base() {
    let read = Fund::judge(&text(), today()).unwrap();
    assert_eq!((read.organisation, read.pledged), (None, 95_000_000));
    let id = Uuid::from_u128(1);
    let read = Fund::judge(&FundText { organisation: id.to_string(), ..text() }, today()).unwrap();
    assert_eq!(read.organisation, Some(id));
    let problems = Fund::judge(&FundText::default(), today()).unwrap_err();
    let fields: Vec<_> = problems.into_iter().map(|problem| problem.field).collect();
    assert_eq!(fields, [Field::Source, Field::Pledged, Field::PledgedOn, Field::Evidence]);
}

#[test]
fn nothing_is_neither_pledged_nor_received_and_not_in_the_future() {
    let problems = Fund::judge(&FundText { pledged: "0.00".into(), ..text() }, today()).unwrap_err();
    assert_eq!((problems[0].field, problems[0].fault), (Field::Pledged, Fault::Zero));
    let payment = |received: &str, on: &str| {
        let typed = PaymentText { received: received.into(), received_on: on.into(), evidence: "凭证 1".into() };
        Payment::judge(&typed, today())
    };
    assert_eq!(payment("0", "2026-04-09").unwrap_err()[0].fault, Fault::Zero);
    assert_eq!(payment("12,000.50", "2026-04-10").unwrap_err()[0].field, Field::ReceivedOn);
    assert_eq!(payment("12,000.50", "2026-04-09").unwrap().received, 1_200_050);
}

proptest! {
    #[test]
    fn what_is_kept_is_more_than_nothing(typed in "-?[0-9]{0,9}(\\.[0-9]{0,3})?") {
        if let Ok(read) = Fund::judge(&FundText { pledged: typed, ..text() }, today()) {
            prop_assert!(read.pledged > 0);
        }
    }
}
