//! Surveys as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

use chrono::{DateTime, Utc};
use hatchboard::{
    access::{BureauOfficer, Supervisor},
    audit::entity::audit_event,
    base::Base,
    store::{Intent, Paging, Store, StoreError},
    survey::{
        AnswerText, FEWEST, Field, Group, OpeningText, OtherField, Question, State,
        entity::{survey_group, survey_words},
        store::{GroupResult, Seen, SurveyError, SurveyPage, answer, asked, close, list, one, open, results},
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use crate::support::{on_every_database, system};

/// A base whose clock stands on Thursday, 9 April 2026.
struct Scene {
    store: Store,
    base: Base,
}

fn once() -> Intent {
    Intent::once("test")
}

fn opening(quarter: &str) -> OpeningText {
    OpeningText { quarter: quarter.to_owned(), closes_on: "2026-04-24".to_owned() }
}

fn answered(group: Group, points: u8, words: &str) -> AnswerText {
    let points = Question::of(group).iter().map(|question| (question.code().to_owned(), points.to_string())).collect();
    AnswerText { points, words: words.to_owned() }
}

impl Scene {
    async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        let scene = Self { store, base };
        scene.at("2026-04-09 10:00");
        scene
    }

    fn at(&self, local: &str) {
        let time: DateTime<Utc> = format!("{}:00+08:00", local.replace(' ', "T")).parse().expect("a time");
        self.store.clock().set(time);
    }

    fn supervisor(&self) -> Supervisor {
        system().supervisor(self.base.id)
    }

    fn officer(&self) -> BureauOfficer {
        system().bureau(self.base.id)
    }

    async fn opened(&self) -> Uuid {
        open(&self.store, &self.officer(), &opening("2026-Q1"), once()).await.unwrap()
    }

    async fn page(&self, id: Uuid) -> SurveyPage {
        one(&self.store, &self.supervisor(), id).await.unwrap()
    }

    async fn of(&self, id: Uuid, group: Group) -> GroupResult {
        self.page(id).await.groups.into_iter().find(|one| one.group == group).unwrap()
    }

    async fn answer(&self, token: &str, typed: &AnswerText, key: &str) -> Result<(), SurveyError> {
        answer(&self.store, token, typed, key.to_owned()).await
    }
}

#[tokio::test]
async fn results_show_once_the_survey_is_over_and_five_have_answered() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let tokens = (scene.of(id, Group::Organisations).await.token, scene.of(id, Group::Communities).await.token);
        for n in 0..FEWEST {
            let points = if n == 0 { 4 } else { 5 };
            let typed = answered(Group::Organisations, points, "希望多开放会议室");
            scene.answer(&tokens.0, &typed, &format!("key {n}")).await.unwrap();
        }
        for n in 0..FEWEST - 1 {
            let typed = answered(Group::Communities, 3, "很少见到");
            scene.answer(&tokens.1, &typed, &format!("community's key {n}")).await.unwrap();
        }
        let running = scene.page(id).await;
        assert_eq!(running.row.answers, [(Group::Organisations, 5), (Group::Communities, 4)]);
        assert!(running.groups.iter().all(|group| group.result.is_none()), "nothing shows while it runs");
        let listed = results(&scene.store, &scene.supervisor(), Paging::default()).await.unwrap().rows;
        assert!(listed[0].groups.iter().all(|(_, _, tally)| tally.is_none()), "nor in the list");
        scene.at("2026-04-25 00:30");
        let over = scene.page(id).await;
        assert_eq!(over.row.state, State::Over);
        let (tally, words) = over.groups[0].result.clone().unwrap();
        assert_eq!(tally.average(Question::Overall), Some(480));
        assert_eq!((tally.counts(Question::Fair), words.len()), ([0, 0, 0, 1, 4], 5));
        assert_eq!(over.groups[1].result, None, "of four nobody learns anything, words included");
        let listed = results(&scene.store, &scene.supervisor(), Paging::default()).await.unwrap().rows;
        let shown = [(Group::Organisations, 5, Some(tally)), (Group::Communities, 4, None)];
        assert_eq!(listed.into_iter().map(|one| one.groups).collect::<Vec<_>>(), [shown], "as the page shows them");
        let late = scene.answer(&tokens.0, &answered(Group::Organisations, 1, ""), "late").await;
        assert!(matches!(late, Err(SurveyError::Over)), "{late:?}");
    })
    .await;
}

