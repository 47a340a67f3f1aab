//! The rows, read as what they mean, and written back.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, Iterable,
    QueryFilter, QueryOrder, sea_query::OnConflict,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::super::{
    Band, Given, Kind, Line, Occasion, Scorecard, Sheet, State, Step, Timetable,
    entity::{assessment, assessment_line, assessment_round, assessment_step},
};
use super::gather::ByIndicator;
use crate::{
    access::Actor,
    points::Points,
    store::{StoreError, WriteTx, read_json},
};

/// A sheet's row with its lines, by the card.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub row: assessment::Model,
    pub lines: BTreeMap<String, assessment_line::Model>,
}

fn unreadable(error: impl std::fmt::Display) -> StoreError {
    StoreError::Unreadable(error.to_string())
}

impl assessment::Model {
    pub(super) fn read_state(&self) -> Result<State, StoreError> {
        self.state.parse().map_err(unreadable)
    }

    pub(crate) fn read_kind(&self) -> Result<Kind, StoreError> {
        self.kind.parse().map_err(unreadable)
    }

    pub(super) fn read_occasion(&self) -> Result<Occasion, StoreError> {
        self.quarter.parse().map_err(unreadable)
    }

    pub(super) fn read_band(&self) -> Result<Option<Band>, StoreError> {
        self.band.as_deref().map(|band| band.parse().map_err(unreadable)).transpose()
    }

    pub(super) fn read_card(&self) -> Result<Scorecard, StoreError> {
        read_json(&self.card, "scorecard")
    }

    pub(super) fn read_facts(&self) -> Result<ByIndicator, StoreError> {
        read_json(&self.facts, "facts")
    }
}

impl assessment_round::Model {
    pub(super) fn read_occasion(&self) -> Result<Occasion, StoreError> {
        self.quarter.parse().map_err(unreadable)
    }

    pub(super) fn read_timetable(&self, of_base: bool) -> Result<Timetable, StoreError> {
        read_json(if of_base { &self.base_timetable } else { &self.timetable }, "timetable")
    }

    /// When the facts of a kind of subject were frozen.
    pub(super) fn frozen(&self, of_base: bool) -> Option<chrono::DateTime<chrono::Utc>> {
        if of_base { self.base_facts_at } else { self.facts_at }
    }
}

fn given(points: Option<i32>, note: &str) -> Option<Given> {
    points.map(|points| Given { points: Points::hundredths(points), note: note.to_owned() })
}

impl Kept {
    /// The sheet by these facts.
    pub(super) fn sheet_by(&self, facts: &ByIndicator) -> Result<Sheet, StoreError> {
        let card = self.row.read_card()?;
        let line = |indicator: &super::super::Indicator| {
            let finding = facts.get(&indicator.code).map(super::super::Facts::finding);
            let Some(row) = self.lines.get(&indicator.code) else {
                return Line { finding, ..Line::of(indicator) };
            };
            Line {
                finding,
                own: given(row.own, &row.own_note),
                operator: given(row.operator, &row.operator_note),
                bureau: given(row.bureau, &row.bureau_note),
                upheld: given(row.upheld, &row.decision),
                corrected: given(row.corrected, &row.corrected_note),
                ..Line::of(indicator)
            }
        };
        Ok(Sheet {
            lines: card.indicators().map(line).collect(),
            bonus: Points::hundredths(self.row.bonus),
            late_repairs: u32::try_from(self.row.late_repairs).unwrap_or(0),
            veto: self.row.veto.clone(),
            card,
        })
    }

    pub(crate) fn sheet(&self) -> Result<Sheet, StoreError> {
        self.sheet_by(&self.row.read_facts()?)
    }

    /// With what lists show of it counted again.
    pub(crate) fn summed(mut self) -> Result<Self, StoreError> {
        let sheet = self.sheet()?;
        // While lines are open, the number is not the sheet's yet.
        let sum = sheet.sum().ok().filter(|sum| sum.open == 0);
        self.row.total = sum.map(|sum| sum.total.as_hundredths());
        self.row.band = sum.map(|sum| sum.band.code().to_owned());
        self.row.difference = sheet.difference().as_hundredths();
        let open = self.lines.values().filter(|line| line.objected_at.is_some() && line.decided_at.is_none());
        self.row.open_objections = i32::try_from(open.count()).unwrap_or(i32::MAX);
        Ok(self)
    }

    /// In another state, from now on.
    pub(super) fn moved(mut self, tx: &WriteTx, state: State) -> Self {
        if self.row.state != state.code() {
            self.row.since = tx.now();
            state.code().clone_into(&mut self.row.state);
        }
        self
    }
}

