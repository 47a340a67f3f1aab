use hatchboard::follow_up::{
    Field, Shut,
    store::{FollowUpError, answer_by_link, ask, questionnaire, take_answers},
};

use crate::{FIRST, Scene, draft, once, support::on_every_database};

/// The link of the first visit's questionnaire.
async fn asked(scene: &Scene) -> String {
    ask(&scene.store, &scene.manager(), scene.hatched, FIRST, once()).await.unwrap();
    scene.page(FIRST).await.questionnaire.unwrap().token
}

#[tokio::test]
async fn an_organisation_answers_by_a_link_once_and_the_answers_fill_what_is_blank() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let token = asked(&scene).await;
        let sheet = questionnaire(&scene.store, &token).await.unwrap();
        assert_eq!((sheet.organisation.as_str(), sheet.open), ("春晖", Ok(())));
        let typed = draft(&[("activity", "每周义诊"), ("full_time", "三"), ("summary", "")]);
        let wrong = answer_by_link(&scene.store, &token, "邓兰", &typed, once()).await;
        assert!(matches!(wrong, Err(FollowUpError::Invalid(problems)) if problems[0].field == Field::FullTime));
        let typed = draft(&[("activity", "每周义诊"), ("full_time", "3"), ("outcome", "thriving")]);
        answer_by_link(&scene.store, &token, "邓兰", &typed, once()).await.unwrap();
        let again = answer_by_link(&scene.store, &token, "邓兰", &typed, once()).await;
        assert!(matches!(again, Err(FollowUpError::Shut(Shut::Answered))));
        let anew = ask(&scene.store, &scene.manager(), scene.hatched, FIRST, once()).await;
        assert!(matches!(anew, Err(FollowUpError::Shut(Shut::Answered))));

        let page = scene.page(FIRST).await;
        let (_, answered) = page.questionnaire.unwrap().answered.unwrap();
        assert_eq!((answered.by.as_str(), answered.answers.text(Field::Outcome)), ("邓兰", ""));
        assert_eq!(page.draft.text(Field::Activity), "", "the record is the operator's");
        let id = page.line.record.unwrap().id;
        take_answers(&scene.store, &scene.manager(), scene.hatched, id, once()).await.unwrap();
        let page = scene.page(FIRST).await;
        let told = [Field::Activity, Field::FullTime, Field::Method].map(|field| page.draft.text(field).to_owned());
        assert_eq!(told, ["每周义诊", "3", "questionnaire"]);
        scene.file(FIRST, &[("method", "questionnaire"), ("full_time", "3")]).await.unwrap();
        let late = take_answers(&scene.store, &scene.manager(), scene.hatched, id, once()).await;
        assert!(matches!(late, Err(FollowUpError::NotOpen(_))));
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_with_its_days_with_the_visit_and_with_the_next_link() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let first = asked(&scene).await;
        let second = asked(&scene).await;
        assert!(matches!(questionnaire(&scene.store, &first).await, Err(FollowUpError::NotFound)));
        scene.at("2026-04-11 23:00");
        assert_eq!(questionnaire(&scene.store, &second).await.unwrap().open, Ok(()));
        scene.at("2026-04-12 00:10");
        assert_eq!(questionnaire(&scene.store, &second).await.unwrap().open, Err(Shut::Over));
        let typed = draft(&[]);
        let late = answer_by_link(&scene.store, &second, "邓兰", &typed, once()).await;
        assert!(matches!(late, Err(FollowUpError::Shut(Shut::Over))));
        scene.file(FIRST, &[]).await.unwrap();
        assert_eq!(questionnaire(&scene.store, &second).await.unwrap().open, Err(Shut::Filed));
    })
    .await;
}
