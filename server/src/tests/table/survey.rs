//! The quarter's survey: the bureau runs it and reads what came of it, the auditor reads; whoever has a link answers.

use hatchboard::access::Role::{Auditor, Bureau};

use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/surveys").by(&[Bureau, Auditor]),
        page("/b/{base}/surveys/new").by(&[Bureau]),
        page("/b/{base}/surveys/{survey}").by(&[Bureau, Auditor]),
        page("/survey/{survey_link}").by_everyone(),
        Entry::get("/b/{base}/surveys.xlsx").by(&[Bureau, Auditor]),
        Entry::get("/b/{base}/surveys/{survey}/results.xlsx").by(&[Bureau, Auditor]),
        function("/api/survey/open").form("base={base}&quarter=2026-Q2&closes_on=2026-04-24&key=k").by(&[Bureau]),
        function("/api/survey/close").form("base={base}&survey={survey}&version=1&key=k").by(&[Bureau]),
        function("/api/survey/answer")
            .form("token={survey_link}&useful=5&prompt=4&fair=4&premises=3&overall=4&words=rooms&key=k")
            .by_everyone(),
    ]
}
