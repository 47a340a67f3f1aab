//! The report's row, read as what it means, and the three facts that follow from it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DerivePartialModel, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::super::{
    Cell, Circumstances, Content, Draft, Excuse, Expectation, Extension, Filing, Judgement, Reopening, Reworked, State,
    Timeliness,
    entity::{filing_exception, weekly_report},
    extended,
};
use super::reporter::Reporter;
use super::{Rhythm, WeekFacts};
use crate::{
    calendar,
    period::Week,
    store::{StoreError, read_json},
};

/// A report's row but for its words, of which lists need none.
#[allow(clippy::struct_excessive_bools, reason = "a row has as many as it has")]
#[derive(Debug, Clone, PartialEq, Eq, DerivePartialModel)]
#[sea_orm(entity = "weekly_report::Entity")]
pub(super) struct ReportLine {
    pub id: Uuid,
    pub base_id: Uuid,
    pub subject_id: Uuid,
    pub of_base: bool,
    pub week: String,
    pub state: String,
    pub nothing_to_report: bool,
    pub activities: i32,
    pub attendances: i32,
    pub help: Option<String>,
    pub versions: i32,
    pub receipt: Option<String>,
    pub due_at: Option<DateTime<Utc>>,
    pub first_filed_at: Option<DateTime<Utc>>,
    pub timeliness: Option<String>,
    pub late_minutes: i32,
    pub filed_at: Option<DateTime<Utc>>,
    pub filed_by: Option<String>,
    pub on_behalf: bool,
    pub on_behalf_confirmed_at: Option<DateTime<Utc>>,
    pub return_due_at: Option<DateTime<Utc>>,
    pub attachments: i32,
    pub on_device_at: Option<DateTime<Utc>>,
    pub device_counts: bool,
    pub counts: bool,
    pub reworked: String,
    pub row_version: i32,
}

impl From<&weekly_report::Model> for ReportLine {
    fn from(row: &weekly_report::Model) -> Self {
        Self {
            id: row.id,
            base_id: row.base_id,
            subject_id: row.subject_id,
            of_base: row.of_base,
            week: row.week.clone(),
            state: row.state.clone(),
            nothing_to_report: row.nothing_to_report,
            activities: row.activities,
            attendances: row.attendances,
            help: row.help.clone(),
            versions: row.versions,
            receipt: row.receipt.clone(),
            due_at: row.due_at,
            first_filed_at: row.first_filed_at,
            timeliness: row.timeliness.clone(),
            late_minutes: row.late_minutes,
            filed_at: row.filed_at,
            filed_by: row.filed_by.clone(),
            on_behalf: row.on_behalf,
            on_behalf_confirmed_at: row.on_behalf_confirmed_at,
            return_due_at: row.return_due_at,
            attachments: row.attachments,
            on_device_at: row.on_device_at,
            device_counts: row.device_counts,
            counts: row.counts,
            reworked: row.reworked.clone(),
            row_version: row.row_version,
        }
    }
}

impl ReportLine {
    pub(super) fn state(&self) -> Result<State, StoreError> {
        read_state(&self.state)
    }

    pub(super) fn week(&self) -> Result<Week, StoreError> {
        read_week(&self.week)
    }

    /// Of the newest filing.
    pub(super) fn content(&self) -> Option<Content> {
        let content = if self.nothing_to_report { Content::NothingToReport } else { Content::Report };
        (self.versions > 0).then_some(content)
    }

    pub(super) fn reworked(&self) -> Result<Vec<Reworked>, StoreError> {
        read_json(&self.reworked, "reworked")
    }

    /// What was filed, as the rule of timeliness takes it; `None` before the first filing.
    pub(super) fn filing(&self) -> Result<Option<Filing>, StoreError> {
        let (Some(due_at), Some(submitted_at)) = (self.due_at, self.first_filed_at) else { return Ok(None) };
        Ok(Some(Filing {
            due_at,
            submitted_at,
            on_device_at: self.on_device_at,
            device_counts: self.device_counts,
            reworked: self.reworked()?,
        }))
    }

    /// Timeliness at an instant, and whether it counts.
    pub(super) fn judged(&self, due_at: DateTime<Utc>, now: DateTime<Utc>) -> Result<Judgement, StoreError> {
        let judgement = Judgement::of(self.filing()?.as_ref(), due_at, None, now);
        let late = matches!(judgement.timeliness, Timeliness::Late { .. });
        Ok(Judgement { counts: self.counts || !late, ..judgement })
    }

