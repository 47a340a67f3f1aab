//! What a base's deadlines and expectations are computed from.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ConnectionTrait, ExprTrait, FromQueryResult,
    sea_query::{Expr, JoinType, Query},
};
use uuid::Uuid;

use super::super::{Cadence, entity::reporting_cadence};
use crate::{
    base,
    calendar::{self, Calendar, Due, Filing, nth_working_day_after, plus_working_days_at},
    period::Week,
    store::StoreError,
};

/// Calendar, zone and cadences of a base, read once for an answer: two statements.
#[derive(Debug, Clone)]
pub struct Rhythm {
    zone: Tz,
    short_code: String,
    calendar: Calendar,
    settled: Vec<Settled>,
}

/// One cadence, from a week on; ordered by that week.
#[derive(Debug, Clone)]
struct Settled {
    standing: String,
    mode: String,
    from: Week,
    cadence: Cadence,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    zone: String,
    short_code: String,
    standing: Option<String>,
    mode: Option<String>,
    from_week: Option<String>,
    cadence: Option<String>,
}

impl Rhythm {
    pub async fn load(db: &impl ConnectionTrait, base: Uuid) -> Result<Self, StoreError> {
        use base::entity::{Column as Of, Entity as Bases};
        use reporting_cadence::{Column as By, Entity as Cadences};
        let query = Query::select()
            .columns([(Bases, Of::Zone), (Bases, Of::ShortCode)])
            .columns([
                (Cadences, By::Standing),
                (Cadences, By::Mode),
                (Cadences, By::FromWeek),
                (Cadences, By::Cadence),
            ])
            .from(Bases)
            .join(JoinType::LeftJoin, Cadences, Expr::col((Cadences, By::BaseId)).equals((Bases, Of::Id)))
            .and_where(Expr::col((Bases, Of::Id)).eq(base))
            .order_by((Cadences, By::FromWeek), sea_orm::Order::Asc)
            .to_owned();
        let rows = Row::find_by_statement(db.get_database_backend().build(&query)).all(db).await?;
        let first = rows.first().ok_or_else(|| StoreError::Unreadable(format!("base {base} is gone")))?;
        let zone = first.zone.parse().unwrap_or(chrono_tz::Asia::Shanghai);
        let short_code = first.short_code.clone();
        let settled = rows.into_iter().filter_map(Row::settled).collect::<Result<_, _>>()?;
        Ok(Self { zone, short_code, calendar: calendar::store::load(db).await?, settled })
    }

    pub fn zone(&self) -> Tz {
        self.zone
    }

    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// What the base's receipts begin with.
    pub(super) fn short_code(&self) -> &str {
        &self.short_code
    }

    /// The day in the base's zone.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.zone).date_naive()
    }

    /// The week in the base's zone.
    pub fn week(&self, at: DateTime<Utc>) -> Week {
        Week::of(self.day(at))
    }

    /// When a week's report is due, exceptions apart.
    pub fn due(&self, of_base: bool, week: Week) -> Due {
        let filing = if of_base { Filing::BaseWeeklyReport } else { Filing::WeeklyReport };
        calendar::due_by(filing.default_rule(), week.into(), &self.calendar, self.zone)
    }

    /// After this instant a late report of the week counts no more: the quarter's facts are cut off on the 4th
    /// working day after it, the base's on the 16th (domain: *Calendar*).
    pub fn cut_off(&self, of_base: bool, week: Week) -> DateTime<Utc> {
        let days = if of_base { 16 } else { 4 };
        nth_working_day_after(week.quarter().last_day(), days, &self.calendar, self.zone).at
    }

    /// By when what is returned now has to come back: two working days.
    pub fn return_due(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        plus_working_days_at(now, 2, &self.calendar, self.zone).at
    }

    /// Working days since the day of an instant.
    pub fn working_days_since(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> u32 {
        self.calendar.working_days_between(self.day(at), self.day(now))
    }

    /// How often organisations of a standing and mode report in a week.
    pub fn cadence(&self, standing: &str, mode: Option<&str>, week: Week) -> Cadence {
        let mode = mode.unwrap_or_default();
        let of = |settled: &&Settled| settled.standing == standing && settled.mode == mode && settled.from <= week;
        self.settled.iter().rev().find(of).map_or(Cadence::Weekly, |settled| settled.cadence)
    }

    /// Whether anything but every week was settled.
    pub(super) fn has_cadences(&self) -> bool {
        !self.settled.is_empty()
    }

    /// The kinds of organisations, by standing and mode, that are not asked in a week.
    pub(super) fn unasked(&self, week: Week) -> Vec<(String, String)> {
        let mut kinds: Vec<_> = self.settled.iter().map(|one| (one.standing.clone(), one.mode.clone())).collect();
        kinds.sort();
        kinds.dedup();
        kinds.retain(|(standing, mode)| !self.cadence(standing, Some(mode), week).asks_in(week));
        kinds
    }

    /// The newest week that asked for a report and whose deadline has passed, up to half a year back.
    pub fn last_due(&self, of_base: bool, now: DateTime<Utc>) -> Option<Week> {
        self.due_before(of_base, self.week(now), now)
    }

    /// As [`Rhythm::last_due`], no later than `newest`.
    pub(super) fn due_before(&self, of_base: bool, newest: Week, now: DateTime<Utc>) -> Option<Week> {
        let passed = |week: &Week| self.due(of_base, *week).at().is_some_and(|at| at < now);
        newest.plus(-26).through(newest).rev().find(passed)
    }
}

impl Row {
    fn settled(self) -> Option<Result<Settled, StoreError>> {
        let (standing, mode) = (self.standing?, self.mode?);
        let (from, cadence) = (self.from_week?, self.cadence?);
        let read = || Some(Settled { standing, mode, from: from.parse().ok()?, cadence: cadence.parse().ok()? });
        Some(read().ok_or_else(|| StoreError::Unreadable(format!("cadence {cadence} from {from}"))))
    }
}
