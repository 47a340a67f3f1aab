use std::path::PathBuf;

use bytes::Bytes;
use hatchboard::{
    access::{BaseReader, Scope},
    assessment::{
        Part, Shows, Step,
        entity::assessment,
        store::{
            self, AssessmentError, DecisionText, Hand, LineFiles, Then, add_file, decide, document, object, publish,
            remove_file, seal_due, sealed_version,
        },
    },
    evidence::{
        Attachment, EvidenceError, Files,
        store::{Form, Upload, open},
    },
};
use sea_orm::EntityTrait;
use uuid::Uuid;

use crate::{Scene, once, quarter, support::on_every_database};

pub(crate) fn pdf(name: &str, words: &str) -> Upload {
    Upload { name: name.to_owned(), contents: Bytes::from(format!("%PDF-1.7\n{words}\n%%EOF\n")) }
}

/// A folder for files, which is taken away when it is dropped.
pub(crate) struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

pub(crate) fn folder() -> (Files, Folder) {
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
