//! The annual targets of a base.

use hatchboard::{
    access::Manager,
    annual_target::{
        Draft, DraftTarget, NewEntry,
        store::{Saved, approve, enter, one, submit, year},
    },
    evidence::store::{Upload, prepare},
    period::Year,
};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once};

/// Those of 2026 stand approved, with an entry that waits; those of 2027 wait.
pub(super) async fn make(maker: &Maker, manager: &Manager) -> Place {
    // A target of the base's own has a code that no other base knows.
    let own = Uuid::now_v7().to_string();
    written(maker, manager, 2026, &own).await;
    let bureau = maker.system.bureau(manager.base());
    let seen = version_of(maker, manager, 2026).await;
    approve(&maker.store, &bureau, of(2026), seen, once()).await.unwrap();
    let entry =
        NewEntry { on: "2026-02-02".into(), amount: "1".into(), what: "第一场".into(), evidence: "名册".into() };
    let upload = Upload { name: "名册.pdf".to_owned(), contents: PAPER.into() };
    let paper = prepare(&maker.files, manager.base(), upload).await.unwrap();
    let entry = enter(&maker.store, manager, of(2026), &own, &entry, Some(&paper), once()).await.unwrap();
    let page = one(&maker.store, &manager.as_reader(), of(2026), &own).await.unwrap();
    written(maker, manager, 2027, &own).await;
    Place::from([
        ("target", own),
        ("target_entry", entry.to_string()),
        ("target_file", page.entries[0].files[0].id.to_string()),
        ("next_year_version", version_of(maker, manager, 2027).await.to_string()),
    ])
}

async fn written(maker: &Maker, manager: &Manager, year: i32, code: &str) {
    let target = DraftTarget {
        code: code.to_owned(),
        name: "公益集市".to_owned(),
        unit: "场".to_owned(),
        measure: "count".to_owned(),
        annual: "4".to_owned(),
        owner: "周敏".to_owned(),
        evidence: "ledger".to_owned(),
        ..DraftTarget::default()
    };
    let draft = Draft { targets: vec![target] };
    match submit(&maker.store, manager, of(year), draft, 0, "", once()).await.unwrap() {
        Saved::Kept { .. } => {}
        Saved::Stale { .. } => panic!("nobody else writes"),
    }
}

async fn version_of(maker: &Maker, manager: &Manager, at: i32) -> i32 {
    year(&maker.store, &manager.as_reader(), of(at)).await.unwrap().row_version
}

fn of(year: i32) -> Year {
    Year::new(year).unwrap()
}
