use hatchboard::{
    assessment::{
        Answer, Band, CorrectionRefusal, CorrectionState, Facts, PartRefusal, State, Step,
        store::{
            AssessmentError, CorrectionText, Seen, SheetPage, Then, answer_correction, ask_correction, confirm,
            freeze_due, later, note_reference, publish, recompute, seal_due, sealed_version,
        },
    },
    points::Points,
    weekly_report::store::{
        Reviewer,
        exception::{NewException, Periods, Relief, Whom, give},
    },
};

use crate::{Scene, file, once, quarter, seals, support::on_every_database};

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

/// The operator excuses 春晖 from a week, at a time.
async fn excuse(scene: &Scene, week: &str, at: &str) {
    scene.at(at);
    let operator = Reviewer::from(&scene.manager.manager(scene.base.id).unwrap());
    let new = NewException {
        whom: Whom::These(vec![scene.ours]),
        periods: Periods::Weeks(vec![week.parse().unwrap()]),
        relief: Relief::Excuse,
        reason: "台风停工".to_owned(),
        proof: String::new(),
    };
    give(&scene.store, &operator, &new, once()).await.unwrap();
}

/// 春晖's sheet, sealed: scored by 陈, confirmed by the first officer.
pub(crate) async fn sealed(scene: &Scene) -> SheetPage {
    scene.open().await.unwrap();
    scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
    scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
    let officer = scene.officers[0].bureau(scene.base.id).unwrap();
    confirm(&scene.store, &officer, &[scene.page().await.id], once()).await.unwrap();
    publish(&scene.store, &officer, quarter(), None, once()).await.unwrap();
    scene.at("2026-05-20 10:00");
    assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
    scene.page().await
}

fn asked(code: &str, points: &str) -> CorrectionText {
    CorrectionText {
        lines: vec![(code.to_owned(), points.to_owned())],
        words: "制度汇编缺页".to_owned(),
        ..CorrectionText::default()
    }
}

fn seen(page: &SheetPage) -> Seen {
    Seen { sheet: page.id, row_version: page.row_version }
}

#[tokio::test]
async fn a_sealed_sheet_is_corrected_by_two_people_and_its_old_version_stays_as_it_was() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let before = sealed(&scene).await;
        let [zhang, li, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        ask_correction(&scene.store, &li, seen(&before), &asked("rules", "1"), None, once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.version, page.seal.as_str(), page.state), (1, before.seal.as_str(), State::Sealed));
        let correction = page.corrections[0].clone();
        assert_eq!(correction.difference.lines.len(), 1);
        assert_eq!(correction.difference.lines[0].after, Some(points("1")));
        assert_eq!(scene.own_page().await.corrections, [], "its subject does not see what may come to nothing");

        // A second one waits for the first; whoever asked or confirmed does not approve it.
        let second = ask_correction(&scene.store, &wang, seen(&page), &asked("rules", "2"), None, once()).await;
        assert!(matches!(second, Err(AssessmentError::Correction(CorrectionRefusal::OneWaits))));
        for officer in [&li, &zhang] {
            let own = answer_correction(&scene.store, officer, correction.id, Answer::Approve, "", once()).await;
            assert!(matches!(own, Err(AssessmentError::Part(PartRefusal::HasActed { .. }))));
        }
        let theirs = answer_correction(&scene.store, &wang, correction.id, Answer::Withdraw, "", once()).await;
        assert!(matches!(theirs, Err(AssessmentError::Correction(CorrectionRefusal::NotTheirs))));
        scene.at("2026-05-21 10:00");
        answer_correction(&scene.store, &wang, correction.id, Answer::Approve, "情况属实", once()).await.unwrap();

        let after = scene.page().await;
        assert_eq!((after.version, after.state), (2, State::Sealed));
        assert_eq!(after.sheet.line("rules").unwrap().points(), Some(points("1")));
        assert_eq!(after.sheet.sum().unwrap().total, correction.difference.after.total.unwrap());
        assert_ne!(after.seal, before.seal);
        assert_eq!(after.steps.last().map(|step| step.kind), Some(Step::Corrected));
        assert_eq!(scene.own_page().await.corrections.len(), 1);

        let reader = scene.reader().of(scene.ours);
        let version = async |number| sealed_version(&scene.store, &reader, quarter(), number).await;
        let (old, new) = (version(Some(1)).await.unwrap(), version(None).await.unwrap());
        assert_eq!((old.seal.as_str(), old.document.total), (before.seal.as_str(), correction.difference.before.total));
        assert_eq!((new.version, new.document.version, new.document.total), (2, 2, correction.difference.after.total));
        for sealed in [&old, &new] {
            assert!(seals(&sealed.seal, &sealed.text), "anybody can compute it");
        }
        assert!(matches!(version(Some(3)).await, Err(AssessmentError::NotFound)));
        let again = answer_correction(&scene.store, &wang, correction.id, Answer::Approve, "", once()).await;
        assert!(matches!(again, Err(AssessmentError::Correction(CorrectionRefusal::NotOpen))));
    })
    .await;
}

