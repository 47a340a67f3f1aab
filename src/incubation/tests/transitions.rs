//! The whole table of transitions: what is not in it is refused.

use crate::incubation::{Action, By, Decision, Proposal, ProposalRefusal, ProposalState, Refusal, Stage};

const ORGANISATION: &[By] = &[By::Organisation];
const FILING: &[By] = &[By::Organisation, By::Operator];
const OPERATOR: &[By] = &[By::Operator];
const BUREAU: &[By] = &[By::Bureau];
const EITHER: &[By] = &[By::Operator, By::Bureau];
const TIMED: &[By] = &[By::Operator, By::System];

/// Stage, action, who may, and where it leads, all by their stored codes.
const TABLE: &[(&str, &str, &[By], &str)] = &[
    ("draft", "submit", FILING, "submitted"),
    ("submitted", "return", OPERATOR, "returned"),
    ("submitted", "accept", OPERATOR, "accepted"),
    ("returned", "submit", FILING, "submitted"),
    ("returned", "withdraw", ORGANISATION, "withdrawn"),
    ("accepted", "begin_review", OPERATOR, "in_review"),
    ("in_review", "waitlist", OPERATOR, "waitlisted"),
    ("in_review", "admit", BUREAU, "public_notice"),
    ("in_review", "decline", EITHER, "declined"),
    ("waitlisted", "resume_review", OPERATOR, "in_review"),
    ("waitlisted", "lapse", TIMED, "lapsed"),
    ("public_notice", "object", EITHER, "objection_review"),
    ("public_notice", "open_agreement", TIMED, "agreement"),
    ("objection_review", "dismiss_objection", BUREAU, "public_notice"),
    ("objection_review", "decline", BUREAU, "declined"),
    ("agreement", "start", OPERATOR, "incubating"),
    ("agreement", "lapse", TIMED, "lapsed"),
    ("agreement", "exit", BUREAU, "exited"),
    ("incubating", "rectify", EITHER, "rectifying"),
    ("incubating", "suspend", OPERATOR, "suspended"),
    ("incubating", "open_exit_review", OPERATOR, "exit_review"),
    ("incubating", "exit", BUREAU, "exited"),
    ("rectifying", "resolve_rectification", EITHER, "incubating"),
    ("rectifying", "suspend", OPERATOR, "suspended"),
    ("rectifying", "exit", BUREAU, "exited"),
    ("suspended", "resume", OPERATOR, "incubating"),
    ("suspended", "resume_rectifying", OPERATOR, "rectifying"),
    ("suspended", "exit", BUREAU, "exited"),
    ("exit_review", "extend", BUREAU, "incubating"),
    ("exit_review", "hatch", BUREAU, "hatched"),
    ("exit_review", "exit", BUREAU, "exited"),
    ("hatched", "begin_tracking", TIMED, "tracked"),
    ("tracked", "archive", TIMED, "archived"),
];

fn row(stage: Stage, action: Action) -> Option<(&'static [By], Stage)> {
    let name = if matches!(action, Action::Exit(_)) { "exit" } else { action.code() };
    TABLE
        .iter()
        .find(|(from, verb, ..)| *from == stage.code() && *verb == name)
        .map(|(_, _, who, to)| (*who, to.parse().unwrap()))
}

#[test]
fn every_stage_and_action_and_actor_does_what_the_table_says() {
    for &stage in Stage::ALL {
        for &action in Action::ALL {
            for &by in By::ALL {
                let expected = match row(stage, action) {
                    None => Err(Refusal::NoSuchStep { stage, action }),
                    Some((who, to)) if who.contains(&by) => Ok(to),
                    Some(_) if action.needs_confirmation() && by == By::Operator => {
                        Err(Refusal::NeedsConfirmation { action })
                    }
                    Some(_) => Err(Refusal::NotTheirs { stage, action, by }),
                };
                assert_eq!(stage.next(action, by), expected, "{stage} {action} {by}");
            }
        }
    }
}

#[test]
fn every_row_of_the_table_names_a_stage_and_an_action() {
    for (stage, action, ..) in TABLE {
        assert!(stage.parse::<Stage>().is_ok(), "{stage}");
        assert!(*action == "exit" || action.parse::<Action>().is_ok(), "{action}");
    }
}

