use hatchboard::{
    access::Scope,
    annual_target::{
        CountingRule, EntryAction, EntryState, NewEntry,
        store::{TargetError, TargetPage, decide_entry, enter, one, waits, withdraw_entry},
    },
    evidence::store::{Form, open, prepare, remove},
    incubation::{
        Entry, Mode,
        store::{begin, of_organisation},
    },
    store::Intent,
    weekly_report::store::Subject,
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    target, year,
};

fn entry(on: &str, amount: &str) -> NewEntry {
    NewEntry { on: on.into(), amount: amount.into(), what: "第一期".into(), evidence: "签到表 1 号".into() }
}

async fn of(scene: &Scene, code: &str) -> TargetPage {
    one(&scene.store, &scene.reader(), year(), code).await.unwrap()
}

/// An organisation that was admitted on a day.
async fn admitted(scene: &Scene, name: &str, mode: Mode, on: &str) -> Uuid {
    let id = support::organisation(&scene.store, &scene.base, name).await;
    let entry = Entry::incubating(mode, on.parse().unwrap());
    begin(&scene.store, &scene.manager(), id, &entry, "", once()).await.unwrap();
    id
}

#[tokio::test]
async fn admissions_count_by_the_day_of_their_agreement_and_by_their_mode() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-06-01 09:00");
        scene.approved(vec![target("admitted", "12"), target("out_of_shell", "20"), target("hatched", "8")]).await;
        admitted(&scene, "甲", Mode::InShell, "2026-01-05").await;
        admitted(&scene, "乙", Mode::InShell, "2026-04-01").await;
        admitted(&scene, "丙", Mode::OutOfShell, "2026-04-02").await;
        admitted(&scene, "丁", Mode::InShell, "2025-12-31").await;
        let lines = scene.page().await.lines;
        let found: Vec<_> = lines.iter().map(|line| line.actual.quarters).collect();
        let quarters = |first, second| [first, second, None, None];
        assert_eq!(found, [quarters(Some(1), Some(1)), quarters(None, Some(1)), quarters(None, None)]);
        let page = of(&scene, "admitted").await;
        let names: Vec<_> = page.counted.iter().map(|record| record.name.as_str()).collect();
        assert_eq!(names, ["甲", "乙"], "the records behind the number, by their days");
        assert!(page.counted.iter().all(|record| record.rule == CountingRule::Admitted));
    })
    .await;
}

#[tokio::test]
async fn a_return_into_incubation_is_no_admission() {
    use hatchboard::incubation::{Action, StepAsked, store::change};
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.at("2026-06-01 09:00");
        scene.approved(vec![target("admitted", "12")]).await;
        let id = admitted(&scene, "甲", Mode::InShell, "2025-09-01").await;
        for (action, on) in [(Action::Suspend, "2026-02-02"), (Action::Resume, "2026-03-02")] {
            let of = of_organisation(&scene.store, &scene.reader().of(id)).await.unwrap().remove(0);
            let asked = StepAsked {
                action,
                effective_on: on.parse().unwrap(),
                reason: "装修".into(),
                exit_review: None,
                project: String::new(),
            };
            let overseer = scene.manager().as_overseer();
            change(&scene.store, &overseer, of.id, of.row_version, &asked, once()).await.unwrap();
        }
        assert_eq!(of(&scene, "admitted").await.counted, []);
    })
    .await;
}

