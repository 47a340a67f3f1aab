//! Sheets, objections and targets: who is told of them, until somebody has done their part.

use hatchboard::{
    access::Role,
    annual_target::{
        Draft, DraftTarget,
        store::{Saved, approve, submit, year},
    },
    assessment::{
        Occasion, Scoring, State,
        store::{
            DecisionText, Hand, LineText, ReferenceText, SheetPage, SheetText, Then, decide, object, open, publish,
            sheet, write,
        },
    },
    audit::Deed,
    base::settings::{SettingsText, store::change},
    incubation::entity::reporting_span,
    period::Year,
    reminder::{Kind, Step},
    store::Begun,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::{
    PROGRAM, Scene, cast, once,
    support::{self, on_every_database, system},
    told,
};

fn quarter() -> Occasion {
    "2026-Q1".parse().unwrap()
}

/// 晨曦, which reported all winter, so that it has a sheet of the first quarter; its round is opened on 1 April.
async fn assessed(scene: &Scene) -> Uuid {
    let organisation = support::organisation(&scene.store, &scene.base, "晨曦").await;
    let span = reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(scene.base.id),
        organisation_id: Set(organisation),
        first_week: Set("2026-W01".to_owned()),
        last_week: Set(None),
    };
    let Begun::Fresh(tx) = scene.store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
    tx.insert_all(vec![span]).await.unwrap();
    tx.audit(scene.base.id, system().actor(), Deed::IncubationEntered, "test", &());
    tx.commit("").await.unwrap();
    scene.at("2026-04-01 10:00");
    let overseer = scene.asker("zhou").await.overseer(scene.base.id).unwrap();
    open(&scene.store, &overseer, quarter(), once()).await.unwrap();
    organisation
}

async fn page(scene: &Scene, organisation: Uuid) -> SheetPage {
    sheet(&scene.store, &system().reader(scene.base.id).of(organisation), quarter()).await.unwrap()
}

/// Three points on every line by judgement, handed in.
async fn hand_in(scene: &Scene, organisation: Uuid, hand: &Hand) {
    let page = page(scene, organisation).await;
    let judged = page.sheet.lines.iter().filter(|line| line.indicator.scoring == Scoring::Judgement);
    let lines = judged.map(|line| LineText {
        code: line.indicator.code.clone(),
        row_version: page.notes[&line.indicator.code].row_version,
        points: "3".to_owned(),
        note: String::new(),
        evidence: String::new(),
    });
    // Whoever confirms the base's says whether what stands beside it was used.
    let confirms = page.kind.has_references() && page.state == State::Scored;
    let said = || ReferenceText { words: "未使用".to_owned(), before: page.reference_note.clone() };
    let typed = SheetText { lines: lines.collect(), reference: confirms.then(said) };
    let written = write(&scene.store, hand, page.id, &typed, Then::HandIn, once()).await.unwrap();
    assert!(written.handed_in, "{written:?}");
}

/// What somebody has been told of a kind of thing on one subject's sheet, from the oldest.
async fn told_of(scene: &Scene, name: &str, kind: Kind, subject: Uuid) -> Vec<Step> {
    let notices = scene.notices(&scene.asker(name).await).await;
    let lines = notices.iter().rev().flat_map(|notice| &notice.lines);
    lines.filter(|line| line.owed.kind == kind && line.owed.subject == subject).map(|line| line.step).collect()
}

async fn run_at(scene: &Scene, times: &[&str]) {
    for at in times {
        scene.at(at);
        scene.run(PROGRAM).await;
    }
}

