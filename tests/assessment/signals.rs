//! Two fails in a row are a signal of risk of what has hatched.

use hatchboard::{
    assessment::{Band, State, entity::assessment, store::open},
    audit::Deed,
    follow_up::{
        NewSignal, Risk,
        store::{ListFilter, list_and_risks, raise},
    },
    incubation::{EnteredAs, Entry, Mode, Term, store::begin},
    store::{Begun, Paging},
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};

use crate::{
    Scene, once,
    support::{on_every_database, system},
};

/// 春晖's sheet of a quarter is opened on a day, and published with a total at that moment.
async fn published(scene: &Scene, quarter: &str, at: &str, (total, band): (i32, Band)) {
    scene.at(at);
    let overseer = scene.manager.overseer(scene.base.id).unwrap();
    open(&scene.store, &overseer, quarter.parse().unwrap(), once()).await.unwrap();
    let Begun::Fresh(tx) = scene.store.begin(system().actor(), once()).await.unwrap() else {
        unreachable!("an intent of its own is fresh")
    };
    let done = assessment::ActiveModel {
        total: Set(Some(total)),
        band: Set(Some(band.code().to_owned())),
        state: Set(State::Published.code().to_owned()),
        published_at: Set(Some(scene.store.now())),
        ..assessment::ActiveModel::default()
    };
    assessment::Entity::update_many()
        .set(done)
        .filter(assessment::Column::BaseId.eq(scene.base.id))
        .filter(assessment::Column::SubjectId.eq(scene.ours))
        .filter(assessment::Column::Quarter.eq(quarter))
        .exec(tx.db())
        .await
        .unwrap();
    tx.audit(scene.base.id, system().actor(), Deed::AssessmentPublished, quarter, &total);
    tx.commit("").await.unwrap();
}

/// 春晖 hatches on 21 July 2026.
async fn hatched(scene: &Scene) {
    let entry = Entry {
        mode: Mode::InShell,
        admitted_on: "2024-09-02".parse().unwrap(),
        term: Term::default(),
        stands: EnteredAs::Hatched { on: "2026-07-21".parse().unwrap() },
    };
    scene.at("2026-07-22 10:00");
    let manager = system().manager(scene.base.id);
    begin(&scene.store, &manager, scene.ours, &entry, "协议", once()).await.unwrap();
}

async fn shown(scene: &Scene) -> Vec<Risk> {
    let found = list_and_risks(&scene.store, &scene.reader(), &ListFilter::default(), Paging::default()).await;
    found.unwrap().1.into_iter().map(|row| row.risk).collect()
}

#[tokio::test]
async fn two_fails_in_a_row_ask_for_an_extra_visit_once_it_has_hatched() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        published(&scene, "2026-Q1", "2026-04-20 10:00", (5_520, Band::Fail)).await;
        published(&scene, "2026-Q2", "2026-07-20 10:00", (5_890, Band::Fail)).await;
        assert_eq!(shown(&scene).await, [], "it has not hatched");
        hatched(&scene).await;
        let risks = shown(&scene).await;
        let [Risk::TwoFails { before, last }] = risks.as_slice() else { panic!("{risks:?}") };
        let told = [before, last].map(|one| (one.quarter.to_string(), one.total.to_string()));
        let expected = [("2026-Q1", "55.20"), ("2026-Q2", "58.90")];
        assert_eq!(told, expected.map(|(quarter, total)| (quarter.to_owned(), total.to_owned())));
        assert_eq!(last.published_on.to_string(), "2026-07-20");

        let signal = NewSignal { signal: "two_fails".to_owned(), note: "连续两季不合格".to_owned() };
        raise(&scene.store, &system().manager(scene.base.id), scene.ours, &signal, once()).await.unwrap();
        assert_eq!(shown(&scene).await, [], "somebody is to go");
    })
    .await;
}

#[tokio::test]
async fn a_pass_after_a_fail_is_no_signal() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        published(&scene, "2026-Q1", "2026-04-20 10:00", (5_520, Band::Fail)).await;
        published(&scene, "2026-Q2", "2026-07-20 10:00", (6_010, Band::Pass)).await;
        hatched(&scene).await;
        assert_eq!(shown(&scene).await, []);
    })
    .await;
}
