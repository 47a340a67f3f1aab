//! What is done between the cut-off and the freeze: it is frozen as it stood at the cut-off.

use hatchboard::{
    assessment::{Facts, store::freeze_due},
    monthly_plan::{
        self, DraftItem, TypedOutcome,
        store::{PlanPage, SaidWith, Seen as Plan},
    },
    period::Month,
    store::Store,
    weekly_report::{
        Draft, DraftActivity,
        entity::weekly_report,
        store::{
            Reviewer, Sending, Subject, draft,
            exception::{NewException, Periods, Relief, Whom, give},
            filing,
            review::{self, Seen},
        },
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{on_every_database, system},
};

/// 春晖 with a report of the week of 18 March, and a plan of March that stands, of which the report tells the half. The
/// facts of organisations are cut off on the fourth working day, 7 April, at 18:00.
struct Quarter {
    scene: Scene,
}

impl Quarter {
    async fn planned(store: Store) -> Self {
        let quarter = Self::told(store).await;
        quarter.open().await;
        quarter
    }

    /// As [`Quarter::planned`], before the round is opened.
    async fn told(store: Store) -> Self {
        let quarter = Self { scene: Scene::set(store).await };
        quarter.scene.at("2026-03-02 10:00");
        quarter.submit("4", "").await;
        quarter.approve().await;
        quarter.tell("2026-W12", "2026-03-20 17:00", "2").await;
        quarter
    }

    async fn open(&self) {
        self.scene.at("2026-04-01 10:00");
        self.scene.open().await.unwrap();
    }

    fn author(&self) -> Subject {
        Subject::from(&self.scene.member.member(self.scene.ours).unwrap())
    }

    fn approver(&self) -> Reviewer {
        Reviewer::from(&system().manager(self.scene.base.id))
    }

    async fn plan(&self) -> PlanPage {
        let reader = self.scene.reader().of(self.scene.ours);
        monthly_plan::store::open(&self.scene.store, &reader, march()).await.unwrap()
    }

    async fn seen(&self) -> Plan {
        let plan = self.plan().await;
        Plan { plan: plan.id.unwrap(), row_version: plan.facts.row_version }
    }

    /// One item of so many; `why` of a change, which keeps the item.
    async fn submit(&self, quantity: &str, why: &str) {
        let plan = self.plan().await;
        let item = DraftItem {
            id: plan.items.first().map(|item| item.id.to_string()).unwrap_or_default(),
            what: "义诊".into(),
            quantity: quantity.into(),
            unit: "场".into(),
            responsible: "周敏".into(),
            due_on: "2026-03-20".into(),
            ..DraftItem::default()
        };
        let (typed, with) = (monthly_plan::Draft { items: vec![item] }, SaidWith { why, source: "" });
        let (store, author) = (&self.scene.store, self.author());
        monthly_plan::store::submit(store, &author, march(), typed, plan.draft_version, with, once()).await.unwrap();
    }

    async fn approve(&self) {
        let (store, seen) = (&self.scene.store, self.seen().await);
        monthly_plan::store::approve(store, &self.approver(), seen, once()).await.unwrap();
    }

    async fn change(&self) {
        let version = self.plan().await.facts.row_version;
        let store = &self.scene.store;
        monthly_plan::store::change(store, &self.author(), march(), version, once()).await.unwrap();
    }

    async fn close(&self, done: &str, outcome: &str) {
        let plan = self.plan().await;
        let typed = [TypedOutcome {
            item: plan.items[0].id.to_string(),
            done: done.into(),
            outcome: outcome.into(),
            reason: "补录".into(),
        }];
        let (store, author, version) = (&self.scene.store, self.author(), plan.facts.row_version);
        monthly_plan::store::close(store, &author, march(), &typed, version, once()).await.unwrap();
    }

    /// Files a week that tells of one activity of March, and this much of the plan's item.
    async fn tell(&self, week: &str, at: &str, quantity: &str) {
        self.scene.at(at);
        let on = if week == "2026-W12" { "2026-03-18" } else { "2026-03-25" };
        let (author, week) = (self.author(), week.parse().unwrap());
        let item = self.plan().await.items[0].id;
        let seen = draft::open(&self.scene.store, &author, week).await.unwrap().draft_version;
        let activity =
            DraftActivity {
                what: "义诊".into(), on: on.into(), attendances: "30".into(), ..DraftActivity::default()
            };
        let typed = Draft {
            done: "义诊".into(),
            activities_count: "1".into(),
            attendances: "30".into(),
            help_kind: "none".into(),
            activities: vec![activity],
            progress: [(item, quantity.to_owned())].into_iter().collect(),
            ..Draft::default()
        };
        let sending = Sending { typed, seen, on_device_at: None };
        filing::submit(&self.scene.store, &author, week, sending, once()).await.unwrap();
    }

    async fn report(&self, week: &str) -> weekly_report::Model {
        let report = weekly_report::Entity::find()
            .filter(weekly_report::Column::SubjectId.eq(self.scene.ours))
            .filter(weekly_report::Column::Week.eq(week));
        report.one(self.scene.store.read()).await.unwrap().unwrap()
    }

    async fn withdraw(&self, week: &str) {
        let (store, version) = (&self.scene.store, self.report(week).await.row_version);
        filing::withdraw(store, &self.author(), week.parse().unwrap(), version, once()).await.unwrap();
    }

    async fn send_back(&self, week: &str) {
        let row = self.report(week).await;
        let seen = Seen { report: row.id, row_version: row.row_version };
        review::send_back(&self.scene.store, &self.approver(), seen, "请附照片", once()).await.unwrap();
    }

    /// The rate of March, in hundredths of a percent; `None` without a plan.
    async fn rate(&self) -> Option<u32> {
        let page = self.scene.page().await;
        let Facts::Plans { months } = &page.facts["plan_completion"] else { panic!("March was asked for") };
        let march = months.iter().find(|month| month.month == march()).unwrap();
        march.planned.then_some(march.basis_points)
    }

    /// Does something after the cut-off, before the hourly run: the facts are those that the cut-off found.
    async fn frozen_whatever(&self, later: impl AsyncFnOnce(&Self)) {
        // The clock runs: what is looked at in the very minute of the cut-off is looked at after it.
        self.scene.at("2026-04-07 17:59");
        let at_the_cut_off = self.scene.page().await.facts;
        self.scene.at("2026-04-07 18:30");
        later(self).await;
        assert_eq!(freeze_due(&self.scene.store, self.scene.base.id).await.unwrap(), 2, "both organisations");
        assert_eq!(self.scene.page().await.facts, at_the_cut_off);
    }
}

fn march() -> Month {
    "2026-03".parse().unwrap()
}

#[tokio::test]
async fn a_months_result_that_is_entered_after_the_cut_off_does_not_count() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        assert_eq!(quarter.rate().await, Some(5_000));
        quarter.frozen_whatever(async |quarter| quarter.close("4", "").await).await;
        assert_eq!(quarter.rate().await, Some(5_000));
    })
    .await;
}