#[tokio::test]
async fn a_sheet_is_told_to_the_operator_until_it_is_scored_and_to_the_bureau_until_it_is_published() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (base, organisation) = (scene.base.id, assessed(&scene).await);
        hand_in(&scene, organisation, &Hand::from(&system().member(base, organisation))).await;
        // The 10th working day after the quarter is the 15th, the 15th one the 22nd.
        run_at(&scene, &["2026-04-13 09:00", "2026-04-14 09:00", "2026-04-15 09:00"]).await;
        assert_eq!(told(&scene, "zhou", Kind::Score).await, [Step::Before, Step::Due]);
        assert!(told(&scene, "chen", Kind::Check).await.is_empty(), "it is not the bureau's yet");
        hand_in(&scene, organisation, &Hand::from(&system().manager(base))).await;
        run_at(&scene, &["2026-04-16 09:00", "2026-04-21 09:00", "2026-04-22 09:00"]).await;
        assert_eq!(told(&scene, "zhou", Kind::Score).await, [Step::Before, Step::Due], "it has been scored");
        assert_eq!(told(&scene, "chen", Kind::Check).await, [Step::Before, Step::Due]);
        hand_in(&scene, organisation, &Hand::from(&system().bureau(base))).await;
        run_at(&scene, &["2026-04-23 09:00"]).await;
        let late = [Step::Before, Step::Due, Step::After];
        assert_eq!(told(&scene, "chen", Kind::Check).await, late, "nobody has published it");
        publish(&scene.store, &system().bureau(base), quarter(), None, once()).await.unwrap();
        run_at(&scene, &["2026-04-24 09:00", "2026-04-29 09:00"]).await;
        assert_eq!(told_of(&scene, "chen", Kind::Check, organisation).await, late, "it has been published");
        assert_eq!(told_of(&scene, "chen", Kind::Check, base).await, [Step::Due], "the base missed its own points");
        assert!(told(&scene, "zhou", Kind::Check).await.is_empty(), "the operator is not asked for the bureau's word");
    })
    .await;
}

#[tokio::test]
async fn where_nobody_scores_themselves_the_operator_and_then_the_bureau_hear_that_they_may_go_on() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let organisation = assessed(&scene).await;
        // Its own points are due on the 5th working day after the quarter, the 8th of April, at six.
        run_at(&scene, &["2026-04-07 09:00", "2026-04-08 09:00"]).await;
        assert!(told_of(&scene, "zhou", Kind::Score, organisation).await.is_empty(), "it may score itself still");
        run_at(&scene, &["2026-04-14 09:00", "2026-04-15 09:00", "2026-04-16 09:00"]).await;
        let scoring = [Step::Before, Step::Due, Step::After];
        assert_eq!(told_of(&scene, "zhou", Kind::Score, organisation).await, scoring);
        assert!(told_of(&scene, "chen", Kind::Check, organisation).await.is_empty(), "its check is due on the 22nd");
        run_at(&scene, &["2026-04-21 09:00", "2026-04-22 09:00"]).await;
        assert_eq!(told_of(&scene, "chen", Kind::Check, organisation).await, [Step::Before, Step::Due]);
        hand_in(&scene, organisation, &Hand::from(&system().bureau(scene.base.id))).await;
        run_at(&scene, &["2026-04-23 09:00"]).await;
        assert_eq!(told_of(&scene, "zhou", Kind::Score, organisation).await, scoring, "the bureau went on without it");
    })
    .await;
}

