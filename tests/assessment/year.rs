use chrono::TimeDelta;
use hatchboard::{
    assessment::{
        Bands, Facts, Kind, Occasion, QuarterTotal, State,
        entity::{assessment, assessment_round},
        store::{
            AssessmentError, CorrectionText, Seen, answer_correction, ask_correction, document, freeze_due, later,
            open, recompute, seal_due, sheet,
        },
    },
    points::Points,
    store::WriteTx,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

use crate::{Scene, once, support::on_every_database};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn year() -> Occasion {
    "2025".parse().unwrap()
}

/// A published sheet of a quarter, or one that was too short to be rated.
pub(crate) async fn told(scene: &Scene, subject: Uuid, quarter: &str, total: Option<&str>) {
    let row = assessment::Entity::find()
        .filter(assessment::Column::BaseId.eq(scene.base.id))
        .filter(assessment::Column::SubjectId.eq(subject));
    let row = row.one(scene.store.read()).await.unwrap().unwrap();
    let hatchboard::store::Begun::Fresh(tx) = scene.store.begin(crate::system().actor(), once()).await.unwrap() else {
        unreachable!("an intent of its own is fresh")
    };
    let round = round_of(scene, &tx, row.round_id, quarter).await;
    let mut told = row.into_active_model().reset_all();
    told.round_id = Set(round);
    (told.id, told.quarter) = (Set(Uuid::now_v7()), Set(quarter.to_owned()));
    told.rated = Set(total.is_some());
    told.expected_weeks = Set(if total.is_some() { 13 } else { 3 });
    told.total = Set(total.map(|total| points(total).as_hundredths()));
    told.band = Set(total.map(|total| Bands::DEFAULT.of(points(total)).code().to_owned()));
    told.state = Set(State::Published.code().to_owned());
    told.published_at = Set(Some(tx.now()));
    assessment::Entity::insert(told).exec_without_returning(tx.db()).await.unwrap();
    tx.audit(scene.base.id, crate::system().actor(), hatchboard::audit::Deed::AssessmentPublished, quarter, &quarter);
    tx.commit("").await.unwrap();
}

/// The round of an earlier quarter, made where it is told of first.
async fn round_of(scene: &Scene, tx: &WriteTx, like: Uuid, quarter: &str) -> Uuid {
    use assessment_round::Column as Of;
    let of = assessment_round::Entity::find().filter(Of::BaseId.eq(scene.base.id));
    if let Some(round) = of.filter(Of::Quarter.eq(quarter)).one(tx.db()).await.unwrap() {
        return round.id;
    }
    let like = assessment_round::Entity::find_by_id(like).one(tx.db()).await.unwrap().unwrap();
    let mut round = like.into_active_model().reset_all();
    let id = Uuid::now_v7();
    (round.id, round.quarter) = (Set(id), Set(quarter.to_owned()));
    (round.facts_at, round.base_facts_at) = (Set(Some(tx.now())), Set(Some(tx.now())));
    assessment_round::Entity::insert(round).exec_without_returning(tx.db()).await.unwrap();
    id
}

/// 春晖 with three rated quarters of 2025, 晨曦 with one, published before the year's cut-off.
async fn of_2025(scene: &Scene) {
    scene.open().await.unwrap();
    scene.at("2026-01-20 10:00");
    for (quarter, total) in [("2025-Q2", "86.15"), ("2025-Q3", "82"), ("2025-Q4", "90.1")] {
        told(scene, scene.ours, quarter, Some(total)).await;
    }
    told(scene, scene.newcomer, "2025-Q3", None).await;
    told(scene, scene.newcomer, "2025-Q4", Some("70")).await;
    scene.at("2026-04-01 10:00");
}

#[tokio::test]
async fn a_year_is_the_mean_of_its_rated_quarters_and_the_year_end_review() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        of_2025(&scene).await;
        let overseer = scene.manager.overseer(scene.base.id).unwrap();
        let next: Occasion = "2026".parse().unwrap();
        assert!(matches!(open(&scene.store, &overseer, next, once()).await, Err(AssessmentError::NotOver)));
        open(&scene.store, &overseer, year(), once()).await.unwrap();
        let page = async |subject| sheet(&scene.store, &scene.reader().of(subject), year()).await;
        let ours = page(scene.ours).await.unwrap();
        let of = |quarter: &str, total: &str| QuarterTotal { quarter: quarter.parse().unwrap(), total: points(total) };
        let quarters = vec![of("2025-Q2", "86.15"), of("2025-Q3", "82"), of("2025-Q4", "90.1")];
        let facts = Facts::Quarters { quarters };
        assert_eq!((ours.kind, ours.rated, &ours.facts["quarters_mean"]), (Kind::Annual, true, &facts));
        let working = "(86.15 + 82.00 + 90.10) ÷ 3 ÷ 100 × 70.00 = 60.26";
        assert_eq!(facts.working(points("70")), working);
        assert!(!page(scene.newcomer).await.unwrap().rated, "one rated quarter is too few");
        assert!(matches!(page(scene.base.id).await, Err(AssessmentError::NotFound)), "it had no sheet in the year");
        let typed = document(&scene.store, &scene.reader(), year(), "春晖").await.unwrap();
        assert_eq!((typed.quarter.as_str(), typed.lines[0].working.as_str()), ("2025", working));
    })
    .await;
}

