//! Writing the accepted rows of a register.

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, EntityTrait};
use serde_json::json;
use uuid::Uuid;

use super::ImportError;
use crate::{
    access::Manager,
    audit::Deed,
    incubation::{
        Entry, Mode,
        entity::{incubation, reporting_span, stage_change},
        store::Entered,
    },
    organisation::{
        Field,
        entity::{organisation, organisation_strength},
        import::{Accepted, Change, Done, DoneRow, FieldDifference, JudgedRow, Outcome},
        store::{edit, record},
    },
    store::WriteTx,
    weekly_report::store::reporter::There,
};

/// What the history of an imported incubation says at its beginning.
const REASON: &str = "花名册导入";

/// New rows, gathered so that a register is written in few statements.
#[derive(Default)]
struct New {
    organisations: Vec<organisation::ActiveModel>,
    strengths: Vec<organisation_strength::ActiveModel>,
    incubations: Vec<incubation::ActiveModel>,
    changes: Vec<stage_change::ActiveModel>,
    spans: Vec<reporting_span::ActiveModel>,
}

/// Writes every accepted row and tells what was done with each.
pub(super) async fn apply(
    tx: &WriteTx,
    manager: &Manager,
    judged: &[JudgedRow],
    without_incubation: &[Uuid],
) -> Result<Vec<DoneRow>, ImportError> {
    let mut new = New::default();
    let mut done = Vec::with_capacity(judged.len());
    for judged in judged {
        let told = |what, organisation, reasons| DoneRow {
            sheet: judged.sheet.to_string(),
            row: judged.row,
            name: judged.name.clone(),
            done: what,
            organisation,
            reasons,
        };
        let accepted = match &judged.outcome {
            Outcome::Rejected(reasons) => {
                done.push(told(Done::Rejected, None, reasons.clone()));
                continue;
            }
            Outcome::Accepted(accepted) => accepted,
        };
        let (what, organisation) = match &accepted.change {
            Change::New => (Done::Created, new.add(tx, manager, accepted)?),
            Change::Updates { organisation, differences } => {
                update(tx, manager, *organisation, accepted, differences).await?;
                (Done::Updated, *organisation)
            }
            Change::Unchanged { organisation } => (Done::Unchanged, *organisation),
        };
        if accepted.change != Change::New && without_incubation.contains(&organisation) {
            new.begin(tx, manager, organisation, accepted).await?;
        }
        done.push(told(what, Some(organisation), Vec::new()));
    }
    new.write(tx).await?;
    Ok(done)
}

impl New {
    fn add(&mut self, tx: &WriteTx, manager: &Manager, accepted: &Accepted) -> Result<Uuid, ImportError> {
        let (base, id, profile) = (manager.base(), Uuid::now_v7(), &accepted.profile);
        let mut row = record::new_row(id, base, profile, tx.now());
        if let Some(entry) = entry(accepted.admitted_on, accepted.mode) {
            let entered = Entered::new(base, id, &entry, manager.actor(), tx.now(), REASON)?;
            row = entered.repeat_on(row);
            self.take(entered);
        }
        self.organisations.push(row);
        self.strengths.extend(record::strength_rows(base, id, &profile.strengths));
        let detail = json!({ "profile": edit::without_phone(profile), "admitted_on": accepted.admitted_on });
        tx.audit(base, manager.actor(), Deed::OrganisationRegistered, &id.to_string(), &detail);
        Ok(id)
    }

    /// The first incubation of an organisation that was known without one.
    async fn begin(
        &mut self,
        tx: &WriteTx,
        manager: &Manager,
        organisation: Uuid,
        accepted: &Accepted,
    ) -> Result<(), ImportError> {
        let Some(entry) = entry(accepted.admitted_on, accepted.mode) else { return Ok(()) };
        let base = manager.base();
        let entered = Entered::new(base, organisation, &entry, manager.actor(), tx.now(), REASON)?;
        if let Some(row) = tx.lock::<organisation::Entity>(organisation).await? {
            There::was(tx, &row).await?;
        }
        let row = organisation::ActiveModel { id: Set(organisation), ..Default::default() };
        organisation::Entity::update(entered.repeat_on(row)).exec(tx.db()).await?;
        self.take(entered);
        let detail = json!({ "admitted_on": entry.admitted_on, "mode": entry.mode, "reason": REASON });
        tx.audit(base, manager.actor(), Deed::IncubationEntered, &organisation.to_string(), &detail);
        Ok(())
    }

    fn take(&mut self, entered: Entered) {
        self.incubations.push(entered.incubation);
        self.changes.extend(entered.changes);
        self.spans.extend(entered.spans);
    }

    async fn write(self, tx: &WriteTx) -> Result<(), ImportError> {
        tx.insert_all(self.organisations).await?;
        tx.insert_all(self.strengths).await?;
        tx.insert_all(self.incubations).await?;
        tx.insert_all(self.changes).await?;
        tx.insert_all(self.spans).await?;
        Ok(())
    }
}

/// An admission without a mode is into the base's rooms, as most are.
fn entry(admitted_on: Option<NaiveDate>, mode: Option<Mode>) -> Option<Entry> {
    admitted_on.map(|day| Entry::incubating(mode.unwrap_or(Mode::InShell), day))
}

async fn update(
    tx: &WriteTx,
    manager: &Manager,
    id: Uuid,
    accepted: &Accepted,
    differences: &[FieldDifference],
) -> Result<(), ImportError> {
    let base = manager.base();
    let Some(row) = tx.lock::<organisation::Entity>(id).await?.filter(|row| row.base_id == base) else {
        return Err(ImportError::NotFound);
    };
    if differences.iter().any(|difference| difference.field == Field::Standing) {
        There::was(tx, &row).await?;
    }
    let new = organisation::ActiveModel {
        id: Set(id),
        row_version: Set(row.row_version + 1),
        ..record::written(&accepted.profile, tx.now())
    };
    organisation::Entity::update(new).exec(tx.db()).await?;
    if differences.iter().any(|difference| difference.field == Field::Strengths) {
        record::replace_strengths(tx, base, id, &accepted.profile.strengths).await?;
    }
    let fields: Vec<Field> = differences.iter().map(|difference| difference.field).collect();
    tx.audit(base, manager.actor(), Deed::OrganisationUpdatedByImport, &id.to_string(), &json!({ "fields": fields }));
    Ok(())
}
