use chrono::{DateTime, Utc};
use hatchboard::{
    assessment::{
        State,
        store::{SheetFilter, Then, last_public, list, overview, publish, published_before, year_overview},
    },
    period::{Quarter, Stretch, Week},
    store::Paging,
    waiting::{What, store::waiting},
    weekly_report::store::{coverage::coverage, filed_beside, quarter_filed},
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
async fn a_week_and_a_month_stand_beside_the_ones_before_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        file(&scene, "2026-W10", "2026-03-06 10:00").await;
        scene.at("2026-04-01 10:00");
        let of = async |within: &str| {
            let within: Stretch = within.parse().unwrap();
            filed_beside(&scene.store, &scene.reader(), within).await.unwrap()
        };
        let week = of("2026-W10").await;
        assert_eq!((week.now.expected, week.now.on_time), (1, 1));
        assert_eq!((week.before.expected, week.before.missing, week.before.on_time), (1, 1, 0));
        let last: Week = "2026-W10".parse().unwrap();
        assert_eq!((week.weeks.len(), week.weeks.last().map(|week| week.week)), (12, Some(last)));
        let begun = |within: &str| week.had_begun_by(within.parse().unwrap());
        assert_eq!([begun("2026-02"), begun("2026-W09"), begun("2026-W10"), begun("2026")], [false, false, true, true]);

        let month = of("2026-03").await;
        assert_eq!((month.now.expected, month.now.on_time, month.now.missing), (1 + 3 * 2, 1, 6));
        assert_eq!(month.now.rate.basis_points(), Some(1_429), "one of seven, and no mean of the weeks");
        assert_eq!(month.before.expected, 3, "the week of the Spring Festival asks for nothing");
        let running = of("2026-04").await;
        assert_eq!((running.now.pending, running.now.rate.expected()), (2, 0), "its first week is running");
        assert_eq!(running.before, month.now);
        let year = of("2026").await;
        assert_eq!(year.over("2026-03".parse().unwrap()), month.now, "whatever it is asked with");
        assert_eq!(year.now.expected, 15 + 2, "the first quarter's, and the running week's");
        let ahead = of("2026-06").await;
        assert_eq!((ahead.now.expected, ahead.weeks.len()), (0, 12), "the weeks until today");
    })
    .await;
}

#[tokio::test]
async fn the_quarters_of_a_year_stand_beside_those_of_the_year_before() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        for (subject, quarter, total) in [
            // Too long ago to stand beside it.
            (scene.ours, "2024-Q4", "10"),
            (scene.ours, "2025-Q1", "60"),
            (scene.newcomer, "2025-Q1", "91"),
            (scene.ours, "2025-Q4", "70"),
            (scene.base.id, "2025-Q4", "88"),
        ] {
            told(&scene, subject, quarter, Some(total)).await;
        }
        let found = year_overview(&scene.store, &scene.reader(), "2026".parse().unwrap()).await.unwrap();
        let told: Vec<String> = found
            .iter()
            .map(|[now, before]| {
                let mean = before.spread.mean.map(|mean| mean.to_string()).unwrap_or_default();
                format!("{} {} {} {mean}", now.quarter, now.spread.sheets, before.quarter)
            })
            .collect();
        let expected =
            ["2026-Q1 0 2025-Q1 75.50", "2026-Q2 0 2025-Q2 ", "2026-Q3 0 2025-Q3 ", "2026-Q4 0 2025-Q4 70.00"];
        assert_eq!(told, expected);
        let own: Vec<Option<State>> = found.iter().map(|[now, _]| now.of_base.map(|of_base| of_base.state)).collect();
        assert_eq!(own, [Some(State::Open), None, None, None]);
        let own = found[3][1].of_base.and_then(|of_base| of_base.total);
        assert_eq!(own.map(|total| total.to_string()).as_deref(), Some("88.00"));
    })
    .await;
}

#[tokio::test]
async fn beside_a_quarter_the_ones_before_it_are_told_that_were_published() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        for (subject, quarter, total) in [
            (scene.ours, "2024-Q3", Some("10")),
            (scene.ours, "2024-Q4", Some("60")),
            (scene.ours, "2025-Q3", Some("70")),
            (scene.ours, "2025-Q4", None),
            (scene.newcomer, "2025-Q4", Some("80")),
        ] {
            told(&scene, subject, quarter, total).await;
        }
        let found = published_before(&scene.store, &scene.reader(), at_a_glance(), &[scene.ours]).await.unwrap();
        assert_eq!(found.len(), 1, "nobody else was asked for");
        let told: Vec<String> = found[&scene.ours].iter().map(|one| format!("{} {}", one.quarter, one.total)).collect();
        assert_eq!(told, ["2024-Q4 60.00", "2025-Q3 70.00"], "five quarters at the most, oldest first");
        let found = published_before(&scene.store, &scene.reader(), at_a_glance(), &[]).await.unwrap();
        assert!(found.is_empty());
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
        let since = async || {
            let waits = waiting(&scene.store, &reader).await.unwrap().into_iter();
            waits.filter(|wait| matches!(wait.what, What::Check | What::Publish)).filter_map(|wait| wait.oldest).min()
        };
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
