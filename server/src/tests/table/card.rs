//! Scorecards: the admin and the bureau write them, the base's readers read them; organisations see nothing of them.

use hatchboard::access::Role::{self, Admin, Auditor, Bureau, Manager};

use crate::tests::entry::Entry;

const READERS: &[Role] = &[Manager, Bureau, Auditor, Admin];

/// A card as it is exported, of no more than it needs.
const CARD: &[u8] = br#"{
    "kind": "exit_review",
    "name": "exit",
    "sections": [{ "name": "all", "indicators": [{ "code": "all", "name": "all", "max": "100.00", "scoring": "judgement", "evidence": "minutes" }] }],
    "bonus_cap": "0.00",
    "deduction_cap": "0.00",
    "per_rectification": "0.00",
    "vetoes": [],
    "bands": { "excellent": "90.00", "good": "80.00", "pass": "75.00" }
}"#;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/scorecards").by(READERS),
        page("/b/{base}/scorecards/{card}").by(READERS),
        page("/b/{base}/scorecards/{card}/edit").by(&[Bureau, Admin]),
        Entry::get("/b/{base}/scorecards/{card}/card.json").by(READERS),
        Entry::get("/b/{base}/scorecards/{card}/card.xlsx?version=2").by(READERS),
        function("/api/scorecard/begin").form("base={base}&kind=exit_review&key=k").by(&[Bureau, Admin]),
        function("/api/scorecard/save")
            .form("base={base}&kind={card}&version=2&head[name]=half&act=add_section")
            .by(&[Bureau, Admin]),
        function("/api/scorecard/publish")
            .form("base={base}&kind={card}&version=2&reason=more&key=k")
            .by(&[Bureau, Admin]),
        function("/api/scorecard/drop").form("base={base}&kind={card}&version=2&key=k").by(&[Bureau, Admin]),
        function("/api/scorecard/upload")
            .fields(&[("base", "{base}"), ("kind", "exit_review"), ("version", ""), ("key", "k")])
            .file("file", "card.json", CARD)
            .by(&[Bureau, Admin]),
    ]
}
