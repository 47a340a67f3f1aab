//! What goes to the bureau past the operator: an organisation its own letters, the bureau all of its base; the auditor
//! reads. Whoever runs the base is refused everywhere, and so learns nothing.

use hatchboard::access::Role::{Auditor, Bureau, Organisation};

use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/letters").by(&[Organisation]),
        page("/o/{org}/letters/new").by(&[Organisation]),
        page("/o/{org}/letters/{letter}").by(&[Organisation]),
        page("/b/{base}/letters").by(&[Bureau, Auditor]),
        page("/b/{base}/letters/{letter}").by(&[Bureau, Auditor]),
        Entry::get("/b/{base}/letters.xlsx").by(&[Bureau, Auditor]),
        function("/api/bureau_line/send")
            .form("organisation={org}&kind=complaint&words=occupied&key=k")
            .by(&[Organisation]),
        function("/api/bureau_line/ask")
            .form("organisation={org}&letter={letter}&words=still&key=k")
            .by(&[Organisation]),
        function("/api/bureau_line/answer")
            .form("base={base}&letter={letter}&version=1&act=answer&words=tomorrow&key=k")
            .by(&[Bureau]),
        function("/api/bureau_line/answer")
            .form("base={base}&letter={letter}&version=1&act=close&words=done&key=k")
            .by(&[Bureau]),
    ]
}
