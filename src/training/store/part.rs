//! Which sessions are an organisation's own.

use sea_orm::{ColumnTrait, Condition, sea_query::Query};
use uuid::Uuid;

use super::super::entity::{training::Column, training_attendance, training_invitation};

/// Sessions that an organisation was invited to, or that somebody of it came to.
pub(crate) fn sessions_of(base: Uuid, organisation: Uuid) -> Condition {
    use training_attendance::Column as Came;
    use training_invitation::Column as To;
    let invited = Query::select()
        .column(To::TrainingId)
        .from(training_invitation::Entity)
        .and_where(To::BaseId.eq(base))
        .and_where(To::OrganisationId.eq(organisation))
        .to_owned();
    let came = Query::select()
        .column(Came::TrainingId)
        .from(training_attendance::Entity)
        .and_where(Came::BaseId.eq(base))
        .and_where(Came::OrganisationId.eq(organisation))
        .and_where(Came::StruckAt.is_null())
        .to_owned();
    Condition::any().add(Column::Id.in_subquery(invited)).add(Column::Id.in_subquery(came))
}
