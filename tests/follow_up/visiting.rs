use hatchboard::{
    follow_up::{
        Fault, Field, NotLost, Outcome, Problem, Standing, State,
        store::{self, FollowUpError, Saved, comment, confirm, save, take_back, to_confirm},
    },
    search::ours::find,
    store::{Intent, StoreError},
};

use crate::{
    FIRST, Scene, day, draft, once,
    support::{on_every_database, system},
};

fn problems(refused: Result<(), FollowUpError>) -> Vec<Problem> {
    match refused {
        Err(FollowUpError::Invalid(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_cannot_be_filed_is_kept_word_by_word() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let half = [("second_visitor", ""), ("income_donations", "不少")];
        let found: Vec<Field> = problems(scene.file(FIRST, &half).await).into_iter().map(|one| one.field).collect();
        assert_eq!(found, [Field::SecondVisitor, Field::IncomeDonations]);
        let page = scene.page(FIRST).await;
        assert_eq!((page.draft, page.draft_version), (draft(&half), 1));
        assert_eq!(page.line.record.unwrap().state, State::Open);
        scene.file(FIRST, &[]).await.unwrap();
        assert_eq!(scene.page(FIRST).await.filed.unwrap().visit.visitors, ["周敏", "何清"]);
    })
    .await;
}

#[tokio::test]
async fn two_who_write_at_once_do_not_overwrite_each_other() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, manager) = (&scene.store, scene.manager());
        let ours = draft(&[("summary", "第一版")]);
        let saved = save(store, &manager, scene.hatched, FIRST, &ours, 0).await.unwrap();
        assert!(matches!(saved, Saved::Kept { version: 1, .. }), "{saved:?}");
        let theirs = draft(&[("summary", "另一版")]);
        assert_eq!(save(store, &manager, scene.hatched, FIRST, &theirs, 0).await.unwrap(), Saved::Stale);
        let filed = store::file(store, &manager, scene.hatched, FIRST, &theirs, 0, once()).await.unwrap();
        assert_eq!(filed, Saved::Stale);
        assert_eq!(scene.page(FIRST).await.draft, ours);
        // The same words again are no change.
        let again = save(store, &manager, scene.hatched, FIRST, &ours, 0).await.unwrap();
        assert!(matches!(again, Saved::Kept { version: 1, .. }), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn sending_twice_files_once() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let intent = || Intent::new("follow_up.file", "key", &"the same form");
        for _ in 0..2 {
            let seen = scene.page(FIRST).await.draft_version;
            let (store, manager) = (&scene.store, scene.manager());
            store::file(store, &manager, scene.hatched, FIRST, &draft(&[]), seen, intent()).await.unwrap();
        }
        let page = scene.page(FIRST).await;
        assert_eq!((page.draft_version, page.line.record.unwrap().row_version), (1, 2));
    })
    .await;
}

