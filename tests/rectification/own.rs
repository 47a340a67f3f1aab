//! Nobody closes what they have repaired themselves.

use hatchboard::{
    access::Role,
    account::Place,
    rectification::{
        ExtensionText,
        store::{RectificationError, Repairer, Subject, extend, withdraw},
    },
};

use crate::{
    Scene,
    cast::{grant, signed_in, with_role},
    once,
    support::on_every_database,
};

#[tokio::test]
async fn whoever_belongs_to_the_subject_as_well_leaves_it_to_a_colleague() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (base, organisation) = (scene.base.id, scene.ours);
        let runs_both = with_role(&scene.store, "runs", base, Role::Manager).await;
        grant(&scene.store, runs_both, Place::Organisation { base, organisation }).await;
        let oversees_both = with_role(&scene.store, "oversees", base, Role::Bureau).await;
        grant(&scene.store, oversees_both, Place::Base { base, role: Role::Manager }).await;

        let id = scene.given(&scene.operator(), Subject::Organisation(organisation), "2026-04-14").await;
        scene.report(&Repairer::from(&scene.member()), id).await.unwrap();
        let manager = signed_in(&scene.store, "runs").await.manager(base).unwrap().as_overseer();
        let closed = scene.close(&manager, id).await;
        assert!(matches!(closed, Err(RectificationError::OwnSubject)), "{closed:?}");
        let let_off = withdraw(&scene.store, &manager, scene.seen(id).await, "看错了", once()).await;
        assert!(matches!(let_off, Err(RectificationError::OwnSubject)), "{let_off:?}");
        let open = scene.given(&scene.operator(), Subject::Organisation(organisation), "2026-04-14").await;
        let later = ExtensionText { due_on: "2026-05-08".to_owned(), words: "缺货".to_owned() };
        let let_off = extend(&scene.store, &manager, scene.seen(open).await, &later, once()).await;
        assert!(matches!(let_off, Err(RectificationError::OwnSubject)), "{let_off:?}");
        scene.close(&scene.operator(), id).await.unwrap();

        let id = scene.given(&scene.bureau(), Subject::Base, "2026-04-14").await;
        let officer = signed_in(&scene.store, "oversees").await;
        scene.report(&Repairer::from(&officer.manager(base).unwrap()), id).await.unwrap();
        let closed = scene.close(&officer.bureau(base).unwrap().as_overseer(), id).await;
        assert!(matches!(closed, Err(RectificationError::OwnSubject)), "{closed:?}");
        scene.close(&scene.bureau(), id).await.unwrap();
    })
    .await;
}
