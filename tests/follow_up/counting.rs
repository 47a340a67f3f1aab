use hatchboard::{
    annual_target::{
        Draft as Targets, DraftTarget,
        store::{Source, TargetLine, TargetPage, approve, one as target, submit, year as of_year},
    },
    follow_up::NewAssignment,
    follow_up::{
        Age, AtAge, Outcome, Standing, SurvivalCell,
        store::{
            self, Behind, FollowUpError, Line, ListFilter, Show, Waits, Which, assign, counted_on, findings, glance,
            list, open_on, survival_and, survival_of, survival_on, waits,
        },
    },
    incubation::EnteredAs,
    period::{Quarter, Year},
    store::Paging,
};

use crate::{
    FIRST, Scene, day, draft, once,
    support::{self, on_every_database, system},
};

fn quarter(year: i32, number: u32) -> Quarter {
    Quarter::new(year, number).unwrap()
}

async fn listed(scene: &Scene, filter: ListFilter) -> Vec<(String, Standing)> {
    let listing = list(&scene.store, &scene.reader(), &filter, Paging::default()).await.unwrap();
    assert_eq!(listing.page.total, u64::try_from(listing.page.rows.len()).unwrap());
    listing.page.rows.into_iter().map(|line: Line| (line.name, line.standing)).collect()
}

#[tokio::test]
async fn the_list_shows_what_is_open_and_is_narrowed_by_its_filters() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let other = support::organisation(&scene.store, &scene.base, "银杏").await;
        scene.at("2025-07-01 10:00");
        scene.enter(other, "2024-03-01", EnteredAs::Hatched { on: day("2025-07-01") }).await;
        scene.at("2026-03-12 10:00");
        let named = |name: &str, standing| (name.to_owned(), standing);
        let overdue = || named("银杏", Standing::Overdue);
        let due = || named("春晖", Standing::Due);
        assert_eq!(listed(&scene, ListFilter::default()).await, [overdue(), due()]);
        let show = |show| ListFilter { show, ..ListFilter::default() };
        assert_eq!(listed(&scene, show(Show::Overdue)).await, [overdue()]);
        assert_eq!(listed(&scene, show(Show::Due)).await, [due()]);
        assert_eq!(listed(&scene, show(Show::All)).await.len(), 12);
        let search = ListFilter { search: "春".to_owned(), ..ListFilter::default() };
        assert_eq!(listed(&scene, search).await, [due()]);
        assert_eq!(listed(&scene, ListFilter { year: Some(2027), ..ListFilter::default() }).await, []);

        let of_quarter = |quarter| ListFilter { quarter: Some(quarter), ..show(Show::All) };
        assert_eq!(listed(&scene, of_quarter(quarter(2026, 1))).await, [overdue()]);
        let counted = counted_on(&scene.store, &scene.reader(), quarter(2026, 1), day("2026-03-12")).await.unwrap();
        assert_eq!(counted.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["银杏"]);

        let zhou = NewAssignment { assigned: "周敏".to_owned(), planned_on: String::new() };
        assign(&scene.store, &scene.manager(), scene.hatched, FIRST, &zhou, 0, once()).await.unwrap();
        let hers = ListFilter { assigned: "周敏".to_owned(), ..ListFilter::default() };
        assert_eq!(listed(&scene, hers).await, [due()]);
        assert_eq!(listed(&scene, show(Show::Done)).await, []);
        scene.file(FIRST, &[]).await.unwrap();
        assert_eq!(listed(&scene, show(Show::Done)).await, [named("春晖", Standing::OnTime)]);

        let page = |number| Paging::new(number, 5);
        let all = show(Show::All);
        let last = list(&scene.store, &scene.reader(), &all, page(3)).await.unwrap();
        assert_eq!((last.page.rows.len(), last.page.total), (2, 12));
        assert_eq!((last.assigned, last.years.len()), (vec!["周敏".to_owned()], 5));
        let beyond = list(&scene.store, &scene.reader(), &all, page(9)).await.unwrap();
        assert!(beyond.page.rows.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_visits_made_until_a_day_are_found_however_many_are_made_after_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let other = support::organisation(&scene.store, &scene.base, "银杏").await;
        scene.at("2025-09-20 10:00");
        scene.enter(other, "2024-03-01", EnteredAs::Hatched { on: day("2025-09-20") }).await;
        scene.at("2026-03-25 10:00");
        scene.file(FIRST, &[]).await.unwrap();
        let seen = scene.reader().of(other);
        let seen = store::open(&scene.store, &seen, FIRST).await.unwrap().draft_version;
        let later = draft(&[("on", "2026-03-25")]);
        store::file(&scene.store, &scene.manager(), other, FIRST, &later, seen, once()).await.unwrap();

        // A page of one: what is cut off after a page cannot be narrowed any more.
        let newest = async |made_until: Option<&str>| {
            let filter = ListFilter { show: Show::Done, made_until: made_until.map(day), ..ListFilter::default() };
            let page = list(&scene.store, &scene.reader(), &filter, Paging::new(1, 1)).await.unwrap().page;
            (page.rows.into_iter().map(|line| line.name).collect::<Vec<_>>(), page.total)
        };
        let of = |name: &str, total| (vec![name.to_owned()], total);
        assert_eq!(newest(None).await, of("银杏", 2));
        assert_eq!(newest(Some("2026-03-25")).await, of("银杏", 2));
        assert_eq!(newest(Some("2026-03-24")).await, of("春晖", 1));
        assert_eq!(newest(Some("2026-03-12")).await, of("春晖", 1));
        assert_eq!(newest(Some("2026-03-11")).await, (Vec::new(), 0));
    })
    .await;
}

