//! Vetoes (一票否决), each with what shows it.

use serde_json::json;

use super::super::Step;
use super::{
    AssessmentError, Seen,
    check::{judged, settle},
    said,
};
use crate::{
    access::BureauOfficer,
    audit::Deed,
    evidence::store::Prepared,
    store::{Begun, Intent, Store},
};

/// A veto of the card with what shows it, words and a file where there is one, or its lifting where `code` is empty.
pub async fn veto(
    store: &Store,
    officer: &BureauOfficer,
    seen: Seen,
    code: &str,
    note: &str,
    file: Option<&Prepared>,
    intent: Intent,
) -> Result<(), AssessmentError> {
    let note = said(note)?;
    let Begun::Fresh(tx) = store.begin(officer.actor(), intent).await? else { return Ok(()) };
    let mut kept = judged(&tx, officer, seen).await?;
    let card = kept.row.read_card()?;
    let veto = card.vetoes.iter().find(|veto| veto.code == code);
    if veto.is_none() && !code.is_empty() {
        return Err(AssessmentError::NoSuchVeto);
    }
    kept.row.veto = veto.map(|veto| veto.code.clone());
    kept.row.veto_note.clone_from(&note);
    let (kind, deed) = match veto {
        Some(_) => (Step::Vetoed, Deed::AssessmentVetoed),
        None => (Step::VetoLifted, Deed::AssessmentVetoLifted),
    };
    let detail = json!({ "subject": kept.row.subject_id, "veto": code, "words": note });
    tx.audit(kept.row.base_id, officer.actor(), deed, &kept.row.id.to_string(), &detail);
    settle(tx, officer, kept, kind, (&note, file)).await
}
