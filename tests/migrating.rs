//! What migrations make of rows that an earlier program has written.

#[path = "support/rows.rs"]
mod rows;
mod support;

use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{rectification::entity as rectification, store::Store};
use sea_orm::{
    ConnectionTrait, EntityTrait, ExprTrait, Order, Value,
    sea_query::{Expr, Query},
};
use support::on_every_blank_database;
use uuid::Uuid;

/// A year's targets, as they were kept until it was kept since when a version stands.
struct TargetYear {
    year: &'static str,
    state: &'static str,
    standing: Option<i32>,
    decided_on: Option<&'static str>,
    /// When each version was submitted, and since when it stands by what the migration can tell.
    versions: &'static [(&'static str, Option<&'static str>)],
}

const YEARS: [TargetYear; 6] = [
    // It waits for its first decision.
    TargetYear {
        year: "2021",
        state: "submitted",
        standing: None,
        decided_on: None,
        versions: &[("2021-01-05", None)],
    },
    TargetYear {
        year: "2022",
        state: "approved",
        standing: Some(1),
        decided_on: Some("2022-01-12"),
        versions: &[("2022-01-05", Some("2022-01-12"))],
    },
    // A change was approved too: the last decision is that on the version that stands.
    TargetYear {
        year: "2023",
        state: "approved",
        standing: Some(2),
        decided_on: Some("2023-06-12"),
        versions: &[("2023-01-05", None), ("2023-06-05", Some("2023-06-12"))],
    },
    // A change waits: with it, the day of the decision before was gone.
    TargetYear {
        year: "2024",
        state: "submitted",
        standing: Some(1),
        decided_on: None,
        versions: &[("2024-01-05", Some("2024-01-05")), ("2024-06-05", None)],
    },
    // A change was returned, which is the last decision.
    TargetYear {
        year: "2025",
        state: "returned",
        standing: Some(1),
        decided_on: Some("2025-06-12"),
        versions: &[("2025-01-05", Some("2025-01-05")), ("2025-06-05", None)],
    },
    // A change is being written again.
    TargetYear {
        year: "2026",
        state: "draft",
        standing: Some(1),
        decided_on: None,
        versions: &[("2026-01-05", Some("2026-01-05")), ("2026-02-05", None)],
    },
];

fn at(day: &str) -> DateTime<Utc> {
    format!("{day}T02:00:00Z").parse().expect("a time")
}

/// Writes a row as it was then: an entity of today may have more columns.
async fn insert<const N: usize>(store: &Store, table: &'static str, row: [(&'static str, Value); N]) {
    let (columns, values): (Vec<_>, Vec<_>) = row.into_iter().unzip();
    let insert =
        Query::insert().into_table(table).columns(columns).values_panic(values.into_iter().map(Expr::val)).to_owned();
    store.read().execute(&insert).await.expect("a row");
}

async fn insert_base(store: &Store) -> Uuid {
    let id = Uuid::now_v7();
    let row = [
        ("id", id.into()),
        ("slug", "zhuzhou".into()),
        ("name", "株洲孵化基地".into()),
        ("short_code", "ZZ".into()),
        ("zone", "Asia/Shanghai".into()),
        ("operator_name", "运营中心".into()),
        ("bureau_name", "民政局".into()),
        ("demo", false.into()),
        ("created_at", at("2021-01-01").into()),
        ("row_version", 1.into()),
    ];
    insert(store, "base", row).await;
    id
}

