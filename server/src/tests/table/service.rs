//! Service requests: an organisation its own, the operator all of its base; bureau and auditor read.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/services").by(&[Organisation]),
        Entry::get("/o/{org}/services.xlsx").by(&[Organisation]),
        page("/o/{org}/services/new").by(&[Organisation]),
        page("/o/{org}/services/{service}").by(&[Organisation]),
        page("/b/{base}/services").by(READERS),
        page("/b/{base}/services/new").by(&[Manager]),
        page("/b/{base}/services/{service}").by(READERS),
        Entry::get("/b/{base}/services.xlsx").by(READERS),
        function("/api/service_request/link")
            .form("base={base}&request={service}&kind=policy&title=rules&detail=&key=k")
            .by(&[Manager]),
        function("/api/service_request/strike_link")
            .form("base={base}&link={service_link}&words=wrong&key=k")
            .by(&[Manager]),
        function("/api/service_request/ask")
            .fields(&[("whose", "o:{org}"), ("kind", "training"), ("words", "ledger"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/service_request/ask")
            .fields(&[
                ("whose", "b:{base}"),
                ("organisation", "{org}"),
                ("kind", "training"),
                ("words", "ledger"),
                ("key", "k"),
            ])
            .by(&[Manager]),
        function("/api/service_request/ask")
            .fields(&[
                ("whose", "b:{base}"),
                ("organisation", "{org}"),
                ("report", "{report}"),
                ("kind", "training"),
                ("words", "ledger"),
                ("key", "k"),
            ])
            .by(&[Manager]),
        function("/api/service_request/ask")
            .fields(&[
                ("whose", "b:{base}"),
                ("organisation", "{org}"),
                ("visit", "{filed_follow_up}"),
                ("kind", "training"),
                ("words", "ledger"),
                ("key", "k"),
            ])
            .by(&[Manager]),
        function("/api/service_request/accept")
            .form("base={base}&request={service}&version=1&kind=training&owner=Zhou&due_on=2026-12-31&key=k")
            .by(&[Manager]),
        function("/api/service_request/end")
            .form("base={base}&request={service}&version=1&act=decline&words=elsewhere&key=k")
            .by(&[Manager]),
        function("/api/service_request/answer")
            .form("organisation={org}&request={service}&version=1&act=withdraw&key=k")
            .by(&[Organisation]),
        function("/api/service_request/answer")
            .form("organisation={org}&request={done_service}&version=3&act=rate&rating=5&key=k")
            .by(&[Organisation]),
        function("/api/service_request/say")
            .fields(&[("whose", "o:{org}"), ("request", "{service}"), ("words", "hello"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/service_request/say")
            .fields(&[("whose", "b:{base}"), ("request", "{service}"), ("words", "hello"), ("key", "k")])
            .by(&[Manager]),
        Entry::get("/files/{service_file}").by(&[Organisation, Manager, Bureau, Auditor]),
    ]
}