#[tokio::test]
async fn first_screens_count_what_waits_and_another_day_can_be_asked_for() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let counted = async || waits(&scene.store, &scene.reader()).await.unwrap();
        assert_eq!(counted().await, Waits { due: 1, overdue: 0, commented: 0 });
        let on = async |text: &str| {
            let lines = open_on(&scene.store, &scene.reader(), day(text)).await.unwrap();
            lines.into_iter().map(|line| line.standing).collect::<Vec<_>>()
        };
        assert_eq!(on("2026-02-09").await, []);
        assert_eq!(on("2026-02-10").await, [Standing::Due]);
        assert_eq!(on("2026-04-12").await, [Standing::Overdue]);
        scene.at("2026-04-12 10:00");
        assert_eq!(counted().await, Waits { due: 0, overdue: 1, commented: 0 });
        scene.file(FIRST, &[("on", "2026-04-12")]).await.unwrap();
        assert_eq!(counted().await, Waits::default());
        assert_eq!(on("2026-04-12").await, []);
        assert_eq!(on("2026-04-11").await, [Standing::Due], "it had not been visited then");
    })
    .await;
}

#[tokio::test]
async fn a_quarters_findings_count_the_windows_that_close_in_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let of = async |quarter| findings(&scene.store, &scene.reader(), quarter).await.unwrap();
        // The window closes on 11 April.
        assert_eq!(of(quarter(2026, 1)).await.due, 0);
        let open = of(quarter(2026, 2)).await;
        assert_eq!((open.due, open.open, open.lines.len()), (1, 1, 1));
        scene.at("2026-04-12 10:00");
        assert_eq!(of(quarter(2026, 2)).await.missed, 1);
        scene.file(FIRST, &[("on", "2026-04-12"), ("outcome", "struggling")]).await.unwrap();
        let late = of(quarter(2026, 2)).await;
        assert_eq!((late.due, late.on_time, late.late, late.missed), (1, 0, 1, 0));
        assert_eq!(late.outcomes.iter().find(|(_, number)| *number > 0), Some(&(Outcome::Struggling, 1)));
        // A glance is the same, out of one reading.
        let seen = glance(&scene.store, &scene.reader(), quarter(2026, 2)).await.unwrap();
        assert_eq!((&seen.found, seen.before), (&late, of(quarter(2026, 1)).await));
        assert_eq!(seen.lives, survival_of(&scene.store, &scene.reader()).await.unwrap());
        // The list of the quarter has the visits behind an outcome.
        let found = async |outcome| {
            let quarter = Some(quarter(2026, 2));
            let filter = ListFilter { show: Show::All, quarter, outcome: Some(outcome), ..ListFilter::default() };
            listed(&scene, filter).await
        };
        assert_eq!(found(Outcome::Struggling).await, [("春晖".to_owned(), Standing::Late)]);
        assert_eq!(found(Outcome::Thriving).await, []);
        assert_eq!(of(quarter(2030, 1)).await.due, 0, "what lies ahead counts nowhere");
    })
    .await;
}

