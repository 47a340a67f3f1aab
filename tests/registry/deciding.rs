//! Who gives the bureau's word on a proposal.

use hatchboard::{
    access::Role,
    account::Place,
    incubation::{Decision, IncubationError, store::decide},
};
use uuid::Uuid;

use crate::{
    cast, incubated, once,
    stages::{hatching, newest, offer},
    support::{base, on_every_database, system},
};

#[tokio::test]
async fn nobody_confirms_what_they_have_proposed_themselves() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let id = incubated(&store, &base, 1).await;
        let of = newest(&store, base.id, id).await;
        let account = cast::with_role(&store, "both", base.id, Role::Manager).await;
        cast::grant(&store, account, Place::Base { base: base.id, role: Role::Bureau }).await;
        let both = cast::signed_in(&store, "both").await;
        let manager = both.manager(base.id).unwrap();
        offer(&store, &manager, &of, hatching("2026-02-27")).await.unwrap();
        let proposal = newest(&store, base.id, id).await.open_proposal().unwrap().clone();
        let own = decide(&store, &both.bureau(base.id).unwrap(), proposal.id, 1, Decision::Confirm, "", once()).await;
        assert!(matches!(own, Err(IncubationError::OwnProposal)), "{own:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_on_what_their_own_side_has_proposed() {
    on_every_database(|store| async move {
        let (base, elsewhere) = (base(&store, "a").await, base(&store, "b").await);
        let id = incubated(&store, &base, 1).await;
        let sibling = incubated(&store, &base, 2).await;
        let at = |base: Uuid, role| Place::Base { base, role };
        let of = |organisation| Place::Organisation { base: base.id, organisation };
        let manager = system().manager(base.id);
        // What an officer of the bureau is besides, and whether they may decide.
        let cases = [
            ("team", vec![at(base.id, Role::Manager)], false),
            ("staff", vec![of(id)], false),
            ("both", vec![at(base.id, Role::Manager), of(id)], false),
            ("sibling", vec![of(sibling)], true),
            ("auditor", vec![at(base.id, Role::Auditor)], true),
            ("elsewhere", vec![at(elsewhere.id, Role::Manager)], true),
            ("nothing", Vec::new(), true),
        ];
        for (name, besides, may) in cases {
            let account = cast::with_role(&store, name, base.id, Role::Bureau).await;
            for place in besides {
                cast::grant(&store, account, place).await;
            }
            let officer = cast::signed_in(&store, name).await.bureau(base.id).unwrap();
            let standing = newest(&store, base.id, id).await;
            if standing.open_proposal().is_none() {
                offer(&store, &manager, &standing, hatching("2026-02-27")).await.unwrap();
            }
            let proposal = newest(&store, base.id, id).await.open_proposal().unwrap().clone();
            // What is confirmed is another test; declined, the organisation stays where it is for the next case.
            let decisions: &[Decision] =
                if may { &[Decision::Decline] } else { &[Decision::Confirm, Decision::Decline] };
            for &decision in decisions {
                let seen = proposal.row_version;
                let outcome = decide(&store, &officer, proposal.id, seen, decision, "材料不齐", once()).await;
                let refused = matches!(outcome, Err(IncubationError::OwnSubject));
                assert!(refused != may && outcome.is_ok() == may, "{name}: {outcome:?}");
            }
        }
    })
    .await;
}
