//! What was typed into a form that could not be accepted: kept for a day, for the one who typed it.

use chrono::TimeDelta;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{Store, StoreError, entity::returned_form};

/// A form as it came, and what is wrong with it, both as JSON.
#[derive(Debug, Clone)]
pub struct Returned {
    pub fields: String,
    pub problems: String,
}

/// Keeps a form and gives the id under which its sender finds it again.
pub async fn keep(store: &Store, form: &str, account: Option<Uuid>, returned: Returned) -> Result<Uuid, StoreError> {
    let id = Uuid::new_v4();
    let row = returned_form::ActiveModel {
        id: Set(id),
        form: Set(form.to_owned()),
        account_id: Set(account),
        fields: Set(returned.fields),
        problems: Set(returned.problems),
        at: Set(store.now()),
    };
    returned_form::Entity::insert(row).exec_without_returning(&store.writer).await?;
    Ok(id)
}

/// Finds what [`keep`] kept, for the same form and account only.
pub async fn find(store: &Store, id: Uuid, form: &str, account: Option<Uuid>) -> Result<Option<Returned>, StoreError> {
    let row = returned_form::Entity::find_by_id(id).one(store.read()).await?;
    Ok(row
        .filter(|row| row.form == form && row.account_id == account && store.now() - row.at < TimeDelta::days(1))
        .map(|row| Returned { fields: row.fields, problems: row.problems }))
}

/// Throws away what is older than a day.
pub async fn sweep(store: &Store) -> Result<(), StoreError> {
    let old = returned_form::Column::At.lt(store.now() - TimeDelta::days(1));
    returned_form::Entity::delete_many().filter(old).exec(&store.writer).await?;
    Ok(())
}
