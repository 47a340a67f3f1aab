//! Closing a month: its result, and what is carried over into the next one.

use serde_json::json;
use uuid::Uuid;

use super::super::{
    Action, Draft, DraftItem, Item, State, TypedOutcome, carried, entity::monthly_plan::Model, judge, judge_result,
};
use super::{
    MonthlyPlanError,
    draft::hold,
    file::{SaidWith, insert_version, step},
    progress, record,
};
use crate::{
    audit::Deed,
    period::Month,
    store::{Begun, Intent, Store, WriteTx, to_json},
    weekly_report::store::{Rhythm, Subject},
};

/// Closes a month by what became of each item. What is carried over becomes an item of the next month's plan at
/// once: in its draft, or, where that plan stands approved, in a new version of it, since the work was approved
/// before. Can be done from the Monday of the month's last week on.
///
/// # Errors
/// [`MonthlyPlanError::InvalidResult`], [`MonthlyPlanError::MonthNotOver`]; [`MonthlyPlanError::NotFound`] where a
/// result names an item that is none of the plan's.
pub async fn close(
    store: &Store,
    subject: &Subject,
    month: Month,
    typed: &[TypedOutcome],
    row_version: i32,
    intent: Intent,
) -> Result<(), MonthlyPlanError> {
    let Begun::Fresh(tx) = store.begin(subject.actor(), intent).await? else { return Ok(()) };
    let (row, state) = step(&tx, subject, month, row_version, Action::Close).await?;
    let rhythm = Rhythm::load(tx.db(), subject.base()).await?;
    if month.weeks().next_back().is_some_and(|last| rhythm.week(tx.now()) < last) {
        return Err(MonthlyPlanError::MonthNotOver);
    }
    let items = record::items(tx.db(), &row, row.standing).await?;
    let planned = |typed: &TypedOutcome| items.iter().any(|item| item.id.to_string() == typed.item);
    if !typed.iter().all(planned) {
        return Err(MonthlyPlanError::NotFound);
    }
    let told = progress::told_of(tx.db(), row.base_id, row.subject_id, month).await?;
    let results = judge_result(&items, &progress::sums(&told), typed).map_err(MonthlyPlanError::InvalidResult)?;
    let (counting, points, releases_asked) = record::counted(&items, &results);
    let rest = carried(month.next(), &items, &results);
    let after = Model {
        state: state.code().to_owned(),
        result: Some(to_json(&results)),
        closed_at: Some(tx.now()),
        closed_by: Some(subject.actor().name.clone()),
        items: counting,
        points,
        releases_asked,
        ..row.clone()
    };
    record::put(&tx, after).await?;
    if !rest.is_empty() {
        carry_over(&tx, subject, month.next(), rest).await?;
    }
    let detail = json!({ "month": month, "items": counting, "points": points, "results": results });
    tx.audit(row.base_id, subject.actor(), Deed::MonthlyPlanClosed, &row.id.to_string(), &detail);
    tx.commit("").await?;
    Ok(())
}

/// Puts what was carried over into the plan of `month`: into the version that stands, the one that waits for its
/// approver, and what is being written.
async fn carry_over(
    tx: &WriteTx,
    subject: &Subject,
    month: Month,
    rest: Vec<DraftItem>,
) -> Result<(), MonthlyPlanError> {
    // A plan that nobody has begun begins with it (`draft::beginning`).
    let begun = hold(tx, subject, month).await?;
    let Some(row) = begun.filter(|row| row.draft_version > 0 || row.versions > 0) else { return Ok(()) };
    if row.read_state()? == State::Closed {
        return Ok(());
    }
    let in_draft = row.read_draft()?;
    let known = |of: &str| in_draft.items.iter().any(|item| item.carried_from == of);
    let rest: Vec<_> = rest.into_iter().filter(|item| !known(&item.carried_from)).collect();
    let rest = Draft { items: rest }.with_ids(Uuid::now_v7);
    let (mut after, by) = (row.clone(), subject.actor().name.as_str());
    if row.standing.is_some() {
        let longer = longer(tx, &row, row.standing, &rest, month).await?;
        after.versions += 1;
        after.standing = Some(after.versions);
        insert_version(tx, &row, after.versions, &longer, SaidWith::default(), by, Some(tx.now())).await?;
    }
    if row.read_state()? == State::Submitted {
        let longer = longer(tx, &row, Some(row.versions), &rest, month).await?;
        after.versions += 1;
        insert_version(tx, &row, after.versions, &longer, SaidWith::default(), by, None).await?;
    }
    after.draft = to_json(&Draft { items: in_draft.items.into_iter().chain(rest.items).collect() });
    after.draft_version += 1;
    record::put(tx, after).await
}

/// A version with what was carried over at its end.
async fn longer(
    tx: &WriteTx,
    row: &Model,
    version: Option<i32>,
    rest: &Draft,
    month: Month,
) -> Result<Vec<Item>, MonthlyPlanError> {
    let mut items = record::items(tx.db(), row, version).await?;
    items.extend(judge(rest, month).map_err(MonthlyPlanError::Invalid)?);
    Ok(items)
}