#[tokio::test]
async fn objections_to_a_sheet_are_one_thing_that_is_due_with_the_first_of_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (base, organisation) = (scene.base.id, assessed(&scene).await);
        let (member, officer) = (Hand::from(&system().member(base, organisation)), system().bureau(base));
        for hand in [&member, &Hand::from(&system().manager(base)), &Hand::from(&officer)] {
            hand_in(&scene, organisation, hand).await;
        }
        publish(&scene.store, &officer, quarter(), None, once()).await.unwrap();
        let id = page(&scene, organisation).await.id;
        // Ten working days after 2 and 3 April, with the 6th a day off: the 17th and the 20th.
        for (code, at) in [("rules", "2026-04-02 10:00"), ("quality", "2026-04-03 10:00")] {
            scene.at(at);
            object(&scene.store, &member, id, code, "材料齐全", once()).await.unwrap();
        }
        run_at(&scene, &["2026-04-15 09:00", "2026-04-16 09:00"]).await;
        assert_eq!(told(&scene, "chen", Kind::Objection).await, [Step::Before]);
        let text = DecisionText { upheld: false, points: String::new(), words: "已核对".to_owned() };
        decide(&scene.store, &officer, id, "rules", &text, once()).await.unwrap();
        run_at(&scene, &["2026-04-17 09:00", "2026-04-20 09:00"]).await;
        let of_both = [Step::Before, Step::Before, Step::Due];
        assert_eq!(told(&scene, "chen", Kind::Objection).await, of_both, "the other one is due later");
        decide(&scene.store, &officer, id, "quality", &text, once()).await.unwrap();
        run_at(&scene, &["2026-04-21 09:00"]).await;
        assert_eq!(told(&scene, "chen", Kind::Objection).await, of_both, "both have been decided on");
        assert!(told(&scene, "zhou", Kind::Objection).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_officer_who_confirmed_a_sheet_is_not_told_of_objections_to_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (base, organisation) = (scene.base.id, assessed(&scene).await);
        cast::with_role(&scene.store, "liang", base, Role::Bureau).await;
        let member = Hand::from(&system().member(base, organisation));
        let chen = scene.asker("chen").await.bureau(base).unwrap();
        for hand in [&member, &Hand::from(&system().manager(base)), &Hand::from(&chen)] {
            hand_in(&scene, organisation, hand).await;
        }
        publish(&scene.store, &chen, quarter(), None, once()).await.unwrap();
        let id = page(&scene, organisation).await.id;
        // Ten working days after the 2nd, with the 6th a day off: the 17th.
        scene.at("2026-04-02 10:00");
        object(&scene.store, &member, id, "rules", "材料齐全", once()).await.unwrap();
        run_at(&scene, &["2026-04-16 09:00", "2026-04-17 09:00"]).await;
        assert_eq!(told(&scene, "liang", Kind::Objection).await, [Step::Before, Step::Due]);
        assert!(told(&scene, "chen", Kind::Objection).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn objections_to_the_bases_sheet_are_told_to_the_superior_alone() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let base = scene.base.id;
        assessed(&scene).await;
        let liang = cast::with_role(&scene.store, "liang", base, Role::Bureau).await;
        let chen = scene.asker("chen").await.account();
        let (manager, officer) = (Hand::from(&system().manager(base)), system().bureau(base));
        for hand in [&manager, &Hand::from(&officer), &Hand::from(&officer)] {
            hand_in(&scene, base, hand).await;
        }
        publish(&scene.store, &officer, quarter(), None, once()).await.unwrap();
        let id = page(&scene, base).await.id;
        scene.at("2026-04-02 10:00");
        object(&scene.store, &manager, id, "team", "材料齐全", once()).await.unwrap();
        let settle = async |superior: Uuid, seen| {
            let typed = SettingsText { superior: superior.to_string(), deputy: String::new() };
            change(&scene.store, &officer, &typed, seen, once()).await.unwrap();
        };
        settle(liang, 0).await;
        run_at(&scene, &["2026-04-16 09:00"]).await;
        assert_eq!(told(&scene, "liang", Kind::Objection).await, [Step::Before]);
        assert!(told(&scene, "chen", Kind::Objection).await.is_empty(), "they do not decide on it");
        settle(chen, 1).await;
        run_at(&scene, &["2026-04-17 09:00", "2026-04-24 09:00"]).await;
        assert_eq!(told(&scene, "chen", Kind::Objection).await, [Step::Due, Step::After]);
        assert_eq!(told(&scene, "liang", Kind::Objection).await, [Step::Before], "it is somebody else's by now");
        assert!(told(&scene, "zhou", Kind::Objection).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn targets_are_told_to_the_bureau_until_it_approves_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (base, of) = (scene.base.id, Year::new(2026).unwrap());
        let target = DraftTarget {
            code: "hatched".to_owned(),
            annual: "8".to_owned(),
            owner: "周敏".to_owned(),
            ..DraftTarget::default()
        };
        let draft = Draft { targets: vec![target] };
        let reader = system().reader(base);
        let seen = year(&scene.store, &reader, of).await.unwrap().draft_version;
        let saved = submit(&scene.store, &system().manager(base), of, draft, seen, "", once()).await.unwrap();
        assert!(matches!(saved, Saved::Kept { .. }), "{saved:?}");
        // Submitted on Thursday, the 9th: the third working day after it is Tuesday, the 14th.
        run_at(&scene, &["2026-04-10 09:00", "2026-04-13 09:00", "2026-04-14 09:00"]).await;
        assert_eq!(told(&scene, "chen", Kind::Targets).await, [Step::Before, Step::Due]);
        let row_version = year(&scene.store, &reader, of).await.unwrap().row_version;
        approve(&scene.store, &system().bureau(base), of, row_version, once()).await.unwrap();
        run_at(&scene, &["2026-04-15 09:00"]).await;
        assert_eq!(told(&scene, "chen", Kind::Targets).await, [Step::Before, Step::Due], "they stand");
        assert!(told(&scene, "zhou", Kind::Targets).await.is_empty());
    })
    .await;
}
