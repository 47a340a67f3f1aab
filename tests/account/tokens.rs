use chrono::TimeDelta;
use hatchboard::{
    access::Role,
    account::{
        self, AccountError, Place,
        admin::{self, Standing, set_standing},
        api_token::{self, Area, WantedToken},
        entity::api_token as kept,
        reset,
    },
    audit::entity::audit_event,
    store::{Intent, Store},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::{
    cast::{LIMITS, PASSWORD, admin, asker, browser, grant, person, signed_in, staff, try_from},
    support::{base, on_every_database, organisation, pass, system},
};

fn wanted(days: i64) -> WantedToken {
    WantedToken { name: "月报脚本".to_owned(), areas: vec![Area::Reports, Area::Plans], days }
}

/// Fang's token for thirty days: its id and its secret.
async fn made(store: &Store) -> (uuid::Uuid, String) {
    made_by(store, PASSWORD).await
}

async fn made_by(store: &Store, password: &str) -> (uuid::Uuid, String) {
    let session = try_from(store, "fang", password, "192.0.2.7").await.expect("a sign-in");
    let asker = asker(store, &session).await.expect("a session");
    let made = api_token::make(store, &asker, password, "192.0.2.7", wanted(30), Intent::once("test")).await;
    let made = made.expect("a token");
    (made.id, made.token.expect("its secret, once").reveal().to_owned())
}

async fn opens(store: &Store, secret: &str) -> bool {
    api_token::find(store, secret).await.expect("an answer").is_some()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_its_owner_with_what_they_may_now() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let id = staff(&store, "fang", base.id, organisation).await;
        let (token, secret) = made(&store).await;
        let (found, statements) = store.count_statements(api_token::find(&store, &secret)).await;
        let bearer = found.expect("an answer").expect("somebody");
        assert_eq!((bearer.token, bearer.asker.account()), (token, id));
        assert_eq!(bearer.areas, [Area::Reports, Area::Plans]);
        assert!(bearer.asker.member(organisation).is_ok() && bearer.asker.reader(base.id).is_err());
        // The first use is noted.
        assert!(statements <= 3, "{statements} statements");
        let (_, statements) = store.count_statements(api_token::find(&store, &secret)).await;
        assert!(statements <= 2, "{statements} statements");

        grant(&store, id, Place::Base { base: base.id, role: Role::Auditor }).await;
        let bearer = api_token::find(&store, &secret).await.expect("an answer").expect("somebody");
        assert!(bearer.asker.reader(base.id).is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_hash_of_a_token_is_kept_and_its_last_use_is_known() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let (_, secret) = made(&store).await;
        let row = kept::Entity::find().one(store.read()).await.expect("an answer").expect("a token");
        assert!(row.token_hash != secret && row.used_at.is_none());
        // What a thief reads in the database opens nothing.
        assert!(!opens(&store, &row.token_hash).await && !opens(&store, "").await);
        let asker = signed_in(&store, "fang").await;
        assert!(opens(&store, &secret).await);
        let shown = api_token::of_account(&store, &asker).await.expect("tokens");
        assert_eq!((shown.len(), shown[0].ended), (1, false));
        assert!(shown[0].used_at.is_some_and(|used| store.now() - used < TimeDelta::minutes(1)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_ends_on_its_day_and_with_its_account() {
    on_every_database(|store| async move {
        let id = person(&store, "fang").await;
        admin(&store, "zheng").await;
        let (_, secret) = made(&store).await;
        pass(&store, TimeDelta::days(30) - TimeDelta::minutes(1));
        assert!(opens(&store, &secret).await);
        pass(&store, TimeDelta::minutes(1));
        assert!(!opens(&store, &secret).await);

        let (_, secret) = made(&store).await;
        let zheng = signed_in(&store, "zheng").await.admin().expect("an administrator");
        let file = admin::account(&store, LIMITS, &zheng, id).await.expect("an answer").expect("an account");
        assert_eq!(file.tokens.iter().map(|token| token.ended).collect::<Vec<_>>(), [false, true]);
        let version = file.account.row_version;
        set_standing(&store, &zheng, id, version, Standing::Disabled, Intent::once("test")).await.expect("disabled");
        assert!(!opens(&store, &secret).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_is_revoked_by_its_owner_or_an_administrator_and_by_nobody_else() {
    on_every_database(|store| async move {
        let id = person(&store, "fang").await;
        person(&store, "lin").await;
        admin(&store, "zheng").await;
        let (token, secret) = made(&store).await;
        let lin = signed_in(&store, "lin").await;
        let refused = api_token::revoke(&store, &lin, token, Intent::once("test")).await;
        assert!(matches!(refused, Err(AccountError::NotFound)), "{refused:?}");
        assert!(opens(&store, &secret).await);

        let fang = signed_in(&store, "fang").await;
        api_token::revoke(&store, &fang, token, Intent::once("test")).await.expect("revoked");
        assert!(!opens(&store, &secret).await);
        let again = api_token::revoke(&store, &fang, token, Intent::once("test")).await;
        assert!(matches!(again, Err(AccountError::NotFound)), "{again:?}");

        let (token, secret) = made(&store).await;
        let zheng = signed_in(&store, "zheng").await.admin().expect("an administrator");
        let account = api_token::revoke_as_admin(&store, &zheng, token, Intent::once("test")).await;
        assert_eq!(account.expect("revoked"), id.to_string());
        assert!(!opens(&store, &secret).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_makes_one_token() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let fang = signed_in(&store, "fang").await;
        let intent = || Intent::new("me.make_token", "k".to_owned(), &wanted(90));
        let make = || api_token::make(&store, &fang, PASSWORD, "192.0.2.7", wanted(90), intent());
        let first = make().await.expect("a token");
        let second = make().await.expect("the same");
        assert!(first.id == second.id && first.token.is_some() && second.token.is_none());
        assert_eq!(api_token::of_account(&store, &fang).await.expect("tokens").len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_makes_a_token_knows_the_password_and_guesses_are_slowed_down_as_at_the_sign_in() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let fang = signed_in(&store, "fang").await;
        let make = async |present: &str| {
            api_token::make(&store, &fang, present, "192.0.2.7", wanted(30), Intent::once("test")).await
        };
        for _ in 0..4 {
            let wrong = make("not the password").await;
            assert!(matches!(wrong, Err(AccountError::WrongPassword)), "{wrong:?}");
        }
        let early = make(PASSWORD).await;
        assert!(matches!(early, Err(AccountError::TooManyAttempts { seconds: 1 })), "{early:?}");
        // The sign-in from there waits with it: both count the same guesses.
        let sign_in = try_from(&store, "fang", PASSWORD, "192.0.2.7").await;
        assert!(matches!(sign_in, Err(AccountError::TooManyAttempts { .. })), "{sign_in:?}");
        assert!(api_token::of_account(&store, &fang).await.expect("tokens").is_empty());
        pass(&store, TimeDelta::seconds(1));
        make(PASSWORD).await.expect("a token");
    })
    .await;
}

/// What the newest event of this kind says of the tokens that it revoked.
async fn told(store: &Store, action: &str) -> String {
    let of_kind = audit_event::Entity::find().filter(audit_event::Column::Action.eq(action));
    let event = of_kind.order_by_desc(audit_event::Column::Seq).one(store.read()).await.expect("an answer");
    event.expect("an event").detail
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_revokes_the_tokens_by_whichever_way_it_came() {
    on_every_database(|store| async move {
        const SECOND: &str = "又一句很长的话没人猜";
        person(&store, "fang").await;
        person(&store, "lin").await;
        let lin = signed_in(&store, "lin").await;
        let of_lin = api_token::make(&store, &lin, PASSWORD, "192.0.2.8", wanted(30), Intent::once("test")).await;
        let of_lin = of_lin.expect("a token").token.expect("its secret");
        let (_, first) = made(&store).await;
        let (_, second) = made(&store).await;
        let fang = signed_in(&store, "fang").await;
        account::own::change_password(&store, LIMITS, &fang, PASSWORD, SECOND, &browser()).await.expect("a password");
        assert!(!opens(&store, &first).await && !opens(&store, &second).await);
        assert!(told(&store, "password.changed").await.contains("\"tokens_revoked\":2"));

        let (_, third) = made_by(&store, SECOND).await;
        let link = account::command::reset(&store, &system(), "fang").await.expect("a link");
        assert!(opens(&store, &third).await, "a link alone revokes nothing");
        reset::accept(&store, LIMITS, link.reveal(), PASSWORD, &browser()).await.expect("a password");
        assert!(!opens(&store, &third).await);
        assert!(told(&store, "password.reset").await.contains("\"tokens_revoked\":1"));

        let (_, fourth) = made(&store).await;
        account::command::disable(&store, &system(), "fang").await.expect("disabled");
        assert!(told(&store, "account.disabled").await.contains("\"tokens_revoked\":1"));
        let row = account::entity::account::Entity::find_by_id(fang.account()).one(store.read()).await;
        let version = row.expect("an answer").expect("an account").row_version;
        let admin = system().admin();
        let enabled =
            set_standing(&store, &admin, fang.account(), version, Standing::Enabled, Intent::once("test")).await;
        enabled.expect("enabled");
        assert!(!opens(&store, &fourth).await, "what was revoked stays so");
        assert!(opens(&store, of_lin.reveal()).await, "others' tokens are as they were");
    })
    .await;
}
