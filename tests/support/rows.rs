//! Whatever is kept, as the database itself tells it.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::collections::{BTreeMap, BTreeSet};

use hatchboard::store::Store;
use sea_orm::{ConnectionTrait, DbBackend, QueryResult, Statement};

/// Every row of every table as text.
pub(crate) async fn of(store: &Store) -> BTreeMap<String, Vec<String>> {
    but_for(store, &[]).await
}

/// As [`of`], without some columns.
pub(crate) async fn but_for(store: &Store, left_out: &[&str]) -> BTreeMap<String, Vec<String>> {
    let postgres = store.backend() == DbBackend::Postgres;
    let mut rows = BTreeMap::new();
    for (table, columns) in columns(store).await {
        let columns: Vec<String> =
            columns
                .iter()
                .filter(|column| !left_out.contains(&column.as_str()))
                .map(|column| {
                    if postgres { format!("coalesce(\"{column}\"::text, '')") } else { format!("quote(\"{column}\")") }
                })
                .collect();
        let query = format!("SELECT {} AS told FROM \"{table}\" ORDER BY 1", columns.join(" || '|' || "));
        let told = all(store, &query).await.iter().map(|row| row.try_get("", "told").expect("a row")).collect();
        rows.insert(table, told);
    }
    rows
}

/// Every table but that of the migrations, and its columns.
pub(crate) async fn columns(store: &Store) -> BTreeMap<String, BTreeSet<String>> {
    let postgres = store.backend() == DbBackend::Postgres;
    let tables = if postgres {
        "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM sqlite_master WHERE type = 'table'"
    };
    let mut found = BTreeMap::new();
    for table in names(store, tables).await {
        if table.starts_with("sqlite_") || table == "seaql_migrations" {
            continue;
        }
        let columns = if postgres {
            format!("SELECT column_name AS name FROM information_schema.columns WHERE table_name = '{table}'")
        } else {
            format!("SELECT name FROM pragma_table_info('{table}')")
        };
        let columns = names(store, &columns).await.into_iter().collect();
        found.insert(table, columns);
    }
    found
}

async fn names(store: &Store, query: &str) -> Vec<String> {
    all(store, query).await.iter().map(|row| row.try_get("", "name").expect("a name")).collect()
}

async fn all(store: &Store, query: &str) -> Vec<QueryResult> {
    store.read().query_all_raw(Statement::from_string(store.backend(), query)).await.expect("a query")
}
