//! Scorecards as they are kept, on every database.

#[path = "../support/mod.rs"]
mod support;

use hatchboard::{
    access::{CardKeeper, CardReader},
    assessment::{
        CardField, CardPlace, CardProblem, CardText, Kind, ScorecardFault,
        exchange::{CardFileRefusal, to_json_file},
        shipped,
        store::card::{
            CardError, CardPage, CardVersion, LONGEST_REASON, Saved, Upload, begin, cards, drop_draft, in_force, one,
            publish, save, upload,
        },
    },
    audit::{Deed, entity::audit_event},
    base::Base,
    store::{Intent, Store, StoreError},
    typed,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::support::{on_every_database, system};

const KIND: Kind = Kind::Organisation;

fn once() -> Intent {
    Intent::once("test")
}

struct Scene {
    store: Store,
    base: Base,
}

impl Scene {
    async fn set(store: Store) -> Self {
        let base = support::base(&store, "zhuzhou").await;
        Self { store, base }
    }

    fn keeper(&self) -> CardKeeper {
        system().card_keeper(self.base.id)
    }

    fn reader(&self) -> CardReader {
        self.keeper().as_reader()
    }

    async fn in_force(&self) -> CardVersion {
        in_force(self.store.read(), self.base.id, KIND).await.unwrap()
    }

    async fn page(&self) -> CardPage {
        one(&self.store, &self.reader(), KIND).await.unwrap()
    }

    async fn begin(&self) {
        begin(&self.store, &self.keeper(), KIND, once()).await.unwrap();
    }

    /// What the draft says and under which row version.
    async fn draft(&self) -> (CardText, i32) {
        let draft = self.page().await.draft.unwrap();
        (draft.text, draft.row_version)
    }

    async fn save(&self, text: CardText, seen: i32) -> Saved {
        save(&self.store, &self.keeper(), KIND, text, seen).await.unwrap()
    }

    /// Begins a version with another bonus cap, and gives its row version.
    async fn change(&self, bonus: &str) -> i32 {
        self.begin().await;
        let (mut text, seen) = self.draft().await;
        bonus.clone_into(&mut text.head.bonus_cap);
        match self.save(text, seen).await {
            Saved::Kept { row_version } => row_version,
            Saved::Stale { .. } => panic!("nobody else writes"),
        }
    }

    async fn publish(&self, seen: i32, reason: &str) -> Result<(), CardError> {
        publish(&self.store, &self.keeper(), KIND, seen, reason, once()).await
    }

    async fn upload(&self, kind: Kind, contents: Vec<u8>, seen: Option<i32>) -> Result<(), CardError> {
        let file = Upload { name: "card.json".to_owned(), contents, seen };
        upload(&self.store, &self.keeper(), kind, file, once()).await
    }
}

#[tokio::test]
async fn what_the_program_ships_is_in_force_until_a_base_publishes_its_own() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        for kind in Kind::ALL.iter().copied() {
            let found = in_force(scene.store.read(), scene.base.id, kind).await.unwrap();
            assert_eq!(found, CardVersion { version: 1, card: shipped(kind) });
        }
        let seen = scene.change("4").await;
        assert_eq!(scene.in_force().await.version, 1, "a draft is not in force");
        scene.publish(seen, "加分上限调整").await.unwrap();
        let found = scene.in_force().await;
        assert_eq!((found.version, found.card.bonus_cap.to_string().as_str()), (2, "4.00"));
        let others = in_force(scene.store.read(), scene.base.id, Kind::Base).await.unwrap();
        assert_eq!(others.version, 1);
        let elsewhere = support::base(&scene.store, "liling").await;
        assert_eq!(in_force(scene.store.read(), elsewhere.id, KIND).await.unwrap().version, 1);
    })
    .await;
}