/// The page of the year's target for visits on time, which stands approved.
async fn on_time_target(scene: &Scene, year: Year) -> TargetPage {
    target(&scene.store, &scene.reader(), year, "follow_ups_on_time").await.unwrap()
}

async fn on_time_is_a_target(scene: &Scene, year: Year) {
    let row = DraftTarget {
        code: "follow_ups_on_time".to_owned(),
        annual: "100".to_owned(),
        owner: "周敏".to_owned(),
        ..DraftTarget::default()
    };
    submit(&scene.store, &scene.manager(), year, Targets { targets: vec![row] }, 0, "", once()).await.unwrap();
    let seen = of_year(&scene.store, &scene.reader(), year).await.unwrap().row_version;
    approve(&scene.store, &system().bureau(scene.base.id), year, seen, once()).await.unwrap();
}

#[tokio::test]
async fn the_years_target_is_the_share_of_all_its_visits_and_not_its_last_quarters() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let year = Year::new(2026).unwrap();
        on_time_is_a_target(&scene, year).await;
        scene.at("2025-07-01 10:00");
        for name in ["银杏", "蓝盾"] {
            let missed = support::organisation(&scene.store, &scene.base, name).await;
            scene.enter(missed, "2024-03-01", EnteredAs::Hatched { on: day("2025-07-01") }).await;
        }
        scene.at("2026-03-12 10:00");
        scene.file(FIRST, &[]).await.unwrap();
        let found = on_time_target(&scene, year).await;
        let TargetLine { target, actual, progress, .. } = found.line;
        assert_eq!(actual.quarters, [Some(0), Some(10_000), None, None], "none of two, then one of one");
        assert_eq!((actual.total(target.measure), progress.actual), (Some(3_333), 3_333));
        assert!(progress.is_behind(&target), "one visit in its window makes no good year of two that were missed");
        let sum: i64 = found.counted.iter().map(|one| one.amount).sum();
        assert_eq!((sum, found.counted.len()), (10_000, 3), "the number can be reached from its records");
    })
    .await;
}

#[tokio::test]
async fn the_years_target_counts_the_visits_that_were_made_in_their_windows() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let year = Year::new(2026).unwrap();
        on_time_is_a_target(&scene, year).await;
        let page = async || on_time_target(&scene, year).await;
        assert_eq!(page().await.line.actual.quarters, [None; 4], "there is time until 11 April");
        let other = support::organisation(&scene.store, &scene.base, "银杏").await;
        scene.at("2025-09-13 10:00");
        scene.enter(other, "2024-09-02", EnteredAs::Hatched { on: day("2025-09-13") }).await;
        scene.at("2026-03-12 10:00");
        scene.file(FIRST, &[]).await.unwrap();
        assert_eq!(page().await.line.actual.quarters, [None, Some(10_000), None, None], "what is made counts at once");
        scene.at("2026-04-13 10:00");
        let found = page().await;
        assert_eq!(found.line.actual.quarters, [None, Some(5_000), None, None]);
        let told: Vec<_> = found.counted.iter().map(|one| (one.name.as_str(), one.amount, one.source)).collect();
        assert_eq!(
            told,
            [("春晖", 10_000, Source::FollowUps(scene.hatched)), ("银杏", 0, Source::FollowUps(other))],
            "by the end of their windows"
        );
    })
    .await;
}