#[tokio::test]
async fn a_quarter_that_is_corrected_later_is_flagged_and_leaves_the_year_as_it_was() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        of_2025(&scene).await;
        let overseer = scene.manager.overseer(scene.base.id).unwrap();
        open(&scene.store, &overseer, year(), once()).await.unwrap();
        assert!(freeze_due(&scene.store, scene.base.id).await.unwrap() >= 2, "the cut-off of 2025 has passed");
        let reader = scene.reader().of(scene.ours);
        let quarter: Occasion = "2025-Q3".parse().unwrap();
        let of_quarter = assessment::Entity::find()
            .filter(assessment::Column::SubjectId.eq(scene.ours))
            .filter(assessment::Column::Quarter.eq("2025-Q3"));
        let row = of_quarter.one(scene.store.read()).await.unwrap().unwrap();
        let hatchboard::store::Begun::Fresh(tx) = scene.store.begin(crate::system().actor(), once()).await.unwrap()
        else {
            unreachable!("an intent of its own is fresh")
        };
        let mut window = row.into_active_model();
        window.objections_until = Set(Some("2026-01-30T10:00:00Z".parse().unwrap()));
        window.update(tx.db()).await.unwrap();
        tx.audit(scene.base.id, crate::system().actor(), hatchboard::audit::Deed::AssessmentPublished, "w", &"w");
        tx.commit("").await.unwrap();
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let before = sheet(&scene.store, &reader, year()).await.unwrap();
        assert_eq!(before.corrected_since, 0);
        let Facts::Quarters { quarters } = &before.facts["quarters_mean"] else { panic!("of its quarters") };
        assert_eq!(quarters.len(), 3);

        scene.at("2026-06-11 10:00");
        let page = sheet(&scene.store, &reader, quarter).await.unwrap();
        let [zhang, li, _] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        let typed = CorrectionText {
            veto: Some("illegality".to_owned()),
            words: "行政处罚决定".to_owned(),
            ..CorrectionText::default()
        };
        let seen = Seen { sheet: page.id, row_version: page.row_version };
        ask_correction(&scene.store, &zhang, seen, &typed, None, once()).await.unwrap();
        let id = sheet(&scene.store, &reader, quarter).await.unwrap().corrections[0].id;
        answer_correction(&scene.store, &li, id, hatchboard::assessment::Answer::Approve, "", once()).await.unwrap();
        let after = sheet(&scene.store, &reader, year()).await.unwrap();
        assert_eq!((after.corrected_since, &after.facts), (1, &before.facts));
    })
    .await;
}

#[tokio::test]
async fn a_quarter_that_is_published_after_the_years_cut_off_comes_in_by_a_recomputation_alone() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        scene.at("2026-01-20 10:00");
        for (quarter, total) in [("2025-Q2", "86"), ("2025-Q3", "82")] {
            told(&scene, scene.ours, quarter, Some(total)).await;
        }
        open(&scene.store, &scene.manager.overseer(scene.base.id).unwrap(), year(), once()).await.unwrap();
        let reader = scene.reader().of(scene.ours);
        let page = async || sheet(&scene.store, &reader, year()).await.unwrap();
        let at_the_cut_off = page().await;
        scene.store.clock().set(at_the_cut_off.timetable.facts + TimeDelta::minutes(30));
        told(&scene, scene.ours, "2025-Q4", Some("60")).await;
        assert!(freeze_due(&scene.store, scene.base.id).await.unwrap() > 0);
        let frozen = page().await;
        assert_eq!(frozen.facts, at_the_cut_off.facts, "two quarters");
        let found = later(&scene.store, &reader, year()).await.unwrap();
        let seen = Seen { sheet: frozen.id, row_version: frozen.row_version };
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        recompute(&scene.store, &officer, seen, &found.print, "四季度补发", once()).await.unwrap();
        let after = page().await;
        let Facts::Quarters { quarters } = &after.facts["quarters_mean"] else { panic!("of its quarters") };
        assert_eq!(quarters.len(), 3);
    })
    .await;
}
