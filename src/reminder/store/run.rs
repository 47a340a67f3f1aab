//! Telling: by the rules, and by hand.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    super::{
        Channel, DeliveryState, Digest, Kind, Owed, asked, digests,
        entity::{reminder_delivery, reminder_told},
        overdue, overdue_of_base,
    },
    gather::Gathered,
};
use crate::{
    access::{Actor, BureauOfficer, Manager, System},
    audit::Deed,
    base,
    store::{Begun, Intent, Store, StoreError, WriteTx, read_json, to_json},
};

/// What was told at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ran {
    pub digests: usize,
    /// Steps of what is owed, in all digests.
    pub lines: usize,
}

/// The slot of a day's digest by the rules.
pub(super) fn slot_of(day: NaiveDate) -> String {
    format!("rules:{day}")
}

/// Tells what the rules say at this time. Two runs at once tell it once.
pub async fn run(store: &Store, base: Uuid, channels: &[Channel]) -> Result<Ran, StoreError> {
    // Mostly there is nothing to tell: so it is looked at before anything is locked.
    if due(store.read(), base, channels, store.now()).await?.1.is_empty() {
        return Ok(Ran::default());
    }
    let system = System::named("job: reminders");
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("reminder.run")).await? else {
        return Ok(Ran::default());
    };
    tx.lock::<base::entity::Entity>(base).await?;
    let (zone, found) = due(tx.db(), base, channels, tx.now()).await?;
    if found.is_empty() {
        return Ok(Ran::default());
    }
    let ran = keep(&tx, base, zone, found, |digest| slot_of(digest.day)).await?;
    close(tx, base, system.actor(), ran).await
}

async fn due(
    db: &impl ConnectionTrait,
    base: Uuid,
    channels: &[Channel],
    now: DateTime<Utc>,
) -> Result<(Tz, Vec<Digest>), StoreError> {
    let known = Gathered::of(db, base, now).await?;
    let found = digests(&known.rules(channels), &known.owed, &known.people, &known.history, (now, now));
    Ok((known.rhythm.zone(), found))
}

/// The operator reminds every organisation that is late with a kind of thing, and whoever is named for it. Of reports those
/// of the last week that was due, of others all, unless a week, a month or an occasion is named.
pub async fn remind_now(
    store: &Store,
    manager: &Manager,
    (kind, record): (Kind, Option<&str>),
    channels: &[Channel],
    intent: Intent,
) -> Result<Ran, StoreError> {
    let late = |known: &Gathered, now: DateTime<Utc>| {
        let week = known.rhythm.last_due(false, now).map(|week| week.to_string()).unwrap_or_default();
        let record = record.or((kind == Kind::WeeklyReport).then_some(week.as_str()));
        overdue(&known.owed, kind, record, now)
    };
    by_hand(store, (manager.base(), manager.actor()), late, channels, intent).await
}

/// The bureau reminds all of the operator's team of a kind of thing that the base itself is late with; of one week or month
/// where it is named.
pub async fn remind_base(
    store: &Store,
    officer: &BureauOfficer,
    (kind, record): (Kind, Option<&str>),
    channels: &[Channel],
    intent: Intent,
) -> Result<Ran, StoreError> {
    let late = |known: &Gathered, now: DateTime<Utc>| overdue_of_base(&known.owed, kind, record, now);
    by_hand(store, (officer.base(), officer.actor()), late, channels, intent).await
}

/// Tells at once, or at the end of quiet hours, and nobody of what they have been told of today.
async fn by_hand(
    store: &Store,
    (base, actor): (Uuid, &Actor),
    late: impl FnOnce(&Gathered, DateTime<Utc>) -> Vec<Owed>,
    channels: &[Channel],
    intent: Intent,
) -> Result<Ran, StoreError> {
    let tx = match store.begin(actor, intent).await? {
        Begun::Fresh(tx) => tx,
        Begun::Done(outcome) => return read_json(&outcome, "what was told"),
    };
    let now = tx.now();
    tx.lock::<base::entity::Entity>(base).await?;
    let known = Gathered::of(tx.db(), base, now).await?;
    let found = asked(&known.rules(channels), &late(&known, now), &known.people, &known.history, now);
    let zone = known.rhythm.zone();
    let ran = keep(&tx, base, zone, found, |_| format!("asked:{}", Uuid::now_v7().simple())).await?;
    close(tx, base, actor, ran).await
}

/// Writes digests, and the proof of each of their steps.
async fn keep(
    tx: &WriteTx,
    base: Uuid,
    zone: Tz,
    found: Vec<Digest>,
    slot: impl Fn(&Digest) -> String,
) -> Result<Ran, StoreError> {
    let now = tx.now();
    let ran = Ran { digests: found.len(), lines: found.iter().map(|digest| digest.lines.len()).sum() };
    let (mut deliveries, mut proofs) = (Vec::with_capacity(ran.digests), Vec::with_capacity(ran.lines));
    for digest in found {
        let id = Uuid::now_v7();
        // What the program shows is there as soon as it is written.
        let at_once = digest.channel == Channel::Program && digest.at <= now;
        let state = if at_once { DeliveryState::Sent } else { DeliveryState::Queued };
        proofs.extend(digest.lines.iter().map(|line| {
            let told = line.told(digest.person, digest.channel, digest.day, zone);
            reminder_told::ActiveModel {
                id: Set(Uuid::now_v7()),
                base_id: Set(base),
                delivery_id: Set(id),
                account_id: Set(told.person),
                channel: Set(told.channel.code().to_owned()),
                kind: Set(told.matter.kind.code().to_owned()),
                subject_id: Set(told.matter.subject),
                record: Set(told.matter.record),
                step: Set(told.step.code().to_owned()),
                counted_from: Set(told.counted_from),
                told_on: Set(digest.day),
            }
        }));
        deliveries.push(reminder_delivery::ActiveModel {
            id: Set(id),
            base_id: Set(base),
            account_id: Set(digest.person),
            channel: Set(digest.channel.code().to_owned()),
            slot: Set(slot(&digest)),
            told_on: Set(digest.day),
            lines: Set(to_json(&digest.lines)),
            state: Set(state.code().to_owned()),
            attempts: Set(i32::from(at_once)),
            next_attempt_at: Set((!at_once).then_some(digest.at)),
            last_error: Set(String::new()),
            made_at: Set(now),
            sent_at: Set(at_once.then_some(now)),
            read_at: Set(None),
        });
    }
    tx.insert_all(deliveries).await?;
    tx.insert_all(proofs).await?;
    Ok(ran)
}

async fn close(tx: WriteTx, base: Uuid, actor: &Actor, ran: Ran) -> Result<Ran, StoreError> {
    tx.audit(base, actor, Deed::RemindersSent, &base.to_string(), &ran);
    tx.commit(to_json(&ran)).await?;
    Ok(ran)
}
