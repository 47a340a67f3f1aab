//! The trainings, visits, funds and matches of the demo.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use hatchboard::{
    coaching::{Method, Visit, VisitText, entity as visit},
    funding::{
        Fund, FundText, Payment, PaymentText,
        entity::{fund, fund_payment},
    },
    matched_project::{self, MatchedProject, ProjectText, entity as project},
    training::{
        State, Tally, Training, TrainingText,
        entity::{training, training_attendance, training_invitation},
        store::tally,
    },
};
use uuid::Uuid;

use crate::{all, day, load, small, support::on_every_database, wanted};

/// Cents as one would type them.
fn typed(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

#[tokio::test]
async fn every_record_is_one_that_its_form_would_take() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let today = small().on;
        for row in all::<training::Entity>(&store).await {
            let text = TrainingText {
                title: row.title.clone(),
                topic: row.topic,
                teacher: row.teacher,
                held_on: row.held_on.to_string(),
                begins_at: format!("{}:{:02}", row.begins_at / 60, row.begins_at % 60),
                hours: format!("{}.{:02}", row.minutes / 60, row.minutes % 60 * 100 / 60),
                place: row.place,
                material: row.material,
                invite: "all".to_owned(),
                ..TrainingText::default()
            };
            Training::judge(&text, today).expect(&row.title);
        }
        for row in all::<visit::Entity>(&store).await {
            let text = VisitText {
                organisation: row.organisation_id.to_string(),
                visited_on: row.visited_on.to_string(),
                visitor: row.visitor,
                method: row.method,
                looked_at: row.looked_at,
                agreed: row.agreed,
                next_step: row.next_step,
                next_by: row.next_by.map(|day| day.to_string()).unwrap_or_default(),
            };
            Visit::judge(&text, today).expect("a visit");
        }
        for row in all::<project::Entity>(&store).await {
            let text = ProjectText {
                organisation: row.organisation_id.to_string(),
                name: row.name,
                partner: row.partner,
                amount: typed(row.amount),
                matched_on: row.matched_on.to_string(),
                state: row.state,
                words: row.words,
            };
            MatchedProject::judge(&text, today).expect("a match");
        }
        for row in all::<fund::Entity>(&store).await {
            let text = FundText {
                source: row.source,
                organisation: row.organisation_id.map(|id| id.to_string()).unwrap_or_default(),
                pledged: typed(row.pledged),
                pledged_on: row.pledged_on.to_string(),
                evidence: row.evidence,
            };
            Fund::judge(&text, today).expect("a pledge");
        }
        for row in all::<fund_payment::Entity>(&store).await {
            let text = PaymentText {
                received: typed(row.received),
                received_on: row.received_on.to_string(),
                evidence: row.evidence,
            };
            Payment::judge(&text, today).expect("a payment");
        }
    })
    .await;
}

#[tokio::test]
async fn one_session_is_today_one_lies_ahead_and_nobody_comes_before_its_day() {
    for on in ["2026-04-09", "2026-02-20", "2026-01-01"] {
        on_every_database(async |store| {
            load(&store, wanted(on)).await.expect("a demo");
            let sessions: BTreeMap<Uuid, training::Model> =
                all::<training::Entity>(&store).await.into_iter().map(|row| (row.id, row)).collect();
            let days = |state: State| -> BTreeSet<NaiveDate> {
                let of = sessions.values().filter(|row| row.state == state.code());
                of.map(|row| row.held_on).collect()
            };
            let planned = days(State::Planned);
            assert_eq!(planned.len(), 2, "{on}");
            assert!(planned.contains(&day(on)) && planned.iter().any(|held_on| *held_on > day(on)), "{on}");
            assert_eq!(days(State::Cancelled).len(), 1, "{on}");
            assert!(days(State::Held).iter().all(|held_on| *held_on < day(on)), "{on}");
            let came = all::<training_attendance::Entity>(&store).await;
            assert!(came.iter().any(|row| row.by_link) && came.iter().any(|row| !row.by_link), "{on}");
            assert!(came.iter().any(|row| row.outside.is_some()), "{on}");
            for row in &came {
                let session = &sessions[&row.training_id];
                let signed = row.entered_at.with_timezone(&chrono_tz::Asia::Shanghai).date_naive();
                assert_eq!((session.state.as_str(), session.held_on), (State::Held.code(), signed), "{on}");
            }
            let invited = all::<training_invitation::Entity>(&store).await;
            assert!(sessions.keys().all(|id| invited.iter().any(|row| row.training_id == *id)), "{on}");
        })
        .await;
    }
}

#[tokio::test]
async fn attendances_people_and_organisations_differ_and_no_pledge_is_exceeded() {
    on_every_database(async |store| {
        load(&store, small()).await.expect("a demo");
        let base = all::<training::Entity>(&store).await[0].base_id;
        let (first, last) = (day("2025-04-09"), small().on);
        let told = tally(store.read(), base, first, last).await.expect("a tally");
        let Tally { sessions, attendances, people, organisations } = told;
        assert!(sessions < organisations && organisations < people && people < attendances, "{told:?}");

        let methods: BTreeSet<String> = all::<visit::Entity>(&store).await.into_iter().map(|row| row.method).collect();
        assert_eq!(methods, Method::ALL.iter().map(|method| method.code().to_owned()).collect());
        let states: BTreeSet<String> = all::<project::Entity>(&store).await.into_iter().map(|row| row.state).collect();
        assert_eq!(states, matched_project::State::ALL.iter().map(|state| state.code().to_owned()).collect());

        let mut received: BTreeMap<Uuid, i64> = BTreeMap::new();
        let payments = all::<fund_payment::Entity>(&store).await;
        for row in &payments {
            *received.entry(row.fund_id).or_default() += row.received;
        }
        let funds = all::<fund::Entity>(&store).await;
        let stands = |row: &fund::Model| (row.pledged - received.get(&row.id).copied().unwrap_or(0)).signum();
        assert_eq!(funds.iter().map(stands).collect::<BTreeSet<_>>(), [0, 1].into());
        assert!(funds.iter().any(|row| !received.contains_key(&row.id)), "one is only pledged");
        assert!(
            funds.iter().any(|row| row.organisation_id.is_none())
                && funds.iter().any(|row| row.organisation_id.is_some())
        );
        assert!(payments.iter().any(|row| row.received_on.year() == last.year()));
    })
    .await;
}
