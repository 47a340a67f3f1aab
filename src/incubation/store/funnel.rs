//! How many organisations stand where, and who moved when.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
    RelationTrait, sea_query::Expr,
};
use uuid::Uuid;

use super::record::stage_of;
use crate::{
    access::BaseReader,
    incubation::{Action, Flow, Phase, ProposalState, Stage, StageChange, entity::stage_change, flows},
    organisation::entity::organisation,
    period::Stretch,
    store::{Page, Paging, Store, StoreError},
};

/// Where a base's organisations stand, and what moved in a stretch of time beside the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel {
    /// Today, by the newest incubation: stages where somebody stands.
    pub standing: Vec<(Stage, u32)>,
    pub within: Stretch,
    /// One for each phase.
    pub now: Vec<Flow>,
    pub before: Vec<Flow>,
    /// Confirmed changes of stage in the stretch, the newest first.
    pub moves: Page<Moved>,
}

impl Funnel {
    /// How many stand in a phase today.
    pub fn stand_in(&self, phase: Phase) -> u32 {
        self.standing.iter().filter(|(stage, _)| Phase::from(*stage) == phase).map(|(_, number)| number).sum()
    }
}

/// An organisation that moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub organisation: Uuid,
    pub name: String,
    /// `None` for the beginning.
    pub action: Option<Action>,
    pub change: StageChange,
}

#[derive(Debug, FromQueryResult)]
struct Row {
    organisation_id: Uuid,
    name: String,
    action: Option<String>,
    from_stage: Option<String>,
    to_stage: String,
    effective_on: NaiveDate,
}

impl Row {
    fn read(self) -> Result<Moved, StoreError> {
        let change = StageChange {
            from: self.from_stage.as_deref().map(stage_of).transpose()?,
            to: stage_of(&self.to_stage)?,
            on: self.effective_on,
        };
        let action = self.action.as_deref().and_then(Action::from_code);
        Ok(Moved { organisation: self.organisation_id, name: self.name, action, change })
    }
}

/// A base's funnel: two statements. `phase`: only moves that lead into it or out of it are listed.
pub async fn funnel(
    store: &Store,
    reader: &BaseReader,
    within: Stretch,
    phase: Option<Phase>,
    paging: Paging,
) -> Result<Funnel, StoreError> {
    use organisation::Column as Of;
    use stage_change::Column as Change;
    let before = within.previous();
    let standing: Vec<(String, i64)> = organisation::Entity::find()
        .select_only()
        .column(Of::Stage)
        .expr(Expr::col(Of::Id).count())
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::Stage.ne(""))
        .group_by(Of::Stage)
        .into_tuple()
        .all(store.read())
        .await?;
    let mut stand = Vec::with_capacity(standing.len());
    for (stage, number) in standing {
        stand.push((stage_of(&stage)?, u32::try_from(number).unwrap_or(u32::MAX)));
    }
    stand.sort_unstable();
    let rows: Vec<Row> = stage_change::Entity::find()
        .select_only()
        .columns([Change::OrganisationId, Change::Action, Change::FromStage, Change::ToStage, Change::EffectiveOn])
        .column_as(Of::Name, "name")
        .join(JoinType::InnerJoin, stage_change::Relation::Organisation.def())
        .filter(Change::BaseId.eq(reader.base()))
        .filter(Change::State.eq(ProposalState::Confirmed.code()))
        .filter(Change::EffectiveOn.between(before.first_day(), within.last_day()))
        .order_by_desc(Change::EffectiveOn)
        .order_by_desc(Change::Seq)
        .order_by_asc(Change::Id)
        .into_model()
        .all(store.read())
        .await?;
    let moves: Vec<Moved> = rows.into_iter().map(Row::read).collect::<Result<_, _>>()?;
    let changes: Vec<StageChange> = moves.iter().map(|moved| moved.change).collect();
    let of_phase = |change: &StageChange| {
        phase.is_none_or(|phase| change.enters() == Some(phase) || change.leaves() == Some(phase))
    };
    let listed = moves.into_iter().filter(|moved| within.contains(moved.change.on) && of_phase(&moved.change));
    let listed: Vec<Moved> = listed.collect();
    let total = listed.len() as u64;
    let place = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let rows = listed.into_iter().skip(place(paging.offset())).take(place(paging.size)).collect();
    Ok(Funnel {
        standing: stand,
        within,
        now: flows(&changes, within),
        before: flows(&changes, before),
        moves: Page { rows, total },
    })
}
