use hatchboard::{
    access::Scope,
    follow_up::{
        Age, Draft,
        store::{Saved, Which, file, open, take_back},
    },
    incubation::{EnteredAs, Entry, Mode, Term, store::begin},
    service_request::store::{ServiceError, Source, ask_for, led_to, one},
};
use uuid::Uuid;

use crate::{Scene, asking, once, support::on_every_database};

const FIRST: Which = Which::Age(Age::SixMonths);
const HELP: &[(&str, &str)] = &[("help", "想换更大的场地"), ("help_owner", "何清"), ("help_due", "2026-04-30")];

/// 春晖 hatched six months ago and has been visited, with these answers beside the usual ones; the visit.
async fn visited(scene: &Scene, answers: &[(&str, &str)]) -> Uuid {
    let (store, manager) = (&scene.store, scene.manager());
    let entry = Entry {
        mode: Mode::InShell,
        admitted_on: "2024-09-02".parse().unwrap(),
        term: Term::default(),
        stands: EnteredAs::Hatched { on: "2025-10-12".parse().unwrap() },
    };
    begin(store, &manager, scene.ours, &entry, "协议", once()).await.unwrap();
    let saved = file(store, &manager, scene.ours, FIRST, &draft(answers), 0, once()).await.unwrap();
    assert!(matches!(saved, Saved::Kept { .. }), "{saved:?}");
    kept(scene).await.0
}

/// The usual answers, and these.
fn draft(answers: &[(&str, &str)]) -> Draft {
    let usual = [
        ("on", "2026-04-09"),
        ("method", "phone"),
        ("visitor", "周敏"),
        ("outcome", "steady"),
        ("summary", "场地紧张"),
        ("activity", "每周两场社区活动"),
    ];
    Draft::of(usual.iter().chain(answers).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}

/// The visit, and the version of its record.
async fn kept(scene: &Scene) -> (Uuid, i32) {
    let reader = scene.manager().as_reader().of(scene.ours);
    let record = open(&scene.store, &reader, FIRST).await.unwrap().line.record.unwrap();
    (record.id, record.row_version)
}

#[tokio::test]
async fn help_that_a_visit_finds_to_be_needed_becomes_a_request_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let source = Source::Visit(visited(&scene, HELP).await);
        let typed = asking("resource_linking", "想换更大的场地");
        let of_ours = manager.as_reader().of(scene.ours);
        assert_eq!(led_to(store, &of_ours, source).await.unwrap(), None);
        let id = ask_for(store, &manager, (scene.ours, Some(source)), &typed, None, once()).await.unwrap();
        assert_eq!(led_to(store, &of_ours, source).await.unwrap(), Some(id));
        let again = ask_for(store, &manager, (scene.ours, Some(source)), &typed, None, once()).await;
        assert!(matches!(again, Err(ServiceError::AskedBefore)), "{again:?}");

        // The staff of what has hatched reads it, with whom and what day the visit named.
        let page = one(store, Scope::from(&scene.member()), id).await.unwrap();
        assert_eq!((page.report, page.visit.map(Source::Visit)), (None, Some(source)));
        assert_eq!((page.proposed_owner.as_str(), page.proposed_due.to_string().as_str()), ("何清", "2026-04-30"));
        scene.at("2026-05-06 09:00");
        assert_eq!(scene.page(id).await.proposed_due.to_string(), "2026-05-06", "no day that has passed");
    })
    .await;
}

#[tokio::test]
async fn no_request_comes_out_of_a_visit_that_is_anothers_or_asks_for_nothing() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let visit = visited(&scene, HELP).await;
        let typed = asking("resource_linking", "想换更大的场地");
        let tried = async |organisation, visit| {
            let of = (organisation, Some(Source::Visit(visit)));
            let tried = ask_for(store, &manager, of, &typed, None, once()).await;
            matches!(tried, Err(ServiceError::NotFound))
        };
        assert!(tried(scene.sibling, visit).await && tried(scene.ours, Uuid::now_v7()).await);
        let (_, version) = kept(&scene).await;
        take_back(store, &manager, scene.ours, visit, "记错了", version, once()).await.unwrap();
        assert!(tried(scene.ours, visit).await, "it is being corrected");
        let reader = manager.as_reader().of(scene.ours);
        let seen = open(store, &reader, Which::Kept(visit)).await.unwrap().draft_version;
        file(store, &manager, scene.ours, Which::Kept(visit), &draft(&[]), seen, once()).await.unwrap();
        assert!(tried(scene.ours, visit).await, "no help is needed");
    })
    .await;
}
