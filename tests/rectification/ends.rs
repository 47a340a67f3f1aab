//! What was given by mistake is withdrawn, and what takes longer is given more time.

use std::collections::HashMap;

use hatchboard::{
    access::Overseer,
    rectification::{
        ExtensionText, Fault, Field, Problem, State, Tally, Timely,
        store::{
            OrganisationCounts, RectificationError, Repairer, Subject, Waits, counts_of, extend, late_within,
            listing::rectifications, open_of, timely_within, waits, withdraw,
        },
    },
    store::StoreError,
    weekly_report::store::AsAt,
};
use uuid::Uuid;

use crate::{
    Scene, day, once,
    support::{self, on_every_database, system},
};

fn later(due_on: &str, words: &str) -> ExtensionText {
    ExtensionText { due_on: due_on.to_owned(), words: words.to_owned() }
}

impl Scene {
    async fn withdrawn(&self, by: &Overseer, id: Uuid) -> Result<(), RectificationError> {
        withdraw(&self.store, by, self.seen(id).await, "登记时看错了机构", once()).await
    }

    async fn extended(&self, by: &Overseer, id: Uuid, due_on: &str) -> Result<(), RectificationError> {
        extend(&self.store, by, self.seen(id).await, &later(due_on, "配件缺货"), once()).await
    }

    /// How many of 春晖 were late in the second quarter, and how many of the organisations' were closed in time.
    async fn counted(&self) -> (HashMap<Uuid, u32>, Tally) {
        let (db, base, now) = (self.store.read(), self.base.id, AsAt::now(self.store.now()));
        let quarter = || day("2026-04-01")..=day("2026-06-30");
        let late = late_within(db, base, quarter(), &now).await.unwrap();
        (late, timely_within(db, base, quarter(), false, &now).await.unwrap())
    }
}

