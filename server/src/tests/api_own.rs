//! What a program of an organisation's staff reads: what its own pages show, and of nobody else's.

use hatchboard::{
    access::{Role, System},
    assessment::entity::assessment,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    api::{MANAGER, STAFF, is_problem, json, read_as},
    asker::Asker,
    running::Running,
    world::{Whose, World},
};

/// Below an organisation; the records are those of this place.
fn addresses(organisation: &str, world: &World, records: Whose) -> [String; 5] {
    let place = world.place(records);
    let (report, sheet) = (&place["report"], &place["sheet"]);
    let below = |what: &str| format!("/api/v1/organisations/{organisation}/{what}");
    [
        below("reports?from=2026-W14&to=2026-W15"),
        below("plans?from=2026-04&to=2026-04"),
        below("sheets"),
        below(&format!("reports/{report}")),
        below(&format!("sheets/{sheet}")),
    ]
}

#[tokio::test]
async fn what_is_another_s_is_answered_as_what_nobody_knows() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let unknown = Uuid::now_v7().to_string();
    for (asker, whose) in
        [(STAFF, Whose::Sibling), (STAFF, Whose::Foreign), (Asker::new(Role::Manager, Whose::Foreign), Whose::Ours)]
    {
        let others = addresses(&world.place(whose)["org"], world, whose);
        for (of_other, of_nobody) in others.iter().zip(addresses(&unknown, world, whose)) {
            let answer = read_as(&running, asker, of_other).await;
            assert!(is_problem(&answer, 404), "{asker} {of_other}: {}", answer.told());
            assert_eq!(answer.body, read_as(&running, asker, &of_nobody).await.body, "{asker} {of_other}");
        }
    }
    let [.., report, sheet] = addresses(&world.place(Whose::Ours)["org"], world, Whose::Sibling);
    for behind_one_s_own in [report, sheet] {
        for asker in [STAFF, MANAGER] {
            let answer = read_as(&running, asker, &behind_one_s_own).await;
            assert!(is_problem(&answer, 404), "{asker} {behind_one_s_own}: {}", answer.told());
        }
    }
}

#[tokio::test]
async fn an_organisation_reads_its_weeks_and_plans_as_its_base_does() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let place = world.place(Whose::Ours);
    let (org, report) = (&place["org"], &place["report"]);
    let told = async |asker: Asker, address: String| json(&read_as(&running, asker, &address).await);
    let theirs = |rows: &Value| -> Vec<Value> {
        let rows = rows["items"].as_array().unwrap();
        rows.iter().filter(|row| row["subject_id"] == org.as_str()).cloned().collect()
    };
    for (own, of_base) in [
        ("reports?from=2026-W14&to=2026-W14", "reports?week=2026-W14"),
        ("reports?from=2026-W15&to=2026-W15", "reports?week=2026-W15"),
        ("plans?from=2026-04&to=2026-04", "plans?month=2026-04"),
    ] {
        let own = told(STAFF, format!("/api/v1/organisations/{org}/{own}")).await;
        let of_base = theirs(&told(MANAGER, format!("/api/v1/bases/zhuzhou/{of_base}")).await);
        assert!(!of_base.is_empty());
        assert_eq!(own["items"], json!(of_base));
    }
    let own = told(STAFF, format!("/api/v1/organisations/{org}/reports/{report}")).await;
    assert_eq!(own, told(MANAGER, format!("/api/v1/bases/zhuzhou/reports/{report}")).await);
    let none = told(STAFF, format!("/api/v1/organisations/{org}/reports?from=2026-W15&to=2026-W14")).await;
    assert_eq!((&none["items"], &none["total"]), (&json!([]), &json!(0)));
}

#[tokio::test]
async fn what_others_gave_an_organisation_it_reads_with_the_publication() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let place = world.place(Whose::Ours);
    let (org, scored, published) = (&place["org"], &place["sheet_scored"], &place["sheet_published"]);
    let tx = running.store.begin_unrecorded(System::named("test").actor(), "test.score").await.unwrap();
    let came_to = assessment::ActiveModel { total: Set(Some(8_000)), ..Default::default() };
    let of_both = assessment::Column::Id.is_in([scored, published].map(|id| id.parse::<Uuid>().unwrap()));
    assessment::Entity::update_many().set(came_to).filter(of_both).exec(tx.db()).await.unwrap();
    tx.commit_unrecorded().await.unwrap();
    let told = async |asker: Asker, below: String| {
        json(&read_as(&running, asker, &format!("/api/v1/organisations/{org}/{below}")).await)
    };
    let total = |rows: &Value, sheet: &str| {
        let rows = rows["items"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == sheet).unwrap()["total"].clone()
    };
    let given = |sheet: &Value| {
        let line = sheet["lines"].as_array().unwrap().iter().find(|line| line["code"] == "rules").unwrap();
        ["self", "operator"].map(|party| line[party].clone())
    };
    let (own, of_base) = (told(STAFF, "sheets".to_owned()).await, told(MANAGER, "sheets".to_owned()).await);
    assert_eq!([total(&own, scored), total(&of_base, scored)], [Value::Null, json!("80.00")]);
    assert_eq!([total(&own, published), total(&of_base, published)], [json!("80.00"), json!("80.00")]);
    let one = async |asker: Asker, sheet: &str| told(asker, format!("sheets/{sheet}")).await;
    assert_eq!(given(&one(STAFF, scored).await), [json!("3.00"), Value::Null]);
    assert_eq!(given(&one(MANAGER, scored).await), [json!("3.00"), json!("3.00")]);
    assert_eq!(one(STAFF, published).await, one(MANAGER, published).await);
}
