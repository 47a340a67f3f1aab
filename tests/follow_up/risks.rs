use hatchboard::{
    follow_up::{
        NewSignal, Risk, Signal,
        store::{ListFilter, RiskRow, list_and_risks, raise},
    },
    store::Paging,
};

use crate::{
    FIRST, Scene, day, once,
    support::{self, on_every_database, system},
};

async fn shown(scene: &Scene) -> Vec<RiskRow> {
    let found = list_and_risks(&scene.store, &scene.reader(), &ListFilter::default(), Paging::default()).await;
    let (listed, risks) = found.unwrap();
    assert!(listed.any && listed.page.total > 0, "the list is there as ever");
    risks
}

#[tokio::test]
async fn silence_is_a_signal_until_somebody_is_to_go_or_somebody_answers() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        assert_eq!(shown(&scene).await, [], "nobody has tried");
        scene.tried(FIRST, "2026-03-02", "no_answer").await;
        let risk = Risk::Silence { since: day("2025-09-12"), days: 181 };
        assert_eq!(shown(&scene).await, [RiskRow { organisation: scene.hatched, name: "春晖".to_owned(), risk }]);

        let elsewhere = support::base(&scene.store, "liling").await;
        let theirs = system().reader(elsewhere.id);
        let found = list_and_risks(&scene.store, &theirs, &ListFilter::default(), Paging::default()).await.unwrap();
        assert_eq!(found.1, [], "another base's are not theirs");

        let signal = |signal: Signal| NewSignal { signal: signal.code().to_owned(), note: "联系未果".to_owned() };
        let (store, manager) = (&scene.store, scene.manager());
        raise(store, &manager, scene.hatched, &signal(Signal::AbnormalList), once()).await.unwrap();
        assert_eq!(shown(&scene).await.len(), 1, "it is for something else");
        raise(store, &manager, scene.hatched, &signal(Signal::Silence), once()).await.unwrap();
        assert_eq!(shown(&scene).await, [], "somebody is to go");
    })
    .await;
}

#[tokio::test]
async fn who_answers_or_is_visited_is_not_silent() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.tried(FIRST, "2026-03-02", "no_answer").await;
        scene.tried(FIRST, "2026-03-10", "appointment").await;
        assert_eq!(shown(&scene).await, []);
        scene.at("2026-07-01 10:00");
        scene.tried(FIRST, "2026-06-20", "no_answer").await;
        let risks: Vec<Risk> = shown(&scene).await.into_iter().map(|row| row.risk).collect();
        assert_eq!(risks, [Risk::Silence { since: day("2026-03-10"), days: 113 }]);
        scene.file(FIRST, &[("on", "2026-07-01"), ("outcome", "dissolved")]).await.unwrap();
        let found = list_and_risks(&scene.store, &scene.reader(), &ListFilter::default(), Paging::default()).await;
        assert_eq!(found.unwrap().1, [], "nothing is due of what has dissolved");
    })
    .await;
}
