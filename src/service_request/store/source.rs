//! What a request came out of, if it was not asked for directly.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, sea_query::SimpleExpr};
use uuid::Uuid;

use super::{
    super::entity::service_request::{Column, Entity},
    ServiceError,
};
use crate::{
    access::SubjectReader,
    follow_up,
    store::{Store, StoreError},
    weekly_report::entity::weekly_report,
};

/// A record that says that an organisation needs help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Its weekly report.
    Report(Uuid),
    /// A filed visit, after it hatched.
    Visit(Uuid),
}

impl Source {
    pub(super) fn report(self) -> Option<Uuid> {
        match self {
            Self::Report(id) => Some(id),
            Self::Visit(_) => None,
        }
    }

    pub(super) fn visit(self) -> Option<Uuid> {
        match self {
            Self::Visit(id) => Some(id),
            Self::Report(_) => None,
        }
    }

    /// Of requests: those that came out of it.
    fn condition(self) -> SimpleExpr {
        match self {
            Self::Report(id) => Column::ReportId.eq(id),
            Self::Visit(id) => Column::FollowUpId.eq(id),
        }
    }

    /// The record is the organisation's, and has led to no request; a visit is filed and says that help is needed.
    pub(super) async fn check(
        self,
        db: &impl ConnectionTrait,
        base: Uuid,
        organisation: Uuid,
    ) -> Result<(), ServiceError> {
        let theirs = match self {
            Self::Report(id) => of_organisation(db, base, organisation, id).await?,
            Self::Visit(id) => follow_up::store::help_needed(db, base, organisation, id).await?.is_some(),
        };
        if !theirs {
            return Err(ServiceError::NotFound);
        }
        let before = Entity::find().filter(Column::BaseId.eq(base)).filter(self.condition()).count(db).await?;
        if before > 0 { Err(ServiceError::AskedBefore) } else { Ok(()) }
    }
}

async fn of_organisation(
    db: &impl ConnectionTrait,
    base: Uuid,
    organisation: Uuid,
    report: Uuid,
) -> Result<bool, StoreError> {
    let theirs = weekly_report::Entity::find_by_id(report)
        .filter(weekly_report::Column::BaseId.eq(base))
        .filter(weekly_report::Column::SubjectId.eq(organisation));
    Ok(theirs.count(db).await? > 0)
}

/// The request that a weekly report or a visit has led to; one statement.
pub async fn led_to(store: &Store, reader: &SubjectReader, source: Source) -> Result<Option<Uuid>, ServiceError> {
    let found = Entity::find()
        .filter(Column::BaseId.eq(reader.base()))
        .filter(Column::OrganisationId.eq(reader.subject()))
        .filter(source.condition())
        .one(store.read())
        .await?;
    Ok(found.map(|row| row.id))
}
