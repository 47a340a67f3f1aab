//! Organisations' files, their incubations, and the import.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::{
    entry::Entry,
    world::{PAPER, REGISTER},
};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    [file(), incubation(), import()].into_iter().flatten().collect()
}

fn file() -> Vec<Entry> {
    let page = Entry::page;
    let function = Entry::function;
    vec![
        page("/b/{base}/organisations").by(READERS),
        page("/b/{base}/funnel").by(READERS),
        Entry::get("/b/{base}/funnel.xlsx").by(READERS),
        Entry::get("/b/{base}/organisations.xlsx").by(READERS),
        page("/b/{base}/organisations/new").by(&[Manager]),
        function("/api/organisation/create")
            .form("base={base}&name=Qiao&kind=community&standing=filed&key=k")
            .by(&[Manager]),
        page("/b/{base}/organisations/{org}").by(READERS),
        page("/b/{base}/organisations/{org}/edit").by(&[Manager]),
        function("/api/organisation/edit")
            .form("base={base}&organisation={org}&version={org_version}&name=Qiao&kind=community&standing=filed&key=k")
            .by(&[Manager]),
        // The organisation's own staff write its contacts, people and papers, and nothing else of its file.
        page("/o/{org}/file").by(&[Organisation]),
        page("/o/{org}/file/contacts").by(&[Organisation]),
        page("/b/{base}/organisations/{org}/contacts").by(&[Manager]),
        function("/api/organisation/contacts")
            .form("base=&organisation={org}&version={org_version}&contact_name=Lin&key=k")
            .by(&[Organisation]),
        function("/api/organisation/contacts")
            .form("base={base}&organisation={org}&version={org_version}&contact_name=Lin&key=k")
            .by(&[Manager]),
        page("/o/{org}/file/people/{person}").by(&[Organisation]),
        page("/b/{base}/organisations/{org}/people/{person}").by(&[Manager]),
        function("/api/organisation/person").form("organisation={org}&name=Lin&key=k").by(&[Organisation]),
        function("/api/organisation/person").form("base={base}&organisation={org}&name=Lin&key=k").by(&[Manager]),
        function("/api/organisation/person")
            .form("organisation={org}&person={person}&version=1&name=Lin&key=k")
            .by(&[Organisation]),
        function("/api/organisation/person")
            .form("base={base}&organisation={org}&person={person}&version=1&name=Lin&key=k")
            .by(&[Manager]),
        function("/api/organisation/remove_person")
            .form("organisation={org}&person={person}&version=1&key=k")
            .by(&[Organisation]),
        function("/api/organisation/remove_person")
            .form("base={base}&organisation={org}&person={person}&version=1&key=k")
            .by(&[Manager]),
        // Seeing a number is a deed: it is on the record.
        function("/api/organisation/reveal").form("organisation={org}&key=k").by(&[Organisation]),
        function("/api/organisation/reveal").form("base={base}&organisation={org}&key=k").by(READERS),
        function("/api/organisation/reveal").form("organisation={org}&person={person}&key=k").by(&[Organisation]),
        function("/api/organisation/reveal").form("base={base}&organisation={org}&person={person}&key=k").by(READERS),
        function("/api/evidence/add_paper")
            .fields(&[("base", ""), ("organisation", "{org}"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/evidence/add_paper")
            .fields(&[("base", "{base}"), ("organisation", "{org}"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Manager]),
        function("/api/organisation/remove_paper").form("organisation={org}&paper={paper}&key=k").by(&[Organisation]),
        function("/api/organisation/remove_paper")
            .form("base={base}&organisation={org}&paper={paper}&key=k")
            .by(&[Manager]),
        Entry::get("/files/{paper}").by(&[Organisation, Manager, Bureau, Auditor]),
    ]
}

/// The operator moves an incubation; what the bureau has to confirm it only proposes.
fn incubation() -> Vec<Entry> {
    let page = Entry::page;
    let function = Entry::function;
    vec![
        page("/b/{base}/organisations/{org}/stage").by(&[Manager, Bureau]),
        function("/api/incubation/begin")
            .form(
                "base={base}&organisation={newcomer}&reason=agreed\
                &admitted_on=2026-04-01&mode=in_shell&stage=incubating&key=k",
            )
            .by(&[Manager]),
        function("/api/incubation/step")
            .form(
                "base={base}&incubation={incubation}&version={incubation_version}\
                &action=rectify&effective_on=2026-04-08&reason=accounts&key=k",
            )
            .by(&[Manager, Bureau]),
        function("/api/incubation/step")
            .form(
                "base={base}&incubation={incubation}&version={incubation_version}\
                &action=exit_voluntary&effective_on=2026-04-08&reason=moved&key=k",
            )
            .by(&[Manager]),
        page("/b/{base}/proposals").by(READERS),
        Entry::get("/b/{base}/proposals.xlsx").by(READERS),
        function("/api/incubation/decide")
            .form("base={base}&proposal={proposal}&version={proposal_version}&decision=confirm&key=k")
            .by(&[Bureau]),
        function("/api/incubation/withdraw")
            .form("base={base}&proposal={proposal}&version={proposal_version}&key=k")
            .by(&[Manager]),
    ]
}

fn import() -> Vec<Entry> {
    let page = Entry::page;
    let function = Entry::function;
    vec![
        page("/b/{base}/import").by(&[Manager]),
        page("/b/{base}/import/{import}").by(&[Manager]),
        Entry::get("/b/{base}/import/{import}/refused.xlsx").by(&[Manager]),
        function("/api/registry/upload")
            .fields(&[("base", "{base}"), ("key", "k")])
            .file("file", "register.xlsx", REGISTER)
            .by(&[Manager]),
        function("/api/registry/confirm").form("base={base}&import={import}&shown={shown}&key=k").by(&[Manager]),
    ]
}
