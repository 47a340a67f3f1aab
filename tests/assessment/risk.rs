use hatchboard::{
    access::Scope,
    rectification::{
        FindingText,
        store::{Subject, give},
    },
    risk::{
        Kind, Mark,
        store::{RiskFilter, Risks, risks},
    },
    service_request::{
        AcceptText, AskingText,
        store::{Seen, accept, ask, one},
    },
    store::Paging,
};

use crate::{
    Scene, file, once,
    support::{self, on_every_database, system},
    year::told,
};

async fn found(scene: &Scene, filter: &RiskFilter, paging: Paging) -> Risks {
    risks(&scene.store, &scene.reader(), filter, paging).await.unwrap()
}

async fn everybody(scene: &Scene) -> Risks {
    found(scene, &RiskFilter::default(), Paging::default()).await
}

fn told_of(risks: &Risks) -> Vec<(&str, Vec<Kind>)> {
    risks.page.rows.iter().map(|one| (one.name.as_str(), one.marks.iter().map(Mark::kind).collect())).collect()
}

/// A rectification and a request that nobody saw to by the last of March.
async fn overdue(scene: &Scene) {
    scene.at("2026-03-20 10:00");
    let typed = FindingText {
        source: "visit".into(),
        words: "灭火器过期".into(),
        owner: "林".into(),
        due_on: "2026-03-31".into(),
    };
    let overseer = scene.manager.overseer(scene.base.id).unwrap();
    give(&scene.store, &overseer, Subject::Organisation(scene.ours), None, &typed, once()).await.unwrap();
    let member = scene.member.member(scene.ours).unwrap();
    let asking = AskingText { kind: "policy_advice".into(), words: "年检怎么办理".into() };
    let request = ask(&scene.store, &member, &asking, None, once()).await.unwrap();
    let manager = scene.manager.manager(scene.base.id).unwrap();
    let page = one(&scene.store, Scope::from(&manager), request).await.unwrap();
    let typed = AcceptText { kind: "policy_advice".into(), owner: "周敏".into(), due_on: "2026-03-31".into() };
    let seen = Seen { request, row_version: page.row_version };
    accept(&scene.store, &manager, seen, &typed, once()).await.unwrap();
}

#[tokio::test]
async fn whoever_should_be_seen_to_stands_there_with_every_reason_the_heaviest_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        overdue(&scene).await;
        scene.at("2026-03-31 10:00");
        let found_before = everybody(&scene).await;
        let kinds: Vec<Kind> = found_before.page.rows.iter().flat_map(|one| &one.marks).map(Mark::kind).collect();
        assert!(!kinds.contains(&Kind::Rectification) && !kinds.contains(&Kind::Service), "their day is today");

        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        for (subject, quarter, total) in [
            (scene.ours, "2025-Q3", "50"),
            (scene.ours, "2025-Q4", "59.99"),
            (scene.newcomer, "2025-Q3", "80"),
            (scene.newcomer, "2025-Q4", "70"),
        ] {
            told(&scene, subject, quarter, Some(total)).await;
        }
        let all = everybody(&scene).await;
        assert_eq!(
            told_of(&all),
            [
                ("春晖", vec![Kind::Failing, Kind::Reports, Kind::Rectification, Kind::Plan, Kind::Service]),
                ("晨曦", vec![Kind::Reports, Kind::Falling, Kind::Plan]),
            ]
        );
        assert_eq!((all.at_risk, all.reporting), (2, 2));
        let quarters = all.page.rows[0].quarters.iter();
        let quarters: Vec<String> = quarters.map(|one| format!("{} {}", one.quarter, one.total)).collect();
        assert_eq!(quarters, ["2025-Q3 50.00", "2025-Q4 59.99"], "oldest first");
        let of = |kind: Kind| all.of_kind.iter().find(|one| one.0 == kind).unwrap().1;
        assert_eq!([of(Kind::Reports), of(Kind::Falling), of(Kind::Failing)], [2, 1, 1]);
        // The week of the Spring Festival asks for nothing, and the running one has time.
        let Mark::Reports { weeks, missing, first, last } = all.page.rows[0].marks[1] else { panic!("reports") };
        assert_eq!((weeks, missing), (6, 6));
        assert_eq!((first.to_string(), last.to_string()), ("2026-W07".to_owned(), "2026-W13".to_owned()));

        let falling = RiskFilter { kind: Some(Kind::Falling), ..RiskFilter::default() };
        assert_eq!(found(&scene, &falling, Paging::default()).await.page.rows[0].name, "晨曦");
        let called = RiskFilter { search: "春".to_owned(), ..RiskFilter::default() };
        let called = found(&scene, &called, Paging::default()).await;
        assert_eq!((called.page.total, called.page.rows[0].name.as_str(), called.at_risk), (1, "春晖", 2));
        let second = found(&scene, &RiskFilter::default(), Paging::new(2, 1)).await;
        assert_eq!((second.page.total, second.page.rows[0].name.as_str()), (2, "晨曦"));
    })
    .await;
}

#[tokio::test]
async fn a_mark_goes_with_what_it_told_of_and_stays_within_its_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        file(&scene, "2026-W14", "2026-04-03 10:00").await;
        let all = everybody(&scene).await;
        assert_eq!(told_of(&all), [("晨曦", vec![Kind::Reports, Kind::Plan]), ("春晖", vec![Kind::Plan])]);
        let other = support::base(&scene.store, "liling").await;
        let theirs = system().reader(other.id);
        let theirs = risks(&scene.store, &theirs, &RiskFilter::default(), Paging::default()).await.unwrap();
        assert_eq!((theirs.at_risk, theirs.reporting), (0, 0));
    })
    .await;
}
