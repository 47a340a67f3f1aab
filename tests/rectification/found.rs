//! A fault is found in a coaching visit, of the organisation and of no other.

use hatchboard::{
    coaching::{self, VisitText},
    record::store::Seen,
    rectification::{
        FoundIn, Source,
        store::{RectificationError, Subject, give},
    },
};

use crate::{
    Scene, finding, once,
    support::{on_every_database, system},
};

#[tokio::test]
async fn a_fault_leads_back_to_the_coaching_visit_that_it_was_found_in() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (manager, operator) = (system().manager(scene.base.id), scene.operator());
        let visit = VisitText {
            organisation: scene.ours.to_string(),
            visited_on: "2026-04-08".into(),
            visitor: "周敏".into(),
            method: "on_site".into(),
            looked_at: "消防器材".into(),
            agreed: "更换灭火器".into(),
            ..VisitText::default()
        };
        let id = coaching::store::enter(&scene.store, &manager, &visit, once()).await.unwrap();
        let found = Some(FoundIn::Coaching(id));
        let given = async |organisation| {
            let subject = Subject::Organisation(organisation);
            give(&scene.store, &operator, subject, found, &finding("2026-04-14"), once()).await
        };
        let of_sibling = given(scene.sibling).await;
        assert!(matches!(of_sibling, Err(RectificationError::NotFound)), "{of_sibling:?}");
        let page = scene.page(given(scene.ours).await.unwrap()).await;
        assert_eq!((page.found_in, page.source), (found, Source::Visit));

        let seen = Seen { id, row_version: 1 };
        coaching::store::strike(&scene.store, &manager, seen, "重复录入", once()).await.unwrap();
        let of_struck = given(scene.ours).await;
        assert!(matches!(of_struck, Err(RectificationError::NotFound)), "{of_struck:?}");
    })
    .await;
}
