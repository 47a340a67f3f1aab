//! Service requests as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{Manager, Member, Scope},
    base::Base,
    evidence::store::{Form, open, prepare, remove},
    service_request::{
        AcceptText, AskingText, Field, HelpKind, RatingText, Refusal, State, Timely,
        store::{
            OnTime, OrganisationCounts, RequestFilter, RequestPage, Seen, ServiceCounts, ServiceError, Voice, accept,
            ask, ask_for, counts, counts_of, decline, finish, list, listing::requests, on_time, one, rate, reopen, say,
            withdraw,
        },
    },
    store::{Intent, Paging, Store, StoreError},
    weekly_report::store::Subject,
};
mod ages;
mod board;
mod links;
mod visits;

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

fn asking(kind: &str, words: &str) -> AskingText {
    AskingText { kind: kind.to_owned(), words: words.to_owned() }
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

    fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    fn manager(&self) -> Manager {
        system().manager(self.base.id)
    }

    fn member(&self) -> Member {
        system().member(self.base.id, self.ours)
    }

    async fn asked(&self) -> Uuid {
        ask(&self.store, &self.member(), &asking("policy_advice", "年检怎么办理"), None, once()).await.unwrap()
    }

    async fn page(&self, id: Uuid) -> RequestPage {
        one(&self.store, Scope::from(&self.manager()), id).await.unwrap()
    }

    async fn seen(&self, request: Uuid) -> Seen {
        Seen { request, row_version: self.page(request).await.row_version }
    }

    async fn accept(&self, id: Uuid, due_on: &str) -> Result<(), ServiceError> {
        let typed = AcceptText { kind: "policy_advice".into(), owner: "周敏".into(), due_on: due_on.to_owned() };
        accept(&self.store, &self.manager(), self.seen(id).await, &typed, once()).await
    }

    async fn finish(&self, id: Uuid) {
        finish(&self.store, &self.manager(), self.seen(id).await, "已代为预约，附办理指南。", once()).await.unwrap();
    }
}

#[tokio::test]
async fn a_request_is_accepted_done_and_rated() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.asked().await;
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.row.timely, page.row.kind), (State::Asked, None, HelpKind::PolicyAdvice));
        scene.accept(id, "2026-04-14").await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.row.timely), (State::UnderWay, Some(Timely::Pending)));
        assert_eq!((page.row.owner.as_str(), page.row.due_on.unwrap().to_string().as_str()), ("周敏", "2026-04-14"));
        scene.at("2026-04-14 17:00");
        scene.finish(id).await;
        assert_eq!(scene.page(id).await.row.timely, Some(Timely::OnTime));
        let typed = RatingText { rating: "5".into(), words: "很快".into() };
        rate(&scene.store, &scene.member(), scene.seen(id).await, &typed, once()).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.row.rating, page.rating_words.as_str()), (State::Rated, Some(5), "很快"));
    })
    .await;
}

