//! A base with invented organisations and weeks, to look around in and to measure with.
//!
//! The same seed and day make the same rows, whatever the database, apart from passwords: they are drawn at random
//! when the demo is loaded, shown once, and kept hashed. Every report keeps the rules of
//! [`weekly_report`](crate::weekly_report), and nothing lies ahead of the demo's day.

mod assessments;
mod base_week;
mod book;
mod cast;
mod course;
mod dice;
mod follow_ups;
mod history;
mod letters;
mod paper;
mod people;
mod plans;
mod records;
mod rectifications;
mod registry;
mod scorecards;
mod season;
mod services;
mod sign_ins;
mod surveys;
mod targets;
mod telling;
mod trainings;
mod weeks;
mod work;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::Serialize;
use uuid::Uuid;

use self::{book::Book, dice::Dice, season::Season};
use crate::{
    access::System,
    account::AccountError,
    assessment::store::AssessmentError,
    audit::Deed,
    base, calendar,
    incubation::HistoryFault,
    store::{Begun, Intent, Store, StoreError, WriteTx},
};

pub use sign_ins::SignIn;

/// The base of the demo in links.
pub const SLUG: &str = "zhuzhou-demo";
const SHORT_CODE: &str = "ZB";
const NAME: &str = "株洲市社会组织孵化基地(演示)";

/// How large a demo, of which day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Wanted {
    pub seed: u64,
    /// The day that it leads up to; nothing in it happens on that day or later.
    pub on: NaiveDate,
    /// At least [`Wanted::FEWEST_ORGANISATIONS`].
    pub organisations: usize,
    /// At least [`Wanted::FEWEST_WEEKS`], the week of `on` among them.
    pub weeks: u32,
}

impl Wanted {
    /// The organisations that have a story each are always there: fifteen, and three that hatched long ago.
    pub const FEWEST_ORGANISATIONS: usize = 18;
    /// Beyond it names would come twice.
    pub const MOST_ORGANISATIONS: usize = Self::FEWEST_ORGANISATIONS + cast::MOST;
    /// As many as the matrix shows.
    pub const FEWEST_WEEKS: u32 = 12;
    /// Ten years.
    pub const MOST_WEEKS: u32 = 520;
    pub const WEEKS: u32 = 48;
}

