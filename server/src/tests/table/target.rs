//! Annual targets: the operator writes and enters, the bureau decides; organisations see nothing of them.

use hatchboard::access::Role::{Bureau, Manager};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/targets").by(READERS),
        page("/b/{base}/targets/{target}").by(READERS),
        page("/b/{base}/targets/edit?year=2025").by(&[Manager]),
        Entry::get("/b/{base}/targets.xlsx").by(READERS),
        Entry::get("/b/{base}/targets/{target}/records.xlsx").by(READERS),
        function("/api/annual_target/begin").form("base={base}&year=2025&with=catalogue").by(&[Manager]),
        function("/api/annual_target/save")
            .form("base={base}&year=2025&version=0&targets[0][code]=hatched&targets[0][annual]=8&act=save&key=k")
            .by(&[Manager]),
        function("/api/annual_target/step")
            .form("base={base}&year=2027&version={next_year_version}&act=withdraw&key=k")
            .by(&[Manager]),
        function("/api/annual_target/decide")
            .form("base={base}&year=2027&version={next_year_version}&act=approve&key=k")
            .by(&[Bureau]),
        function("/api/annual_target/decide")
            .form("base={base}&year=2027&version={next_year_version}&act=return&reason=more&key=k")
            .by(&[Bureau]),
        function("/api/annual_target/enter")
            .fields(&[
                ("base", "{base}"),
                ("year", "2026"),
                ("target", "{target}"),
                ("on", "2026-02-02"),
                ("amount", "1"),
                ("what", "first"),
                ("evidence", "list"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Manager]),
        function("/api/annual_target/decide_entry")
            .form("base={base}&entry={target_entry}&version=1&act=approve&key=k")
            .by(&[Bureau]),
        function("/api/annual_target/decide_entry")
            .form("base={base}&entry={target_entry}&version=1&act=refuse&reason=twice&key=k")
            .by(&[Bureau]),
        function("/api/annual_target/decide_entry")
            .form("base={base}&entry={target_entry}&version=1&act=withdraw&key=k")
            .by(&[Manager]),
        Entry::get("/files/{target_file}").by(READERS),
    ]
}