#[tokio::test]
async fn every_version_that_was_in_force_is_kept_with_its_reason() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        for (bonus, reason) in [("4", "加分上限调整"), ("3", "再次调整")] {
            let seen = scene.change(bonus).await;
            scene.publish(seen, reason).await.unwrap();
        }
        let page = scene.page().await;
        let told: Vec<_> = page
            .versions
            .iter()
            .map(|one| (one.version.version, one.version.card.bonus_cap.to_string(), one.reason.as_str(), one.stands))
            .collect();
        let expected = [(1, "5.00", "", false), (2, "4.00", "加分上限调整", false), (3, "3.00", "再次调整", true)];
        assert_eq!(told, expected.map(|(number, bonus, reason, stands)| (number, bonus.to_owned(), reason, stands)));
        assert_eq!(page.versions[0].published, None);
        let published = page.versions.iter().filter_map(|one| one.published.clone());
        assert!(published.is_sorted_by(|(before, _), (after, by)| before <= after && by == "test"));
        assert_eq!(page.in_force().version, scene.in_force().await);
        assert_eq!(page.version(2).map(|one| one.stands), Some(false));
        assert!(page.version(4).is_none() && page.draft.is_none());
        let rows = cards(&scene.store, &scene.reader()).await.unwrap();
        let told: Vec<_> = rows.iter().map(|row| (row.kind, row.in_force.version.version)).collect();
        assert_eq!(told, [(KIND, 3), (Kind::Community, 1), (Kind::Base, 1), (Kind::ExitReview, 1), (Kind::Annual, 1)]);
    })
    .await;
}

#[tokio::test]
async fn what_stands_in_the_way_is_told_and_the_draft_is_kept() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let seen = scene.change("").await;
        let place = CardPlace::Head(CardField::BonusCap);
        let expected = vec![CardProblem { place, fault: ScorecardFault::Typed(typed::Fault::Required) }];
        let refused = scene.publish(seen, "调整").await;
        assert!(matches!(refused, Err(CardError::Invalid(problems)) if problems == expected));
        let (mut text, seen) = scene.draft().await;
        assert_eq!(text.head.bonus_cap, "");
        text.head.bonus_cap = "5.00".to_owned();
        let Saved::Kept { row_version: seen } = scene.save(text.clone(), seen).await else { panic!("it was seen") };
        assert!(matches!(scene.publish(seen, "没有改动").await, Err(CardError::NothingChanged)));
        text.head.bonus_cap = "4".to_owned();
        let Saved::Kept { row_version: seen } = scene.save(text, seen).await else { panic!("it was seen") };
        assert!(matches!(scene.publish(seen, "  ").await, Err(CardError::ReasonMissing)));
        let long = "长".repeat(LONGEST_REASON + 1);
        assert!(matches!(scene.publish(seen, &long).await, Err(CardError::ReasonTooLong)));
        scene.publish(seen, "调整").await.unwrap();
        assert!(matches!(scene.publish(seen, "调整").await, Err(CardError::NotFound)), "no draft is left");
    })
    .await;
}

#[tokio::test]
async fn nobodys_newer_words_are_overwritten() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let seen = scene.change("4").await;
        let (text, _) = scene.draft().await;
        let mut theirs = text.clone();
        theirs.head.good = "82".to_owned();
        let Saved::Kept { row_version } = scene.save(theirs.clone(), seen).await else { panic!("it was seen") };
        let mut ours = text;
        ours.head.good = "81".to_owned();
        assert!(matches!(scene.save(ours, seen).await, Saved::Stale { by, .. } if by == "test"));
        assert_eq!(scene.draft().await, (theirs.clone(), row_version));
        assert_eq!(scene.save(theirs, seen).await, Saved::Kept { row_version }, "the same words lose nothing");
        let stale = scene.publish(seen, "调整").await;
        assert!(matches!(stale, Err(CardError::Store(StoreError::Stale))));
        let stale = drop_draft(&scene.store, &scene.keeper(), KIND, seen, once()).await;
        assert!(matches!(stale, Err(CardError::Store(StoreError::Stale))));
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_begun_once_and_can_be_given_up() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let seen = scene.change("4").await;
        scene.begin().await;
        assert_eq!(scene.draft().await.1, seen, "what is there goes on");
        drop_draft(&scene.store, &scene.keeper(), KIND, seen, once()).await.unwrap();
        assert_eq!(scene.page().await.draft, None);
        let gone = save(&scene.store, &scene.keeper(), KIND, CardText::default(), seen).await;
        assert!(matches!(gone, Err(CardError::NotFound)));
        scene.begin().await;
        let draft = scene.page().await.draft.unwrap();
        assert_eq!((draft.version, draft.text), (2, CardText::from(&shipped(KIND))), "its number is free again");
        let elsewhere = support::base(&scene.store, "liling").await;
        let keeper = system().card_keeper(elsewhere.id);
        let foreign = publish(&scene.store, &keeper, KIND, draft.row_version, "调整", once()).await;
        assert!(matches!(foreign, Err(CardError::NotFound)));
    })
    .await;
}

