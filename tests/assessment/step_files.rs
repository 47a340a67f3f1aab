//! What comes with a step of a sheet: with a veto, or with a correction.

use hatchboard::{
    access::Scope,
    assessment::{
        Answer, Step,
        store::{
            CorrectionText, Seen, Then, answer_correction, ask_correction, publish, remove_file, seal_due,
            sealed_version, veto, veto_files,
        },
    },
    evidence::store::{Form, open, prepare},
    store::Intent,
};
use uuid::Uuid;

use crate::{
    Scene,
    correction::sealed,
    files::{folder, pdf},
    once, quarter, seals,
    support::on_every_database,
};

#[tokio::test]
async fn a_veto_comes_with_a_file_that_its_subject_sees_with_the_published_sheet_and_the_seal_names() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (files, _folder) = folder();
        let verdict = prepare(&files, scene.base.id, pdf("判决书.pdf", "判决书")).await.unwrap();
        let officer = scene.officers[0].bureau(scene.base.id).unwrap();
        for hand in [scene.by_member(), scene.by_manager()] {
            assert!(scene.write(&hand, &scene.page().await, &[], Then::HandIn).await.unwrap().handed_in);
        }
        let seen = async |subject| {
            let page = scene.page_of(subject).await;
            Seen { sheet: page.id, row_version: page.row_version }
        };
        let (first, ours) = (seen(scene.ours).await, scene.ours);
        let intent = Intent::new("assessment.veto", "key", &"the form");
        for _ in 0..2 {
            let intent = intent.clone();
            veto(&scene.store, &officer, first, "illegality", "已判决", Some(&verdict), intent).await.unwrap();
        }
        let of_base = seen(scene.base.id).await;
        veto(&scene.store, &officer, of_base, "illegality", "已判决", Some(&verdict), once()).await.unwrap();
        let kept = async |subject| {
            let (reader, page) = (scene.reader().of(subject), scene.page_of(subject).await);
            let step = page.steps.iter().find(|step| step.kind == Step::Vetoed).unwrap().id;
            let mut files = veto_files(&scene.store, &reader, &page).await.unwrap();
            files.remove(&step).unwrap().into_iter().map(|file| file.id).collect::<Vec<_>>()
        };
        let (file, base_file) = (kept(ours).await, kept(scene.base.id).await);
        assert_eq!((file.len(), base_file.len()), (1, 1), "sent twice, it came once");
        let (file, base_file) = (file[0], base_file[0]);

        let own = scene.member.reader_of(scene.base.id, ours).unwrap();
        let theirs = Scope::from(&scene.member.member(ours).unwrap());
        let [manager, bureau] = [Scope::from(&scene.manager.manager(scene.base.id).unwrap()), Scope::from(&officer)];
        let opened =
            async |scope: Scope, file: Uuid| open(&scene.store, &files, scope, file, Form::Whole).await.is_ok();
        assert!(opened(bureau, file).await && opened(manager, file).await && opened(bureau, base_file).await);
        assert!(!opened(theirs, file).await, "not before it is published");
        assert!(!opened(manager, base_file).await, "nor to the operator of its base's own");
        assert!(veto_files(&scene.store, &own, &scene.own_page().await).await.unwrap().is_empty());
        assert!(
            remove_file(&scene.store, &scene.by_member(), file, once()).await.is_err(),
            "it is not its subject's to take away"
        );

        let hand = scene.by_officer(1);
        assert!(scene.write(&hand, &scene.page().await, &[], Then::HandIn).await.unwrap().handed_in);
        publish(&scene.store, &officer, quarter(), None, once()).await.unwrap();
        assert!(opened(theirs, file).await);
        assert_eq!(veto_files(&scene.store, &own, &scene.own_page().await).await.unwrap().len(), 1);
        scene.at("2026-04-10 09:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let sealed = sealed_version(&scene.store, &scene.reader().of(ours), quarter(), None).await.unwrap();
        let told: serde_json::Value = serde_json::from_str(&sealed.text).unwrap();
        let steps = told["history"].as_array().unwrap();
        let with_files: Vec<_> = steps.iter().filter(|step| step.get("files").is_some()).collect();
        assert_eq!(with_files.len(), 1, "what nothing came with is sealed as before");
        assert_eq!(with_files[0]["step"], "vetoed");
        assert_eq!(with_files[0]["files"][0]["name"], "判决书.pdf");
        assert_eq!(with_files[0]["files"][0]["sha256"], verdict.digest());
        assert!(seals(&sealed.seal, &sealed.text));
    })
    .await;
}

#[tokio::test]
async fn a_correction_comes_with_a_file_that_its_subject_sees_once_it_is_approved_and_the_next_seal_names() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let before = sealed(&scene).await;
        let (files, _folder) = folder();
        let verdict = prepare(&files, scene.base.id, pdf("判决书.pdf", "判决书")).await.unwrap();
        let [_, li, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        let (reader, own) = (scene.reader().of(scene.ours), scene.member.reader_of(scene.base.id, scene.ours).unwrap());
        let theirs = Scope::from(&scene.member.member(scene.ours).unwrap());
        let typed = CorrectionText {
            veto: Some("illegality".to_owned()),
            words: "已判决".to_owned(),
            ..CorrectionText::default()
        };
        let ask = async || {
            let seen = Seen { sheet: before.id, row_version: scene.page().await.row_version };
            ask_correction(&scene.store, &li, seen, &typed, Some(&verdict), once()).await.unwrap();
            scene.page().await.corrections.last().unwrap().id
        };
        let with = async |kind| {
            let page = scene.page().await;
            let mut found = veto_files(&scene.store, &reader, &page).await.unwrap();
            let step = page.steps.iter().rev().find(|step| step.kind == kind).unwrap().id;
            found.remove(&step).unwrap_or_default().into_iter().map(|file| file.id).collect::<Vec<_>>()
        };
        let opened = async |file: Uuid| open(&scene.store, &files, theirs, file, Form::Whole).await.is_ok();
        let refused = ask().await;
        let first = with(Step::CorrectionAsked).await;
        assert!(first.len() == 1 && !opened(first[0]).await, "what may come to nothing is not its subject's to see");
        answer_correction(&scene.store, &wang, refused, Answer::Refuse, "证据不足", once()).await.unwrap();
        assert!(!opened(first[0]).await);

        scene.at("2026-05-21 10:00");
        let approved = ask().await;
        let second = with(Step::CorrectionAsked).await;
        answer_correction(&scene.store, &wang, approved, Answer::Approve, "", once()).await.unwrap();
        assert_eq!(with(Step::Corrected).await, second, "it stands with what it led to");
        assert!(opened(second[0]).await && !opened(first[0]).await);
        let shown = veto_files(&scene.store, &own, &scene.own_page().await).await.unwrap();
        let shown: Vec<Uuid> = shown.into_values().flatten().map(|file| file.id).collect();
        assert_eq!(shown, second);
        let sealed = sealed_version(&scene.store, &reader, quarter(), None).await.unwrap();
        let told: serde_json::Value = serde_json::from_str(&sealed.text).unwrap();
        let steps = told["history"].as_array().unwrap();
        let corrected = steps.iter().find(|step| step["step"] == "corrected").unwrap();
        assert_eq!(corrected["files"][0]["sha256"], verdict.digest());
        assert!(seals(&sealed.seal, &sealed.text));
    })
    .await;
}
