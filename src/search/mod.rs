//! Finding by a few words whatever of a base one may see: organisations, people, reports and sheets.
//!
//! Whoever reads the whole base finds all of it, so that one proof is enough. What goes past the operator, letters and
//! surveys, is not looked at. The staff of an organisation find what is [their own](ours).

pub mod ours;
mod own;

use sea_orm::{
    ColumnTrait, Condition, EntityTrait, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::SelectStatement,
};
use uuid::Uuid;

use crate::{
    access::BaseReader,
    assessment::entity::assessment,
    organisation::{
        entity::{organisation, person},
        store::{Filter, Sort, filtered, sorted},
        text::{half_width, normalise},
    },
    store::{Store, StoreError, containing},
    weekly_report::entity::weekly_report,
};

/// So many of each kind are shown.
pub const MOST: usize = 8;

/// The longest text that is looked for, in characters.
pub const LONGEST: usize = 100;

/// So many words are looked for apart.
const MOST_APART: usize = 6;

/// What was found, the best known first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    pub organisations: Hits<OrganisationHit>,
    pub people: Hits<PersonHit>,
    /// Filed reports, the newest week first.
    pub reports: Hits<ReportHit>,
    /// The newest round first.
    pub sheets: Hits<SheetHit>,
}

/// The first of what was found of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits<T> {
    pub rows: Vec<T>,
    /// There are others.
    pub more: bool,
}

impl<T> Default for Hits<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), more: false }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationHit {
    pub id: Uuid,
    pub name: String,
    pub code: Option<String>,
}

