//! The table, asked by everybody.

use super::{
    asker::Asker,
    entry::{Cell, Entry, Kind},
    running::{Answer, Running},
    table,
    world::{Whose, World, api_token, token},
};

/// Asks every cell. Each deed that is allowed is done on a copy of its own; whatever is refused or only read is asked
/// of one copy, on which nothing may have changed at the end.
async fn hold(entries: Vec<Entry>) {
    let world = World::get().await;
    let read_only = Running::on(world).await;
    let watch = read_only.watch().await;
    let mut wrong = Vec::new();
    for entry in &entries {
        for cell in entry.cells(world) {
            let session = cell.asker.role.map(|_| token(cell.asker));
            let request = entry.request(world, cell.parts);
            let answer = if entry.kind == Kind::Api {
                let token = cell.asker.role.map(|_| api_token(cell.asker));
                read_only.ask_by_token(request, token.as_deref()).await
            } else if cell.allowed && entry.changes() {
                Running::on(world).await.ask(request, session.as_deref()).await
            } else {
                read_only.ask(request, session.as_deref()).await
            };
            if !is_right(entry, &cell, &answer) {
                let expected = if cell.allowed { "may" } else { "may not" };
                wrong.push(format!("{} {:?}: {} {expected}: {}", entry.route(), cell.parts, cell.asker, answer.told()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cells:\n{}", wrong.len(), wrong.join("\n"));
    assert!(watch.nothing_has_changed().await, "what was refused or only read has left a trace");
}

/// Refused is exactly 403 or 404; who is not signed in gets 401, or is led to the sign-in by a page.
fn is_right(entry: &Entry, cell: &Cell, answer: &Answer) -> bool {
    match (cell.allowed, cell.asker == Asker::NOBODY, entry.kind) {
        (true, ..) => answer.is_success(),
        (false, true, Kind::Page) => answer.status == 303 && answer.location.starts_with("/sign-in?next="),
        (false, true, _) => answer.status == 401,
        (false, false, _) => matches!(answer.status, 403 | 404),
    }
}

macro_rules! areas {
    ($($name:ident: $area:ident;)+) => {$(
        #[tokio::test]
        async fn $name() {
            hold(table::$area::entries()).await;
        }
    )+

        #[test]
        fn no_part_of_the_table_is_left_unasked() {
            let asked = [$(stringify!($area)),+];
            let left: Vec<_> = table::AREAS.iter().map(|(area, _)| area).filter(|area| !asked.contains(area)).collect();
            assert!(left.is_empty(), "{left:?}");
        }
    };
}

areas! {
    one_s_own_account_is_one_s_own: oneself;
    accounts_are_the_administrators_and_people_the_operators: people;
    the_registry_is_the_operators_and_a_file_is_its_organisations_too: registry;
    a_week_is_written_by_its_subject_and_by_the_operator_on_its_behalf: filing;
    a_report_is_reviewed_one_level_up_and_read_by_its_base: desk;
    a_plan_is_its_subjects_and_decided_on_one_level_up: plan;
    whoever_reads_a_record_prints_it: print;
    records_are_the_operators_to_write_and_a_link_lets_people_sign_in_to_a_training: record;
    a_fault_is_given_by_operator_and_bureau_and_repaired_by_whom_it_concerns: rectification;
    help_is_asked_for_by_an_organisation_and_seen_to_by_its_operator: service;
    what_goes_to_the_bureau_goes_past_the_operator: bureau_line;
    a_survey_is_the_bureaus_to_run_and_everybodys_to_answer: survey;
    targets_are_the_operators_to_write_and_the_bureaus_to_decide_on: target;
    points_are_given_by_each_party_for_its_own_column: assessment;
    the_workbook_of_a_quarter_is_whoevers_who_asked_for_it: workbook;
    scorecards_are_the_bureaus_to_write_and_the_bases_to_read: card;
    follow_ups_are_the_operators_and_their_records_the_organisations_to_confirm: follow_up;
    what_concerns_the_base_is_divided_between_operator_and_bureau: base;
    the_installation_is_the_administrators: installation;
    a_program_reads_what_the_owner_of_its_token_may: api;
}

#[tokio::test]
async fn nobody_finds_a_page_that_is_none() {
    let world = World::get().await;
    let running = Running::on(world).await;
    for asker in Asker::ALL {
        let session = asker.role.map(|_| token(asker));
        let answer = running.ask(table::NO_PAGE.request(world, [Whose::Ours; 3]), session.as_deref()).await;
        assert_eq!(answer.status, 404, "{asker}");
    }
}
