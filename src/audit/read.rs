//! The log as pages show it: the newest first, narrowed by what was done, to what, and by whom.

use sea_orm::{
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, sea_query::LikeExpr,
};

use super::{Deed, INSTALLATION, entity::audit_event};
use crate::{
    access::{Admin, Auditor, BureauOfficer},
    store::{Page, Paging, Store, StoreError},
};

/// What narrows the log; empty texts narrow nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// One deed, such as `organisation.edited`.
    pub action: String,
    /// A record's id.
    pub subject: String,
    /// Part of a name.
    pub actor: String,
}

/// A chain that somebody may read, or some deeds of it: only the proof of that right makes one.
#[derive(Debug, Clone)]
pub struct Chain {
    name: String,
    /// Nothing but these; everything where there are none.
    only: &'static [Deed],
}

impl Chain {
    /// The name of the chain, as it is verified.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl From<&Auditor> for Chain {
    fn from(auditor: &Auditor) -> Self {
        Self { name: auditor.base().to_string(), only: &[] }
    }
}

impl From<&Admin> for Chain {
    fn from(_: &Admin) -> Self {
        Self { name: INSTALLATION.to_owned(), only: &[] }
    }
}

/// The bureau reads who came to what right at its base, since an administrator gives these.
impl From<&BureauOfficer> for Chain {
    fn from(officer: &BureauOfficer) -> Self {
        Self { name: officer.base().to_string(), only: &Deed::OF_ACCESS }
    }
}

fn within(chain: &Chain) -> Select<audit_event::Entity> {
    let found = audit_event::Entity::find().filter(audit_event::Column::Chain.eq(chain.name()));
    if chain.only.is_empty() {
        return found;
    }
    found.filter(audit_event::Column::Action.is_in(chain.only.iter().map(|deed| deed.code())))
}

/// Every deed that a chain holds, for a filter.
pub async fn actions(store: &Store, chain: &Chain) -> Result<Vec<String>, StoreError> {
    use audit_event::Column;
    let actions = within(chain)
        .select_only()
        .column(Column::Action)
        .distinct()
        .order_by_asc(Column::Action)
        .into_tuple()
        .all(store.read())
        .await?;
    Ok(actions)
}

/// Events, the newest first, in two statements. A page behind the last one is the last one.
pub async fn events(
    store: &Store,
    chain: &Chain,
    filter: &Filter,
    paging: Paging,
) -> Result<Page<audit_event::Model>, StoreError> {
    use audit_event::Column;
    let db = store.read();
    let mut found = within(chain);
    if !filter.action.is_empty() {
        found = found.filter(Column::Action.eq(filter.action.as_str()));
    }
    if !filter.subject.trim().is_empty() {
        found = found.filter(Column::Subject.eq(filter.subject.trim()));
    }
    if !filter.actor.trim().is_empty() {
        let part = filter.actor.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        found = found.filter(Column::Actor.like(LikeExpr::new(format!("%{part}%")).escape('\\')));
    }
    let total = found.clone().count(db).await?;
    let last = Paging::new(total.div_ceil(paging.size), paging.size);
    let offset = paging.offset().min(last.offset());
    let rows = found.order_by_desc(Column::Seq).offset(offset).limit(paging.size).all(db).await?;
    Ok(Page { rows, total })
}
