//! What a seal is of: everything that decides on points; and that texts of before stay what they were.

use hatchboard::{
    assessment::{
        entity::assessment,
        store::{DecisionText, Then, decide, object, publish, seal_due, sealed_text, sealed_version, write},
    },
    store::{Begun, Store},
};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::{
    Scene,
    correction::sealed,
    once, quarter, seals,
    support::{on_every_database, system},
    typed,
};

/// A sheet as it was sealed before texts named their format.
const OLD: &str = r#"{"sheet":{"subject":"春晖","name":"春晖","quarter":"2026-Q1","scorecard":{"name":"社会组织季度评分表","version":1},"state":"sealed","lines":[{"section":"组织治理","indicator":"制度","code":"rules","kind":"judgement","max":"5.00","self":"5.00","operator":"4.00","bureau":"3.50","upheld":"4.50","points":"4.50","applies":true,"inputs":null,"working":""},{"section":"基地履约","indicator":"周汇报按时率","code":"weekly_on_time","kind":"rule","max":"5.00","self":null,"operator":"4.62","bureau":"4.62","points":"4.62","applies":true,"inputs":{"facts":"weeks","expected":13,"on_time":11,"late":2,"missing":0},"working":"(11 + 2 × ½) ÷ 13 × 5.00 = 4.62"}],"bonus":"1.00","deductions":"3.00","veto":null,"rescaled_from":"10.00","total":"89.20","band":"good"},"expected_weeks":13,"bonus_note":"市级表彰","veto_note":"","reference_note":"","history":[{"at":"2026-04-01T02:00:00Z","step":"opened","by":"陈","role":"manager","skipped":false,"words":""},{"at":"2026-04-02T02:00:00Z","step":"scored","by":"陈","role":"manager","skipped":true,"words":""}]}"#;
const OLD_SEAL: &str = "d8535ddd67df946ad793a43f6056f662386d9a239c621fffed1105ec7fe7b223";

/// Puts a text and its seal in the place of a sheet's.
async fn put(store: &Store, sheet: Uuid, text: &str, seal: &str) {
    let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.unwrap() else { unreachable!("once") };
    let row = assessment::Entity::find_by_id(sheet).one(tx.db()).await.unwrap().unwrap();
    let base = row.base_id;
    let mut row = row.into_active_model();
    (row.document, row.seal) = (Set(text.to_owned()), Set(seal.to_owned()));
    assessment::Entity::update(row).exec(tx.db()).await.unwrap();
    tx.audit(base, system().actor(), hatchboard::audit::Deed::AssessmentSealed, &sheet.to_string(), &"");
    tx.commit("").await.unwrap();
}

#[tokio::test]
async fn what_was_sealed_before_texts_said_their_format_is_read_and_verified_byte_for_byte() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let page = sealed(&scene).await;
        put(&scene.store, page.id, OLD, OLD_SEAL).await;
        let text = sealed_text(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        assert_eq!(text, OLD);
        assert!(seals(OLD_SEAL, &text) && seals(&scene.page().await.seal, &text));
        let version = sealed_version(&scene.store, &scene.reader().of(scene.ours), quarter(), None).await.unwrap();
        assert_eq!((version.text.as_str(), version.words.len()), (OLD, 0));
        assert_eq!(version.document.total.unwrap().to_string(), "89.20");
        let again = serde_json::to_string(&version.document).unwrap();
        assert!(OLD.starts_with(&format!("{{\"sheet\":{again}")), "a sheet is written as it was: {again}");
    })
    .await;
}

#[tokio::test]
async fn a_seal_is_of_the_card_and_of_every_word_that_decides_on_points() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let page = scene.page().await;
        let mut own = typed(&page, &[]);
        let rules = own.iter_mut().find(|line| line.code == "rules").unwrap();
        (rules.note, rules.evidence) = ("已修订".to_owned(), "制度汇编".to_owned());
        let written =
            write(&scene.store, &scene.by_member(), page.id, &own.into(), Then::HandIn, once()).await.unwrap();
        assert!(written.handed_in);
        let given = [("rules", "2", "缺财务制度")];
        assert!(scene.write(&scene.by_manager(), &scene.page().await, &given, Then::HandIn).await.unwrap().handed_in);
        let given = [("rules", "1", "制度没有通过")];
        assert!(scene.write(&scene.by_officer(0), &scene.page().await, &given, Then::HandIn).await.unwrap().handed_in);
        let [zhang, _, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        scene.at("2026-04-02 10:00");
        object(&scene.store, &scene.by_member(), page.id, "rules", "三月已通过", once()).await.unwrap();
        let text = DecisionText { upheld: true, points: "2.5".to_owned(), words: "纪要属实".to_owned() };
        decide(&scene.store, &wang, page.id, "rules", &text, once()).await.unwrap();
        scene.at("2026-04-20 10:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);

        let version = sealed_version(&scene.store, &scene.reader().of(scene.ours), quarter(), None).await.unwrap();
        assert!(seals(&version.seal, &version.text));
        let told: Value = serde_json::from_str(&version.text).unwrap();
        assert_eq!(told["format"], 2);
        let lines = told["lines"].as_array().unwrap();
        let rules = lines.iter().find(|line| line["code"] == "rules").unwrap();
        let expected = json!({
            "code": "rules", "own_note": "已修订", "evidence": "制度汇编", "operator_note": "缺财务制度",
            "bureau_note": "制度没有通过", "objection": "三月已通过", "decision": "纪要属实",
            "corrected": null, "corrected_note": "",
        });
        assert_eq!(rules, &expected);
        let card = &told["card"];
        assert_eq!((&card["bonus_cap"], &card["deduction_cap"]), (&json!("5.00"), &json!("10.00")));
        assert_eq!(card["per_rectification"], "3.00");
        assert_eq!(card["bands"], json!({ "excellent": "90.00", "good": "80.00", "pass": "60.00" }));
        assert_eq!((&told["late_repairs"], &told["bonus_given"]), (&json!(0), &json!("0.00")));
        assert_eq!(version.words.len(), version.document.lines.len());
        // Any of them told otherwise is another text, and not the one that was sealed.
        for word in ["缺财务制度", "制度没有通过", "制度汇编", "三月已通过", "纪要属实"] {
            assert!(!seals(&version.seal, &version.text.replace(word, "别的话")), "{word}");
        }
    })
    .await;
}
