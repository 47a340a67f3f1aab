//! Putting files behind the lines of sheets, and taking them away: each party behind its own points, as long as it gives
//! them, and a subject behind its objections.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    AssessmentError,
    hand::{Hand, may, wrote},
};
use crate::{
    assessment::{
        Shows,
        entity::{assessment, assessment_line, assessment_round},
    },
    evidence::{
        EvidenceError, Files, entity as attachment,
        store::{Owner, Upload, has_room, id, owner_of, prepare, put_on_record, shows_of, take_away},
    },
    store::{Begun, Intent, Store, WriteTx},
};

/// Checks a file by its contents and keeps it behind a line; the attachment's id.
///
/// # Errors
/// [`AssessmentError::File`] where the file is not taken, or none is now; [`AssessmentError::Part`] where the person may
/// not take that part in the sheet.
pub async fn add_file(
    store: &Store,
    files: &Files,
    hand: &Hand,
    (line, shows): (Uuid, Shows),
    upload: Upload,
    intent: Intent,
) -> Result<Uuid, AssessmentError> {
    if let Some(done) = store.outcome(&hand.actor, &intent).await? {
        return Ok(id(&done)?);
    }
    let prepared = prepare(files, hand.base, upload).await?;
    let tx = match store.begin(&hand.actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(done) => return Ok(id(&done)?),
    };
    let sheet = open_to_files(&tx, hand, line, shows).await?;
    let owner = Owner { base: sheet.base_id, subject: sheet.subject_id, kind: owner_of(shows), id: line };
    has_room(&tx, owner.base, owner.kind, owner.id).await?;
    let added = put_on_record(&tx, owner, &hand.actor, &prepared).await?;
    Ok(id(&tx.commit(added.to_string()).await?)?)
}

/// Takes a file away from its line, under the same conditions as adding one.
///
/// # Errors
/// As those of [`add_file`].
pub async fn remove_file(store: &Store, hand: &Hand, file: Uuid, intent: Intent) -> Result<(), AssessmentError> {
    let Begun::Fresh(tx) = store.begin(&hand.actor, intent).await? else { return Ok(()) };
    let there = attachment::Entity::find_by_id(file)
        .filter(attachment::Column::BaseId.eq(hand.base))
        .filter(attachment::Column::RemovedAt.is_null());
    let row = there.one(tx.db()).await?.ok_or(AssessmentError::NotFound)?;
    let shows = shows_of(&row.owner).ok_or(AssessmentError::NotFound)?;
    open_to_files(&tx, hand, row.owner_id, shows).await?;
    take_away(&tx, &hand.actor, file).await?;
    tx.commit("").await?;
    Ok(())
}

/// The sheet of a line, held, where the line takes such files from somebody, and lets them go. Whoever puts something
/// behind points takes part in them.
async fn open_to_files(
    tx: &WriteTx,
    hand: &Hand,
    line: Uuid,
    shows: Shows,
) -> Result<assessment::Model, AssessmentError> {
    let find = || assessment_line::Entity::find_by_id(line).filter(assessment_line::Column::BaseId.eq(hand.base));
    let row = find().one(tx.db()).await?.ok_or(AssessmentError::NotFound)?;
    let sheet = tx.lock::<assessment::Entity>(row.assessment_id).await?;
    let sheet = sheet.filter(|sheet| hand.covers(sheet) && sheet.rated).ok_or(AssessmentError::NotFound)?;
    // As it stands now that the sheet is held: somebody may have decided on the objection meanwhile.
    let row = find().one(tx.db()).await?.ok_or(AssessmentError::NotFound)?;
    let state = sheet.read_state()?;
    let turn = hand.turn(&sheet, state)?;
    let round = assessment_round::Entity::find_by_id(sheet.round_id).one(tx.db()).await?;
    let timetable = round.ok_or(AssessmentError::NotFound)?.read_timetable(sheet.of_base)?;
    let overdue = timetable.is_overdue(state, turn.action, tx.now());
    let objection = row.objected_at.map(|_| row.decided_at.is_none());
    if !shows.takes_files(turn, state, overdue, objection) {
        return Err(EvidenceError::Closed.into());
    }
    if let Some(part) = turn.part() {
        may(tx.db(), &sheet, &hand.actor, part).await?;
    }
    tx.insert_all(wrote(tx, hand, &sheet, turn).await?).await?;
    Ok(sheet)
}
