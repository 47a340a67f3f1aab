//! Files that come with what was repaired.

use hatchboard::{
    access::Scope,
    evidence::store::{Form, open, prepare, remove},
    rectification::store::{RectificationError, Repairer, Subject, evidence_of, one, report, send_back},
    store::Intent,
    weekly_report::store::Subject as Reporter,
};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
};

#[tokio::test]
async fn files_come_with_what_was_repaired_are_read_by_all_sides_and_stay() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = support::files();
        let with = async |name: &str| prepare(&files, scene.base.id, support::paper(name)).await.unwrap();
        let (first, second) = (with("发票.pdf").await, with("验收单.pdf").await);
        let (operator, ours) = (scene.operator(), Repairer::from(&scene.member()));
        let id = scene.given(&operator, Subject::Organisation(scene.ours), "2026-04-14").await;
        let names = async |id: Uuid| {
            let scope = Scope::from(&scene.operator());
            let found = one(&scene.store, scope, id).await.unwrap();
            let files = evidence_of(&scene.store, scope, &found).await.unwrap();
            files.into_iter().map(|file| (file.name, file.id)).collect::<Vec<_>>()
        };
        let seen = scene.seen(id).await;
        let tried = report(&scene.store, &ours, seen, " ", Some(&first), once()).await;
        assert!(matches!(tried, Err(RectificationError::Invalid(_))), "{tried:?}");
        assert!(names(id).await.is_empty(), "without words nothing is reported");
        let intent = Intent::new("rectification.report", "key", &"the form");
        for _ in 0..2 {
            report(&scene.store, &ours, seen, "已更换", Some(&first), intent.clone()).await.unwrap();
        }
        send_back(&scene.store, &operator, scene.seen(id).await, "还差二楼一只", once()).await.unwrap();
        report(&scene.store, &ours, scene.seen(id).await, "二楼也已更换", Some(&second), once()).await.unwrap();
        let kept = names(id).await;
        let [(one_name, file), (other_name, _)] = kept.as_slice() else { panic!("{kept:?}") };
        assert_eq!([one_name.as_str(), other_name.as_str()], ["发票.pdf", "验收单.pdf"], "sent twice, it came once");

        let own = scene.given(&scene.bureau(), Subject::Base, "2026-04-14").await;
        let manager = system().manager(scene.base.id);
        let seen = scene.seen(own).await;
        report(&scene.store, &Repairer::from(&manager), seen, "已补签", Some(&first), once()).await.unwrap();
        let of_base = names(own).await[0].1;

        let member = scene.member();
        let sibling = system().member(scene.base.id, scene.sibling);
        let elsewhere = system().manager(support::base(&scene.store, "elsewhere").await.id);
        let opened =
            async |scope: Scope, file: Uuid| open(&scene.store, &files, scope, file, Form::Whole).await.is_ok();
        for scope in [Scope::from(&member), Scope::from(&scene.operator()), Scope::from(&scene.bureau())] {
            assert!(opened(scope, *file).await);
        }
        for scope in [Scope::from(&sibling), Scope::from(&elsewhere)] {
            assert!(!opened(scope, *file).await);
        }
        assert!(opened(Scope::from(&scene.bureau()), of_base).await);
        assert!(!opened(Scope::from(&member), of_base).await, "the base's own is not the organisation's to read");
        let subject = Reporter::from(&member);
        assert!(remove(&scene.store, &subject, *file, once()).await.is_err(), "what was reported is not taken back");
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
