//! Reading and reviewing: the operator its organisations' reports, the bureau the base's.

use hatchboard::access::Role::{Bureau, Manager};

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    [reading(), reviewing(), of_the_base(), exceptions()].into_iter().flatten().collect()
}

fn reading() -> Vec<Entry> {
    let page = Entry::page;
    vec![
        page("/b/{base}").by(READERS),
        page("/b/{base}/search?q=2026").by(READERS),
        page("/b/{base}/reports").by(READERS),
        Entry::get("/b/{base}/reports.xlsx").by(READERS),
        Entry::get("/b/{base}/exceptions.xlsx").by(READERS),
        page("/b/{base}/reports/{report}").by(READERS),
        page("/b/{base}/weeks/{filed_week}").by(READERS),
        Entry::get("/b/{base}/weeks/{filed_week}/reports.xlsx").by(READERS),
        page("/b/{base}/weeks/{org}/{silent_week}").by(READERS),
    ]
}

fn reviewing() -> Vec<Entry> {
    let function = Entry::function;
    vec![
        Entry::page("/b/{base}/reviews").by(&[Manager]),
        Entry::get("/b/{base}/reviews.xlsx").by(&[Manager]),
        function("/api/weekly_report/accept")
            .form("base={base}&report={report}&version={report_version}&key=k")
            .by(&[Manager]),
        function("/api/weekly_report/accept_several")
            .form("base={base}&reports[]={report}.{report_version}&key=k")
            .by(&[Manager]),
        function("/api/weekly_report/return")
            .form("base={base}&report={report}&version={report_version}&reason=photos&key=k")
            .by(&[Manager]),
        function("/api/weekly_report/reopen")
            .form(
                "base={base}&report={accepted}&version={accepted_version}\
                &reason=figures&scope[]=attendances&until=2026-04-20T18:00&key=k",
            )
            .by(&[Manager]),
        function("/api/weekly_report/end_reopening")
            .form("base={base}&report={reopened}&version={reopened_version}&key=k")
            .by(&[Manager]),
        function("/api/weekly_report/comment")
            .form("base={base}&report={report}&reason=thanks&key=k")
            .by(&[Manager, Bureau]),
    ]
}

/// The same deeds one level up. Nobody reviews the report of their own side.
fn of_the_base() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/base-reports").by(READERS),
        Entry::get("/b/{base}/base-reports.xlsx").by(READERS),
        page("/b/{base}/base-reports/{filed_week}").by(READERS),
        function("/api/weekly_report/accept")
            .form("base={base}&of=base&report={base_report}&version={base_report_version}&key=k")
            .by(&[Bureau]),
        function("/api/weekly_report/return")
            .form("base={base}&of=base&report={base_report}&version={base_report_version}&reason=figures&key=k")
            .by(&[Bureau]),
        function("/api/weekly_report/reopen")
            .form(
                "base={base}&of=base&report={base_accepted}&version={base_accepted_version}\
                &reason=figures&scope[]=attendances&until=2026-04-20T18:00&key=k",
            )
            .by(&[Bureau]),
        function("/api/weekly_report/end_reopening")
            .form("base={base}&of=base&report={base_reopened}&version={base_reopened_version}&key=k")
            .by(&[Bureau]),
        function("/api/weekly_report/comment")
            .form("base={base}&report={base_report}&reason=thanks&key=k")
            .by(&[Manager, Bureau]),
        // The bureau alters no organisation's filing, the operator does not review its own report.
        function("/api/weekly_report/accept")
            .form("base={base}&of=base&report={report}&version={report_version}&key=k")
            .by(&[]),
        function("/api/weekly_report/accept")
            .form("base={base}&report={base_report}&version={base_report_version}&key=k")
            .by(&[]),
    ]
}

fn exceptions() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/exceptions").by(READERS),
        page("/b/{base}/exceptions/new").by(&[Manager]),
        page("/b/{base}/cadence").by(READERS),
        function("/api/weekly_report/settle_cadence")
            .form("base={base}&standing=filed&mode=in_shell&from=2026-W20&every=2&key=k")
            .by(&[Bureau]),
        function("/api/weekly_report/except")
            .form(
                "base={base}&kind=excuse&whom=these&organisations[]={org}\
                &from={silent_week}&to={silent_week}&reason=moving&key=k",
            )
            .by(&[Manager]),
        function("/api/weekly_report/except")
            .form(
                "base={base}&filing=plan&kind=excuse&whom=these&organisations[]={org}\
                &from=2026-07&to=2026-07&reason=moving&key=k",
            )
            .by(&[Manager]),
        // Whoever gives one takes it back: to the base itself the bureau.
        function("/api/weekly_report/revoke_exception")
            .form("base={base}&of=base&exception={base_exception}&reason=mistaken&key=k")
            .by(&[Bureau]),
        function("/api/weekly_report/revoke_exception")
            .form("base={base}&exception={exception}&reason=mistaken&key=k")
            .by(&[Manager]),
    ]
}