#[tokio::test]
async fn a_correction_says_why_and_changes_something_that_can_be() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let page = sealed(&scene).await;
        let li = scene.officers[1].bureau(scene.base.id).unwrap();
        let ask =
            async |typed: &CorrectionText| ask_correction(&scene.store, &li, seen(&page), typed, None, once()).await;
        let wordless = CorrectionText { words: " ".to_owned(), ..asked("rules", "1") };
        assert!(matches!(ask(&wordless).await, Err(AssessmentError::WordsMissing)));
        let too_many = ask(&asked("rules", "50")).await;
        assert!(matches!(too_many, Err(AssessmentError::PointsOf(code)) if code == "rules"));
        let same = ask(&asked("rules", "3")).await;
        assert!(matches!(same, Err(AssessmentError::Correction(CorrectionRefusal::ChangesNothing))));
        let veto = |code: &str| CorrectionText { veto: Some(code.to_owned()), ..asked("rules", "") };
        assert!(matches!(ask(&veto("no such")).await, Err(AssessmentError::NoSuchVeto)));
        ask(&veto("illegality")).await.unwrap();
        let wang = scene.officers[2].bureau(scene.base.id).unwrap();
        let id = scene.page().await.corrections[0].id;
        let wordless = answer_correction(&scene.store, &wang, id, Answer::Refuse, "", once()).await;
        assert!(matches!(wordless, Err(AssessmentError::WordsMissing)));
        answer_correction(&scene.store, &wang, id, Answer::Refuse, "证据不足", once()).await.unwrap();
        let page = scene.page().await;
        assert_eq!((page.version, page.corrections[0].state), (1, CorrectionState::Refused));
        ask_correction(&scene.store, &li, seen(&page), &veto("illegality"), None, once()).await.unwrap();
        let id = scene.page().await.corrections[1].id;
        answer_correction(&scene.store, &li, id, Answer::Withdraw, "", once()).await.unwrap();
        assert_eq!(scene.page().await.corrections[1].state, CorrectionState::Withdrawn);
        let page = scene.page().await;
        ask_correction(&scene.store, &li, seen(&page), &veto("illegality"), None, once()).await.unwrap();
        let (sum, id) = (page.sheet.sum().unwrap(), scene.page().await.corrections[2].id);
        // The officer who refused has taken a part, as have those who scored and confirmed.
        let refused = answer_correction(&scene.store, &wang, id, Answer::Approve, "", once()).await;
        refused.unwrap();
        let after = scene.page().await.sheet.sum().unwrap();
        assert_eq!((after.total, after.band), (sum.total, Band::Fail), "the number stays, the band fails");
    })
    .await;
}

