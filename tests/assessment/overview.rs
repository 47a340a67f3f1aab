use chrono::{DateTime, Utc};
use hatchboard::{
    assessment::{
        State,
        store::{SheetFilter, Then, last_public, list, overview, publish, waits_since},
    },
    period::Quarter,
    store::Paging,
    weekly_report::store::{coverage::coverage, quarter_filed},
};

use crate::{Scene, file, once, quarter, support::on_every_database, year::told};

fn at_a_glance() -> Quarter {
    quarter().quarter().unwrap()
}

#[tokio::test]
async fn a_quarter_at_a_glance_counts_its_sheets_beside_the_quarter_before() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let found = overview(&scene.store, &scene.reader(), at_a_glance()).await.unwrap();
        assert_eq!((found.round, found.now.sheets, found.of_base.len()), (None, 0, 0));
        scene.open().await.unwrap();
        let found = overview(&scene.store, &scene.reader(), at_a_glance()).await.unwrap();
        assert_eq!((found.now.sheets, found.now.mean), (0, None), "nobody has all points yet");
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let weaker = [("quality", "2", "照片看不清")];
        scene.write(&scene.by_manager(), &scene.page().await, &weaker, Then::HandIn).await.unwrap();
        told(&scene, scene.ours, "2025-Q4", Some("60")).await;
        // Too long ago to stand beside it.
        told(&scene, scene.ours, "2025-Q3", Some("10")).await;

        let listed = list(&scene.store, &scene.reader(), quarter(), &SheetFilter::default(), Paging::new(1, 9)).await;
        let row = listed.unwrap().rows.into_iter().find(|row| row.subject == scene.ours).unwrap();
        let total = row.total.unwrap();
        let found = overview(&scene.store, &scene.reader(), at_a_glance()).await.unwrap();
        assert_eq!(found.round.unwrap().in_state(State::Scored), 1);
        assert_eq!((found.now.sheets, found.now.mean), (1, Some(total)));
        assert_eq!((found.before.sheets, found.before.mean.unwrap().to_string()), (1, "60.00".to_owned()));
        let moved: Vec<_> =
            found.moved.iter().map(|one| one.moved).map(|one| (one.subject, one.before.to_string(), one.now)).collect();
        assert_eq!(moved, [(scene.ours, "60.00".to_owned(), total)]);
        let apart: Vec<_> = found.apart.iter().map(|one| (one.subject, one.difference.to_string())).collect();
        assert_eq!(apart, [(scene.ours, "1.00".to_owned())]);
        let of_base: Vec<_> = found.of_base.iter().map(|one| (one.quarter, one.state, one.total)).collect();
        assert_eq!(of_base, [(at_a_glance(), State::Open, None)]);
        for (tens, counted) in (0_u8..).zip(found.now.tens) {
            let filter = SheetFilter { tens: Some(tens), ..SheetFilter::default() };
            let listed = list(&scene.store, &scene.reader(), quarter(), &filter, Paging::default()).await.unwrap();
            assert_eq!(listed.total, u64::from(counted), "from {tens}0 on");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_was_asked_for_weeks_and_filed_none_is_named() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        file(&scene, "2026-W02", "2026-01-09 10:00").await;
        scene.at("2026-04-01 10:00");
        let filed = quarter_filed(&scene.store, &scene.reader(), at_a_glance()).await.unwrap();
        assert_eq!(filed.weeks.len(), 13);
        // The week of the Spring Festival asks for nothing, and 晨曦 came in the eleventh.
        assert_eq!(filed.rate.expected(), 12 + 3);
        let asked: Vec<u32> = filed.weeks.iter().map(|week| week.expected).collect();
        assert_eq!(asked, [1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 2, 2, 2]);
        let silent: Vec<&str> = filed.silent.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(silent, ["晨曦"]);
        let next = quarter_filed(&scene.store, &scene.reader(), at_a_glance().next()).await.unwrap();
        assert_eq!((next.weeks.len(), next.silent.len()), (1, 0), "its first week is running, and nothing is due");
        let later = quarter_filed(&scene.store, &scene.reader(), at_a_glance().next().next()).await.unwrap();
        assert_eq!((later.weeks.len(), later.rate.expected()), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn across_bases_the_last_published_quarter_and_the_longest_wait_are_told() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let reader = scene.reader();
        let reporting = async |week: &str| {
            let found = coverage(&scene.store, &reader, week.parse().unwrap()).await.unwrap();
            (found.reporting, found.organisations)
        };
        assert_eq!((reporting("2026-W10").await, reporting("2026-W11").await), ((1, 2), (2, 2)));
        let public = async || last_public(&scene.store, &reader).await.unwrap();
        let since = async || waits_since(&scene.store, &reader).await.unwrap();
        scene.open().await.unwrap();
        assert_eq!((public().await, since().await), (None, None));
        told(&scene, scene.ours, "2025-Q3", Some("80")).await;
        told(&scene, scene.newcomer, "2025-Q4", None).await;
        assert_eq!(public().await, Some("2025-Q3".parse().unwrap()), "a sheet that is not rated tells nothing");

        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        assert_eq!(since().await, None, "it waits for the operator");
        scene.at("2026-04-02 10:00");
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let day = |since: Option<DateTime<Utc>>| since.map(|since| scene.base.day(since).to_string());
        assert_eq!(day(since().await).as_deref(), Some("2026-04-02"));
        scene.at("2026-04-03 10:00");
        let zhang = scene.officers[0].bureau(scene.base.id).unwrap();
        scene.write(&scene.by_officer(0), &scene.page().await, &[], Then::HandIn).await.unwrap();
        assert_eq!(day(since().await).as_deref(), Some("2026-04-03"), "it waits to be published");
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        assert_eq!((public().await, since().await), (Some(at_a_glance()), None));
    })
    .await;
}