#[tokio::test]
async fn rows_that_are_new_get_codes_that_they_keep() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        scene.begin().await;
        let (mut text, seen) = scene.draft().await;
        let added = text.sections[0].indicators[0].clone();
        text.sections[0].indicators[0].code = String::new();
        text.vetoes[0].code = String::new();
        let Saved::Kept { row_version } = scene.save(text, seen).await else { panic!("it was seen") };
        let (text, _) = scene.draft().await;
        let [code, veto] = [&text.sections[0].indicators[0].code, &text.vetoes[0].code];
        assert!(code.starts_with("own_") && veto.starts_with("own_") && code != veto);
        assert_eq!(text.sections[0].indicators[0].name, added.name);
        scene.publish(row_version, "换了指标").await.unwrap();
        assert!(scene.in_force().await.card.indicator(code).is_some());
    })
    .await;
}

#[tokio::test]
async fn a_file_becomes_the_draft_that_the_person_saw() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let mut card = shipped(KIND);
        card.name = "机构评分表（2026）".to_owned();
        let file = to_json_file(&card);
        scene.upload(KIND, file.clone(), None).await.unwrap();
        let (text, seen) = scene.draft().await;
        assert_eq!(text, CardText::from(&card));
        let unseen = scene.upload(KIND, file.clone(), None).await;
        assert!(matches!(unseen, Err(CardError::Store(StoreError::Stale))));
        scene.upload(KIND, file.clone(), Some(seen)).await.unwrap();
        let stale = scene.upload(KIND, file.clone(), Some(seen)).await;
        assert!(matches!(stale, Err(CardError::Store(StoreError::Stale))));
        let other = scene.upload(Kind::Base, file, None).await;
        assert!(matches!(other, Err(CardError::File(CardFileRefusal::OtherKind(KIND)))));
        scene.publish(seen + 1, "改名").await.unwrap();
        assert_eq!(scene.in_force().await, CardVersion { version: 2, card });
    })
    .await;
}

#[tokio::test]
async fn sending_twice_does_it_once_and_each_deed_is_on_the_record() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let seen = scene.change("4").await;
        let intent = Intent::new("test", "key", &seen);
        for _ in 0..2 {
            publish(&scene.store, &scene.keeper(), KIND, seen, "调整", intent.clone()).await.unwrap();
        }
        assert_eq!(scene.in_force().await.version, 2);
        let of_base = audit_event::Entity::find()
            .filter(audit_event::Column::Chain.eq(scene.base.id.to_string()))
            .filter(audit_event::Column::Action.starts_with("scorecard."))
            .order_by_asc(audit_event::Column::Seq);
        let events = of_base.all(scene.store.read()).await.unwrap();
        let deeds: Vec<_> = events.iter().map(|event| event.action.as_str()).collect();
        assert_eq!(deeds, [Deed::ScorecardDraftBegun, Deed::ScorecardPublished].map(Deed::code));
    })
    .await;
}
