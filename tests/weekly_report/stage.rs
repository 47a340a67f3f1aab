//! Steps of an incubation that lie in the past move what a week counts.

use hatchboard::{
    incubation::{
        Action, Entry, Mode, StepAsked,
        store::{change, of_organisation},
    },
    organisation::{
        CreditCode, ProfileText,
        store::{NewOrganisation, create},
    },
    weekly_report::{
        Cell, Why,
        store::{Subject, read},
    },
};
use uuid::Uuid;

use crate::{
    Scene, filed, once, report,
    support::{on_every_database, system},
};

#[tokio::test]
async fn a_suspension_that_lies_in_the_past_takes_its_weeks_out_of_the_counters() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let profile = ProfileText {
            name: "启明社区服务中心".to_owned(),
            code: CreditCode::from_parts("52430200", "MJ000001").unwrap().to_string(),
            district: "天元区".to_owned(),
            contact_name: "张三".to_owned(),
            contact_phone: "15927712798".to_owned(),
            ..ProfileText::default()
        };
        let incubation = Some(Entry::incubating(Mode::InShell, "2026-01-05".parse().unwrap()));
        let new = NewOrganisation { profile, incubation, reason: "协议".to_owned() };
        let today = "2026-03-02".parse().unwrap();
        let id: Uuid = create(&scene.store, &scene.manager(), new, today, once()).await.unwrap().parse().unwrap();
        let member = system().member(scene.base.id, id);
        filed(&scene.store, &Subject::from(&member), "2026-W09", report("义诊")).await.unwrap();
        scene.counters_hold().await;
        let reader = member.as_reader();
        let of = of_organisation(&scene.store, &reader).await.unwrap().remove(0);
        let suspend = StepAsked {
            action: Action::Suspend,
            effective_on: "2026-02-20".parse().unwrap(),
            reason: "装修".to_owned(),
            exit_review: None,
            project: String::new(),
        };
        let overseer = scene.manager().as_overseer();
        change(&scene.store, &overseer, of.id, of.row_version, &suspend, once()).await.unwrap();
        scene.counters_hold().await;
        let weeks = read::weeks(&scene.store, &reader, None, 2).await.unwrap();
        assert_eq!(weeks[1].cell, Cell::NotExpected(Why::Suspended));
    })
    .await;
}
