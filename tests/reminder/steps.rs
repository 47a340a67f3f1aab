//! The days of a base's own, as they are kept.

use hatchboard::{
    reminder::{
        Step, Steps, StepsText,
        store::{ReminderError, settle_steps, steps},
    },
    store::StoreError,
};

use crate::{
    PROGRAM, Scene, once,
    support::{self, on_every_database, system},
};

async fn settle(scene: &Scene, [before, after, operator, bureau]: [&str; 4], seen: i32) -> Result<(), ReminderError> {
    let [before, after, operator, bureau] = [before, after, operator, bureau].map(str::to_owned);
    let typed = StepsText { before, after, operator, bureau };
    settle_steps(&scene.store, &system().manager(scene.base.id), &typed, seen, once()).await
}

#[tokio::test]
async fn a_base_goes_by_the_default_until_it_settles_days_of_its_own() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let other = support::base(&scene.store, "xiangtan").await;
        let kept = async |base| {
            let found = steps(&scene.store, &system().reader(base)).await.unwrap();
            (found.steps, found.row_version)
        };
        assert_eq!(kept(scene.base.id).await, (Steps::default(), 0));
        let refused = settle(&scene, ["1", "2", "2", "5"], 0).await;
        assert!(matches!(refused, Err(ReminderError::Steps(found)) if found.len() == 1));
        assert_eq!(kept(scene.base.id).await, (Steps::default(), 0), "nothing of it is kept");
        settle(&scene, ["2", "1", "3", "5"], 0).await.unwrap();
        settle(&scene, ["2", "2", "4", "8"], 1).await.unwrap();
        let stale = settle(&scene, ["1", "1", "2", "5"], 1).await;
        assert!(matches!(stale, Err(ReminderError::Store(StoreError::Stale))), "{stale:?}");
        assert_eq!(kept(scene.base.id).await, (Steps { before: 2, after: 2, operator: 4, bureau: 8 }, 2));
        assert_eq!(kept(other.id).await, (Steps::default(), 0), "another base has its own");
    })
    .await;
}

#[tokio::test]
async fn people_are_told_on_the_days_of_their_base_and_nothing_twice() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        settle(&scene, ["2", "2", "4", "8"], 0).await.unwrap();
        // Due on Friday, the 10th.
        for at in ["2026-04-08 09:00", "2026-04-09 09:00", "2026-04-10 09:00", "2026-04-13 09:00"] {
            scene.at(at);
            scene.run(PROGRAM).await;
        }
        assert_eq!(scene.steps("lin").await, [Step::Before, Step::Due]);
        scene.at("2026-04-14 09:00");
        scene.run(PROGRAM).await;
        assert_eq!(scene.steps("lin").await, [Step::Before, Step::Due, Step::After]);
        assert!(scene.steps("zhou").await.is_empty(), "four days later, not two");
        settle(&scene, ["2", "1", "2", "8"], 1).await.unwrap();
        scene.at("2026-04-15 09:00");
        scene.run(PROGRAM).await;
        assert_eq!(scene.steps("zhou").await, [Step::Operator]);
        let notices = scene.notices(&scene.asker("zhou").await).await;
        let escalated = notices.iter().flat_map(|notice| &notice.lines).find(|line| line.step == Step::Operator);
        assert_eq!(escalated.map(|line| line.late), Some(Some(3)), "told a day later than the step's own");
        assert_eq!(scene.steps("lin").await, [Step::Before, Step::Due, Step::After], "told of it before");
    })
    .await;
}
