//! The service requests of an organisation.

use hatchboard::{
    access::{Manager, Member, Scope},
    evidence::store::{Upload, prepare},
    service_request::{
        AcceptText, AskingText, LinkText,
        store::{Seen, accept, ask, finish, link, one},
    },
};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once};

/// One that waits to be accepted, and one that is done.
pub(super) async fn of_organisation(maker: &Maker, member: &Member, manager: &Manager) -> Place {
    let (waiting, done) = (asked(maker, member).await, asked(maker, member).await);
    let file = with_paper(maker, member).await;
    let typed = AcceptText { kind: "training".into(), owner: "周敏".into(), due_on: "2026-12-31".into() };
    let seen = |row_version| Seen { request: done, row_version };
    accept(&maker.store, manager, seen(1), &typed, once()).await.unwrap();
    finish(&maker.store, manager, seen(2), "已排课", once()).await.unwrap();
    let policy = LinkText { kind: "policy".into(), title: "培训补贴办法".into(), detail: String::new() };
    link(&maker.store, manager, waiting, &policy, once()).await.unwrap();
    let page = one(&maker.store, Scope::from(member), waiting).await.unwrap();
    Place::from([
        ("service_link", page.links[0].id.to_string()),
        ("service", waiting.to_string()),
        ("done_service", done.to_string()),
        ("service_file", file.to_string()),
    ])
}

/// A paper that came with a request.
async fn with_paper(maker: &Maker, member: &Member) -> Uuid {
    let typed = AskingText { kind: "training".into(), words: "想学记账".into() };
    let upload = Upload { name: "账本.pdf".to_owned(), contents: PAPER.into() };
    let paper = prepare(&maker.files, member.base(), upload).await.unwrap();
    let request = ask(&maker.store, member, &typed, Some(&paper), once()).await.unwrap();
    one(&maker.store, Scope::from(member), request).await.unwrap().files[0].id
}

async fn asked(maker: &Maker, member: &Member) -> Uuid {
    let typed = AskingText { kind: "training".into(), words: "想学记账".into() };
    ask(&maker.store, member, &typed, None, once()).await.unwrap()
}
