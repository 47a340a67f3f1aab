//! Whom a round takes up, with the card and the first facts of each.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::super::{Kind, Scorecard, Timetable, is_rated};
use super::{
    AssessmentError,
    card::{CardVersion, in_force, in_force_at},
    gather::{self, ByIndicator, OfOrganisations, When, of_base, of_organisations},
    gathered::late_repairs,
};
use crate::{
    access::BaseReader,
    base,
    incubation::{Mode, Stage, entity::incubation},
    organisation::{Standing, entity::organisation},
    period::{Quarter, Year},
    store::{Store, StoreError},
    weekly_report::store::{AsAt, reporter::Reporter},
};

/// A subject as the round takes it up.
pub(super) struct Subject {
    pub id: Uuid,
    pub of_base: bool,
    pub name: String,
    pub code: Option<String>,
    pub kind: Kind,
    pub version: i32,
    pub card: Scorecard,
    pub facts: ByIndicator,
    pub expected_weeks: u32,
    pub late_repairs: u32,
    pub rated: bool,
}

/// The base, and every organisation that was there to report in one of the quarter's weeks.
pub(super) async fn of_quarter(
    store: &Store,
    reader: &BaseReader,
    when: When<'_>,
    timetable: &Timetable,
) -> Result<Vec<Subject>, AssessmentError> {
    let (db, base, quarter) = (store.read(), when.base, when.quarter);
    let mut reporters = Reporter::organisations(db, base).await?;
    reporters.retain(|reporter| there(reporter, quarter));
    let mut codes = codes(db, base).await?;
    let registered = in_force(db, base, Kind::Organisation).await?;
    let filed = in_force(db, base, Kind::Community).await?;
    let of_the_base = in_force(db, base, Kind::Base).await?;
    let known = of_organisations(store, when, &reporters).await?;
    let late = late_repairs(db, base, quarter.into(), when.as_at).await?;
    let itself = Subject {
        facts: of_base(store, reader, when, &of_the_base.card, timetable).await?,
        expected_weeks: u32::try_from(quarter.weeks().count()).unwrap_or(u32::MAX),
        late_repairs: late.get(&base).copied().unwrap_or_default(),
        rated: true,
        ..Subject::itself(db, base, of_the_base).await?
    };
    let mut subjects = vec![itself];
    for reporter in reporters {
        let card = if kind(&reporter) == Kind::Community { &filed } else { &registered };
        let code = codes.remove(&reporter.name.id).flatten();
        subjects.push(Subject::organisation(reporter, code, card).with_records(&known, &late));
    }
    Ok(subjects)
}

/// An organisation that was there in the quarter, whenever that was recorded, by the card of the time at which the round
/// was opened.
pub(super) async fn of_latecomer(
    store: &Store,
    when: When<'_>,
    organisation: Uuid,
    opened_at: DateTime<Utc>,
) -> Result<Subject, AssessmentError> {
    let (db, base) = (store.read(), when.base);
    let reporter = Reporter::find(db, base, organisation).await?;
    let reporter = reporter.filter(|one| !one.name.of_base && there(one, when.quarter));
    let reporter = reporter.ok_or(AssessmentError::NotFound)?;
    let code = codes(db, base).await?.remove(&organisation).flatten();
    let card = in_force_at(db, base, kind(&reporter), opened_at).await?;
    let known = of_organisations(store, when, std::slice::from_ref(&reporter)).await?;
    let late = late_repairs(db, base, when.quarter.into(), when.as_at).await?;
    Ok(Subject::organisation(reporter, code, &card).with_records(&known, &late))
}

/// Whether it was there to report in one of a quarter's weeks.
pub(super) fn there(reporter: &Reporter, quarter: Quarter) -> bool {
    quarter.weeks().any(|week| reporter.spans().iter().any(|span| span.contains(week)))
}

/// The kind of an organisation's card, by its standing.
fn kind(reporter: &Reporter) -> Kind {
    if reporter.standing() == Standing::Filed.code() { Kind::Community } else { Kind::Organisation }
}

