//! Follow-ups: the operator plans and writes, the base reads, the organisation confirms what was written about it.

use hatchboard::access::Role::{Manager, Organisation};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/follow-ups").by(READERS),
        page("/b/{base}/follow-ups/survival").by(READERS),
        Entry::get("/b/{base}/follow-ups/survival.xlsx").by(READERS),
        Entry::get("/b/{base}/follow-ups.xlsx").by(READERS),
        page("/b/{base}/organisations/{org}/follow-ups").by(READERS),
        page("/b/{base}/organisations/{org}/follow-ups/{follow_up}").by(READERS),
        page("/b/{base}/organisations/{org}/follow-ups/{filed_follow_up}").by(READERS),
        page("/o/{org}/follow-ups").by(&[Organisation]),
        page("/questionnaire/{questionnaire}").by_everyone(),
        function("/api/follow_up/ask")
            .form("base={base}&organisation={org}&which={follow_up}&key=k")
            .by(&[Manager]),
        function("/api/follow_up/take_answers")
            .form("base={base}&organisation={org}&visit={answered_follow_up}&key=k")
            .by(&[Manager]),
        function("/api/follow_up/by_link")
            .form("token={questionnaire}&visit[activity]=weekly&respondent=Lin&key=k")
            .by_everyone(),
        function("/api/follow_up/assign")
            .form("base={base}&organisation={org}&which={follow_up}&version=1&assigned=Lin&planned_on=2026-04-20&key=k")
            .by(&[Manager]),
        function("/api/follow_up/attempt")
            .form("base={base}&organisation={org}&which={follow_up}&on=2026-04-09&means=phone&reached=no_answer&key=k")
            .by(&[Manager]),
        function("/api/follow_up/save")
            .form("base={base}&organisation={org}&which={follow_up}&version=1&visit[summary]=calm&act=save&key=k")
            .by(&[Manager]),
        function("/api/follow_up/save")
            .form("base={base}&organisation={org}&which={follow_up}&version=1&visit[on]=2026-04-09&visit[method]=phone&visit[visitor]=Lin&visit[outcome]=dormant&visit[summary]=calm&act=file&key=k")
            .by(&[Manager]),
        function("/api/evidence/add_visit_photo")
            .fields(&[("base", "{base}"), ("organisation", "{org}"), ("visit", "{follow_up}"), ("key", "k")])
            .file("file", "scan.pdf", PAPER)
            .by(&[Manager]),
        function("/api/follow_up/remove_photo")
            .form("base={base}&organisation={org}&visit={follow_up}&photo={visit_photo}&key=k")
            .by(&[Manager]),
        function("/api/follow_up/take_back")
            .form("base={base}&organisation={org}&visit={filed_follow_up}&version={filed_follow_up_version}&reason=typo&key=k")
            .by(&[Manager]),
        function("/api/follow_up/raise")
            .form("base={base}&organisation={org}&signal=code_invalid&note=seen&key=k")
            .by(&[Manager]),
        function("/api/follow_up/answer")
            .form("organisation={org}&visit={filed_follow_up}&version={filed_follow_up_version}&act=confirm&key=k")
            .by(&[Organisation]),
        function("/api/follow_up/answer")
            .form("organisation={org}&visit={filed_follow_up}&version={filed_follow_up_version}&act=comment&reason=wrong&key=k")
            .by(&[Organisation]),
    ]
}
