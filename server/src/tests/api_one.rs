//! What a program reads of one record, to which the rows of its list lead.

use hatchboard::{
    access::{Role, System},
    assessment::{
        entity::{assessment, assessment_line},
        store::{rebuild_sheets, sealed_text},
    },
    base,
    evidence::entity as attachment,
    weekly_report::entity::weekly_report,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    api::{BUREAU, MANAGER, STAFF, is_problem, json, read, read_as},
    asker::Asker,
    running::Running,
    world::{Place, Whose, World, hash},
};

fn ours(world: &World) -> &Place {
    world.place(Whose::Ours)
}

#[tokio::test]
async fn a_row_of_a_list_leads_to_the_whole_of_it() {
    let world = World::get().await;
    let running = Running::on(world).await;
    // The world's earlier sheets are copies, beside which no sums are kept.
    rebuild_sheets(&running.store, false).await.unwrap();
    let organisation = format!("organisations/{}", ours(world)["org"]);
    for (asker, list, fewest) in [
        (MANAGER, "bases/zhuzhou/reports?week=2026-W14".to_owned(), 3),
        (MANAGER, "bases/zhuzhou/sheets?quarter=2026-Q1".to_owned(), 3),
        (MANAGER, "bases/zhuzhou/sheets?quarter=2024-Q3".to_owned(), 2),
        (STAFF, format!("{organisation}/reports?from=2026-W09&to=2026-W15"), 4),
        (STAFF, format!("{organisation}/sheets"), 7),
    ] {
        let rows = json(&read_as(&running, asker, &format!("/api/v1/{list}")).await);
        let path = list.split('?').next().unwrap();
        let mut followed = 0;
        for row in rows["items"].as_array().unwrap() {
            let Some(id) = row["id"].as_str() else { continue };
            let answer = read_as(&running, asker, &format!("/api/v1/{path}/{id}")).await;
            assert_eq!(answer.status, 200, "{list}: {}", answer.told());
            let whole = json(&answer);
            for (name, value) in row.as_object().unwrap() {
                assert_eq!(&whole[name], value, "{list}: {name} of {row}");
            }
            followed += 1;
        }
        assert!(followed >= fewest, "{list}: only {followed} rows have an id");
    }
}

#[tokio::test]
async fn a_report_is_read_with_what_was_filed_and_a_draft_is_not_found() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let (org, report) = (&ours(world)["org"], &ours(world)["report"]);
    let told = json(&read(&running, &format!("/api/v1/bases/zhuzhou/reports/{report}")).await);
    assert_eq!(
        (&told["state"], &told["versions"], &told["on_behalf"]),
        (&json!("submitted"), &json!(1), &json!(false))
    );
    assert!(told["receipt"].is_string() && told["filed_last"].as_str().unwrap().ends_with("+08:00"), "{told}");
    let contents = &told["report"];
    assert_eq!((&contents["done"], &contents["attendances"]), (&json!("走访"), &json!(60)));
    assert_eq!((&contents["help"], &contents["activities"]), (&Value::Null, &json!([])));

    let list = json(&read(&running, "/api/v1/bases/zhuzhou/reports?week=2026-W15").await);
    let row = list["items"].as_array().unwrap().iter().find(|row| row["subject_id"] == org.as_str()).unwrap();
    assert_eq!((&row["state"], &row["id"]), (&json!("draft"), &Value::Null));
    let draft = weekly_report::Entity::find()
        .filter(weekly_report::Column::SubjectId.eq(org.parse::<Uuid>().unwrap()))
        .filter(weekly_report::Column::Week.eq("2026-W15"));
    let draft = draft.one(running.store.read()).await.unwrap().unwrap().id;
    for none in [draft.to_string(), "of-nobody".to_owned(), ours(world)["sheet"].clone()] {
        let answer = read(&running, &format!("/api/v1/bases/zhuzhou/reports/{none}")).await;
        assert!(is_problem(&answer, 404), "{none}: {}", answer.told());
    }
}

