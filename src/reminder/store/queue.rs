//! What waits to go: at the end of quiet hours, by mail, or once more after it failed.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use uuid::Uuid;

use super::{
    super::{
        Channel, DeliveryState, Line, Matter, Owed, Party, Settings,
        entity::{
            reminder_delivery::{ActiveModel, Column, Entity, Model},
            reminder_setting,
        },
        next_attempt,
    },
    gather::{owed, people},
    settings::read,
};
use crate::{
    access::System,
    account::entity::account,
    base::{self, Base},
    store::{Store, StoreError, read_json, to_json},
    weekly_report::store::Rhythm,
};

/// So many are claimed at once: as many as can be sent before the claim ends, however slow the server is.
const AT_ONCE: u64 = 20;
/// Whoever has claimed a delivery has so long to send it.
const CLAIMED_FOR: TimeDelta = TimeDelta::minutes(10);

/// A thing that is owed, and by when.
type Due = (Matter, DateTime<Utc>);

/// What a base tells now.
struct Still {
    base: Base,
    owed: HashMap<Due, Owed>,
    /// As what people can be told.
    parties: HashMap<Uuid, Vec<Party>>,
}

impl Still {
    async fn of(db: &impl ConnectionTrait, base: Base, now: DateTime<Utc>) -> Result<Self, StoreError> {
        let rhythm = Rhythm::load(db, base.id).await?;
        let people = people(db, base.id).await?;
        let owed = owed(db, base.id, &rhythm, &people, now).await?;
        Ok(Self {
            base,
            // What is due at another time by now is told anew then.
            owed: owed.into_iter().map(|owed| ((owed.matter(), owed.due_at), owed)).collect(),
            parties: people.into_iter().map(|person| (person.account, person.parties)).collect(),
        })
    }

    /// Whether a line is one of a person still: it has not arrived, and nobody else sees to it by now.
    fn tells(&self, person: Uuid, line: &Line) -> bool {
        let owed = self.owed.get(&(line.owed.matter(), line.owed.due_at));
        let parties = self.parties.get(&person);
        owed.is_some_and(|owed| owed.told_at(line.step) == Some(line.told_as))
            && parties.is_some_and(|parties| parties.contains(&line.told_as))
    }
}

/// A digest that is to leave the program now. It counts as tried already, so that nobody else sends it meanwhile; if nobody
/// has begun to hand it over by the end of the claim, it is claimed once more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    pub id: Uuid,
    pub channel: Channel,
    pub base: Base,
    pub person: String,
    /// The language that the account has chosen, if any.
    pub language: Option<String>,
    pub settings: Settings,
    /// What is owed still.
    pub lines: Vec<Line>,
    /// With this one.
    pub attempts: u32,
}

/// Whether anything is due to go: one statement, so that nothing is written in the many minutes in which nothing is.
pub async fn waits(store: &Store) -> Result<bool, StoreError> {
    let waits = waiting(DeliveryState::Queued, store.now()).or(waiting(DeliveryState::Sending, store.now()));
    Ok(Entity::find().filter(waits).one(store.read()).await?.is_some())
}

fn waiting(state: DeliveryState, now: DateTime<Utc>) -> SimpleExpr {
    Column::State.eq(state.code()).and(Column::NextAttemptAt.lte(now))
}

/// Takes what is due to go. What has arrived meanwhile, or is somebody else's by now, is told no more: a digest of nothing
/// else is stopped. What the program itself shows is sent by this; all else is for the caller to send: to say [`leaving`],
/// then [`sent`] or [`failed`]. What was leaving when the program ended is not sent again, since it may have arrived.
pub async fn claim(store: &Store) -> Result<Vec<Outgoing>, StoreError> {
    if !waits(store).await? {
        return Ok(Vec::new());
    }
    let tx = store.begin_unrecorded(System::named("job: reminders").actor(), "reminder.claim").await?;
    let now = tx.now();
    let broken_off = Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryState::Unknown.code()))
        .col_expr(Column::NextAttemptAt, Expr::value(None::<DateTime<Utc>>))
        .filter(waiting(DeliveryState::Sending, now))
        .exec(tx.db())
        .await?
        .rows_affected;
    if broken_off > 0 {
        tracing::warn!(broken_off, "reminders were being sent when the program ended");
    }
    let rows = Entity::find()
        .filter(waiting(DeliveryState::Queued, now))
        .order_by_asc(Column::NextAttemptAt)
        .limit(AT_ONCE)
        .lock_exclusive()
        .all(tx.db())
        .await?;
    let bases: BTreeSet<Uuid> = rows.iter().map(|row| row.base_id).collect();
    let mut still: HashMap<Uuid, Still> = HashMap::new();
    for id in bases {
        if let Some(base) = base::store::by_id(tx.db(), id).await? {
            still.insert(id, Still::of(tx.db(), base, now).await?);
        }
    }
    let accounts: Vec<Uuid> = rows.iter().map(|row| row.account_id).collect();
    let people = account::Entity::find().filter(account::Column::Id.is_in(accounts.iter().copied())).all(tx.db());
    let people: HashMap<Uuid, account::Model> = people.await?.into_iter().map(|row| (row.id, row)).collect();
    let settings = reminder_setting::Entity::find().filter(reminder_setting::Column::AccountId.is_in(accounts));
    let mut settled: HashMap<Uuid, Settings> = HashMap::new();
    for row in settings.all(tx.db()).await? {
        settled.insert(row.account_id, read(row)?);
    }
    let (mut outgoing, mut stopped, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let Some(still) = still.get(&row.base_id) else { continue };
        let mut lines: Vec<Line> = read_json(&row.lines, "lines of a reminder")?;
        lines.retain(|line| still.tells(row.account_id, line));
        let person = people.get(&row.account_id).filter(|person| person.disabled_at.is_none());
        let channel: Channel = row.channel.parse().map_err(super::unreadable)?;
        let settings = settled.get(&row.account_id).cloned().unwrap_or_default();
        let Some(person) = person.filter(|_| !lines.is_empty() && settings.uses(channel)) else {
            stopped.push(row.id);
            continue;
        };
        if channel == Channel::Program {
            shown.push((row, lines));
            continue;
        }
        outgoing.push(Outgoing {
            id: row.id,
            channel,
            base: still.base.clone(),
            person: person.display_name.clone(),
            language: person.language.clone(),
            settings,
            lines,
            attempts: u32::try_from(row.attempts).unwrap_or(0) + 1,
        });
    }
    Entity::update_many()
        .col_expr(Column::State, Expr::value(DeliveryState::Stopped.code()))
        .col_expr(Column::NextAttemptAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::Id.is_in(stopped))
        .exec(tx.db())
        .await?;
    Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::NextAttemptAt, Expr::value(now + CLAIMED_FOR))
        .filter(Column::Id.is_in(outgoing.iter().map(|one| one.id)))
        .exec(tx.db())
        .await?;
    for (row, lines) in shown {
        show(tx.db(), row, &lines, now).await?;
    }
    tx.commit_unrecorded().await?;
    Ok(outgoing)
}

