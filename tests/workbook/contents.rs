//! What stands in a workbook: rows, formulas over them, and nothing that whoever asked may not see.

use calamine::Data;
use hatchboard::{
    access::Role,
    account::Place,
    assessment::{
        Band,
        entity::{assessment, assessment_line},
        store::open,
    },
    organisation,
    store::Onward,
    weekly_report::{
        Draft, DraftActivity,
        store::{Sending, Subject, draft, filing::submit},
    },
    workbook::{Heading, SheetOf, Sum, Timely},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

use crate::{
    Scene, cast, once,
    support::{self, on_every_database, system},
    text,
};

async fn filed(scene: &Scene, week: &str, at: &str, typed: Draft) {
    scene.at(at);
    let subject = Subject::from(&system().member(scene.base.id, scene.ours));
    let week = week.parse().unwrap();
    let seen = draft::open(&scene.store, &subject, week).await.unwrap().draft_version;
    submit(&scene.store, &subject, week, Sending { typed, seen, on_device_at: None }, once()).await.unwrap();
}

/// A report in time with an activity, and one that says "nothing" three days late.
async fn reported(scene: &Scene) {
    let lecture = DraftActivity {
        what: "=防诈骗讲座".to_owned(),
        on: "2026-03-18".to_owned(),
        attendances: "60".to_owned(),
        ..DraftActivity::default()
    };
    let told = Draft {
        done: "走访".to_owned(),
        activities_count: "1".to_owned(),
        attendances: "60".to_owned(),
        help_kind: "none".to_owned(),
        activities: vec![lecture],
        ..Draft::default()
    };
    filed(scene, "2026-W12", "2026-03-20 12:00", told).await;
    let nothing = Draft { nothing_to_report: "on".to_owned(), nothing_confirmed: "on".to_owned(), ..Draft::default() };
    filed(scene, "2026-W13", "2026-03-30 12:00", nothing).await;
    scene.at("2026-04-01 10:00");
}

#[tokio::test]
async fn every_expected_week_is_a_row_and_sums_are_formulas_over_them() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        reported(&scene).await;
        let mut book = scene.opened(&scene.operator()).await;
        let sheets: Vec<&str> = SheetOf::ALL.iter().map(|sheet| sheet.code()).collect();
        assert_eq!(book.sheets(), sheets);

        let mut weeks = book.rows(SheetOf::Weeks);
        weeks.sort_by_key(|row| (row[0].to_string(), row[1].to_string()));
        let told = |row: &[Data]| (row[0].clone(), row[1].clone(), row[4].clone(), row[9].clone());
        let mut expected = [
            (text("春晖"), text("2026-W12"), text("on_time"), Data::Float(60.0)),
            (text("春晖"), text("2026-W13"), text("late"), Data::Float(0.0)),
            (text("晨曦"), text("2026-W13"), text("missing"), Data::Float(0.0)),
        ];
        expected.sort_by_key(|row| (row.0.to_string(), row.1.to_string()));
        assert_eq!(weeks.iter().map(|row| told(row)).collect::<Vec<_>>(), expected);
        let monday = |cell: &Data| match cell {
            Data::DateTime(time) => time.to_ymd_hms_milli(),
            other => panic!("{other:?} is no day"),
        };
        let first = weeks.iter().find(|row| row[4] == text("on_time")).unwrap();
        assert_eq!(monday(&first[2]), (2026, 3, 16, 0, 0, 0, 0));
        assert_eq!(first[5], Data::Empty, "it was not late");

        let activities = book.rows(SheetOf::Activities);
        assert_eq!(activities.len(), 1);
        assert_eq!(activities[0][3], text("=防诈骗讲座"), "a text is never a formula");

        let counted = |timely| format!("COUNTIFS('weeks'!$E$3:$E$5,\"{timely}\")");
        assert_eq!(book.sum(Sum::Came(Timely::OnTime)), (counted("on_time"), Data::Float(1.0)));
        assert_eq!(book.sum(Sum::Came(Timely::Missing)), (counted("missing"), Data::Float(1.0)));
        assert_eq!(book.sum(Sum::Rows(SheetOf::Weeks)), ("COUNTA('weeks'!$A$3:$A$5)".to_owned(), Data::Float(3.0)));
        let attendances = Sum::Of(SheetOf::Weeks, Heading::Attendances);
        assert_eq!(book.sum(attendances), ("SUM('weeks'!$J$3:$J$5)".to_owned(), Data::Float(60.0)));
        let (formula, rate) = book.sum(Sum::OnTimeRate);
        assert_eq!(rate, Data::Float(0.5), "one of three on time, and one that counts a half: {formula}");
        assert!(formula.starts_with("IFERROR((COUNTIFS("), "{formula}");
        let none = ("SUM('trainings'!$J$3:$J$3)".to_owned(), Data::Float(0.0));
        assert_eq!(book.sum(Sum::Of(SheetOf::Trainings, Heading::Attendances)), none, "a range of nothing is one");
    })
    .await;
}