#[tokio::test]
async fn what_a_report_tells_after_the_cut_off_does_not_count_for_the_plan() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.frozen_whatever(async |quarter| quarter.tell("2026-W13", "2026-04-07 18:40", "2").await).await;
        assert_eq!(quarter.rate().await, Some(5_000));
    })
    .await;
}

#[tokio::test]
async fn a_report_that_is_withdrawn_or_filed_again_after_the_cut_off_counts_as_it_stood() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.frozen_whatever(async |quarter| quarter.withdraw("2026-W12").await).await;
        let facts = quarter.scene.page().await.facts;
        let Facts::Weeks { on_time, .. } = facts["weekly_on_time"] else { panic!("weeks were asked for") };
        assert_eq!((on_time, quarter.rate().await), (1, Some(5_000)));
    })
    .await;
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        let again = async |quarter: &Quarter| {
            quarter.withdraw("2026-W12").await;
            quarter.tell("2026-W12", "2026-04-07 18:40", "4").await;
        };
        quarter.frozen_whatever(again).await;
    })
    .await;
}

#[tokio::test]
async fn a_report_that_is_returned_after_the_cut_off_still_tells_what_it_told() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.frozen_whatever(async |quarter| quarter.send_back("2026-W12").await).await;
        assert_eq!(quarter.rate().await, Some(5_000));
    })
    .await;
    // What had been returned before and comes back after it had not come back.
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.scene.at("2026-04-07 10:00");
        quarter.send_back("2026-W12").await;
        quarter.frozen_whatever(async |quarter| quarter.tell("2026-W12", "2026-04-07 18:40", "2").await).await;
        assert_eq!(quarter.rate().await, Some(0));
    })
    .await;
}

#[tokio::test]
async fn a_change_of_a_plan_that_is_approved_after_the_cut_off_does_not_stand() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.scene.at("2026-04-07 10:00");
        quarter.change().await;
        quarter.submit("2", "场地只够两场").await;
        quarter.frozen_whatever(async |quarter| quarter.approve().await).await;
        assert_eq!(quarter.rate().await, Some(5_000), "two of four");
    })
    .await;
}

#[tokio::test]
async fn a_plan_that_nobody_decided_on_in_time_stands_since_then_whatever_is_written_later() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.change().await;
        // Nobody decides on it by the third working day, 7 April, 18:00: at the cut-off it waits.
        quarter.submit("2", "场地只够两场").await;
        quarter.frozen_whatever(async |quarter| quarter.change().await).await;
        assert_eq!(quarter.rate().await, Some(5_000), "two of four");
    })
    .await;
    on_every_database(async |store| {
        let quarter = Quarter::told(store).await;
        quarter.scene.at("2026-03-30 10:00");
        quarter.change().await;
        // Its third working day is 2 April.
        quarter.submit("2", "场地只够两场").await;
        quarter.open().await;
        quarter.frozen_whatever(async |quarter| quarter.change().await).await;
        assert_eq!(quarter.rate().await, Some(10_000), "two of two");
    })
    .await;
}

#[tokio::test]
async fn an_item_that_is_released_after_the_cut_off_had_been_asked_for() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        quarter.close("2", "dropped").await;
        let release = async |quarter: &Quarter| {
            let (store, seen) = (&quarter.scene.store, quarter.seen().await);
            let item: Uuid = quarter.plan().await.items[0].id;
            monthly_plan::store::release(store, &quarter.approver(), seen, item, true, once()).await.unwrap();
        };
        quarter.frozen_whatever(release).await;
        assert_eq!(quarter.rate().await, Some(5_000), "it counted");
    })
    .await;
}

#[tokio::test]
async fn an_excuse_that_is_given_after_the_cut_off_excuses_nothing() {
    on_every_database(async |store| {
        let quarter = Quarter::planned(store).await;
        let excuse = async |quarter: &Quarter| {
            for periods in [Periods::Months(vec![march()]), Periods::Weeks(vec!["2026-W11".parse().unwrap()])] {
                let new = NewException {
                    whom: Whom::These(vec![quarter.scene.ours]),
                    periods,
                    relief: Relief::Excuse,
                    reason: "场地维修".to_owned(),
                    proof: String::new(),
                };
                give(&quarter.scene.store, &quarter.approver(), &new, once()).await.unwrap();
            }
        };
        quarter.frozen_whatever(excuse).await;
    })
    .await;
}
