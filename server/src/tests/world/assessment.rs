//! The sheets of organisations and of their base, one in each state in which something can be done.

use hatchboard::{
    assessment::{
        Occasion, Shows, State,
        entity::{assessment, assessment_line, assessment_round, sampled_report},
        store::{
            CorrectionText, Hand, Seen, add_file, ask_correction, draw_reports, freeze_due, later, open, seal_due,
            sheet, veto, veto_files,
        },
    },
    base::Base,
    evidence::store::{Upload, prepare},
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once, organisation::register};

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
    // Recorded when the round was open already.
    let late = register(maker, &maker.system.manager(base.id), "晚录", true).await;
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
        let named = Place::from([
            ("sheet", row.id.to_string()),
            ("base_sheet", itself.to_string()),
            ("latecomer", late.to_string()),
        ]);
        places.push((row.subject_id, named));
    }
    let of_rules = assessment_line::Column::Code.is_in(["rules", "team"]);
    let of_rows = assessment_line::Column::AssessmentId.is_in(rows.iter().map(|row| row.id));
    let shown = assessment_line::Entity::find().filter(of_rules).filter(of_rows).all(tx.db()).await.unwrap();
    let line_of = |sheet: Uuid, code: &str| {
        shown.iter().find(|line| line.assessment_id == sheet && line.code == code).unwrap().id
    };
    for (subject, place) in &mut places {
        let sheet = rows.iter().find(|row| row.subject_id == *subject).unwrap().id;
        place.insert("line", line_of(sheet, "rules").to_string());
        place.insert("base_line", line_of(itself, "team").to_string());
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
            // What is sealed was published, and what was objected to was answered.
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
                let objected = line.code == "team";
                let mut line = line.into_active_model().reset_all();
                let line_id = Uuid::now_v7();
                (line.id, line.assessment_id) = (Set(line_id), Set(id));
                (line.own, line.operator) = (Set(Some(300)), Set(Some(300)));
                line.objected_at = Set(objected.then(|| tx.now()));
                line.objection = Set(if objected { "评分偏低".to_owned() } else { String::new() });
                if objected && sealed {
                    line.decided_at = Set(Some(tx.now()));
                    line.decided_by = Set(Some("罗文斌".to_owned()));
                    line.decision = Set("签到表缺页".to_owned());
                }
                assessment_line::Entity::insert(line).exec_without_returning(tx.db()).await.unwrap();
                let named = match state {
                    State::Published => "objected_line",
                    State::SelfScored => "self_scored_line",
                    State::Scored => "scored_line",
                    _ => continue,
                };
                if objected {
                    let (_, place) = places.iter_mut().find(|(subject, _)| *subject == row.subject_id).unwrap();
                    place.insert(named, line_id.to_string());
                }
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
    files(maker, base, &mut places).await;
    let bureau = maker.system.bureau(base.id);
    draw_reports(&maker.store, &bureau, quarter.quarter().unwrap(), "2026-04-09", 1, once()).await.unwrap();
    let of_base = sampled_report::Entity::find().filter(sampled_report::Column::BaseId.eq(base.id));
    let drawn = of_base.one(maker.store.read()).await.unwrap().unwrap().id;
    for (_, place) in &mut places {
        place.insert("drawn_report", drawn.to_string());
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
    ask_correction(&maker.store, &officer, seen, &asked, None, once()).await.unwrap();
    let page = sheet(&maker.store, &reader, quarter).await.unwrap();
    place.insert("correction", page.corrections[0].id.to_string());
}

/// A paper behind a line of each sheet, and of the base's.
async fn files(maker: &Maker, base: &Base, places: &mut [(Uuid, Place)]) {
    let attached = async |hand: &Hand, line: &str, shows| {
        let upload = Upload { name: "制度.pdf".to_owned(), contents: PAPER.into() };
        let place = (line.parse().unwrap(), shows);
        add_file(&maker.store, &maker.files, hand, place, upload, once()).await.unwrap().to_string()
    };
    let operator = Hand::from(&maker.system.manager(base.id));
    let of_base = attached(&operator, &places[0].1["base_line"], Shows::OwnPoints).await;
    for (organisation, place) in places {
        let own = Hand::from(&maker.system.member(base.id, *organisation));
        let file = attached(&own, &place["line"], Shows::OwnPoints).await;
        let of_operator = attached(&operator, &place["self_scored_line"], Shows::OperatorPoints).await;
        let shown = vetoed(maker, base, *organisation).await;
        place.extend([("line_file", file), ("base_line_file", of_base.clone()), ("veto_file", shown)]);
        place.insert("operator_file", of_operator);
    }
}

/// A veto of a sheet that is not published yet, with a paper: the paper.
async fn vetoed(maker: &Maker, base: &Base, organisation: Uuid) -> String {
    let (officer, reader) = (maker.system.bureau(base.id), maker.system.reader(base.id).of(organisation));
    let quarter: Occasion = "2025-Q2".parse().unwrap();
    let page = sheet(&maker.store, &reader, quarter).await.unwrap();
    let upload = Upload { name: "判决书.pdf".to_owned(), contents: PAPER.into() };
    let paper = prepare(&maker.files, base.id, upload).await.unwrap();
    let seen = Seen { sheet: page.id, row_version: page.row_version };
    veto(&maker.store, &officer, seen, "illegality", "判决书", Some(&paper), once()).await.unwrap();
    let page = sheet(&maker.store, &reader, quarter).await.unwrap();
    let files = veto_files(&maker.store, &reader, &page).await.unwrap();
    files.into_values().flatten().next().unwrap().id.to_string()
}
