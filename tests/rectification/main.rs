//! Rectifications as they are kept, on every database.

#[path = "../support/cast.rs"]
mod cast;
mod ends;
mod files;
mod found;
mod own;
#[path = "../support/mod.rs"]
mod support;
mod waiting;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use hatchboard::{
    access::{Member, Overseer, Scope},
    audit::Deed,
    base::Base,
    incubation::entity::reporting_span,
    rectification::{
        Field, FindingText, FoundIn, Party, State, Tally, Timely,
        store::{
            OrganisationCounts, Rectification, RectificationError, RectificationFilter, Repairer, Seen, Subject, Waits,
            close, counts_of, give, late_within, list, listing::rectifications, one, open_of, report, send_back,
            timely_within, waits, week_of,
        },
    },
    store::{Begun, Intent, Paging, Store, StoreError},
    weekly_report::{
        self, Draft,
        store::{AsAt, draft::save, read::report_of},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::support::{on_every_database, system};

/// A base with two organisations. The clock stands on Thursday, 9 April 2026.
pub(crate) struct Scene {
    store: Store,
    base: Base,
    ours: Uuid,
    sibling: Uuid,
}

pub(crate) fn once() -> Intent {
    Intent::once("test")
}

fn finding(due_on: &str) -> FindingText {
    FindingText {
        source: "visit".into(), words: "灭火器过期".into(), owner: "李强".into(), due_on: due_on.to_owned()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
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

    fn operator(&self) -> Overseer {
        system().manager(self.base.id).as_overseer()
    }

    fn bureau(&self) -> Overseer {
        system().bureau(self.base.id).as_overseer()
    }

    fn member(&self) -> Member {
        system().member(self.base.id, self.ours)
    }

    async fn given(&self, by: &Overseer, subject: Subject, due_on: &str) -> Uuid {
        give(&self.store, by, subject, None, &finding(due_on), once()).await.unwrap()
    }

    async fn page(&self, id: Uuid) -> Rectification {
        one(&self.store, Scope::from(&self.operator()), id).await.unwrap()
    }

    async fn seen(&self, id: Uuid) -> Seen {
        Seen { id, row_version: self.page(id).await.row_version }
    }

    async fn report(&self, as_whom: &Repairer, id: Uuid) -> Result<(), RectificationError> {
        report(&self.store, as_whom, self.seen(id).await, "已更换四只，附发票与照片。", None, once()).await
    }

    async fn close(&self, by: &Overseer, id: Uuid) -> Result<(), RectificationError> {
        close(&self.store, by, self.seen(id).await, "", once()).await
    }
}

#[tokio::test]
async fn a_fault_is_repaired_sent_back_repaired_again_and_closed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, ours) = (scene.operator(), Repairer::from(&scene.member()));
        let id = scene.given(&operator, Subject::Organisation(scene.ours), "2026-04-14").await;
        let page = scene.page(id).await;
        assert_eq!((page.state, page.timely, page.name.as_str()), (State::Open, Timely::Pending, "春晖"));
        scene.report(&ours, id).await.unwrap();
        assert_eq!(scene.page(id).await.timely, Timely::Awaiting);
        scene.at("2026-04-15 09:00");
        let seen = scene.seen(id).await;
        let tried = send_back(&scene.store, &operator, seen, " ", once()).await;
        assert!(matches!(&tried, Err(RectificationError::Invalid(problems)) if problems[0].field == Field::Words));
        send_back(&scene.store, &operator, seen, "还差二楼一只", once()).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.state, page.timely), (State::Open, Timely::Overdue), "its day stays");
        assert_eq!(page.sent_back_for, "还差二楼一只");
        scene.report(&ours, id).await.unwrap();
        scene.close(&operator, id).await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.state, page.timely, page.sent_back_for.as_str()), (State::Closed, Timely::Late, ""));
    })
    .await;
}

