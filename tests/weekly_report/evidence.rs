//! Files of reports: kept, counted, found by those who may.

use bytes::Bytes;
use hatchboard::{
    access::Scope,
    evidence::{
        EvidenceError, FileFault, FileKind, Files,
        store::{Form, Place, Upload, attach, open, papers, remove},
    },
    store::Intent,
    weekly_report::store::{Reviewer, WeeklyReportError, draft, queue::Whose, read, review::accept},
};
use uuid::Uuid;

use crate::{
    Scene, at, once, report,
    support::{self, on_every_database, system},
};

fn pdf(words: &str) -> Upload {
    Upload { name: "总结.pdf".to_owned(), contents: Bytes::from(format!("%PDF-1.7\n{words}\n%%EOF\n")) }
}

fn files() -> (Files, std::path::PathBuf) {
    let folder = std::env::temp_dir().join(format!("hatchboard-files-{}", Uuid::now_v7().simple()));
    (Files::in_folder(&folder).unwrap(), folder)
}

#[tokio::test]
async fn files_may_come_before_the_words_and_after_the_filing_until_the_review() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = files();
        let (subject, week) = (scene.subject(), at("2026-W10"));
        let place = Place::Week(week);
        let intent = || Intent::new("attachment.add", "key", &"the form");
        let first = attach(&scene.store, &files, &subject, place, pdf("一"), intent()).await.unwrap();
        assert_eq!(attach(&scene.store, &files, &subject, place, pdf("一"), intent()).await.unwrap(), first);
        let opened = draft::open(&scene.store, &subject, week).await.unwrap();
        assert_eq!((opened.attachments.len(), opened.draft_version, opened.facts.attachments), (1, 0, 1));
        scene.file("2026-W10", report("义诊")).await.unwrap();
        attach(&scene.store, &files, &subject, place, pdf("二"), once()).await.unwrap();
        remove(&scene.store, &subject, first, once()).await.unwrap();
        let seen = scene.oldest(Whose::Organisations).await;
        accept(&scene.store, &Reviewer::from(&scene.manager()), seen, once()).await.unwrap();
        let late = attach(&scene.store, &files, &subject, place, pdf("三"), once()).await;
        assert!(matches!(late, Err(EvidenceError::Report(WeeklyReportError::NotOpen(_)))));
        let page = read::report(&scene.store, Scope::from(&scene.manager()), seen.report).await.unwrap();
        assert_eq!((page.attachments.len(), page.facts.attachments), (1, 1));
        assert_eq!((page.attachments[0].kind, page.attachments[0].name.as_str()), (FileKind::Pdf, "总结.pdf"));
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_report_takes_nine_files_and_none_that_is_not_what_it_says() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = files();
        let (subject, place) = (scene.subject(), Place::Week(at("2026-W10")));
        let damaged = Upload { name: "照片.png".to_owned(), contents: Bytes::from_static(b"<html>") };
        let refused = attach(&scene.store, &files, &subject, place, damaged, once()).await;
        assert!(matches!(refused, Err(EvidenceError::File(FileFault::Damaged))));
        for number in 0..9 {
            attach(&scene.store, &files, &subject, place, pdf(&number.to_string()), once()).await.unwrap();
        }
        let tenth = attach(&scene.store, &files, &subject, place, pdf("十"), once()).await;
        assert!(matches!(tenth, Err(EvidenceError::TooMany)));
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_file_is_opened_by_its_subject_and_the_base_and_by_nobody_else() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = files();
        let week = Place::Week(at("2026-W10"));
        let id = attach(&scene.store, &files, &scene.subject(), week, pdf("一"), once()).await.unwrap();
        let paper = attach(&scene.store, &files, &scene.subject(), Place::Papers, pdf("章程"), once()).await.unwrap();
        let reader = Scope::from(&system().reader(scene.base.id));
        let listed = papers(&scene.store, reader, scene.organisation).await.unwrap();
        assert_eq!(listed.iter().map(|file| file.id).collect::<Vec<_>>(), [paper]);
        for scope in [reader, Scope::from(&scene.member())] {
            let opened = open(&scene.store, &files, scope, id, Form::Whole).await.unwrap();
            assert_eq!((opened.media_type, &opened.contents[..5]), ("application/pdf", &b"%PDF-"[..]));
        }
        let foreign = support::base(&scene.store, "xiangtan").await;
        let sibling = crate::reporting(&scene.store, &scene.base, "启明", "2026-W02", None).await;
        let sibling = system().member(scene.base.id, sibling);
        for scope in [Scope::from(&system().reader(foreign.id)), Scope::from(&sibling)] {
            let opened = open(&scene.store, &files, scope, id, Form::Whole).await;
            assert!(matches!(opened, Err(EvidenceError::NotFound)), "{scope:?}");
        }
        let theirs = hatchboard::weekly_report::store::Subject::from(&sibling);
        assert!(matches!(remove(&scene.store, &theirs, id, once()).await, Err(EvidenceError::NotFound)));
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
