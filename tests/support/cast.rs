//! People with accounts.

#![allow(dead_code, reason = "each test program uses a part of it")]

use hatchboard::{
    access::{Asker, Role},
    account::{
        self, AccountError, AccountName, Browser, NewAccount, Password, PersonName, Place, SessionLimits, SignedIn,
        sign_in::Attempt,
    },
    store::{Intent, Store},
};
use uuid::Uuid;

use crate::support::system;

pub(crate) const PASSWORD: &str = "我家的猫不吃鱼只吃草";
pub(crate) const LIMITS: SessionLimits =
    SessionLimits { idle: chrono::TimeDelta::hours(12), absolute: chrono::TimeDelta::days(30) };

pub(crate) fn name(text: &str) -> AccountName {
    AccountName::parse(text).expect("a name")
}

pub(crate) fn new(text: &str) -> NewAccount {
    NewAccount {
        name: name(text),
        display_name: PersonName::parse(&format!("{text} 女士")).expect("a name"),
        password: Some(Password::judge(PASSWORD, &name(text)).expect("a good password")),
        admin: false,
    }
}

/// Adds an account with [`PASSWORD`].
pub(crate) async fn person(store: &Store, text: &str) -> Uuid {
    account::command::add(store, &system(), new(text)).await.expect("an account").id
}

pub(crate) async fn admin(store: &Store, text: &str) -> Uuid {
    let new = NewAccount { admin: true, ..new(text) };
    account::command::add(store, &system(), new).await.expect("an account").id
}

pub(crate) async fn with_role(store: &Store, text: &str, base: Uuid, role: Role) -> Uuid {
    let id = person(store, text).await;
    grant(store, id, Place::Base { base, role }).await;
    id
}

pub(crate) async fn staff(store: &Store, text: &str, base: Uuid, organisation: Uuid) -> Uuid {
    let id = person(store, text).await;
    grant(store, id, Place::Organisation { base, organisation }).await;
    id
}

pub(crate) async fn grant(store: &Store, account: Uuid, place: Place) -> Uuid {
    let id = account::membership::grant(store, &system().admin(), account, place, Intent::once("test")).await;
    id.expect("a membership").parse().expect("an id")
}

pub(crate) fn browser() -> Browser {
    from("192.0.2.7")
}

pub(crate) fn from(address: &str) -> Browser {
    Browser { address: address.to_owned(), device: "Firefox, Linux".to_owned() }
}

pub(crate) fn attempt(text: &str, password: &str, address: &str) -> Attempt {
    Attempt { name: text.to_owned(), password: password.to_owned(), browser: from(address), replaces: None }
}

pub(crate) async fn try_from(
    store: &Store,
    text: &str,
    password: &str,
    address: &str,
) -> Result<SignedIn, AccountError> {
    account::sign_in::sign_in(store, LIMITS, attempt(text, password, address)).await
}

/// Signs in with [`PASSWORD`].
pub(crate) async fn sign_in(store: &Store, text: &str) -> SignedIn {
    try_from(store, text, PASSWORD, "192.0.2.7").await.expect("a sign-in")
}

pub(crate) async fn asker(store: &Store, session: &SignedIn) -> Option<Asker> {
    account::session::find(store, LIMITS, session.token.reveal()).await.expect("an answer")
}

pub(crate) async fn signed_in(store: &Store, text: &str) -> Asker {
    let session = sign_in(store, text).await;
    asker(store, &session).await.expect("a session")
}