/// Each has lines of its own.
async fn show(db: &impl ConnectionTrait, row: Model, lines: &[Line], now: DateTime<Utc>) -> Result<(), StoreError> {
    let sent = ActiveModel {
        id: Set(row.id),
        lines: Set(to_json(&lines)),
        state: Set(DeliveryState::Sent.code().to_owned()),
        attempts: Set(row.attempts + 1),
        next_attempt_at: Set(None),
        sent_at: Set(Some(now)),
        ..Default::default()
    };
    sent.update(db).await?;
    Ok(())
}

/// Whether it may be handed over, from now on: not if the claim has ended meanwhile and somebody else sends it.
pub async fn leaving(store: &Store, outgoing: &Outgoing) -> Result<bool, StoreError> {
    let until = store.now() + CLAIMED_FOR;
    let going = Put { state: DeliveryState::Sending, next: Some(until), why: String::new(), sent_at: None };
    put(store, outgoing, &[DeliveryState::Queued], going).await
}

/// It has left the program.
pub async fn sent(store: &Store, outgoing: &Outgoing) -> Result<(), StoreError> {
    let at = store.now();
    let gone = Put { state: DeliveryState::Sent, next: None, why: String::new(), sent_at: Some(at) };
    put(store, outgoing, UNDER_WAY, gone).await.map(drop)
}

/// It could not leave: it is tried again later, or given up.
pub async fn failed(store: &Store, outgoing: &Outgoing, why: &str) -> Result<(), StoreError> {
    let zone: Tz = outgoing.base.zone;
    let next = next_attempt(outgoing.attempts, store.now());
    let next = next.map(|next| outgoing.settings.quiet.free_from(next, zone));
    let state = if next.is_some() { DeliveryState::Queued } else { DeliveryState::Failed };
    let why = why.chars().take(500).collect();
    put(store, outgoing, UNDER_WAY, Put { state, next, why, sent_at: None }).await.map(drop)
}

/// What may still turn out either way; an answer that comes late tells of what was not known, too.
const UNDER_WAY: &[DeliveryState] = &[DeliveryState::Queued, DeliveryState::Sending, DeliveryState::Unknown];

/// How a delivery goes on.
struct Put {
    state: DeliveryState,
    next: Option<DateTime<Utc>>,
    why: String,
    sent_at: Option<DateTime<Utc>>,
}

/// Whether it went on from one of these states, by the claim of this attempt: a later one is somebody else's.
async fn put(store: &Store, outgoing: &Outgoing, from: &[DeliveryState], put: Put) -> Result<bool, StoreError> {
    let attempts = i32::try_from(outgoing.attempts).unwrap_or(i32::MAX);
    let tx = store.begin_unrecorded(System::named("job: reminders").actor(), "reminder.delivery").await?;
    let done = Entity::update_many()
        .col_expr(Column::State, Expr::value(put.state.code()))
        .col_expr(Column::NextAttemptAt, Expr::value(put.next))
        .col_expr(Column::LastError, Expr::value(put.why))
        .col_expr(Column::SentAt, Expr::value(put.sent_at))
        .filter(Column::Id.eq(outgoing.id))
        .filter(Column::Attempts.eq(attempts))
        .filter(Column::State.is_in(from.iter().map(|state| state.code())))
        .exec(tx.db())
        .await?;
    tx.commit_unrecorded().await?;
    Ok(done.rows_affected == 1)
}
