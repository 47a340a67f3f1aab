//! Everything that a base's reminders are computed from, in a number of statements that does not grow with what is
//! owed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{
    super::{
        Channel, History, Kind, Matter, Owed, Party, Person, Rules, Settings, Steps, Told, barred, bearer,
        entity::{reminder_delivery, reminder_setting, reminder_told},
    },
    run::slot_of,
    settings::{off, read_settings},
    steps::steps_of,
    unreadable,
};
use crate::{
    access::Role,
    account::entity::{account, membership},
    annual_target::{Target, entity::target_year},
    assessment::{self, Decider, Deed as Taken, Part, may_take},
    calendar::{instant, nth_working_day_after, plus_working_days_at},
    follow_up::{self, CONFIRMED_WITHIN},
    instruction, monthly_plan, rectification,
    service_request::{self, entity::service_request as service},
    store::StoreError,
    weekly_report::{
        self,
        store::{Rhythm, SubjectName, reporter::Reporter},
    },
};

/// What was told longer ago is not looked at: by then no step of it is left.
const LOOKED_BACK: Days = Days::new(60);
/// A visit is on time on the whole last day of its window.
const LAST_MINUTE: NaiveTime = NaiveTime::from_hms_opt(23, 59, 0).expect("a day has a last minute");

pub(super) struct Gathered {
    pub(super) rhythm: Rhythm,
    pub(super) off: BTreeSet<Kind>,
    pub(super) steps: Steps,
    pub(super) owed: Vec<Owed>,
    pub(super) people: Vec<Person>,
    pub(super) history: History,
}

impl Gathered {
    pub(super) async fn of(db: &impl ConnectionTrait, base: Uuid, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let rhythm = Rhythm::load(db, base).await?;
        let since = rhythm.day(now) - LOOKED_BACK;
        let people = people(db, base).await?;
        Ok(Self {
            off: off(db, base).await?.0,
            steps: steps_of(db, base).await?.steps,
            owed: owed(db, base, &rhythm, &people, now).await?,
            people,
            history: history(db, base, since, rhythm.day(now)).await?,
            rhythm,
        })
    }

    pub(super) fn rules<'a>(&'a self, channels: &'a [Channel]) -> Rules<'a> {
        let (calendar, zone) = (self.rhythm.calendar(), self.rhythm.zone());
        Rules { calendar, zone, steps: self.steps, off: self.off.clone(), channels }
    }
}