#[tokio::test]
async fn what_was_not_enough_is_opened_again_once_and_its_day_stays() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.asked().await;
        scene.accept(id, "2026-04-14").await.unwrap();
        scene.finish(id).await;
        let again = async |id| {
            let seen = scene.seen(id).await;
            reopen(&scene.store, &scene.member(), seen, "还差一份表", once()).await
        };
        again(id).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.row.state, page.reopened, page.row.done_on), (State::UnderWay, true, None));
        assert_eq!(page.messages[0].words, "还差一份表", "what was missing is said where it is read");
        scene.at("2026-04-20 09:00");
        scene.finish(id).await;
        assert_eq!(scene.page(id).await.row.timely, Some(Timely::Late));
        let tried = again(id).await;
        assert!(matches!(tried, Err(ServiceError::Step(Refusal::ReopenedBefore))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn a_request_is_declined_with_a_reason_or_taken_back() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (declined, withdrawn) = (scene.asked().await, scene.asked().await);
        let seen = scene.seen(declined).await;
        let tried = decline(&scene.store, &scene.manager(), seen, " ", once()).await;
        assert!(matches!(&tried, Err(ServiceError::Invalid(problems)) if problems[0].field == Field::Words));
        decline(&scene.store, &scene.manager(), seen, "不在服务范围", once()).await.unwrap();
        let page = scene.page(declined).await;
        assert_eq!((page.row.state, page.result.as_str()), (State::Declined, "不在服务范围"));
        withdraw(&scene.store, &scene.member(), scene.seen(withdrawn).await, once()).await.unwrap();
        assert_eq!(scene.page(withdrawn).await.row.state, State::Withdrawn);
        let tried = scene.accept(withdrawn, "2026-04-14").await;
        assert!(matches!(tried, Err(ServiceError::Step(_))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn anothers_request_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.asked().await;
        let sibling = system().member(scene.base.id, scene.sibling);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().manager(elsewhere.id);
        for scope in [Scope::from(&sibling), Scope::from(&foreign)] {
            assert!(matches!(one(&scene.store, scope, id).await, Err(ServiceError::NotFound)));
            let listed = list(&scene.store, scope, &RequestFilter::default(), Paging::default()).await.unwrap();
            assert_eq!(listed.total, 0);
        }
        for voice in [Voice::from(&sibling), Voice::from(&foreign)] {
            assert!(matches!(say(&scene.store, &voice, id, "你好", None, once()).await, Err(ServiceError::NotFound)));
        }
        let seen = scene.seen(id).await;
        assert!(matches!(withdraw(&scene.store, &sibling, seen, once()).await, Err(ServiceError::NotFound)));
        let for_it =
            ask_for(&scene.store, &foreign, (scene.ours, None), &asking("training", "记账"), None, once()).await;
        assert!(matches!(for_it, Err(ServiceError::NotFound)), "{for_it:?}");
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_it_was_seen_is_not_done() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.asked().await;
        let older = scene.seen(id).await;
        scene.accept(id, "2026-04-14").await.unwrap();
        let tried = withdraw(&scene.store, &scene.member(), older, once()).await;
        assert!(matches!(tried, Err(ServiceError::Store(StoreError::Stale))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn both_sides_talk_and_sending_twice_says_it_once() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.asked().await;
        let (ours, theirs) = (Voice::from(&scene.member()), Voice::from(&scene.manager()));
        let intent = Intent::new("service_request.say", "one key", &"请带章程");
        say(&scene.store, &theirs, id, "请带章程", None, intent.clone()).await.unwrap();
        say(&scene.store, &theirs, id, "请带章程", None, intent).await.unwrap();
        say(&scene.store, &ours, id, "好的", None, once()).await.unwrap();
        let found: Vec<_> = scene.page(id).await.messages.into_iter().map(|one| (one.words, one.said_as)).collect();
        assert_eq!(found, [("请带章程".into(), "system".into()), ("好的".into(), "system".into())]);
    })
    .await;
}

#[tokio::test]
async fn lists_are_narrowed_and_what_waits_comes_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let manager = scene.manager();
        let asked = scene.asked().await;
        let under_way = scene.asked().await;
        scene.accept(under_way, "2026-04-10").await.unwrap();
        let for_sibling = asking("training", "想学记账");
        let other = ask_for(&scene.store, &manager, (scene.sibling, None), &for_sibling, None, once()).await.unwrap();
        scene.at("2026-04-13 09:00");
        let found = async |filter: RequestFilter| -> Vec<Uuid> {
            let listed = list(&scene.store, Scope::from(&manager), &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|row| row.id).collect()
        };
        let all = found(RequestFilter::default()).await;
        assert_eq!((all.len(), all[2]), (3, under_way), "what waits to be accepted comes first");
        assert_eq!(found(RequestFilter { overdue: true, ..RequestFilter::default() }).await, [under_way]);
        let kind = RequestFilter { kind: Some(HelpKind::Training), ..RequestFilter::default() };
        assert_eq!(found(kind).await, [other]);
        let due_in = |quarter: &str| RequestFilter { quarter: quarter.parse().ok(), ..RequestFilter::default() };
        let advice = [asked, under_way];
        assert_eq!(found(due_in("2026-Q2")).await, advice, "advice is due by its rule, other help once it is accepted");
        assert_eq!(found(due_in("2026-Q1")).await.len(), 0);
        for search in ["记账", "秋实"] {
            assert_eq!(found(RequestFilter { search: search.into(), ..RequestFilter::default() }).await, [other]);
        }
        let today = scene.base.day(scene.store.now());
        let reader = manager.as_reader();
        let counted = counts(&scene.store, &reader, today).await.unwrap();
        assert_eq!(counted, ServiceCounts { asked: 2, under_way: 1, overdue: 1 });
        let rate = async || on_time(&scene.store, &reader, scene.base.day(scene.store.now())).await.unwrap();
        assert_eq!(
            rate().await,
            OnTime { on_time: 0, due: 0 },
            "the third working day is the 14th, whatever was promised"
        );
        scene.finish(under_way).await;
        assert_eq!(rate().await, OnTime { on_time: 1, due: 1 });
        scene.at("2026-04-15 09:00");
        assert_eq!(
            rate().await,
            OnTime { on_time: 1, due: 2 },
            "what nobody has accepted is late once its day is over"
        );
        let of_ours = counts_of(&scene.store, &reader.of(scene.ours)).await.unwrap();
        assert_eq!(of_ours, OrganisationCounts { open: 1, to_rate: 1 });
        assert_eq!(scene.page(asked).await.row.name, "春晖");
        let seen = Seen { request: asked, row_version: 1 };
        decline(&scene.store, &manager, seen, "不在服务范围", once()).await.unwrap();
        assert_eq!(rate().await, OnTime { on_time: 1, due: 2 }, "nor does it help to decline it then");
        assert_eq!(found(due_in("2026-Q2")).await.len(), 2, "and it stands among what was due");
    })
    .await;
}