/// Puts onto the base's sheet what its bureau gives: points and a paper behind each of them, more points, and a veto.
async fn judge(running: &Running, sheet: Uuid, paper: Uuid) {
    let tx = running.store.begin_unrecorded(System::named("test").actor(), "test.score").await.unwrap();
    let given = assessment_line::ActiveModel { own: Set(Some(200)), bureau: Set(Some(300)), ..Default::default() };
    let of_it = assessment_line::Column::AssessmentId.eq(sheet);
    assessment_line::Entity::update_many().set(given).filter(of_it).exec(tx.db()).await.unwrap();
    let veto = Set(Some("misuse_of_funds".to_owned()));
    let given = assessment::ActiveModel { bonus: Set(150), late_repairs: Set(1), veto, ..Default::default() };
    let it = assessment::Column::Id.eq(sheet);
    assessment::Entity::update_many().set(given).filter(it).exec(tx.db()).await.unwrap();
    let of_bureau = attachment::ActiveModel { owner: Set("assessment_bureau".to_owned()), ..Default::default() };
    let it = attachment::Column::Id.eq(paper);
    attachment::Entity::update_many().set(of_bureau).filter(it).exec(tx.db()).await.unwrap();
    tx.commit_unrecorded().await.unwrap();
}

#[tokio::test]
async fn a_sheet_of_ones_own_withholds_what_others_gave() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let sheet = &ours(world)["base_sheet"];
    judge(&running, sheet.parse().unwrap(), ours(world)["base_line_file"].parse().unwrap()).await;
    let told = async |asker: Asker| {
        let answer = read_as(&running, asker, &format!("/api/v1/bases/zhuzhou/sheets/{sheet}")).await;
        let whole = json(&answer);
        let line = whole["lines"].as_array().unwrap().iter().find(|line| line["code"] == "team").unwrap().clone();
        (whole, line)
    };
    // Of a line, what the base gave itself, what the bureau gave it, and what counts.
    let points = |line: &Value| ["self", "bureau", "points"].map(|party| line[party].clone());
    let (whole, line) = told(MANAGER).await;
    assert_eq!(points(&line), [json!("2.00"), Value::Null, Value::Null]);
    assert_eq!(line.get("files"), None);
    for name in ["bonus", "deductions", "veto", "total", "band"] {
        assert_eq!(
            whole.get(name),
            Some(&Value::Null),
            "{name} is there, and nothing is said of it: neither zero nor none"
        );
    }
    for other in [BUREAU, Asker::new(Role::Auditor, Whose::Ours)] {
        let (whole, line) = told(other).await;
        assert_eq!(points(&line), [json!("2.00"), json!("3.00"), json!("3.00")], "{other}");
        assert_eq!(line["files"][0]["shows"], "bureau_points", "{other}");
        assert_eq!((&whole["bonus"], &whole["deductions"]), (&json!("1.50"), &json!("3.00")), "{other}");
        assert_eq!((&whole["veto"], &whole["band"]), (&json!("misuse_of_funds"), &json!("fail")), "{other}");
        assert!(whole["total"].is_string(), "{other}: {whole}");
    }
}

#[tokio::test]
async fn a_sealed_sheet_is_read_with_the_seal_of_its_text() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let sheet = &ours(world)["sheet_sealed"];
    let told = json(&read(&running, &format!("/api/v1/bases/zhuzhou/sheets/{sheet}")).await);
    let base = base::store::by_slug(running.store.read(), "zhuzhou").await.unwrap().unwrap().id;
    let (reader, quarter) = (System::named("test").reader(base), "2024-Q3".parse().unwrap());
    let text = sealed_text(&running.store, &reader, quarter, "春晖").await.unwrap();
    assert_eq!((&told["state"], &told["seal"]), (&json!("sealed"), &json!(hash(&text))));
    let sealed: Value = serde_json::from_str(&text).unwrap();
    for part in ["lines", "total", "band", "scorecard"] {
        assert_eq!(told[part], sealed["sheet"][part], "{part}");
    }
}
