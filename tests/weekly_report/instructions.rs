//! What the bureau asks of the base, until it is closed.

use hatchboard::{
    access::Role,
    account::Place,
    instruction::{
        State,
        store::{
            InstructionCounts, InstructionError, InstructionFault, InstructionFilter, NewInstruction, answer, close,
            counts, give, list, listing::instructions, one, send_back,
        },
    },
    store::{Intent, Paging},
};

use crate::{
    Scene,
    cast::{grant, signed_in, with_role},
    once,
    support::{self, on_every_database, system},
};

fn new(due_on: &str) -> NewInstruction {
    NewInstruction {
        title: "核实两家机构的人次".to_owned(),
        words: "请附签到表".to_owned(),
        owner: "李四".to_owned(),
        due_on: due_on.parse().unwrap(),
    }
}

#[tokio::test]
async fn an_instruction_is_answered_sent_back_answered_again_and_closed() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, bureau, manager) = (&scene.store, scene.bureau(), scene.manager());
        let reader = system().reader(scene.base.id);
        let intent = || Intent::new("instruction.give", "key", &"the form");
        let id = give(store, &bureau, &new("2026-03-06"), intent()).await.unwrap();
        assert_eq!(give(store, &bureau, &new("2026-03-06"), intent()).await.unwrap(), id);
        let early = close(store, &bureau, id, 1, "", once()).await;
        assert!(matches!(early, Err(InstructionError::Step(_))));
        answer(store, &manager, id, 1, "已核实", once()).await.unwrap();
        let wordless = send_back(store, &bureau, id, 2, " ", once()).await;
        assert!(
            matches!(wordless, Err(InstructionError::Invalid(faults)) if faults == [InstructionFault::WordsMissing])
        );
        send_back(store, &bureau, id, 2, "缺签到表", once()).await.unwrap();
        answer(store, &manager, id, 3, "已补签到表", once()).await.unwrap();
        close(store, &bureau, id, 4, "", once()).await.unwrap();
        let closed = one(store, &reader, id).await.unwrap();
        assert_eq!((closed.state, closed.answer.as_str(), closed.row_version), (State::Closed, "已补签到表", 5));
    })
    .await;
}

#[tokio::test]
async fn whoever_runs_the_base_as_well_does_not_close_what_it_answered() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, base) = (&scene.store, scene.base.id);
        let both = with_role(store, "both", base, Role::Bureau).await;
        grant(store, both, Place::Base { base, role: Role::Manager }).await;
        let who = signed_in(store, "both").await;
        let id = give(store, &scene.bureau(), &new("2026-03-06"), once()).await.unwrap();
        answer(store, &who.manager(base).unwrap(), id, 1, "已核实", once()).await.unwrap();
        let closed = close(store, &who.bureau(base).unwrap(), id, 2, "", once()).await;
        assert!(matches!(closed, Err(InstructionError::OwnSubject)), "{closed:?}");
        close(store, &scene.bureau(), id, 2, "", once()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_overdue_is_counted_and_comes_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, bureau) = (&scene.store, scene.bureau());
        let reader = system().reader(scene.base.id);
        let mut given = Vec::new();
        for day in ["2026-03-20", "2026-03-06", "2026-03-04"] {
            given.push(give(store, &bureau, &new(day), once()).await.unwrap());
        }
        answer(store, &scene.manager(), given[2], 1, "已办", once()).await.unwrap();
        scene.at("2026-03-09 09:00");
        let expected = InstructionCounts { open: 2, overdue: 1, answered: 1 };
        assert_eq!(counts(store, &reader, "2026-03-09".parse().unwrap()).await.unwrap(), expected);
        let shown = list(store, &reader, &InstructionFilter::default(), Paging::default()).await.unwrap();
        let order: Vec<_> = shown.rows.iter().map(|row| row.id).collect();
        assert_eq!((order, shown.rows[0].overdue), (vec![given[1], given[0], given[2]], true));
        let overdue = InstructionFilter { overdue: true, ..InstructionFilter::default() };
        assert_eq!(list(store, &reader, &overdue, Paging::default()).await.unwrap().total, 1);
        for (quarter, due) in [("2026-Q1", 3), ("2026-Q2", 0)] {
            let filter = InstructionFilter { quarter: quarter.parse().ok(), ..InstructionFilter::default() };
            assert_eq!(list(store, &reader, &filter, Paging::default()).await.unwrap().total, due, "{quarter}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_instruction_has_a_title_an_owner_and_a_day_ahead_and_belongs_to_one_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let empty = NewInstruction { title: " ".to_owned(), owner: String::new(), ..new("2026-03-01") };
        let refused = give(&scene.store, &scene.bureau(), &empty, once()).await;
        let Err(InstructionError::Invalid(faults)) = refused else { panic!("{refused:?}") };
        let expected = [InstructionFault::TitleMissing, InstructionFault::OwnerMissing, InstructionFault::DueInThePast];
        assert_eq!(faults, expected);
        let id = give(&scene.store, &scene.bureau(), &new("2026-03-06"), once()).await.unwrap();
        let foreign = support::base(&scene.store, "xiangtan").await;
        let found = one(&scene.store, &system().reader(foreign.id), id).await;
        assert!(matches!(found, Err(InstructionError::NotFound)));
        let answered = answer(&scene.store, &system().manager(foreign.id), id, 1, "已办", once()).await;
        assert!(matches!(answered, Err(InstructionError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn the_records_of_some_days_list_what_falls_due_on_them() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (store, bureau) = (&scene.store, scene.bureau());
        let mut given = Vec::new();
        for day in ["2026-03-20", "2026-03-06", "2026-03-21"] {
            given.push(give(store, &bureau, &new(day), once()).await.unwrap());
        }
        scene.at("2026-03-09 09:00");
        answer(store, &scene.manager(), given[1], 1, "已办", once()).await.unwrap();
        let reader = system().reader(scene.base.id);
        let day = |text: &str| text.parse().unwrap();
        let found = instructions(store, &reader, day("2026-03-06"), day("2026-03-20")).await.unwrap();
        let ids: Vec<_> = found.iter().map(|one| one.instruction).collect();
        assert_eq!(ids, [given[1], given[0]], "both days belong to it");
        let json = serde_json::to_value(&found).unwrap();
        assert_eq!((&json[0]["state"], &json[0]["due_on"]), (&"answered".into(), &"2026-03-06".into()));
        assert!(json[0]["answered_at"].as_str().unwrap().starts_with("2026-03-09T09:00:00"), "{json}");
        assert_eq!((&json[1]["state"], &json[1]["answered_at"]), (&"open".into(), &serde_json::Value::Null));
        let foreign = system().reader(support::base(store, "xiangtan").await.id);
        assert_eq!(instructions(store, &foreign, day("2026-03-01"), day("2026-03-31")).await.unwrap(), []);
    })
    .await;
}
