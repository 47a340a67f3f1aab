//! Assessments: an organisation scores itself, the operator scores it, the bureau checks, publishes and decides; the
//! base scores itself, and the bureau scores it.

use hatchboard::access::Role::{Auditor, Bureau, Manager, Organisation};

use super::READERS;
use crate::tests::{entry::Entry, world::PAPER};

/// One line of a sheet, as its form sends it.
macro_rules! line {
    ($sent:literal) => {
        concat!($sent, "&quarter=2026-Q1&lines[0][code]=rules&lines[0][row_version]=1&lines[0][points]=3&lines[0][note]=&lines[0][evidence]=&act=keep&key=k")
    };
}

pub(in crate::tests) fn entries() -> Vec<Entry> {
    let (page, function) = (Entry::page, Entry::function);
    vec![
        page("/b/{base}/assessments").by(READERS),
        page("/b/{base}/assessments/{quarter}").by(READERS),
        page("/b/{base}/quarters/{quarter}").by(READERS),
        page("/b/{base}/assessments/{quarter}/{org}").by(READERS),
        page("/o/{org}/assessments").by(&[Organisation]),
        page("/o/{org}/assessments/{quarter}").by(&[Organisation]),
        Entry::get("/b/{base}/rounds.xlsx").by(READERS),
        Entry::get("/b/{base}/assessments.xlsx?quarter={quarter}").by(READERS),
        Entry::get("/b/{base}/assessments/{quarter}/{org}/lines.xlsx").by(READERS),
        Entry::get("/o/{org}/assessments/{quarter}/lines.xlsx").by(&[Organisation]),
        Entry::get("/o/{org}/assessments.xlsx").by(&[Organisation]),
        function("/api/assessment/open").form("base={base}&quarter=2024-Q4&key=k").by(&[Manager, Bureau]),
        function("/api/assessment/add_late")
            .form("base={base}&quarter=2026-Q1&organisation={latecomer}&key=k")
            .by(&[Manager, Bureau]),
        function("/api/assessment/write").form(line!("whose=o:{org}&sheet={sheet}")).by(&[Organisation]),
        function("/api/assessment/write").form(line!("whose=b:{base}&sheet={sheet_self_scored}")).by(&[Manager]),
        function("/api/assessment/write").form(line!("whose=b:{base}&role=bureau&sheet={sheet_scored}")).by(&[Bureau]),
        function("/api/assessment/send_back")
            .form("base={base}&sheet={sheet_scored}&version=1&reasons[0][code]=rules&reasons[0][words]=again&key=k")
            .by(&[Bureau]),
        function("/api/assessment/confirm").form("base={base}&sheets[0]={sheet_scored}&key=k").by(&[Bureau]),
        function("/api/assessment/publish")
            .form("base={base}&quarter=2025-Q2&sheet={sheet_confirmed}&key=k")
            .by(&[Bureau]),
        function("/api/assessment/judge")
            .form("base={base}&sheet={sheet_scored}&version=1&act=reward&points=1&words=award&key=k")
            .by(&[Bureau]),
        function("/api/assessment/veto")
            .fields(&[
                ("base", "{base}"),
                ("sheet", "{sheet_scored}"),
                ("version", "1"),
                ("code", "illegality"),
                ("words", "verdict"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Bureau]),
        // Its sheet is not published yet.
        Entry::get("/files/{veto_file}").by(READERS),
        function("/api/assessment/judge")
            .form("base={base}&sheet={base_sheet}&version=1&act=reference&words=used&key=k")
            .by(&[Bureau]),
        function("/api/assessment/draw").form("base={base}&quarter=2026-Q1&seed=s&number=1&key=k").by(&[Bureau]),
        function("/api/assessment/draw_reports")
            .form("base={base}&quarter=2026-Q1&seed=s&number=1&key=k")
            .by(&[Bureau]),
        function("/api/assessment/find_report")
            .form("base={base}&report={drawn_report}&version=1&finding=problem&words=photo&key=k")
            .by(&[Bureau]),
        function("/api/assessment/object")
            .form("whose=o:{org}&sheet={sheet_published}&code=rules&words=unfair&key=k")
            .by(&[Organisation]),
        function("/api/assessment/decide")
            .form("base={base}&sheet={sheet_published}&code=team&act=reject&points=&words=no&key=k")
            .by(&[Bureau]),
        function("/api/evidence/add_line_file")
            .fields(&[("whose", "o:{org}"), ("line", "{line}"), ("shows", "own_points"), ("key", "k")])
            .file("file", "scan.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/evidence/add_line_file")
            .fields(&[("whose", "o:{org}"), ("line", "{objected_line}"), ("shows", "objection"), ("key", "k")])
            .file("file", "scan.pdf", PAPER)
            .by(&[Organisation]),
        function("/api/evidence/add_line_file")
            .fields(&[("whose", "b:{base}"), ("line", "{base_line}"), ("shows", "own_points"), ("key", "k")])
            .file("file", "scan.pdf", PAPER)
            .by(&[Manager]),
        function("/api/evidence/add_line_file")
            .fields(&[
                ("whose", "b:{base}"),
                ("role", "manager"),
                ("line", "{self_scored_line}"),
                ("shows", "operator_points"),
                ("key", "k"),
            ])
            .file("file", "scan.pdf", PAPER)
            .by(&[Manager]),
        function("/api/evidence/add_line_file")
            .fields(&[
                ("whose", "b:{base}"),
                ("role", "bureau"),
                ("line", "{scored_line}"),
                ("shows", "bureau_points"),
                ("key", "k"),
            ])
            .file("file", "scan.pdf", PAPER)
            .by(&[Bureau]),
        // Its sheet is not published yet.
        Entry::get("/files/{operator_file}").by(READERS),
        function("/api/assessment/remove_file")
            .form("whose=b:{base}&role=manager&file={operator_file}&key=k")
            .by(&[Manager]),
        function("/api/assessment/remove_file").form("whose=o:{org}&file={line_file}&key=k").by(&[Organisation]),
        Entry::get("/files/{line_file}").by(&[Organisation, Manager, Bureau, Auditor]),
        Entry::get("/files/{base_line_file}").by(READERS),
        function("/api/assessment/seal").form("base={base}").by(&[Bureau]),
        Entry::get("/b/{base}/assessments/{quarter_sealed}/{org}/sealed.json").by(READERS),
        Entry::get("/o/{org}/assessments/{quarter_sealed}/sealed.json").by(&[Organisation]),
        function("/api/assessment/recompute")
            .form("base={base}&sheet={sheet_scored}&version=1&act=recompute&print={later}&words=later&key=k")
            .by(&[Bureau]),
        function("/api/assessment/correct")
            .fields(&[
                ("base", "{base}"),
                ("sheet", "{sheet_sealed}"),
                ("version", "2"),
                ("lines[0][code]", "rules"),
                ("lines[0][points]", "1"),
                ("veto", "same"),
                ("words", "wrong"),
                ("key", "k"),
            ])
            .file("file", "paper.pdf", PAPER)
            .by(&[Bureau]),
        function("/api/assessment/answer_correction")
            .form("base={base}&correction={correction}&act=approve&words=&key=k")
            .by(&[Bureau]),
    ]
}