#[test]
fn only_the_bureau_confirms_admission_hatching_exit_and_extension() {
    for &action in Action::ALL.iter().filter(|action| action.needs_confirmation()) {
        for &stage in Stage::ALL {
            for by in [By::Organisation, By::Operator, By::System] {
                assert!(stage.next(action, by).is_err(), "{stage} {action} {by}");
            }
        }
    }
}

#[test]
fn a_final_stage_has_no_way_on_and_every_other_has_one() {
    for &stage in Stage::ALL {
        assert_eq!(stage.is_final(), Stage::ALL.iter().all(|to| !stage.leads_to(*to)), "{stage}");
    }
}

#[test]
fn after_hatching_there_is_no_exit() {
    for stage in [Stage::Hatched, Stage::Tracked, Stage::Archived] {
        assert!(!stage.leads_to(Stage::Exited));
    }
}

#[test]
fn the_steps_to_hatch_lead_to_hatched() {
    for &stage in Stage::ALL {
        let Some(steps) = stage.steps_to_hatch() else { continue };
        let reached = steps.iter().try_fold(stage, |at, action| {
            at.next(*action, if action.needs_confirmation() { By::Bureau } else { By::Operator })
        });
        assert_eq!(reached, Ok(Stage::Hatched));
    }
}

#[test]
fn codes_are_read_back_and_no_two_are_alike() {
    for &action in Action::ALL {
        assert_eq!(Action::from_code(action.code()), Some(action));
        let text = serde_json::to_string(&action).unwrap();
        assert_eq!(serde_json::from_str::<Action>(&text).unwrap(), action);
    }
    for &stage in Stage::ALL {
        assert_eq!(Stage::from_code(stage.code()), Some(stage));
    }
    assert!("hatching".parse::<Stage>().is_err());
}

#[test]
fn a_proposal_is_the_operators_to_make_and_the_bureaus_to_decide() {
    let proposal = Proposal::new(Stage::ExitReview, Action::Hatch, By::Operator).unwrap();
    for &decision in Decision::ALL {
        for &by in By::ALL {
            let expected = match (decision, by) {
                (Decision::Confirm, By::Bureau) => Ok((ProposalState::Confirmed, Some(Stage::Hatched))),
                (Decision::Decline, By::Bureau) => Ok((ProposalState::Declined, None)),
                (Decision::Withdraw, By::Operator) => Ok((ProposalState::Withdrawn, None)),
                _ => Err(ProposalRefusal::NotTheirs { decision, by }),
            };
            let decided = proposal.decide(decision, by, Stage::ExitReview);
            assert_eq!(decided.map(|(proposal, stage)| (proposal.state, stage)), expected, "{decision} {by}");
        }
    }
}

#[test]
fn a_settled_proposal_stays_settled() {
    for &state in &ProposalState::ALL[1..] {
        for &decision in Decision::ALL {
            for &by in By::ALL {
                assert_eq!(state.next(decision, by), Err(ProposalRefusal::Settled { state }));
            }
        }
    }
}

#[test]
fn nobody_proposes_what_needs_no_confirmation_or_leads_nowhere() {
    assert!(Proposal::new(Stage::Incubating, Action::Suspend, By::Operator).is_err());
    assert!(Proposal::new(Stage::Incubating, Action::Rectify, By::Operator).is_err());
    assert!(Proposal::new(Stage::Incubating, Action::Hatch, By::Operator).is_err());
    for by in [By::Organisation, By::Bureau, By::System] {
        assert!(Proposal::new(Stage::ExitReview, Action::Hatch, by).is_err());
    }
}

#[test]
fn a_proposal_for_an_incubation_that_moved_on_is_not_confirmed() {
    let proposal = Proposal::new(Stage::ExitReview, Action::Hatch, By::Operator).unwrap();
    assert_eq!(
        proposal.decide(Decision::Confirm, By::Bureau, Stage::Incubating),
        Err(ProposalRefusal::StageMovedOn { proposed_at: Stage::ExitReview, now: Stage::Incubating })
    );
}

#[test]
fn a_walk_over_the_table_can_reach_every_stage_from_a_draft() {
    let mut reached = vec![Stage::Draft];
    let mut at = 0;
    while let Some(&stage) = reached.get(at) {
        reached
            .extend(Stage::ALL.iter().filter(|to| stage.leads_to(**to) && !reached.contains(to)).collect::<Vec<_>>());
        at += 1;
    }
    assert_eq!(reached.len(), Stage::ALL.len());
}
