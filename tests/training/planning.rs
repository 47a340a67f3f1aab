use hatchboard::{
    access::Scope,
    evidence::store::{Form, open, prepare, remove},
    record::store::Seen,
    store::{Intent, Paging, StoreError},
    training::{
        Action, Field, Refusal, State, TrainingText,
        store::{TrainingError, TrainingFilter, add_file, change, list, make, one, ours},
    },
    weekly_report::store::Subject,
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    text,
};

#[tokio::test]
async fn a_session_invites_all_that_are_being_incubated_or_those_that_are_chosen() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let chosen = scene.planned_for("2026-04-20", &[scene.ours]).await;
        let page = scene.page(chosen).await;
        let guests: Vec<_> = page.guests.iter().map(|guest| guest.name.as_str()).collect();
        assert_eq!((guests, page.row.invited), (vec!["春晖", "街道社工站"], 2));
        assert_eq!((page.row.state, page.row.begins_at, page.row.minutes), (State::Planned, 870, 150));
        let all = TrainingText { invite: "all".into(), ..text("2026-04-20") };
        let all = make(&scene.store, &scene.manager(), &all, once()).await.unwrap();
        assert_eq!(scene.page(all).await.guests.len(), 2);
        assert_ne!(scene.page(all).await.token, page.token, "each has a link of its own");
    })
    .await;
}

#[tokio::test]
async fn a_planned_session_is_changed_and_its_link_stays() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-20").await;
        let (before, seen) = (scene.page(id).await, scene.seen(id).await);
        let typed = TrainingText {
            title: "财务入门".into(),
            organisations: vec![scene.sibling.to_string()],
            ..text("2026-04-21")
        };
        change(&scene.store, &scene.manager(), seen, &typed, once()).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.title.as_str(), page.row.held_on.to_string().as_str()), ("财务入门", "2026-04-21"));
        assert_eq!(page.guests.iter().map(|guest| guest.name.as_str()).collect::<Vec<_>>(), ["秋实"]);
        assert_eq!(page.token, before.token);
        let tried = change(&scene.store, &scene.manager(), seen, &typed, once()).await;
        assert!(matches!(tried, Err(TrainingError::Store(StoreError::Stale))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn what_took_place_is_settled_and_opened_again_only_with_a_reason() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-10").await;
        let tried = scene.step(id, Action::Hold, "").await;
        assert!(matches!(tried, Err(TrainingError::Step(Refusal::NotYet))), "{tried:?}");
        scene.at("2026-04-11 09:00");
        assert!(scene.page(id).await.row.unsettled, "nobody has said what became of it");
        scene.step(id, Action::Hold, "").await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.row.unsettled), (State::Held, false));
        let typed = TrainingText { organisations: vec![scene.ours.to_string()], ..text("2026-04-12") };
        let tried = change(&scene.store, &scene.manager(), scene.seen(id).await, &typed, once()).await;
        assert!(matches!(tried, Err(TrainingError::Step(Refusal::NotPlanned))), "{tried:?}");
        let tried = scene.step(id, Action::Reopen, " ").await;
        assert!(matches!(&tried, Err(TrainingError::Invalid(problems)) if problems[0].field == Field::Reason));
        scene.step(id, Action::Reopen, "点错了").await.unwrap();
        scene.step(id, Action::Cancel, "讲师生病").await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.reason.as_str()), (State::Cancelled, "讲师生病"));
    })
    .await;
}

