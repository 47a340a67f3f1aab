use hatchboard::{
    access::Role,
    account::Place,
    annual_target::{
        Draft, EntryAction, NewEntry, TargetChange, differences,
        store::{
            self, Beginning, Saved, TargetError, TargetWaits, approve, change, decide_entry, discard, enter, save,
            send_back, waits, withdraw,
        },
    },
    monthly_plan::State,
    period::Year,
    store::StoreError,
};

use crate::{
    Scene,
    cast::{grant, signed_in, with_role},
    once,
    support::on_every_database,
    target, year,
};

#[tokio::test]
async fn a_year_is_written_submitted_and_approved() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let page = scene.page().await;
        assert_eq!((page.state, page.can_begin, page.lines.len()), (None, true, 0));
        scene.submit(vec![target("hatched", "8")], "").await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.stands, page.lines.len()), (Some(State::Submitted), false, 1));
        let waiting = waits(&scene.store, &scene.reader()).await.unwrap();
        assert_eq!(waiting, TargetWaits { years: 1, entries: 0, returned: 0 });
        approve(&scene.store, &scene.officer(), year(), page.row_version, once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.stands), (Some(State::Approved), true));
        assert_eq!(page.lines[0].target.split, [2; 4]);
        assert_eq!(waits(&scene.store, &scene.reader()).await.unwrap(), TargetWaits::default());
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_is_kept_though_it_cannot_be_submitted() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let tried = scene.submit(vec![target("hatched", "八")], "").await;
        assert!(matches!(tried, Err(TargetError::Invalid(_))), "{tried:?}");
        let page = scene.page().await;
        assert_eq!((page.state, page.draft.targets[0].annual.as_str()), (Some(State::Draft), "八"));
        assert_eq!(page.draft.targets[0].name, "出壳", "the catalogue says what it is called");
    })
    .await;
}

#[tokio::test]
async fn a_colleagues_newer_words_are_not_overwritten() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let write = async |annual: &str, seen| {
            let draft = Draft { targets: vec![target("hatched", annual)] };
            save(&scene.store, &scene.manager(), year(), draft, seen).await.unwrap()
        };
        assert!(matches!(write("8", 0).await, Saved::Kept { version: 1, .. }));
        assert!(matches!(write("9", 0).await, Saved::Stale { .. }));
        assert_eq!(scene.page().await.draft.targets[0].annual, "8");
        assert!(matches!(write("8", 0).await, Saved::Kept { version: 1, .. }), "the same words twice are no conflict");
    })
    .await;
}

#[tokio::test]
async fn what_is_returned_says_why_and_can_be_sent_again() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.submit(vec![target("hatched", "8")], "").await.unwrap();
        let seen = scene.page().await.row_version;
        let tried = send_back(&scene.store, &scene.officer(), year(), seen, "  ", once()).await;
        assert!(matches!(tried, Err(TargetError::ReasonMissing)), "{tried:?}");
        send_back(&scene.store, &scene.officer(), year(), seen, "入壳也要列", once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.returned_for.as_str()), (Some(State::Returned), "入壳也要列"));
        assert_eq!(waits(&scene.store, &scene.reader()).await.unwrap().returned, 1);
        scene.submit(vec![target("hatched", "8"), target("admitted", "12")], "").await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.returned_for.as_str()), (Some(State::Submitted), ""));
        withdraw(&scene.store, &scene.manager(), year(), page.row_version, once()).await.unwrap();
        assert_eq!(scene.page().await.state, Some(State::Draft));
    })
    .await;
}