/// Somebody who works for an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    pub name: String,
    pub position: String,
    pub organisation: Uuid,
    pub organisation_name: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportHit {
    pub id: Uuid,
    pub week: String,
    /// `None` for the base's own.
    pub organisation_name: Option<String>,
    pub receipt: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetHit {
    /// A quarter, a year, or an exit review, as addresses name it.
    pub occasion: String,
    /// `None` for the base's own.
    pub organisation: Option<Uuid>,
    pub name: String,
}

impl Found {
    pub fn is_empty(&self) -> bool {
        self.organisations.rows.is_empty()
            && self.people.rows.is_empty()
            && self.reports.rows.is_empty()
            && self.sheets.rows.is_empty()
    }
}

/// What the words are part of: names (or their pinyin initials), codes, weeks, receipts, quarters. A report or a sheet is
/// found by several of these at once, such as a name and a quarter. Four statements; none where there are no words.
pub async fn find(store: &Store, reader: &BaseReader, words: &str) -> Result<Found, StoreError> {
    let words = worded(words);
    if words.is_empty() {
        return Ok(Found::default());
    }
    let looked = Looked { base: reader.base(), words };
    Ok(Found {
        organisations: looked.organisations(store).await?,
        people: looked.people(store).await?,
        reports: looked.reports(store).await?,
        sheets: looked.sheets(store).await?,
    })
}

/// The words in the form in which they are looked for.
fn worded(words: &str) -> String {
    normalise(words).chars().take(LONGEST).collect()
}

/// As weeks, months, quarters, codes and receipts are written.
fn sign(words: &str) -> String {
    half_width(words).chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase()
}

/// One more than is shown tells whether there are others.
const READ: u64 = MOST as u64 + 1;

fn first<R, T>(rows: Vec<R>, hit: impl FnMut(R) -> T) -> Hits<T> {
    let more = rows.len() > MOST;
    Hits { rows: rows.into_iter().take(MOST).map(hit).collect(), more }
}

struct Looked {
    base: Uuid,
    words: String,
}

impl Looked {
    fn filter(words: &str) -> Filter {
        Filter { search: words.to_owned(), ..Filter::default() }
    }

    /// The ids of the organisations that the words name.
    fn named(&self, words: &str) -> SelectStatement {
        filtered(self.base, &Self::filter(words)).select_only().column(organisation::Column::Id).into_query()
    }

    /// What all the words tell together, or each of them apart.
    fn told(&self, by: impl Fn(&str) -> Condition) -> Condition {
        let apart =
            self.words.split_whitespace().take(MOST_APART).fold(Condition::all(), |all, word| all.add(by(word)));
        Condition::any().add(by(&self.words)).add(apart)
    }

    async fn organisations(&self, store: &Store) -> Result<Hits<OrganisationHit>, StoreError> {
        let rows = sorted(filtered(self.base, &Self::filter(&self.words)), Sort::default())
            .limit(READ)
            .all(store.read())
            .await?;
        Ok(first(rows, |row| OrganisationHit { id: row.id, name: row.name, code: row.code }))
    }

    async fn people(&self, store: &Store) -> Result<Hits<PersonHit>, StoreError> {
        let to_organisation = person::Entity::belongs_to(organisation::Entity)
            .from(person::Column::OrganisationId)
            .to(organisation::Column::Id)
            .into();
        let rows = person::Entity::find()
            .join(JoinType::InnerJoin, to_organisation)
            .select_also(organisation::Entity)
            .filter(person::Column::BaseId.eq(self.base))
            .filter(person::Column::Name.like(containing(&self.words)))
            .order_by_asc(person::Column::Name)
            .order_by_asc(person::Column::Id)
            .limit(READ)
            .all(store.read())
            .await?;
        Ok(first(rows, |(person, organisation)| PersonHit {
            name: person.name,
            position: person.position,
            organisation: person.organisation_id,
            organisation_name: organisation.map(|organisation| organisation.name).unwrap_or_default(),
        }))
    }

    async fn reports(&self, store: &Store) -> Result<Hits<ReportHit>, StoreError> {
        use weekly_report::Column;
        let to_organisation = weekly_report::Entity::belongs_to(organisation::Entity)
            .from(Column::SubjectId)
            .to(organisation::Column::Id)
            .into();
        let told = |words: &str| {
            let sign = sign(words);
            Condition::any()
                .add(Column::Week.like(containing(&sign)))
                .add(Column::Receipt.like(containing(&sign)))
                .add(Column::SubjectId.in_subquery(self.named(words)))
        };
        let rows = weekly_report::Entity::find()
            .join(JoinType::LeftJoin, to_organisation)
            .select_also(organisation::Entity)
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::Versions.gt(0))
            .filter(self.told(told))
            .order_by_desc(Column::Week)
            .order_by_desc(Column::OfBase)
            .order_by_asc(Column::Id)
            .limit(READ)
            .all(store.read())
            .await?;
        Ok(first(rows, |(report, organisation)| ReportHit {
            id: report.id,
            week: report.week,
            organisation_name: organisation.map(|organisation| organisation.name),
            receipt: report.receipt,
        }))
    }

    async fn sheets(&self, store: &Store) -> Result<Hits<SheetHit>, StoreError> {
        use assessment::Column;
        let told = |words: &str| {
            let sign = sign(words);
            Condition::any()
                .add(Column::SubjectName.like(containing(words)))
                .add(Column::SubjectCode.like(containing(&sign)))
                .add(Column::Quarter.like(containing(&sign)))
                .add(Column::SubjectId.in_subquery(self.named(words)))
        };
        let rows = assessment::Entity::find()
            .select_only()
            .columns([Column::Quarter, Column::OfBase, Column::SubjectId, Column::SubjectName])
            .filter(Column::BaseId.eq(self.base))
            .filter(self.told(told))
            .order_by_desc(Column::Quarter)
            .order_by_desc(Column::OfBase)
            .order_by_asc(Column::SubjectName)
            .order_by_asc(Column::Id)
            .limit(READ)
            .into_tuple::<(String, bool, Uuid, String)>()
            .all(store.read())
            .await?;
        Ok(first(rows, |(occasion, of_base, subject, name)| SheetHit {
            occasion,
            organisation: (!of_base).then_some(subject),
            name,
        }))
    }
}
