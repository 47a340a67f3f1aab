//! Who does the timed work: one replica at a time, under a lease in the database.

use chrono::TimeDelta;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter,
    sea_query::{Expr, OnConflict, Query},
};

use super::super::entity::job_lease::{Column, Entity};
use crate::{
    access::System,
    store::{Store, StoreError},
};

/// Takes the lease of a work, or renews one's own, in one conditional statement. `false` where somebody else holds it
/// and their time is not over.
pub async fn take(store: &Store, name: &str, holder: &str, length: TimeDelta) -> Result<bool, StoreError> {
    let tx = store.begin_unrecorded(System::named("job").actor(), "job.lease").await?;
    let now = tx.now();
    let mine = Expr::col((Entity, Column::Holder)).eq(holder);
    let over = Expr::col((Entity, Column::Until)).lte(now);
    let lease = Query::insert()
        .into_table(Entity)
        .columns([Column::Name, Column::Holder, Column::Until])
        .values_panic([name.into(), holder.into(), (now + length).into()])
        .on_conflict(
            OnConflict::column(Column::Name)
                .update_columns([Column::Holder, Column::Until])
                .action_and_where(mine.or(over))
                .to_owned(),
        )
        .to_owned();
    let taken = tx.db().execute(&lease).await?.rows_affected() == 1;
    tx.commit_unrecorded().await?;
    Ok(taken)
}

/// Gives a lease back, so that the next one need not wait for its end. Somebody else's stays as it is.
pub async fn release(store: &Store, name: &str, holder: &str) -> Result<(), StoreError> {
    let tx = store.begin_unrecorded(System::named("job").actor(), "job.lease").await?;
    let mine = Column::Name.eq(name).and(Column::Holder.eq(holder));
    Entity::delete_many().filter(mine).exec(tx.db()).await?;
    tx.commit_unrecorded().await
}
