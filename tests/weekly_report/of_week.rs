//! What the numbers of one week open into.

use hatchboard::{
    store::{Paging, Store},
    weekly_report::{
        Among,
        store::{
            Subject,
            matrix::{MatrixFilter, matrix},
            of_week::{OfWeek, OfWeekFilter, OfWeekSort, of_week},
        },
    },
};
use uuid::Uuid;

use crate::{
    Scene, at, filed, nothing, report, reporting,
    support::{on_every_database, system},
};

async fn listed(store: &Store, base: Uuid, filter: OfWeekFilter, paging: Paging) -> OfWeek {
    of_week(store, &system().reader(base), at("2026-W10"), &filter, paging).await.unwrap()
}

fn only(among: Among) -> OfWeekFilter {
    OfWeekFilter { among: Some(among), ..OfWeekFilter::default() }
}

/// One on time, one with nothing to report, one late, one silent, and one that is not asked any more.
async fn scene(store: Store) -> Scene {
    let scene = Scene::set(store).await;
    let base = scene.base.id;
    let mut others = Vec::new();
    for name in ["安静", "迟到", "沉默"] {
        others.push(reporting(&scene.store, &scene.base, name, "2026-W02", None).await);
    }
    reporting(&scene.store, &scene.base, "出壳", "2026-W02", Some("2026-W05")).await;
    let subject = |of: Uuid| Subject::from(&system().member(base, of));
    scene.at("2026-03-06 17:00");
    scene.file("2026-W10", report("义诊")).await.unwrap();
    filed(&scene.store, &subject(others[0]), "2026-W10", nothing()).await.unwrap();
    scene.at("2026-03-07 09:00");
    filed(&scene.store, &subject(others[1]), "2026-W10", report("讲座")).await.unwrap();
    scene
}

#[tokio::test]
async fn each_number_of_a_week_opens_into_as_many_organisations() {
    on_every_database(|store| async move {
        let scene = scene(store).await;
        let (store, base) = (&scene.store, scene.base.id);
        let weeks = matrix(store, &system().reader(base), &MatrixFilter::default(), Paging::default()).await.unwrap();
        let week = weeks.summary.last().unwrap();
        assert_eq!((week.week, week.expected, week.on_time, week.late, week.missing), (at("2026-W10"), 4, 2, 1, 1));
        for (among, number) in [
            (Among::Asked, week.expected),
            (Among::OnTime, week.on_time),
            (Among::Nothing, week.nothing),
            (Among::Late, week.late),
            (Among::Missing, week.missing),
            (Among::Pending, week.pending),
            (Among::Excused, week.excused),
        ] {
            let found = listed(store, base, only(among), Paging::default()).await;
            assert_eq!((found.page.total, found.page.rows.len() as u64), (number.into(), number.into()), "{among}");
        }
        let all = listed(store, base, OfWeekFilter::default(), Paging::default()).await;
        assert_eq!((all.page.total, all.rate), (4, week.rate));
        for filter in [OfWeekFilter::default(), only(Among::Active)] {
            let found = listed(store, base, filter, Paging::default()).await;
            assert_eq!((found.activities, found.attendances), (week.activities.into(), week.attendances.into()));
        }
    })
    .await;
}

#[tokio::test]
async fn the_sums_of_a_week_are_those_of_all_its_pages() {
    on_every_database(|store| async move {
        let scene = scene(store).await;
        let (store, base) = (&scene.store, scene.base.id);
        let by_attendances =
            OfWeekFilter { sort: OfWeekSort::Attendances, descending: true, ..OfWeekFilter::default() };
        let all = listed(store, base, by_attendances.clone(), Paging::default()).await;
        let attendances: Vec<u32> = all.page.rows.iter().map(|line| line.attendances).collect();
        assert!(attendances.is_sorted_by(|one, next| one >= next), "{attendances:?}");
        let mut rows = Vec::new();
        for page in 1..=5 {
            let found = listed(store, base, by_attendances.clone(), Paging::new(page, 1)).await;
            assert_eq!((found.page.total, found.attendances), (4, all.attendances));
            rows.extend(found.page.rows);
        }
        assert_eq!(rows, all.page.rows);
        let search = OfWeekFilter { search: "沉".to_owned(), ..OfWeekFilter::default() };
        assert_eq!(listed(store, base, search, Paging::default()).await.page.total, 1);
    })
    .await;
}
