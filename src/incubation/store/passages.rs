//! Who came into a base and who left it, by the confirmed steps.

use chrono::NaiveDate;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::record::stage_of;
use crate::{
    access::BaseReader,
    incubation::{Action, ProposalState, Stage, entity::stage_change},
    organisation::entity::organisation,
    store::{Store, StoreError},
};

/// An admission, a hatching or an exit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    pub organisation: Uuid,
    pub name: String,
    /// `None` for the beginning.
    pub action: Option<Action>,
    /// Where it led: in the base for an admission.
    pub to: Stage,
    pub on: NaiveDate,
    pub reason: String,
}

impl Passage {
    /// Whether it brought an organisation in.
    pub fn is_admission(&self) -> bool {
        !matches!(self.to, Stage::Hatched | Stage::Exited)
    }
}

/// Everybody who was admitted, hatched or left until a day, by their days: one statement.
pub async fn passages_until(store: &Store, reader: &BaseReader, until: NaiveDate) -> Result<Vec<Passage>, StoreError> {
    use stage_change::Column as Of;
    let leaves = Of::ToStage.is_in([Stage::Hatched, Stage::Exited].map(Stage::code));
    let comes = Condition::any().add(Of::FromStage.is_null()).add(Of::Action.eq(Action::Start.code()));
    let rows = stage_change::Entity::find()
        .find_also_related(organisation::Entity)
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::State.eq(ProposalState::Confirmed.code()))
        .filter(Of::EffectiveOn.lte(until))
        .filter(comes.add(leaves))
        .order_by_asc(Of::EffectiveOn)
        .order_by_asc(Of::Id)
        .all(store.read())
        .await?;
    let passage = |(row, organisation): (stage_change::Model, Option<organisation::Model>)| {
        Ok(Passage {
            organisation: row.organisation_id,
            name: organisation.map(|organisation| organisation.name).unwrap_or_default(),
            action: row.action.as_deref().and_then(Action::from_code),
            to: stage_of(&row.to_stage)?,
            on: row.effective_on,
            reason: row.reason,
        })
    };
    rows.into_iter().map(passage).collect()
}