/// What a base and its organisations owe; of visits and of help, which of these people sees to it. A record that nobody has
/// answered is owed however long ago it was due: no step is left of it, but somebody may ask for it by hand.
pub(super) async fn owed(
    db: &impl ConnectionTrait,
    base: Uuid,
    rhythm: &Rhythm,
    people: &[Person],
    now: DateTime<Utc>,
) -> Result<Vec<Owed>, StoreError> {
    let organisations = Reporter::organisations(db, base).await?;
    let itself = Reporter::base(db, base).await?;
    let itself = itself.ok_or_else(|| StoreError::Unreadable(format!("base {base} is gone")))?;
    let of = |subject: SubjectName, kind, record: String, due_at| Owed {
        due_at,
        kind,
        name: subject.name,
        subject: subject.id,
        of_base: subject.of_base,
        record,
        assigned: None,
        barred: Vec::new(),
    };
    let mut all = Vec::new();
    let weeks = weekly_report::store::owed::owed(db, &itself, rhythm, &organisations, now).await?;
    all.extend(weeks.into_iter().map(|one| of(one.subject, Kind::WeeklyReport, one.week.to_string(), one.due_at)));
    let plans = monthly_plan::store::owed::owed(db, &itself.name, rhythm, &organisations, now).await?;
    all.extend(plans.into_iter().map(|one| {
        let kind = if one.result { Kind::MonthResult } else { Kind::MonthlyPlan };
        of(one.subject, kind, one.month.to_string(), one.due_at)
    }));
    let sheets = assessment::store::owed::owed(db, base).await?;
    all.extend(sheets.iter().flat_map(|one| {
        let steps = Kind::all_of_sheet(one.state, one.subject.of_base, &one.timetable, now);
        steps.into_iter().map(move |(kind, due_at)| {
            let barred =
                if kind == Kind::Check { barred_from(people, &one.subject, Part::Confirms, &[]) } else { Vec::new() };
            Owed { barred, ..of(one.subject.clone(), kind, one.occasion.to_string(), due_at) }
        })
    }));
    let objected = assessment::store::owed::objected(db, base).await?;
    all.extend(objected.into_iter().map(|one| {
        let (assigned, barred) = match one.decider {
            Decider::Superior(person) | Decider::Deputy(person) => (Some(person), Vec::new()),
            Decider::AnyOther => (None, barred_from(people, &one.subject, Part::Decides, &one.before)),
            // The bureau has to name somebody else.
            Decider::Nobody => (None, Vec::new()),
        };
        Owed { assigned, barred, ..of(one.subject, Kind::Objection, one.occasion.to_string(), one.due_at) }
    }));
    all.extend(targets(db, base).await?.into_iter().map(|(year, submitted_at)| {
        let due = plus_working_days_at(submitted_at, Target::DECISION_DAYS, rhythm.calendar(), rhythm.zone());
        of(itself.name.clone(), Kind::Targets, year, due.at)
    }));
    let named = organisations.iter().chain([&itself]).map(|one| (one.name.id, &one.name));
    let named: HashMap<Uuid, &SubjectName> = named.collect();
    let end_of = |day| nth_working_day_after(day, 0, rhythm.calendar(), rhythm.zone()).at;
    for (kind, rows) in
        [(Kind::Rectification, faults(db, base).await?), (Kind::Instruction, instructions(db, base).await?)]
    {
        for (id, subject, due_on) in rows {
            let Some(subject) = named.get(&subject) else { continue };
            all.push(of((*subject).clone(), kind, id.to_string(), end_of(due_on)));
        }
    }
    for (id, organisation, due_on, owner) in services(db, base).await? {
        let Some(subject) = named.get(&organisation) else { continue };
        let assigned = bearer(&owner, people);
        all.push(Owed { assigned, ..of((*subject).clone(), Kind::Service, id.to_string(), end_of(due_on)) });
    }
    let followed = follow_up::store::owed(db, base, rhythm.day(now)).await?;
    all.extend(followed.visits.into_iter().map(|one| {
        let assigned = one.assigned.and_then(|name| bearer(&name, people));
        let due_at = instant(one.until, LAST_MINUTE, rhythm.zone());
        Owed { assigned, ..of(one.subject, Kind::FollowUp, one.which.to_string(), due_at) }
    }));
    all.extend(followed.unconfirmed.into_iter().map(|one| {
        let due = plus_working_days_at(one.filed_at, CONFIRMED_WITHIN, rhythm.calendar(), rhythm.zone());
        of(one.subject, Kind::Confirmation, one.visit.to_string(), due.at)
    }));
    Ok(all)
}

/// Which officers may not take a part in a subject's sheet: they are of its own, or took one that bars it.
fn barred_from(people: &[Person], subject: &SubjectName, part: Part, before: &[Taken]) -> Vec<Uuid> {
    let own = if subject.of_base { Party::Operator } else { Party::Organisation(subject.id) };
    barred(people, |person| may_take(part, person.account, person.parties.contains(&own), before).is_ok())
}

/// A record with its subject and the day that it is due.
type Due = (Uuid, Uuid, NaiveDate);

