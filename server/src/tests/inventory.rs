//! What answers stands in the table, and what stands in the table answers.

use std::collections::BTreeSet;

use any_spawner::Executor;
use hatchboard_app::{plain_routes, shell::App};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;

use super::{
    entry::{Entry, Kind, route},
    table,
};
use crate::{api, router::own_routes};

/// The table and the program name the same.
pub(super) fn hold(table: &BTreeSet<String>, program: &BTreeSet<String>) {
    let untold: Vec<_> = program.difference(table).collect();
    let unknown: Vec<_> = table.difference(program).collect();
    assert!(untold.is_empty() && unknown.is_empty(), "not in the table: {untold:?}; in the table alone: {unknown:?}");
}

pub(super) fn in_the_table(kind: Kind) -> BTreeSet<String> {
    table::all().iter().filter(|entry| entry.kind == kind).map(Entry::route).collect()
}

#[test]
fn every_server_function_stands_in_the_table() {
    let answering: BTreeSet<String> = server_fn_paths().map(|(path, method)| route(&method, path)).collect();
    hold(&in_the_table(Kind::Function), &answering);
}

#[tokio::test]
async fn every_page_stands_in_the_table() {
    let _ = Executor::init_tokio();
    let pages = generate_route_list(App).into_iter().map(|page| route(&http::Method::GET, page.path()));
    hold(&in_the_table(Kind::Page), &pages.collect());
}

#[test]
fn every_plain_route_stands_in_the_table() {
    let (app, server) = (plain_routes::all(), own_routes());
    let answering = app.list().iter().chain(server.list()).map(|(method, path)| route(method, path));
    hold(&in_the_table(Kind::Plain), &answering.collect());
}

/// The router serves what is described, since both are made of the same list.
#[test]
fn every_route_of_the_api_stands_in_the_table() {
    let described = api::description().paths.paths;
    let answering = described.keys().map(|path| route(&http::Method::GET, path));
    hold(&in_the_table(Kind::Api), &answering.collect());
}
