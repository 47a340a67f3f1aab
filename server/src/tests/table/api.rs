//! What programs read by a token: what its owner may.

use hatchboard::access::Role::{self, Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::entry::Entry;

/// An organisation's own staff, and whoever reads its base.
const SUBJECT_READERS: &[Role] = &[Organisation, Manager, Bureau, Auditor];

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let api = Entry::api;
    vec![
        api("/api/v1/openapi.json").by_everyone(),
        api("/api/v1/bases").by_whoever_is_signed_in(),
        api("/api/v1/bases/{base}/organisations").by(READERS),
        api("/api/v1/bases/{base}/organisations/{org}").by(SUBJECT_READERS),
        api("/api/v1/bases/{base}/reports?week={filed_week}").by(READERS),
        api("/api/v1/bases/{base}/reports/{report}").by(READERS),
        api("/api/v1/bases/{base}/plans?month={month}").by(READERS),
        api("/api/v1/bases/{base}/sheets?quarter={quarter}").by(READERS),
        api("/api/v1/bases/{base}/sheets/{sheet}").by(READERS),
        api("/api/v1/organisations/{org}/reports?from={filed_week}&to={open_week}").by(SUBJECT_READERS),
        api("/api/v1/organisations/{org}/reports/{report}").by(SUBJECT_READERS),
        api("/api/v1/organisations/{org}/plans?from={month}&to={month}").by(SUBJECT_READERS),
        api("/api/v1/organisations/{org}/sheets").by(SUBJECT_READERS),
        api("/api/v1/organisations/{org}/sheets/{sheet}").by(SUBJECT_READERS),
        api("/api/v1/bases/{base}/follow-ups").by(READERS),
        api("/api/v1/bases/{base}/targets?year={year}").by(READERS),
    ]
}
