use chrono::TimeDelta;
use hatchboard::{
    access::Role,
    account::{
        self, AccountError, Place,
        admin::{Standing, set_standing},
        entity::session,
    },
    store::Intent,
};
use sea_orm::EntityTrait;

use crate::{
    cast::{LIMITS, PASSWORD, admin, asker, attempt, browser, grant, person, sign_in, signed_in, staff, try_from},
    support::{base, on_every_database, organisation, pass, system},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_session_says_who_asks_and_for_whom() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let organisation = organisation(&store, &here, "晨曦社工").await;
        let id = staff(&store, "fang", here.id, organisation).await;
        grant(&store, id, Place::Base { base: there.id, role: Role::Auditor }).await;
        let asker = signed_in(&store, " FANG ").await;
        assert_eq!((asker.account(), asker.name(), asker.is_admin()), (id, "fang", false));
        let places: Vec<_> = asker
            .memberships()
            .iter()
            .map(|m| (m.role, m.base_slug.as_str(), m.organisation_name.as_deref()))
            .collect();
        assert_eq!(places, [(Role::Organisation, "here", Some("晨曦社工")), (Role::Auditor, "there", None)]);
        assert!(asker.member(organisation).is_ok() && asker.auditor(there.id).is_ok());
        assert!(asker.auditor(here.id).is_err() && asker.manager(here.id).is_err() && asker.admin().is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn finding_a_session_takes_two_statements_and_only_the_tokens_hash_is_kept() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let session = sign_in(&store, "fang").await;
        let (found, statements) =
            store.count_statements(account::session::find(&store, LIMITS, session.token.reveal())).await;
        assert!(found.expect("an answer").is_some());
        assert!(statements <= 2, "{statements} statements");
        let kept = session::Entity::find().all(store.read()).await.expect("sessions");
        assert_ne!(kept[0].token_hash, session.token.reveal());
        // What a thief reads in the database opens nothing.
        let stolen = account::session::find(&store, LIMITS, &kept[0].token_hash).await.expect("an answer");
        assert_eq!(stolen, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_rests_for_twelve_hours_at_the_most() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let session = sign_in(&store, "fang").await;
        for _ in 0..3 {
            pass(&store, TimeDelta::hours(11));
            assert!(asker(&store, &session).await.is_some(), "it was used eleven hours ago");
        }
        pass(&store, TimeDelta::hours(12));
        assert_eq!(asker(&store, &session).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_after_thirty_days_however_busy() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let session = sign_in(&store, "fang").await;
        for _ in 0..71 {
            pass(&store, TimeDelta::hours(10));
            assert!(asker(&store, &session).await.is_some());
        }
        pass(&store, TimeDelta::hours(10));
        assert_eq!(asker(&store, &session).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_a_stranger_has_laid_into_the_browser_opens_nothing() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let planted = sign_in(&store, "fang").await;
        let old = asker(&store, &planted).await.expect("a session").session();
        let mut again = attempt("fang", PASSWORD, "192.0.2.7");
        again.replaces = Some(old);
        let session = account::sign_in::sign_in(&store, LIMITS, again).await.expect("a sign-in");
        assert_ne!(session.token, planted.token);
        assert_eq!(asker(&store, &planted).await, None, "signing in ends what was there before");
        for made_up in ["", "0", &"0".repeat(64)] {
            assert_eq!(account::session::find(&store, LIMITS, made_up).await.expect("an answer"), None);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sign_out_ends_one_session_and_everywhere_ends_all() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let (phone, desk, home) =
            (sign_in(&store, "fang").await, sign_in(&store, "fang").await, sign_in(&store, "fang").await);
        account::session::sign_out(&store, &asker(&store, &phone).await.expect("a session")).await.expect("a sign-out");
        assert_eq!(asker(&store, &phone).await, None);
        let here = asker(&store, &desk).await.expect("the others go on");
        account::session::sign_out_everywhere(&store, &here, Intent::once("test")).await.expect("a sign-out");
        assert_eq!(asker(&store, &desk).await, None);
        assert_eq!(asker(&store, &home).await, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_account_is_out_at_once_and_stays_out() {
    on_every_database(|store| async move {
        let id = person(&store, "fang").await;
        let session = sign_in(&store, "fang").await;
        account::command::disable(&store, &system(), "Fang").await.expect("disabled");
        assert_eq!(asker(&store, &session).await, None);
        let refused = try_from(&store, "fang", PASSWORD, "192.0.2.7").await;
        assert!(matches!(refused, Err(AccountError::WrongSignIn)));
        set_standing(&store, &system().admin(), id, 2, Standing::Enabled, Intent::once("test")).await.expect("enabled");
        assert_eq!(asker(&store, &session).await, None, "the old session stays dead");
        sign_in(&store, "fang").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_every_session_and_begins_a_new_one() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let (here, stolen) = (sign_in(&store, "fang").await, sign_in(&store, "fang").await);
        let who = asker(&store, &here).await.expect("a session");
        let change = |present: &'static str, new: &'static str| {
            let (store, who) = (store.clone(), who.clone());
            async move { account::own::change_password(&store, LIMITS, &who, present, new, &browser()).await }
        };
        let wrong = change("this is not it", "又一句很长的话没人猜").await;
        assert!(matches!(wrong, Err(AccountError::WrongPassword)));
        let common = change(PASSWORD, "woaini1314520").await;
        assert!(matches!(common, Err(AccountError::Password(_))));
        assert!(asker(&store, &stolen).await.is_some(), "nothing has changed so far");
        let fresh = change(PASSWORD, "又一句很长的话没人猜").await.expect("a new password");
        assert_eq!(asker(&store, &stolen).await, None);
        assert_eq!(asker(&store, &here).await, None);
        assert!(asker(&store, &fresh).await.is_some());
        assert!(try_from(&store, "fang", PASSWORD, "192.0.2.7").await.is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_given_or_ended_ends_the_sessions() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let id = person(&store, "fang").await;
        let before = sign_in(&store, "fang").await;
        let membership = grant(&store, id, Place::Base { base: base.id, role: Role::Manager }).await;
        assert_eq!(asker(&store, &before).await, None);
        let manager = sign_in(&store, "fang").await;
        assert!(asker(&store, &manager).await.expect("a session").manager(base.id).is_ok());
        account::membership::end_as_admin(&store, &system().admin(), membership, Intent::once("test"))
            .await
            .expect("ended");
        assert_eq!(asker(&store, &manager).await, None);
        assert!(signed_in(&store, "fang").await.manager(base.id).is_err());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_ends_sessions_of_others_and_the_last_one_remains() {
    on_every_database(|store| async move {
        let (first, second) = (admin(&store, "first").await, admin(&store, "second").await);
        let acting = signed_in(&store, "first").await.admin().expect("an administrator");
        let session = sign_in(&store, "second").await;
        let id = asker(&store, &session).await.expect("a session").session();
        account::admin::end_session(&store, &acting, id, Intent::once("test")).await.expect("ended");
        assert_eq!(asker(&store, &session).await, None);
        set_standing(&store, &acting, second, 1, Standing::Disabled, Intent::once("test")).await.expect("disabled");
        for standing in [Standing::Disabled, Standing::NoAdmin] {
            let last = set_standing(&store, &acting, first, 1, standing, Intent::once("test")).await;
            assert!(matches!(last, Err(AccountError::LastAdmin)), "{last:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_administrators_who_disable_each_other_at_once_leave_one() {
    on_every_database(|store| async move {
        let (first, second) = (admin(&store, "first").await, admin(&store, "second").await);
        let system = system().admin();
        let disable = |id| set_standing(&store, &system, id, 1, Standing::Disabled, Intent::once("test"));
        let (one, other) = tokio::join!(disable(first), disable(second));
        assert!(one.is_ok() != other.is_ok(), "{one:?} {other:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ended_long_ago_is_swept_away() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let session = sign_in(&store, "fang").await;
        account::session::sign_out(&store, &asker(&store, &session).await.expect("a session"))
            .await
            .expect("a sign-out");
        account::session::sweep(&store).await.expect("a sweep");
        assert_eq!(session::Entity::find().all(store.read()).await.expect("sessions").len(), 1);
        pass(&store, TimeDelta::days(31));
        account::session::sweep(&store).await.expect("a sweep");
        assert!(session::Entity::find().all(store.read()).await.expect("sessions").is_empty());
    })
    .await;
}
