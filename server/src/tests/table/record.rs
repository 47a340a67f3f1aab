//! Trainings, coaching visits, funds and matched projects: the operator's to write, read by its base; an organisation
//! sees what concerns it. At a training whoever holds the link signs in.

use hatchboard::access::Role::{Manager, Organisation};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    [trainings(), coaching(), funds(), projects()].into_iter().flatten().collect()
}

fn trainings() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/o/{org}/records").by(&[Organisation]),
        Entry::get("/o/{org}/records.xlsx").by(&[Organisation]),
        page("/b/{base}/trainings").by(READERS),
        Entry::get("/b/{base}/trainings.xlsx").by(READERS),
        page("/b/{base}/trainings/new").by(&[Manager]),
        page("/b/{base}/trainings/{training}").by(READERS),
        Entry::get("/b/{base}/trainings/{training}/attendance.xlsx").by(READERS),
        page("/b/{base}/trainings/{training}/edit").by(&[Manager]),
        page("/b/{base}/trainings/{training}/code").by(&[Manager]),
        // The link is for whoever holds it.
        page("/trainings/{training_token}").by_everyone(),
        function("/api/training/sign_in")
            .form("token={training_token}&organisation=outside&outside=Street+office&person=Lin&key=k")
            .by_everyone(),
        function("/api/training/save")
            .form(
                "base={base}&title=Ledgers&topic=finance&teacher=Liu&held_on=2026-05-08&begins_at=9:30&hours=2\
                &place=Hall&invite=all&key=k",
            )
            .by(&[Manager]),
        function("/api/training/save")
            .form(
                "base={base}&id={training}&version=1&title=Ledgers&topic=finance&teacher=Liu&held_on=2026-05-08\
                &begins_at=9:30&hours=2&place=Hall&invite=all&key=k",
            )
            .by(&[Manager]),
        function("/api/training/save")
            .form(
                "base={base}&title=Ledgers&topic=finance&teacher=Liu&held_on=2026-05-08&begins_at=9:30&hours=2\
                &place=Hall&invite=these&organisations[]={org}&key=k",
            )
            .by(&[Manager]),
        function("/api/training/step").form("base={base}&id={training}&version=1&act=hold&key=k").by(&[Manager]),
        function("/api/training/step")
            .form("base={base}&id={training}&version=1&act=cancel&reason=storm&key=k")
            .by(&[Manager]),
        function("/api/training/enter")
            .form("base={base}&id={training}&organisation=outside&outside=Street+office&names=Lin&key=k")
            .by(&[Manager]),
        function("/api/training/strike")
            .form("base={base}&id={training}&attendance={attendance}&reason=absent&key=k")
            .by(&[Manager]),
        function("/api/training/add_file")
            .fields(&[("base", "{base}"), ("id", "{training}"), ("key", "k")])
            .file("file", "paper.pdf", PAPER)
            .by(&[Manager]),
        Entry::get("/files/{training_file}").by(READERS),
    ]
}

fn coaching() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/coaching").by(READERS),
        Entry::get("/b/{base}/coaching.xlsx").by(READERS),
        page("/b/{base}/coaching/new").by(&[Manager]),
        page("/b/{base}/coaching/{visit}").by(READERS),
        function("/api/coaching/save")
            .form(
                "base={base}&organisation={org}&visited_on=2026-04-08&visitor=Zhou&method=phone&looked_at=ledger\
                &agreed=receipts&key=k",
            )
            .by(&[Manager]),
        function("/api/coaching/save")
            .form(
                "base={base}&id={visit}&version=1&organisation={org}&visited_on=2026-04-08&visitor=Zhou&method=phone\
                &looked_at=ledger&agreed=receipts&key=k",
            )
            .by(&[Manager]),
        function("/api/coaching/strike").form("base={base}&id={visit}&version=1&reason=twice&key=k").by(&[Manager]),
    ]
}

fn projects() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/projects").by(READERS),
        Entry::get("/b/{base}/projects.xlsx").by(READERS),
        page("/b/{base}/projects/new").by(&[Manager]),
        page("/b/{base}/projects/{project}").by(READERS),
        function("/api/matched_project/save")
            .form(
                "base={base}&organisation={org}&name=Meals&partner=Street&amount=100&matched_on=2026-04-08\
                &state=matched&key=k",
            )
            .by(&[Manager]),
        function("/api/matched_project/save")
            .form(
                "base={base}&id={project}&version=1&organisation={org}&name=Meals&partner=Street&amount=100\
                &matched_on=2026-04-08&state=done&key=k",
            )
            .by(&[Manager]),
        function("/api/matched_project/strike")
            .form("base={base}&id={project}&version=1&reason=twice&key=k")
            .by(&[Manager]),
    ]
}

fn funds() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/funds").by(READERS),
        Entry::get("/b/{base}/funds.xlsx").by(READERS),
        page("/b/{base}/funds/new").by(&[Manager]),
        page("/b/{base}/funds/{fund}").by(READERS),
        page("/b/{base}/funds/{fund}/edit").by(&[Manager]),
        function("/api/funding/save")
            .fields(&[
                ("base", "{base}"),
                ("source", "Foundation"),
                ("organisation", "{org}"),
                ("pledged", "100"),
                ("pledged_on", "2026-04-08"),
                ("evidence", "letter"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Manager]),
        function("/api/funding/save")
            .fields(&[
                ("base", "{base}"),
                ("id", "{fund}"),
                ("version", "1"),
                ("source", "Foundation"),
                ("pledged", "100"),
                ("pledged_on", "2026-04-08"),
                ("evidence", "letter"),
                ("key", "k"),
            ])
            .by(&[Manager]),
        function("/api/funding/strike")
            .form("base={base}&id={unpaid_fund}&version=1&reason=twice&key=k")
            .by(&[Manager]),
        function("/api/funding/receive")
            .fields(&[
                ("base", "{base}"),
                ("id", "{fund}"),
                ("received", "50"),
                ("received_on", "2026-04-08"),
                ("evidence", "receipt"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Manager]),
        Entry::get("/files/{payment_file}").by(READERS),
        function("/api/funding/strike_payment")
            .form("base={base}&id={payment}&version=1&reason=twice&key=k")
            .by(&[Manager]),
    ]
}
