use hatchboard::{
    access::Role,
    organisation::{
        Field, OrganisationError, PersonFault, ProfileText,
        store::{
            ContactKeeper, ContactText, NewOrganisation, PersonText, SHOWN_FOR, Whose, add_person, create, edit,
            edit_contacts, edit_person, file, profile as profile_of, remove_person, reveal_phone,
        },
    },
    store::{Intent, StoreError},
};

use crate::{
    cast, incubated, once, profile, register,
    support::{base, on_every_database, pass, system},
    today,
};

#[tokio::test]
async fn a_file_holds_what_was_registered_with_its_number_masked() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let id = incubated(&store, &base, 1).await;
        let reader = system().reader(base.id).of(id);
        let (found, statements) = store.count_statements(file(&store, &reader)).await;
        let found = found.unwrap().unwrap();
        assert_eq!(found.profile.contact_phone, "159****2798");
        assert_eq!(found.profile.strengths, ["调解", "助老"]);
        assert_eq!(found.incubations.len(), 1);
        assert_eq!(found.incubations[0].changes.len(), 1);
        assert!(statements <= 7, "{statements}");
        let elsewhere = system().reader(crate::support::base(&store, "b").await.id).of(id);
        assert_eq!(file(&store, &elsewhere).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn an_edit_on_an_older_version_is_refused_and_a_masked_number_stays() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let id = incubated(&store, &base, 1).await;
        let reader = system().reader(base.id).of(id);
        let (shown, seen) = profile_of(&store, &reader).await.unwrap().unwrap();
        let text =
            ProfileText { address: "泰山路 21 号".into(), strengths: "助老、调解".into(), ..shown.to_text() };
        edit(&store, &manager, id, seen, text.clone(), today(), once()).await.unwrap();
        let found = file(&store, &reader).await.unwrap().unwrap();
        assert_eq!(found.profile.contact_phone, "159****2798", "the known number, masked anew");
        assert_eq!((found.profile.address.as_str(), found.row_version), ("泰山路 21 号", seen + 1));
        assert_eq!(found.profile.strengths, ["助老", "调解"]);
        let again = edit(&store, &manager, id, seen, text, today(), once()).await;
        assert!(matches!(again, Err(OrganisationError::Store(StoreError::Stale))), "{again:?}");
    })
    .await;
}

#[tokio::test]
async fn a_code_belongs_to_one_organisation_and_a_name_without_one_too() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        register(&store, &base, profile(1), None).await;
        let again = |profile: ProfileText| {
            let new = NewOrganisation { profile, incubation: None, reason: String::new() };
            create(&store, &manager, new, today(), once())
        };
        let same_code = ProfileText { name: "别的名字".into(), ..profile(1) };
        assert!(matches!(again(same_code).await, Err(OrganisationError::CodeTaken)));
        let filed =
            ProfileText { code: String::new(), kind: "community".into(), standing: "filed".into(), ..profile(1) };
        again(filed.clone()).await.unwrap();
        assert!(matches!(again(filed).await, Err(OrganisationError::NameTaken)));
        let nameless = again(ProfileText::default()).await;
        assert!(matches!(nameless, Err(OrganisationError::Invalid(problems)) if problems[0].field == Field::Name));
    })
    .await;
}

#[tokio::test]
async fn the_same_form_registers_once() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let manager = system().manager(base.id);
        let send = || {
            let new = NewOrganisation { profile: profile(1), incubation: None, reason: String::new() };
            create(&store, &manager, new, today(), Intent::new("organisation.create", "key", &profile(1)))
        };
        assert_eq!(send().await.unwrap(), send().await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn an_organisation_s_own_staff_change_its_contacts_and_people_only() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let id = incubated(&store, &base, 1).await;
        let member = system().member(base.id, id);
        let keeper = ContactKeeper::from(&member);
        let typed = ContactText {
            contact_name: "李四".into(),
            contact_phone: "0731-28223344".into(),
            address: "新地址".into(),
        };
        edit_contacts(&store, &keeper, 1, typed, today(), once()).await.unwrap();
        let person = PersonText { name: "王　五".into(), phone: "12".into(), ..PersonText::default() };
        let refused = add_person(&store, &keeper, person.clone(), once()).await;
        assert!(matches!(refused, Err(OrganisationError::Person(faults)) if faults == [PersonFault::Phone]));
        let person = PersonText { phone: "13800138000".into(), ..person };
        let added = add_person(&store, &keeper, person, once()).await.unwrap().parse().unwrap();
        let found = file(&store, &member.as_reader()).await.unwrap().unwrap();
        assert_eq!(found.profile.contact_name, "李四");
        assert_eq!(found.people[0].name, "王五");
        assert_eq!(found.people[0].phone, "138****8000");

        let masked = PersonText { name: "王五".into(), phone: "138****8000".into(), ..PersonText::default() };
        edit_person(&store, &keeper, added, 1, masked, once()).await.unwrap();
        let stale = remove_person(&store, &keeper, added, 1, once()).await;
        assert!(matches!(stale, Err(OrganisationError::Store(StoreError::Stale))));
        remove_person(&store, &keeper, added, 2, once()).await.unwrap();
        assert!(file(&store, &member.as_reader()).await.unwrap().unwrap().people.is_empty());

        let stranger = ContactKeeper::from(&system().member(crate::support::base(&store, "b").await.id, id));
        let refused = edit_contacts(&store, &stranger, 2, ContactText::default(), today(), once()).await;
        assert!(matches!(refused, Err(OrganisationError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn a_number_is_shown_for_ten_minutes_to_the_one_who_clicked() {
    on_every_database(|store| async move {
        let base = base(&store, "a").await;
        let id = incubated(&store, &base, 1).await;
        let mut readers = Vec::new();
        for name in ["officer-1", "officer-2"] {
            cast::with_role(&store, name, base.id, Role::Bureau).await;
            readers.push(cast::signed_in(&store, name).await.reader(base.id).unwrap().of(id));
        }
        reveal_phone(&store, &readers[0], Whose::Contact, once()).await.unwrap();
        let shown = |reader| {
            let store = store.clone();
            async move { file(&store, reader).await.unwrap().unwrap().profile.contact_phone }
        };
        assert_eq!(shown(&readers[0]).await, "15927712798");
        assert_eq!(shown(&readers[1]).await, "159****2798");
        pass(&store, SHOWN_FOR);
        assert_eq!(shown(&readers[0]).await, "159****2798");
    })
    .await;
}