#[tokio::test]
async fn anothers_session_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-20").await;
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let (foreign, seen) = (system().manager(elsewhere.id), Seen { id, row_version: 1 });
        assert!(matches!(one(&scene.store, &foreign.as_reader(), id).await, Err(TrainingError::NotFound)));
        let typed = TrainingText { invite: "all".into(), ..text("2026-04-21") };
        let tried = change(&scene.store, &foreign, seen, &typed, once()).await;
        assert!(matches!(tried, Err(TrainingError::NotFound)), "{tried:?}");
        let theirs = TrainingText { organisations: vec![scene.ours.to_string()], ..text("2026-04-21") };
        let tried = make(&scene.store, &foreign, &theirs, once()).await;
        assert!(matches!(tried, Err(TrainingError::NotFound)), "no organisation of another base is invited: {tried:?}");
        let listed = list(&scene.store, &foreign.as_reader(), &TrainingFilter::default(), Paging::default()).await;
        assert_eq!(listed.unwrap().total, 0);
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_by_state_year_and_words_and_the_latest_comes_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let earlier = scene.planned("2025-12-30").await;
        let later = scene.planned("2026-03-02").await;
        scene.step(later, Action::Hold, "").await.unwrap();
        let found = async |filter: TrainingFilter| -> Vec<Uuid> {
            let listed = list(&scene.store, &scene.reader(), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|row| row.id).collect()
        };
        let filter = TrainingFilter::default;
        assert_eq!(found(filter()).await, [later, earlier]);
        assert_eq!(found(TrainingFilter { state: Some(State::Held), ..filter() }).await, [later]);
        assert_eq!(found(TrainingFilter { unsettled: true, ..filter() }).await, [earlier]);
        assert_eq!(found(TrainingFilter { year: "2025".parse().ok(), ..filter() }).await, [earlier]);
        assert_eq!(found(TrainingFilter { quarter: "2025-Q4".parse().ok(), ..filter() }).await, [earlier]);
        assert_eq!(found(TrainingFilter { month: "2026-03".parse().ok(), ..filter() }).await, [later]);
        assert_eq!(found(TrainingFilter { month: "2026-02".parse().ok(), ..filter() }).await.len(), 0);
        assert_eq!(found(TrainingFilter { organisation: Some(scene.ours), ..filter() }).await, [later, earlier]);
        assert_eq!(found(TrainingFilter { organisation: Some(Uuid::nil()), ..filter() }).await.len(), 0);
        assert_eq!(found(TrainingFilter { search: "刘静".into(), ..filter() }).await.len(), 2);
        assert_eq!(found(TrainingFilter { search: "%".into(), ..filter() }).await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn an_organisation_sees_what_it_is_invited_to_and_who_of_it_came() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let both = scene.planned("2026-04-09").await;
        scene.planned_for("2026-04-20", &[scene.sibling]).await;
        scene.sign_in(both, scene.ours, "张三").await.unwrap();
        scene.sign_in(both, scene.sibling, "李四").await.unwrap();
        let reader = scene.reader();
        let seen = ours(&scene.store, &reader.of(scene.ours), Paging::default()).await.unwrap();
        let seen: Vec<_> = seen.rows.into_iter().map(|one| (one.id, one.came)).collect();
        assert_eq!(seen, [(both, vec!["张三".to_owned()])]);
        let siblings = ours(&scene.store, &reader.of(scene.sibling), Paging::default()).await.unwrap();
        assert_eq!((siblings.rows.len(), siblings.total), (2, 2));
        let second = ours(&scene.store, &reader.of(scene.sibling), Paging::new(2, 1)).await.unwrap();
        assert_eq!(second.rows, siblings.rows[1..], "what comes after a page is read by the next one");
        assert_eq!(second.total, 2, "all are counted, whichever page is read");
    })
    .await;
}

#[tokio::test]
async fn files_are_kept_with_a_session_for_whoever_reads_the_base_and_stay() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-09").await;
        scene.step(id, Action::Hold, "").await.unwrap();
        let (files, folder) = support::files();
        let sheet = prepare(&files, scene.base.id, support::paper("签到表.pdf")).await.unwrap();
        let intent = Intent::new("training.add_file", "key", &"the form");
        for _ in 0..2 {
            add_file(&scene.store, &scene.manager(), id, &sheet, intent.clone()).await.unwrap();
        }
        let kept = scene.page(id).await.files;
        assert_eq!(kept.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["签到表.pdf"], "it came once");
        let foreign = system().manager(support::base(&scene.store, "elsewhere").await.id);
        let tried = add_file(&scene.store, &foreign, id, &sheet, once()).await;
        assert!(matches!(tried, Err(TrainingError::NotFound)), "{tried:?}");
        let member = system().member(scene.base.id, scene.ours);
        let opened = async |scope: Scope| open(&scene.store, &files, scope, kept[0].id, Form::Whole).await.is_ok();
        assert!(opened(Scope::from(&scene.reader())).await);
        assert!(!opened(Scope::from(&member)).await && !opened(Scope::from(&foreign)).await);
        let subject = Subject::from(&scene.manager());
        assert!(remove(&scene.store, &subject, kept[0].id, once()).await.is_err(), "what was kept is not taken back");
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
