//! Workbooks of a quarter: whoever reads the base asks for one, and it is theirs alone.

use hatchboard::access::Role::{Auditor, Bureau, Manager};

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (get, function) = (Entry::get, Entry::function);
    vec![
        Entry::page("/b/{base}/workbooks").by(READERS),
        get("/b/{base}/workbooks/{managers_workbook}/file").by(&[Manager]),
        get("/b/{base}/workbooks/{bureaus_workbook}/file").by(&[Bureau]),
        get("/b/{base}/workbooks/{auditors_workbook}/file").by(&[Auditor]),
        function("/api/workbook/ask").form("base={base}&quarter=2026-Q1&key=k").by(READERS),
        function("/api/workbook/cancel").form("base={base}&workbook={managers_waiting}&key=k").by(&[Manager]),
        function("/api/workbook/cancel").form("base={base}&workbook={bureaus_waiting}&key=k").by(&[Bureau]),
        function("/api/workbook/cancel").form("base={base}&workbook={auditors_waiting}&key=k").by(&[Auditor]),
    ]
}
