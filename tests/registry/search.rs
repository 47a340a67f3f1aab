use hatchboard::{
    organisation::store::{ContactKeeper, PersonText, add_person},
    search::{Found, MOST, find},
    store::Store,
};

use crate::{
    incubated, once,
    support::{base, on_every_database, organisation, system},
};

async fn found(store: &Store, base: &hatchboard::base::Base, words: &str) -> Found {
    find(store, &system().reader(base.id), words).await.unwrap()
}

fn names(found: &Found) -> Vec<&str> {
    found.organisations.rows.iter().map(|hit| hit.name.as_str()).collect()
}

#[tokio::test]
async fn a_base_is_searched_by_names_initials_codes_and_people_and_no_other_base_is() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "a").await, base(&store, "b").await);
        let id = incubated(&store, &here, 1).await;
        organisation(&store, &there, "第1号互助中心").await;
        let person = PersonText { name: "林静".into(), position: "社工".into(), ..PersonText::default() };
        add_person(&store, &ContactKeeper::of(&system().manager(here.id), id), person, once()).await.unwrap();
        for words in ["第1号", "hhzzx", "52430200mj", " 互助 "] {
            let hits = found(&store, &here, words).await;
            assert_eq!((names(&hits), hits.organisations.rows[0].id), (vec!["第1号互助中心"], id), "{words}");
        }
        let hits = found(&store, &here, "林").await;
        let hit = &hits.people.rows[0];
        assert_eq!((hit.name.as_str(), hit.organisation), ("林静", id));
        assert!(names(&hits).is_empty() && hits.reports.rows.is_empty() && hits.sheets.rows.is_empty());
        assert!(found(&store, &there, "林").await.is_empty());
        assert!(found(&store, &here, "100%").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_search_takes_four_statements_and_none_without_words() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        for n in 0..=MOST {
            organisation(&store, &base, &format!("晨曦社工{n}")).await;
        }
        let reader = system().reader(base.id);
        let (hits, statements) = store.count_statements(find(&store, &reader, "晨曦")).await;
        let hits = hits.unwrap();
        assert_eq!((hits.organisations.rows.len(), hits.organisations.more, statements), (MOST, true, 4));
        let (hits, statements) = store.count_statements(find(&store, &reader, " \u{3000}")).await;
        assert!(hits.unwrap().is_empty() && statements == 0);
    })
    .await;
}
