//! Sealed versions of a sheet: each stays readable, and its text is what its seal is of.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use super::super::{
    CorrectionState, Occasion,
    entity::{assessment, assessment_correction},
};
use super::{
    AssessmentError,
    document::Document,
    read::find,
    sealed::{self, LineWords, Said},
};
use crate::{
    access::{BaseReader, SubjectReader},
    store::Store,
};

/// One version of a sheet, as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedVersion {
    pub version: i32,
    pub sealed_at: DateTime<Utc>,
    /// SHA-256 of `text` in hexadecimal digits.
    pub seal: String,
    /// The canonical sheet, as JSON.
    pub text: String,
    pub document: Document,
    /// What was said on its lines; none where its text is of the time before it had that.
    pub words: Vec<LineWords>,
}

/// A sealed version of a subject's sheet; the one that stands where none is named.
pub async fn sealed_version(
    store: &Store,
    reader: &SubjectReader,
    occasion: Occasion,
    version: Option<i32>,
) -> Result<SealedVersion, AssessmentError> {
    use assessment_correction::Column as Of;
    let row = find(store.read(), reader.base(), reader.subject(), occasion).await?.ok_or(AssessmentError::NotFound)?;
    let version = version.unwrap_or(row.version);
    let (sealed_at, seal, text) = if version == row.version {
        (row.sealed_at, row.seal, row.document)
    } else {
        let before = assessment_correction::Entity::find()
            .filter(Of::BaseId.eq(row.base_id))
            .filter(Of::AssessmentId.eq(row.id))
            .filter(Of::Version.eq(version))
            .filter(Of::State.eq(CorrectionState::Approved.code()));
        let before = before.one(store.read()).await?.ok_or(AssessmentError::NotFound)?;
        (before.before_sealed_at, before.before_seal, before.before_document)
    };
    let sealed_at = sealed_at.ok_or(AssessmentError::NotFound)?;
    let Said { sheet: document, lines: words } = sealed::read(&text)?;
    Ok(SealedVersion { version, sealed_at, seal, text, document, words })
}

/// The text of the sealed version that stands, by code or name of its subject: its SHA-256 is the seal.
///
/// # Errors
/// [`AssessmentError::NotFound`] where there is no such sheet, or it is not sealed yet.
pub async fn sealed_text(
    store: &Store,
    reader: &BaseReader,
    occasion: Occasion,
    subject: &str,
) -> Result<String, AssessmentError> {
    use assessment::Column as Of;
    let called = Condition::any().add(Of::SubjectCode.eq(subject)).add(Of::SubjectName.eq(subject));
    let text: Option<String> = assessment::Entity::find()
        .select_only()
        .column(Of::Document)
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Quarter.eq(occasion.to_string()))
        .filter(Of::SealedAt.is_not_null())
        .filter(called)
        .into_tuple()
        .one(store.read())
        .await?;
    text.ok_or(AssessmentError::NotFound)
}
