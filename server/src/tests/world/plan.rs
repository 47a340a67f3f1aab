//! The monthly plans of a subject.

use hatchboard::{
    monthly_plan::{
        Draft, DraftItem, TypedOutcome,
        store::{PlanPage, Saved, Seen, approve, close, open, submit},
    },
    period::Month,
    weekly_report::store::{Reviewer, Subject},
};

use super::{Maker, Place, once};

/// A plan that waits for its approver.
pub(super) async fn waiting(maker: &Maker, subject: &Subject, month: &str) -> PlanPage {
    let month: Month = month.parse().unwrap();
    let item = DraftItem {
        what: "义诊".to_owned(),
        quantity: "2".to_owned(),
        unit: "场".to_owned(),
        responsible: "周敏".to_owned(),
        due_on: month.last_day().to_string(),
        ..DraftItem::default()
    };
    let draft = Draft { items: vec![item] };
    match submit(&maker.store, subject, month, draft, 0, "", once()).await.unwrap() {
        Saved::Kept { .. } => of(maker, subject, month).await,
        Saved::Stale { .. } => panic!("nobody else writes"),
    }
}

/// One that has been approved.
pub(super) async fn approved(maker: &Maker, subject: &Subject, month: &str, approver: &Reviewer) -> PlanPage {
    let waiting = waiting(maker, subject, month).await;
    let seen = Seen { plan: waiting.id.unwrap(), row_version: waiting.facts.row_version };
    approve(&maker.store, approver, seen, once()).await.unwrap();
    of(maker, subject, waiting.facts.month).await
}

/// A month that is closed, with an item that is to be dropped.
pub(super) async fn closed(maker: &Maker, subject: &Subject, month: &str, approver: &Reviewer) -> PlanPage {
    let page = approved(maker, subject, month, approver).await;
    let dropped = TypedOutcome {
        item: page.items[0].id.to_string(),
        done: "0".to_owned(),
        outcome: "dropped".to_owned(),
        reason: "场地关闭".to_owned(),
    };
    let month = page.facts.month;
    close(&maker.store, subject, month, &[dropped], page.facts.row_version, once()).await.unwrap();
    of(maker, subject, month).await
}

async fn of(maker: &Maker, subject: &Subject, month: Month) -> PlanPage {
    let reader = maker.system.reader(subject.base()).of(subject.id());
    open(&maker.store, &reader, month).await.unwrap()
}

/// What the blanks of an organisation's plans are filled with: one of April waits, one of March is approved, one of
/// February closed.
pub(super) async fn of_organisation(maker: &Maker, subject: &Subject, approver: &Reviewer) -> Place {
    let closed = closed(maker, subject, "2026-02", approver).await;
    let past = approved(maker, subject, "2026-03", approver).await;
    let waiting = waiting(maker, subject, "2026-04").await;
    let version = |page: &PlanPage| page.facts.row_version.to_string();
    let id = |page: &PlanPage| page.id.unwrap().to_string();
    Place::from([
        ("plan", id(&waiting)),
        ("plan_version", version(&waiting)),
        ("past_plan_version", version(&past)),
        ("past_item", past.items[0].id.to_string()),
        ("closed_plan", id(&closed)),
        ("closed_plan_version", version(&closed)),
        ("dropped_item", closed.items[0].id.to_string()),
    ])
}

/// The base's own: one of April waits for the bureau.
pub(super) async fn of_base(maker: &Maker, subject: &Subject) -> Place {
    let waiting = waiting(maker, subject, "2026-04").await;
    Place::from([
        ("base_plan", waiting.id.unwrap().to_string()),
        ("base_plan_version", waiting.facts.row_version.to_string()),
    ])
}