#[tokio::test]
async fn the_bureau_closes_what_it_gave_and_what_concerns_the_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, bureau) = (scene.operator(), scene.bureau());
        let theirs = scene.given(&bureau, Subject::Organisation(scene.ours), "2026-04-14").await;
        scene.report(&Repairer::from(&scene.member()), theirs).await.unwrap();
        assert!(matches!(scene.close(&operator, theirs).await, Err(RectificationError::Step(_))));
        scene.close(&bureau, theirs).await.unwrap();

        let own = scene.given(&bureau, Subject::Base, "2026-04-14").await;
        assert_eq!(scene.page(own).await.name, scene.base.name);
        scene.report(&Repairer::from(&system().manager(scene.base.id)), own).await.unwrap();
        assert!(matches!(scene.close(&operator, own).await, Err(RectificationError::Step(_))));
        scene.close(&bureau, own).await.unwrap();

        let tried = give(&scene.store, &operator, Subject::Base, None, &finding("2026-04-14"), once()).await;
        assert!(matches!(tried, Err(RectificationError::Step(_))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn anothers_is_not_there_and_what_changed_since_it_was_seen_is_not_done() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let operator = scene.operator();
        let id = scene.given(&operator, Subject::Organisation(scene.ours), "2026-04-14").await;
        let sibling = system().member(scene.base.id, scene.sibling);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().manager(elsewhere.id);
        for scope in [Scope::from(&sibling), Scope::from(&foreign)] {
            assert!(matches!(one(&scene.store, scope, id).await, Err(RectificationError::NotFound)));
            let listed = list(&scene.store, scope, &RectificationFilter::default(), Paging::default()).await.unwrap();
            assert_eq!(listed.total, 0);
        }
        let own = system().manager(scene.base.id);
        for repairer in [Repairer::from(&sibling), Repairer::from(&foreign), Repairer::from(&own)] {
            assert!(matches!(scene.report(&repairer, id).await, Err(RectificationError::NotFound)));
        }
        let by_foreign = foreign.as_overseer();
        assert!(matches!(scene.close(&by_foreign, id).await, Err(RectificationError::NotFound)));
        let subject = Subject::Organisation(scene.ours);
        let for_it = give(&scene.store, &by_foreign, subject, None, &finding("2026-04-14"), once()).await;
        assert!(matches!(for_it, Err(RectificationError::NotFound)), "{for_it:?}");
        let none = Uuid::now_v7();
        let sheet = FoundIn::Sheet("2026-Q1".parse().unwrap());
        for found in [FoundIn::Report(none), sheet, FoundIn::Visit(none), FoundIn::Coaching(none)] {
            let of_none = give(&scene.store, &operator, subject, Some(found), &finding("2026-04-14"), once()).await;
            assert!(matches!(of_none, Err(RectificationError::NotFound)), "{found}: {of_none:?}");
        }

        let older = scene.seen(id).await;
        let ours = Repairer::from(&scene.member());
        scene.report(&ours, id).await.unwrap();
        let again = close(&scene.store, &operator, older, "", once()).await;
        assert!(matches!(again, Err(RectificationError::Store(StoreError::Stale))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn what_was_not_repaired_by_its_day_is_counted_by_subject_and_open_ones_block_hatching() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, bureau) = (scene.operator(), scene.bureau());
        let ours = Subject::Organisation(scene.ours);
        let repairer = Repairer::from(&scene.member());
        let in_time = scene.given(&operator, ours, "2026-04-20").await;
        let late = scene.given(&operator, ours, "2026-04-10").await;
        let untouched = scene.given(&operator, ours, "2026-04-11").await;
        // Falls due in another quarter.
        scene.given(&operator, ours, "2026-07-01").await;
        let own = scene.given(&bureau, Subject::Base, "2026-06-30").await;
        let own_late = scene.given(&bureau, Subject::Base, "2026-04-10").await;
        let waiting = scene.given(&bureau, Subject::Base, "2026-04-20").await;
        scene.at("2026-04-12 10:00");
        for id in [in_time, late] {
            scene.report(&repairer, id).await.unwrap();
            scene.close(&operator, id).await.unwrap();
        }
        let manager = Repairer::from(&system().manager(scene.base.id));
        for id in [own, own_late, waiting] {
            scene.report(&manager, id).await.unwrap();
        }
        for id in [own, own_late] {
            scene.close(&bureau, id).await.unwrap();
        }
        let (db, base) = (scene.store.read(), scene.base.id);
        let quarter = || day("2026-04-01")..=day("2026-06-30");
        let now = AsAt::now(scene.store.now());
        let counted = late_within(db, base, quarter(), &now).await.unwrap();
        assert_eq!(counted, HashMap::from([(scene.ours, 2), (base, 1)]));
        let of_base = timely_within(db, base, quarter(), true, &now).await.unwrap();
        assert_eq!(of_base, Tally { on_time: 1, due: 2 }, "what waits to be closed is held against nobody");
        let of_organisations = timely_within(db, base, quarter(), false, &now).await.unwrap();
        assert_eq!(of_organisations, Tally { on_time: 1, due: 3 });
        assert_eq!(open_of(db, base, scene.ours).await.unwrap(), 2);
        assert_eq!(open_of(db, base, scene.sibling).await.unwrap(), 0);
        let reader = scene.member().as_reader();
        let counts = counts_of(&scene.store, &reader, day("2026-04-12")).await.unwrap();
        assert_eq!(counts, OrganisationCounts { open: 2, overdue: 1, reported: 0 });
        let waiting_at_base = waits(&scene.store, &system().reader(base)).await.unwrap();
        assert_eq!(
            waiting_at_base,
            Waits { for_operator: 0, for_bureau: 1 },
            "what organisations repair waits for them"
        );

        let found = async |filter: RectificationFilter| -> Vec<Uuid> {
            let scope = Scope::from(&scene.operator());
            let listed = list(&scene.store, scope, &filter, Paging::default()).await.unwrap();
            listed.rows.into_iter().map(|row| row.id).collect()
        };
        assert_eq!(found(RectificationFilter { overdue: true, ..RectificationFilter::default() }).await, [untouched]);
        let reported = RectificationFilter { state: Some(State::Reported), ..RectificationFilter::default() };
        assert_eq!(found(reported).await, [waiting]);
        let all = found(RectificationFilter::default()).await;
        assert_eq!((all.len(), all[0]), (7, untouched), "what waits comes first, by its day");
        let of_base =
            RectificationFilter { of_base: true, quarter: "2026-Q2".parse().ok(), ..RectificationFilter::default() };
        assert_eq!(found(of_base).await.len(), 3);
        let before = RectificationFilter { quarter: "2026-Q1".parse().ok(), ..RectificationFilter::default() };
        assert_eq!(found(before).await.len(), 0);
        for (party, expected) in [(Party::Operator, 0), (Party::Bureau, 1), (Party::Organisation, 2)] {
            let filter = RectificationFilter { waits: Some(party), ..RectificationFilter::default() };
            assert_eq!(found(filter).await.len(), expected, "{party}");
        }
        let search = RectificationFilter { search: "春晖".into(), ..RectificationFilter::default() };
        assert_eq!(found(search).await.len(), 4);
    })
    .await;
}

