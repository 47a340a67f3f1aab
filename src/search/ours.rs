//! Finding by a few words what an organisation's staff see of their own record.
//!
//! Only what their own pages show is looked at: of a visit what was filed and not what is being written, of a sheet its
//! quarter alone, since what others gave is withheld from it until the publication. Letters past the operator are looked
//! at for whoever may write them.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Query, SelectStatement},
};
use uuid::Uuid;

pub use super::own::{OwnFound, OwnMatter, OwnPerson, OwnReport, OwnTraining};
use super::{Hits, READ, first, sign, worded};
use crate::{
    access::Member,
    assessment::entity::assessment,
    bureau_line::entity::bureau_letter,
    follow_up::entity::follow_up,
    monthly_plan::entity::{monthly_plan, monthly_plan_version},
    organisation::entity::person,
    rectification::entity as rectification,
    service_request::entity::service_request,
    store::{Store, StoreError, containing},
    training::{entity::training, store::sessions_of},
    weekly_report::entity::{weekly_report, weekly_report_version},
};

/// What the words are part of. Nine statements, eight without letters; none where there are no words.
///
/// `apart` is what [`Asker::apart`](crate::access::Asker::apart) gives.
pub async fn find(store: &Store, member: &Member, apart: Option<&Member>, words: &str) -> Result<OwnFound, StoreError> {
    let words = worded(words);
    if words.is_empty() {
        return Ok(OwnFound::default());
    }
    let looked = Looked { base: member.base(), organisation: member.organisation(), sign: sign(&words), words };
    let letters = match apart {
        Some(apart) => looked.letters(store, apart).await?,
        None => Hits::default(),
    };
    Ok(OwnFound {
        reports: looked.reports(store).await?,
        plans: looked.plans(store).await?,
        sheets: looked.sheets(store).await?,
        services: looked.services(store).await?,
        rectifications: looked.rectifications(store).await?,
        letters,
        trainings: looked.trainings(store).await?,
        visits: looked.visits(store).await?,
        people: looked.people(store).await?,
    })
}

struct Looked {
    base: Uuid,
    organisation: Uuid,
    words: String,
    /// As weeks, months, quarters and receipts are written.
    sign: String,
}

impl Looked {
    /// The words as they stand within JSON, where plain ASCII would be found in the names of its fields as well.
    fn within_json(&self) -> Option<&str> {
        (!self.words.is_ascii()).then_some(self.words.as_str())
    }

