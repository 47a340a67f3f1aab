//! Which service requests a year's targets count, and when.

use hatchboard::{
    annual_target::{
        CountingRule, DraftTarget,
        store::{Source, TargetPage, one},
    },
    service_request::{
        AcceptText, AskingText, RatingText,
        store::{Seen, accept, ask, decline, finish, rate, reopen, withdraw},
    },
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    target, year,
};

/// A target of the base's own that counts requests.
fn own(rule: &str) -> DraftTarget {
    DraftTarget {
        name: rule.to_owned(),
        unit: "件".to_owned(),
        measure: "count".to_owned(),
        evidence: "record".to_owned(),
        rule: rule.to_owned(),
        ..target("", "100")
    }
}

/// The page of the target that counts by a rule.
async fn of(scene: &Scene, rule: CountingRule) -> TargetPage {
    let lines = scene.page().await.lines;
    let line = lines.iter().find(|line| line.target.rule == rule).unwrap();
    one(&scene.store, &scene.reader(), year(), &line.target.code).await.unwrap()
}

async fn asked(scene: &Scene, organisation: Uuid, kind: &str, words: &str) -> Uuid {
    let typed = AskingText { kind: kind.into(), words: words.into() };
    ask(&scene.store, &system().member(scene.base.id, organisation), &typed, None, once()).await.unwrap()
}

async fn accepted(scene: &Scene, organisation: Uuid, kind: &str, words: &str) -> Uuid {
    let request = asked(scene, organisation, kind, words).await;
    let typed = AcceptText { kind: kind.into(), owner: "周敏".into(), due_on: "2026-12-31".into() };
    accept(&scene.store, &scene.manager(), Seen { request, row_version: 1 }, &typed, once()).await.unwrap();
    request
}

async fn closed(scene: &Scene, organisation: Uuid, kind: &str, words: &str) -> Uuid {
    let request = accepted(scene, organisation, kind, words).await;
    finish(&scene.store, &scene.manager(), Seen { request, row_version: 2 }, "已办", once()).await.unwrap();
    request
}

#[tokio::test]
async fn requests_of_every_kind_count_by_the_day_on_which_they_were_closed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let rules = ["service_requests", "requests_resource_linking", "requests_training"];
        let mut targets: Vec<DraftTarget> = rules.map(own).into();
        targets.push(target("policy_advice", "100"));
        scene.approved(targets).await;
        let organisation = support::organisation(&scene.store, &scene.base, "春晖").await;
        let member = system().member(scene.base.id, organisation);
        scene.at("2025-12-31 23:00");
        closed(&scene, organisation, "training", "去年办的").await;
        scene.at("2026-03-31 23:00");
        let linked = closed(&scene, organisation, "resource_linking", "找场地").await;
        let again = closed(&scene, organisation, "training", "再办一次").await;
        // What came to nothing, or is still under way.
        let request = asked(&scene, organisation, "training", "撤回的").await;
        withdraw(&scene.store, &member, Seen { request, row_version: 1 }, once()).await.unwrap();
        let request = asked(&scene, organisation, "training", "不予受理的").await;
        decline(&scene.store, &scene.manager(), Seen { request, row_version: 1 }, "重复", once()).await.unwrap();
        accepted(&scene, organisation, "policy_advice", "在办的").await;
        asked(&scene, organisation, "other", "未受理的").await;
        let total = async |rule| of(&scene, rule).await.line.actual.quarters;
        assert_eq!(total(CountingRule::ServiceRequests).await, [Some(2), None, None, None]);
        assert_eq!(total(CountingRule::TrainingRequests).await, [Some(1), None, None, None]);
        assert_eq!(total(CountingRule::PolicyAdvice).await, [None; 4], "what is under way is not closed");

        scene.at("2026-04-01 00:30");
        reopen(&scene.store, &member, Seen { request: again, row_version: 3 }, "还差材料", once()).await.unwrap();
        assert_eq!(total(CountingRule::TrainingRequests).await, [None; 4], "what was opened again is not closed");
        finish(&scene.store, &scene.manager(), Seen { request: again, row_version: 4 }, "补齐了", once())
            .await
            .unwrap();
        let good = RatingText { rating: "5".into(), ..RatingText::default() };
        rate(&scene.store, &member, Seen { request: linked, row_version: 3 }, &good, once()).await.unwrap();
        closed(&scene, organisation, "other", "别的").await;
        let page = of(&scene, CountingRule::ServiceRequests).await;
        let mut told: Vec<_> = page.counted.iter().map(|one| (one.on.to_string(), one.name.as_str())).collect();
        told.sort_unstable();
        let expected = [("2026-03-31", "找场地"), ("2026-04-01", "再办一次"), ("2026-04-01", "别的")];
        let mut expected = expected.map(|(on, name)| (on.to_owned(), name));
        expected.sort_unstable();
        assert_eq!(told, expected);
        assert_eq!(page.counted[0].source, Source::ServiceRequest(linked), "a record opens into its request");
        assert_eq!(page.line.actual.quarters, [Some(1), Some(2), None, None]);
        assert!(page.entries.is_empty());
        let page = of(&scene, CountingRule::TrainingRequests).await;
        assert_eq!(page.counted.iter().map(|one| one.rule).collect::<Vec<_>>(), [CountingRule::TrainingRequests]);
        assert_eq!(page.line.actual.quarters, [None, Some(1), None, None], "once, by the day that it was done at last");
    })
    .await;
}
