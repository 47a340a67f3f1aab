//! Letters to the bureau as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

use chrono::{DateTime, TimeDelta, Utc};
use hatchboard::{
    access::{BureauOfficer, Member, Scope, Supervisor},
    audit::entity::audit_event,
    base::Base,
    bureau_line::{
        By, Field, LetterKind, LetterText, Refusal, State,
        store::{
            LetterCounts, LetterError, LetterFilter, LetterPage, OurCounts, Seen, answer, ask_again, close, counts,
            counts_of, list, list_of, one, one_of, send,
        },
    },
    evidence::{
        EvidenceError,
        store::{Form, Past, open, open_past_operator, prepare, remove},
    },
    store::{Intent, Paging, Store, StoreError},
    weekly_report::store::Subject,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use crate::support::{on_every_database, system};

/// A base with two organisations. The clock stands on Thursday, 9 April 2026.
struct Scene {
    store: Store,
    base: Base,
    ours: Uuid,
    sibling: Uuid,
}

fn once() -> Intent {
    Intent::once("test")
}

fn typed(kind: &str, words: &str) -> LetterText {
    LetterText { kind: kind.to_owned(), words: words.to_owned() }
}

fn local(text: &str) -> DateTime<Utc> {
    format!("{}:00+08:00", text.replace(' ', "T")).parse().expect("a time")
}

/// The clock runs on from where it was set.
fn is_about(found: DateTime<Utc>, text: &str) -> bool {
    (found - local(text)).abs() < TimeDelta::minutes(1)
}

impl Scene {
    async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let ours = support::organisation(&store, &base, "春晖").await;
        let sibling = support::organisation(&store, &base, "秋实").await;
        let scene = Self { store, base, ours, sibling };
        scene.at("2026-04-09 10:00");
        scene
    }

    fn at(&self, time: &str) {
        self.store.clock().set(local(time));
    }

    fn supervisor(&self) -> Supervisor {
        system().supervisor(self.base.id)
    }

    fn officer(&self) -> BureauOfficer {
        system().bureau(self.base.id)
    }

    fn member(&self) -> Member {
        system().member(self.base.id, self.ours)
    }

    async fn sent(&self, words: &str) -> Uuid {
        send(&self.store, &self.member(), &typed("complaint", words), None, once()).await.unwrap()
    }

    async fn page(&self, id: Uuid) -> LetterPage {
        one(&self.store, &self.supervisor(), id).await.unwrap()
    }

    async fn seen(&self, letter: Uuid) -> Seen {
        Seen { letter, row_version: self.page(letter).await.row_version }
    }

    async fn answer(&self, id: Uuid, words: &str) -> Result<(), LetterError> {
        answer(&self.store, &self.officer(), self.seen(id).await, words, None, once()).await
    }

    async fn close(&self, id: Uuid, words: &str) -> Result<(), LetterError> {
        close(&self.store, &self.officer(), self.seen(id).await, words, once()).await
    }
}

#[tokio::test]
async fn a_letter_is_answered_closed_and_opened_again_by_a_new_message() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.sent("场地被占用").await;
        let page = scene.page(id).await;
        assert_eq!(
            (page.row.state, page.row.kind, page.row.name.as_str()),
            (State::Asked, LetterKind::Complaint, "春晖")
        );
        scene.at("2026-04-10 09:00");
        scene.answer(id, "已了解，下周到现场看。").await.unwrap();
        scene.at("2026-04-14 16:00");
        scene.close(id, "场地已腾退。").await.unwrap();
        let page = scene.page(id).await;
        assert_eq!(page.row.state, State::Closed);
        assert!(is_about(page.row.since, "2026-04-14 16:00"), "{}", page.row.since);
        scene.at("2026-04-20 09:00");
        ask_again(&scene.store, &scene.member(), id, "又被占用了", None, once()).await.unwrap();
        let page = one_of(&scene.store, &scene.member(), id).await.unwrap();
        assert_eq!(page.row.state, State::Asked);
        assert!(is_about(page.row.since, "2026-04-20 09:00"), "{}", page.row.since);
        let said: Vec<_> = page.messages.iter().map(|one| (one.words.as_str(), one.said_for, one.closes)).collect();
        let expected = [
            ("已了解，下周到现场看。", By::Bureau, false),
            ("场地已腾退。", By::Bureau, true),
            ("又被占用了", By::Organisation, false),
        ];
        assert_eq!(said, expected, "the earlier result stays in what was said");
    })
    .await;
}

