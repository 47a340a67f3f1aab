//! Months of which no plan was asked, as a quarter's sheet counts them.

use hatchboard::{
    assessment::Facts,
    weekly_report::store::{
        Reviewer,
        exception::{NewException, Periods, Relief, Whom, give},
    },
};

use crate::{
    Scene, once,
    support::{on_every_database, system},
};

async fn excuse(scene: &Scene, months: &[&str]) {
    let new = NewException {
        whom: Whom::These(vec![scene.ours]),
        periods: Periods::Months(months.iter().map(|month| month.parse().unwrap()).collect()),
        relief: Relief::Excuse,
        reason: "场地维修".to_owned(),
        proof: String::new(),
    };
    let reviewer = Reviewer::from(&system().manager(scene.base.id));
    let given = give(&scene.store, &reviewer, &new, once()).await.unwrap();
    assert_eq!(usize::try_from(given.given).unwrap(), months.len());
}

#[tokio::test]
async fn an_excused_month_does_not_count_in_the_completion_of_plans() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        excuse(&scene, &["2026-01", "2026-02"]).await;
        scene.open().await.unwrap();
        let Facts::Plans { months } = &scene.page().await.facts["plan_completion"] else {
            panic!("March was asked for")
        };
        assert_eq!(months.iter().map(|month| month.month.to_string()).collect::<Vec<_>>(), ["2026-03"]);
    })
    .await;
}

#[tokio::test]
async fn where_every_month_is_excused_the_line_does_not_apply() {
    on_every_database(async |store| {
        let scene = Scene::set(store).await;
        excuse(&scene, &["2026-01", "2026-02", "2026-03"]).await;
        scene.open().await.unwrap();
        assert_eq!(scene.page().await.facts["plan_completion"], Facts::NothingDue);
    })
    .await;
}
