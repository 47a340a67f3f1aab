use chrono::{DateTime, FixedOffset, Utc};
use chrono_tz::Tz;
use hatchboard::assessment::store::{Document, SheetPage};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A sheet with its lines. Until the publication, whoever belongs to its subject is told neither what others gave nor what
/// it comes to: bonus, deductions, veto, total and band are `null` then.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SheetView {
    id: Uuid,
    /// An organisation's id, or the base's own.
    subject_id: Uuid,
    /// By which kind of card: `organisation`, `community`, `base`, `exit_review` or `annual`.
    kind: &'static str,
    /// False where too few weeks asked for a report.
    rated: bool,
    #[serde(flatten)]
    sheet: Document,
    /// `null` while the facts are provisional.
    facts_frozen: Option<DateTime<FixedOffset>>,
    published: Option<DateTime<FixedOffset>>,
    sealed: Option<DateTime<FixedOffset>>,
    /// The SHA-256 of the text that was sealed, in hexadecimal digits; `null` before.
    seal: Option<String>,
}

impl SheetView {
    /// `zone`: the base's.
    pub(crate) fn of(page: SheetPage, sheet: Document, zone: Tz) -> Self {
        let there = |at: DateTime<Utc>| at.with_timezone(&zone).fixed_offset();
        Self {
            id: page.id,
            subject_id: page.subject,
            kind: page.kind.code(),
            rated: page.rated,
            sheet,
            facts_frozen: page.facts_at.map(there),
            published: page.published_at.map(there),
            sealed: page.sealed_at.map(there),
            seal: Some(page.seal).filter(|seal| !seal.is_empty()),
        }
    }
}