#[tokio::test]
async fn the_organisation_confirms_and_what_it_has_confirmed_stays() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, member) = (&scene.store, scene.member());
        scene.file(FIRST, &[]).await.unwrap();
        let record = scene.page(FIRST).await.line.record.unwrap();
        assert_eq!(to_confirm(store, &member.as_reader()).await.unwrap(), 1);
        let stale = confirm(store, &member, record.id, record.row_version - 1, once()).await;
        assert!(matches!(stale, Err(FollowUpError::Store(StoreError::Stale))), "{stale:?}");
        confirm(store, &member, record.id, record.row_version, once()).await.unwrap();
        assert_eq!(to_confirm(store, &member.as_reader()).await.unwrap(), 0);

        let page = scene.page(FIRST).await;
        let record = page.line.record.unwrap();
        assert_eq!((record.state, page.filed.unwrap().answered.unwrap().1.as_str()), (State::Confirmed, "test"));
        let (manager, hatched) = (scene.manager(), scene.hatched);
        let refused = take_back(store, &manager, hatched, record.id, "写错了", record.row_version, once()).await;
        assert!(matches!(refused, Err(FollowUpError::Step(_))), "{refused:?}");
        let refused = scene.file(FIRST, &[]).await;
        assert!(matches!(refused, Err(FollowUpError::NotOpen(State::Confirmed))), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_comment_leads_to_a_correction_that_is_confirmed_anew() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, member, manager) = (&scene.store, scene.member(), scene.manager());
        scene.file(FIRST, &[("volunteers", "12")]).await.unwrap();
        let record = scene.page(FIRST).await.line.record.unwrap();
        let wordless = comment(store, &member, record.id, record.row_version, " ", once()).await;
        assert!(matches!(wordless, Err(FollowUpError::WordsMissing)), "{wordless:?}");
        comment(store, &member, record.id, record.row_version, "志愿者是 120 人", once()).await.unwrap();
        assert_eq!(store::waits(store, &scene.reader()).await.unwrap().commented, 1);

        let seen = record.row_version + 1;
        take_back(store, &manager, scene.hatched, record.id, "按机构意见更正", seen, once()).await.unwrap();
        let page = scene.page(FIRST).await;
        assert_eq!((page.draft.text(Field::Volunteers), page.taken_back_for.as_str()), ("12", "按机构意见更正"));
        assert_eq!((page.filed, page.line.standing), (None, Standing::Due));
        scene.file(FIRST, &[("volunteers", "120")]).await.unwrap();
        let page = scene.page(FIRST).await;
        assert_eq!(page.filed.unwrap().comment, "", "it has not been answered yet");
        let record = page.line.record.unwrap();
        assert_eq!(record.state, State::Filed);
        confirm(store, &member, record.id, record.row_version, once()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_visit_is_found_by_its_organisation_once_it_is_filed_and_as_long_as_it_is() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (store, member, manager) = (&scene.store, scene.member(), scene.manager());
        let words = [("summary", "每周一次义诊")];
        let found = async || find(store, &member, None, "义诊").await.unwrap().visits.rows;
        save(store, &manager, scene.hatched, FIRST, &draft(&words), 0).await.unwrap();
        assert!(found().await.is_empty(), "it is being written");
        scene.file(FIRST, &words).await.unwrap();
        assert_eq!(found().await, [day("2026-03-12")]);
        let other = system().member(scene.base.id, scene.nurtured);
        assert!(find(store, &other, None, "义诊").await.unwrap().is_empty());

        let record = scene.page(FIRST).await.line.record.unwrap();
        take_back(store, &manager, scene.hatched, record.id, "写错了", record.row_version, once()).await.unwrap();
        assert!(found().await.is_empty(), "it is being written again");
    })
    .await;
}

#[tokio::test]
async fn an_organisation_is_lost_only_after_three_attempts_over_thirty_days() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let lost = [("outcome", "lost"), ("method", "phone"), ("activity", "")];
        let not_yet =
            |attempts, days| [Problem { field: Field::Outcome, fault: Fault::NotLost(NotLost { attempts, days }) }];
        scene.tried(FIRST, "2026-02-11", "no_answer").await;
        scene.tried(FIRST, "2026-02-20", "no_answer").await;
        assert_eq!(problems(scene.file(FIRST, &lost).await), not_yet(2, 9));
        scene.tried(FIRST, "2026-03-12", "nobody_there").await;
        assert_eq!(problems(scene.file(FIRST, &lost).await), not_yet(3, 29));
        scene.at("2026-03-13 10:00");
        scene.tried(FIRST, "2026-03-13", "nobody_there").await;
        scene.file(FIRST, &[lost.as_slice(), &[("on", "2026-03-13")]].concat()).await.unwrap();
        let line = scene.page(FIRST).await.line;
        assert_eq!((line.outcome(), line.standing), (Some(Outcome::Lost), Standing::OnTime));
    })
    .await;
}

#[tokio::test]
async fn a_visit_belongs_to_its_own_window() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.at("2026-09-01 10:00");
        assert_eq!(scene.page(FIRST).await.line.standing, Standing::Missed, "the next window opened on 13 August");
        let next = Problem { field: Field::On, fault: Fault::OfTheNextAge { opened: day("2026-08-13") } };
        assert_eq!(problems(scene.file(FIRST, &[("on", "2026-08-20")]).await), [next]);
        // Made in time for it and written down late.
        scene.file(FIRST, &[("on", "2026-05-02")]).await.unwrap();
        assert_eq!(scene.page(FIRST).await.line.standing, Standing::Late);
    })
    .await;
}
