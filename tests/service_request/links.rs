use hatchboard::{
    access::Scope,
    service_request::{
        Fault, Field, LinkKind, LinkText, Problem,
        store::{ServiceError, ask, link, one, strike_link},
    },
    typed,
};

use crate::{
    Scene, asking, once,
    support::{self, on_every_database, system},
};

fn policy(title: &str) -> LinkText {
    LinkText { kind: "policy".to_owned(), title: title.to_owned(), detail: "民发〔2026〕12 号".to_owned() }
}

#[tokio::test]
async fn what_is_linked_is_read_by_both_sides_and_struck_out_with_a_reason() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (manager, member) = (scene.manager(), scene.member());
        let id = ask(&scene.store, &member, &asking("training", "想学记账"), None, once()).await.unwrap();
        link(&scene.store, &manager, id, &policy("培训补贴办法"), once()).await.unwrap();
        scene.at("2026-04-10 09:00");
        let project = LinkText { kind: "project".to_owned(), title: "记账陪跑".to_owned(), detail: String::new() };
        link(&scene.store, &manager, id, &project, once()).await.unwrap();
        let links = one(&scene.store, Scope::from(&member), id).await.unwrap().links;
        let told: Vec<_> = links.iter().map(|one| (one.kind, one.title.as_str(), one.struck.is_some())).collect();
        assert_eq!(told, [(LinkKind::Policy, "培训补贴办法", false), (LinkKind::Project, "记账陪跑", false)]);

        strike_link(&scene.store, &manager, links[0].id, "已废止", once()).await.unwrap();
        let links = one(&scene.store, Scope::from(&manager), id).await.unwrap().links;
        assert_eq!(links[0].struck.as_ref().map(|(_, _, why)| why.as_str()), Some("已废止"));
        let again = strike_link(&scene.store, &manager, links[0].id, "已废止", once()).await;
        assert!(matches!(again, Err(ServiceError::NotFound)), "it has been struck out");
    })
    .await;
}

#[tokio::test]
async fn a_link_needs_a_kind_and_a_title_and_stays_within_its_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (manager, member) = (scene.manager(), scene.member());
        let id = ask(&scene.store, &member, &asking("training", "想学记账"), None, once()).await.unwrap();
        let Err(ServiceError::Invalid(problems)) = link(&scene.store, &manager, id, &LinkText::default(), once()).await
        else {
            panic!("nothing was typed")
        };
        let fault = |field, fault| Problem { field, fault: Fault::Typed(fault) };
        let expected = [fault(Field::Kind, typed::Fault::UnknownChoice), fault(Field::Title, typed::Fault::Required)];
        assert_eq!(problems, expected);
        let other = support::base(&scene.store, "xiangtan").await;
        let foreign = link(&scene.store, &system().manager(other.id), id, &policy("办法"), once()).await;
        assert!(matches!(foreign, Err(ServiceError::NotFound)));
        assert!(one(&scene.store, Scope::from(&member), id).await.unwrap().links.is_empty());
    })
    .await;
}
