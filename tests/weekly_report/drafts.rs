//! Nothing typed is lost, and nobody's newer words are overwritten.

use hatchboard::weekly_report::{
    Draft,
    store::{
        WeeklyReportError,
        draft::{Saved, open, save},
    },
};

use crate::{Scene, at, report, support::on_every_database};

fn version(saved: Saved) -> i32 {
    match saved {
        Saved::Kept { version, .. } => version,
        Saved::Stale(stale) => panic!("nobody else writes: {stale:?}"),
    }
}

#[tokio::test]
async fn opening_a_week_writes_nothing_and_saving_keeps_every_word() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, subject, week) = (&scene.store, scene.subject(), at("2026-W10"));
        let opened = open(store, &subject, week).await.unwrap();
        assert_eq!((opened.draft_version, opened.facts.report, opened.is_open()), (0, None, true));
        assert_eq!(opened.facts.due_at.unwrap().to_rfc3339(), "2026-03-06T10:00:00+00:00");
        let typed = Draft { attendances: "很多".to_owned(), ..report("义诊") };
        assert_eq!(version(save(store, &subject, week, &typed, 0).await.unwrap()), 1);
        let opened = open(store, &subject, week).await.unwrap();
        assert_eq!((opened.draft, opened.draft_version, opened.saved_by.as_deref()), (typed, 1, Some("test")));
    })
    .await;
}

#[tokio::test]
async fn a_stale_draft_shows_both_and_overwrites_neither() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, subject, week) = (&scene.store, scene.subject(), at("2026-W10"));
        let base = version(save(store, &subject, week, &report("义诊"), 0).await.unwrap());
        let theirs = Draft { problems: "缺场地".to_owned(), ..report("义诊两场") };
        let newer = version(save(store, &subject, week, &theirs, base).await.unwrap());
        let mine = Draft { next_week: "培训".to_owned(), ..report("义诊") };
        let Saved::Stale(stale) = save(store, &subject, week, &mine, base).await.unwrap() else {
            panic!("the draft is stale")
        };
        assert_eq!((&stale.mine, &stale.theirs, stale.version), (&mine, &theirs, newer));
        let brought_together = Draft { next_week: "培训".to_owned(), ..theirs.clone() };
        assert_eq!((&stale.merged.draft, stale.merged.conflicts.len()), (&brought_together, 0));
        assert_eq!(open(store, &subject, week).await.unwrap().draft, theirs);
        // What both changed is a conflict; on top of theirs it can be saved.
        let Saved::Stale(stale) = save(store, &subject, week, &report("义诊三场"), base).await.unwrap() else {
            panic!("the draft is stale")
        };
        assert_eq!(stale.merged.conflicts.len(), 1);
        assert_eq!(version(save(store, &subject, week, &stale.mine, stale.version).await.unwrap()), newer + 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_words_again_are_no_new_version() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, subject, week) = (&scene.store, scene.subject(), at("2026-W10"));
        for seen in [0, 1, 0] {
            assert_eq!(version(save(store, &subject, week, &report("义诊"), seen).await.unwrap()), 1);
        }
    })
    .await;
}

#[tokio::test]
async fn a_week_is_written_in_only_where_a_report_is_asked_for() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, subject) = (&scene.store, scene.subject());
        let saved = save(store, &subject, at("2026-W11"), &report("义诊"), 0).await;
        assert!(matches!(saved, Err(WeeklyReportError::NotYet)));
        // The Spring Festival, and the week before the organisation came.
        for week in ["2026-W08", "2026-W01"] {
            let saved = save(store, &subject, at(week), &report("义诊"), 0).await;
            assert!(matches!(saved, Err(WeeklyReportError::NotAsked(_))), "{week}");
        }
    })
    .await;
}

#[tokio::test]
async fn lasting_numbers_stand_there_already() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let last = Draft { staff: "7".to_owned(), volunteers: "40".to_owned(), ..report("义诊") };
        scene.file("2026-W09", last).await.unwrap();
        let opened = open(&scene.store, &scene.subject(), at("2026-W10")).await.unwrap();
        let expected = Draft { staff: "7".to_owned(), volunteers: "40".to_owned(), ..Draft::default() };
        assert_eq!(opened.draft, expected);
        // Money is asked for once a month: this is March's first report.
        assert!(opened.context.money_asked);
    })
    .await;
}
