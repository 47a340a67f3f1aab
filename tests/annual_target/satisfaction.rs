//! How satisfied people are, from the bureau's survey or, where there is none, as it was entered.

use hatchboard::{
    annual_target::{
        EntryAction, EntryState, NewEntry,
        store::{Source, TargetPage, decide_entry, enter, one},
    },
    survey::{
        AnswerText, Group, OpeningText, Question,
        store::{Seen, answer, close, one as survey, open},
    },
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{on_every_database, system},
    target, year,
};

async fn page(scene: &Scene) -> TargetPage {
    one(&scene.store, &scene.reader(), year(), "satisfaction").await.unwrap()
}

async fn entered(scene: &Scene, on: &str, amount: &str) {
    let entry =
        NewEntry { on: on.into(), amount: amount.into(), what: "电话调查".into(), evidence: "台账".into() };
    let made = enter(&scene.store, &scene.manager(), year(), "satisfaction", &entry, None, once()).await.unwrap();
    decide_entry(&scene.store, &scene.officer(), made, 1, EntryAction::Approve, "", once()).await.unwrap();
}

/// The survey of a quarter, answered by these points of each group.
async fn asked(scene: &Scene, quarter: &str, closes_on: &str, given: [&[u8]; 2]) -> Uuid {
    let opening = OpeningText { quarter: quarter.into(), closes_on: closes_on.into() };
    let id = open(&scene.store, &scene.officer(), &opening, once()).await.unwrap();
    let groups = survey(&scene.store, &system().supervisor(scene.base.id), id).await.unwrap().groups;
    for (group, given) in Group::ALL.iter().zip(given) {
        let token = &groups.iter().find(|one| one.group == *group).unwrap().token;
        for (n, points) in given.iter().enumerate() {
            let points = Question::of(*group).iter().map(|question| (question.code().to_owned(), points.to_string()));
            let typed = AnswerText { points: points.collect(), words: String::new() };
            answer(&scene.store, token, &typed, format!("{quarter} {group} {n}")).await.unwrap();
        }
    }
    id
}

#[tokio::test]
async fn the_survey_tells_once_it_is_over_and_takes_the_place_of_what_was_entered() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("satisfaction", "90")]).await;
        scene.at("2026-04-09 10:00");
        entered(&scene, "2026-02-20", "88").await;
        let first = asked(&scene, "2026-Q1", "2026-04-24", [&[5, 4, 5, 4, 5, 2], &[1, 1, 1, 1]]).await;
        let found = page(&scene).await;
        assert_eq!(found.line.actual.quarters, [Some(8_800), None, None, None], "nothing shows while it runs");
        assert!(found.counted.is_empty() && !found.tells_records(), "entries alone stand behind it");

        scene.at("2026-04-25 00:30");
        let found = page(&scene).await;
        assert_eq!(found.line.actual.quarters, [Some(8_333), None, None, None], "five of six; of four nobody learns");
        let [record] = &found.counted[..] else { panic!("{:?}", found.counted) };
        assert_eq!((record.on.to_string().as_str(), record.source), ("2026-03-31", Source::Survey(first)));
        assert_eq!((record.amount, record.of, record.mean()), (50_000, 6, 8_333));
        assert!(found.tells_records());
        assert_eq!(found.entries[0].state, EntryState::Approved, "what was entered is still to be read");
        assert!(found.line.progress.is_behind(&found.line.target));

        scene.at("2026-06-01 09:00");
        let second = asked(&scene, "2026-Q2", "2026-06-30", [&[5, 5, 4, 4, 4], &[]]).await;
        assert_eq!(page(&scene).await.line.actual.total(found.line.target.measure), Some(8_333));
        let seen = Seen { survey: second, row_version: 1 };
        close(&scene.store, &scene.officer(), seen, once()).await.unwrap();
        let found = page(&scene).await;
        assert_eq!(found.line.actual.quarters, [Some(8_333), Some(10_000), None, None]);
        assert_eq!(found.line.progress.actual, 9_091, "ten of the year's eleven answers");
        assert_eq!(found.counted[1].on.to_string(), "2026-06-01", "it was ended before its quarter was over");
    })
    .await;
}

#[tokio::test]
async fn too_few_answers_tell_nothing_and_leave_what_was_entered() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("satisfaction", "90")]).await;
        scene.at("2026-04-09 10:00");
        asked(&scene, "2026-Q1", "2026-04-24", [&[1, 1, 1, 1], &[]]).await;
        entered(&scene, "2026-03-20", "95").await;
        scene.at("2026-04-25 00:30");
        let found = page(&scene).await;
        assert_eq!((found.counted.len(), found.line.actual.quarters[0]), (0, Some(9_500)));
    })
    .await;
}
