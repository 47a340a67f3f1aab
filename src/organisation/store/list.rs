//! The organisations of a base as a list: searched, filtered, sorted and paged by the database.

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    Select, sea_query::NullOrdering,
};
use uuid::Uuid;

use super::record;
use crate::{
    access::BaseReader,
    incubation::{Mode, Phase, ProposalState, Stage, entity::stage_change},
    organisation::{
        Grade, Kind, Standing,
        entity::{organisation, organisation_strength},
        text::{half_width, normalise},
    },
    store::{Onward, Part, Store, StoreError, containing},
};

/// What narrows a list; an empty filter shows every organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of a name, of a code, or of a name's pinyin initials.
    pub search: String,
    pub kind: Option<Kind>,
    pub standing: Option<Standing>,
    pub stage: Option<Stage>,
    /// Any stage of it.
    pub phase: Option<Phase>,
    pub mode: Option<Mode>,
    /// One district, as written; empty for all.
    pub district: String,
    /// One strength, as written; empty for all.
    pub strength: String,
}

/// By what a list is sorted; the name decides among equals, by its pinyin initials first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SortBy {
    #[default]
    Name,
    Code,
    District,
    Stage,
    AdmittedOn,
    LastReport,
}

impl SortBy {
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Code, Self::District, Self::Stage, Self::AdmittedOn, Self::LastReport];

    /// As links name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Code => "code",
            Self::District => "district",
            Self::Stage => "stage",
            Self::AdmittedOn => "admitted",
            Self::LastReport => "report",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sort {
    pub by: SortBy,
    pub descending: bool,
}

/// One line of the list. It holds no telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: Uuid,
    pub name: String,
    pub code: Option<String>,
    pub kind: Kind,
    pub standing: Standing,
    pub district: String,
    pub contact_name: String,
    pub grade: Option<Grade>,
    /// `None` where it never had an incubation.
    pub stage: Option<Stage>,
    pub mode: Option<Mode>,
    pub admitted_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    /// The newest week that a report was filed for, such as `2026-W07`.
    pub last_report_week: Option<String>,
    pub strengths: Vec<String>,
    /// A proposal waits for the bureau.
    pub proposal_open: bool,
}

/// One page of the list, with what its filters can offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<Listed>,
    /// Rows on all pages.
    pub total: u64,
    /// The page that is shown, from 1: the last one where a later one was asked for.
    pub page: u64,
    /// Every district of the base.
    pub districts: Vec<String>,
    /// Every strength of the base.
    pub strengths: Vec<String>,
}

/// A page of at most `size` organisations, in six statements whatever the size of the base.
pub async fn page(
    store: &Store,
    reader: &BaseReader,
    filter: &Filter,
    sort: Sort,
    page: u64,
    size: u64,
) -> Result<Page, StoreError> {
    let db = store.read();
    let base = reader.base();
    let found = filtered(base, filter);
    let total = found.clone().count(db).await?;
    let page = page.clamp(1, total.div_ceil(size.max(1)).max(1));
    let rows = sorted(found, sort).offset((page - 1) * size).limit(size).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut tags = record::strengths(db, base, Some(&ids)).await?;
    let proposed: Vec<Uuid> =
        proposed(base).filter(stage_change::Column::OrganisationId.is_in(ids)).into_tuple().all(db).await?;
    let rows = rows
        .into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            let proposal_open = proposed.contains(&row.id);
            listed(row, tags, proposal_open)
        })
        .collect::<Result<_, _>>()?;
    let districts = organisation::Entity::find()
        .select_only()
        .column(organisation::Column::District)
        .distinct()
        .filter(organisation::Column::BaseId.eq(base))
        .filter(organisation::Column::District.ne(""))
        .order_by_asc(organisation::Column::District)
        .into_tuple()
        .all(db)
        .await?;
    let strengths = organisation_strength::Entity::find()
        .select_only()
        .column(organisation_strength::Column::Tag)
        .distinct()
        .filter(organisation_strength::Column::BaseId.eq(base))
        .order_by_asc(organisation_strength::Column::Tag)
        .into_tuple()
        .all(db)
        .await?;
    Ok(Page { rows, total, page, districts, strengths })
}

/// Every organisation that the filter leaves, for the export of exactly what is shown; three statements.
pub async fn all(store: &Store, reader: &BaseReader, filter: &Filter, sort: Sort) -> Result<Vec<Listed>, StoreError> {
    let db = store.read();
    let base = reader.base();
    let rows = sorted(filtered(base, filter), sort).all(db).await?;
    let mut tags = record::strengths(db, base, None).await?;
    let proposed: std::collections::BTreeSet<Uuid> =
        proposed(base).into_tuple::<Uuid>().all(db).await?.into_iter().collect();
    rows.into_iter()
        .map(|row| {
            let tags = tags.remove(&row.id).unwrap_or_default();
            let proposal_open = proposed.contains(&row.id);
            listed(row, tags, proposal_open)
        })
        .collect()
}

