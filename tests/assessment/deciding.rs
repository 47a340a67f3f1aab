use hatchboard::{
    account::{entity::membership, membership::end_as_admin},
    assessment::{
        Decider, PartRefusal,
        store::{AssessmentError, Deciding, DecisionText, Then, decide, deciding, object, publish},
    },
    base::settings::{
        SettingsFault, SettingsText,
        store::{SettingsError, change, officers, settings},
    },
    store::StoreError,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Scene, once, quarter,
    support::{on_every_database, system},
};

/// 王 (the third officer) is the superior, and somebody else the deputy.
async fn settle(scene: &Scene, superior: &str, deputy: &str, seen: i32) -> Result<(), SettingsError> {
    let typed = SettingsText { superior: superior.to_owned(), deputy: deputy.to_owned() };
    change(&scene.store, &scene.officers[0].bureau(scene.base.id).unwrap(), &typed, seen, once()).await
}

fn id(scene: &Scene, officer: usize) -> String {
    scene.officers[officer].account().to_string()
}

/// The base's sheet, scored by the first officer, confirmed by the second, published, and objected to on two lines.
async fn objected(scene: &Scene) -> Uuid {
    scene.open().await.unwrap();
    let page = async || scene.page_of(scene.base.id).await;
    for hand in [scene.by_manager(), scene.by_officer(0), scene.by_officer(1)] {
        assert!(scene.write(&hand, &page().await, &[], Then::HandIn).await.unwrap().handed_in);
    }
    publish(&scene.store, &scene.officers[1].bureau(scene.base.id).unwrap(), quarter(), None, once()).await.unwrap();
    let id = page().await.id;
    for code in ["team", "safety"] {
        object(&scene.store, &scene.by_manager(), id, code, "材料齐全", once()).await.unwrap();
    }
    id
}

async fn answer(scene: &Scene, officer: usize, sheet: Uuid, code: &str) -> Result<(), AssessmentError> {
    let text = DecisionText { upheld: false, points: String::new(), words: "已核对".to_owned() };
    decide(&scene.store, &scene.officers[officer].bureau(scene.base.id).unwrap(), sheet, code, &text, once()).await
}

async fn who(scene: &Scene) -> Deciding {
    deciding(&scene.store, &scene.reader(), &scene.page_of(scene.base.id).await).await.unwrap()
}

#[tokio::test]
async fn the_superior_whom_the_settings_name_decides_on_the_bases_sheet_and_nobody_else() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let sheet = objected(&scene).await;
        assert_eq!(who(&scene).await.decider, Decider::AnyOther);
        let biased = answer(&scene, 0, sheet, "team").await;
        assert!(matches!(biased, Err(AssessmentError::Part(PartRefusal::HasActed { .. }))));
        crate::cast::with_role(&scene.store, "zhao", scene.base.id, hatchboard::access::Role::Bureau).await;
        let zhao = crate::cast::signed_in(&scene.store, "zhao").await;
        settle(&scene, &zhao.account().to_string(), "", 0).await.unwrap();
        let told = who(&scene).await;
        assert_eq!(told, Deciding { decider: Decider::Superior(zhao.account()), name: Some("zhao 女士".into()) });
        let other = answer(&scene, 2, sheet, "team").await;
        assert!(matches!(other, Err(AssessmentError::NotDecider(Some(name))) if name == "zhao 女士"));
        let text = DecisionText { upheld: false, points: String::new(), words: "已核对".to_owned() };
        decide(&scene.store, &zhao.bureau(scene.base.id).unwrap(), sheet, "team", &text, once()).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_deputy_decides_where_the_superior_took_a_part_or_has_left() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let sheet = objected(&scene).await;
        settle(&scene, &id(&scene, 0), "", 0).await.unwrap();
        assert_eq!(who(&scene).await, Deciding { decider: Decider::Nobody, name: None });
        let nobody = answer(&scene, 2, sheet, "team").await;
        assert!(matches!(nobody, Err(AssessmentError::NotDecider(None))));
        settle(&scene, &id(&scene, 0), &id(&scene, 2), 1).await.unwrap();
        assert_eq!(who(&scene).await.decider, Decider::Deputy(scene.officers[2].account()));
        answer(&scene, 2, sheet, "team").await.unwrap();
        // The superior has decided on nothing, and leaves.
        settle(&scene, &id(&scene, 2), &id(&scene, 0), 2).await.unwrap();
        assert_eq!(who(&scene).await.decider, Decider::Superior(scene.officers[2].account()));
        let of_wang = membership::Column::AccountId.eq(scene.officers[2].account());
        let wang = membership::Entity::find().filter(of_wang).one(scene.store.read()).await.unwrap().unwrap();
        end_as_admin(&scene.store, &system().admin(), wang.id, once()).await.unwrap();
        assert_eq!(who(&scene).await.decider, Decider::Nobody, "the deputy scored it");
        let found = settings(&scene.store, &scene.reader()).await.unwrap();
        assert!(!found.superior.unwrap().serves);
    })
    .await;
}

#[tokio::test]
async fn settings_name_officers_of_the_base_and_two_who_change_them_meet() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let known = officers(&scene.store, &scene.reader()).await.unwrap();
        assert_eq!(known.len(), 3);
        for (superior, deputy, fault) in [
            (scene.manager.account().to_string(), String::new(), SettingsFault::NoOfficer),
            (id(&scene, 0), id(&scene, 0), SettingsFault::SamePerson),
            (String::new(), id(&scene, 0), SettingsFault::WithoutSuperior),
        ] {
            let refused = settle(&scene, &superior, &deputy, 0).await;
            assert!(matches!(refused, Err(SettingsError::Invalid(found)) if found[0].fault == fault), "{fault:?}");
        }
        settle(&scene, &id(&scene, 0), &id(&scene, 1), 0).await.unwrap();
        let late = settle(&scene, &id(&scene, 2), "", 0).await;
        assert!(matches!(late, Err(SettingsError::Store(StoreError::Stale))));
        settle(&scene, "", "", 1).await.unwrap();
        let found = settings(&scene.store, &scene.reader()).await.unwrap();
        assert_eq!((found.superior, found.deputy, found.row_version), (None, None, 2));
    })
    .await;
}
