use std::collections::HashMap;

use chrono::NaiveDate;
use hatchboard::training::{
    Action, Tally,
    store::{attendance_of, held, tally},
};

use crate::{Scene, support::on_every_database};

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
        let found = attendance_of(scene.store.read(), scene.base.id, from, to, scene.store.now()).await.unwrap();
        assert_eq!(found, HashMap::from([(scene.ours, (1, 2)), (scene.sibling, (1, 2))]));
        assert!(scene.page(coming).await.row.invited > 0, "what is only planned asks nothing of anybody");
    })
    .await;
}
