//! Who signs in, and the links that wait for somebody.

use std::fmt::Write;

use chrono::TimeDelta;
use hatchboard::{
    access::Role,
    account::{
        self, AccountName, NewAccount, Password, PersonName, Place as Held,
        api_token::Area,
        entity::{account as accounts, api_token as kept, membership, session},
        invitation,
        link::Invited,
        reset,
    },
    base::store::{NewBase, found},
    store::WriteTx,
};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Maker, PASSWORD, Place, Whose, once, reminder, token};
use crate::tests::asker::Asker;

/// Makes everybody's account, and for each place a colleague who is spoken of: their membership, their session, the
/// token of their program, and links for them.
pub(super) async fn make(maker: &Maker, bases: [Uuid; 3], places: &mut [Place; 3]) {
    for (asker, role) in Asker::people() {
        let (base, place) = (bases[asker.of as usize], &mut places[asker.of as usize]);
        let held = match role {
            Role::Admin => None,
            Role::Organisation => Some(staff(base, place)),
            role => Some(Held::Base { base, role }),
        };
        let (account, ..) = sign_up(maker, &asker.name(), held, &token(asker)).await;
        if role == Role::Organisation {
            place.extend(reminder::notice(maker, base, account).await);
        }
    }
    let elsewhere = third_base(maker).await;
    for (whose, base) in [Whose::Ours, Whose::Sibling, Whose::Foreign].into_iter().zip(bases) {
        let place = &mut places[whose as usize];
        let name = format!("colleague.{}", whose.code());
        let (account, session, api_token) = sign_up(maker, &name, Some(staff(base, place)), &name).await;
        let of_them = membership::Column::AccountId.eq(account);
        let membership = membership::Entity::find().filter(of_them).one(maker.store.read()).await.unwrap().unwrap();
        let row = accounts::Entity::find_by_id(account).one(maker.store.read()).await.unwrap().unwrap();
        place.extend([
            ("account", account.to_string()),
            ("account_version", row.row_version.to_string()),
            ("membership", membership.id.to_string()),
            ("session", session.to_string()),
            ("api_token", api_token.to_string()),
        ]);
        let links = links(maker, base, account, elsewhere, place).await;
        place.extend(links);
    }
}

fn staff(base: Uuid, place: &Place) -> Held {
    Held::Organisation { base, organisation: place["org"].parse().unwrap() }
}

/// An account with a session and a token for a program; gives the ids of all three.
async fn sign_up(maker: &Maker, name: &str, held: Option<Held>, token: &str) -> (Uuid, Uuid, Uuid) {
    let tx = maker.write().await;
    let name = AccountName::parse(name).unwrap();
    let new = NewAccount {
        display_name: PersonName::parse(name.as_str()).unwrap(),
        password: Some(Password::judge(PASSWORD, &name).unwrap()),
        admin: held.is_none(),
        name,
    };
    let id = account::create(&tx, maker.system.actor(), new).await.unwrap();
    if let Some(held) = held {
        account::grant(&tx, maker.system.actor(), id, held).await.unwrap();
    }
    let session = open_session(&tx, id, token).await;
    let program = hand_out(&tx, id, &api_token(token)).await;
    tx.commit("").await.unwrap();
    (id, session, program)
}

/// The token of the program of whoever has this session.
pub(super) fn api_token(session: &str) -> String {
    format!("program-of-{session}")
}

/// As making one does, but with a secret that is known, and as if it had just been used.
pub(in crate::tests) async fn hand_out(tx: &WriteTx, account: Uuid, secret: &str) -> Uuid {
    let id = Uuid::now_v7();
    let row = kept::ActiveModel {
        id: Set(id),
        account_id: Set(account),
        token_hash: Set(hash(secret)),
        name: Set("test".to_owned()),
        areas: Set(serde_json::to_string(Area::ALL).unwrap()),
        made_at: Set(tx.now()),
        ends_at: Set(tx.now() + TimeDelta::days(1)),
        used_at: Set(Some(tx.now())),
        revoked_at: Set(None),
    };
    kept::Entity::insert(row).exec_without_returning(tx.db()).await.unwrap();
    id
}

/// As a sign-in does, but for the hashing of a password and with a token that is known.
pub(in crate::tests) async fn open_session(tx: &WriteTx, account: Uuid, token: &str) -> Uuid {
    let id = Uuid::now_v7();
    let row = session::ActiveModel {
        id: Set(id),
        token_hash: Set(hash(token)),
        account_id: Set(account),
        created_at: Set(tx.now()),
        seen_at: Set(tx.now()),
        ends_at: Set(tx.now() + TimeDelta::days(1)),
        address: Set("127.0.0.1".to_owned()),
        device: Set("test".to_owned()),
    };
    session::Entity::insert(row).exec_without_returning(tx.db()).await.unwrap();
    id
}

/// A SHA-256 in hexadecimal digits, such as is kept of a token.
pub(in crate::tests) fn hash(token: &str) -> String {
    Sha256::digest(token).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// A base in which nobody has a role yet.
async fn third_base(maker: &Maker) -> Uuid {
    let tx = maker.write().await;
    let new = NewBase {
        slug: "elsewhere".to_owned(),
        name: "第三孵化基地".to_owned(),
        short_code: "EL".to_owned(),
        operator_name: "运营中心".to_owned(),
        bureau_name: "民政局".to_owned(),
        demo: false,
    };
    let base = found(&tx, maker.system.actor(), new).await.unwrap();
    tx.commit("").await.unwrap();
    base.id
}

/// A link of the base's operator, an invitation that whoever signed in may accept, and a forgotten password.
async fn links(maker: &Maker, base: Uuid, account: Uuid, elsewhere: Uuid, place: &Place) -> Place {
    let (store, system) = (&maker.store, &maker.system);
    let org = place["org"].parse().unwrap();
    let of_staff = invitation::invite(store, &system.manager(base), org, "新同事", once()).await.unwrap();
    let to = Invited::To(Held::Base { base: elsewhere, role: Role::Auditor });
    let invited = invitation::invite_as_admin(store, &system.admin(), to, "审计", once()).await.unwrap();
    let forgotten = reset::offer_as_admin(store, &system.admin(), account, once()).await.unwrap();
    let secret = |link: account::link::MadeLink| link.token.unwrap().reveal().to_owned();
    Place::from([("link", of_staff.id.to_string()), ("invitation", secret(invited)), ("forgotten", secret(forgotten))])
}
