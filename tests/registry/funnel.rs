use hatchboard::{
    incubation::{
        Action, EnteredAs, Entry, ExitCause, Mode, Phase, Stage, StepAsked,
        store::{Funnel, change, funnel, of_organisation},
    },
    period::Stretch,
    store::{Paging, Store},
};
use uuid::Uuid;

use crate::{
    day, incubated, once, profile, register,
    support::{base, on_every_database, system},
};

async fn seen(store: &Store, base: Uuid, within: &str, phase: Option<Phase>, paging: Paging) -> Funnel {
    let within: Stretch = within.parse().unwrap();
    funnel(store, &system().reader(base), within, phase, paging).await.unwrap()
}

fn told(found: &Funnel, phase: Phase) -> [u32; 4] {
    let of = |flows: &[hatchboard::incubation::Flow]| {
        let flow = *flows.iter().find(|flow| flow.phase == phase).unwrap();
        (flow.came, flow.went)
    };
    let ((came, went), (came_before, went_before)) = (of(&found.now), of(&found.before));
    [came, went, came_before, went_before]
}

#[tokio::test]
async fn organisations_are_counted_where_they_stand_and_moves_on_their_days() {
    on_every_database(|store| async move {
        let (here, there) = (base(&store, "a").await, base(&store, "b").await);
        incubated(&store, &there, 9).await;
        let stays = incubated(&store, &here, 1).await;
        let hatched = Entry {
            stands: EnteredAs::Hatched { on: day("2026-01-15") },
            ..Entry::incubating(Mode::InShell, day("2025-02-01"))
        };
        register(&store, &here, profile(2), Some(hatched)).await;
        let left = Entry {
            stands: EnteredAs::Exited { on: day("2025-11-03"), cause: ExitCause::Voluntary },
            ..Entry::incubating(Mode::InShell, day("2025-10-08"))
        };
        register(&store, &here, profile(3), Some(left)).await;
        register(&store, &here, profile(4), None).await;
        let of = of_organisation(&store, &system().reader(here.id).of(stays)).await.unwrap().remove(0);
        let suspend = StepAsked {
            action: Action::Suspend,
            effective_on: day("2026-02-10"),
            reason: "负责人生病".into(),
            exit_review: None,
            project: String::new(),
        };
        let overseer = system().manager(here.id).as_overseer();
        change(&store, &overseer, of.id, of.row_version, &suspend, once()).await.unwrap();

        let found = seen(&store, here.id, "2026-Q1", None, Paging::default()).await;
        assert_eq!(found.standing, [(Stage::Suspended, 1), (Stage::Hatched, 1), (Stage::Exited, 1)]);
        assert_eq!([Phase::Applying, Phase::Incubating, Phase::Hatched].map(|one| found.stand_in(one)), [0, 1, 1]);
        assert_eq!(told(&found, Phase::Incubating), [0, 1, 1, 1]);
        assert_eq!(told(&found, Phase::Hatched), [1, 0, 0, 0]);
        assert_eq!(told(&found, Phase::Exited), [0, 0, 1, 0]);
        let moves: Vec<(Stage, String)> =
            found.moves.rows.iter().map(|one| (one.change.to, one.change.on.to_string())).collect();
        let expected =
            [(Stage::Suspended, "2026-02-10"), (Stage::Hatched, "2026-01-15"), (Stage::ExitReview, "2026-01-15")];
        assert_eq!(moves, expected.map(|(stage, on)| (stage, on.to_owned())));

        let hatchings = seen(&store, here.id, "2026-Q1", Some(Phase::Hatched), Paging::default()).await;
        assert_eq!((hatchings.moves.total, hatchings.moves.rows[0].name.as_str()), (1, "第2号互助中心"));
        let second = seen(&store, here.id, "2026-Q1", None, Paging::new(2, 2)).await;
        assert_eq!((second.moves.total, second.moves.rows.len()), (3, 1));
        let year = seen(&store, here.id, "2025", None, Paging::default()).await;
        assert_eq!(told(&year, Phase::Incubating), [3, 1, 0, 0]);
        let elsewhere = seen(&store, there.id, "2026-Q1", None, Paging::default()).await;
        assert_eq!((elsewhere.standing.len(), elsewhere.moves.total), (1, 0));
    })
    .await;
}