#[tokio::test]
async fn the_records_of_some_days_list_what_was_asked_for_on_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let done = scene.asked().await;
        scene.at("2026-04-11 00:30");
        let after_midnight = scene.asked().await;
        scene.accept(done, "2026-04-20").await.unwrap();
        scene.at("2026-04-14 17:00");
        scene.finish(done).await;
        let reader = scene.manager().as_reader();
        let listed = async |from: &str, to: &str| {
            let day = |text: &str| text.parse().unwrap();
            requests(&scene.store, &reader, day(from), day(to)).await.unwrap()
        };
        let found = listed("2026-04-09", "2026-04-10").await;
        let ids: Vec<_> = found.iter().map(|one| one.request).collect();
        assert_eq!(ids, [done], "the day is the base's");
        let json = serde_json::to_value(&found[0]).unwrap();
        assert_eq!((&json["kind"], &json["state"]), (&"policy_advice".into(), &"done".into()));
        assert_eq!((&json["due_on"], &json["done_on"]), (&"2026-04-20".into(), &"2026-04-14".into()));
        assert!(json["asked_at"].as_str().unwrap().starts_with("2026-04-09T10:00:00"), "{json}");
        assert!(json["since"].as_str().unwrap().starts_with("2026-04-14T17:00:00"), "{json}");
        assert_eq!(found[0].organisation, "春晖");
        let ids: Vec<_> = listed("2026-04-11", "2026-04-11").await.iter().map(|one| one.request).collect();
        assert_eq!(ids, [after_midnight]);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let (reader, day) = (system().reader(elsewhere.id), |text: &str| text.parse().unwrap());
        let theirs = requests(&scene.store, &reader, day("2026-04-01"), day("2026-04-30")).await;
        assert_eq!(theirs.unwrap(), []);
    })
    .await;
}

#[tokio::test]
async fn files_come_with_a_request_and_with_what_is_said_and_stay() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (files, folder) = support::files();
        let with = async |name: &str| prepare(&files, scene.base.id, support::paper(name)).await.unwrap();
        let (first, reply) = (with("账本.pdf").await, with("样表.pdf").await);
        let typed = asking("training", "想学记账");
        let intent = Intent::new("service_request.ask", "key", &"the form");
        let id = ask(&scene.store, &scene.member(), &typed, Some(&first), intent.clone()).await.unwrap();
        assert_eq!(ask(&scene.store, &scene.member(), &typed, Some(&first), intent).await.unwrap(), id);
        let manager = system().manager(scene.base.id);
        say(&scene.store, &Voice::from(&manager), id, "参考这份", Some(&reply), once()).await.unwrap();
        let page = one(&scene.store, Scope::from(&scene.member()), id).await.unwrap();
        let names: Vec<_> = page.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["账本.pdf"], "sent twice, it came once");
        assert_eq!(page.messages[0].files[0].name, "样表.pdf");

        let sibling = system().member(scene.base.id, scene.sibling);
        for file in [page.files[0].id, page.messages[0].files[0].id] {
            let opened = async |scope: Scope| open(&scene.store, &files, scope, file, Form::Whole).await.is_ok();
            assert!(opened(Scope::from(&scene.member())).await && opened(Scope::from(&manager)).await);
            assert!(!opened(Scope::from(&sibling)).await);
            let own = Subject::from(&scene.member());
            assert!(remove(&scene.store, &own, file, once()).await.is_err(), "what was said is not taken back");
        }
        std::fs::remove_dir_all(folder).unwrap();
    })
    .await;
}
