//! What programs read by a token: what its owner may.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let api = Entry::api;
    vec![
        api("/api/v1/openapi.json").by_everyone(),
        api("/api/v1/bases").by_whoever_is_signed_in(),
        api("/api/v1/bases/{base}/organisations").by(READERS),
        api("/api/v1/bases/{base}/organisations/{org}").by(&[Organisation, Manager, Bureau, Auditor]),
        api("/api/v1/bases/{base}/reports?week={filed_week}").by(READERS),
        api("/api/v1/bases/{base}/reports/{report}").by(READERS),
        api("/api/v1/bases/{base}/plans?month={month}").by(READERS),
        api("/api/v1/bases/{base}/sheets?quarter={quarter}").by(READERS),
        api("/api/v1/bases/{base}/sheets/{sheet}").by(READERS),
        api("/api/v1/bases/{base}/follow-ups").by(READERS),
        api("/api/v1/bases/{base}/targets?year={year}").by(READERS),
    ]
}
