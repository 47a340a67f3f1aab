//! Printed documents: whoever reads a record prints it; the letters are files, too.

use hatchboard::access::Role::Organisation;

use super::READERS;
use crate::tests::entry::Entry;

pub(in crate::tests) fn entries() -> Vec<Entry> {
    [of_base(), of_organisation()].into_iter().flatten().collect()
}

fn of_base() -> Vec<Entry> {
    let (page, get) = (Entry::page, Entry::get);
    vec![
        page("/b/{base}/print/rounds/{quarter}").by(READERS),
        page("/b/{base}/print/sheets/{quarter}/{org}").by(READERS),
        page("/b/{base}/print/results/{quarter_sealed}/{org}").by(READERS),
        page("/b/{base}/print/objections/{quarter_sealed}/{org}").by(READERS),
        page("/b/{base}/print/rectifications/{rectification}").by(READERS),
        page("/b/{base}/print/approvals/{org}/{admission}").by(READERS),
        page("/b/{base}/print/follow-ups/{org}/{filed_follow_up}").by(READERS),
        page("/b/{base}/print/dossiers/{org}").by(READERS),
        page("/b/{base}/print/years/{year}").by(READERS),
        page("/b/{base}/print/plans/{month}").by(READERS),
        page("/b/{base}/print/plans/{month}/{org}").by(READERS),
        page("/b/{base}/print/reports/{filed_week}").by(READERS),
        page("/b/{base}/print/reports/{filed_week}/{org}").by(READERS),
        get("/b/{base}/print/results/{quarter_sealed}/{org}/letter.docx").by(READERS),
        get("/b/{base}/print/objections/{quarter_sealed}/{org}/letter.docx").by(READERS),
        get("/b/{base}/print/rectifications/{rectification}/letter.docx").by(READERS),
    ]
}

fn of_organisation() -> Vec<Entry> {
    let (page, get) = (Entry::page, Entry::get);
    vec![
        page("/o/{org}/print/sheets/{quarter}").by(&[Organisation]),
        page("/o/{org}/print/results/{quarter_sealed}").by(&[Organisation]),
        page("/o/{org}/print/objections/{quarter_sealed}").by(&[Organisation]),
        page("/o/{org}/print/rectifications/{rectification}").by(&[Organisation]),
        page("/o/{org}/print/dossier").by(&[Organisation]),
        page("/o/{org}/print/plans/{month}").by(&[Organisation]),
        page("/o/{org}/print/reports/{filed_week}").by(&[Organisation]),
        get("/o/{org}/print/results/{quarter_sealed}/letter.docx").by(&[Organisation]),
        get("/o/{org}/print/objections/{quarter_sealed}/letter.docx").by(&[Organisation]),
        get("/o/{org}/print/rectifications/{rectification}/letter.docx").by(&[Organisation]),
    ]
}