#[tokio::test]
async fn a_change_needs_a_reason_and_what_was_approved_stands_meanwhile() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("hatched", "8")]).await;
        let version = scene.page().await.row_version;
        change(&scene.store, &scene.manager(), year(), version, once()).await.unwrap();
        let tried = scene.submit(vec![target("hatched", "6")], "").await;
        assert!(matches!(tried, Err(TargetError::ReasonMissing)), "{tried:?}");
        scene.submit(vec![target("hatched", "6")], "两家延期").await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.lines[0].target.annual), (Some(State::Submitted), 8), "the old one stands");
        let changes = differences(&page.versions[0].targets, &page.versions[1].targets);
        assert!(matches!(&changes[..], [TargetChange::Changed(target, _)] if target.annual == 6), "{changes:?}");
        approve(&scene.store, &scene.officer(), year(), page.row_version, once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.lines[0].target.annual, page.versions.len()), (6, 2));
        assert_eq!((page.versions[0].stands, page.versions[1].stands), (false, true), "both are kept");
    })
    .await;
}

#[tokio::test]
async fn a_change_that_is_given_up_leaves_what_was_approved() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("hatched", "8")]).await;
        let version = scene.page().await.row_version;
        change(&scene.store, &scene.manager(), year(), version, once()).await.unwrap();
        let version = scene.page().await.row_version;
        discard(&scene.store, &scene.manager(), year(), version, once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.state, page.lines[0].target.annual), (Some(State::Approved), 8));
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_it_was_seen_is_not_decided_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.submit(vec![target("hatched", "8")], "").await.unwrap();
        let seen = scene.page().await.row_version;
        let tried = approve(&scene.store, &scene.officer(), year(), seen - 1, once()).await;
        assert!(matches!(tried, Err(TargetError::Store(StoreError::Stale))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_the_base_as_well_decides_on_nothing_of_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let base = scene.base.id;
        let both = with_role(&scene.store, "both", base, Role::Bureau).await;
        grant(&scene.store, both, Place::Base { base, role: Role::Manager }).await;
        let officer = signed_in(&scene.store, "both").await.bureau(base).unwrap();

        scene.submit(vec![target("newly_certified", "20")], "").await.unwrap();
        let seen = scene.page().await.row_version;
        let approved = approve(&scene.store, &officer, year(), seen, once()).await;
        assert!(matches!(approved, Err(TargetError::OwnSubject)), "{approved:?}");
        let returned = send_back(&scene.store, &officer, year(), seen, "请细化", once()).await;
        assert!(matches!(returned, Err(TargetError::OwnSubject)), "{returned:?}");
        approve(&scene.store, &scene.officer(), year(), seen, once()).await.unwrap();

        let entry = NewEntry {
            on: "2026-02-10".into(),
            amount: "2".into(),
            what: "第一期".into(),
            evidence: "签到表 1 号".into(),
        };
        let made =
            enter(&scene.store, &scene.manager(), year(), "newly_certified", &entry, None, once()).await.unwrap();
        let decided = decide_entry(&scene.store, &officer, made, 1, EntryAction::Approve, "", once()).await;
        assert!(matches!(decided, Err(TargetError::OwnSubject)), "{decided:?}");
    })
    .await;
}

#[tokio::test]
async fn a_year_begins_with_the_catalogue_or_with_what_stood_the_year_before() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("hatched", "7")]).await;
        let next = store::year(&scene.store, &scene.reader(), year().next()).await.unwrap();
        let copied = Beginning::LastYear.draft(&next.before);
        assert_eq!((copied.targets.len(), copied.targets[0].annual.as_str()), (1, "7"));
        assert_eq!(Beginning::Catalogue.draft(&next.before), Draft::of_catalogue());
    })
    .await;
}

#[tokio::test]
async fn nobody_plans_a_year_that_lies_too_far_ahead() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let draft = || Draft { targets: vec![target("hatched", "8")] };
        for (year, expected) in [(2024, false), (2025, true), (2027, true), (2028, false)] {
            let tried = save(&scene.store, &scene.manager(), Year::new(year).unwrap(), draft(), 0).await;
            assert_eq!(tried.is_ok(), expected, "{year}: {tried:?}");
        }
    })
    .await;
}