    /// By when its author has to act, if a return, a withdrawal or a reopening says so.
    fn back_due_at(&self, state: State) -> Result<Option<DateTime<Utc>>, StoreError> {
        Ok(match state {
            State::Returned => self.return_due_at,
            State::Withdrawn => self.reworked()?.last().map(|reworked| reworked.due_at),
            State::Draft | State::Submitted | State::Accepted => None,
        })
    }
}

impl weekly_report::Model {
    pub(super) fn read_draft(&self) -> Result<Draft, StoreError> {
        read_json(&self.draft, "draft")
    }

    pub(super) fn read_reopening(&self) -> Result<Option<Reopening>, StoreError> {
        self.reopening.as_deref().map(|text| read_json(text, "reopening")).transpose()
    }
}

pub(super) fn read_state(code: &str) -> Result<State, StoreError> {
    code.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

pub(super) fn read_week(text: &str) -> Result<Week, StoreError> {
    text.parse().map_err(|error| StoreError::Unreadable(format!("{error}")))
}

/// A count that the database holds as a signed number.
pub(super) fn count(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(0)
}

/// A count as the database holds it; the rules keep all of them far below the limit.
pub(super) fn stored(number: impl TryInto<i32>) -> i32 {
    number.try_into().unwrap_or(i32::MAX)
}

/// Which subjects of a base are read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Of<'a> {
    These(&'a [Uuid]),
    Organisations,
}

/// Reports and exceptions of some subjects in some weeks: two statements.
#[derive(Debug, Default)]
pub(super) struct Book {
    pub(super) lines: HashMap<(Uuid, Week), ReportLine>,
    exceptions: HashMap<(Uuid, Week), Vec<filing_exception::Model>>,
}

impl Book {
    pub(super) async fn read(
        db: &impl ConnectionTrait,
        base: Uuid,
        of: Of<'_>,
        from: Week,
        to: Week,
    ) -> Result<Self, StoreError> {
        let held = Condition::all().add(filing_exception::Column::RevokedAt.is_null());
        Self::read_with(db, base, of, from, to, held).await
    }

    /// `held`: which exceptions.
    pub(super) async fn read_with(
        db: &impl ConnectionTrait,
        base: Uuid,
        of: Of<'_>,
        from: Week,
        to: Week,
        held: Condition,
    ) -> Result<Self, StoreError> {
        let mut book = Self::default();
        let of_subjects = match of {
            Of::These(subjects) => weekly_report::Column::SubjectId.is_in(subjects.iter().copied()),
            Of::Organisations => weekly_report::Column::OfBase.eq(false),
        };
        let lines = weekly_report::Entity::find()
            .filter(weekly_report::Column::BaseId.eq(base))
            .filter(of_subjects)
            .filter(weekly_report::Column::Week.between(from.to_string(), to.to_string()))
            .into_partial_model::<ReportLine>()
            .all(db)
            .await?;
        for line in lines {
            book.lines.insert((line.subject_id, line.week()?), line);
        }
        let (weekly, of_base) = (calendar::Filing::WeeklyReport.name(), calendar::Filing::BaseWeeklyReport.name());
        let of_subjects = match of {
            Of::These(subjects) => filing_exception::Column::SubjectId
                .is_in(subjects.iter().copied())
                .and(filing_exception::Column::Filing.is_in([weekly, of_base])),
            Of::Organisations => filing_exception::Column::Filing.eq(weekly),
        };
        let exceptions = filing_exception::Entity::find()
            .filter(filing_exception::Column::BaseId.eq(base))
            .filter(of_subjects)
            .filter(filing_exception::Column::Period.between(from.to_string(), to.to_string()))
            .filter(held)
            .order_by_asc(filing_exception::Column::Id)
            .all(db)
            .await?;
        for exception in exceptions {
            let week = read_week(&exception.period)?;
            book.exceptions.entry((exception.subject_id, week)).or_default().push(exception);
        }
        Ok(book)
    }

    /// Puts a report's newer row in the place of the older one.
    pub(super) fn set(&mut self, line: ReportLine) -> Result<(), StoreError> {
        self.lines.insert((line.subject_id, line.week()?), line);
        Ok(())
    }

    pub(super) fn line(&self, subject: Uuid, week: Week) -> Option<&ReportLine> {
        self.lines.get(&(subject, week))
    }

    pub(super) fn lines(&self) -> impl Iterator<Item = &ReportLine> {
        self.lines.values()
    }

    /// Every subject and week that has a report or an exception.
    pub(super) fn places(&self) -> impl Iterator<Item = (Uuid, Week)> {
        let lines = self.lines.keys().copied();
        lines.chain(self.exceptions.keys().filter(|place| !self.lines.contains_key(*place)).copied())
    }

    fn exceptions(&self, subject: Uuid, week: Week) -> &[filing_exception::Model] {
        self.exceptions.get(&(subject, week)).map_or(&[], Vec::as_slice)
    }

    /// Whether a report is expected; what was filed keeps the deadline of its first filing.
    pub(super) fn expectation(&self, rhythm: &Rhythm, reporter: &Reporter, week: Week) -> Expectation {
        let due_at = self.due_at(rhythm, reporter.name.id, reporter.name.of_base, week);
        self.expectation_by(rhythm, reporter, week, due_at)
    }

    pub(super) fn facts(
        &self,
        rhythm: &Rhythm,
        reporter: &Reporter,
        week: Week,
        now: DateTime<Utc>,
    ) -> Result<WeekFacts, StoreError> {
        let line = self.line(reporter.name.id, week);
        let frozen = line.is_some_and(|line| line.due_at.is_some());
        let due_at = self.due_at(rhythm, reporter.name.id, reporter.name.of_base, week);
        let expectation = self.expectation_by(rhythm, reporter, week, due_at);
        let unfiled = || Judgement::of(None, due_at.unwrap_or(now), None, now);
        let judgement = line.map_or_else(|| Ok(unfiled()), |line| line.judged(due_at.unwrap_or(now), now))?;
        let content = line.and_then(ReportLine::content);
        let state = line.map(ReportLine::state).transpose()?;
        let back_due_at = line.zip(state).map(|(line, state)| line.back_due_at(state)).transpose()?.flatten();
        Ok(WeekFacts {
            week,
            cell: Cell::of(&expectation, judgement, content),
            expectation,
            judgement,
            report: line.map(|line| line.id),
            state,
            content,
            due_at: back_due_at.or(due_at),
            provisional: !frozen && rhythm.due(reporter.name.of_base, week).is_provisional(),
            first_filed_at: line.and_then(|line| line.first_filed_at),
            filed_at: line.and_then(|line| line.filed_at),
            versions: line.map_or(0, |line| count(line.versions)),
            attachments: line.map_or(0, |line| count(line.attachments)),
            on_behalf: line.is_some_and(|line| line.on_behalf),
            on_behalf_confirmed: line.is_some_and(|line| line.on_behalf_confirmed_at.is_some()),
            row_version: line.map_or(0, |line| line.row_version),
        })
    }

    /// By when a subject's report is due: frozen where it has been filed, computed where it has not.
    pub(super) fn due_at(&self, rhythm: &Rhythm, subject: Uuid, of_base: bool, week: Week) -> Option<DateTime<Utc>> {
        let frozen = self.line(subject, week).and_then(|line| line.due_at);
        let extension = |exception: &filing_exception::Model| {
            Some(Extension { until: exception.due_at?, reason: exception.reason.clone() })
        };
        let extensions: Vec<_> = self.exceptions(subject, week).iter().filter_map(extension).collect();
        frozen.or_else(|| rhythm.due(of_base, week).at().map(|due_at| extended(due_at, &extensions)))
    }

    fn expectation_by(
        &self,
        rhythm: &Rhythm,
        reporter: &Reporter,
        week: Week,
        due_at: Option<DateTime<Utc>>,
    ) -> Expectation {
        let excuse = self.exceptions(reporter.name.id, week).iter().find(|exception| exception.due_at.is_none());
        let excuse = excuse.map(|exception| Excuse {
            by: exception.given_by_id.unwrap_or_default(),
            reason: exception.reason.clone(),
        });
        let circumstances = Circumstances {
            presence: reporter.presence(week),
            cadence: reporter.cadence(rhythm, week),
            due_at,
            excuse: excuse.as_ref(),
        };
        Expectation::of(week, &circumstances)
    }
}
