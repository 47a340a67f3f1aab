//! What is done with records between the cut-off and the freeze: the facts are those of the cut-off, and what came later
//! is taken in by a recomputation alone.

mod cases;
mod deeds;
mod world;

use std::collections::BTreeMap;

use hatchboard::{
    assessment::{
        Facts, Step,
        store::{Seen, SheetPage, later, recompute},
    },
    incubation::EnteredAs,
    store::Store,
};
use uuid::Uuid;

use self::{
    cases::{Case, Moves, OF_BASE, OF_ORGANISATIONS},
    world::World,
};
use crate::{once, quarter, support::on_every_database};

/// The facts of organisations are cut off on the fourth working day, those of the base on the sixteenth, at 18:00.
const CUT_OFF: &str = "2026-04-07";
const CUT_OFF_OF_BASE: &str = "2026-04-23";

/// Everything that is frozen of a sheet.
fn frozen(page: &SheetPage) -> (&BTreeMap<String, Facts>, u32) {
    (&page.facts, page.sheet.late_repairs)
}

/// One of the cases in a base of its own.
async fn holds(store: &Store, slug: &str, (case, moves): (Case, Moves), of_the_base: bool) {
    let world = World::set(store, slug).await;
    let record = case.before(&world).await;
    world.open().await;
    let (subject, day) = if of_the_base { (world.base.id, CUT_OFF_OF_BASE) } else { (world.ours, CUT_OFF) };
    // The clock runs: what is looked at in the very minute of the cut-off is looked at after it.
    world.at(&format!("{day} 17:59"));
    let at_the_cut_off = world.page(subject).await;
    world.at(&format!("{day} 18:30"));
    case.happens(&world, record).await;
    world.at(&format!("{day} 18:55"));
    assert!(world.freeze().await > 0, "{case:?}");
    let page = world.page(subject).await;
    assert_eq!(frozen(&page), frozen(&at_the_cut_off), "{case:?}");

    let reader = world.reader().of(subject);
    let found = later(store, &reader, quarter()).await.unwrap();
    match moves {
        Moves::Nothing => assert_eq!(found.changes.facts, Some(page.facts), "{case:?}"),
        Moves::LateRepairs => assert_eq!(found.changes.late_repairs, Some(page.sheet.late_repairs + 1), "{case:?}"),
        Moves::LetOff => {
            assert_eq!(found.changes.late_repairs.map(|late| late + 1), Some(page.sheet.late_repairs), "{case:?}");
        }
        Moves::Line(code) => {
            let moved: Vec<_> = found.difference.lines.iter().map(|line| line.code.as_str()).collect();
            assert!(moved.contains(&code), "{case:?} moves {moved:?}");
            let seen = Seen { sheet: page.id, row_version: page.row_version };
            recompute(store, &world.officer(), seen, &found.print, "凭证补齐", once()).await.unwrap();
            let after = world.page(subject).await;
            assert_ne!(after.facts[code], page.facts[code], "{case:?}");
            assert_eq!(after.steps.last().unwrap().kind, Step::Recomputed, "{case:?}");
            assert!(later(store, &reader, quarter()).await.unwrap().difference.is_none(), "{case:?}");
        }
    }
}