#[tokio::test]
async fn the_records_of_some_days_list_what_falls_due_on_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let operator = scene.operator();
        let own = scene.given(&scene.bureau(), Subject::Base, "2026-04-20").await;
        let ours = scene.given(&operator, Subject::Organisation(scene.ours), "2026-04-14").await;
        scene.given(&operator, Subject::Organisation(scene.sibling), "2026-04-21").await;
        scene.at("2026-04-15 09:00");
        scene.report(&Repairer::from(&scene.member()), ours).await.unwrap();
        scene.at("2026-04-16 09:00");
        scene.close(&operator, ours).await.unwrap();
        let reader = system().reader(scene.base.id);
        let found = rectifications(&scene.store, &reader, day("2026-04-14"), day("2026-04-20")).await.unwrap();
        let of: Vec<_> = found.iter().map(|one| (one.rectification, one.subject.as_str(), one.of_base)).collect();
        assert_eq!(of, [(ours, "春晖", false), (own, scene.base.name.as_str(), true)], "both days belong to it");
        let json = serde_json::to_value(&found).unwrap();
        assert_eq!((&json[0]["state"], &json[0]["due_on"]), (&"closed".into(), &"2026-04-14".into()));
        for (field, at) in
            [("given_at", "2026-04-09T10"), ("reported_at", "2026-04-15T09"), ("closed_at", "2026-04-16T09")]
        {
            assert!(json[0][field].as_str().unwrap().starts_with(at), "{field}: {json}");
        }
        assert_eq!((&json[1]["state"], &json[1]["reported_at"]), (&"open".into(), &serde_json::Value::Null));
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().reader(elsewhere.id);
        let theirs = rectifications(&scene.store, &foreign, day("2026-04-01"), day("2026-04-30")).await.unwrap();
        assert_eq!(theirs, []);
    })
    .await;
}

#[tokio::test]
async fn a_fault_leads_back_to_the_report_that_it_was_found_in_and_to_no_others() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (ours, theirs) = (begun(&scene, scene.ours).await, begun(&scene, scene.sibling).await);
        let (operator, subject) = (scene.operator(), Subject::Organisation(scene.ours));
        let found = Some(FoundIn::Report(theirs));
        let of_sibling = give(&scene.store, &operator, subject, found, &finding("2026-04-14"), once()).await;
        assert!(matches!(of_sibling, Err(RectificationError::NotFound)), "{of_sibling:?}");
        let found = Some(FoundIn::Report(ours));
        let id = give(&scene.store, &operator, subject, found, &finding("2026-04-14"), once()).await.unwrap();
        assert_eq!(scene.page(id).await.found_in, found);
        let reader = scene.member().as_reader();
        assert_eq!(week_of(&scene.store, &reader, ours).await.unwrap(), Some("2026-W15".parse().unwrap()));
        assert_eq!(week_of(&scene.store, &reader, theirs).await.unwrap(), None);
        let waiting = waits(&scene.store, &system().reader(scene.base.id)).await.unwrap();
        assert_eq!(waiting, Waits::default(), "it waits for the organisation");
        scene.report(&Repairer::from(&scene.member()), id).await.unwrap();
        let waiting = waits(&scene.store, &system().reader(scene.base.id)).await.unwrap();
        assert_eq!(waiting, Waits { for_operator: 1, for_bureau: 0 });
    })
    .await;
}

/// An organisation begins its report of the week that it is; the report's id.
async fn begun(scene: &Scene, organisation: Uuid) -> Uuid {
    let span = reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(scene.base.id),
        organisation_id: Set(organisation),
        first_week: Set("2026-W02".to_owned()),
        last_week: Set(None),
    };
    let Begun::Fresh(tx) = scene.store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
    tx.insert_all(vec![span]).await.unwrap();
    tx.audit(scene.base.id, system().actor(), Deed::IncubationEntered, "test", &());
    tx.commit("").await.unwrap();
    let member = system().member(scene.base.id, organisation);
    let (week, typed) = ("2026-W15".parse().unwrap(), Draft { done: "走访".into(), ..Draft::default() });
    save(&scene.store, &weekly_report::store::Subject::from(&member), week, &typed, 0).await.unwrap();
    report_of(&scene.store, &member.as_reader(), week).await.unwrap().unwrap()
}
