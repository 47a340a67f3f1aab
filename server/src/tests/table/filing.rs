//! Writing a week: the organisation its own, the operator that of an organisation on its behalf, and the base's.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use crate::tests::entry::Entry;

/// The required fields and no more.
const FILED: &[(&str, &str)] = &[
    ("draft_version", "{draft_version}"),
    ("key", "k"),
    ("done", "visits"),
    ("activities_count", "2"),
    ("attendances", "60"),
    ("help_kind", "none"),
    ("do", "submit"),
];
const FILED_BY_THE_BASE: &[(&str, &str)] = &[
    ("draft_version", "{base_draft_version}"),
    ("key", "k"),
    ("done", "visits"),
    ("activities_count", "2"),
    ("attendances", "60"),
    ("help_kind", "none"),
    ("do", "submit"),
];
/// Takes the photo of the week that waits for its review away.
const WITHOUT_PHOTO: &[(&str, &str)] = &[("key", "k"), ("do", "remove_file:{photo}")];

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function, post) = (Entry::page, Entry::function, Entry::post);
    vec![
        page("/o/{org}").by(&[Organisation]),
        page("/o/{org}/search?q=2026").by(&[Organisation]),
        page("/o/{org}/reports").by(&[Organisation]),
        Entry::get("/o/{org}/reports.xlsx").by(&[Organisation]),
        page("/o/{org}/reports/{open_week}").by(&[Organisation]),
        page("/o/{org}/reports/{filed_week}").by(&[Organisation]),
        page("/b/{base}/organisations/{org}/reports/{open_week}").by(&[Manager]),
        post("/api/weekly_report/filing/o/{org}/{open_week}").fields(FILED).by(&[Organisation]),
        post("/api/weekly_report/filing/b/{base}/o/{org}/{open_week}").fields(FILED).by(&[Manager]),
        post("/api/weekly_report/filing/b/{base}/{open_week}").fields(FILED_BY_THE_BASE).by(&[Manager]),
        post("/api/weekly_report/filing/o/{org}/{filed_week}").fields(WITHOUT_PHOTO).by(&[Organisation]),
        post("/api/weekly_report/draft/o/{org}/{open_week}")
            .json(r#"{"version":{draft_version},"draft":{draft}}"#)
            .by(&[Organisation]),
        post("/api/weekly_report/draft/b/{base}/o/{org}/{open_week}")
            .json(r#"{"version":{draft_version},"draft":{draft}}"#)
            .by(&[Manager]),
        post("/api/weekly_report/draft/b/{base}/{open_week}")
            .json(r#"{"version":{base_draft_version},"draft":{draft}}"#)
            .by(&[Manager]),
        function("/api/weekly_report/own/withdraw")
            .form("whose=o:{org}&week={filed_week}&row_version={report_version}&key=k")
            .by(&[Organisation]),
        function("/api/weekly_report/own/withdraw")
            .form("whose=b:{base}:{org}&week={filed_week}&row_version={report_version}&key=k")
            .by(&[Manager]),
        function("/api/weekly_report/own/withdraw")
            .form("whose=b:{base}&week={filed_week}&row_version={base_report_version}&key=k")
            .by(&[Manager]),
        // What the operator has filed on its behalf, only the organisation confirms.
        function("/api/weekly_report/own/confirm")
            .form("organisation={org}&week={behalf_week}&key=k")
            .by(&[Organisation]),
        function("/api/weekly_report/own/comment")
            .form("organisation={org}&report={report}&week={filed_week}&words=thanks&key=k")
            .by(&[Organisation]),
        Entry::get("/files/{photo}").by(&[Organisation, Manager, Bureau, Auditor]),
        Entry::get("/files/{photo}/thumbnail").by(&[Organisation, Manager, Bureau, Auditor]),
    ]
}
