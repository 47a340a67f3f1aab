//! Files behind the lines of sheets and behind vetoes: which lines take them, and what is sealed of them.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    Shows, Step,
    entity::{assessment, assessment_line, assessment_step},
};
use super::{AssessmentError, SheetPage, published::withheld};
use crate::{
    access::{Scope, SubjectReader},
    evidence::{
        Attachment, entity,
        store::{VETO, of_lines, of_records, shows_of},
    },
    store::{Store, StoreError, WriteTx},
};

/// The files behind one line, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineFiles {
    pub own: Vec<Attachment>,
    pub objection: Vec<Attachment>,
}

/// A file as it is sealed: what it is called, how many bytes it has, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFile {
    pub shows: Shows,
    pub name: String,
    pub size: i64,
    pub sha256: String,
}

/// A file that came with a step of a sheet's history, as it is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct StepFile {
    name: String,
    size: i64,
    sha256: String,
}

/// The files behind the lines of a sheet, by the codes of their indicators: one statement.
pub async fn files(
    store: &Store,
    reader: &SubjectReader,
    page: &SheetPage,
) -> Result<BTreeMap<String, LineFiles>, AssessmentError> {
    let codes: HashMap<Uuid, &String> = page.notes.iter().map(|(code, notes)| (notes.id, code)).collect();
    let found = of_lines(store.read(), reader.base(), codes.keys().copied()).await?;
    let mut by_code: BTreeMap<String, LineFiles> = BTreeMap::new();
    for (line, shows, file) in found {
        let Some(&code) = codes.get(&line) else { continue };
        let files = by_code.entry(code.clone()).or_default();
        match shows {
            Shows::OwnPoints => files.own.push(file),
            Shows::Objection => files.objection.push(file),
        }
    }
    Ok(by_code)
}

/// The files that came with a sheet's vetoes and with their lifting, by the step that each came with; a subject sees
/// them once the sheet is published. One statement; none where there was no veto.
pub async fn veto_files(
    store: &Store,
    reader: &SubjectReader,
    page: &SheetPage,
) -> Result<HashMap<Uuid, Vec<Attachment>>, AssessmentError> {
    let vetoes = page.steps.iter().filter(|step| matches!(step.kind, Step::Vetoed | Step::VetoLifted));
    let steps: Vec<Uuid> = vetoes.map(|step| step.id).collect();
    let hidden = withheld(Scope::from(reader), page.subject, page.state);
    if hidden || steps.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(of_records(store.read(), reader.base(), VETO, steps).await?)
}

/// Whether the sheet that a step was done with has been published.
pub(crate) async fn is_published(db: &impl ConnectionTrait, base: Uuid, step: Uuid) -> Result<bool, StoreError> {
    let step = assessment_step::Entity::find_by_id(step).filter(assessment_step::Column::BaseId.eq(base));
    let Some(step) = step.one(db).await? else { return Ok(false) };
    let sheet = assessment::Entity::find_by_id(step.assessment_id).one(db).await?;
    let Some(sheet) = sheet else { return Ok(false) };
    Ok(sheet.read_state()?.is_public())
}

/// Whether a line of a subject's sheet takes such files now; the sheet is held. `None` where there is no such line.
pub(crate) async fn takes_files(
    tx: &WriteTx,
    base: Uuid,
    subject: Uuid,
    line: Uuid,
    shows: Shows,
) -> Result<Option<bool>, StoreError> {
    let find = || assessment_line::Entity::find_by_id(line).filter(assessment_line::Column::BaseId.eq(base));
    let Some(row) = find().one(tx.db()).await? else { return Ok(None) };
    let sheet = tx.lock::<assessment::Entity>(row.assessment_id).await?;
    let Some(sheet) = sheet.filter(|sheet| sheet.subject_id == subject && sheet.rated) else { return Ok(None) };
    // As it stands now that the sheet is held: somebody may have decided on the objection meanwhile.
    let Some(row) = find().one(tx.db()).await? else { return Ok(None) };
    let objection = row.objected_at.map(|_| row.decided_at.is_none());
    Ok(Some(shows.takes_files(sheet.read_state()?, objection)))
}

/// The files behind the lines of some sheets as they are sealed, by sheet, each with the code of its indicator: one
/// statement.
pub(super) async fn to_seal(
    db: &impl ConnectionTrait,
    base: Uuid,
    sheets: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<(String, DocumentFile)>>, StoreError> {
    let of_line = entity::Entity::belongs_to(assessment_line::Entity)
        .from(entity::Column::OwnerId)
        .to(assessment_line::Column::Id);
    let rows: Vec<(Uuid, String, String, String, i64, String)> = entity::Entity::find()
        .select_only()
        .columns([assessment_line::Column::AssessmentId, assessment_line::Column::Code])
        .columns([entity::Column::Owner, entity::Column::Name, entity::Column::Size, entity::Column::FileHash])
        .join(JoinType::InnerJoin, of_line.into())
        .filter(entity::Column::BaseId.eq(base))
        .filter(entity::Column::RemovedAt.is_null())
        .filter(assessment_line::Column::AssessmentId.is_in(sheets))
        .order_by_asc(entity::Column::AddedAt)
        .order_by_asc(entity::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut by_sheet: HashMap<Uuid, Vec<(String, DocumentFile)>> = HashMap::new();
    for (sheet, code, owner, name, size, sha256) in rows {
        let Some(shows) = shows_of(&owner) else { continue };
        by_sheet.entry(sheet).or_default().push((code, DocumentFile { shows, name, size, sha256 }));
    }
    Ok(by_sheet)
}

/// The files that came with vetoes of some sheets as they are sealed, by the step that each came with: one statement.
pub(super) async fn vetoes_to_seal(
    db: &impl ConnectionTrait,
    base: Uuid,
    sheets: impl IntoIterator<Item = Uuid>,
) -> Result<HashMap<Uuid, Vec<StepFile>>, StoreError> {
    let of_step = entity::Entity::belongs_to(assessment_step::Entity)
        .from(entity::Column::OwnerId)
        .to(assessment_step::Column::Id);
    let rows: Vec<(Uuid, String, i64, String)> = entity::Entity::find()
        .select_only()
        .columns([entity::Column::OwnerId, entity::Column::Name, entity::Column::Size, entity::Column::FileHash])
        .join(JoinType::InnerJoin, of_step.into())
        .filter(entity::Column::BaseId.eq(base))
        .filter(entity::Column::Owner.eq(VETO))
        .filter(entity::Column::RemovedAt.is_null())
        .filter(assessment_step::Column::AssessmentId.is_in(sheets))
        .order_by_asc(entity::Column::AddedAt)
        .order_by_asc(entity::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    let mut by_step: HashMap<Uuid, Vec<StepFile>> = HashMap::new();
    for (step, name, size, sha256) in rows {
        by_step.entry(step).or_default().push(StepFile { name, size, sha256 });
    }
    Ok(by_step)
}