    async fn reports(&self, store: &Store) -> Result<Hits<OwnReport>, StoreError> {
        use weekly_report::Column;
        let content = |words: &str| Column::Id.in_subquery(self.filed_with(words));
        let rows: Vec<(String, Option<String>)> = weekly_report::Entity::find()
            .select_only()
            .columns([Column::Week, Column::Receipt])
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::SubjectId.eq(self.organisation))
            .filter(Column::Versions.gt(0))
            .filter(
                Condition::any()
                    .add(Column::Week.like(containing(&self.sign)))
                    .add(Column::Receipt.like(containing(&self.sign)))
                    .add_option(self.within_json().map(content)),
            )
            .order_by_desc(Column::Week)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |(week, receipt)| OwnReport { week, receipt }))
    }

    /// The organisation's reports in which the words were filed.
    fn filed_with(&self, words: &str) -> SelectStatement {
        use weekly_report_version::Column as Of;
        let own = Query::select()
            .column(weekly_report::Column::Id)
            .from(weekly_report::Entity)
            .and_where(weekly_report::Column::BaseId.eq(self.base))
            .and_where(weekly_report::Column::SubjectId.eq(self.organisation))
            .to_owned();
        Query::select()
            .column(Of::ReportId)
            .from(weekly_report_version::Entity)
            .and_where(Of::BaseId.eq(self.base))
            .and_where(Of::ReportId.in_subquery(own))
            .and_where(Of::Content.like(containing(words)))
            .to_owned()
    }

    async fn plans(&self, store: &Store) -> Result<Hits<String>, StoreError> {
        use monthly_plan::Column;
        let draft = |words: &str| Column::Draft.like(containing(words));
        let items = |words: &str| Column::Id.in_subquery(self.planned_with(words));
        let rows: Vec<String> = monthly_plan::Entity::find()
            .select_only()
            .column(Column::Month)
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::SubjectId.eq(self.organisation))
            .filter(
                Condition::any()
                    .add(Column::Month.like(containing(&self.sign)))
                    .add_option(self.within_json().map(draft))
                    .add_option(self.within_json().map(items)),
            )
            .order_by_desc(Column::Month)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |month| month))
    }

    /// The organisation's plans with which the words were submitted.
    fn planned_with(&self, words: &str) -> SelectStatement {
        use monthly_plan_version::Column as Of;
        let own = Query::select()
            .column(monthly_plan::Column::Id)
            .from(monthly_plan::Entity)
            .and_where(monthly_plan::Column::BaseId.eq(self.base))
            .and_where(monthly_plan::Column::SubjectId.eq(self.organisation))
            .to_owned();
        Query::select()
            .column(Of::PlanId)
            .from(monthly_plan_version::Entity)
            .and_where(Of::BaseId.eq(self.base))
            .and_where(Of::PlanId.in_subquery(own))
            .and_where(Of::Items.like(containing(words)))
            .to_owned()
    }

    async fn sheets(&self, store: &Store) -> Result<Hits<String>, StoreError> {
        use assessment::Column;
        let rows: Vec<String> = assessment::Entity::find()
            .select_only()
            .column(Column::Quarter)
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::SubjectId.eq(self.organisation))
            .filter(Column::Quarter.like(containing(&self.sign)))
            .order_by_desc(Column::Quarter)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |occasion| occasion))
    }

    async fn services(&self, store: &Store) -> Result<Hits<OwnMatter>, StoreError> {
        use service_request::Column;
        let rows: Vec<(Uuid, String, DateTime<Utc>)> = service_request::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Words, Column::AskedAt])
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::OrganisationId.eq(self.organisation))
            .filter(self.any_of([Column::Words, Column::Result, Column::Owner]))
            .order_by_desc(Column::AskedAt)
            .order_by_asc(Column::Id)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, matter))
    }

    async fn rectifications(&self, store: &Store) -> Result<Hits<OwnMatter>, StoreError> {
        use rectification::Column;
        let rows: Vec<(Uuid, String, DateTime<Utc>)> = rectification::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Words, Column::GivenAt])
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::SubjectId.eq(self.organisation))
            .filter(self.any_of([Column::Words, Column::Repair, Column::Owner]))
            .order_by_desc(Column::GivenAt)
            .order_by_asc(Column::Id)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, matter))
    }

    async fn letters(&self, store: &Store, apart: &Member) -> Result<Hits<OwnMatter>, StoreError> {
        use bureau_letter::Column;
        let rows: Vec<(Uuid, String, DateTime<Utc>)> = bureau_letter::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Words, Column::SentAt])
            .filter(Column::BaseId.eq(apart.base()))
            .filter(Column::OrganisationId.eq(apart.organisation()))
            .filter(self.any_of([Column::Words]))
            .order_by_desc(Column::SentAt)
            .order_by_asc(Column::Id)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, matter))
    }

    async fn trainings(&self, store: &Store) -> Result<Hits<OwnTraining>, StoreError> {
        use training::Column;
        let rows: Vec<(String, NaiveDate)> = training::Entity::find()
            .select_only()
            .columns([Column::Title, Column::HeldOn])
            .filter(Column::BaseId.eq(self.base))
            .filter(sessions_of(self.base, self.organisation))
            .filter(self.any_of([Column::Title, Column::Teacher, Column::Place]))
            .order_by_desc(Column::HeldOn)
            .order_by_desc(Column::Id)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |(title, held_on)| OwnTraining { title, held_on }))
    }

    async fn visits(&self, store: &Store) -> Result<Hits<NaiveDate>, StoreError> {
        use follow_up::Column;
        let record = |words: &str| Column::Visit.like(containing(words));
        let rows: Vec<NaiveDate> = follow_up::Entity::find()
            .select_only()
            .column(Column::VisitedOn)
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::OrganisationId.eq(self.organisation))
            .filter(Column::Visit.is_not_null())
            .filter(Column::VisitedOn.is_not_null())
            .filter(self.any_of([Column::Comment]).add_option(self.within_json().map(record)))
            .order_by_desc(Column::VisitedOn)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |on| on))
    }

    async fn people(&self, store: &Store) -> Result<Hits<OwnPerson>, StoreError> {
        use person::Column;
        let rows: Vec<(Uuid, String, String)> = person::Entity::find()
            .select_only()
            .columns([Column::Id, Column::Name, Column::Position])
            .filter(Column::BaseId.eq(self.base))
            .filter(Column::OrganisationId.eq(self.organisation))
            .filter(self.any_of([Column::Name, Column::Position]))
            .order_by_asc(Column::Name)
            .order_by_asc(Column::Id)
            .limit(READ)
            .into_tuple()
            .all(store.read())
            .await?;
        Ok(first(rows, |(id, name, position)| OwnPerson { id, name, position }))
    }

    /// The words are part of one of these.
    fn any_of<C: ColumnTrait, const N: usize>(&self, columns: [C; N]) -> Condition {
        columns.into_iter().fold(Condition::any(), |any, column| any.add(column.like(containing(&self.words))))
    }
}

fn matter((id, words, at): (Uuid, String, DateTime<Utc>)) -> OwnMatter {
    OwnMatter { id, words, at }
}
