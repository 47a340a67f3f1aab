//! What goes to the bureau past the operator: an organisation its own letters, the bureau all of its base; the auditor
//! reads. Whoever runs the base is refused everywhere, and so learns nothing.

use hatchboard::access::Role::{Auditor, Bureau, Organisation};

use crate::tests::{entry::Entry, world::PAPER};

const ANSWERED: &[(&str, &str)] = &[
    ("base", "{base}"),
    ("letter", "{letter}"),
    ("version", "1"),
    ("act", "answer"),
    ("words", "tomorrow"),
    ("key", "k"),
];
const CLOSED: &[(&str, &str)] =
    &[("base", "{base}"), ("letter", "{letter}"), ("version", "1"), ("act", "close"), ("words", "done"), ("key", "k")];

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/letters").by(&[Organisation]),
        Entry::get("/o/{org}/letters.xlsx").by(&[Organisation]),
        page("/o/{org}/letters/new").by(&[Organisation]),
        page("/o/{org}/letters/{letter}").by(&[Organisation]),
        page("/b/{base}/letters").by(&[Bureau, Auditor]),
        page("/b/{base}/letters/{letter}").by(&[Bureau, Auditor]),
        Entry::get("/b/{base}/letters.xlsx").by(&[Bureau, Auditor]),
        function("/api/bureau_line/send")
            .fields(&[("organisation", "{org}"), ("kind", "complaint"), ("words", "occupied"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/bureau_line/ask")
            .fields(&[("organisation", "{org}"), ("letter", "{letter}"), ("words", "still"), ("key", "k")])
            .by(&[Organisation]),
        function("/api/bureau_line/answer").fields(ANSWERED).by(&[Bureau]),
        function("/api/bureau_line/answer").fields(CLOSED).by(&[Bureau]),
        Entry::get("/files/{letter_file}").by(&[Organisation, Bureau, Auditor]),
    ]
}