/// The round of a quarter or a year.
pub(crate) async fn find_round(
    db: &impl ConnectionTrait,
    base: Uuid,
    occasion: Occasion,
) -> Result<Option<assessment_round::Model>, StoreError> {
    use assessment_round::Column;
    let of = assessment_round::Entity::find().filter(Column::BaseId.eq(base));
    Ok(of.filter(Column::Quarter.eq(occasion.to_string())).one(db).await?)
}

/// The lines of some sheets: one statement.
pub(crate) async fn with_lines(
    db: &impl ConnectionTrait,
    base: Uuid,
    rows: Vec<assessment::Model>,
) -> Result<Vec<Kept>, StoreError> {
    use assessment_line::Column;
    let lines = assessment_line::Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::AssessmentId.is_in(rows.iter().map(|row| row.id)))
        .all(db)
        .await?;
    let mut by_sheet: HashMap<Uuid, BTreeMap<String, assessment_line::Model>> = HashMap::new();
    for line in lines {
        by_sheet.entry(line.assessment_id).or_default().insert(line.code.clone(), line);
    }
    let kept = |row: assessment::Model| Kept { lines: by_sheet.remove(&row.id).unwrap_or_default(), row };
    Ok(rows.into_iter().map(kept).collect())
}

/// Some sheets of a base, held until the end of the write, by their ids: two statements. Whatever else there is, is not
/// there.
pub(super) async fn hold(tx: &WriteTx, base: Uuid, ids: &[Uuid]) -> Result<Vec<Kept>, StoreError> {
    use assessment::Column;
    let rows = assessment::Entity::find()
        .filter(Column::BaseId.eq(base))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id);
    let rows = sea_orm::QuerySelect::lock_exclusive(rows).all(tx.db()).await?;
    with_lines(tx.db(), base, rows).await
}

/// Writes rows of sheets back, whatever their number.
pub(crate) async fn put(tx: &WriteTx, rows: impl IntoIterator<Item = assessment::Model>) -> Result<(), StoreError> {
    use assessment::Column;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let version = row.row_version + 1;
            let mut row = row.into_active_model().reset_all();
            row.row_version = Set(version);
            row
        })
        .collect();
    replace::<assessment::Entity, _>(tx, rows, Column::Id, Column::iter().collect()).await
}

/// The same of lines.
pub(crate) async fn put_lines(
    tx: &WriteTx,
    rows: impl IntoIterator<Item = assessment_line::Model>,
) -> Result<(), StoreError> {
    use assessment_line::Column;
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| {
            let version = row.row_version + 1;
            let mut row = row.into_active_model().reset_all();
            row.row_version = Set(version);
            row
        })
        .collect();
    replace::<assessment_line::Entity, _>(tx, rows, Column::Id, Column::iter().collect()).await
}

async fn replace<E, A>(tx: &WriteTx, rows: Vec<A>, id: E::Column, columns: Vec<E::Column>) -> Result<(), StoreError>
where
    E: EntityTrait<ActiveModel = A>,
    A: ActiveModelTrait<Entity = E> + Send,
{
    let most = 30_000 / columns.len().max(1);
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        let some: Vec<A> = rows.by_ref().take(most).collect();
        let others = OnConflict::column(id).update_columns(columns.iter().copied()).to_owned();
        E::insert_many(some).on_conflict(others).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}

/// An id that follows from what a row is: of a round in its base, a sheet in its round, a line in its sheet.
pub(super) fn named(within: Uuid, name: &str) -> Uuid {
    let digest = Sha256::new().chain_update(within.as_bytes()).chain_update(name).finalize();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_bytes(bytes)
        .with_variant(uuid::Variant::RFC4122)
        .with_version(uuid::Version::Custom)
        .into_uuid()
}

/// A line of a sheet's history.
pub(crate) fn step(
    tx: &WriteTx,
    sheet: &assessment::Model,
    actor: &Actor,
    kind: Step,
    words: &str,
) -> assessment_step::ActiveModel {
    assessment_step::ActiveModel {
        id: Set(named(sheet.id, &format!("{kind} {} {words}", tx.now()))),
        base_id: Set(sheet.base_id),
        assessment_id: Set(sheet.id),
        kind: Set(kind.code().to_owned()),
        part: Set(kind.part().map(|part| part.code().to_owned())),
        at: Set(tx.now()),
        by_name: Set(actor.name.clone()),
        account_id: Set(actor.account),
        role: Set(actor.role.code().to_owned()),
        skipped: Set(false),
        words: Set(words.to_owned()),
        difference: Set(String::new()),
    }
}