#[tokio::test]
async fn later_facts_come_in_by_a_recomputation_that_says_why_and_by_a_correction_after_the_seal() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        file(&scene, "2026-W02", "2026-01-09 12:00").await;
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        scene.at("2026-04-08 09:00");
        freeze_due(&scene.store, scene.base.id).await.unwrap();
        let officer = scene.officers[1].bureau(scene.base.id).unwrap();
        let reader = scene.reader().of(scene.ours);
        let now = async || later(&scene.store, &reader, quarter()).await.unwrap();
        let same = now().await;
        assert!(same.difference.is_none());
        let page = scene.page().await;
        let nothing = recompute(&scene.store, &officer, seen(&page), &same.print, "补报", once()).await;
        assert!(matches!(nothing, Err(AssessmentError::Correction(CorrectionRefusal::ChangesNothing))));

        excuse(&scene, "2026-W05", "2026-04-08 10:00").await;
        let stale = recompute(&scene.store, &officer, seen(&page), &same.print, "补报", once()).await;
        assert!(matches!(stale, Err(AssessmentError::Correction(CorrectionRefusal::RecordsChanged))), "{stale:?}");
        let found = now().await;
        assert_eq!(found.difference.lines.len(), 1);
        let wordless = recompute(&scene.store, &officer, seen(&page), &found.print, "", once()).await;
        assert!(matches!(wordless, Err(AssessmentError::WordsMissing)));
        recompute(&scene.store, &officer, seen(&page), &found.print, "台风停工，事后补批", once()).await.unwrap();
        let page = scene.page().await;
        let weeks = |expected| Facts::Weeks { expected, on_time: 1, late: 0, missing: expected - 1 };
        assert_eq!(page.facts["weekly_on_time"], weeks(11));
        let told = page.steps.last().unwrap();
        let taken = found.difference.clone();
        assert_eq!((told.kind, told.words.as_str()), (Step::Recomputed, "台风停工，事后补批"));
        assert_eq!(told.difference.as_ref(), Some(&taken));

        // Once it is published there is no recomputation; after the seal there is a correction.
        scene.write(&scene.by_member(), &page, &[], Then::HandIn).await.unwrap();
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let zhang = scene.officers[0].bureau(scene.base.id).unwrap();
        confirm(&scene.store, &zhang, &[page.id], once()).await.unwrap();
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        excuse(&scene, "2026-W06", "2026-04-09 10:00").await;
        let (page, found) = (scene.page().await, now().await);
        let published = recompute(&scene.store, &officer, seen(&page), &found.print, "补报", once()).await;
        assert!(matches!(published, Err(AssessmentError::Step(_))));
        scene.at("2026-05-20 10:00");
        seal_due(&scene.store, scene.base.id).await.unwrap();
        let sealed = sealed_version(&scene.store, &reader, quarter(), None).await.unwrap();
        let text: serde_json::Value = serde_json::from_str(&sealed.text).unwrap();
        let history = text["history"].as_array().unwrap();
        let changed: Vec<_> = history.iter().filter_map(|step| step.get("changed")).collect();
        assert_eq!(changed, [&serde_json::to_value(&taken).unwrap()], "of that step alone, and sealed with it");
        let page = scene.page().await;
        let typed = CorrectionText { print: found.print, words: "补报".to_owned(), ..CorrectionText::default() };
        ask_correction(&scene.store, &officer, seen(&page), &typed, None, once()).await.unwrap();
        let wang = scene.officers[2].bureau(scene.base.id).unwrap();
        let id = scene.page().await.corrections[0].id;
        // What the approver reads is what comes in, whatever was recorded since.
        excuse(&scene, "2026-W07", "2026-05-20 11:00").await;
        answer_correction(&scene.store, &wang, id, Answer::Approve, "", once()).await.unwrap();
        assert_eq!(scene.page().await.facts["weekly_on_time"], weeks(10));
    })
    .await;
}

#[tokio::test]
async fn nobody_has_their_own_organisation_corrected() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let page = sealed(&scene).await;
        let place = hatchboard::account::Place::Organisation { base: scene.base.id, organisation: scene.ours };
        crate::cast::grant(&scene.store, scene.officers[1].account(), place).await;
        let own = scene.officers[1].bureau(scene.base.id).unwrap();
        let refused = ask_correction(&scene.store, &own, seen(&page), &asked("rules", "5"), None, once()).await;
        assert!(matches!(refused, Err(AssessmentError::Part(PartRefusal::OwnSubject))));
    })
    .await;
}

#[tokio::test]
async fn the_bases_sheet_says_what_was_corrected_after_its_seal() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let page = sealed(&scene).await;
        let of_base = async || scene.page_of(scene.base.id).await;
        scene.write(&scene.by_manager(), &of_base().await, &[], Then::HandIn).await.unwrap();
        scene.write(&scene.by_officer(0), &of_base().await, &[], Then::HandIn).await.unwrap();
        let [_, li, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        note_reference(&scene.store, &li, seen(&of_base().await), "未使用", once()).await.unwrap();
        confirm(&scene.store, &li, &[of_base().await.id], once()).await.unwrap();
        publish(&scene.store, &li, quarter(), None, once()).await.unwrap();
        scene.at("2026-06-10 10:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        ask_correction(&scene.store, &li, seen(&page), &asked("rules", "1"), None, once()).await.unwrap();
        assert_eq!(of_base().await.corrected_since, 0, "nothing is corrected before it is approved");
        scene.at("2026-06-11 10:00");
        let id = scene.page().await.corrections[0].id;
        answer_correction(&scene.store, &wang, id, Answer::Approve, "", once()).await.unwrap();
        assert_eq!(of_base().await.corrected_since, 1);
    })
    .await;
}
