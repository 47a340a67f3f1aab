//! The sheets of organisations and of their base, one in each state in which something can be done.

use hatchboard::{
    assessment::{
        Occasion, State,
        entity::{assessment, assessment_line, assessment_round},
        store::{CorrectionText, Seen, ask_correction, freeze_due, later, open, seal_due, sheet},
    },
    base::Base,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Maker, Place, once};

/// Earlier quarters, with the states in which their sheets stand.
const EARLIER: [(&str, &str, State); 6] = [
    ("2025-Q4", "sheet_self_scored", State::SelfScored),
    ("2025-Q3", "sheet_scored", State::Scored),
    ("2025-Q2", "sheet_confirmed", State::Confirmed),
    ("2025-Q1", "sheet_published", State::Published),
    ("2024-Q3", "sheet_sealed", State::Sealed),
    ("2024-Q2", "sheet_corrected", State::Sealed),
];

/// Facts that were frozen.
const FROZEN: &str = r#"{"weekly_on_time":{"facts":"weeks","expected":13,"on_time":13,"late":0,"missing":0}}"#;

/// Opens the round of a base, and puts earlier ones beside it. Gives what names its sheets, by subject.
pub(super) async fn make(maker: &Maker, base: &Base) -> Vec<(Uuid, Place)> {
    let overseer = maker.system.manager(base.id).as_overseer();
    let quarter: Occasion = "2026-Q1".parse().unwrap();
    open(&maker.store, &overseer, quarter, once()).await.unwrap();
    // Its cut-off has passed.
    freeze_due(&maker.store, base.id).await.unwrap();
    let tx = maker.write().await;
    let of_base = assessment::Entity::find().filter(assessment::Column::BaseId.eq(base.id));
    let rows = of_base.all(tx.db()).await.unwrap();
    let round = assessment_round::Entity::find_by_id(rows[0].round_id).one(tx.db()).await.unwrap().unwrap();
    let itself = rows.iter().find(|row| row.of_base).unwrap().id;
    let mut places: Vec<(Uuid, Place)> = Vec::new();
    for row in rows.iter().filter(|row| !row.of_base) {
        assert!(row.rated, "{} reported all quarter", row.subject_name);
        let named = Place::from([("sheet", row.id.to_string()), ("base_sheet", itself.to_string())]);
        places.push((row.subject_id, named));
    }
    for (quarter, blank, state) in EARLIER {
        let mut earlier = round.clone().into_active_model().reset_all();
        let round_id = Uuid::now_v7();
        (earlier.id, earlier.quarter) = (Set(round_id), Set(quarter.to_owned()));
        (earlier.facts_at, earlier.base_facts_at) = (Set(Some(tx.now())), Set(Some(tx.now())));
        assessment_round::Entity::insert(earlier).exec_without_returning(tx.db()).await.unwrap();
        for row in rows.iter().filter(|row| !row.of_base) {
            let id = Uuid::now_v7();
            let mut sheet = row.clone().into_active_model().reset_all();
            (sheet.id, sheet.round_id) = (Set(id), Set(round_id));
            // What is sealed was published, and nobody objected.
            let sealed = state == State::Sealed;
            let before = if sealed { State::Published } else { state };
            let until = if sealed { "2025-01-31T10:00:00Z" } else { "2026-12-31T10:00:00Z" };
            (sheet.quarter, sheet.state) = (Set(quarter.to_owned()), Set(before.code().to_owned()));
            sheet.row_version = Set(1);
            if blank == "sheet_scored" {
                // The records of that quarter say something else now.
                sheet.facts = Set(FROZEN.to_owned());
            }
            sheet.objections_until = Set(Some(until.parse().unwrap()));
            assessment::Entity::insert(sheet).exec_without_returning(tx.db()).await.unwrap();
            let lines = assessment_line::Entity::find().filter(assessment_line::Column::AssessmentId.eq(row.id));
            for line in lines.all(tx.db()).await.unwrap() {
                let objected = line.code == "team" && !sealed;
                let mut line = line.into_active_model().reset_all();
                (line.id, line.assessment_id) = (Set(Uuid::now_v7()), Set(id));
                (line.own, line.operator) = (Set(Some(300)), Set(Some(300)));
                line.objected_at = Set(objected.then(|| tx.now()));
                line.objection = Set(if objected { "评分偏低".to_owned() } else { String::new() });
                assessment_line::Entity::insert(line).exec_without_returning(tx.db()).await.unwrap();
            }
            let (_, place) = places.iter_mut().find(|(subject, _)| *subject == row.subject_id).unwrap();
            place.insert(blank, id.to_string());
        }
    }
    tx.audit(base.id, maker.system.actor(), hatchboard::audit::Deed::AssessmentOpened, "earlier", &"earlier");
    tx.commit("").await.unwrap();
    seal_due(&maker.store, base.id).await.unwrap();
    for (subject, place) in &mut places {
        put_right(maker, base, *subject, place).await;
    }
    places
}

/// A correction that waits, and what the records say now beside a sheet that was scored.
async fn put_right(maker: &Maker, base: &Base, subject: Uuid, place: &mut Place) {
    let (officer, reader) = (maker.system.bureau(base.id), maker.system.reader(base.id).of(subject));
    let scored = later(&maker.store, &reader, "2025-Q3".parse().unwrap()).await.unwrap();
    place.insert("later", scored.print);
    let quarter: Occasion = "2024-Q2".parse().unwrap();
    let page = sheet(&maker.store, &reader, quarter).await.unwrap();
    let asked = CorrectionText {
        lines: vec![("rules".to_owned(), "1".to_owned())],
        words: "制度汇编缺页".to_owned(),
        ..CorrectionText::default()
    };
    let seen = Seen { sheet: page.id, row_version: page.row_version };
    ask_correction(&maker.store, &officer, seen, &asked, once()).await.unwrap();
    let page = sheet(&maker.store, &reader, quarter).await.unwrap();
    place.insert("correction", page.corrections[0].id.to_string());
}
