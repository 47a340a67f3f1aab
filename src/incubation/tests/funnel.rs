use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use crate::incubation::{Action, By, Phase, Stage, StageChange, flows};

fn change(from: Option<Stage>, to: Stage, on: &str) -> StageChange {
    StageChange { from, to, on: on.parse().unwrap() }
}

#[test]
fn every_stage_belongs_to_one_phase() {
    let of_phases: Vec<Stage> = Phase::ALL.iter().flat_map(|phase| phase.stages()).collect();
    assert_eq!(of_phases.len(), Stage::ALL.len());
    assert!(Stage::ALL.iter().all(|stage| of_phases.contains(stage)));
}

#[test]
fn moves_are_counted_on_their_day_and_only_from_phase_to_phase() {
    let changes = [
        change(None, Stage::Submitted, "2025-12-31"),
        change(None, Stage::Submitted, "2026-01-01"),
        change(Some(Stage::Submitted), Stage::Accepted, "2026-01-05"),
        change(Some(Stage::Agreement), Stage::Incubating, "2026-02-01"),
        change(Some(Stage::Incubating), Stage::Suspended, "2026-02-10"),
        change(Some(Stage::ExitReview), Stage::Hatched, "2026-03-31"),
        change(Some(Stage::Hatched), Stage::Tracked, "2026-03-31"),
        change(Some(Stage::Incubating), Stage::Exited, "2026-04-01"),
        change(Some(Stage::InReview), Stage::Declined, "2026-01-20"),
    ];
    let told = |within: &str| -> Vec<(u32, u32)> {
        flows(&changes, within.parse().unwrap()).iter().map(|flow| (flow.came, flow.went)).collect()
    };
    // Applying, incubating, hatched, exited, not admitted.
    assert_eq!(told("2026-Q1"), [(1, 2), (1, 1), (1, 0), (0, 0), (1, 0)]);
    assert_eq!(told("2025-Q4"), [(1, 0), (0, 0), (0, 0), (0, 0), (0, 0)]);
    assert_eq!(told("2026-04"), [(0, 0), (0, 1), (0, 0), (1, 0), (0, 0)]);
    // The week of the last of March ends in April.
    assert_eq!(told("2026-W14"), [(0, 0), (0, 2), (1, 0), (1, 0), (0, 0)]);
    assert_eq!(told("2026"), [(1, 2), (1, 2), (1, 0), (1, 0), (1, 0)]);
}

/// Walks an incubation by steps that are allowed, one a week.
fn walked(choices: &[usize], first: NaiveDate) -> Vec<StageChange> {
    let mut changes = vec![StageChange { from: None, to: Stage::Draft, on: first }];
    for (week, choice) in (1..).zip(choices) {
        let stage = changes[changes.len() - 1].to;
        let by = [By::Organisation, By::Operator, By::Bureau, By::System];
        let next: Vec<Stage> = Action::ALL
            .iter()
            .flat_map(|action| by.iter().filter_map(move |by| stage.next(*action, *by).ok()))
            .collect();
        let Some(to) = next.get(choice % next.len().max(1)) else { break };
        changes.push(StageChange { from: Some(stage), to: *to, on: first + Days::new(7 * week) });
    }
    changes
}

proptest! {
    #[test]
    fn whoever_came_and_did_not_go_stands_there(choices in prop::collection::vec(0..40_usize, 0..30)) {
        let changes = walked(&choices, "2026-01-05".parse().unwrap());
        let last = Phase::from(changes[changes.len() - 1].to);
        for flow in flows(&changes, "2026".parse().unwrap()) {
            let there = u32::from(flow.phase == last);
            prop_assert_eq!(flow.came, flow.went + there, "{}", flow.phase);
        }
    }
}
