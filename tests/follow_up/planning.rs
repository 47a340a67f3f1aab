use hatchboard::{
    follow_up::{
        Age, Due, Field, NewAssignment, NewSignal, Standing,
        store::{self, FollowUpError, What, Which, assign, raise},
    },
    store::StoreError,
};
use uuid::Uuid;

use crate::{
    FIRST, Scene, day, once,
    support::{self, on_every_database, system},
};

fn by(name: &str, planned_on: &str) -> NewAssignment {
    NewAssignment { assigned: name.to_owned(), planned_on: planned_on.to_owned() }
}

fn signal(code: &str) -> NewSignal {
    NewSignal { signal: code.to_owned(), note: "信用中国公示".to_owned() }
}

#[tokio::test]
async fn the_schedule_is_there_before_anybody_has_written() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let found = store::of_organisation(&scene.store, &scene.of_hatched()).await.unwrap();
        assert_eq!((found.name.as_str(), found.hatched_on), ("春晖", vec![day("2025-09-12")]));
        let stands: Vec<Standing> = found.visits.iter().map(|(line, _)| line.standing).collect();
        assert_eq!(stands, [[Standing::Due].as_slice(), &[Standing::Ahead; 5]].concat());
        let first = &found.visits[0].0;
        assert_eq!(first.what, What::Scheduled(Due::of(day("2025-09-12"), Age::SixMonths)));
        assert_eq!((first.record.as_ref(), first.which), (None, Some(FIRST)));

        let nurtured = scene.reader().of(scene.nurtured);
        assert!(store::of_organisation(&scene.store, &nurtured).await.unwrap().visits.is_empty());
        let refused = store::open(&scene.store, &nurtured, FIRST).await;
        assert!(matches!(refused, Err(FollowUpError::NotHatched)), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_visit_is_assigned_and_a_stale_assignment_overwrites_nothing() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, manager, hatched) = (&scene.store, scene.manager(), scene.hatched);
        let early = assign(store, &manager, hatched, FIRST, &by("", "2026-03-11"), 0, once()).await;
        let Err(FollowUpError::Invalid(problems)) = early else { panic!("{early:?}") };
        assert_eq!(problems.iter().map(|one| one.field).collect::<Vec<_>>(), [Field::Assigned, Field::PlannedOn]);

        assign(store, &manager, hatched, FIRST, &by("周敏", "2026-03-20"), 0, once()).await.unwrap();
        let kept = scene.page(FIRST).await.line.record.unwrap();
        assert_eq!((kept.assigned.as_deref(), kept.planned_on), (Some("周敏"), Some(day("2026-03-20"))));
        let stale = assign(store, &manager, hatched, FIRST, &by("何清", ""), 0, once()).await;
        assert!(matches!(stale, Err(FollowUpError::Store(StoreError::Stale))), "{stale:?}");
        assign(store, &manager, hatched, Which::Kept(kept.id), &by("何清", ""), kept.row_version, once())
            .await
            .unwrap();
        assert_eq!(scene.page(FIRST).await.line.assigned(), Some("何清"));
    })
    .await;
}

#[tokio::test]
async fn attempts_are_kept_and_silence_shows_after_three_months() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        assert_eq!(scene.page(FIRST).await.silent_since, None, "nobody has tried");
        scene.tried(FIRST, "2026-03-02", "no_answer").await;
        scene.tried(FIRST, "2026-02-20", "contact_invalid").await;
        let page = scene.page(FIRST).await;
        assert_eq!(page.attempts.iter().map(|one| one.on).collect::<Vec<_>>(), [day("2026-03-02"), day("2026-02-20")]);
        assert_eq!((page.line.record.unwrap().attempts, page.silent_since), (2, Some(day("2025-09-12"))));
        scene.tried(FIRST, "2026-03-10", "appointment").await;
        assert_eq!(scene.page(FIRST).await.silent_since, None);
    })
    .await;
}

#[tokio::test]
async fn a_signal_of_risk_asks_for_an_extra_visit_of_what_has_hatched() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let refused = raise(store, &manager, scene.nurtured, &signal("abnormal_list"), once()).await;
        assert!(matches!(refused, Err(FollowUpError::NotHatched)), "{refused:?}");
        let wordless = NewSignal { note: " ".to_owned(), ..signal("abnormal_list") };
        let refused = raise(store, &manager, scene.hatched, &wordless, once()).await;
        assert!(matches!(refused, Err(FollowUpError::Invalid(_))), "{refused:?}");

        let id = raise(store, &manager, scene.hatched, &signal("unlisted"), once()).await.unwrap();
        let line = scene.page(Which::Kept(id)).await.line;
        assert_eq!((line.standing, line.what.until()), (Standing::Due, day("2026-04-11")));
        scene.at("2026-04-12 09:00");
        assert_eq!(scene.page(Which::Kept(id)).await.line.standing, Standing::Overdue);
        scene.file(Which::Kept(id), &[("on", "2026-04-12")]).await.unwrap();
        assert_eq!(scene.page(Which::Kept(id)).await.line.standing, Standing::Late);
        // A second one is another visit.
        let another = raise(store, &manager, scene.hatched, &signal("code_invalid"), once()).await.unwrap();
        assert_ne!(another, id);
    })
    .await;
}

#[tokio::test]
async fn nobody_reaches_the_visits_of_another_organisation_or_base() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let id = raise(store, &manager, scene.hatched, &signal("two_fails"), once()).await.unwrap();
        let sibling = support::organisation(store, &scene.base, "银杏").await;
        let elsewhere = support::base(store, "liling").await;
        let stranger = system().manager(elsewhere.id);
        let assignment = by("周敏", "");
        let cases = [(&manager, sibling, Which::Kept(id)), (&stranger, scene.hatched, Which::Kept(id))];
        for (who, organisation, which) in cases {
            let refused = assign(store, who, organisation, which, &assignment, 1, once()).await;
            assert!(matches!(refused, Err(FollowUpError::NotFound)), "{refused:?}");
        }
        let theirs = system().reader(elsewhere.id).of(scene.hatched);
        for which in [FIRST, Which::Kept(id)] {
            let refused = store::open(store, &theirs, which).await;
            assert!(matches!(refused, Err(FollowUpError::NotFound)), "{refused:?}");
        }
        let refused = store::of_organisation(store, &theirs).await;
        assert!(matches!(refused, Err(FollowUpError::NotFound)), "{refused:?}");
        let unknown = store::open(store, &scene.of_hatched(), Which::Kept(Uuid::now_v7())).await;
        assert!(matches!(unknown, Err(FollowUpError::NotFound)), "{unknown:?}");
        let theirs = system().member(scene.base.id, sibling);
        let refused = store::confirm(store, &theirs, id, 1, once()).await;
        assert!(matches!(refused, Err(FollowUpError::NotFound)), "{refused:?}");
    })
    .await;
}
