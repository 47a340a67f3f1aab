use hatchboard::{
    access::Role,
    account::{
        self, AccountError, Place,
        admin::{AccountsAsked, Which},
        people::{PER_PAGE, PeopleAsked, people},
    },
    store::{Intent, Paging, Store},
};

use crate::{
    cast::{LIMITS, admin, grant, person, staff, with_role},
    support::{base, on_every_database, organisation, system},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_ends_only_memberships_of_organisations_of_their_base() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let foreign = organisation(&store, &there, "暖阳养老").await;
        let own = organisation(&store, &here, "晨曦社工").await;
        let fang = person(&store, "fang").await;
        let in_foreign = grant(&store, fang, Place::Organisation { base: there.id, organisation: foreign }).await;
        let in_bureau = grant(&store, fang, Place::Base { base: here.id, role: Role::Bureau }).await;
        let in_own = grant(&store, fang, Place::Organisation { base: here.id, organisation: own }).await;
        let manager = system().manager(here.id);
        for membership in [in_foreign, in_bureau] {
            let ended = account::membership::end(&store, &manager, membership, Intent::once("test")).await;
            assert!(matches!(ended, Err(AccountError::NotFound)));
        }
        account::membership::end(&store, &manager, in_own, Intent::once("test")).await.expect("ended");
        let twice = account::membership::end(&store, &manager, in_own, Intent::once("test")).await;
        assert!(matches!(twice, Err(AccountError::NotFound)));
        grant(&store, fang, Place::Organisation { base: here.id, organisation: own }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_the_same_twice_in_one_place() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let fang = with_role(&store, "fang", base.id, Role::Manager).await;
        let place = Place::Base { base: base.id, role: Role::Manager };
        let twice = account::membership::grant(&store, &system().admin(), fang, place, Intent::once("test")).await;
        assert!(matches!(twice, Err(AccountError::AlreadyMember)));
        grant(&store, fang, Place::Base { base: base.id, role: Role::Auditor }).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_of_a_base_are_found_by_their_name_or_their_organisations() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "here").await, base(&store, "there").await);
        let dawn = organisation(&store, &here, "晨曦社工").await;
        let sun = organisation(&store, &here, "暖阳养老").await;
        let foreign = organisation(&store, &there, "晨曦外地").await;
        staff(&store, "fang", here.id, dawn).await;
        staff(&store, "foreign", there.id, foreign).await;
        account::invitation::invite(&store, &system().manager(here.id), sun, "李强", Intent::once("test"))
            .await
            .expect("a link");
        let found = async |search: &str, nobody_yet: bool| {
            let asked = PeopleAsked { search: search.to_owned(), nobody_yet };
            let found =
                people(&store, &system().manager(here.id), &asked, Paging::new(1, PER_PAGE)).await.expect("people");
            assert_eq!(found.total, found.rows.len() as u64);
            found.rows.into_iter().map(|row| (row.organisation, row.people.len(), row.links.len())).collect::<Vec<_>>()
        };
        assert_eq!(found("晨曦", false).await, [(dawn, 1, 0)]);
        assert_eq!(found("FANG", false).await, [(dawn, 1, 0)]);
        assert_eq!(found("foreign", false).await, []);
        assert_eq!(found("", true).await, [(sun, 0, 1)]);
        assert_eq!(found("", false).await.len(), 2);
    })
    .await;
}

async fn statements_of_lists(store: &Store, base: uuid::Uuid) -> [u32; 3] {
    let manager = system().manager(base);
    let (_, people) = store.count_statements(people(store, &manager, &PeopleAsked::default(), Paging::default())).await;
    let admin = system().admin();
    let (accounts, list) =
        store.count_statements(account::admin::accounts(store, &admin, &AccountsAsked::default())).await;
    let id = accounts.expect("accounts").rows[0].account.id;
    let (_, file) = store.count_statements(account::admin::account(store, LIMITS, &admin, id)).await;
    [people, list, file]
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_take_as_many_statements_for_few_as_for_many() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        let organisation = organisation(&store, &base, "晨曦社工").await;
        staff(&store, "person0", base.id, organisation).await;
        assert_eq!(statements_of_lists(&store, base.id).await, [4, 3, 5]);
        for n in 1..8 {
            staff(&store, &format!("person{n}"), base.id, organisation).await;
        }
        assert_eq!(statements_of_lists(&store, base.id).await, [4, 3, 5]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn accounts_are_listed_by_what_they_are() {
    on_every_database(|store| async move {
        let base = base(&store, "here").await;
        admin(&store, "boss").await;
        with_role(&store, "officer", base.id, Role::Bureau).await;
        person(&store, "idle").await;
        person(&store, "gone").await;
        account::command::disable(&store, &system(), "gone").await.expect("disabled");
        let names = async |search: &str, which: Which| {
            let asked = AccountsAsked { search: search.to_owned(), which, ..AccountsAsked::default() };
            let found = account::admin::accounts(&store, &system().admin(), &asked).await.expect("accounts");
            found.rows.into_iter().map(|row| row.account.name).collect::<Vec<_>>()
        };
        assert_eq!(names("", Which::All).await, ["boss", "gone", "idle", "officer"]);
        assert_eq!(names("OFF", Which::All).await, ["officer"]);
        assert_eq!(names("", Which::Admins).await, ["boss"]);
        assert_eq!(names("", Which::Disabled).await, ["gone"]);
        assert_eq!(names("", Which::Idle).await, ["gone", "idle"]);
        let listed = account::command::list(&store, &system()).await.expect("accounts");
        assert_eq!(listed.iter().filter(|line| line.disabled).count(), 1);
    })
    .await;
}
