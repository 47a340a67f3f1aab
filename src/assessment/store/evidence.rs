//! Files behind the lines of sheets, behind vetoes and behind corrections: which lines take them, and what is sealed of
//! them.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::{
    Column, Shows, Step,
    entity::{assessment, assessment_line, assessment_step},
};
use super::{AssessmentError, SheetPage, published::withheld};
use crate::{
    access::{BureauOfficer, Scope, SubjectReader},
    evidence::{
        Attachment, entity,
        store::{Owner, Prepared, VETO, of_lines, of_records, put_on_record, shows_of},
    },
    store::{Store, StoreError, WriteTx},
};

/// The files behind one line, in the order in which they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineFiles {
    pub own: Vec<Attachment>,
    pub operator: Vec<Attachment>,
    pub bureau: Vec<Attachment>,
    pub objection: Vec<Attachment>,
}

impl LineFiles {
    /// Those behind a party's points.
    pub fn of(&self, column: Column) -> &[Attachment] {
        match column {
            Column::Own => &self.own,
            Column::Operator => &self.operator,
            Column::Bureau => &self.bureau,
        }
    }
}

/// A file as it is sealed: what it is called, how many bytes it has, and what they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentFile {
    /// `own_points`, `operator_points`, `bureau_points` or `objection`.
    #[schema(value_type = String)]
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

/// The files behind the lines of a sheet, by the codes of their indicators; a subject sees those of others once the sheet
/// is published. One statement.
pub async fn files(
    store: &Store,
    reader: &SubjectReader,
    page: &SheetPage,
) -> Result<BTreeMap<String, LineFiles>, AssessmentError> {
    let codes: HashMap<Uuid, &String> = page.notes.iter().map(|(code, notes)| (notes.id, code)).collect();
    let found = of_lines(store.read(), reader.base(), codes.keys().copied()).await?;
    let hidden = withheld(Scope::from(reader), page.subject, page.state);
    let mut by_code: BTreeMap<String, LineFiles> = BTreeMap::new();
    for (line, shows, file) in found {
        let Some(&code) = codes.get(&line).filter(|_| !(hidden && shows.is_of_others())) else { continue };
        let files = by_code.entry(code.clone()).or_default();
        match shows {
            Shows::OwnPoints => files.own.push(file),
            Shows::OperatorPoints => files.operator.push(file),
            Shows::BureauPoints => files.bureau.push(file),
            Shows::Objection => files.objection.push(file),
        }
    }
    Ok(by_code)
}

/// The files that came with a sheet's vetoes, with their lifting and with corrections, by the step that each stands with;
/// a subject sees them once the sheet is published, and those of a correction once it is approved. One statement; none
/// where there was neither.
pub async fn veto_files(
    store: &Store,
    reader: &SubjectReader,
    page: &SheetPage,
) -> Result<HashMap<Uuid, Vec<Attachment>>, AssessmentError> {
    let with_files = [Step::Vetoed, Step::VetoLifted, Step::CorrectionAsked, Step::Corrected];
    let steps = page.steps.iter().filter(|step| with_files.contains(&step.kind));
    let steps: Vec<Uuid> = steps.map(|step| step.id).collect();
    let hidden = withheld(Scope::from(reader), page.subject, page.state);
    if hidden || steps.is_empty() {
        return Ok(HashMap::new());
    }
    Ok(of_records(store.read(), reader.base(), VETO, steps).await?)
}

/// Keeps a file that came with a step.
pub(super) async fn keep_file(
    tx: &WriteTx,
    officer: &BureauOfficer,
    sheet: &assessment::Model,
    step: &assessment_step::ActiveModel,
    file: Option<&Prepared>,
) -> Result<(), StoreError> {
    let (Some(file), Set(id)) = (file, &step.id) else { return Ok(()) };
    let owner = Owner { base: sheet.base_id, subject: sheet.subject_id, kind: VETO, id: *id };
    put_on_record(tx, owner, officer.actor(), file).await?;
    Ok(())
}

/// What came with a correction that was asked for at an instant stands with the step that made it: it is sealed there,
/// and its subject sees it.
pub(super) async fn hand_over(
    tx: &WriteTx,
    sheet: &assessment::Model,
    asked_at: DateTime<Utc>,
    made: &assessment_step::ActiveModel,
) -> Result<(), StoreError> {
    use assessment_step::Column as Of;
    let Set(made) = made.id else { return Ok(()) };
    let asked = Query::select()
        .column(Of::Id)
        .from(assessment_step::Entity)
        .and_where(Of::BaseId.eq(sheet.base_id))
        .and_where(Of::AssessmentId.eq(sheet.id))
        .and_where(Of::Kind.eq(Step::CorrectionAsked.code()))
        .and_where(Of::At.eq(asked_at))
        .to_owned();
    entity::Entity::update_many()
        .col_expr(entity::Column::OwnerId, Expr::value(made))
        .filter(entity::Column::BaseId.eq(sheet.base_id))
        .filter(entity::Column::Owner.eq(VETO))
        .filter(entity::Column::OwnerId.in_subquery(asked))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Whether the subject of a sheet may see what came with a step: once the sheet is published, and not what was only asked
/// for.
pub(crate) async fn of_step_is_published(
    db: &impl ConnectionTrait,
    base: Uuid,
    step: Uuid,
) -> Result<bool, StoreError> {
    let step = assessment_step::Entity::find_by_id(step).filter(assessment_step::Column::BaseId.eq(base));
    let Some(step) = step.one(db).await?.filter(|step| step.kind != Step::CorrectionAsked.code()) else {
        return Ok(false);
    };
    is_published(db, step.assessment_id).await
}

/// Whether the subject of a sheet may see what others gave on a line, and what stands behind it.
pub(crate) async fn of_line_is_published(
    db: &impl ConnectionTrait,
    base: Uuid,
    line: Uuid,
) -> Result<bool, StoreError> {
    let line = assessment_line::Entity::find_by_id(line).filter(assessment_line::Column::BaseId.eq(base));
    let Some(line) = line.one(db).await? else { return Ok(false) };
    is_published(db, line.assessment_id).await
}

async fn is_published(db: &impl ConnectionTrait, sheet: Uuid) -> Result<bool, StoreError> {
    let sheet = assessment::Entity::find_by_id(sheet).one(db).await?;
    let Some(sheet) = sheet else { return Ok(false) };
    Ok(sheet.read_state()?.is_public())
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
