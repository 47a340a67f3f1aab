//! One way to read and to write every table: row by row through its entity, so that each database keeps times, ids and
//! truths in its own way.

use std::marker::PhantomData;

use sea_orm::{
    ColumnTrait, DatabaseTransaction, EntityTrait, ExprTrait, IdenStatic, IntoActiveModel, Iterable, ModelTrait,
    PrimaryKeyToColumn, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Value},
};
use sha2::{Digest, Sha256};

use crate::store::{StoreError, WriteTx};

/// Rows that are in memory at once.
const PART: u64 = 200;

/// What a table holds: so many rows, and what comes of all their values, in whatever order they are read. No two rows are
/// the same, since each has a key, so none takes another's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sum {
    pub(super) rows: u64,
    hashes: [u8; 32],
}

impl Sum {
    fn add<M: ModelTrait>(&mut self, row: &M) {
        let values: Vec<Value> = <M::Entity as EntityTrait>::Column::iter().map(|column| row.get(column)).collect();
        let hash: [u8; 32] = Sha256::digest(format!("{values:?}")).into();
        for (sum, byte) in self.hashes.iter_mut().zip(hash) {
            *sum ^= byte;
        }
        self.rows += 1;
    }
}

/// A table, whichever entity it has.
#[async_trait::async_trait]
pub(super) trait Table: Send + Sync {
    fn name(&self) -> &'static str;

    fn columns(&self) -> Vec<&'static str>;

    /// Reads the table from its beginning to its end, and writes what it reads where there is somewhere to write it.
    async fn read(&self, from: &DatabaseTransaction, to: Option<&WriteTx>) -> Result<Sum, StoreError>;
}

/// The table of an entity.
pub(super) fn of<E>() -> Box<dyn Table>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    Box::new(Of::<E>(PhantomData))
}

struct Of<E>(PhantomData<E>);

#[async_trait::async_trait]
impl<E> Table for Of<E>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<E::ActiveModel>,
    E::ActiveModel: Send,
{
    fn name(&self) -> &'static str {
        E::default().table_name()
    }

    fn columns(&self) -> Vec<&'static str> {
        E::Column::iter().map(|column| column.as_str()).collect()
    }

    async fn read(&self, from: &DatabaseTransaction, to: Option<&WriteTx>) -> Result<Sum, StoreError> {
        let key: Vec<E::Column> = E::PrimaryKey::iter().map(PrimaryKeyToColumn::into_column).collect();
        let mut sum = Sum::default();
        let mut last: Vec<Value> = Vec::new();
        loop {
            let rows = part::<E>(&key, last).all(from).await?;
            let end = rows.last().map(|row| key.iter().map(|column| row.get(*column)).collect::<Vec<_>>());
            let Some(end) = end else { return Ok(sum) };
            last = end;
            for row in &rows {
                sum.add(row);
            }
            if let Some(to) = to {
                let rows = rows.into_iter().map(IntoActiveModel::into_active_model).collect();
                to.insert_all::<E::ActiveModel>(rows).await?;
            }
        }
    }
}

/// The next rows in the order of their key, after the last one that was read.
fn part<E: EntityTrait>(key: &[E::Column], last: Vec<Value>) -> Select<E> {
    let mut rows = E::find().limit(PART);
    for column in key {
        rows = rows.order_by_asc(*column);
    }
    if last.is_empty() {
        return rows;
    }
    let columns = key.iter().copied().map(ColumnTrait::into_expr);
    rows.filter(Expr::tuple(columns).gt(Expr::tuple(last.into_iter().map(Expr::val))))
}
