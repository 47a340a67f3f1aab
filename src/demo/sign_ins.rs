//! Who can sign in to the demo: one account for each role, two where two look at one thing.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::{
    DemoError, NAME, SLUG,
    book::{Book, Detail, PastDeed, Staff},
    cast,
    dice::Dice,
};
use crate::{
    access::{Actor, Role, System},
    account::{
        AccountError, AccountName, Password, draw_password,
        entity::{account, membership},
        hash_password,
    },
    audit::Deed,
    audit::{self, NewEvent},
    store::WriteTx,
};

/// An account of the demo, with the password that was drawn for it.
#[derive(Clone, Serialize)]
pub struct SignIn {
    pub role: Role,
    pub account: String,
    pub person: String,
    pub password: String,
    /// Where its first screen is, such as `/b/zhuzhou-demo`.
    pub path: String,
    /// Names of the organisations that the person belongs to.
    pub organisations: Vec<String>,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignIn").field("account", &self.account).finish_non_exhaustive()
    }
}

const ACCOUNTS: [(Role, &str, &str); 7] = [
    (Role::Organisation, "org.lin", cast::ONE_ORGANISATION),
    (Role::Organisation, "org.tan", cast::TWO_ORGANISATIONS),
    (Role::Manager, "manager.zhou", "周敏"),
    (Role::Manager, "manager.liu", "刘洋"),
    (Role::Bureau, "bureau.chen", "陈国庆"),
    (Role::Auditor, "auditor.he", "何静"),
    (Role::Admin, "admin.zheng", "郑怀瑾"),
];

/// The accounts while the demo is made.
#[derive(Debug)]
pub(super) struct SignIns {
    people: Vec<(Arc<Actor>, Uuid, SignIn)>,
}

/// Draws a password for each account and writes the accounts into the book, the base's people as its members.
pub(super) async fn open(dice: &mut Dice, book: &mut Book, at: DateTime<Utc>) -> Result<SignIns, DemoError> {
    let mut people = Vec::with_capacity(ACCOUNTS.len());
    for (role, name, person) in ACCOUNTS {
        let id = dice.id(at);
        let password = draw_password();
        let name = AccountName::parse(name).map_err(AccountError::from)?;
        let judged = Password::judge(&password, &name).map_err(AccountError::from)?;
        book.accounts.push(account::Model {
            id,
            name: name.as_str().to_owned(),
            display_name: person.to_owned(),
            password_hash: Some(hash_password(&judged).await?),
            is_admin: role == Role::Admin,
            language: None,
            hints_away: None,
            disabled_at: None,
            password_changed_at: Some(at),
            created_at: at,
            row_version: 1,
        });
        let path = if role == Role::Admin { "/admin".to_owned() } else { format!("/b/{SLUG}") };
        let sign_in =
            SignIn { role, account: name.into(), person: person.to_owned(), password, path, organisations: Vec::new() };
        let actor = Arc::new(Actor { name: person.to_owned(), account: Some(id), role });
        if Role::OF_BASE.contains(&role) {
            join(dice, book, id, role, None, at);
        }
        people.push((actor, id, sign_in));
    }
    Ok(SignIns { people })
}

fn join(dice: &mut Dice, book: &mut Book, account: Uuid, role: Role, organisation: Option<Uuid>, at: DateTime<Utc>) {
    book.memberships.push(membership::Model {
        id: dice.id(at),
        account_id: account,
        base_id: book.base,
        organisation_id: organisation,
        role: role.code().to_owned(),
        since: at,
        ended_at: None,
        row_version: 1,
    });
}

impl SignIns {
    /// Those who run and supervise the base.
    pub(super) fn staff(&self) -> Staff {
        let actor = |at: usize| self.people[at].0.clone();
        Staff { managers: [actor(2), actor(3)], bureau: actor(4) }
    }

    /// The account of a person, where they have one.
    pub(super) fn of(&self, person: &str) -> Option<Arc<Actor>> {
        self.people.iter().find(|(actor, ..)| actor.name == person).map(|(actor, ..)| actor.clone())
    }

    /// A person with an account belongs to an organisation, on the word of a manager.
    pub(super) fn belongs(
        &mut self,
        book: &mut Book,
        dice: &mut Dice,
        person: &str,
        organisation: (Uuid, &str),
        at: DateTime<Utc>,
    ) {
        let by = self.people[2].0.clone();
        let Some((_, account, sign_in)) = self.people.iter_mut().find(|(actor, ..)| actor.name == person) else {
            return;
        };
        let (id, name) = organisation;
        join(dice, book, *account, Role::Organisation, Some(id), at);
        if sign_in.organisations.is_empty() {
            sign_in.path = format!("/o/{id}");
        }
        sign_in.organisations.push(name.to_owned());
        let detail = Detail::Reason(format!("{person}：{name}"));
        book.deeds.push(PastDeed { at, by, deed: Deed::MembershipGranted, subject: *account, detail });
    }

    /// None of the names is taken.
    pub(super) async fn check(&self, tx: &WriteTx) -> Result<(), DemoError> {
        let names = ACCOUNTS.iter().map(|(_, name, _)| *name);
        let taken = account::Entity::find().filter(account::Column::Name.is_in(names)).one(tx.db()).await?;
        taken.map_or(Ok(()), |account| Err(DemoError::NameTaken(account.name)))
    }

    /// Tells the installation's audit log of the base and of the accounts; gives what to sign in with.
    pub(super) async fn tell(
        self,
        tx: &WriteTx,
        system: &System,
        base: Uuid,
        at: DateTime<Utc>,
    ) -> Result<Vec<SignIn>, DemoError> {
        let event = |deed, subject: Uuid, detail| {
            let actor = system.actor();
            let chain = audit::INSTALLATION.to_owned();
            let event = NewEvent {
                chain,
                actor: actor.name.clone(),
                account: actor.account,
                deed,
                subject: subject.to_string(),
                detail,
            };
            (at, event)
        };
        let mut events = vec![event(Deed::BaseFounded, base, json!({ "name": NAME }))];
        events.extend(self.people.iter().map(|(_, id, sign_in)| {
            let detail = json!({
                "name": sign_in.account,
                "display_name": sign_in.person,
                "admin": sign_in.role == Role::Admin,
            });
            event(Deed::AccountCreated, *id, detail)
        }));
        audit::append_dated(tx.db(), events).await?;
        Ok(self.people.into_iter().map(|(_, _, sign_in)| sign_in).collect())
    }
}
