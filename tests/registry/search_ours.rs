//! What an organisation's staff find of their own record.

use hatchboard::{
    access::Member,
    audit::Deed,
    base::Base,
    bureau_line::{LetterText, store::send},
    incubation::entity::reporting_span,
    monthly_plan::{self, DraftItem},
    organisation::store::{ContactKeeper, PersonText, add_person},
    rectification::{
        FindingText,
        store::{Subject as Whom, give},
    },
    search::ours::{OwnFound, find},
    service_request::{AskingText, store::ask},
    store::{Begun, Store},
    training::{TrainingText, store::make},
    weekly_report::{
        Draft,
        store::{Sending, Subject, filing::submit},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use crate::{
    once,
    support::{base, on_every_database, organisation, system},
};

/// A base. The clock stands on Friday, 6 March.
async fn on_friday(store: &Store, slug: &str) -> Base {
    store.clock().set("2026-03-06T10:00:00+08:00".parse().unwrap());
    base(store, slug).await
}

/// An organisation that reports since January and has one record of each kind in which 义诊 stands: a report, a plan that
/// is being written, a request for help, a fault, a letter, a training and a person.
async fn busy(store: &Store, base: &Base, name: &str) -> Member {
    let id = organisation(store, base, name).await;
    let span = reporting_span::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(base.id),
        organisation_id: Set(id),
        first_week: Set("2026-W02".to_owned()),
        last_week: Set(None),
    };
    let Begun::Fresh(tx) = store.begin(system().actor(), once()).await.unwrap() else { panic!("it is new") };
    tx.insert_all(vec![span]).await.unwrap();
    tx.audit(base.id, system().actor(), Deed::IncubationEntered, "test", &());
    tx.commit("").await.unwrap();

    let (manager, member) = (system().manager(base.id), system().member(base.id, id));
    let subject = Subject::from(&member);
    let typed = Draft {
        done: "周三在社区做了一次义诊".into(),
        activities_count: "2".into(),
        attendances: "60".into(),
        help_kind: "none".into(),
        ..Draft::default()
    };
    submit(store, &subject, "2026-W10".parse().unwrap(), Sending { typed, seen: 0, on_device_at: None }, once())
        .await
        .unwrap();
    let items = vec![DraftItem { what: "社区义诊".into(), ..DraftItem::default() }];
    let draft = monthly_plan::Draft { items };
    monthly_plan::store::save(store, &subject, "2026-04".parse().unwrap(), draft, 0).await.unwrap();
    let help = AskingText { kind: "policy_advice".into(), words: "义诊要不要备案".into() };
    ask(store, &member, &help, None, once()).await.unwrap();
    let fault = FindingText {
        source: "visit".into(),
        words: "义诊的药箱没有清单".into(),
        owner: "李强".into(),
        due_on: "2026-03-20".into(),
    };
    give(store, &manager.as_overseer(), Whom::Organisation(id), None, &fault, once()).await.unwrap();
    let letter = LetterText { kind: "complaint".into(), words: "义诊的场地两次被占用".into() };
    send(store, &member, &letter, None, once()).await.unwrap();
    let session = TrainingText {
        title: "义诊怎么办".into(),
        topic: "finance".into(),
        teacher: "刘静".into(),
        held_on: "2026-03-18".into(),
        begins_at: "14:30".into(),
        hours: "2".into(),
        place: "基地三楼".into(),
        invite: "these".into(),
        organisations: vec![id.to_string()],
        ..TrainingText::default()
    };
    make(store, &manager, &session, once()).await.unwrap();
    let person = PersonText { name: "林静".into(), position: "义诊负责人".into(), ..PersonText::default() };
    add_person(store, &ContactKeeper::of(&manager, id), person, once()).await.unwrap();
    member
}

/// How many of each kind: reports, plans, sheets, services, rectifications, letters, trainings, visits, people.
fn numbers(found: &OwnFound) -> [usize; 9] {
    [
        found.reports.rows.len(),
        found.plans.rows.len(),
        found.sheets.rows.len(),
        found.services.rows.len(),
        found.rectifications.rows.len(),
        found.letters.rows.len(),
        found.trainings.rows.len(),
        found.visits.rows.len(),
        found.people.rows.len(),
    ]
}

const ONE_OF_EACH: [usize; 9] = [1, 1, 0, 1, 1, 1, 1, 0, 1];

#[tokio::test]
async fn staff_find_their_own_records_and_nobody_else_s() {
    on_every_database(|store| async move {
        let here = on_friday(&store, "a").await;
        let ours = busy(&store, &here, "春晖").await;
        let found = async |words: &str| find(&store, &ours, Some(&ours), words).await.unwrap();
        let alone = found("义诊").await;
        assert_eq!(numbers(&alone), ONE_OF_EACH);
        assert_eq!((alone.reports.rows[0].week.as_str(), alone.plans.rows[0].as_str()), ("2026-W10", "2026-04"));

        // Another organisation of the base has the same, and so has one of another base.
        let sibling = busy(&store, &here, "秋实").await;
        let there = base(&store, "b").await;
        busy(&store, &there, "晨曦").await;
        assert_eq!(found("义诊").await, alone);
        let theirs = find(&store, &sibling, Some(&sibling), "义诊").await.unwrap();
        assert_eq!(numbers(&theirs), ONE_OF_EACH);
        assert_ne!(theirs.services.rows[0].id, alone.services.rows[0].id);
        assert!(found("秋实").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn signs_are_found_and_the_names_of_fields_are_not() {
    on_every_database(|store| async move {
        let here = on_friday(&store, "a").await;
        let ours = busy(&store, &here, "春晖").await;
        let found = async |words: &str| numbers(&find(&store, &ours, Some(&ours), words).await.unwrap());
        assert_eq!(found("２０２６-w10").await, [1, 0, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(found("2026-04").await, [0, 1, 0, 0, 0, 0, 0, 0, 0]);
        assert_eq!(found("林").await, [0, 0, 0, 0, 0, 0, 0, 0, 1]);
        for words in ["what", "attendances", "%", "100%"] {
            assert_eq!(found(words).await, [0; 9], "{words}");
        }
    })
    .await;
}

#[tokio::test]
async fn letters_are_found_by_whoever_may_write_them_and_a_search_is_nine_statements() {
    on_every_database(|store| async move {
        let here = on_friday(&store, "a").await;
        let ours = busy(&store, &here, "春晖").await;
        let (found, statements) = store.count_statements(find(&store, &ours, Some(&ours), "义诊")).await;
        assert_eq!((found.unwrap().letters.rows.len(), statements), (1, 9));
        let (found, statements) = store.count_statements(find(&store, &ours, None, "义诊")).await;
        let found = found.unwrap();
        assert_eq!((found.letters.rows.len(), found.services.rows.len(), statements), (0, 1, 8));
        let (found, statements) = store.count_statements(find(&store, &ours, Some(&ours), " \u{3000}")).await;
        assert!(found.unwrap().is_empty() && statements == 0);
    })
    .await;
}
