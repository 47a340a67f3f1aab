use hatchboard::{
    assessment::{
        Facts, PartRefusal, State,
        store::{
            AssessmentError, LONGEST_WORDS, ReferenceFault, ReferenceText, Seen, Several, SheetText, Then, confirm,
            document, note_reference, reward, veto, write,
        },
    },
    points::Points,
    rectification::{
        FindingText,
        store::{Repairer, Seen as Fault, Subject, close, give, report},
    },
};

use crate::{
    Scene, once, quarter,
    support::{on_every_database, system},
    typed,
};

#[tokio::test]
async fn the_base_scores_itself_one_officer_scores_it_and_another_confirms() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let page = async || scene.page_of(scene.base.id).await;
        let own = scene.write(&scene.by_manager(), &page().await, &[], Then::HandIn).await.unwrap();
        assert!(own.handed_in);
        let scored = scene.write(&scene.by_officer(0), &page().await, &[], Then::HandIn).await.unwrap();
        assert!(scored.handed_in);
        assert_eq!(page().await.state, State::Scored);
        let same = scene.write(&scene.by_officer(0), &page().await, &[], Then::HandIn).await;
        assert!(matches!(same, Err(AssessmentError::Part(PartRefusal::HasActed { .. }))));
        // Nobody confirms it without a word on the reference data beside it, alone or among many.
        let (hand, seen) = (scene.by_officer(1), page().await);
        let unsaid = typed(&seen, &[]).into();
        let other = write(&scene.store, &hand, seen.id, &unsaid, Then::HandIn, once()).await.unwrap();
        assert_eq!((other.handed_in, other.reference), (false, Some(ReferenceFault::Missing)));
        let officer = scene.officers[1].bureau(scene.base.id).unwrap();
        let many = confirm(&scene.store, &officer, &[page().await.id], once()).await.unwrap();
        assert_eq!(many, Several { not_ready: 1, ..Several::default() });
        let said = async |words: &str, before: &str| {
            let reference = Some(ReferenceText { words: words.to_owned(), before: before.to_owned() });
            let typed = SheetText { lines: Vec::new(), reference };
            write(&scene.store, &scene.by_officer(1), page().await.id, &typed, Then::HandIn, once()).await.unwrap()
        };
        assert_eq!(said(" ", "").await.reference, Some(ReferenceFault::Missing));
        let long = "长".repeat(LONGEST_WORDS + 1);
        assert_eq!(said(&long, "").await.reference, Some(ReferenceFault::TooLong { limit: LONGEST_WORDS }));
        let seen = Seen { sheet: page().await.id, row_version: page().await.row_version };
        note_reference(&scene.store, &scene.officers[2].bureau(scene.base.id).unwrap(), seen, "未使用", once())
            .await
            .unwrap();
        assert_eq!(said("回头看印证出壳质量", "").await.reference, Some(ReferenceFault::Changed));
        assert!(said("回头看印证出壳质量", "未使用").await.handed_in);
        assert_eq!(
            (page().await.state, page().await.reference_note.as_str()),
            (State::Confirmed, "回头看印证出壳质量")
        );
    })
    .await;
}

#[tokio::test]
async fn without_targets_their_lines_are_nothing_and_what_was_not_due_does_not_apply() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let page = scene.page_of(scene.base.id).await;
        for (code, facts) in [
            ("admitted", Facts::NotBegun),
            ("funds_received", Facts::NotBegun),
            ("follow_ups", Facts::NothingDue),
            ("closed_on_time", Facts::NothingDue),
            ("advice", Facts::NothingDue),
            ("sheets_on_time", Facts::NothingDue),
        ] {
            assert_eq!(page.facts[code], facts, "{code}");
        }
        // By the 16th working day the operator has scored none of them.
        scene.at("2026-04-23 18:01");
        assert_eq!(scene.page_of(scene.base.id).await.facts["sheets_on_time"], Facts::OnTime { on_time: 0, due: 1 });
    })
    .await;
}

#[tokio::test]
async fn extra_points_have_a_cap_a_veto_fails_and_the_use_of_reference_data_is_noted() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        assert_eq!((told.total, told.band), (None, None), "nobody has scored it yet");
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        let seen = async |subject| {
            let page = scene.page_of(subject).await;
            Seen { sheet: page.id, row_version: page.row_version }
        };
        let ours = scene.ours;
        let over = reward(&scene.store, &officer, seen(ours).await, "5.01", "市级表彰", once()).await;
        assert!(matches!(over, Err(AssessmentError::Points)));
        let unsaid = reward(&scene.store, &officer, seen(ours).await, "2", "", once()).await;
        assert!(matches!(unsaid, Err(AssessmentError::WordsMissing)));
        reward(&scene.store, &officer, seen(ours).await, "2", "市级表彰", once()).await.unwrap();
        let unknown = veto(&scene.store, &officer, seen(ours).await, "lateness", "迟到", None, once()).await;
        assert!(matches!(unknown, Err(AssessmentError::NoSuchVeto)));
        veto(&scene.store, &officer, seen(ours).await, "misuse_of_funds", "审计报告", None, once()).await.unwrap();
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        assert_eq!((told.bonus, told.veto.as_deref()), (Some(Points::whole(2)), Some("misuse_of_funds")));
        assert_eq!(told.band.unwrap().code(), "fail");
        let of_ours = note_reference(&scene.store, &officer, seen(ours).await, "未使用", once()).await;
        assert!(matches!(of_ours, Err(AssessmentError::NotFound)), "only beside the base's");
        note_reference(&scene.store, &officer, seen(scene.base.id).await, "回头看结果印证出壳质量", once())
            .await
            .unwrap();
        assert_eq!(scene.page_of(scene.base.id).await.reference_note, "回头看结果印证出壳质量");
    })
    .await;
}

#[tokio::test]
async fn a_fault_that_was_not_repaired_by_its_day_takes_three_points_and_the_bases_own_count_among_what_was_closed() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let bureau = system().bureau(scene.base.id).as_overseer();
        scene.at("2026-03-10 10:00");
        let given = async |subject, due_on: &str| {
            let typed = FindingText {
                source: "visit".into(),
                words: "灭火器过期".into(),
                owner: "李强".into(),
                due_on: due_on.to_owned(),
            };
            give(&scene.store, &bureau, subject, None, &typed, once()).await.unwrap()
        };
        given(Subject::Organisation(scene.ours), "2026-03-20").await;
        given(Subject::Organisation(scene.ours), "2026-04-20").await;
        let repaired = given(Subject::Base, "2026-03-20").await;
        given(Subject::Base, "2026-03-31").await;
        let manager = Repairer::from(&system().manager(scene.base.id));
        let seen = |row_version| Fault { id: repaired, row_version };
        report(&scene.store, &manager, seen(1), "已更换", None, once()).await.unwrap();
        close(&scene.store, &bureau, seen(2), "", once()).await.unwrap();
        scene.at("2026-04-01 10:00");
        scene.open().await.unwrap();
        let ours = scene.page_of(scene.ours).await.sheet;
        assert_eq!((ours.late_repairs, ours.sum().unwrap().deductions), (1, Points::hundredths(3_00)));
        let of_base = scene.page_of(scene.base.id).await;
        assert_eq!(of_base.sheet.late_repairs, 1);
        assert_eq!(of_base.facts["closed_on_time"], Facts::OnTime { on_time: 1, due: 2 });
    })
    .await;
}