#[tokio::test]
async fn the_same_form_counts_once_and_what_is_incomplete_does_not_count() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let token = scene.of(id, Group::Communities).await.token;
        let typed = answered(Group::Communities, 4, "");
        scene.answer(&token, &typed, "one key").await.unwrap();
        scene.answer(&token, &typed, "one key").await.unwrap();
        let tried = scene.answer(&token, &AnswerText::default(), "another key").await;
        let Err(SurveyError::Invalid(problems)) = tried else { panic!("{tried:?}") };
        assert_eq!(problems.len(), Question::of(Group::Communities).len());
        assert_eq!(scene.of(id, Group::Communities).await.answers, 1);
        let tried = scene.answer("no such link", &typed, "a third key").await;
        assert!(matches!(tried, Err(SurveyError::NotFound)), "{tried:?}");
    })
    .await;
}

#[tokio::test]
async fn nothing_that_is_kept_of_an_answer_tells_whose_or_which_it_was() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let token = scene.of(id, Group::Organisations).await.token;
        scene.answer(&token, &answered(Group::Organisations, 1, "怕被认出来"), "a key").await.unwrap();
        let event = audit_event::Entity::find()
            .filter(audit_event::Column::Action.eq("survey.answered"))
            .one(scene.store.read())
            .await
            .unwrap()
            .unwrap();
        assert_eq!((event.actor.as_str(), event.account_id), ("anonymous", None));
        assert_eq!(event.detail, r#"{"asked":"organisations"}"#);
        let words = survey_words::Entity::find().one(scene.store.read()).await.unwrap().unwrap();
        assert_eq!(words.id.get_version_num(), 4, "its id is drawn at random and holds no time");
    })
    .await;
}

#[tokio::test]
async fn a_quarter_has_one_survey_and_the_bureau_can_end_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let again = open(&scene.store, &scene.officer(), &opening("2026-Q1"), once()).await;
        assert!(matches!(again, Err(SurveyError::QuarterTaken)), "{again:?}");
        let ahead = open(&scene.store, &scene.officer(), &opening("2026-Q3"), once()).await;
        let Err(SurveyError::Invalid(problems)) = ahead else { panic!("{ahead:?}") };
        assert_eq!(problems[0].field, Field::Other(OtherField::Quarter));
        let stale = close(&scene.store, &scene.officer(), Seen { survey: id, row_version: 7 }, once()).await;
        assert!(matches!(stale, Err(SurveyError::Store(StoreError::Stale))), "{stale:?}");
        close(&scene.store, &scene.officer(), Seen { survey: id, row_version: 1 }, once()).await.unwrap();
        assert_eq!(scene.page(id).await.row.state, State::Over);
        let twice = close(&scene.store, &scene.officer(), Seen { survey: id, row_version: 2 }, once()).await;
        assert!(matches!(twice, Err(SurveyError::Over)), "{twice:?}");
        let token = scene.of(id, Group::Communities).await.token;
        assert_eq!(asked(&scene.store, &token).await.unwrap().state, State::Over);
    })
    .await;
}

#[tokio::test]
async fn another_bases_survey_is_not_there() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let elsewhere = support::base(&scene.store, "elsewhere").await;
        let foreign = system().supervisor(elsewhere.id);
        assert!(matches!(one(&scene.store, &foreign, id).await, Err(SurveyError::NotFound)));
        assert_eq!(list(&scene.store, &foreign, Paging::default()).await.unwrap().total, 0);
        let seen = Seen { survey: id, row_version: 1 };
        let closed = close(&scene.store, &system().bureau(elsewhere.id), seen, once()).await;
        assert!(matches!(closed, Err(SurveyError::NotFound)), "{closed:?}");
        let listed = list(&scene.store, &scene.supervisor(), Paging::default()).await.unwrap();
        assert_eq!(listed.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [id]);
    })
    .await;
}

#[tokio::test]
async fn a_link_that_has_leaked_does_not_fill_the_base() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let id = scene.opened().await;
        let token = scene.of(id, Group::Organisations).await.token;
        survey_group::Entity::update_many()
            .col_expr(survey_group::Column::Answers, Expr::value(9_999))
            .filter(survey_group::Column::Token.eq(&token))
            .exec(scene.store.read())
            .await
            .unwrap();
        let typed = answered(Group::Organisations, 5, "");
        scene.answer(&token, &typed, "the last one").await.unwrap();
        let another = scene.answer(&token, &typed, "one more").await;
        assert!(matches!(another, Err(SurveyError::Over)), "{another:?}");
    })
    .await;
}
