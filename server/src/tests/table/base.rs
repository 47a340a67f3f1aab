//! Between bureau and base: instructions, who is at risk, what the bureau settles, and reminders. And the base's audit
//! log, the auditor's and in part the bureau's.

use hatchboard::access::Role::{Auditor, Bureau, Manager};

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/instructions").by(READERS),
        page("/b/{base}/instructions/{instruction}").by(READERS),
        page("/b/{base}/instructions/new").by(&[Bureau]),
        function("/api/instruction/give")
            .form("base={base}&title=Ledger&details=complete&owner=Zhou&due_on=2026-04-20&key=k")
            .by(&[Bureau]),
        function("/api/instruction/answer")
            .form("base={base}&id={instruction}&version=1&said=done&key=k")
            .by(&[Manager]),
        function("/api/instruction/close").form("base={base}&id={answered}&version=2&said=good&key=k").by(&[Bureau]),
        function("/api/instruction/send_back")
            .form("base={base}&id={answered}&version=2&said=more&key=k")
            .by(&[Bureau]),
        Entry::get("/b/{base}/instructions.xlsx").by(READERS),
        page("/bases").by(&[Bureau]),
        Entry::get("/bases.xlsx").by(&[Bureau]),
        page("/b/{base}/risks").by(READERS),
        page("/b/{base}/waiting").by(READERS),
        Entry::get("/b/{base}/waiting.xlsx").by(READERS),
        Entry::get("/b/{base}/risks.xlsx").by(READERS),
        page("/b/{base}/settings").by(READERS),
        function("/api/base/settings").form("base={base}&version=0&superior=&deputy=&key=k").by(&[Bureau]),
        page("/b/{base}/reminders").by(READERS),
        Entry::get("/b/{base}/reminders.xlsx").by(READERS),
        function("/api/reminder/rules").form("base={base}&version=0&kinds[0]=service&key=k").by(&[Manager]),
        function("/api/reminder/steps")
            .form("base={base}&version=0&before=1&after=1&operator=2&bureau=5&key=k")
            .by(&[Manager]),
        function("/api/reminder/now").form("base={base}&kind=weekly_report&key=k").by(&[Manager]),
        function("/api/reminder/base").form("base={base}&kind=instruction&key=k").by(&[Bureau]),
        // The bureau reads of it who came to what right.
        page("/b/{base}/audit").by(&[Bureau, Auditor]),
        Entry::get("/b/{base}/audit.xlsx").by(&[Bureau, Auditor]),
    ]
}
