//! Who comes to a right: nobody by themselves, and nobody without the bureau of the base being able to know.

use hatchboard::{
    access::Role,
    account::{
        AccountError, Place,
        entity::membership,
        invitation,
        link::{self, Invited},
        membership::grant,
        reset,
    },
    audit::{Chain, Deed, Filter, events},
    store::{Intent, Paging, Store},
};
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::{
    cast::{LIMITS, PASSWORD, admin, browser, person, signed_in, with_role},
    support::{base, on_every_database, organisation},
};

fn once() -> Intent {
    Intent::once("test")
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gives_themselves_a_role_but_the_first_administrator_of_a_base_without_people() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let zheng = admin(&store, "zheng").await;
        let acting = signed_in(&store, "zheng").await.admin().expect("an administrator");
        let give =
            async |account, base, role| grant(&store, &acting, account, Place::Base { base, role }, once()).await;
        let own = |given: Result<String, AccountError>| matches!(given, Err(AccountError::OwnRole));
        assert!(own(give(zheng, here.id, Role::Bureau).await), "the bureau is never the administrator's to take");
        give(zheng, here.id, Role::Manager).await.expect("a base begins with one person");
        assert!(own(give(zheng, here.id, Role::Auditor).await), "somebody has a role there now");
        admin(&store, "qian").await;
        for role in Role::OF_BASE {
            assert!(own(give(zheng, there.id, role).await), "{role:?}: another administrator could");
        }
        let fang = person(&store, "fang").await;
        give(fang, there.id, Role::Bureau).await.expect("to somebody else");
        assert_eq!(membership::Entity::find().count(store.read()).await.expect("a count"), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_accepts_an_invitation_of_their_own_making() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        admin(&store, "zheng").await;
        admin(&store, "qian").await;
        let zheng = signed_in(&store, "zheng").await;
        let to = Invited::To(Place::Base { base: base.id, role: Role::Bureau });
        let acting = zheng.admin().expect("an administrator");
        let made = invitation::invite_as_admin(&store, &acting, to, "自己", once()).await.expect("a link");
        let token = made.token.expect("a token");
        let own = invitation::accept(&store, LIMITS, token.reveal(), &zheng, &browser()).await;
        assert!(matches!(own, Err(AccountError::OwnRole)), "{own:?}");
        // The link is what it was.
        let qian = signed_in(&store, "qian").await;
        invitation::accept(&store, LIMITS, token.reveal(), &qian, &browser()).await.expect("accepted");
        assert!(signed_in(&store, "qian").await.bureau(base.id).is_ok());
    })
    .await;
}

/// What a chain shows: code, subject and detail, the newest first.
async fn told(store: &Store, chain: &Chain) -> Vec<(String, String, String)> {
    let found = events(store, chain, &Filter::default(), Paging::default()).await.expect("events");
    found.rows.into_iter().map(|event| (event.action, event.subject, event.detail)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_bureau_reads_who_came_to_what_right_at_its_base_and_nothing_else_of_the_log() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let chen = with_role(&store, "chen", here.id, Role::Bureau).await;
        with_role(&store, "other", there.id, Role::Bureau).await;
        with_role(&store, "he", here.id, Role::Auditor).await;
        admin(&store, "zheng").await;
        let zheng = signed_in(&store, "zheng").await.admin().expect("an administrator");
        let chain_of =
            async |name: &str, base| Chain::from(&signed_in(&store, name).await.bureau(base).expect("bureau"));
        let (ours, theirs) = (chain_of("chen", here.id).await, chain_of("other", there.id).await);
        let before = told(&store, &theirs).await.len();
        organisation(&store, &here, "晨曦社工").await;

        let reset_link = reset::offer_as_admin(&store, &zheng, chen, once()).await.expect("a link");
        let newest = told(&store, &ours).await.swap_remove(0);
        assert_eq!((newest.0.as_str(), newest.1), (Deed::LinkMade.code(), reset_link.id.to_string()));
        assert!(newest.2.contains("chen 女士") && newest.2.contains("reset"), "{}", newest.2);
        let token = reset_link.token.expect("a token");
        reset::accept(&store, LIMITS, token.reveal(), PASSWORD, &browser()).await.expect("a password");
        assert_eq!(told(&store, &ours).await.swap_remove(0).0, Deed::LinkUsed.code());
        let unused = reset::offer_as_admin(&store, &zheng, chen, once()).await.expect("a link");
        link::revoke_as_admin(&store, &zheng, unused.id, once()).await.expect("taken back");
        let newest = told(&store, &ours).await.swap_remove(0);
        assert_eq!((newest.0.as_str(), newest.1), (Deed::LinkRevoked.code(), unused.id.to_string()));
        assert!(newest.2.contains("chen 女士"), "{}", newest.2);

        let fang = person(&store, "fang").await;
        let place = Place::Base { base: here.id, role: Role::Manager };
        grant(&store, &zheng, fang, place, once()).await.expect("a role");
        let newest = told(&store, &ours).await.swap_remove(0);
        assert_eq!(newest.0, Deed::MembershipGranted.code());
        assert!(newest.2.contains("fang 女士") && newest.2.contains("manager"), "{}", newest.2);

        let all: Vec<_> = told(&store, &ours).await.into_iter().map(|(action, ..)| action).collect();
        assert!(all.iter().all(|action| Deed::from_code(action).is_some_and(|deed| Deed::OF_ACCESS.contains(&deed))));
        let auditor = signed_in(&store, "he").await.auditor(here.id).expect("an auditor");
        let whole = told(&store, &Chain::from(&auditor)).await;
        let registered = Deed::OrganisationRegistered.code();
        assert!(whole.iter().any(|(action, ..)| action == registered), "the auditor reads everything");
        assert_eq!(told(&store, &theirs).await.len(), before, "another base is told nothing of it");
    })
    .await;
}