#[tokio::test]
async fn what_waits_goes_on_waiting_since_it_began_to() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.sent("场地被占用").await;
        scene.at("2026-04-11 10:00");
        ask_again(&scene.store, &scene.member(), id, "补充：二楼", None, once()).await.unwrap();
        let since = scene.page(id).await.row.since;
        assert!(is_about(since, "2026-04-09 10:00"), "{since}");
        let found = counts(&scene.store, &scene.supervisor()).await.unwrap();
        assert_eq!(found, LetterCounts { waiting: 1, oldest: Some(since) });
        scene.answer(id, "已收到").await.unwrap();
        assert_eq!(counts(&scene.store, &scene.supervisor()).await.unwrap(), LetterCounts::default());
        let ours = counts_of(&scene.store, &scene.member()).await.unwrap();
        assert_eq!(ours, OurCounts { waiting: 0, answered: 1 });
    })
    .await;
}

#[tokio::test]
async fn the_bureau_does_not_answer_past_words_that_it_has_not_seen() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.sent("场地被占用").await;
        let older = scene.seen(id).await;
        ask_again(&scene.store, &scene.member(), id, "补充：二楼", None, once()).await.unwrap();
        for tried in [
            answer(&scene.store, &scene.officer(), older, "已收到", None, once()).await,
            close(&scene.store, &scene.officer(), older, "已办", once()).await,
        ] {
            assert!(matches!(tried, Err(LetterError::Store(StoreError::Stale))), "{tried:?}");
        }
        scene.close(id, "已办").await.unwrap();
        let tried = scene.answer(id, "再说一句").await;
        assert!(matches!(tried, Err(LetterError::Step(Refusal::NoSuchStep { .. }))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn anothers_letter_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.sent("场地被占用").await;
        let sibling = system().member(scene.base.id, scene.sibling);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().supervisor(elsewhere.id);
        assert!(matches!(one_of(&scene.store, &sibling, id).await, Err(LetterError::NotFound)));
        assert!(matches!(one(&scene.store, &foreign, id).await, Err(LetterError::NotFound)));
        assert_eq!(list_of(&scene.store, &sibling, Paging::default()).await.unwrap().total, 0);
        let listed = list(&scene.store, &foreign, &LetterFilter::default(), Paging::default()).await.unwrap();
        assert_eq!((listed.total, counts(&scene.store, &foreign).await.unwrap().waiting), (0, 0));
        let spoken = ask_again(&scene.store, &sibling, id, "你好", None, once()).await;
        assert!(matches!(spoken, Err(LetterError::NotFound)), "{spoken:?}");
        let seen = scene.seen(id).await;
        let answered = answer(&scene.store, &system().bureau(elsewhere.id), seen, "你好", None, once()).await;
        assert!(matches!(answered, Err(LetterError::NotFound)), "{answered:?}");
    })
    .await;
}

#[tokio::test]
async fn the_audit_log_tells_neither_words_nor_person_nor_organisation() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.sent("场地被占用").await;
        scene.answer(id, "下周到现场看").await.unwrap();
        ask_again(&scene.store, &scene.member(), id, "还没有来", None, once()).await.unwrap();
        scene.close(id, "场地已腾退").await.unwrap();
        let events = audit_event::Entity::find()
            .filter(audit_event::Column::Subject.eq(id.to_string()))
            .order_by_asc(audit_event::Column::Seq)
            .all(scene.store.read())
            .await
            .unwrap();
        let deeds: Vec<_> = events.iter().map(|event| event.action.as_str()).collect();
        let expected =
            ["bureau_letter.sent", "bureau_letter.answered", "bureau_letter.spoken_of", "bureau_letter.closed"];
        assert_eq!(deeds, expected);
        for event in events {
            assert_eq!((event.detail.as_str(), event.account_id), ("{}", None), "{}", event.action);
            let by_staff = matches!(event.action.as_str(), "bureau_letter.sent" | "bureau_letter.spoken_of");
            assert_eq!(event.actor != system().actor().name, by_staff, "{}: {}", event.action, event.actor);
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_accepted_leaves_nothing_and_sending_twice_sends_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let tried = send(&scene.store, &scene.member(), &typed("", " "), None, once()).await;
        let Err(LetterError::Invalid(problems)) = tried else { panic!("{tried:?}") };
        assert_eq!(problems.iter().map(|one| one.field).collect::<Vec<_>>(), [Field::Kind, Field::Words]);
        let letter = typed("question", "年检找谁");
        let intent = Intent::new("bureau_line.send", "one key", &letter);
        let first = send(&scene.store, &scene.member(), &letter, None, intent.clone()).await.unwrap();
        let second = send(&scene.store, &scene.member(), &letter, None, intent).await.unwrap();
        assert_eq!(first, second);
        assert_eq!(list_of(&scene.store, &scene.member(), Paging::default()).await.unwrap().total, 1);
    })
    .await;
}