#[tokio::test]
async fn what_is_done_after_the_cut_off_of_the_base_comes_in_by_a_recomputation_alone() {
    on_every_database(async |store| {
        for (number, case) in OF_BASE.into_iter().enumerate() {
            holds(&store, &format!("case-{number}"), case, true).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_done_after_the_cut_off_of_organisations_comes_in_by_a_recomputation_alone() {
    on_every_database(async |store| {
        for (number, case) in OF_ORGANISATIONS.into_iter().enumerate() {
            holds(&store, &format!("case-{number}"), case, false).await;
        }
    })
    .await;
}

/// Two bases of which the same is true at the cut-off, and with which the same is done afterwards.
struct Twins {
    prompt: World,
    late: World,
}

impl Twins {
    async fn set(store: &Store) -> Self {
        Self { prompt: World::set(store, "prompt").await, late: World::set(store, "late").await }
    }

    async fn before(&self, case: Case) -> (Case, [Uuid; 2]) {
        (case, [case.before(&self.prompt).await, case.before(&self.late).await])
    }

    /// One is frozen at the cut-off, the other within the hour, after all of this.
    async fn freeze(&self, day: &str, cases: &[(Case, [Uuid; 2])]) {
        self.prompt.at(&format!("{day} 18:01"));
        assert!(self.prompt.freeze().await > 0);
        self.prompt.at(&format!("{day} 18:30"));
        for (case, [of_prompt, of_late]) in cases {
            case.happens(&self.prompt, *of_prompt).await;
            case.happens(&self.late, *of_late).await;
        }
        self.late.at(&format!("{day} 18:55"));
        assert!(self.late.freeze().await > 0);
    }
}

#[tokio::test]
async fn the_freeze_finds_the_same_whether_it_comes_at_the_cut_off_or_an_hour_later() {
    on_every_database(async |store| {
        let twins = Twins::set(&store).await;
        let (mut of_base, mut of_organisations) = (Vec::new(), Vec::new());
        for (case, _) in OF_BASE {
            of_base.push(twins.before(case).await);
        }
        for (case, _) in OF_ORGANISATIONS {
            of_organisations.push(twins.before(case).await);
        }
        for world in [&twins.prompt, &twins.late] {
            world.open().await;
        }
        twins.freeze(CUT_OFF, &of_organisations).await;
        twins.freeze(CUT_OFF_OF_BASE, &of_base).await;
        let subjects: [fn(&World) -> Uuid; 2] = [|world| world.ours, |world| world.base.id];
        for subject in subjects {
            let page = async |world: &World| world.page(subject(world)).await;
            let (prompt, late) = (page(&twins.prompt).await, page(&twins.late).await);
            assert_eq!(frozen(&prompt), frozen(&late));
            assert_eq!((prompt.expected_weeks, prompt.rated), (late.expected_weeks, late.rated));
            let reader = twins.late.reader().of(subject(&twins.late));
            let found = later(&store, &reader, quarter()).await.unwrap();
            assert_ne!(found.changes.facts, Some(late.facts), "the records say something else by now");
        }
    })
    .await;
}

#[tokio::test]
async fn a_round_that_is_opened_after_its_cut_off_takes_up_whom_it_finds_and_what_had_been_filed() {
    on_every_database(async |store| {
        let world = World::set(&store, "late-round").await;
        let maple = world.organisation("红枫").await;
        world.at(&format!("{CUT_OFF} 18:30"));
        world.enters(maple, "2026-01-05", EnteredAs::Incubating).await;
        world.opened_at("2026-04-08 09:00").await;
        assert!(world.freeze().await > 0);
        let page = world.page(maple).await;
        assert!(page.rated);
        assert!(page.expected_weeks > 10, "{}", page.expected_weeks);
        assert!(matches!(page.facts["weekly_on_time"], Facts::Weeks { on_time: 0, late: 0, .. }));
    })
    .await;
}

#[tokio::test]
async fn whoever_was_not_rated_comes_to_be_by_a_recomputation() {
    on_every_database(async |store| {
        let world = World::set(&store, "rated-later").await;
        world.suspended("2026-01-19").await;
        world.open().await;
        world.at(&format!("{CUT_OFF} 18:30"));
        world.resumed("2026-01-26").await;
        assert!(world.freeze().await > 0);
        let page = world.page(world.ours).await;
        assert!(!page.rated, "suspended, as far as anybody knew");
        let found = later(&store, &world.reader().of(world.ours), quarter()).await.unwrap();
        let seen = Seen { sheet: page.id, row_version: page.row_version };
        recompute(&store, &world.officer(), seen, &found.print, "恢复孵化的批复迟到", once()).await.unwrap();
        assert!(world.page(world.ours).await.rated);
    })
    .await;
}
