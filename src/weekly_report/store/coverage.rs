//! How many of a base's organisations report.

use sea_orm::{ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect};

use crate::{
    access::BaseReader,
    incubation::entity::reporting_span,
    organisation::entity::organisation,
    period::Week,
    store::{Store, StoreError},
};

/// A base's organisations in a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coverage {
    /// They are there to report.
    pub reporting: u32,
    /// All that stand in the registry.
    pub organisations: u32,
}

/// Two statements.
pub async fn coverage(store: &Store, reader: &BaseReader, week: Week) -> Result<Coverage, StoreError> {
    use reporting_span::Column as Of;
    let open = Condition::any().add(Of::LastWeek.is_null()).add(Of::LastWeek.gte(week.to_string()));
    let reporting = reporting_span::Entity::find()
        .select_only()
        .column(Of::OrganisationId)
        .distinct()
        .filter(Of::BaseId.eq(reader.base()))
        .filter(Of::FirstWeek.lte(week.to_string()))
        .filter(open)
        .count(store.read())
        .await?;
    let organisations =
        organisation::Entity::find().filter(organisation::Column::BaseId.eq(reader.base())).count(store.read()).await?;
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Coverage { reporting: number(reporting), organisations: number(organisations) })
}