#[tokio::test]
async fn what_is_withheld_from_the_operator_is_not_in_its_workbook() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let overseer = system().manager(scene.base.id).as_overseer();
        open(&scene.store, &overseer, "2026-Q1".parse().unwrap(), once()).await.unwrap();
        scored(&scene).await;
        let luo = cast::with_role(&scene.store, "luo", scene.base.id, Role::Manager).await;
        cast::grant(&scene.store, luo, Place::Base { base: scene.base.id, role: Role::Auditor }).await;
        let both = cast::signed_in(&scene.store, "luo").await.reader(scene.base.id).unwrap();
        assert_eq!(both.role(), Role::Auditor, "and of the operator's team still");
        for (reader, sees) in [(scene.operator(), false), (scene.bureau(), true), (both, false)] {
            let mut book = scene.opened(&reader).await;
            let rows = book.rows(SheetOf::Assessments);
            assert_eq!(rows.len(), 3, "the base and its organisations");
            let totals = book.column(SheetOf::Assessments, Heading::Total);
            assert_eq!(totals.contains(&Data::Float(80.0)), sees);
            let names = book.column(SheetOf::Lines, Heading::Organisation);
            let given = book.column(SheetOf::Lines, Heading::Operator);
            let of_base = names.iter().zip(&given).filter(|(name, _)| **name == text(&scene.base.name));
            assert!(of_base.clone().count() > 0, "its lines are there");
            assert_eq!(of_base.clone().any(|(_, points)| *points != Data::Empty), sees);
        }
    })
    .await;
}

/// The base's sheet has points, and is not published.
async fn scored(scene: &Scene) {
    let tx = scene.store.begin_unrecorded(system().actor(), "test.score").await.unwrap();
    let base = assessment::Column::SubjectId.eq(scene.base.id);
    let sheet = assessment::Entity::find().filter(base.clone()).one(tx.db()).await.unwrap().unwrap();
    assessment::Entity::update_many()
        .col_expr(assessment::Column::Rated, Expr::value(true))
        .col_expr(assessment::Column::Total, Expr::value(8_000))
        .col_expr(assessment::Column::Band, Expr::value(Band::ALL[0].code()))
        .filter(base)
        .exec(tx.db())
        .await
        .unwrap();
    assessment_line::Entity::update_many()
        .col_expr(assessment_line::Column::Operator, Expr::value(100))
        .filter(assessment_line::Column::AssessmentId.eq(sheet.id))
        .exec(tx.db())
        .await
        .unwrap();
    tx.commit_unrecorded().await.unwrap();
}

#[tokio::test]
async fn a_list_is_read_part_by_part_to_its_end() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        support::organisation(&scene.store, &scene.base, "秋实").await;
        let (mut names, mut parts, mut next) = (Vec::new(), 0, Some(Onward::new(2)));
        while let Some(onward) = next {
            let part = organisation::store::onward(&scene.store, &scene.operator(), onward).await.unwrap();
            names.extend(part.rows.into_iter().map(|row| row.name));
            parts += 1;
            next = part.next;
        }
        names.sort();
        let mut all = ["春晖", "晨曦", "秋实"];
        all.sort_unstable();
        assert_eq!((names, parts), (all.map(str::to_owned).to_vec(), 2));
    })
    .await;
}
