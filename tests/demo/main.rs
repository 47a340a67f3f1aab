//! The demo base, on every database that there is.

#[path = "../support/rows.rs"]
mod rows;
#[path = "../support/mod.rs"]
mod support;

mod contents;
mod loading;
mod records;

use chrono::NaiveDate;
use hatchboard::{
    access::System,
    demo::{self, DemoError, Loaded, Wanted},
    store::Store,
};
use sea_orm::{EntityTrait, ModelTrait};

/// A Thursday.
fn small() -> Wanted {
    wanted("2026-04-09")
}

fn wanted(on: &str) -> Wanted {
    Wanted { seed: 1, on: day(on), organisations: Wanted::FEWEST_ORGANISATIONS, weeks: Wanted::WEEKS }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

async fn load(store: &Store, wanted: Wanted) -> Result<Loaded, DemoError> {
    demo::load(store, &System::named("test"), wanted).await
}

/// Every row of a table.
async fn all<E: EntityTrait>(store: &Store) -> Vec<E::Model>
where
    E::Model: ModelTrait + Send + Sync,
{
    E::find().all(store.read()).await.expect("a query")
}