/// Whoever had a sheet in one of the year's quarters.
pub(super) async fn of_year(store: &Store, base: Uuid, year: Year) -> Result<Vec<Subject>, AssessmentError> {
    let db = store.read();
    let known = gather::of_year(db, base, year, None, &AsAt::now(store.now())).await?;
    let mut codes = codes(db, base).await?;
    let card = in_force(db, base, Kind::Annual).await?;
    let mut subjects = vec![Subject::itself(db, base, card.clone()).await?];
    for reporter in Reporter::organisations(db, base).await? {
        let code = codes.remove(&reporter.name.id).flatten();
        subjects.push(Subject::organisation(reporter, code, &card));
    }
    subjects.retain(|subject| known.contains(subject.id));
    for subject in &mut subjects {
        subject.facts = known.facts(subject.id, &subject.card);
        (subject.expected_weeks, subject.rated) = known.standing(subject.id);
    }
    Ok(subjects)
}

/// The organisation of an incubation that has come to its exit review.
pub(super) async fn of_exit_review(
    store: &Store,
    base: Uuid,
    incubation: Uuid,
) -> Result<Vec<Subject>, AssessmentError> {
    let db = store.read();
    let under_review = incubation::Entity::find_by_id(incubation)
        .filter(incubation::Column::BaseId.eq(base))
        .one(db)
        .await?
        .ok_or(AssessmentError::NotFound)?;
    if under_review.stage != Stage::ExitReview.code() {
        return Err(AssessmentError::NotInExitReview);
    }
    let id = under_review.organisation_id;
    let reporter = Reporter::find(db, base, id).await?.ok_or(AssessmentError::NotFound)?;
    let code = codes(db, base).await?.remove(&id).flatten();
    let card = in_force(db, base, Kind::ExitReview).await?;
    Ok(vec![Subject { rated: true, ..Subject::organisation(reporter, code, &card) }])
}

impl Subject {
    /// The base, before anything is known of it.
    async fn itself(db: &impl ConnectionTrait, id: Uuid, card: CardVersion) -> Result<Self, AssessmentError> {
        let base = base::store::by_id(db, id).await?.ok_or(AssessmentError::NotFound)?;
        Ok(Self {
            id,
            of_base: true,
            name: base.name,
            code: Some(base.short_code),
            kind: card.card.kind,
            version: card.version,
            card: card.card,
            facts: ByIndicator::new(),
            expected_weeks: 0,
            late_repairs: 0,
            rated: false,
        })
    }

    /// With what the quarter's records say of it.
    fn with_records(self, known: &OfOrganisations, late: &HashMap<Uuid, u32>) -> Self {
        let expected_weeks = known.expected_weeks(self.id);
        Self {
            facts: known.facts(self.id, &self.card),
            expected_weeks,
            late_repairs: late.get(&self.id).copied().unwrap_or_default(),
            rated: is_rated(expected_weeks),
            ..self
        }
    }

    /// The same of an organisation.
    fn organisation(reporter: Reporter, code: Option<String>, card: &CardVersion) -> Self {
        let standing = Standing::from_code(reporter.standing()).unwrap_or(Standing::Registered);
        let mode = reporter.mode().and_then(Mode::from_code);
        Self {
            id: reporter.name.id,
            of_base: false,
            name: reporter.name.name,
            code,
            kind: card.card.kind,
            version: card.version,
            card: card.card.for_subject(standing, mode),
            facts: ByIndicator::new(),
            expected_weeks: 0,
            late_repairs: 0,
            rated: false,
        }
    }
}

/// The credit codes of a base's organisations.
async fn codes(db: &impl ConnectionTrait, base: Uuid) -> Result<HashMap<Uuid, Option<String>>, StoreError> {
    let codes: Vec<(Uuid, Option<String>)> = organisation::Entity::find()
        .select_only()
        .columns([organisation::Column::Id, organisation::Column::Code])
        .filter(organisation::Column::BaseId.eq(base))
        .into_tuple()
        .all(db)
        .await?;
    Ok(codes.into_iter().collect())
}
