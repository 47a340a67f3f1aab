use hatchboard::{
    access::Scope,
    matched_project::{
        ProjectText, State,
        store::{ProjectFilter, change, count, enter, list, one, strike},
    },
    record::store::{RecordError, Seen},
    store::Paging,
};
use uuid::Uuid;

use crate::{Scene, once, support::on_every_database, year};

fn text(scene: &Scene, name: &str) -> ProjectText {
    ProjectText {
        organisation: scene.ours.to_string(),
        name: name.into(),
        partner: "泰山路街道".into(),
        amount: "5万".into(),
        matched_on: "2026-04-09".into(),
        state: "matched".into(),
        words: String::new(),
    }
}

#[tokio::test]
async fn a_match_counts_from_its_day_until_it_falls_through_or_is_struck_out() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let mut ids = Vec::new();
        for name in ["为老助餐", "四点半课堂", "社区花园"] {
            ids.push(enter(store, &manager, &text(&scene, name), once()).await.unwrap());
        }
        let (from, to) = year();
        let counted = async |from| count(store.read(), scene.base.id, from, to).await.unwrap();
        assert_eq!(counted(from).await, 3);
        assert_eq!(counted("2026-04-10".parse().unwrap()).await, 0, "by its day");
        let seen = |id| Seen { id, row_version: 1 };
        let fell =
            ProjectText { state: "fell_through".into(), words: "预算取消".into(), ..text(&scene, "为老助餐") };
        change(store, &manager, seen(ids[0]), &fell, once()).await.unwrap();
        strike(store, &manager, seen(ids[1]), "重复登记", once()).await.unwrap();
        assert_eq!(counted(from).await, 1);
        let kept = one(store, scene.scope(), ids[0]).await.unwrap();
        assert_eq!((kept.project.state, kept.project.words.as_str()), (State::FellThrough, "预算取消"));
    })
    .await;
}

#[tokio::test]
async fn matches_are_found_by_state_year_and_words() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let here = enter(store, &manager, &text(&scene, "为老助餐"), once()).await.unwrap();
        let done = ProjectText {
            state: "done".into(),
            matched_on: "2025-06-01".into(),
            organisation: scene.sibling.to_string(),
            ..text(&scene, "社区花园")
        };
        let done = enter(store, &manager, &done, once()).await.unwrap();
        let found = async |filter: ProjectFilter| -> Vec<Uuid> {
            let listed = list(store, scene.scope(), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|kept| kept.id).collect()
        };
        let filter = ProjectFilter::default;
        assert_eq!(found(filter()).await, [here, done]);
        assert_eq!(found(ProjectFilter { state: Some(State::Done), ..filter() }).await, [done]);
        assert_eq!(found(ProjectFilter { year: "2026".parse().ok(), ..filter() }).await, [here]);
        assert_eq!(found(ProjectFilter { search: "花园".into(), ..filter() }).await, [done]);
        assert_eq!(found(ProjectFilter { search: "秋实".into(), ..filter() }).await, [done]);
    })
    .await;
}

#[tokio::test]
async fn anothers_match_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = enter(&scene.store, &scene.manager(), &text(&scene, "为老助餐"), once()).await.unwrap();
        let foreign = scene.foreign().await;
        for scope in [Scope::from(&scene.sibling()), Scope::from(&foreign)] {
            assert!(matches!(one(&scene.store, scope, id).await, Err(RecordError::NotFound)));
        }
        let seen = Seen { id, row_version: 1 };
        let tried = change(&scene.store, &foreign, seen, &text(&scene, "x"), once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
        let tried = enter(&scene.store, &foreign, &text(&scene, "x"), once()).await;
        assert!(matches!(tried, Err(RecordError::NotFound)), "{tried:?}");
    })
    .await;
}
