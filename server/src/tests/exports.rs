//! Every list that goes to Excel goes to CSV and to JSON by the same road.

use http::{Method, Request, Uri};
use serde_json::{Map, Value};

use super::{
    entry::{Entry, Kind},
    running::{Answer, Running},
    table,
    world::{World, token},
};

/// Workbooks that are no lists: the rows that an import refused, as they came, and a scorecard.
const NO_LISTS: [&str; 2] = ["/refused.xlsx", "/card.xlsx"];

pub(super) fn lists() -> Vec<Entry> {
    let of_a_list = |entry: &Entry| {
        let route = entry.route();
        entry.kind == Kind::Plain
            && entry.method == Method::GET
            && route.contains(".xlsx")
            && !NO_LISTS.iter().any(|other| route.ends_with(other))
    };
    table::all().into_iter().filter(of_a_list).collect()
}

/// Asked by the first who may.
async fn asked(running: &Running, world: &World, entry: &Entry, format: &str) -> Answer {
    let mut cells = entry.cells(world).into_iter();
    let cell = cells.find(|cell| cell.allowed && cell.asker.role.is_some()).expect("somebody may");
    let request = entry.request(world, cell.parts);
    let joint = if request.uri().query().is_some() { '&' } else { '?' };
    let uri: Uri = format!("{}{joint}format={format}", request.uri()).parse().unwrap();
    let (mut parts, body) = request.into_parts();
    parts.uri = uri;
    running.ask(Request::from_parts(parts, body), Some(&token(cell.asker))).await
}

#[tokio::test]
async fn every_list_is_had_as_csv_and_as_json_with_the_same_rows() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let lists = lists();
    assert!(lists.len() > 10, "the table holds lists");
    let mut filled = 0;
    for entry in &lists {
        let route = entry.route();
        let (csv, json) = (asked(&running, world, entry, "csv").await, asked(&running, world, entry, "json").await);
        assert_eq!((csv.status, json.status), (200, 200), "{route}: {} {}", csv.told(), json.told());
        let rows: Vec<Map<String, Value>> = serde_json::from_str(&json.body).unwrap();
        let text = csv.body.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{route} has no byte order mark"));
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().unwrap().len();
        assert_eq!(reader.records().map(Result::unwrap).count(), rows.len(), "{route}");
        for row in &rows {
            // Two columns of one name would be one key.
            assert_eq!(row.len(), headings, "{route}: {:?}", row.keys().collect::<Vec<_>>());
            let plain = |key: &String| key.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
            assert!(row.keys().all(plain), "{route}: {:?}", row.keys().collect::<Vec<_>>());
        }
        filled += usize::from(!rows.is_empty());
    }
    assert!(filled > 10, "only {filled} of {} lists hold anything", lists.len());
}

#[tokio::test]
async fn a_format_that_nobody_knows_is_not_found() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let entry = lists().into_iter().next().unwrap();
    assert_eq!(asked(&running, world, &entry, "xml").await.status, 404);
    assert_eq!(asked(&running, world, &entry, "xlsx").await.status, 200);
}