#[tokio::test]
async fn what_was_given_by_mistake_is_withdrawn_stays_listed_and_counts_nowhere() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, ours) = (scene.operator(), Subject::Organisation(scene.ours));
        let open = scene.given(&operator, ours, "2026-04-14").await;
        let reported = scene.given(&operator, ours, "2026-04-10").await;
        scene.at("2026-04-20 10:00");
        scene.report(&Repairer::from(&scene.member()), reported).await.unwrap();
        assert_eq!(scene.counted().await, (HashMap::from([(scene.ours, 2)]), Tally { on_time: 0, due: 2 }));

        let seen = scene.seen(open).await;
        let wordless = withdraw(&scene.store, &operator, seen, " ", once()).await;
        assert!(matches!(&wordless, Err(RectificationError::Invalid(problems)) if problems[0].field == Field::Words));
        scene.withdrawn(&operator, open).await.unwrap();
        let stale = withdraw(&scene.store, &operator, seen, "又一次", once()).await;
        assert!(matches!(stale, Err(RectificationError::Step(_))), "{stale:?}");
        scene.withdrawn(&operator, reported).await.unwrap();

        let page = scene.page(open).await;
        assert_eq!((page.state, page.timely), (State::Withdrawn, Timely::Withdrawn));
        assert_eq!((page.withdrawn_for.as_str(), page.withdrawn_at.is_some()), ("登记时看错了机构", true));
        assert_eq!(scene.counted().await, (HashMap::new(), Tally::default()));
        let (db, base, reader) = (scene.store.read(), scene.base.id, system().reader(scene.base.id));
        assert_eq!(open_of(db, base, scene.ours).await.unwrap(), 0, "nothing blocks hatching");
        let counts = counts_of(&scene.store, &scene.member().as_reader(), day("2026-04-20")).await.unwrap();
        assert_eq!(counts, OrganisationCounts::default());
        assert_eq!(waits(&scene.store, &reader).await.unwrap(), Waits::default());
        let listed = rectifications(&scene.store, &reader, day("2026-04-01"), day("2026-04-30")).await.unwrap();
        let states: Vec<_> = listed.iter().map(|one| (one.state, one.withdrawn_at.is_some())).collect();
        assert_eq!(states, [(State::Withdrawn, true); 2]);
        let again = scene.report(&Repairer::from(&scene.member()), open).await;
        assert!(matches!(again, Err(RectificationError::Step(_))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_open_gets_more_time_and_its_first_day_stays_visible() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, ours) = (scene.operator(), Subject::Organisation(scene.ours));
        let id = scene.given(&operator, ours, "2026-04-14").await;
        let given = scene.page(id).await;
        scene.at("2026-04-16 10:00");
        assert_eq!(scene.page(id).await.timely, Timely::Overdue);
        for (due_on, fault) in [
            ("2026-04-14", Fault::InThePast { today: day("2026-04-16") }),
            ("2026-04-15", Fault::InThePast { today: day("2026-04-16") }),
        ] {
            let tried = scene.extended(&operator, id, due_on).await;
            let expected = vec![Problem { field: Field::DueOn, fault }];
            assert!(matches!(tried, Err(RectificationError::Invalid(found)) if found == expected), "{due_on}");
        }
        scene.extended(&operator, id, "2026-04-20").await.unwrap();
        scene.extended(&operator, id, "2026-04-27").await.unwrap();
        let page = scene.page(id).await;
        assert_eq!((page.state, page.timely, page.since), (State::Open, Timely::Pending, given.since));
        assert_eq!((page.due_on, page.first_due_on), (day("2026-04-27"), Some(day("2026-04-14"))));
        assert_eq!((page.extended_for.as_str(), page.row_version), ("配件缺货", 3));
        assert_eq!(scene.counted().await.0, HashMap::from([(scene.ours, 1)]), "not repaired by the end of the quarter");
        scene.report(&Repairer::from(&scene.member()), id).await.unwrap();
        let tried = scene.extended(&operator, id, "2026-05-08").await;
        assert!(matches!(tried, Err(RectificationError::Step(_))), "what is reported needs no time: {tried:?}");
        scene.close(&operator, id).await.unwrap();
        assert_eq!(scene.page(id).await.timely, Timely::OnTime);
        assert_eq!(scene.counted().await, (HashMap::new(), Tally { on_time: 1, due: 1 }));
        let tried = scene.withdrawn(&operator, id).await;
        assert!(matches!(tried, Err(RectificationError::Step(_))), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn whoever_gave_it_alone_lets_off_and_of_their_own_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (operator, bureau) = (scene.operator(), scene.bureau());
        let ours = Subject::Organisation(scene.ours);
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().manager(elsewhere.id).as_overseer();
        for (by, other, subject) in
            [(&operator, &bureau, ours), (&bureau, &operator, ours), (&bureau, &operator, Subject::Base)]
        {
            let id = scene.given(by, subject, "2026-04-14").await;
            let tried = scene.withdrawn(other, id).await;
            assert!(matches!(tried, Err(RectificationError::Step(_))), "{tried:?}");
            let tried = scene.extended(other, id, "2026-05-08").await;
            assert!(matches!(tried, Err(RectificationError::Step(_))), "{tried:?}");
            let tried = scene.withdrawn(&foreign, id).await;
            assert!(matches!(tried, Err(RectificationError::NotFound)), "{tried:?}");
            let tried = scene.extended(&foreign, id, "2026-05-08").await;
            assert!(matches!(tried, Err(RectificationError::NotFound)), "{tried:?}");
            let older = scene.seen(id).await;
            scene.extended(by, id, "2026-05-08").await.unwrap();
            let stale = withdraw(&scene.store, by, older, "重复", once()).await;
            assert!(matches!(stale, Err(RectificationError::Store(StoreError::Stale))), "{stale:?}");
            scene.withdrawn(by, id).await.unwrap();
        }
    })
    .await;
}
