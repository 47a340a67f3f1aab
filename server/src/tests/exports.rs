//! Every list that goes to Excel goes to CSV and to JSON by the same road.

use axum::body::Body;
use hatchboard::access::Role;
use http::{Method, Request, Uri};
use serde_json::{Map, Value};

use super::{
    asker::Asker,
    entry::{Entry, Kind},
    running::{Answer, Running},
    table,
    world::{Whose, World, token},
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

#[tokio::test]
async fn records_of_each_kind_stand_in_the_columns_that_they_have() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let org = &world.place(Whose::Ours)["org"];
    let request = Request::get(format!("/o/{org}/records.xlsx?format=json")).body(Body::empty()).unwrap();
    let answer = running.ask(request, Some(&token(Asker::new(Role::Organisation, Whose::Ours)))).await;
    let rows: Vec<Map<String, Value>> = serde_json::from_str(&answer.body).unwrap();
    let of = |with: &str| {
        let told = |row: &Map<String, Value>| {
            ["day", "what", "agreed", "amount", "received"].map(|column| row[column].as_str().map(ToOwned::to_owned))
        };
        let mut found: Vec<_> = rows.iter().filter(|row| row["with"] == with).map(told).collect();
        found.sort_unstable();
        found
    };
    let row = |told: [&str; 5]| told.map(|text| (!text.is_empty()).then(|| text.to_owned()));
    assert_eq!(of("周敏"), [row(["2026-04-08", "账目", "补票", "", ""])]);
    assert_eq!(of("街道"), [row(["2026-04-08", "助餐", "", "100.00", ""])]);
    // Two pledges, of which one has been paid in part.
    let pledge = |received| row(["2026-04-08", "", "", "100.00", received]);
    assert_eq!(of("基金会"), [pledge("0.00"), pledge("50.00")]);
}

#[tokio::test]
async fn a_sheet_s_file_withholds_from_its_subject_what_its_page_withholds() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let org = &world.place(Whose::Ours)["org"];
    // The operator's points on a line, and those that count.
    let given = async |asker: Asker, sheet: String| {
        let request = Request::get(format!("{sheet}/lines.xlsx?format=json")).body(Body::empty()).unwrap();
        let answer = running.ask(request, Some(&token(asker))).await;
        let rows: Vec<Map<String, Value>> = serde_json::from_str(&answer.body).unwrap_or_default();
        let line = rows.iter().find(|row| row["code"] == "rules");
        let line = line.unwrap_or_else(|| panic!("{sheet} has no such line: {}", answer.told()));
        [line["operator"].clone(), line["counts"].clone()]
    };
    let (subject, manager) = (Asker::new(Role::Organisation, Whose::Ours), Asker::new(Role::Manager, Whose::Ours));
    let known = [Value::from("3.00"), Value::from("3.00")];
    // Scored, and published.
    let (scored, published) = (format!("/o/{org}/assessments/2025-Q3"), format!("/o/{org}/assessments/2025-Q1"));
    assert_eq!(given(manager, format!("/b/zhuzhou/assessments/2025-Q3/{org}")).await, known);
    assert_eq!(given(subject, scored).await, [Value::Null, Value::Null]);
    assert_eq!(given(subject, published).await, known);
}
