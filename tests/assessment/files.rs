use std::path::PathBuf;

use bytes::Bytes;
use hatchboard::{
    access::{BaseReader, Scope},
    assessment::{
        Answer, Part, Shows, Step,
        entity::assessment,
        store::{
            self, AssessmentError, CorrectionText, DecisionText, Hand, LineFiles, Seen, Then, add_file,
            answer_correction, ask_correction, decide, document, object, publish, remove_file, seal_due,
            sealed_version, veto, veto_files,
        },
    },
    evidence::{
        Attachment, EvidenceError, Files,
        store::{Form, Upload, open, prepare},
    },
    store::Intent,
};
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::{Scene, correction::sealed, once, quarter, seals, support::on_every_database};

fn pdf(name: &str, words: &str) -> Upload {
    Upload { name: name.to_owned(), contents: Bytes::from(format!("%PDF-1.7\n{words}\n%%EOF\n")) }
}

/// A folder for files, which is taken away when it is dropped.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn folder() -> (Files, Folder) {
    let folder = std::env::temp_dir().join(format!("hatchboard-files-{}", Uuid::now_v7().simple()));
    (Files::in_folder(&folder).unwrap(), Folder(folder))
}

/// Nothing is taken now.
fn is_closed<T>(done: Result<T, AssessmentError>) -> bool {
    matches!(done, Err(AssessmentError::File(EvidenceError::Closed)))
}

impl Scene {
    async fn line(&self, subject: Uuid, code: &str) -> Uuid {
        self.page_of(subject).await.notes[code].id
    }

    async fn files_of(&self, subject: Uuid, code: &str) -> LineFiles {
        let page = self.page_of(subject).await;
        let mut all = store::files(&self.store, &self.reader().of(subject), &page).await.unwrap();
        all.remove(code).unwrap_or_default()
    }
}

#[tokio::test]
async fn own_points_take_files_until_they_are_handed_in_and_only_from_the_subject() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (files, _folder) = folder();
        let (rules, of_newcomer) = (scene.line(scene.ours, "rules").await, scene.line(scene.newcomer, "rules").await);
        let own = |line| (line, Shows::OwnPoints);
        let staff = scene.by_member();
        let add =
            async |hand: &Hand, place, name| add_file(&scene.store, &files, hand, place, pdf(name, name), once()).await;
        let kept = add(&staff, own(rules), "制度.pdf").await.unwrap();
        let gone = add(&staff, own(rules), "旧版.pdf").await.unwrap();
        for (place, why) in [
            (own(of_newcomer), "of another organisation"),
            (own(scene.line(scene.base.id, "team").await), "of the base"),
            (own(Uuid::now_v7()), "of nobody"),
        ] {
            assert!(matches!(add(&staff, place, "a.pdf").await, Err(AssessmentError::NotFound)), "{why}");
        }
        let objection = (rules, Shows::Objection);
        assert!(is_closed(add(&staff, objection, "a.pdf").await), "nobody has objected");
        remove_file(&scene.store, &staff, gone, once()).await.unwrap();
        let shown = scene.files_of(scene.ours, "rules").await;
        assert_eq!(shown.own.iter().map(|file| file.id).collect::<Vec<_>>(), [kept]);
        // Of the base its operator's team; its file is not its organisations'.
        let of_base = add(&scene.by_manager(), own(scene.line(scene.base.id, "team").await), "名册.pdf").await.unwrap();
        let [theirs, whole] = [Scope::from(&scene.member.member(scene.ours).unwrap()), Scope::from(&scene.reader())];
        assert!(open(&scene.store, &files, theirs, kept, Form::Whole).await.is_ok());
        assert!(open(&scene.store, &files, whole, kept, Form::Whole).await.is_ok());
        let hidden = open(&scene.store, &files, theirs, of_base, Form::Whole).await;
        assert!(matches!(hidden, Err(EvidenceError::NotFound)));

        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        assert!(is_closed(add(&staff, own(rules), "b.pdf").await));
        assert!(is_closed(remove_file(&scene.store, &staff, kept, once()).await));
    })
    .await;
}