/// The organisations of a base by their keys, part by part; three statements.
pub async fn onward(store: &Store, reader: &BaseReader, onward: Onward) -> Result<Part<Listed>, StoreError> {
    let (db, base) = (store.read(), reader.base());
    let rows = onward.of(filtered(base, &Filter::default()), organisation::Column::Id).all(db).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut tags = record::strengths(db, base, Some(&ids)).await?;
    let proposed: std::collections::BTreeSet<Uuid> = proposed(base)
        .filter(stage_change::Column::OrganisationId.is_in(ids.iter().copied()))
        .into_tuple::<Uuid>()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let rows = rows.into_iter().map(|row| {
        let tags = tags.remove(&row.id).unwrap_or_default();
        let proposal_open = proposed.contains(&row.id);
        listed(row, tags, proposal_open)
    });
    Ok(onward.part(&ids, rows.collect::<Result<_, _>>()?))
}

fn proposed(base: Uuid) -> Select<stage_change::Entity> {
    stage_change::Entity::find()
        .select_only()
        .column(stage_change::Column::OrganisationId)
        .filter(stage_change::Column::BaseId.eq(base))
        .filter(stage_change::Column::State.eq(ProposalState::Proposed.code()))
}

pub(crate) fn filtered(base: Uuid, filter: &Filter) -> Select<organisation::Entity> {
    use organisation::Column;
    let mut query = organisation::Entity::find().filter(Column::BaseId.eq(base));
    let search = normalise(&filter.search);
    if !search.is_empty() {
        let compact: String = half_width(&search).chars().filter(|c| !c.is_whitespace()).collect();
        query = query.filter(
            Condition::any()
                .add(Column::Name.like(containing(&search)))
                .add(Column::Code.like(containing(&compact.to_ascii_uppercase())))
                .add(Column::Initials.like(containing(&compact.to_ascii_lowercase()))),
        );
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind.code()));
    }
    if let Some(standing) = filter.standing {
        query = query.filter(Column::Standing.eq(standing.code()));
    }
    if let Some(stage) = filter.stage {
        query = query.filter(Column::Stage.eq(stage.code()));
    }
    if let Some(phase) = filter.phase {
        query = query.filter(Column::Stage.is_in(phase.stages().map(Stage::code)));
    }
    if let Some(mode) = filter.mode {
        query = query.filter(Column::Mode.eq(mode.code()));
    }
    if !filter.district.is_empty() {
        query = query.filter(Column::District.eq(filter.district.as_str()));
    }
    if !filter.strength.is_empty() {
        let with_it = organisation_strength::Entity::find()
            .select_only()
            .column(organisation_strength::Column::OrganisationId)
            .filter(organisation_strength::Column::BaseId.eq(base))
            .filter(organisation_strength::Column::Tag.eq(filter.strength.as_str()))
            .into_query();
        query = query.filter(Column::Id.in_subquery(with_it));
    }
    query
}

pub(crate) fn sorted(query: Select<organisation::Entity>, sort: Sort) -> Select<organisation::Entity> {
    use organisation::Column;
    let order = if sort.descending { Order::Desc } else { Order::Asc };
    let query = match sort.by {
        SortBy::Name => {
            return query
                .order_by(Column::Initials, order.clone())
                .order_by(Column::Name, order)
                .order_by_asc(Column::Id);
        }
        SortBy::Code => query.order_by_with_nulls(Column::Code, order, NullOrdering::Last),
        SortBy::District => query.order_by(Column::District, order),
        SortBy::Stage => query.order_by(Column::Stage, order),
        SortBy::AdmittedOn => query.order_by_with_nulls(Column::AdmittedOn, order, NullOrdering::Last),
        SortBy::LastReport => query.order_by_with_nulls(Column::LastReportWeek, order, NullOrdering::Last),
    };
    query.order_by_asc(Column::Initials).order_by_asc(Column::Name).order_by_asc(Column::Id)
}

fn listed(row: organisation::Model, strengths: Vec<String>, proposal_open: bool) -> Result<Listed, StoreError> {
    let profile = record::profile_of(&row, strengths)?;
    Ok(Listed {
        id: row.id,
        code: row.code,
        kind: profile.kind,
        standing: profile.standing,
        district: profile.district,
        contact_name: profile.contact_name,
        grade: profile.grade,
        strengths: profile.strengths,
        name: profile.name,
        stage: Stage::from_code(&row.stage),
        mode: row.mode.as_deref().and_then(Mode::from_code),
        admitted_on: row.admitted_on,
        left_on: row.left_on,
        last_report_week: row.last_report_week,
        proposal_open,
    })
}
