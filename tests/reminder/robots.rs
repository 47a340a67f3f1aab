//! A group's robot, and the secret that its requests are signed with.

use hatchboard::{
    audit::entity::audit_event,
    reminder::{
        Channel, Kind, Secret, SettingsFault, SettingsText,
        store::{ReminderError, claim, own, settle},
    },
};
use sea_orm::EntityTrait;

use crate::{Scene, once, support::on_every_database};

const FEISHU: &str = "https://open.feishu.cn/open-apis/bot/v2/hook/d4";
const WECOM: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1";
const SECRET: &str = "a1B2c3D4e5F6";

fn typed(robot: &str, secret: &str) -> SettingsText {
    SettingsText {
        robot: robot.to_owned(),
        robot_secret: Secret::new(secret),
        by_robot: true,
        kinds: Kind::ALL.iter().map(|kind| kind.code().to_owned()).collect(),
        ..SettingsText::default()
    }
}

#[tokio::test]
async fn a_secret_is_kept_until_it_is_forgotten_and_stands_in_no_log() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let lin = scene.asker("lin").await;
        let kept = async || own(&scene.store, &lin).await.unwrap().robot_secret;
        settle(&scene.store, &lin, &typed(FEISHU, SECRET), once()).await.unwrap();
        assert_eq!(kept().await, Secret::new(SECRET));
        settle(&scene.store, &lin, &typed(FEISHU, ""), once()).await.unwrap();
        assert_eq!(kept().await, Secret::new(SECRET), "a blank field changes nothing");
        let refused = settle(&scene.store, &lin, &typed(WECOM, SECRET), once()).await;
        let Err(ReminderError::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems[0].fault, SettingsFault::SecretUnused);
        assert_eq!(kept().await, Secret::new(SECRET), "what is refused changes nothing");
        let forget = SettingsText { forget_secret: true, ..typed(FEISHU, "") };
        settle(&scene.store, &lin, &forget, once()).await.unwrap();
        assert!(!kept().await.is_set());
        let events = audit_event::Entity::find().all(scene.store.read()).await.unwrap();
        let told: Vec<String> = events.iter().map(|event| format!("{event:?}")).collect();
        assert!(told.iter().any(|event| event.contains("robot_signs")), "{told:?}");
        assert!(told.iter().all(|event| !event.contains(SECRET)), "{told:?}");
    })
    .await;
}

#[tokio::test]
async fn a_digest_for_a_group_leaves_with_its_secret() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        settle(&scene.store, &scene.asker("lin").await, &typed(FEISHU, SECRET), once()).await.unwrap();
        scene.run(&[Channel::Program, Channel::Robot]).await;
        let out = claim(&scene.store).await.unwrap();
        assert_eq!(out.len(), 1);
        assert_eq!((out[0].channel, out[0].settings.robot_secret.reveal()), (Channel::Robot, SECRET));
        assert!(!format!("{out:?}").contains(SECRET));
    })
    .await;
}