#[tokio::test]
async fn an_objection_takes_files_until_it_is_decided_and_the_seal_names_each_with_its_sum() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (files, _folder) = folder();
        let staff = scene.by_member();
        let quality = scene.line(scene.ours, "quality").await;
        let add =
            async |shows, name| add_file(&scene.store, &files, &staff, (quality, shows), pdf(name, name), once()).await;
        add(Shows::OwnPoints, "照片.pdf").await.unwrap();
        for hand in [scene.by_member(), scene.by_manager(), scene.by_officer(0)] {
            assert!(scene.write(&hand, &scene.page().await, &[], Then::HandIn).await.unwrap().handed_in);
        }
        let [zhang, _, wang] = scene.officers.each_ref().map(|officer| officer.bureau(scene.base.id).unwrap());
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        assert!(is_closed(add(Shows::Objection, "签到表.pdf").await));
        let id = scene.page().await.id;
        object(&scene.store, &scene.by_member(), id, "quality", "签到表齐全", once()).await.unwrap();
        let sheet = add(Shows::Objection, "签到表.pdf").await.unwrap();
        assert_eq!(scene.files_of(scene.ours, "quality").await.objection[0].id, sheet);
        let text = DecisionText { upheld: true, points: "6".to_owned(), words: "补充材料成立".to_owned() };
        let done: Result<(), AssessmentError> = decide(&scene.store, &wang, id, "quality", &text, once()).await;
        done.unwrap();
        assert!(is_closed(add(Shows::Objection, "再补.pdf").await));
        assert!(is_closed(remove_file(&scene.store, &staff, sheet, once()).await));

        scene.at("2026-04-10 09:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        let line = told.lines.iter().find(|line| line.code == "quality").unwrap();
        let named: Vec<_> = line.files.iter().map(|file| (file.shows, file.name.as_str(), file.size)).collect();
        let size = |name: &str| i64::try_from(pdf(name, name).contents.len()).unwrap();
        let expected =
            [(Shows::OwnPoints, "照片.pdf", size("照片.pdf")), (Shows::Objection, "签到表.pdf", size("签到表.pdf"))];
        assert_eq!(named, expected);
        let sealed = assessment::Entity::find_by_id(id).one(scene.store.read()).await.unwrap().unwrap().document;
        let mentioned = |sum: &String| sum.len() == 64 && sealed.contains(sum.as_str());
        assert!(line.files.iter().all(|file| mentioned(&file.sha256)), "{sealed}");
        assert!(is_closed(remove_file(&scene.store, &staff, sheet, once()).await));
    })
    .await;
}

