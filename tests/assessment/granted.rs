use hatchboard::{
    assessment::store::{GrantFor, GrantKind, granted},
    rectification::{
        ExtensionText, FindingText,
        store::{Repairer, Seen, Subject, close, extend, give, report, withdraw},
    },
    store::Paging,
    weekly_report::store::{
        Reviewer,
        exception::{self, Filter, NewException, Periods, Relief, Whom},
    },
};

use crate::{
    Scene, once, quarter,
    support::{on_every_database, system},
};

#[tokio::test]
async fn excuses_extensions_and_closures_of_a_quarter_stand_beside_the_bases_sheet_newest_first() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let (operator, bureau) = (system().manager(scene.base.id), system().bureau(scene.base.id));
        let until = "2026-03-23T10:00:00Z".parse().unwrap();
        let give_one = async |reviewer: &Reviewer, whom, week: &str, relief, reason: &str| {
            let new = NewException {
                whom,
                periods: Periods::Weeks(vec![week.parse().unwrap()]),
                relief,
                reason: reason.to_owned(),
                proof: String::new(),
            };
            exception::give(&scene.store, reviewer, &new, once()).await.unwrap()
        };
        scene.at("2026-03-16 09:00");
        let ours = || Whom::These(vec![scene.ours]);
        give_one(&Reviewer::from(&operator), ours(), "2026-W11", Relief::Excuse, "搬迁").await;
        scene.at("2026-03-16 10:00");
        give_one(&Reviewer::from(&operator), ours(), "2026-W12", Relief::Extension { until }, "停电").await;
        scene.at("2026-03-17 09:00");
        give_one(&Reviewer::from(&bureau), Whom::All, "2026-W13", Relief::Excuse, "系统维护").await;
        scene.at("2026-03-17 10:00");
        let plan = NewException {
            whom: ours(),
            periods: Periods::Months(vec!["2026-03".parse().unwrap()]),
            relief: Relief::Excuse,
            reason: "装修".to_owned(),
            proof: String::new(),
        };
        exception::give(&scene.store, &Reviewer::from(&operator), &plan, once()).await.unwrap();
        // Of the next quarter.
        give_one(&Reviewer::from(&operator), ours(), "2026-W15", Relief::Excuse, "春游").await;
        let listed = exception::list(&scene.store, &scene.reader(), &Filter::default(), Paging::default()).await;
        let excuse = listed.unwrap().rows.into_iter().find(|row| row.reason == "搬迁").unwrap();
        exception::revoke(&scene.store, &Reviewer::from(&operator), excuse.id, "已恢复", once()).await.unwrap();
        scene.at("2026-03-18 09:00");
        let fault = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-20".into(),
        };
        let subject = Subject::Organisation(scene.ours);
        let id = give(&scene.store, &operator.as_overseer(), subject, None, &fault, once()).await.unwrap();
        let own = Repairer::from(&scene.member.member(scene.ours).unwrap());
        report(&scene.store, &own, Seen { id, row_version: 1 }, "已更换", None, once()).await.unwrap();
        close(&scene.store, &operator.as_overseer(), Seen { id, row_version: 2 }, "已现场核对", once()).await.unwrap();

        let found = granted(&scene.store, &scene.reader(), quarter().quarter().unwrap(), 20).await.unwrap();
        let told: Vec<_> = found.iter().map(|row| (row.kind, row.subject.as_deref(), row.reason.as_str())).collect();
        let expected = [
            (GrantKind::Closure, Some("春晖"), "已现场核对"),
            (GrantKind::Excuse, Some("春晖"), "装修"),
            (GrantKind::Excuse, None, "系统维护"),
            (GrantKind::Extension, Some("春晖"), "停电"),
            (GrantKind::Excuse, Some("春晖"), "搬迁"),
        ];
        assert_eq!(told, expected);
        let periods = [
            GrantFor::Due("2026-03-20".parse().unwrap()),
            GrantFor::Filing("2026-03".parse().unwrap()),
            GrantFor::Filing("2026-W13".parse().unwrap()),
            GrantFor::Filing("2026-W12".parse().unwrap()),
            GrantFor::Filing("2026-W11".parse().unwrap()),
        ];
        assert_eq!(found.iter().map(|row| row.period).collect::<Vec<_>>(), periods);
        assert_eq!(found.iter().map(|row| row.until).collect::<Vec<_>>(), [None, None, None, Some(until), None]);
        assert_eq!(found.iter().map(|row| row.revoked).collect::<Vec<_>>(), [false, false, false, false, true]);
        assert_eq!(granted(&scene.store, &scene.reader(), quarter().quarter().unwrap(), 2).await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_was_let_off_stands_there_by_the_day_that_it_had_at_first() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let operator = system().manager(scene.base.id).as_overseer();
        let fault = FindingText {
            source: "visit".into(),
            words: "灭火器过期".into(),
            owner: "李强".into(),
            due_on: "2026-03-20".into(),
        };
        let mut given = Vec::new();
        scene.at("2026-03-18 09:00");
        for subject in [scene.ours, scene.newcomer] {
            let subject = Subject::Organisation(subject);
            given.push(give(&scene.store, &operator, subject, None, &fault, once()).await.unwrap());
        }
        scene.at("2026-03-19 09:00");
        let later = ExtensionText { due_on: "2026-04-10".into(), words: "配件缺货".into() };
        let seen = |id| Seen { id, row_version: 1 };
        extend(&scene.store, &operator, seen(given[0]), &later, once()).await.unwrap();
        scene.at("2026-03-19 10:00");
        withdraw(&scene.store, &operator, seen(given[1]), "看错了机构", once()).await.unwrap();

        let found = granted(&scene.store, &scene.reader(), quarter().quarter().unwrap(), 20).await.unwrap();
        let told: Vec<_> = found.iter().map(|row| (row.kind, row.subject.as_deref(), row.reason.as_str())).collect();
        let expected =
            [(GrantKind::Withdrawal, Some("晨曦"), "看错了机构"), (GrantKind::MoreTime, Some("春晖"), "配件缺货")];
        assert_eq!(told, expected);
        let first = GrantFor::Due("2026-03-20".parse().unwrap());
        assert_eq!(
            found.iter().map(|row| (row.period, row.until, row.revoked)).collect::<Vec<_>>(),
            [(first, None, false); 2]
        );
        // What got more time stands in the quarter into which it got it, too.
        let next = granted(&scene.store, &scene.reader(), "2026-Q2".parse().unwrap(), 20).await.unwrap();
        let told: Vec<_> = next.iter().map(|row| (row.kind, row.subject.as_deref(), row.period)).collect();
        assert_eq!(told, [(GrantKind::MoreTime, Some("春晖"), first)]);
    })
    .await;
}
