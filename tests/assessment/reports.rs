use hatchboard::{
    access::Role,
    account::{Place, membership::end_as_admin},
    assessment::{
        PartRefusal, ReportFinding, SampleSummary,
        entity::{assessment, sampled_report},
        sample,
        store::{
            AssessmentError, ReportSample, Then, document, draw_reports, drawn, find_report, publish, report_sample,
            seal_due, sheet,
        },
    },
    store::StoreError,
    weekly_report::entity::weekly_report,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use crate::{
    Scene, cast, file, once, quarter,
    support::{on_every_database, system},
};

/// 春晖 filed for three weeks of the quarter and one after it; the round is open.
async fn filed(scene: &Scene) {
    for (week, at) in
        [("2026-W02", "2026-01-09 12:00"), ("2026-W03", "2026-01-16 12:00"), ("2026-W04", "2026-01-23 12:00")]
    {
        file(scene, week, at).await;
    }
    scene.at("2026-04-01 10:00");
    scene.open().await.unwrap();
    file(scene, "2026-W14", "2026-04-03 12:00").await;
}

impl Scene {
    async fn draw_reports(&self, seed: &str, number: usize) -> Result<(), AssessmentError> {
        let officer = self.officers[0].bureau(self.base.id).unwrap();
        draw_reports(&self.store, &officer, quarter().quarter().unwrap(), seed, number, once()).await
    }

    /// As somebody of the base sees it.
    async fn seen_by(&self, asker: &hatchboard::access::Asker) -> Option<ReportSample> {
        let reader = asker.reader(self.base.id).unwrap();
        let page = sheet(&self.store, &reader.of(self.base.id), quarter()).await.unwrap();
        report_sample(&self.store, &reader, &page).await.unwrap()
    }

    async fn find(&self, of: Uuid, seen: i32, finding: ReportFinding, words: &str) -> Result<(), AssessmentError> {
        let officer = self.officers[0].bureau(self.base.id).unwrap();
        find_report(&self.store, &officer, of, seen, finding, words, once()).await
    }
}

#[tokio::test]
async fn reports_of_the_quarter_are_drawn_by_a_seed_that_anyone_can_draw_with_again() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        filed(&scene).await;
        assert_eq!(scene.seen_by(&scene.officers[0]).await, None);
        let blank = scene.draw_reports(" ", 2).await;
        assert!(matches!(blank, Err(AssessmentError::WordsMissing)));
        scene.draw_reports("2026-04-20", 2).await.unwrap();
        let found = scene.seen_by(&scene.officers[0]).await.unwrap();
        assert_eq!((found.seed.as_str(), found.among), ("2026-04-20", 3), "W14 is of the next quarter");
        assert_eq!(found.summary, SampleSummary { drawn: 2, looked_at: 0, with_problems: 0 });
        let reports = weekly_report::Entity::find().filter(weekly_report::Column::Week.lt("2026-W14"));
        let ids = reports.all(scene.store.read()).await.unwrap().into_iter().map(|row| row.id);
        let mut again = sample("2026-04-20", ids, 2);
        let mut drawn: Vec<Uuid> = found.reports.iter().map(|report| report.report).collect();
        again.sort_unstable();
        drawn.sort_unstable();
        assert_eq!(drawn, again);
        assert!(found.reports.iter().all(|report| report.subject.as_deref() == Some("春晖")));
        // Until somebody has looked at one of them, another draw takes its place.
        scene.draw_reports("2026-04-21", 3).await.unwrap();
        let found = scene.seen_by(&scene.officers[1]).await.unwrap();
        assert_eq!((found.seed.as_str(), found.reports.len()), ("2026-04-21", 3));
        scene.find(found.reports[0].id, 1, ReportFinding::InOrder, "").await.unwrap();
        let late = scene.draw_reports("2026-04-22", 1).await;
        assert!(matches!(late, Err(AssessmentError::SampleInUse)));
    })
    .await;
}

#[tokio::test]
async fn a_problem_needs_words_and_nobody_looks_at_a_report_of_their_own() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        filed(&scene).await;
        scene.draw_reports("seed", 2).await.unwrap();
        let reports = scene.seen_by(&scene.officers[0]).await.unwrap().reports;
        let unsaid = scene.find(reports[0].id, 1, ReportFinding::Problem, " ").await;
        assert!(matches!(unsaid, Err(AssessmentError::WordsMissing)));
        scene.find(reports[0].id, 1, ReportFinding::Problem, "照片与活动不符").await.unwrap();
        let stale = scene.find(reports[0].id, 1, ReportFinding::InOrder, "").await;
        assert!(matches!(stale, Err(AssessmentError::Store(StoreError::Stale))));
        let unknown = scene.find(Uuid::now_v7(), 1, ReportFinding::InOrder, "").await;
        assert!(matches!(unknown, Err(AssessmentError::NotFound)));
        let sample = scene.seen_by(&scene.officers[0]).await.unwrap();
        assert_eq!(sample.summary, SampleSummary { drawn: 2, looked_at: 1, with_problems: 1 });
        let place = Place::Organisation { base: scene.base.id, organisation: scene.ours };
        cast::grant(&scene.store, scene.officers[0].account(), place).await;
        let own = scene.find(reports[1].id, 1, ReportFinding::InOrder, "").await;
        assert!(matches!(own, Err(AssessmentError::Part(PartRefusal::OwnSubject))));
    })
    .await;
}