#[tokio::test]
async fn whoever_gives_points_puts_files_behind_them_that_the_subject_sees_with_the_published_sheet() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (files, _folder) = folder();
        let quality = scene.line(scene.ours, "quality").await;
        let (operator, bureau) = ((quality, Shows::OperatorPoints), (quality, Shows::BureauPoints));
        let add =
            async |hand: &Hand, place, name| add_file(&scene.store, &files, hand, place, pdf(name, name), once()).await;
        let (staff, manager, officer) = (scene.by_member(), scene.by_manager(), scene.by_officer(0));
        assert!(is_closed(add(&manager, operator, "走访.pdf").await), "the subject has not scored itself");
        scene.write(&staff, &scene.page().await, &[], Then::HandIn).await.unwrap();
        for (hand, place, whose) in [
            (&staff, operator, "the subject's staff"),
            (&manager, bureau, "the operator in the bureau's place"),
            (&officer, operator, "the bureau in the operator's"),
            (&officer, bureau, "the bureau before its turn"),
            (&manager, (quality, Shows::OwnPoints), "the operator in the subject's"),
        ] {
            assert!(is_closed(add(hand, place, "a.pdf").await), "{whose}");
        }
        let visit = add(&manager, operator, "走访.pdf").await.unwrap();
        let gone = add(&manager, operator, "旧版.pdf").await.unwrap();
        let others = remove_file(&scene.store, &staff, gone, once()).await;
        assert!(is_closed(others), "of the operator");
        remove_file(&scene.store, &manager, gone, once()).await.unwrap();
        scene.write(&manager, &scene.page().await, &[], Then::HandIn).await.unwrap();
        assert!(is_closed(remove_file(&scene.store, &manager, visit, once()).await), "it is handed in");
        let check = add(&officer, bureau, "抽查记录.pdf").await.unwrap();
        // Whoever puts something behind points has taken part in them, before any point is given.
        let wrote = scene.page().await.steps.into_iter().filter(|step| step.kind == Step::Wrote);
        let parts: Vec<_> = wrote.filter_map(|step| step.part).collect();
        assert_eq!(parts, [Part::Scores, Part::Confirms]);

        let ids = |files: &[Attachment]| files.iter().map(|file| file.id).collect::<Vec<_>>();
        let shown = scene.files_of(scene.ours, "quality").await;
        assert_eq!((ids(&shown.operator), ids(&shown.bureau)), (vec![visit], vec![check]));
        let own = scene.member.reader_of(scene.base.id, scene.ours).unwrap();
        let by_subject = async || {
            let page = scene.own_page().await;
            let shown = store::files(&scene.store, &own, &page).await.unwrap();
            let shown = shown.get("quality").cloned().unwrap_or_default();
            (ids(&shown.operator), ids(&shown.bureau))
        };
        let theirs = Scope::from(&scene.member.member(scene.ours).unwrap());
        let opens = async |scope, file| open(&scene.store, &files, scope, file, Form::Whole).await.is_ok();
        assert_eq!(by_subject().await, (vec![], vec![]));
        for file in [visit, check] {
            assert!(!opens(theirs, file).await && opens(Scope::from(&scene.reader()), file).await);
        }
        scene.write(&officer, &scene.page().await, &[], Then::HandIn).await.unwrap();
        let zhang = scene.officers[0].bureau(scene.base.id).unwrap();
        publish(&scene.store, &zhang, quarter(), None, once()).await.unwrap();
        assert_eq!(by_subject().await, (vec![visit], vec![check]));
        assert!(opens(theirs, visit).await && opens(theirs, check).await);

        scene.at("2026-04-20 09:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let told = document(&scene.store, &scene.reader(), quarter(), "春晖").await.unwrap();
        let line = told.lines.iter().find(|line| line.code == "quality").unwrap();
        let named: Vec<_> = line.files.iter().map(|file| (file.shows, file.name.as_str())).collect();
        assert_eq!(named, [(Shows::OperatorPoints, "走访.pdf"), (Shows::BureauPoints, "抽查记录.pdf")]);
        let reader = scene.reader().of(scene.ours);
        let sealed = sealed_version(&scene.store, &reader, quarter(), None).await.unwrap();
        assert!(line.files.iter().all(|file| sealed.text.contains(&file.sha256)), "{}", sealed.text);
    })
    .await;
}

#[tokio::test]
async fn what_the_bureau_puts_behind_its_points_of_the_base_stays_from_the_operator_until_publication() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.open().await.unwrap();
        let (files, _folder) = folder();
        let (manager, officer) = (scene.by_manager(), scene.by_officer(0));
        let add = async |hand: &Hand, place| {
            add_file(&scene.store, &files, hand, place, pdf("名册.pdf", "名册"), once()).await
        };
        let team = scene.line(scene.base.id, "team").await;
        assert!(is_closed(add(&manager, (team, Shows::OperatorPoints)).await), "the base's sheet has no such column");
        let page = scene.page_of(scene.base.id).await;
        scene.write(&manager, &page, &[], Then::HandIn).await.unwrap();
        let kept = add(&officer, (team, Shows::BureauPoints)).await.unwrap();
        let operator = scene.manager.reader(scene.base.id).unwrap();
        let told = async |reader: &BaseReader| {
            let document = document(&scene.store, reader, quarter(), &scene.base.name).await.unwrap();
            document.lines.into_iter().find(|line| line.code == "team").unwrap().files.len()
        };
        assert_eq!((told(&operator).await, told(&scene.reader()).await), (0, 1));
        let theirs = open(&scene.store, &files, Scope::from(&operator), kept, Form::Whole).await;
        assert!(matches!(theirs, Err(EvidenceError::NotFound)));
    })
    .await;
}

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