#[tokio::test]
async fn the_list_is_narrowed_and_the_longest_wait_comes_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let closed = scene.sent("门禁").await;
        scene.close(closed, "已修").await.unwrap();
        let first = scene.sent("场地被占用").await;
        scene.at("2026-04-10 10:00");
        let sibling = system().member(scene.base.id, scene.sibling);
        let second = send(&scene.store, &sibling, &typed("question", "年检找谁"), None, once()).await.unwrap();
        scene.at("2026-04-11 10:00");
        let answered = scene.sent("空调").await;
        scene.answer(answered, "已报修").await.unwrap();
        let found = async |filter: LetterFilter| -> Vec<Uuid> {
            let listed = list(&scene.store, &scene.supervisor(), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|row| row.id).collect()
        };
        assert_eq!(found(LetterFilter::default()).await, [first, second, answered, closed]);
        let state = LetterFilter { state: Some(State::Closed), ..LetterFilter::default() };
        assert_eq!(found(state).await, [closed]);
        let kind = LetterFilter { kind: Some(LetterKind::Question), ..LetterFilter::default() };
        assert_eq!(found(kind).await, [second]);
        for search in ["年检", "秋实"] {
            assert_eq!(found(LetterFilter { search: search.into(), ..LetterFilter::default() }).await, [second]);
        }
        let ours = list_of(&scene.store, &scene.member(), Paging::default()).await.unwrap();
        assert_eq!(ours.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [first, answered, closed]);
    })
    .await;
}

#[tokio::test]
async fn a_letters_files_are_opened_by_those_who_read_it_and_by_nobody_else() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = support::files();
        let with = async |name: &str| prepare(&files, scene.base.id, support::paper(name)).await.unwrap();
        let (first, more, answered) = (with("一.pdf").await, with("二.pdf").await, with("三.pdf").await);
        let letter = typed("complaint", "场地被占用");
        let id = send(&scene.store, &scene.member(), &letter, Some(&first), once()).await.unwrap();
        ask_again(&scene.store, &scene.member(), id, "补充照片", Some(&more), once()).await.unwrap();
        let seen = scene.seen(id).await;
        answer(&scene.store, &scene.officer(), seen, "附处理单", Some(&answered), once()).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!(page.files[0].name, "一.pdf");
        let said: Vec<_> = page.messages.iter().map(|one| one.files[0].name.as_str()).collect();
        assert_eq!(said, ["二.pdf", "三.pdf"]);

        let own = scene.member();
        let sibling = system().member(scene.base.id, scene.sibling);
        let supervisor = system().supervisor(scene.base.id);
        let elsewhere = system().supervisor(support::base(&scene.store, "elsewhere").await.id);
        let manager = system().manager(scene.base.id);
        let of_sibling = Subject::on_behalf(&scene.store, &manager, scene.ours).await.unwrap();
        for file in [page.files[0].id, page.messages[0].files[0].id, page.messages[1].files[0].id] {
            let opened =
                async |past: Past<'_>| open_past_operator(&scene.store, &files, past, file, Form::Whole).await.is_ok();
            assert!(opened(Past::Organisation(&own)).await && opened(Past::Supervisor(&supervisor)).await);
            assert!(!opened(Past::Organisation(&sibling)).await && !opened(Past::Supervisor(&elsewhere)).await);
            for scope in [Scope::from(&manager), Scope::from(&own)] {
                let read = open(&scene.store, &files, scope, file, Form::Whole).await;
                assert!(matches!(read, Err(EvidenceError::NotFound)), "no way leads past the letter");
            }
            let taken = remove(&scene.store, &of_sibling, file, once()).await;
            assert!(matches!(taken, Err(EvidenceError::NotFound)), "{taken:?}");
        }
        let told = audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq("attachment.added"))
            .one(scene.store.read())
            .await
            .unwrap();
        assert!(told.is_none(), "the audit log has letters without their files");
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