#[tokio::test]
async fn whoever_was_of_a_subject_in_the_quarter_looks_at_none_of_its_reports_and_whoever_is_learns_of_none() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        let ours = Place::Organisation { base: scene.base.id, organisation: scene.ours };
        let team = Place::Base { base: scene.base.id, role: Role::Manager };
        let belonged = async |which: usize, place: Place| {
            scene.at("2026-01-05 10:00");
            let id = cast::grant(&scene.store, scene.officers[which].account(), place).await;
            scene.at("2026-02-20 10:00");
            end_as_admin(&scene.store, &system().admin(), id, once()).await.unwrap();
        };
        belonged(0, ours).await;
        belonged(1, team).await;
        filed(&scene).await;
        scene.draw_reports("seed", 2).await.unwrap();
        let report = scene.seen_by(&scene.officers[0]).await.unwrap().reports.remove(0);
        let looked = scene.find(report.id, 1, ReportFinding::InOrder, "").await;
        assert!(matches!(looked, Err(AssessmentError::Part(PartRefusal::OwnSubject))));
        let of_team = scene.officers[1].bureau(scene.base.id).unwrap();
        let drawn = draw_reports(&scene.store, &of_team, quarter().quarter().unwrap(), "own", 2, once()).await;
        assert!(matches!(drawn, Err(AssessmentError::Part(PartRefusal::OwnSubject))));

        cast::grant(&scene.store, scene.officers[2].account(), ours).await;
        let wang = cast::signed_in(&scene.store, "wang").await;
        assert!(scene.seen_by(&wang).await.unwrap().reports.is_empty());
    })
    .await;
}

#[tokio::test]
async fn operator_and_organisations_learn_of_it_once_the_bases_sheet_is_published_and_it_is_sealed_with_it() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        filed(&scene).await;
        scene.draw_reports("seed", 1).await.unwrap();
        let one = scene.seen_by(&scene.officers[0]).await.unwrap().reports.remove(0);
        scene.find(one.id, 1, ReportFinding::Problem, "人数虚报").await.unwrap();
        let told = async |reader| drawn(&scene.store, &reader, one.report).await.unwrap().map(|drawn| drawn.words);
        let own = || scene.member.reader_of(scene.base.id, scene.ours).unwrap();
        let operator = || scene.manager.reader(scene.base.id).unwrap().of(scene.ours);
        let officer = || scene.officers[2].reader(scene.base.id).unwrap().of(scene.ours);
        assert_eq!((told(own()).await, told(operator()).await), (None, None));
        assert_eq!(told(officer()).await.as_deref(), Some("人数虚报"));
        assert_eq!(scene.seen_by(&scene.manager).await, None);

        for hand in [scene.by_manager(), scene.by_officer(0), scene.by_officer(1)] {
            let page = scene.page_of(scene.base.id).await;
            assert!(scene.write(&hand, &page, &[], Then::HandIn).await.unwrap().handed_in);
        }
        publish(&scene.store, &scene.officers[1].bureau(scene.base.id).unwrap(), quarter(), None, once())
            .await
            .unwrap();
        for reader in [own(), operator()] {
            assert_eq!(told(reader).await.as_deref(), Some("人数虚报"));
        }
        assert_eq!(scene.seen_by(&scene.manager).await.unwrap().summary.with_problems, 1);
        let late = scene.find(one.id, 2, ReportFinding::InOrder, "").await;
        assert!(matches!(late, Err(AssessmentError::Step(_))));
        assert!(matches!(scene.draw_reports("again", 1).await, Err(AssessmentError::Step(_))));

        scene.at("2026-04-30 09:00");
        assert_eq!(seal_due(&scene.store, scene.base.id).await.unwrap(), 1);
        let told = document(&scene.store, &scene.reader(), quarter(), &scene.base.name).await.unwrap();
        let sealed = told.sampled_reports.unwrap();
        assert_eq!((sealed.seed.as_str(), sealed.summary.with_problems), ("seed", 1));
        assert_eq!((sealed.reports[0].report, sealed.reports[0].words.as_str()), (one.report, "人数虚报"));
        let of_base = assessment::Entity::find().filter(assessment::Column::OfBase.eq(true));
        let text = of_base.one(scene.store.read()).await.unwrap().unwrap().document;
        assert!(text.contains("\"sampled_reports\":{\"seed\":\"seed\"") && text.contains("人数虚报"), "{text}");
        assert_eq!(sampled_report::Entity::find().all(scene.store.read()).await.unwrap().len(), 1);
    })
    .await;
}
