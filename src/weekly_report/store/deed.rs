//! What the deeds on a report share: finding and holding its row, and writing down what happened.

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QuerySelect,
};
use uuid::Uuid;

use super::super::{
    Report,
    entity::{weekly_report, weekly_report_event},
};
use super::{
    EventKind, Rhythm, Subject, WeeklyReportError,
    counters::{self, Tally},
    record::{Book, Of, ReportLine, read_week},
    reporter::Reporter,
};
use crate::{
    access::Actor,
    period::Week,
    store::{StoreError, WriteTx},
};

/// A subject's report of a week, held until the end of the write.
pub(super) async fn hold_of(
    tx: &WriteTx,
    subject: &Subject,
    week: Week,
) -> Result<Option<weekly_report::Model>, StoreError> {
    let of_week = of_week(subject, week).lock_exclusive();
    Ok(of_week.one(tx.db()).await?)
}

/// A subject's report of a week.
pub(super) async fn find_of(
    db: &impl ConnectionTrait,
    subject: &Subject,
    week: Week,
) -> Result<Option<weekly_report::Model>, StoreError> {
    Ok(of_week(subject, week).one(db).await?)
}

fn of_week(subject: &Subject, week: Week) -> sea_orm::Select<weekly_report::Entity> {
    weekly_report::Entity::find()
        .filter(weekly_report::Column::BaseId.eq(subject.base()))
        .filter(weekly_report::Column::SubjectId.eq(subject.id()))
        .filter(weekly_report::Column::Week.eq(week.to_string()))
}

/// Writes down what happened to a report or was said about it.
pub(super) async fn note(
    tx: &WriteTx,
    report: &weekly_report::Model,
    kind: EventKind,
    actor: &Actor,
    words: &str,
) -> Result<(), StoreError> {
    let event = weekly_report_event::ActiveModel {
        id: Set(Uuid::now_v7()),
        base_id: Set(report.base_id),
        report_id: Set(report.id),
        kind: Set(kind.code().to_owned()),
        at: Set(tx.now()),
        by: Set(actor.name.clone()),
        by_role: Set(actor.role.code().to_owned()),
        words: Set(words.to_owned()),
    };
    weekly_report_event::Entity::insert(event).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Writes the new state of a report whose row is held, and moves the counters of its week by what that changes.
/// Everything but the row version is as in `after`.
pub(super) async fn put(
    tx: &WriteTx,
    rhythm: &Rhythm,
    before: &weekly_report::Model,
    after: weekly_report::Model,
) -> Result<(), WeeklyReportError> {
    let after = weekly_report::Model { row_version: before.row_version + 1, ..after };
    let (base, subject, week) = (before.base_id, before.subject_id, read_week(&before.week)?);
    if !before.of_base {
        counters::hold(tx, base, week).await?;
        let reporter = Reporter::find(tx.db(), base, subject).await?.ok_or(WeeklyReportError::NotFound)?;
        let mut book = Book::read(tx.db(), base, Of::These(&[subject]), week, week).await?;
        let was = Tally::of(&book.expectation(rhythm, &reporter, week), book.line(subject, week))?;
        book.set(ReportLine::from(&after))?;
        let is = Tally::of(&book.expectation(rhythm, &reporter, week), book.line(subject, week))?;
        counters::move_by(tx, base, week, &was, &is).await?;
    }
    let all = after.into_active_model().reset_all();
    weekly_report::Entity::update(all).exec(tx.db()).await?;
    Ok(())
}

/// Words that have to be there, trimmed.
pub(super) fn needed(words: &str) -> Result<&str, WeeklyReportError> {
    match at_most(words)? {
        "" => Err(WeeklyReportError::ReasonMissing),
        words => Ok(words),
    }
}

/// Words, trimmed, that may be missing.
pub(super) fn at_most(words: &str) -> Result<&str, WeeklyReportError> {
    let words = words.trim();
    if words.chars().count() > Report::LONGEST_TEXT { Err(WeeklyReportError::TooLong) } else { Ok(words) }
}
