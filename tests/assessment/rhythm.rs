//! How a quarter's rhythm was kept, beside the base's sheet.

use hatchboard::{
    assessment::{
        PlansKept, Punctuality, QuarterRhythm, ReportsKept,
        store::{AssessmentError, Then, freeze_due, quarter_rhythm},
    },
    monthly_plan::{
        Draft, DraftItem,
        store::{SaidWith, Seen, approve, open, submit},
    },
    store::Paging,
    weekly_report::store::{
        Reviewer, Subject,
        exception::{NewException, Periods, Relief, Whom, give},
        queue::{Whose, waiting},
        review::{self, accept},
    },
};

use crate::{
    Scene, file, once, quarter,
    support::{on_every_database, system},
};

async fn rhythm(scene: &Scene) -> QuarterRhythm {
    quarter_rhythm(&scene.store, &scene.reader(), quarter().quarter().unwrap()).await.unwrap()
}

/// The operator accepts what has waited the longest.
async fn review_oldest(scene: &Scene) {
    let listed = waiting(&scene.store, &scene.reader(), Whose::Organisations, Paging::default()).await.unwrap();
    let oldest = &listed.rows[0];
    let seen = review::Seen { report: oldest.report, row_version: oldest.row_version };
    accept(&scene.store, &Reviewer::from(&system().manager(scene.base.id)), seen, once()).await.unwrap();
}

async fn excuse(scene: &Scene, periods: Periods) {
    let new = NewException {
        whom: Whom::These(vec![scene.ours]),
        periods,
        relief: Relief::Excuse,
        reason: "搬迁".to_owned(),
        proof: String::new(),
    };
    give(&scene.store, &Reviewer::from(&system().manager(scene.base.id)), &new, once()).await.unwrap();
}

/// 春晖 submits a plan of February, and the operator approves it.
async fn plan(scene: &Scene) {
    let (month, reader) = ("2026-02".parse().unwrap(), scene.reader().of(scene.ours));
    let item = DraftItem {
        what: "义诊".to_owned(),
        quantity: "4".to_owned(),
        unit: "场".to_owned(),
        responsible: "周敏".to_owned(),
        due_on: "2026-02-20".to_owned(),
        ..DraftItem::default()
    };
    let subject = Subject::from(&system().member(scene.base.id, scene.ours));
    let with = SaidWith { why: "", source: "" };
    submit(&scene.store, &subject, month, Draft { items: vec![item] }, 0, with, once()).await.unwrap();
    let page = open(&scene.store, &reader, month).await.unwrap();
    let seen = Seen { plan: page.id.unwrap(), row_version: page.facts.row_version };
    approve(&scene.store, &Reviewer::from(&system().manager(scene.base.id)), seen, once()).await.unwrap();
}

#[tokio::test]
async fn reports_reviews_plans_and_sheets_are_counted_until_the_cut_off() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        scene.at("2026-01-20 09:00");
        plan(&scene).await;
        // On Friday, in time and reviewed on Monday; then late, and never reviewed.
        file(&scene, "2026-W10", "2026-03-06 12:00").await;
        scene.at("2026-03-09 10:00");
        review_oldest(&scene).await;
        file(&scene, "2026-W11", "2026-03-13 20:00").await;
        excuse(&scene, Periods::Weeks(vec!["2026-W12".parse().unwrap()])).await;
        excuse(&scene, Periods::Months(vec!["2026-03".parse().unwrap()])).await;
        scene.at("2026-04-01 10:00");
        let none = quarter_rhythm(&scene.store, &scene.reader(), quarter().quarter().unwrap()).await;
        assert!(matches!(none, Err(AssessmentError::NotFound)), "there is no sheet to stand beside: {none:?}");
        scene.open().await.unwrap();

        let found = rhythm(&scene).await;
        assert!(!found.at_cut_off);
        // 春晖's twelve weeks with a working day but for the excused one, and 晨曦's three.
        let filed = Punctuality { on_time: 1, late: 1, missing: 12, open: 0 };
        assert_eq!(found.reports, ReportsKept { filed, excused: 1 });
        assert_eq!(found.own_reports.filed, Punctuality { missing: 12, ..Punctuality::default() });
        assert_eq!(found.reviews, Punctuality { on_time: 1, missing: 1, ..Punctuality::default() });
        let month = |kept: &[PlansKept], month: usize| kept[month];
        assert_eq!(month(&found.plans, 0).submitted, Punctuality { missing: 1, ..Punctuality::default() });
        let february = month(&found.plans, 1);
        assert_eq!(february.submitted, Punctuality { on_time: 1, ..Punctuality::default() });
        assert_eq!(february.approved, 1);
        assert_eq!(february.results, Punctuality { missing: 1, ..Punctuality::default() }, "due on the 4th of March");
        let march = month(&found.plans, 2);
        assert_eq!((march.submitted.asked(), march.excused), (0, 1));
        let own: Vec<_> = found.own_plans.iter().map(|kept| kept.submitted.missing).collect();
        assert_eq!(own, [1, 1, 1]);
        let one_open = Punctuality { open: 1, ..Punctuality::default() };
        assert_eq!((found.handed_in, found.scored), (one_open, one_open), "晨曦 is not rated");
        assert_eq!(found.follow_ups, Punctuality::default());

        scene.at("2026-04-02 10:00");
        scene.write(&scene.by_member(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        // What comes after the cut-off changes nothing of it.
        scene.at("2026-04-30 10:00");
        freeze_due(&scene.store, scene.base.id).await.unwrap();
        review_oldest(&scene).await;
        scene.write(&scene.by_manager(), &scene.page().await, &[], Then::HandIn).await.unwrap();
        let frozen = rhythm(&scene).await;
        assert!(frozen.at_cut_off);
        assert_eq!(frozen.at.to_rfc3339(), "2026-04-23T10:00:00+00:00");
        assert_eq!((frozen.reports, &frozen.plans), (found.reports, &found.plans));
        assert_eq!(frozen.reviews, found.reviews);
        assert_eq!(frozen.handed_in, Punctuality { on_time: 1, ..Punctuality::default() });
        assert_eq!(frozen.scored, Punctuality { missing: 1, ..Punctuality::default() });
    })
    .await;
}
