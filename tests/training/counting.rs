use std::collections::HashMap;

use chrono::NaiveDate;
use hatchboard::{
    training::{
        Action, State, Tally,
        store::{attendance_of, held, listing::sessions, strike, tally},
    },
    weekly_report::store::AsAt,
};

use crate::{
    Scene, day, once,
    support::{self, on_every_database, system},
};

fn year() -> (NaiveDate, NaiveDate) {
    ("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap())
}

#[tokio::test]
async fn only_what_took_place_counts_and_attendances_people_and_organisations_apart() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (first, second) = (scene.planned("2026-02-02").await, scene.planned("2026-04-09").await);
        let cancelled = scene.planned("2026-04-09").await;
        scene.at("2026-02-02 15:00");
        scene.list(first, &scene.ours.to_string(), "张三、李四").await.unwrap();
        scene.at("2026-04-09 15:00");
        for (id, organisation) in [(second, scene.ours), (second, scene.sibling), (cancelled, scene.ours)] {
            scene.sign_in(id, organisation, "张三").await.unwrap();
        }
        scene.list(second, "outside:街道社工站", "钱七").await.unwrap();
        let (from, to) = year();
        let counted = async |from, to| tally(scene.store.read(), scene.base.id, from, to).await.unwrap();
        assert_eq!(counted(from, to).await, Tally::default(), "nobody has said yet that anything took place");
        for id in [first, second] {
            scene.step(id, Action::Hold, "").await.unwrap();
        }
        scene.step(cancelled, Action::Cancel, "停电").await.unwrap();
        assert_eq!(counted(from, to).await, Tally { sessions: 2, attendances: 5, people: 4, organisations: 3 });
        let day: NaiveDate = "2026-04-09".parse().unwrap();
        assert_eq!(counted(from, day.pred_opt().unwrap()).await.sessions, 1, "by its day");
        assert_eq!(counted(day, day).await.attendances, 3, "both days belong to the dates");
        assert_eq!(held(scene.store.read(), scene.base.id, from, to).await.unwrap(), (2, 5));
    })
    .await;
}

#[tokio::test]
async fn an_organisations_attendance_is_of_the_sessions_that_it_was_invited_to_or_came_to() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let both = scene.planned("2026-04-09").await;
        let ours_only = scene.planned_for("2026-04-09", &[scene.ours]).await;
        let coming = scene.planned("2026-04-20").await;
        scene.sign_in(both, scene.ours, "张三").await.unwrap();
        scene.sign_in(both, scene.ours, "李四").await.unwrap();
        // Of the sibling somebody comes without having been invited.
        scene.list(ours_only, &scene.sibling.to_string(), "王五").await.unwrap();
        for id in [both, ours_only] {
            scene.step(id, Action::Hold, "").await.unwrap();
        }
        let (from, to) = year();
        let found =
            attendance_of(scene.store.read(), scene.base.id, from, to, &AsAt::now(scene.store.now())).await.unwrap();
        assert_eq!(found, HashMap::from([(scene.ours, (1, 2)), (scene.sibling, (1, 2))]));
        assert!(scene.page(coming).await.row.invited > 0, "what is only planned asks nothing of anybody");
    })
    .await;
}

#[tokio::test]
async fn the_records_of_some_days_list_who_was_invited_who_came_and_who_was_taken_off() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.planned("2026-04-09").await;
        scene.planned("2026-04-20").await;
        scene.sign_in(id, scene.ours, "张三").await.unwrap();
        scene.at("2026-04-09 15:10");
        scene.list(id, "outside:街道社工站", "钱七").await.unwrap();
        scene.at("2026-04-09 15:20");
        scene.list(id, &scene.sibling.to_string(), "王五").await.unwrap();
        let wrong = scene.page(id).await.attendances.into_iter().find(|one| one.person == "王五").unwrap().id;
        strike(&scene.store, &scene.manager(), id, &wrong.to_string(), "代签", once()).await.unwrap();
        scene.step(id, Action::Hold, "").await.unwrap();
        let listed =
            async |from: &str, to: &str| sessions(&scene.store, &scene.reader(), day(from), day(to)).await.unwrap();
        let found = listed("2026-04-09", "2026-04-19").await;
        assert_eq!((found.len(), found[0].training, found[0].state), (1, id, State::Held), "both days belong to it");
        assert_eq!(found[0].invited.len(), 3);
        let came: Vec<_> = found[0].came.iter().map(|one| (one.person.as_str(), one.struck_at.is_some())).collect();
        assert_eq!(came, [("张三", false), ("钱七", false), ("王五", true)]);
        let json = serde_json::to_value(&found[0]).unwrap();
        assert_eq!((&json["state"], &json["held_on"]), (&"held".into(), &"2026-04-09".into()));
        assert_eq!((&json["came"][0]["organisation"], &json["came"][0]["outside"]), (&"春晖".into(), &false.into()));
        assert_eq!(
            (&json["came"][1]["organisation"], &json["came"][1]["outside"]),
            (&"街道社工站".into(), &true.into())
        );
        assert!(json["came"][1]["entered_at"].as_str().unwrap().starts_with("2026-04-09T15:10:00"), "{json}");
        assert_eq!(listed("2026-04-10", "2026-04-30").await.len(), 1, "what is only planned stands there too");
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let theirs = sessions(&scene.store, &system().reader(elsewhere.id), day("2026-04-09"), day("2026-04-30")).await;
        assert_eq!(theirs.unwrap(), []);
    })
    .await;
}