async fn insert_year(store: &Store, base: Uuid, kept: &TargetYear) -> Uuid {
    let id = Uuid::now_v7();
    let submitted_at = kept.versions.last().map(|(on, _)| at(on));
    let versions = i32::try_from(kept.versions.len()).expect("a few");
    let row = [
        ("id", id.into()),
        ("base_id", base.into()),
        ("year", kept.year.into()),
        ("state", kept.state.into()),
        ("draft", r#"{"targets":[]}"#.into()),
        ("draft_version", versions.into()),
        ("draft_saved_at", at("2021-01-04").into()),
        ("draft_saved_by", "周敏".into()),
        ("versions", versions.into()),
        ("standing", kept.standing.into()),
        ("submitted_at", submitted_at.into()),
        ("submitted_by", "周敏".into()),
        ("decided_at", kept.decided_on.map(at).into()),
        ("decided_by", kept.decided_on.map(|_| "罗文斌".to_owned()).into()),
        ("returned_for", "".into()),
        ("row_version", versions.into()),
    ];
    insert(store, "target_year", row).await;
    for (number, (submitted_on, _)) in (1_i32..).zip(kept.versions) {
        let row = [
            ("id", Uuid::now_v7().into()),
            ("base_id", base.into()),
            ("year_id", id.into()),
            ("number", number.into()),
            ("targets", "[]".into()),
            ("why", "".into()),
            ("submitted_at", at(submitted_on).into()),
            ("submitted_by", "周敏".into()),
        ];
        insert(store, "target_version", row).await;
    }
    id
}

/// Since when each version of a year stands.
async fn standing_since(store: &Store, year: Uuid) -> Vec<Option<DateTime<Utc>>> {
    let query = Query::select()
        .column("approved_at")
        .from("target_version")
        .and_where(Expr::col("year_id").eq(year))
        .order_by("number", Order::Asc)
        .to_owned();
    let rows = store.read().query_all(&query).await.expect("versions");
    rows.iter().map(|row| row.try_get("", "approved_at").expect("a time or none")).collect()
}

#[tokio::test]
async fn since_when_targets_stand_is_told_from_the_last_decision_where_it_was_theirs_and_nothing_else_changes() {
    on_every_blank_database(|store| async move {
        store.migrate_up_to("m0026_robot_secret").await.expect("the shape of an earlier program");
        let base = insert_base(&store).await;
        let mut years = Vec::new();
        for kept in &YEARS {
            years.push(insert_year(&store, base, kept).await);
        }
        let before = rows::but_for(&store, &["approved_at"]).await;

        store.migrate_up_to("m0027_former_state").await.expect("the next step");
        let mut after = rows::but_for(&store, &["approved_at"]).await;
        let former = after.remove("former_state");
        assert_eq!(former, Some(Vec::new()), "what was changed before is as it is now");
        assert_eq!(after, before);
        for (kept, year) in YEARS.iter().zip(years) {
            let expected: Vec<_> = kept.versions.iter().map(|(_, since)| since.map(at)).collect();
            assert_eq!(standing_since(&store, year).await, expected, "{}", kept.year);
        }

        store.migrate().await.expect("the shape of this program");
        assert!(store.is_migrated().await.expect("an answer"));
    })
    .await;
}

const LATER: [&str; 8] = [
    "coaching_visit_id",
    "first_due_on",
    "extended_for",
    "extended_at",
    "extended_by",
    "withdrawn_for",
    "withdrawn_at",
    "withdrawn_by",
];

#[tokio::test]
async fn a_rectification_of_before_is_read_back_as_neither_withdrawn_nor_given_more_time() {
    on_every_blank_database(|store| async move {
        store.migrate_up_to("m0027_former_state").await.expect("the shape of an earlier program");
        let (id, base) = (Uuid::now_v7(), insert_base(&store).await);
        let due_on: NaiveDate = "2026-03-20".parse().expect("a day");
        let row = [
            ("id", id.into()),
            ("base_id", base.into()),
            ("subject_id", base.into()),
            ("of_base", true.into()),
            ("given_as", "bureau".into()),
            ("source", "other".into()),
            ("words", "消防通道堆放杂物".into()),
            ("owner", "周敏".into()),
            ("due_on", due_on.into()),
            ("state", "open".into()),
            ("given_by", "罗文斌".into()),
            ("given_at", at("2026-03-10").into()),
            ("repair", "".into()),
            ("sent_back_for", "".into()),
            ("remark", "".into()),
            ("since", at("2026-03-10").into()),
            ("row_version", 1.into()),
        ];
        insert(&store, "rectification", row).await;
        let before = rows::of(&store).await.remove("rectification");
        assert_eq!(before.as_ref().map(Vec::len), Some(1));

        store.migrate().await.expect("the shape of this program");
        let after = rows::but_for(&store, &LATER).await.remove("rectification");
        assert_eq!(after, before, "what stood there stands there");
        let kept = rectification::Entity::find_by_id(id).one(store.read()).await.expect("a row").expect("the same one");
        assert_eq!((kept.due_on, kept.words.as_str(), kept.row_version), (due_on, "消防通道堆放杂物", 1));
        assert_eq!((kept.coaching_visit_id, kept.first_due_on), (None, None));
        assert_eq!((kept.extended_for.as_str(), kept.extended_at, kept.extended_by), ("", None, None));
        assert_eq!((kept.withdrawn_for.as_str(), kept.withdrawn_at, kept.withdrawn_by), ("", None, None));
    })
    .await;
}