/// Faults that are not reported as repaired: one statement.
async fn faults(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Due>, StoreError> {
    use rectification::entity::{Column, Entity};
    let open = Entity::find()
        .select_only()
        .columns([Column::Id, Column::SubjectId, Column::DueOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(rectification::State::Open.code()));
    Ok(open.into_tuple().all(db).await?)
}

/// Requests that somebody sees to by a day, each with that person's name: one statement.
async fn services(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<(Uuid, Uuid, NaiveDate, String)>, StoreError> {
    use service::{Column, Entity};
    let under_way = Entity::find()
        .select_only()
        .columns([Column::Id, Column::OrganisationId, Column::DueOn, Column::Owner])
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(service_request::State::UnderWay.code()))
        .filter(Column::DueOn.is_not_null());
    Ok(under_way.into_tuple().all(db).await?)
}

/// Instructions that the base has not answered: one statement.
async fn instructions(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Due>, StoreError> {
    use instruction::entity::{Column, Entity};
    let open = Entity::find()
        .select_only()
        .columns([Column::Id, Column::BaseId, Column::DueOn])
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(instruction::State::Open.code()));
    Ok(open.into_tuple().all(db).await?)
}

/// Years whose targets wait for the bureau's word, each with when they were submitted: one statement.
async fn targets(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    use target_year::{Column, Entity};
    let submitted = Entity::find()
        .select_only()
        .columns([Column::Year, Column::SubmittedAt])
        .filter(Column::BaseId.eq(base))
        .filter(Column::State.eq(monthly_plan::State::Submitted.code()))
        .filter(Column::SubmittedAt.is_not_null());
    Ok(submitted.into_tuple().all(db).await?)
}

#[derive(Debug, FromQueryResult)]
struct Standing {
    account_id: Uuid,
    display_name: String,
    role: String,
    organisation_id: Option<Uuid>,
    mail: Option<String>,
    by_mail: Option<bool>,
    robot: Option<String>,
    robot_secret: Option<String>,
    by_robot: Option<bool>,
    opted_out: Option<String>,
    quiet_from: Option<String>,
    quiet_until: Option<String>,
}

/// Whoever has a part in a base and can sign in, with how they want to be told: one statement.
pub(super) async fn people(db: &impl ConnectionTrait, base: Uuid) -> Result<Vec<Person>, StoreError> {
    use membership::Column as Of;
    use reminder_setting::Column as By;
    let to_account = membership::Entity::belongs_to(account::Entity).from(Of::AccountId).to(account::Column::Id);
    let to_setting = membership::Entity::belongs_to(reminder_setting::Entity).from(Of::AccountId).to(By::AccountId);
    let rows: Vec<Standing> = membership::Entity::find()
        .select_only()
        .columns([Of::AccountId, Of::Role, Of::OrganisationId])
        .column(account::Column::DisplayName)
        .columns([By::Mail, By::ByMail, By::Robot, By::RobotSecret, By::ByRobot])
        .columns([By::OptedOut, By::QuietFrom, By::QuietUntil])
        .join(JoinType::InnerJoin, to_account.into())
        .join(JoinType::LeftJoin, to_setting.into())
        .filter(Of::BaseId.eq(base))
        .filter(Of::EndedAt.is_null())
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(Of::AccountId)
        .into_model()
        .all(db)
        .await?;
    let mut people: BTreeMap<Uuid, Person> = BTreeMap::new();
    for row in rows {
        let role: Role = row.role.parse().map_err(unreadable)?;
        let parties = match (role, row.organisation_id) {
            (Role::Organisation, Some(organisation)) => vec![Party::Organisation(organisation)],
            (Role::Manager, _) => vec![Party::Operator, Party::Assigned(row.account_id)],
            (Role::Bureau, _) => vec![Party::Bureau, Party::Assigned(row.account_id)],
            _ => continue,
        };
        let by_mail = row.mail.zip(row.by_mail);
        let by_robot = row.robot.zip(row.robot_secret).zip(row.by_robot);
        let settings = match (by_mail, by_robot, row.opted_out, row.quiet_from.zip(row.quiet_until)) {
            (Some(mail), Some(((robot, secret), by_robot)), Some(out), Some((from, until))) => {
                read_settings(mail, (robot, secret, by_robot), &out, (&from, &until))?
            }
            _ => Settings::default(),
        };
        let new = Person { account: row.account_id, name: row.display_name, parties: Vec::new(), settings };
        people.entry(row.account_id).or_insert(new).parties.extend(parties);
    }
    Ok(people.into_values().collect())
}

/// What was told of late, and who had today's digest: two statements.
async fn history(
    db: &impl ConnectionTrait,
    base: Uuid,
    since: NaiveDate,
    today: NaiveDate,
) -> Result<History, StoreError> {
    let mut history = History::default();
    let told = reminder_told::Entity::find()
        .filter(reminder_told::Column::BaseId.eq(base))
        .filter(reminder_told::Column::ToldOn.gte(since))
        .all(db)
        .await?;
    for row in told {
        let kind = row.kind.parse().map_err(unreadable)?;
        let once = Told {
            person: row.account_id,
            channel: row.channel.parse().map_err(unreadable)?,
            matter: Matter { kind, subject: row.subject_id, record: row.record },
            step: row.step.parse().map_err(unreadable)?,
            counted_from: row.counted_from,
        };
        history.told.insert(once, row.told_on);
    }
    let digests: Vec<(Uuid, String)> = reminder_delivery::Entity::find()
        .select_only()
        .columns([reminder_delivery::Column::AccountId, reminder_delivery::Column::Channel])
        .filter(reminder_delivery::Column::BaseId.eq(base))
        .filter(reminder_delivery::Column::Slot.eq(slot_of(today)))
        .into_tuple()
        .all(db)
        .await?;
    for (person, channel) in digests {
        history.digests.insert((person, channel.parse().map_err(unreadable)?, today));
    }
    Ok(history)
}
