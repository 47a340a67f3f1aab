//! Who acts on a sheet, as whom, and whether they may.

use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::super::{
    Belonging, Deed, Occasion, Part, State, Step, Turn,
    entity::{assessment, assessment_step},
    may_take,
};
use super::{AssessmentError, record::step};
use crate::{
    access::{Actor, BureauOfficer, Manager, Member, Role},
    account::entity::membership,
    base,
    store::{StoreError, WriteTx},
};

/// Somebody who gives points.
#[derive(Debug, Clone)]
pub struct Hand {
    pub(super) base: Uuid,
    /// Their organisation; of the base's own people none.
    organisation: Option<Uuid>,
    role: Role,
    pub(super) actor: Actor,
}

impl From<&Member> for Hand {
    fn from(member: &Member) -> Self {
        let (base, organisation) = (member.base(), Some(member.organisation()));
        Self { base, organisation, role: Role::Organisation, actor: member.actor().clone() }
    }
}

impl From<&Manager> for Hand {
    fn from(manager: &Manager) -> Self {
        Self { base: manager.base(), organisation: None, role: Role::Manager, actor: manager.actor().clone() }
    }
}

impl From<&BureauOfficer> for Hand {
    fn from(officer: &BureauOfficer) -> Self {
        Self { base: officer.base(), organisation: None, role: Role::Bureau, actor: officer.actor().clone() }
    }
}

impl Hand {
    /// Whether a sheet is one that they act on.
    pub(super) fn covers(&self, sheet: &assessment::Model) -> bool {
        let own = |organisation| !sheet.of_base && sheet.subject_id == organisation;
        sheet.base_id == self.base && self.organisation.is_none_or(own)
    }

    pub(super) fn turn(&self, sheet: &assessment::Model, state: State) -> Result<Turn, AssessmentError> {
        Turn::of(self.role, sheet.of_base, state).ok_or(AssessmentError::NotFound)
    }
}

/// Whether a person may take a part in a sheet: they do not belong to its subject, nor did so while it was judged, and have
/// taken none that bars it. Three statements; none for the program itself.
pub(super) async fn may(
    db: &impl ConnectionTrait,
    sheet: &assessment::Model,
    actor: &Actor,
    part: Part,
) -> Result<(), AssessmentError> {
    let Some(person) = actor.account else { return Ok(()) };
    let belongs = Belongings::of(db, sheet.base_id, Some(person)).await?.bar(sheet)?;
    let deeds = deeds(db, sheet.base_id, &[sheet.id]).await?;
    let before: Vec<Deed> = deeds.into_iter().map(|(_, deed)| deed).collect();
    Ok(may_take(part, person, belongs, &before)?)
}

/// The subjects that somebody belongs to, or once did.
pub(super) struct Belongings(Vec<(Uuid, Belonging)>);

impl Belongings {
    /// Two statements; none for the program itself.
    pub(super) async fn of(db: &impl ConnectionTrait, base: Uuid, person: Option<Uuid>) -> Result<Self, StoreError> {
        use membership::Column as Of;
        let Some(person) = person else { return Ok(Self(Vec::new())) };
        let of_base = base::store::by_id(db, base).await?;
        let of_base = of_base.ok_or_else(|| StoreError::Unreadable(format!("base {base}")))?;
        let memberships =
            membership::Entity::find().filter(Of::AccountId.eq(person)).filter(Of::BaseId.eq(base)).all(db).await?;
        let belonging = |row: membership::Model| {
            let ended = row.ended_at.map(|at| of_base.day(at));
            Some((subject_of(&row)?, Belonging { since: of_base.day(row.since), ended }))
        };
        Ok(Self(memberships.into_iter().filter_map(belonging).collect()))
    }

    /// Whether one of them keeps them from a sheet.
    pub(super) fn bar(&self, sheet: &assessment::Model) -> Result<bool, StoreError> {
        Ok(self.bar_from(sheet.subject_id, sheet.read_occasion()?))
    }

    /// Whether one of them keeps them from what is judged of a subject.
    pub(super) fn bar_from(&self, subject: Uuid, occasion: Occasion) -> bool {
        let judged = occasion.days();
        self.0.iter().any(|(of, one)| *of == subject && one.bars(judged.as_ref()))
    }
}

/// Whose own a membership makes somebody: the organisation's; of the operator's people, the base's.
fn subject_of(row: &membership::Model) -> Option<Uuid> {
    row.organisation_id.or_else(|| (row.role == Role::Manager.code()).then_some(row.base_id))
}

/// The first thing that somebody gives in a part stands in the history, so that it bars them from others: the step that
/// says so, where there is none yet.
pub(super) async fn wrote(
    tx: &WriteTx,
    hand: &Hand,
    sheet: &assessment::Model,
    turn: Turn,
) -> Result<Vec<assessment_step::ActiveModel>, StoreError> {
    let Some((part, person)) = turn.part().zip(hand.actor.account) else { return Ok(Vec::new()) };
    let before = deeds(tx.db(), hand.base, &[sheet.id]).await?;
    if before.iter().any(|(_, deed)| deed.person == person && deed.part == part) {
        return Ok(Vec::new());
    }
    let mut wrote = step(tx, sheet, &hand.actor, Step::Wrote, "");
    wrote.part = Set(Some(part.code().to_owned()));
    Ok(vec![wrote])
}

/// The organisations that somebody belongs to, and whether they are of the operator.
pub(crate) async fn own_subjects(
    db: &impl ConnectionTrait,
    base: Uuid,
    person: Option<Uuid>,
) -> Result<Vec<Uuid>, StoreError> {
    use membership::Column as Of;
    let Some(person) = person else { return Ok(Vec::new()) };
    let memberships = membership::Entity::find()
        .filter(Of::AccountId.eq(person))
        .filter(Of::BaseId.eq(base))
        .filter(Of::EndedAt.is_null())
        .all(db)
        .await?;
    Ok(memberships.iter().filter_map(subject_of).collect())
}

/// Which parts people have taken in some sheets: one statement.
pub(super) async fn deeds(
    db: &impl ConnectionTrait,
    base: Uuid,
    sheets: &[Uuid],
) -> Result<Vec<(Uuid, Deed)>, StoreError> {
    use assessment_step::Column as Of;
    let steps = assessment_step::Entity::find()
        .filter(Of::BaseId.eq(base))
        .filter(Of::AssessmentId.is_in(sheets.iter().copied()))
        .filter(Of::Part.is_not_null())
        .filter(Of::AccountId.is_not_null())
        .all(db)
        .await?;
    let deed = |step: assessment_step::Model| {
        let part = Part::from_code(step.part.as_deref()?)?;
        Some((step.assessment_id, Deed { person: step.account_id?, part }))
    };
    Ok(steps.into_iter().filter_map(deed).collect())
}
