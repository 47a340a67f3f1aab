use hatchboard::assessment::{
    Facts, PartRefusal, State,
    store::{AssessmentError, Seen, Then, document, note_reference, reward, veto},
};

use crate::{Scene, once, quarter, support::on_every_database};

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
        let other = scene.write(&scene.by_officer(1), &page().await, &[], Then::HandIn).await.unwrap();
        assert!(other.handed_in);
        assert_eq!(page().await.state, State::Confirmed);
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
        let unknown = veto(&scene.store, &officer, seen(ours).await, "lateness", "迟到", once()).await;
        assert!(matches!(unknown, Err(AssessmentError::NoSuchVeto)));
        veto(&scene.store, &officer, seen(ours).await, "misuse_of_funds", "审计报告", once()).await.unwrap();
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        assert_eq!((told.bonus.to_string().as_str(), told.veto.as_deref()), ("2.00", Some("misuse_of_funds")));
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