#[tokio::test]
async fn an_entry_counts_once_the_bureau_has_approved_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("newly_certified", "20")]).await;
        let made =
            enter(&scene.store, &scene.manager(), year(), "newly_certified", &entry("2026-02-10", "2"), None, once())
                .await;
        let page = of(&scene, "newly_certified").await;
        assert_eq!((page.line.pending, page.line.progress.actual), (1, 0), "it waits and counts nowhere");
        assert_eq!(waits(&scene.store, &scene.reader()).await.unwrap().entries, 1);
        let (made, officer) = (made.unwrap(), scene.officer());
        decide_entry(&scene.store, &officer, made, 1, EntryAction::Approve, "", once()).await.unwrap();
        let page = of(&scene, "newly_certified").await;
        assert_eq!((page.line.pending, page.line.actual.quarters[0]), (0, Some(2)));
        assert_eq!(page.entries[0].state, EntryState::Approved);
        let again = decide_entry(&scene.store, &officer, made, 2, EntryAction::Refuse, "错了", once()).await;
        assert!(matches!(again, Err(TargetError::EntryStep(_))), "what was decided stays: {again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_file_comes_with_an_entry_for_all_who_read_the_base_and_stays() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("newly_certified", "20"), target("newly_filed", "4")]).await;
        let (files, folder) = support::files();
        let file = prepare(&files, scene.base.id, support::paper("证书.pdf")).await.unwrap();
        let intent = Intent::new("annual_target.enter", "key", &"the form");
        let typed = entry("2026-02-10", "2");
        let mut ids = Vec::new();
        for _ in 0..2 {
            let (manager, intent) = (scene.manager(), intent.clone());
            let made =
                enter(&scene.store, &manager, year(), "newly_certified", &typed, Some(&file), intent).await.unwrap();
            ids.push(made);
        }
        assert_eq!(ids[0], ids[1], "sent twice, it came once");
        enter(&scene.store, &scene.manager(), year(), "newly_filed", &typed, None, once()).await.unwrap();
        let page = of(&scene, "newly_certified").await;
        let names: Vec<_> = page.entries[0].files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!((page.entries.len(), names), (1, vec!["证书.pdf"]));
        assert!(of(&scene, "newly_filed").await.entries[0].files.is_empty());

        let kept = page.entries[0].files[0].id;
        let organisation = support::organisation(&scene.store, &scene.base, "春晖").await;
        let member = system().member(scene.base.id, organisation);
        let elsewhere = system().reader(support::base(&scene.store, "elsewhere").await.id);
        let opened = async |scope: Scope| open(&scene.store, &files, scope, kept, Form::Whole).await.is_ok();
        assert!(opened(Scope::from(&scene.reader())).await);
        assert!(!opened(Scope::from(&member)).await && !opened(Scope::from(&elsewhere)).await);
        let subject = Subject::from(&scene.manager());
        assert!(remove(&scene.store, &subject, kept, once()).await.is_err(), "what was entered is not taken back");
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_refused_or_withdrawn_entry_counts_nowhere_and_says_why() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("newly_certified", "20")]).await;
        let make = async || {
            let made = entry("2026-02-10", "2");
            enter(&scene.store, &scene.manager(), year(), "newly_certified", &made, None, once()).await.unwrap()
        };
        let (refused, withdrawn) = (make().await, make().await);
        let officer = scene.officer();
        let tried = decide_entry(&scene.store, &officer, refused, 1, EntryAction::Refuse, "", once()).await;
        assert!(matches!(tried, Err(TargetError::ReasonMissing)), "{tried:?}");
        decide_entry(&scene.store, &officer, refused, 1, EntryAction::Refuse, "没有签到表", once()).await.unwrap();
        withdraw_entry(&scene.store, &scene.manager(), withdrawn, 1, once()).await.unwrap();
        let page = of(&scene, "newly_certified").await;
        assert_eq!((page.line.pending, page.line.actual.quarters), (0, [None; 4]));
        let found: Vec<_> = page.entries.iter().map(|row| (row.state, row.refused_for.as_str())).collect();
        assert_eq!(found, [(EntryState::Refused, "没有签到表"), (EntryState::Withdrawn, "")]);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_entered_for_what_the_program_counts_or_the_year_does_not_have() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("hatched", "8")]).await;
        let tried = async |code: &str| {
            enter(&scene.store, &scene.manager(), year(), code, &entry("2026-02-10", "2"), None, once()).await
        };
        assert!(matches!(tried("hatched").await, Err(TargetError::CountedByRecords)));
        assert!(matches!(tried("newly_certified").await, Err(TargetError::NotFound)));
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = one(&scene.store, &system().reader(elsewhere.id), year(), "hatched").await;
        assert!(matches!(foreign, Err(TargetError::NotFound)), "another base's year is not there");
    })
    .await;
}

#[tokio::test]
async fn of_a_rate_the_newest_entry_stands() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.approved(vec![target("satisfaction", "90")]).await;
        for (on, amount) in [("2026-02-20", "92.5"), ("2026-01-15", "88")] {
            let made =
                enter(&scene.store, &scene.manager(), year(), "satisfaction", &entry(on, amount), None, once()).await;
            decide_entry(&scene.store, &scene.officer(), made.unwrap(), 1, EntryAction::Approve, "", once())
                .await
                .unwrap();
        }
        let page = of(&scene, "satisfaction").await;
        assert_eq!((page.line.progress.actual, page.line.progress.forecast), (9_250, None), "by its day, not by entry");
    })
    .await;
}
