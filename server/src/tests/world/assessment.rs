//! The sheets of organisations and of their base, one in each state in which something can be done.

use hatchboard::{
    assessment::{
        State,
        entity::{assessment, assessment_line, assessment_round},
        store::{freeze_due, open},
    },
    base::Base,
    period::Quarter,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Maker, Place, once};

/// Earlier quarters, with the states in which their sheets stand.
const EARLIER: [(&str, &str, State); 4] = [
    ("2025-Q4", "sheet_self_scored", State::SelfScored),
    ("2025-Q3", "sheet_scored", State::Scored),
    ("2025-Q2", "sheet_confirmed", State::Confirmed),
    ("2025-Q1", "sheet_published", State::Published),
];

/// Opens the round of a base, and puts earlier ones beside it. Gives what names its sheets, by subject.
pub(super) async fn make(maker: &Maker, base: &Base) -> Vec<(Uuid, Place)> {
    let overseer = maker.system.manager(base.id).as_overseer();
    let quarter: Quarter = "2026-Q1".parse().unwrap();
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
            (sheet.quarter, sheet.state) = (Set(quarter.to_owned()), Set(state.code().to_owned()));
            sheet.row_version = Set(1);
            sheet.objections_until = Set(Some("2026-12-31T10:00:00Z".parse().unwrap()));
            assessment::Entity::insert(sheet).exec_without_returning(tx.db()).await.unwrap();
            let lines = assessment_line::Entity::find().filter(assessment_line::Column::AssessmentId.eq(row.id));
            for line in lines.all(tx.db()).await.unwrap() {
                let objected = line.code == "team";
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
    places
}
