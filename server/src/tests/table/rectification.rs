//! Rectifications: operator and bureau give them, an organisation answers for its own, whoever gave one closes it.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/rectifications").by(&[Organisation]),
        Entry::get("/o/{org}/rectifications.xlsx").by(&[Organisation]),
        page("/o/{org}/rectifications/{rectification}").by(&[Organisation]),
        page("/b/{base}/rectifications").by(READERS),
        page("/b/{base}/rectifications/new").by(&[Manager, Bureau]),
        page("/b/{base}/rectifications/{rectification}").by(READERS),
        Entry::get("/b/{base}/rectifications.xlsx").by(READERS),
        function("/api/rectification/give")
            .form("base={base}&subject={org}&source=visit&words=door&owner=Li&due_on=2026-12-31&key=k")
            .by(&[Manager, Bureau]),
        function("/api/rectification/give")
            .form(
                "base={base}&subject={org}&found_in=report:{report}&source=report&words=door&owner=Li\
                &due_on=2026-12-31&key=k",
            )
            .by(&[Manager, Bureau]),
        function("/api/rectification/give")
            .form(
                "base={base}&subject={org}&found_in=coaching:{visit}&source=visit&words=door&owner=Li\
                &due_on=2026-12-31&key=k",
            )
            .by(&[Manager, Bureau]),
        function("/api/rectification/give")
            .form("base={base}&subject=base&source=visit&words=door&owner=Li&due_on=2026-12-31&key=k")
            .by(&[Bureau]),
        function("/api/rectification/report")
            .fields(&[
                ("whose", "o:{org}"),
                ("id", "{rectification}"),
                ("version", "1"),
                ("words", "done"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/rectification/report")
            .fields(&[
                ("whose", "b:{base}"),
                ("id", "{base_rectification}"),
                ("version", "1"),
                ("words", "done"),
                ("key", "k"),
            ])
            .by(&[Manager]),
        function("/api/rectification/decide")
            .form("base={base}&id={reported_rectification}&version=2&act=close&key=k")
            .by(&[Manager]),
        function("/api/rectification/decide")
            .form("base={base}&id={bureau_rectification}&version=2&act=send_back&words=more&key=k")
            .by(&[Bureau]),
        function("/api/rectification/decide")
            .form("base={base}&id={rectification}&version=1&act=withdraw&words=mistaken&key=k")
            .by(&[Manager]),
        function("/api/rectification/decide")
            .form("base={base}&id={bureau_rectification}&version=2&act=withdraw&words=mistaken&key=k")
            .by(&[Bureau]),
        function("/api/rectification/extend")
            .form("base={base}&id={rectification}&version=1&due_on=2027-01-29&words=ordered&key=k")
            .by(&[Manager]),
        function("/api/rectification/extend")
            .form("base={base}&id={base_rectification}&version=1&due_on=2027-01-29&words=ordered&key=k")
            .by(&[Bureau]),
        Entry::get("/files/{repair_file}").by(&[Organisation, Manager, Bureau, Auditor]),
    ]
}