/// Why there is no demo.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Once in a database.
    #[error("this database has the demo already: the base `{SLUG}`")]
    AlreadyThere,
    #[error("an account of the demo would be called `{0}`, and this database has one of that name already")]
    NameTaken(String),
    #[error("a demo has {} to {} organisations", Wanted::FEWEST_ORGANISATIONS, Wanted::MOST_ORGANISATIONS)]
    Organisations,
    #[error("a demo has {} to {} weeks", Wanted::FEWEST_WEEKS, Wanted::MOST_WEEKS)]
    Weeks,
    #[error(transparent)]
    Account(#[from] AccountError),
    /// A story that does not keep to the table of stages.
    #[error(transparent)]
    History(#[from] HistoryFault),
    /// A quarter that the rules do not let go on.
    #[error(transparent)]
    Assessment(#[from] AssessmentError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for DemoError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}

/// What has been loaded.
#[derive(Debug, Serialize)]
pub struct Loaded {
    pub base: String,
    pub slug: String,
    #[serde(flatten)]
    pub wanted: Wanted,
    /// Reports of the organisations and of the base, drafts among them.
    pub reports: usize,
    /// One account for each role, and what it opens.
    pub sign_ins: Vec<SignIn>,
}

/// Loads the demo, all of it or nothing.
pub async fn load(store: &Store, system: &System, wanted: Wanted) -> Result<Loaded, DemoError> {
    if !(Wanted::FEWEST_ORGANISATIONS..=Wanted::MOST_ORGANISATIONS).contains(&wanted.organisations) {
        return Err(DemoError::Organisations);
    }
    if !(Wanted::FEWEST_WEEKS..=Wanted::MOST_WEEKS).contains(&wanted.weeks) {
        return Err(DemoError::Weeks);
    }
    let calendar = calendar::store::load(store.read()).await?;
    let season = Season::new(wanted.on, wanted.weeks, calendar, chrono_tz::Asia::Shanghai);
    let intent = Intent::new("demo.load", SLUG, &());
    let Begun::Fresh(tx) = store.begin_at(system.actor(), intent, season.now).await? else {
        return Err(DemoError::AlreadyThere);
    };
    let (loaded, told) = write(&tx, system, &season, wanted).await?;
    tx.commit(SLUG).await?;
    // By what has been loaded: facts are gathered from it.
    assessments::hold(store, &season, &told, wanted.seed).await?;
    Ok(loaded)
}

/// Whose base it is.
struct Told {
    base: Uuid,
    staff: book::Staff,
    /// The organisation that has not scored itself yet.
    waiting: Uuid,
}

async fn write(tx: &WriteTx, system: &System, season: &Season, wanted: Wanted) -> Result<(Loaded, Told), DemoError> {
    if base::store::by_slug(tx.db(), SLUG).await?.is_some() {
        return Err(DemoError::AlreadyThere);
    }
    let mut dice = Dice::of(wanted.seed, "base", 0);
    let first_day = season.weeks.first().map_or(season.on, |asked| asked.week.monday());
    let founded_at = season.at(first_day - Days::new(1_400), 9 * 60);
    let base = dice.id(founded_at);
    found(tx, base, founded_at).await?;

    let mut book = Book::new(base);
    let mut sign_ins = sign_ins::open(&mut dice, &mut book, founded_at).await?;
    sign_ins.check(tx).await?;
    let staff = sign_ins.staff();
    let mut told = cast::fifteen().into_iter().chain(cast::hatched_long_ago());
    let mut members = Vec::with_capacity(wanted.organisations);
    for number in 0..wanted.organisations {
        let mut dice = Dice::of(wanted.seed, "organisation", number);
        let part = told
            .next()
            .unwrap_or_else(|| cast::ordinary(&mut dice, number - Wanted::FEWEST_ORGANISATIONS, wanted.weeks));
        members.push(registry::register(&mut book, season, &staff, &mut sign_ins, dice, (&part, wanted.seed, number))?);
    }
    base_week::instruct(&mut book, season, &staff, &mut dice);
    scorecards::write(&mut book, season, &staff, wanted.seed);
    targets::set(&mut book, season, &staff, wanted.seed);
    let signed_in: Vec<_> = members
        .iter()
        .filter(|member| member.person.account.is_some())
        .map(|member| (member.id, member.person.clone()))
        .collect();
    letters::write(&mut book, season, &staff, &signed_in, wanted.seed);
    surveys::hold(&mut book, season, &staff, wanted.seed);
    services::ask(&mut book, season, &staff, &signed_in, wanted.seed);
    rectifications::give(&mut book, season, &staff, &signed_in, wanted.seed);
    let alumni: Vec<Uuid> = members[cast::FIFTEEN..].iter().map(|member| member.id).collect();
    follow_ups::tell(&mut book, season, &staff, wanted.seed, &alumni);
    trainings::hold(&mut book, season, &staff, wanted.seed);
    records::keep(&mut book, season, &staff, wanted.seed);
    let reports = weeks::tell(tx, &mut book, season, &staff, &mut members, (&mut dice, wanted.seed)).await?;
    for (row, member) in book.organisations.iter_mut().zip(&members) {
        row.last_report_week.clone_from(&member.last_report_week);
    }
    let waiting = members[0].id;
    let sign_ins = sign_ins.tell(tx, system, base, founded_at).await?;
    book.write(tx).await?;
    tx.audit_installation(system.actor(), Deed::DemoLoaded, &base.to_string(), &wanted);
    let loaded = Loaded { base: NAME.to_owned(), slug: SLUG.to_owned(), wanted, reports, sign_ins };
    Ok((loaded, Told { base, staff, waiting }))
}

async fn found(tx: &WriteTx, id: Uuid, at: DateTime<Utc>) -> Result<(), DemoError> {
    let row = base::entity::Model {
        id,
        slug: SLUG.to_owned(),
        name: NAME.to_owned(),
        short_code: SHORT_CODE.to_owned(),
        zone: chrono_tz::Asia::Shanghai.name().to_owned(),
        operator_name: "株洲市益创社会组织服务中心".to_owned(),
        bureau_name: "株洲市民政局".to_owned(),
        demo: true,
        created_at: at,
        row_version: 1,
    };
    tx.insert_all(vec![base::entity::ActiveModel::from(row)]).await?;
    Ok(())
}
