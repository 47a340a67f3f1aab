//! A round on one sheet of paper (季度考核汇总表): what each party's points come to, subject by subject.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::{
    Band, Column, Kind, Occasion, State,
    entity::{assessment, assessment_round},
};
use super::{
    AssessmentError,
    published::withheld,
    record::{Kept, find_round, with_lines},
};
use crate::{
    access::{BaseReader, Scope},
    points::Points,
    store::{Store, StoreError},
};

/// A subject of a round. Parties' totals are of a hundred, without bonus and deductions, and there are none before the
/// facts are frozen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SummaryRow {
    pub subject: Uuid,
    pub of_base: bool,
    pub name: String,
    pub code: Option<String>,
    pub kind: Kind,
    pub rated: bool,
    pub expected_weeks: i32,
    pub state: State,
    pub own: Option<Points>,
    /// The base's sheet has none.
    pub operator: Option<Points>,
    /// Once the bureau has confirmed it.
    pub bureau: Option<Points>,
    pub bonus: Points,
    pub deductions: Points,
    pub total: Option<Points>,
    pub band: Option<Band>,
    pub vetoed: bool,
    /// Above 1 after a correction.
    pub version: i32,
}

/// All sheets of a round: the base's first, then those that are rated by their totals, then the others by name. Three
/// statements.
pub async fn summary(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
) -> Result<Vec<SummaryRow>, AssessmentError> {
    let round = find_round(store.read(), reader.base(), occasion).await?.ok_or(AssessmentError::NotFound)?;
    let mut rows = rows(store, reader, &round, Condition::all()).await?;
    rows.sort_by_key(|row| (!row.of_base, !row.rated, std::cmp::Reverse(row.total)));
    Ok(rows)
}

/// The sheets of some subjects of a round, by name; none where it has not been opened. Three statements.
pub async fn summary_of(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    subjects: &[Uuid],
) -> Result<Vec<SummaryRow>, AssessmentError> {
    let Some(round) = find_round(store.read(), reader.base(), occasion).await? else { return Ok(Vec::new()) };
    let wanted = assessment::Column::SubjectId.is_in(subjects.iter().copied());
    Ok(rows(store, reader, &round, wanted.into()).await?)
}

/// Those of a round that are wanted, by name: two statements.
async fn rows(
    store: &Store,
    reader: &BaseReader,
    round: &assessment_round::Model,
    wanted: Condition,
) -> Result<Vec<SummaryRow>, StoreError> {
    use assessment::Column as Of;
    let (db, base, scope) = (store.read(), reader.base(), Scope::from(reader));
    let rows = assessment::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::Quarter.eq(round.quarter.as_str()))
        .filter(wanted)
        .order_by_asc(Of::SubjectName)
        .order_by_asc(Of::Id)
        .all(db)
        .await?;
    let kept = with_lines(db, base, rows).await?;
    kept.iter().map(|kept| read(kept, round.frozen(kept.row.of_base).is_some(), scope)).collect()
}

/// `frozen`: what the rules find is final, and so are parties' totals.
pub(super) fn read(kept: &Kept, frozen: bool, scope: Scope) -> Result<SummaryRow, StoreError> {
    let row = &kept.row;
    let state = row.read_state()?;
    let hidden = withheld(scope, row.subject_id, state);
    let confirmed = state == State::Confirmed || state.is_public();
    let mut sheet = kept.sheet()?;
    if hidden {
        sheet = sheet.seen_by_subject(state);
    }
    let sum = sheet.sum().ok().filter(|_| row.rated && !hidden);
    let of = |column| sheet.total_of(column).filter(|_| row.rated && frozen);
    Ok(SummaryRow {
        subject: row.subject_id,
        of_base: row.of_base,
        name: row.subject_name.clone(),
        code: row.subject_code.clone(),
        kind: row.read_kind()?,
        rated: row.rated,
        expected_weeks: row.expected_weeks,
        state,
        own: of(Column::Own),
        operator: of(Column::Operator).filter(|_| !row.of_base && !hidden),
        bureau: of(Column::Bureau).filter(|_| confirmed && !hidden),
        bonus: sum.map(|sum| sum.bonus).unwrap_or_default(),
        deductions: sum.map(|sum| sum.deductions).unwrap_or_default(),
        total: row.total.filter(|_| row.rated && !hidden).map(Points::hundredths),
        band: row.read_band()?.filter(|_| row.rated && !hidden),
        vetoed: sheet.veto.is_some(),
        version: row.version,
    })
}
