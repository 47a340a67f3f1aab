//! What is in force, and what pages show of a base's scorecards.

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::super::super::{
    CardState, CardText, Kind,
    entity::scorecard_version::{Column, Entity, Model},
};
use super::{
    CardError, CardVersion,
    record::{find, standing},
};
use crate::{
    access::CardReader,
    store::{Store, StoreError},
};

/// A card in the list of a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardRow {
    pub kind: Kind,
    pub in_force: Published,
    pub draft: Option<DraftRow>,
}

/// A version that is or was in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    pub version: CardVersion,
    /// When and by whom; `None` for what the program ships.
    pub published: Option<(DateTime<Utc>, String)>,
    /// Empty for version 1.
    pub reason: String,
    pub stands: bool,
}

/// The next version, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    pub version: i32,
    pub text: CardText,
    pub changed_at: DateTime<Utc>,
    pub changed_by: String,
    pub row_version: i32,
}

/// A card with all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPage {
    pub kind: Kind,
    /// From version 1 on; there is always one, and one of them stands.
    pub versions: Vec<Published>,
    pub draft: Option<DraftRow>,
}

impl CardPage {
    /// The version of this number that is or was in force.
    pub fn version(&self, number: i32) -> Option<&Published> {
        self.versions.iter().find(|one| one.version.version == number)
    }

    /// The one in force.
    pub fn in_force(&self) -> &Published {
        self.versions.iter().find(|one| one.stands).unwrap_or(&self.versions[0])
    }
}

/// The scorecard of a kind that is in force in a base: the one that it has published, or what the program ships as
/// version 1. One statement.
pub async fn in_force(db: &impl ConnectionTrait, base: Uuid, kind: Kind) -> Result<CardVersion, StoreError> {
    standing(find(db, base, kind, CardState::Published).await?.as_ref(), kind)
}

/// The one that was in force at an instant: one statement.
pub async fn in_force_at(
    db: &impl ConnectionTrait,
    base: Uuid,
    kind: Kind,
    at: DateTime<Utc>,
) -> Result<CardVersion, StoreError> {
    // The first version is what the program ships: nobody has published it.
    let by_then = Condition::any().add(Column::PublishedAt.is_null()).add(Column::PublishedAt.lte(at));
    let of = Entity::find().filter(Column::BaseId.eq(base)).filter(Column::Kind.eq(kind.code()));
    let published = of.filter(Column::State.ne(CardState::Draft.code())).filter(by_then);
    standing(published.order_by_desc(Column::Version).one(db).await?.as_ref(), kind)
}

/// One card of each kind: one statement.
pub async fn cards(store: &Store, reader: &CardReader) -> Result<Vec<CardRow>, StoreError> {
    let wanted = [CardState::Published, CardState::Draft].map(CardState::code);
    let of = Entity::find().filter(Column::BaseId.eq(reader.base())).filter(Column::State.is_in(wanted));
    let rows = of.all(store.read()).await?;
    let row = |kind: Kind| {
        let page = page(kind, rows.iter().filter(|row| row.kind == kind.code()))?;
        Ok(CardRow { kind, in_force: page.in_force().clone(), draft: page.draft })
    };
    Kind::ALL.iter().copied().map(row).collect()
}

/// A card of a base with its versions: one statement.
pub async fn one(store: &Store, reader: &CardReader, kind: Kind) -> Result<CardPage, CardError> {
    let of = Entity::find().filter(Column::BaseId.eq(reader.base())).filter(Column::Kind.eq(kind.code()));
    let rows = of.order_by_asc(Column::Version).all(store.read()).await?;
    Ok(page(kind, rows.iter())?)
}

fn page<'r>(kind: Kind, rows: impl Iterator<Item = &'r Model>) -> Result<CardPage, StoreError> {
    let (mut versions, mut draft) = (Vec::new(), None);
    for row in rows {
        match row.read_state()? {
            CardState::Draft => {
                draft = Some(DraftRow {
                    version: row.version,
                    text: row.read_draft()?,
                    changed_at: row.changed_at,
                    changed_by: row.changed_by.clone(),
                    row_version: row.row_version,
                });
            }
            state => versions.push(Published {
                version: standing(Some(row), kind)?,
                published: row.published_at.zip(row.published_by.clone()),
                reason: row.reason.clone(),
                stands: state == CardState::Published,
            }),
        }
    }
    if versions.is_empty() {
        let version = standing(None, kind)?;
        versions.push(Published { version, published: None, reason: String::new(), stands: true });
    }
    Ok(CardPage { kind, versions, draft })
}
