//! Files behind the lines of sheets: which lines take them, and what is sealed of them.

use std::collections::{BTreeMap, HashMap};

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::super::{
    Shows,
    entity::{assessment, assessment_line},
};
use super::{AssessmentError, SheetPage};
use crate::{
    access::SubjectReader,
    evidence::{
        Attachment, entity,
        store::{of_lines, shows_of},
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
