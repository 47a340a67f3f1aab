use hatchboard::{
    access::Scope,
    coaching::{
        Field, Method, VisitText,
        store::{VisitFilter, change, enter, list, one, strike, visited},
    },
    record::store::{RecordError, Seen},
    store::{Paging, StoreError},
};
use uuid::Uuid;

use crate::{Scene, once, support::on_every_database};

fn text(scene: &Scene, looked_at: &str) -> VisitText {
    VisitText {
        organisation: scene.ours.to_string(),
        visited_on: "2026-04-08".into(),
        visitor: "周敏".into(),
        method: "on_site".into(),
        looked_at: looked_at.into(),
        agreed: "补齐记录".into(),
        next_step: "交理事会记录".into(),
        next_by: "2026-04-20".into(),
    }
}

#[tokio::test]
async fn a_visit_is_entered_put_right_and_struck_out_with_a_reason() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let id = enter(store, &manager, &text(&scene, "账目"), once()).await.unwrap();
        let kept = one(store, scene.scope(), id).await.unwrap();
        assert_eq!((kept.name.as_str(), kept.visit.method, kept.row_version), ("春晖", Method::OnSite, 1));
        let seen = Seen { id, row_version: 1 };
        change(store, &manager, seen, &text(&scene, "账目和公章"), once()).await.unwrap();
        let tried = change(store, &manager, seen, &text(&scene, "晚到的"), once()).await;
        assert!(matches!(tried, Err(RecordError::Store(StoreError::Stale))), "{tried:?}");
        let seen = Seen { id, row_version: 2 };
        let tried = strike(store, &manager, seen, " ", once()).await;
        assert!(matches!(&tried, Err(RecordError::Invalid(all)) if all[0].field == Field::Reason));
        strike(store, &manager, seen, "记错机构", once()).await.unwrap();
        let kept = one(store, scene.scope(), id).await.unwrap();
        assert_eq!((kept.visit.looked_at.as_str(), kept.struck.unwrap().why.as_str()), ("账目和公章", "记错机构"));
        let tried = change(store, &manager, Seen { id, row_version: 3 }, &text(&scene, "再改"), once()).await;
        assert!(matches!(tried, Err(RecordError::Struck)), "{tried:?}");
        let found = async |struck| {
            let filter = VisitFilter { struck, ..VisitFilter::default() };
            list(store, scene.scope(), &filter, Paging::default()).await.unwrap().total
        };
        assert_eq!((found(false).await, found(true).await), (0, 1), "it stays to be seen");
    })
    .await;
}

#[tokio::test]
async fn anothers_visit_is_not_there_and_nobody_visits_anothers_organisation() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = enter(&scene.store, &scene.manager(), &text(&scene, "账目"), once()).await.unwrap();
        let foreign = scene.foreign().await;
        for scope in [Scope::from(&scene.sibling()), Scope::from(&foreign)] {
            assert!(matches!(one(&scene.store, scope, id).await, Err(RecordError::NotFound)));
            let listed = list(&scene.store, scope, &VisitFilter::default(), Paging::default()).await.unwrap();
            assert_eq!(listed.total, 0);
        }
        let tried = enter(&scene.store, &foreign, &text(&scene, "账目"), once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
        let tried = strike(&scene.store, &foreign, Seen { id, row_version: 1 }, "x", once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn visits_of_some_days_are_counted_and_whom_they_were_paid_to() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        for (organisation, day) in [
            (scene.ours, "2026-04-01"),
            (scene.ours, "2026-04-08"),
            (scene.sibling, "2026-04-08"),
            (scene.ours, "2026-03-31"),
        ] {
            let typed =
                VisitText { organisation: organisation.to_string(), visited_on: day.into(), ..text(&scene, "账目") };
            enter(store, &manager, &typed, once()).await.unwrap();
        }
        let struck = enter(store, &manager, &text(&scene, "记错"), once()).await.unwrap();
        strike(store, &manager, Seen { id: struck, row_version: 1 }, "记错机构", once()).await.unwrap();
        let day = |text: &str| text.parse().unwrap();
        let found = visited(store.read(), scene.scope().base(), day("2026-04-01"), day("2026-04-30")).await.unwrap();
        assert_eq!(found, (3, 2));
        let found = visited(store.read(), Uuid::nil(), day("2026-04-01"), day("2026-04-30")).await.unwrap();
        assert_eq!(found, (0, 0));
    })
    .await;
}

#[tokio::test]
async fn visits_are_found_by_method_year_and_words() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let here = enter(store, &manager, &text(&scene, "账目"), once()).await.unwrap();
        let called = VisitText {
            organisation: scene.sibling.to_string(),
            visited_on: "2025-12-31".into(),
            method: "phone".into(),
            ..text(&scene, "换届")
        };
        let called = enter(store, &manager, &called, once()).await.unwrap();
        let found = async |filter: VisitFilter| -> Vec<Uuid> {
            let listed = list(store, scene.scope(), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|kept| kept.id).collect()
        };
        let filter = VisitFilter::default;
        assert_eq!(found(filter()).await, [here, called], "the latest first");
        assert_eq!(found(VisitFilter { method: Some(Method::Phone), ..filter() }).await, [called]);
        assert_eq!(found(VisitFilter { year: "2026".parse().ok(), ..filter() }).await, [here]);
        assert_eq!(found(VisitFilter { month: "2025-12".parse().ok(), ..filter() }).await, [called]);
        assert_eq!(found(VisitFilter { month: "2026-03".parse().ok(), ..filter() }).await.len(), 0);
        for search in ["换届", "秋实"] {
            assert_eq!(found(VisitFilter { search: search.into(), ..filter() }).await, [called], "{search}");
        }
    })
    .await;
}
