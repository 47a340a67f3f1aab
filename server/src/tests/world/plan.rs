//! The monthly plans of a subject.

use hatchboard::{
    monthly_plan::{
        Draft, DraftItem, TypedOutcome,
        store::{PlanPage, SaidWith, Saved, Seen, approve, close, open, submit},
    },
    period::Month,
    weekly_report::{
        entity::filing_exception,
        store::{
            Reviewer, Subject,
            exception::Relief,
            exception_request::{self, Asking, SeenRequest},
        },
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

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
    let with = SaidWith { why: "", source: "电话" };
    match submit(&maker.store, subject, month, draft, 0, with, once()).await.unwrap() {
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
/// February closed; one of June was submitted on its behalf.
pub(super) async fn of_organisation(
    maker: &Maker,
    subject: &Subject,
    on_behalf: &Subject,
    approver: &Reviewer,
) -> Place {
    let closed = closed(maker, subject, "2026-02", approver).await;
    let past = approved(maker, subject, "2026-03", approver).await;
    waiting(maker, on_behalf, "2026-06").await;
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
        ("asked_exception", asked(maker, subject, "2026-05").await.to_string()),
    ])
}

/// To be excused from a month's plan; the request's id.
async fn asked(maker: &Maker, subject: &Subject, month: &str) -> Uuid {
    let asking = Asking { relief: Relief::Excuse, reason: "场地维修".to_owned(), proof: String::new() };
    exception_request::ask(&maker.store, subject, month.parse().unwrap(), &asking, once()).await.unwrap()
}

/// The base's own: one of April waits for the bureau. Of May the base asks to be excused; of July the bureau has
/// excused it.
pub(super) async fn of_base(maker: &Maker, subject: &Subject, bureau: &Reviewer) -> Place {
    let waiting = waiting(maker, subject, "2026-04").await;
    let asks = asked(maker, subject, "2026-05").await;
    let granted = SeenRequest { request: asked(maker, subject, "2026-07").await, row_version: 1 };
    exception_request::grant(&maker.store, bureau, granted, once()).await.unwrap();
    let of_base = filing_exception::Column::SubjectId.eq(subject.id());
    let given = filing_exception::Entity::find().filter(of_base).one(maker.store.read()).await.unwrap().unwrap();
    Place::from([
        ("base_plan", waiting.id.unwrap().to_string()),
        ("base_plan_version", waiting.facts.row_version.to_string()),
        ("base_asked_exception", asks.to_string()),
        ("base_exception", given.id.to_string()),
    ])
}
