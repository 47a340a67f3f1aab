//! The sheets of a quarter with their lines, part by part, as whoever reads them may see them.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, Select};
use uuid::Uuid;

use super::super::{Line, Occasion, State, entity::assessment};
use super::{
    AssessmentError,
    published::withheld,
    record::{Kept, find_round, with_lines},
    summary::{self, SummaryRow},
};
use crate::{
    access::{BaseReader, Scope},
    points::Points,
    store::{Onward, Part, Store, StoreError},
};

/// A line of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetLine {
    pub code: String,
    pub indicator: String,
    pub max: Points,
    pub applies: bool,
    /// What the rule comes to, once the facts are frozen.
    pub computed: Option<Points>,
    pub own: Option<Points>,
    pub operator: Option<Points>,
    pub bureau: Option<Points>,
    /// What counts.
    pub points: Option<Points>,
}

/// A sheet with its lines, in the order of its card. Of one that is withheld from whoever reads it, there is what its
/// subject gave and what the rules found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetWithLines {
    pub row: SummaryRow,
    pub lines: Vec<SheetLine>,
}

fn of_round(base: Uuid, occasion: Occasion) -> Select<assessment::Entity> {
    use assessment::Column as Of;
    assessment::Entity::find().filter(Of::BaseId.eq(base)).filter(Of::Quarter.eq(occasion.to_string()))
}

/// How many sheets a round has: one statement.
pub(crate) async fn how_many(db: &impl ConnectionTrait, base: Uuid, occasion: Occasion) -> Result<u64, StoreError> {
    Ok(of_round(base, occasion).count(db).await?)
}

/// The sheets of a round; none where it has not been opened. Three statements.
pub async fn onward(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    onward: Onward,
) -> Result<Part<SheetWithLines>, AssessmentError> {
    let (db, base, scope) = (store.read(), reader.base(), Scope::from(reader));
    let Some(round) = find_round(db, base, occasion).await? else { return Ok(onward.part(&[], Vec::new())) };
    let rows = onward.of(of_round(base, occasion), assessment::Column::Id).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let kept = with_lines(db, base, rows).await?;
    let read = |kept: &Kept| -> Result<SheetWithLines, StoreError> {
        let frozen = round.frozen(kept.row.of_base).is_some();
        Ok(SheetWithLines { row: summary::read(kept, frozen, scope)?, lines: lines(kept, frozen, scope)? })
    };
    Ok(onward.part(&ids, kept.iter().map(read).collect::<Result<_, _>>()?))
}

fn lines(kept: &Kept, frozen: bool, scope: Scope) -> Result<Vec<SheetLine>, StoreError> {
    let state = kept.row.read_state()?;
    let confirmed = state == State::Confirmed || state.is_public();
    let hidden = withheld(scope, kept.row.subject_id, state);
    let mut sheet = kept.sheet()?;
    if hidden {
        sheet = sheet.seen_by_subject(state);
    }
    let line = |line: &Line| SheetLine {
        code: line.indicator.code.clone(),
        indicator: line.indicator.name.clone(),
        max: line.indicator.max,
        applies: line.applies(),
        computed: line.computed().filter(|_| frozen),
        own: line.own.as_ref().map(|given| given.points),
        operator: line.operator.as_ref().map(|given| given.points),
        bureau: line.bureau.as_ref().map(|given| given.points).filter(|_| confirmed),
        points: line.points().filter(|_| frozen && kept.row.rated && !hidden),
    };
    Ok(sheet.lines.iter().map(line).collect())
}
