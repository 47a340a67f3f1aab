//! Which activities of weekly reports a year's targets count, and when.

use chrono::TimeDelta;
use hatchboard::{
    annual_target::{
        CountingRule, DraftTarget,
        store::{Source, TargetPage, one},
    },
    incubation::{Entry, Mode, store::begin},
    weekly_report::{
        Draft, DraftActivity, Field,
        entity::weekly_report,
        store::{
            Reviewer, Sending, Subject, draft, filing,
            review::{Seen, Terms, accept, reopen},
        },
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Scene, once,
    support::{self, on_every_database, system},
    target, year,
};

/// What an activity was, its day, and its attendances.
type Told<'a> = (&'a str, &'a str, &'a str);

/// A target of the base's own that counts activities or their attendances.
fn own(rule: &str) -> DraftTarget {
    DraftTarget {
        name: rule.to_owned(),
        unit: "场".to_owned(),
        measure: "count".to_owned(),
        evidence: "record".to_owned(),
        rule: rule.to_owned(),
        ..target("", "100")
    }
}

/// The page of the target that counts by a rule.
async fn of(scene: &Scene, rule: CountingRule) -> TargetPage {
    let lines = scene.page().await.lines;
    let line = lines.iter().find(|line| line.target.rule == rule).unwrap();
    one(&scene.store, &scene.reader(), year(), &line.target.code).await.unwrap()
}

/// Activities and attendances, quarter by quarter.
async fn counted(scene: &Scene) -> [[Option<i64>; 4]; 2] {
    let held = of(scene, CountingRule::ActivitiesHeld).await.line.actual.quarters;
    [held, of(scene, CountingRule::ActivityAttendances).await.line.actual.quarters]
}

/// Files a week that lists these.
async fn told(scene: &Scene, subject: &Subject, week: &str, at: &str, activities: &[Told<'_>]) {
    scene.at(at);
    let week = week.parse().unwrap();
    let seen = draft::open(&scene.store, subject, week).await.unwrap().draft_version;
    let activity = |&(what, on, attendances): &Told<'_>| DraftActivity {
        what: what.to_owned(),
        on: on.to_owned(),
        attendances: attendances.to_owned(),
        ..DraftActivity::default()
    };
    let typed = Draft {
        done: "活动".into(),
        activities_count: activities.len().to_string(),
        attendances: "42".into(),
        help_kind: "none".into(),
        activities: activities.iter().map(activity).collect(),
        ..Draft::default()
    };
    filing::submit(&scene.store, subject, week, Sending { typed, seen, on_device_at: None }, once()).await.unwrap();
}

async fn seen(scene: &Scene, subject: &Subject, week: &str) -> Seen {
    let of = weekly_report::Entity::find()
        .filter(weekly_report::Column::SubjectId.eq(subject.id()))
        .filter(weekly_report::Column::Week.eq(week));
    let row = of.one(scene.store.read()).await.unwrap().unwrap();
    Seen { report: row.id, row_version: row.row_version }
}

async fn accepted(scene: &Scene, subject: &Subject, week: &str) -> Uuid {
    let reviewer = if subject.is_base() { Reviewer::from(&scene.officer()) } else { Reviewer::from(&scene.manager()) };
    let seen = seen(scene, subject, week).await;
    accept(&scene.store, &reviewer, seen, once()).await.unwrap();
    seen.report
}

/// A base with 春晖 since winter, whose targets count activities and their attendances.
async fn set(scene: &Scene) -> Subject {
    scene.at("2026-01-05 09:00");
    let ours = support::organisation(&scene.store, &scene.base, "春晖").await;
    let entry = Entry::incubating(Mode::InShell, "2025-12-01".parse().unwrap());
    begin(&scene.store, &scene.manager(), ours, &entry, "", once()).await.unwrap();
    scene.approved(["activities_held", "activity_attendances"].map(own).into()).await;
    Subject::from(&system().member(scene.base.id, ours))
}

#[tokio::test]
async fn activities_count_by_their_days_once_their_report_is_accepted_and_open_into_it() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let (ours, base) = (set(&scene).await, Subject::from(&scene.manager()));
        let week = [("义诊", "2026-03-03", "30"), ("讲座", "2026-03-05", "")];
        told(&scene, &ours, "2026-W10", "2026-03-06 17:00", &week).await;
        assert_eq!(counted(&scene).await, [[None; 4]; 2], "what waits for its review counts nowhere");
        let first = accepted(&scene, &ours, "2026-W10").await;
        assert_eq!(counted(&scene).await, [[Some(2), None, None, None], [Some(30), None, None, None]]);

        told(&scene, &base, "2026-W11", "2026-03-13 17:00", &[("开放日", "2026-03-12", "12")]).await;
        let own = accepted(&scene, &base, "2026-W11").await;
        let week = [("助餐", "2026-03-31", "8"), ("义诊", "2026-04-01", "9")];
        told(&scene, &ours, "2026-W14", "2026-04-03 17:00", &week).await;
        let last = accepted(&scene, &ours, "2026-W14").await;
        assert_eq!(counted(&scene).await, [[Some(4), Some(1), None, None], [Some(50), Some(9), None, None]]);

        let page = of(&scene, CountingRule::ActivitiesHeld).await;
        let found: Vec<_> =
            page.counted.iter().map(|one| (one.on.to_string(), one.amount, one.name.as_str(), one.source)).collect();
        let open_day = format!("{} · 开放日", scene.base.name);
        let expected = [
            ("2026-03-03", "春晖 · 义诊", first),
            ("2026-03-05", "春晖 · 讲座", first),
            ("2026-03-12", open_day.as_str(), own),
            ("2026-03-31", "春晖 · 助餐", last),
            ("2026-04-01", "春晖 · 义诊", last),
        ];
        assert_eq!(found, expected.map(|(on, name, report)| (on.to_owned(), 1, name, Source::Report(report))));
        let page = of(&scene, CountingRule::ActivityAttendances).await;
        let amounts: Vec<_> = page.counted.iter().map(|one| one.amount).collect();
        assert_eq!(amounts, [30, 12, 8, 9], "who told no attendances adds none");
    })
    .await;
}

#[tokio::test]
async fn what_is_opened_again_counts_as_it_was_accepted_until_it_is_filed_anew() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let ours = set(&scene).await;
        let week = [("义诊", "2026-03-03", "30"), ("讲座", "2026-03-05", "10")];
        told(&scene, &ours, "2026-W10", "2026-03-06 17:00", &week).await;
        accepted(&scene, &ours, "2026-W10").await;
        let both = [[Some(2), None, None, None], [Some(40), None, None, None]];
        assert_eq!(counted(&scene).await, both);
        let terms = Terms {
            reason: "人次有误".into(),
            scope: Field::ALL.to_vec(),
            until: scene.store.now() + TimeDelta::days(3),
        };
        let of_it = seen(&scene, &ours, "2026-W10").await;
        reopen(&scene.store, &Reviewer::from(&scene.manager()), of_it, terms, once()).await.unwrap();
        assert_eq!(counted(&scene).await, both, "a reopening takes nothing back");
        told(&scene, &ours, "2026-W10", "2026-03-07 10:00", &week[..1]).await;
        assert_eq!(counted(&scene).await, [[None; 4]; 2], "it waits for its review again");
        accepted(&scene, &ours, "2026-W10").await;
        assert_eq!(counted(&scene).await, [[Some(1), None, None, None], [Some(30), None, None, None]]);
    })
    .await;
}
