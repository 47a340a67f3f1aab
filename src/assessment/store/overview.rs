//! A quarter or a year at a glance, out of the totals that are counted with every write.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::super::{Band, Move, Rated, Spread, State, entity::assessment, moves};
use super::{
    AssessmentError,
    published::withheld,
    rounds::{RoundRow, round},
};
use crate::{
    access::{BaseReader, Scope},
    period::{Quarter, Year},
    points::Points,
    store::{Store, StoreError},
};

/// So many lines of those that moved or lie apart the furthest.
const SHOWN: usize = 8;
/// So many quarters of the base's own points.
const QUARTERS: usize = 8;

/// A quarter's organisations beside the quarter before, and the base's own points over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    pub quarter: Quarter,
    /// `None` where it has not been opened.
    pub round: Option<RoundRow>,
    /// Of the organisations' sheets whose total is known, whatever state they are in; without those of which whoever asks
    /// does not see yet what others gave.
    pub now: Spread,
    pub before: Spread,
    /// The furthest first.
    pub moved: Vec<Moved>,
    /// Sheets whose parties lie apart, the furthest first.
    pub apart: Vec<Apart>,
    /// Oldest first, the quarter itself last; quarters without a sheet are left out.
    pub of_base: Vec<OfBase>,
}

/// An organisation whose total moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub name: String,
    pub moved: Move,
}

/// How far self, operator and bureau lie apart on one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    pub subject: Uuid,
    pub name: String,
    pub state: State,
    pub difference: Points,
}

/// What the base's own sheet of a quarter came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfBase {
    pub quarter: Quarter,
    pub state: State,
    /// `None` while a line has no points yet, and for the operator until it is published.
    pub total: Option<Points>,
    pub band: Option<Band>,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    subject_id: Uuid,
    subject_name: String,
    of_base: bool,
    quarter: String,
    state: String,
    total: Option<i32>,
    band: Option<String>,
    difference: i32,
}

impl Row {
    fn state(&self) -> Result<State, StoreError> {
        State::from_code(&self.state).ok_or_else(|| StoreError::Unreadable(self.state.clone()))
    }

    fn band(&self) -> Result<Option<Band>, StoreError> {
        let read = |code: &String| Band::from_code(code).ok_or_else(|| StoreError::Unreadable(code.clone()));
        self.band.as_ref().map(read).transpose()
    }

    fn rated(&self) -> Result<Option<Rated>, StoreError> {
        let known = self.total.zip(self.band()?);
        Ok(known.map(|(total, band)| Rated { subject: self.subject_id, total: Points::hundredths(total), band }))
    }
}

/// A quarter of a year: how its sheets lie, and what the base's own came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterSpread {
    pub quarter: Quarter,
    pub spread: Spread,
    /// `None` where the base has no sheet.
    pub of_base: Option<OfBase>,
}

/// A quarter beside the one before: three statements.
pub async fn overview(store: &Store, reader: &BaseReader, quarter: Quarter) -> Result<Overview, AssessmentError> {
    use assessment::Column as Of;
    let earlier: Vec<Quarter> =
        std::iter::successors(Some(quarter), |quarter| Some(quarter.previous())).take(QUARTERS).collect();
    let names = |quarters: &[Quarter]| quarters.iter().map(ToString::to_string).collect::<Vec<_>>();
    let wanted = Condition::any()
        .add(Condition::all().add(Of::OfBase.eq(true)).add(Of::Quarter.is_in(names(&earlier))))
        .add(Condition::all().add(Of::OfBase.eq(false)).add(Of::Quarter.is_in(names(&earlier[..2]))));
    let (scope, rows) = (Scope::from(reader), rows(store, reader, wanted).await?);
    let seen = seen(&rows, scope)?;
    let of = |quarter: Quarter| {
        let name = quarter.to_string();
        seen.iter().copied().filter(move |row| !row.of_base && row.quarter == name)
    };
    let rated = |quarter: Quarter| -> Result<Vec<Rated>, StoreError> {
        of(quarter).filter_map(|row| row.rated().transpose()).collect()
    };
    let (now, before) = (rated(quarter)?, rated(quarter.previous())?);
    let names: HashMap<Uuid, &String> = of(quarter).map(|row| (row.subject_id, &row.subject_name)).collect();
    let moved = moves(&before, &now).into_iter().take(SHOWN);
    let moved = moved.filter_map(|moved| Some(Moved { name: (*names.get(&moved.subject)?).clone(), moved }));
    Ok(Overview {
        quarter,
        moved: moved.collect(),
        apart: apart(of(quarter))?,
        of_base: rows.iter().filter(|row| row.of_base).map(|row| of_base(row, scope)).collect::<Result<_, _>>()?,
        now: Spread::of(&now),
        before: Spread::of(&before),
        round: round(store, reader, quarter.into()).await?,
    })
}