#[tokio::test]
async fn what_was_due_before_the_import_is_history_and_not_scored() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let imported = support::organisation(&scene.store, &scene.base, "蓝盾").await;
        scene.enter(imported, "2022-01-04", EnteredAs::Hatched { on: day("2023-01-10") }).await;
        let found = store::of_organisation(&scene.store, &scene.reader().of(imported)).await.unwrap();
        let stands: Vec<Standing> = found.visits.iter().map(|(line, _)| line.standing).collect();
        // The window of month 36 closed on 9 February 2026, a month before the import; of month 48 it opens in December.
        assert_eq!(stands, [[Standing::History; 4].as_slice(), &[Standing::Ahead; 2]].concat());
        assert_eq!(findings(&scene.store, &scene.reader(), quarter(2026, 1)).await.unwrap().due, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_due_of_what_was_found_dissolved_and_it_stays_in_the_denominator() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.file(FIRST, &[("outcome", "dissolved"), ("method", "phone"), ("activity", "")]).await.unwrap();
        let found = store::of_organisation(&scene.store, &scene.of_hatched()).await.unwrap();
        assert!(found.visits.iter().skip(1).all(|(line, _)| line.standing == Standing::Ended));
        let next = Which::Age(Age::OneYear);
        scene.at("2026-09-12 10:00");
        let refused = scene.file(next, &[("on", "2026-09-12")]).await;
        assert!(matches!(refused, Err(FollowUpError::Ended)), "{refused:?}");
        let today = day("2026-09-12");
        let table = survival_of(&scene.store, &scene.reader()).await.unwrap();
        let gone = SurvivalCell { reached: 1, dissolved: 1, ..SurvivalCell::default() };
        assert_eq!((table.all[0], table.all[1], table.years.len()), (gone, gone, 1));
        // A number opens into whom it counts.
        for (behind, expected) in [
            (Behind { year: None, age: Some(Age::OneYear) }, vec![Some(AtAge::Found(Outcome::Dissolved))]),
            (Behind { year: None, age: Some(Age::FiveYears) }, vec![]),
            (Behind { year: Some(table.years[0].year), age: None }, vec![None]),
            (Behind { year: Some(2001), age: None }, vec![]),
        ] {
            let (same, counted) = survival_and(&scene.store, &scene.reader(), today, behind).await.unwrap();
            let told: Vec<Option<AtAge>> = counted.iter().map(|one| one.at).collect();
            assert_eq!((&same, told), (&table, expected), "{behind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_year_that_is_over_is_told_as_it_ended() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let other = support::organisation(&scene.store, &scene.base, "银杏").await;
        scene.at("2026-05-04 10:00");
        scene.enter(other, "2024-03-01", EnteredAs::Hatched { on: day("2026-04-20") }).await;
        // The window of 春晖 closed on 11 April; somebody came all the same.
        scene.file(FIRST, &[("on", "2026-05-04")]).await.unwrap();
        let unknown = SurvivalCell { reached: 1, unknown: 1, ..SurvivalCell::default() };
        let alive = SurvivalCell { reached: 1, alive: 1, ..SurvivalCell::default() };
        for (on, hatched, six_months) in [
            ("2024-12-31", 0, SurvivalCell::default()),
            ("2025-12-31", 1, SurvivalCell::default()),
            ("2026-04-19", 1, unknown),
            ("2026-05-03", 2, unknown),
            ("2026-05-04", 2, alive),
        ] {
            let told = survival_on(&scene.store, &scene.reader(), day(on)).await.unwrap();
            assert_eq!((told.hatched, told.all[0]), (hatched, six_months), "{on}");
            // A number opens into whom it counted on that day.
            let at_six_months = Behind { year: None, age: Some(Age::SixMonths) };
            for (behind, number) in [(Behind::default(), hatched), (at_six_months, six_months.reached)] {
                let (same, counted) = survival_and(&scene.store, &scene.reader(), day(on), behind).await.unwrap();
                assert_eq!((&same, u32::try_from(counted.len()).unwrap()), (&told, number), "{on} {behind:?}");
            }
        }
        // A quarter's glance is of its last day, or of today while it runs.
        for (quarter, on) in [
            (quarter(2024, 4), "2024-12-31"),
            (quarter(2026, 1), "2026-03-31"),
            (quarter(2026, 2), "2026-05-04"),
            (quarter(2026, 3), "2026-05-04"),
        ] {
            let told = survival_on(&scene.store, &scene.reader(), day(on)).await.unwrap();
            let seen = glance(&scene.store, &scene.reader(), quarter).await.unwrap();
            assert_eq!(seen.lives, told, "{quarter}");
        }
        let today = survival_on(&scene.store, &scene.reader(), day("2026-05-04")).await.unwrap();
        assert_eq!(survival_of(&scene.store, &scene.reader()).await.unwrap(), today);
    })
    .await;
}

#[tokio::test]
async fn what_comes_back_into_the_base_is_no_longer_followed_until_it_hatches_again() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.file(FIRST, &[]).await.unwrap();
        scene.at("2026-05-11 10:00");
        scene.enter(scene.hatched, "2026-05-11", EnteredAs::Incubating).await;
        let found = store::of_organisation(&scene.store, &scene.of_hatched()).await.unwrap();
        let stands: Vec<Standing> = found.visits.iter().map(|(line, _)| line.standing).collect();
        assert_eq!(stands, [[Standing::OnTime].as_slice(), &[Standing::Ended; 5]].concat());
    })
    .await;
}
