//! The service requests of an organisation.

use hatchboard::{
    access::{Manager, Member},
    service_request::{
        AcceptText, AskingText,
        store::{Seen, accept, ask, finish},
    },
};
use uuid::Uuid;

use super::{Maker, Place, once};

/// One that waits to be accepted, and one that is done.
pub(super) async fn of_organisation(maker: &Maker, member: &Member, manager: &Manager) -> Place {
    let (waiting, done) = (asked(maker, member).await, asked(maker, member).await);
    let typed = AcceptText { kind: "training".into(), owner: "周敏".into(), due_on: "2026-12-31".into() };
    let seen = |row_version| Seen { request: done, row_version };
    accept(&maker.store, manager, seen(1), &typed, once()).await.unwrap();
    finish(&maker.store, manager, seen(2), "已排课", once()).await.unwrap();
    Place::from([("service", waiting.to_string()), ("done_service", done.to_string())])
}

async fn asked(maker: &Maker, member: &Member) -> Uuid {
    let typed = AskingText { kind: "training".into(), words: "想学记账".into() };
    ask(&maker.store, member, &typed, once()).await.unwrap()
}
