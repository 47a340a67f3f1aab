//! How much of what was asked for was seen to in time.

use std::ops::RangeInclusive;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeZone, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, sea_query::SimpleExpr};
use uuid::Uuid;

use super::super::{
    HelpKind, State, Timely, advice_asked_for, default_due,
    entity::service_request::{Column, Entity},
};
use super::count::{Counted, counted};
use crate::{
    access::BaseReader,
    period::Quarter,
    store::{Store, StoreError},
    weekly_report::store::{AsAt, Rhythm},
};

/// How many requests were done by their day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OnTime {
    pub on_time: u32,
    /// Done, or due and not done.
    pub due: u32,
}

impl OnTime {
    /// Hundredths of a percent, half up; `None` where nothing was due.
    pub fn basis_points(self) -> Option<u16> {
        let (on_time, due) = (u64::from(self.on_time), u64::from(self.due));
        (20_000 * on_time + due).checked_div(2 * due).and_then(|points| u16::try_from(points).ok())
    }

    fn and(self, timely: Timely) -> Self {
        match timely {
            Timely::Pending => self,
            Timely::OnTime => Self { on_time: self.on_time + 1, due: self.due + 1 },
            Timely::Late | Timely::Overdue => Self { due: self.due + 1, ..self },
        }
    }

    fn plus(self, other: Self) -> Self {
        Self { on_time: self.on_time + other.on_time, due: self.due + other.due }
    }
}

/// The rate of a base's running year, by the day on which requests were due: policy advice by its published rule, all
/// else by the day that was promised. Four statements.
pub async fn on_time(store: &Store, reader: &BaseReader, today: NaiveDate) -> Result<OnTime, StoreError> {
    let (db, base) = (store.read(), reader.base());
    let day = |month, day| NaiveDate::from_ymd_opt(today.year(), month, day).unwrap_or(today);
    let (first, last) = (day(1, 1), day(12, 31));
    let rhythm = Rhythm::load(db, base).await?;
    let advice = advice_within(db, &rhythm, base, first..=last, &AsAt::now(store.now())).await?;
    let rows: Vec<(Option<NaiveDate>, Option<NaiveDate>)> = Entity::find()
        .select_only()
        .columns([Column::DueOn, Column::DoneOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::Kind.ne(HelpKind::PolicyAdvice.code()))
        .filter(accepted())
        .filter(Column::DueOn.gte(first))
        .into_tuple()
        .all(db)
        .await?;
    let judged = rows.into_iter().filter_map(|(due, done)| Some(Timely::of(due?, done, today)));
    Ok(judged.fold(OnTime::default(), OnTime::and).plus(advice))
}

/// Of the policy advice that fell due within some days by its published rule, three working days from the day that it
/// was asked for: how much was answered by then, as it stood at an instant. It does not matter whether anybody accepted
/// it, nor for which day it was promised; what was withdrawn, or declined by its day, is held against nobody. One
/// statement, and one more of an instant that has passed.
pub(crate) async fn advice_within(
    db: &impl ConnectionTrait,
    rhythm: &Rhythm,
    base: Uuid,
    days: RangeInclusive<NaiveDate>,
    as_at: &AsAt,
) -> Result<OnTime, StoreError> {
    let Some((from, before)) = asked_within(rhythm, &days) else { return Ok(OnTime::default()) };
    let kept: Vec<Counted> = counted(base)
        .filter(Column::Kind.eq(HelpKind::PolicyAdvice.code()))
        .filter(Column::AskedAt.gte(from))
        .filter(Column::AskedAt.lt(before))
        .into_model()
        .all(db)
        .await?;
    let today = rhythm.day(as_at.at());
    let mut on_time = OnTime::default();
    for one in as_at.stood::<Counted>(db, base, kept).await? {
        let asked_for = one.kind()? == HelpKind::PolicyAdvice && (from..before).contains(&one.asked_at);
        if asked_for {
            let due_on = default_due(HelpKind::PolicyAdvice, rhythm.day(one.asked_at), rhythm.calendar());
            let stands = (one.state()?, rhythm.day(one.since));
            on_time =
                Timely::of_advice(due_on, stands, one.done_on, today).map_or(on_time, |timely| on_time.and(timely));
        }
    }
    Ok(on_time)
}

/// What falls due in a quarter: policy advice by its published rule, accepted or not; all else that was accepted, by the
/// day that was promised.
pub(super) fn due_in(rhythm: &Rhythm, quarter: Quarter) -> Condition {
    let days = quarter.first_day()..=quarter.last_day();
    let advice = asked_within(rhythm, &days).map(|(from, before)| {
        let stands = Column::State.is_not_in([State::Declined, State::Withdrawn].map(State::code));
        Condition::all()
            .add(Column::Kind.eq(HelpKind::PolicyAdvice.code()))
            .add(Column::AskedAt.gte(from))
            .add(Column::AskedAt.lt(before))
            .add(Condition::any().add(stands).add(declined_late(rhythm, &days)))
    });
    let other = Condition::all()
        .add(Column::Kind.ne(HelpKind::PolicyAdvice.code()))
        .add(accepted())
        .add(Column::DueOn.between(*days.start(), *days.end()));
    Condition::any().add_option(advice).add(other)
}

/// Policy advice that falls due on one of some days and was declined after it.
fn declined_late(rhythm: &Rhythm, days: &RangeInclusive<NaiveDate>) -> Condition {
    let due_on = days.start().iter_days().take_while(|day| day <= days.end());
    let late = due_on.filter_map(|day| {
        let ((from, before), after) = (asked_within(rhythm, &(day..=day))?, day.succ_opt()?);
        let asked = Condition::all().add(Column::AskedAt.gte(from)).add(Column::AskedAt.lt(before));
        Some(asked.add(Column::Since.gte(midnight(rhythm, after))))
    });
    Condition::all().add(Column::State.eq(State::Declined.code())).add(late.fold(Condition::any(), Condition::add))
}

/// Those that somebody has taken up.
fn accepted() -> SimpleExpr {
    Column::State.is_in([State::UnderWay, State::Done, State::Rated].map(State::code))
}

/// From when, and before when, policy advice is asked for that falls due within some days.
fn asked_within(rhythm: &Rhythm, due: &RangeInclusive<NaiveDate>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let asked = advice_asked_for(due, rhythm.calendar())?;
    Some((midnight(rhythm, *asked.start()), midnight(rhythm, asked.end().succ_opt()?)))
}

/// When a day of the base begins.
pub(super) fn midnight(rhythm: &Rhythm, day: NaiveDate) -> DateTime<Utc> {
    let local = day.and_time(NaiveTime::MIN);
    rhythm.zone().from_local_datetime(&local).earliest().map_or_else(|| local.and_utc(), |at| at.to_utc())
}
