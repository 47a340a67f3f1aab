//! Workbooks of a quarter: of everybody who reads a base, one that is made and one that waits.

use hatchboard::{
    access::{BaseReader, Role},
    account::{SessionLimits, session},
    workbook::store::{ask, run_next},
};
use hatchboard_app::workbooks::wording;
use uuid::Uuid;

use super::{Maker, Place, once, token};
use crate::tests::asker::Asker;

pub(super) async fn make(maker: &Maker, bases: [Uuid; 3], places: &mut [Place; 3]) {
    let mut readers: Vec<BaseReader> = Vec::new();
    for asker in Asker::ALL {
        if !asker.role.is_some_and(|role| Role::OF_BASE.contains(&role)) {
            continue;
        }
        let person = session::find(&maker.store, SessionLimits::default(), &token(asker)).await.unwrap().unwrap();
        readers.push(person.reader(bases[asker.of as usize]).unwrap());
    }
    let store = &maker.store;
    for reader in &readers {
        let made = ask(store, reader, "2026-Q1", "zh-CN", once()).await.unwrap();
        assert!(run_next(store, &maker.files, "test", wording).await.unwrap(), "it waits alone");
        put(bases, places, reader, named(reader.role()).0, made);
    }
    for reader in &readers {
        let waiting = ask(store, reader, "2026-Q1", "zh-CN", once()).await.unwrap();
        put(bases, places, reader, named(reader.role()).1, waiting);
    }
}

/// What is made and what waits, by the role of whoever asked.
fn named(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Manager => ("managers_workbook", "managers_waiting"),
        Role::Bureau => ("bureaus_workbook", "bureaus_waiting"),
        _ => ("auditors_workbook", "auditors_waiting"),
    }
}

fn put(bases: [Uuid; 3], places: &mut [Place; 3], reader: &BaseReader, name: &'static str, id: Uuid) {
    for (place, base) in places.iter_mut().zip(bases) {
        if base == reader.base() {
            place.insert(name, id.to_string());
        }
    }
}
