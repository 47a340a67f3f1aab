use chrono::TimeDelta;
use futures_util::future::join_all;
use hatchboard::{
    access::Role,
    account::{
        self, AccountError, NewAccount, Place, Token, invitation,
        link::{self, Invited},
        reset,
    },
    store::{Intent, Store},
};
use sea_orm::{EntityTrait, PaginatorTrait};
use uuid::Uuid;

use crate::{
    cast::{
        LIMITS, PASSWORD, admin, asker, browser, grant, new, person, sign_in, signed_in, staff, try_from, with_role,
    },
    support::{base, on_every_database, organisation, pass, system},
};

async fn invited(store: &Store, base: Uuid, organisation: Uuid) -> (Uuid, Token) {
    let made = invitation::invite(store, &system().manager(base), organisation, "王芳", Intent::once("test")).await;
    let made = made.expect("an invitation");
    (made.id, made.token.expect("a token"))
}

async fn accept(store: &Store, token: &Token, name: &str) -> Result<account::SignedIn, AccountError> {
    invitation::accept_as_new(store, LIMITS, token.reveal(), new(name), &browser()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_shown_often_and_used_once() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let (_, token) = invited(&store, base.id, organisation).await;
        for _ in 0..3 {
            let shown = link::look(&store, token.reveal()).await.expect("a link");
            assert_eq!(shown.organisation_name.as_deref(), Some("晨曦社工"));
            assert_eq!((shown.role, shown.made_for.as_str()), (Some(Role::Organisation), "王芳"));
        }
        let session = accept(&store, &token, "fang").await.expect("an account");
        let who = asker(&store, &session).await.expect("signed in");
        assert!(who.member(organisation).is_ok() && !who.is_admin());
        assert!(matches!(accept(&store, &token, "second").await, Err(AccountError::LinkSpent)));
        assert!(matches!(link::look(&store, token.reveal()).await, Err(AccountError::LinkSpent)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_sent_fifty_times_at_once_makes_one_account() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let (_, token) = invited(&store, base.id, organisation).await;
        let outcomes = join_all((0..50).map(|n| {
            let (store, token) = (store.clone(), token.clone());
            async move { accept(&store, &token, &format!("fang{n}")).await }
        }))
        .await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert_eq!(account::entity::account::Entity::find().count(store.read()).await.expect("a count"), 1);
        assert_eq!(account::entity::membership::Entity::find().count(store.read()).await.expect("a count"), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_expires_and_can_be_taken_back() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let (_, old) = invited(&store, base.id, organisation).await;
        pass(&store, TimeDelta::days(7));
        assert!(matches!(accept(&store, &old, "fang").await, Err(AccountError::LinkSpent)));
        let (id, taken_back) = invited(&store, base.id, organisation).await;
        link::revoke(&store, &system().manager(base.id), id, Intent::once("test")).await.expect("taken back");
        assert!(matches!(accept(&store, &taken_back, "fang").await, Err(AccountError::LinkSpent)));
        assert!(matches!(link::look(&store, "made up").await, Err(AccountError::LinkSpent)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_is_taken_leaves_the_link_as_it_was() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        person(&store, "fang").await;
        let (_, token) = invited(&store, base.id, organisation).await;
        assert!(matches!(accept(&store, &token, "FANG").await, Err(AccountError::NameTaken)));
        accept(&store, &token, "fang2").await.expect("an account");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_adds_a_place_to_an_account_that_is_there() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let (first, second) =
            (organisation(&store, &base, "晨曦社工").await, organisation(&store, &base, "暖阳养老").await);
        staff(&store, "fang", base.id, first).await;
        let session = sign_in(&store, "fang").await;
        let who = asker(&store, &session).await.expect("a session");
        let (_, token) = invited(&store, base.id, second).await;
        let fresh = invitation::accept(&store, LIMITS, token.reveal(), &who, &browser()).await.expect("accepted");
        assert_eq!(asker(&store, &session).await, None, "a new role asks for a new session");
        let who = asker(&store, &fresh).await.expect("a session");
        assert!(who.member(first).is_ok() && who.member(second).is_ok());
        let (_, again) = invited(&store, base.id, second).await;
        let twice = invitation::accept(&store, LIMITS, again.reveal(), &who, &browser()).await;
        assert!(matches!(twice, Err(AccountError::AlreadyMember)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_invites_for_the_organisations_of_their_own_base_only() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let foreign = organisation(&store, &there, "暖阳养老").await;
        let manager = system().manager(here.id);
        let made = invitation::invite(&store, &manager, foreign, "王芳", Intent::once("test")).await;
        assert!(matches!(made, Err(AccountError::NotFound)));
        let (id, _) = invited(&store, there.id, foreign).await;
        let revoked = link::revoke(&store, &manager, id, Intent::once("test")).await;
        assert!(matches!(revoked, Err(AccountError::NotFound)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_invites_to_every_role() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        for (n, role) in Role::OF_BASE.into_iter().enumerate() {
            let to = Invited::To(Place::Base { base: base.id, role });
            let made = invitation::invite_as_admin(&store, &system().admin(), to, "", Intent::once("test"))
                .await
                .expect("a link");
            let session =
                accept(&store, &made.token.expect("a token"), &format!("person{n}")).await.expect("an account");
            assert_eq!(asker(&store, &session).await.expect("a session").memberships()[0].role, role);
        }
        for role in [Role::Admin, Role::System, Role::Organisation] {
            let to = Invited::To(Place::Base { base: base.id, role });
            let made = invitation::invite_as_admin(&store, &system().admin(), to, "", Intent::once("test")).await;
            assert!(matches!(made, Err(AccountError::NotFound)), "a base gives no role {role:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_makes_one_link_and_its_token_is_kept_nowhere() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let manager = system().manager(base.id);
        let intent = || Intent::new("invitation.make", "the form's key", &"王芳");
        let first = invitation::invite(&store, &manager, organisation, "王芳", intent()).await.expect("a link");
        let second = invitation::invite(&store, &manager, organisation, "王芳", intent()).await.expect("the same link");
        assert_eq!(first.id, second.id);
        assert!(second.token.is_none());
        let token = first.token.expect("a token");
        let kept = hatchboard::store::entity::idempotency::Entity::find().all(store.read()).await.expect("records");
        assert!(kept.iter().all(|record| !record.outcome.contains(token.reveal())));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_administrator_comes_by_a_link_while_there_is_no_account() {
    on_every_database(|store| async move {
        let lost = link::first_admin(&store, &system()).await.expect("an answer").expect("a link");
        let token = link::first_admin(&store, &system()).await.expect("an answer").expect("another link");
        assert!(matches!(accept(&store, &lost, "fang").await, Err(AccountError::LinkSpent)), "one is open at a time");
        let session = accept(&store, &token, "fang").await.expect("an account");
        assert!(asker(&store, &session).await.expect("a session").is_admin());
        assert!(link::first_admin(&store, &system()).await.expect("an answer").is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_link_sets_a_password_once_ends_the_sessions_and_forgets_the_wait() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        let id = staff(&store, "fang", base.id, organisation).await;
        let session = sign_in(&store, "fang").await;
        for _ in 0..6 {
            let _ = try_from(&store, "fang", "not the password", "198.51.100.1").await;
        }
        let made = reset::offer(&store, &system().manager(base.id), id, Intent::once("test")).await.expect("a link");
        let token = made.token.expect("a token");
        let weak = reset::accept(&store, LIMITS, token.reveal(), "a123456789", &browser()).await;
        assert!(matches!(weak, Err(AccountError::Password(_))));
        let fresh = reset::accept(&store, LIMITS, token.reveal(), "又一句很长的话没人猜", &browser())
            .await
            .expect("a password");
        assert_eq!(asker(&store, &session).await, None);
        assert!(asker(&store, &fresh).await.is_some());
        let again = reset::accept(&store, LIMITS, token.reveal(), "第三句很长的话没人猜", &browser()).await;
        assert!(matches!(again, Err(AccountError::LinkSpent)));
        assert!(matches!(accept(&store, &token, "other").await, Err(AccountError::LinkSpent)), "it invites nobody");
        try_from(&store, "fang", "又一句很长的话没人猜", "198.51.100.1").await.expect("no wait is left");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_leaves_no_link_to_another() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let reset_link = async || account::command::reset(&store, &system(), "fang").await.expect("a link");
        let (first, second) = (reset_link().await, reset_link().await);
        reset::accept(&store, LIMITS, first.reveal(), PASSWORD, &browser()).await.expect("a password");
        let third = reset_link().await;
        let who = signed_in(&store, "fang").await;
        account::own::change_password(&store, LIMITS, &who, PASSWORD, "又一句很长的话没人猜", &browser())
            .await
            .expect("a password");
        for token in [second, third] {
            let late = reset::accept(&store, LIMITS, token.reveal(), PASSWORD, &browser()).await;
            assert!(matches!(late, Err(AccountError::LinkSpent)), "{late:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_link_expires_within_a_day() {
    on_every_database(|store| async move {
        person(&store, "fang").await;
        let token = account::command::reset(&store, &system(), "fang").await.expect("a link");
        pass(&store, TimeDelta::hours(24));
        let late = reset::accept(&store, LIMITS, token.reveal(), "又一句很长的话没人猜", &browser()).await;
        assert!(matches!(late, Err(AccountError::LinkSpent)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_resets_nobody_who_is_more_than_staff_of_their_base() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let (own, foreign) =
            (organisation(&store, &here, "晨曦社工").await, organisation(&store, &there, "暖阳养老").await);
        let stranger = staff(&store, "stranger", there.id, foreign).await;
        let officer = with_role(&store, "officer", here.id, Role::Bureau).await;
        let both = staff(&store, "both", here.id, own).await;
        grant(&store, both, Place::Organisation { base: there.id, organisation: foreign }).await;
        let auditor = staff(&store, "auditor", here.id, own).await;
        grant(&store, auditor, Place::Base { base: here.id, role: Role::Auditor }).await;
        let boss = admin(&store, "boss").await;
        grant(&store, boss, Place::Organisation { base: here.id, organisation: own }).await;
        let manager = system().manager(here.id);
        for (account, known) in [(stranger, false), (officer, false), (both, true), (auditor, true), (boss, true)] {
            let offered = reset::offer(&store, &manager, account, Intent::once("test")).await.expect_err("refused");
            let as_expected = if known {
                matches!(offered, AccountError::AdminOnly)
            } else {
                matches!(offered, AccountError::NotFound)
            };
            assert!(as_expected, "{offered:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_managers_reset_link_is_spent_once_the_person_is_more_than_staff_or_not_even_that() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let place =
            Place::Organisation { base: base.id, organisation: organisation(&store, &base, "晨曦社工").await };
        let (rises, leaves) = (person(&store, "rises").await, person(&store, "leaves").await);
        grant(&store, rises, place).await;
        let membership = grant(&store, leaves, place).await;
        let manager = system().manager(base.id);
        let mut tokens = Vec::new();
        for account in [rises, leaves] {
            let made = reset::offer(&store, &manager, account, Intent::once("test")).await.expect("a link");
            tokens.push(made.token.expect("a token"));
        }
        grant(&store, rises, Place::Base { base: base.id, role: Role::Bureau }).await;
        account::membership::end(&store, &manager, membership, Intent::once("test")).await.expect("ended");
        for token in tokens {
            let late = reset::accept(&store, LIMITS, token.reveal(), "又一句很长的话没人猜", &browser()).await;
            assert!(matches!(late, Err(AccountError::LinkSpent)), "{late:?}");
        }
        assert!(signed_in(&store, "rises").await.bureau(base.id).is_ok(), "the password is what it was");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_shown_out_leaves_no_link_that_leads_back_in() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        admin(&store, "stays").await;
        let leaves = admin(&store, "leaves").await;
        let membership = grant(&store, leaves, Place::Base { base: base.id, role: Role::Manager }).await;
        let who = signed_in(&store, "leaves").await;
        let (manager, acting) = (who.manager(base.id).expect("a manager"), who.admin().expect("an administrator"));
        let of_base = invitation::invite(&store, &manager, organisation, "一位", Intent::once("test")).await;
        let of_all = invitation::invite_as_admin(&store, &acting, Invited::Admin, "自己", Intent::once("test")).await;
        let token = |made: Result<link::MadeLink, AccountError>| made.expect("a link").token.expect("a token");
        let (of_base, of_all) = (token(of_base), token(of_all));
        let (_, of_another) = invited(&store, base.id, organisation).await;
        let opens = async |token: &Token| link::look(&store, token.reveal()).await.is_ok();

        let admin = system().admin();
        let ended = account::membership::end_as_admin(&store, &admin, membership, Intent::once("test"));
        ended.await.expect("ended");
        assert!(!opens(&of_base).await);
        assert!(opens(&of_all).await, "they are an administrator still");
        account::command::disable(&store, &system(), "leaves").await.expect("disabled");
        assert!(!opens(&of_all).await);
        let back = accept(&store, &of_all, "again").await;
        assert!(matches!(back, Err(AccountError::LinkSpent)), "{back:?}");
        assert!(opens(&of_another).await, "what others made is good still");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_added_without_a_password_sets_it_by_its_link() {
    on_every_database(|store| async move {
        let without = NewAccount { password: None, admin: true, ..new("fang") };
        let added = account::command::add(&store, &system(), without).await.expect("an account");
        let nothing_fits = try_from(&store, "fang", "", "192.0.2.7").await;
        assert!(matches!(nothing_fits, Err(AccountError::WrongSignIn)));
        let token = added.token.expect("a link");
        reset::accept(&store, LIMITS, token.reveal(), PASSWORD, &browser()).await.expect("a password");
        assert!(signed_in(&store, "fang").await.is_admin());
    })
    .await;
}
