//! The registry as it is kept: lists, files, imports, stages and what waits for the bureau.
#![cfg(all(feature = "store", feature = "test-clock"))]
#![allow(clippy::unwrap_used)]

#[path = "../support/cast.rs"]
mod cast;
#[path = "../support/mod.rs"]
mod support;

mod deciding;
mod files;
mod funnel;
mod imports;
mod lists;
mod search;
mod search_ours;
mod stages;

use chrono::NaiveDate;
use hatchboard::{
    base::Base,
    incubation::{Entry, Mode},
    organisation::{
        CreditCode, ProfileText,
        store::{NewOrganisation, create},
    },
    store::{Intent, Store},
};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The base's day of [`support::beginning`].
fn today() -> NaiveDate {
    day("2026-03-02")
}

fn once() -> Intent {
    Intent::once("test")
}

/// The `number`th of many organisations, each with a code of its own.
fn profile(number: usize) -> ProfileText {
    ProfileText {
        name: format!("第{number}号互助中心"),
        code: CreditCode::from_parts("52430200", &format!("MJ{number:06}")).unwrap().to_string(),
        district: if number.is_multiple_of(2) { "天元区" } else { "芦淞区" }.to_owned(),
        contact_name: "张三".to_owned(),
        contact_phone: "15927712798".to_owned(),
        strengths: "调解、助老".to_owned(),
        ..ProfileText::default()
    }
}

async fn register(store: &Store, base: &Base, profile: ProfileText, incubation: Option<Entry>) -> Uuid {
    let manager = support::system().manager(base.id);
    let new = NewOrganisation { profile, incubation, reason: "协议 2025-8".to_owned() };
    create(store, &manager, new, today(), once()).await.unwrap().parse().unwrap()
}

/// An organisation that has been in the base since August.
async fn incubated(store: &Store, base: &Base, number: usize) -> Uuid {
    register(store, base, profile(number), Some(Entry::incubating(Mode::InShell, day("2025-08-01")))).await
}