/// The quarters of a year, the first one first, and the same ones of the year before: one statement.
pub async fn year_overview(
    store: &Store,
    reader: &BaseReader,
    year: Year,
) -> Result<Vec<[QuarterSpread; 2]>, AssessmentError> {
    let quarters = year.previous().quarters().chain(year.quarters());
    let wanted = assessment::Column::Quarter.is_in(quarters.map(|quarter| quarter.to_string()));
    let (scope, rows) = (Scope::from(reader), rows(store, reader, wanted.into()).await?);
    let seen = seen(&rows, scope)?;
    let of = |quarter: Quarter| -> Result<QuarterSpread, StoreError> {
        let name = quarter.to_string();
        let of_organisations = seen.iter().filter(|row| !row.of_base && row.quarter == name);
        let rated = of_organisations.filter_map(|row| row.rated().transpose());
        let of_itself = rows.iter().find(|row| row.of_base && row.quarter == name);
        Ok(QuarterSpread {
            quarter,
            spread: Spread::of(&rated.collect::<Result<Vec<_>, _>>()?),
            of_base: of_itself.map(|row| of_base(row, scope)).transpose()?,
        })
    };
    let pairs = year.quarters().zip(year.previous().quarters()).map(|(now, before)| Ok([of(now)?, of(before)?]));
    pairs.collect()
}

/// The rated sheets that are wanted, by quarter: one statement.
async fn rows(store: &Store, reader: &BaseReader, wanted: Condition) -> Result<Vec<Row>, StoreError> {
    use assessment::Column as Of;
    let rows = assessment::Entity::find()
        .select_only()
        .columns([Of::SubjectId, Of::SubjectName, Of::OfBase, Of::Quarter, Of::State])
        .columns([Of::Total, Of::Band, Of::Difference])
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Rated.eq(true))
        .filter(wanted)
        .order_by_asc(Of::Quarter)
        .order_by_asc(Of::SubjectId)
        .into_model()
        .all(store.read())
        .await?;
    Ok(rows)
}

/// Those of which whoever asks sees what others gave.
fn seen(rows: &[Row], scope: Scope) -> Result<Vec<&Row>, StoreError> {
    let mut seen = Vec::with_capacity(rows.len());
    for row in rows {
        if !withheld(scope, row.subject_id, row.state()?) {
            seen.push(row);
        }
    }
    Ok(seen)
}

fn apart<'r>(rows: impl Iterator<Item = &'r Row>) -> Result<Vec<Apart>, StoreError> {
    let mut rows: Vec<&Row> = rows.filter(|row| row.difference > 0).collect();
    rows.sort_unstable_by_key(|row| (std::cmp::Reverse(row.difference), row.subject_id));
    let read = |row: &Row| {
        let (name, difference) = (row.subject_name.clone(), Points::hundredths(row.difference));
        Ok(Apart { subject: row.subject_id, name, state: row.state()?, difference })
    };
    rows.into_iter().take(SHOWN).map(read).collect()
}

fn of_base(row: &Row, scope: Scope) -> Result<OfBase, StoreError> {
    let quarter = row.quarter.parse().map_err(|_| StoreError::Unreadable(row.quarter.clone()))?;
    let state = row.state()?;
    let seen = !withheld(scope, row.subject_id, state);
    let total = row.total.filter(|_| seen).map(Points::hundredths);
    Ok(OfBase { quarter, state, total, band: row.band()?.filter(|_| seen) })
}
