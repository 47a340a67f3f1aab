use super::{day, item};
use crate::monthly_plan::{ItemState, Outcome};

#[test]
fn an_item_stands_by_its_result_and_by_its_progress_until_there_is_one() {
    // Four are planned, by the 20th.
    for (done, today, outcome, state) in [
        (0, "2026-04-20", None, ItemState::NotBegun),
        (1, "2026-04-20", None, ItemState::UnderWay),
        (1, "2026-04-21", None, ItemState::Overdue),
        (4, "2026-04-21", None, ItemState::Done),
        (4, "2026-04-21", Some(Outcome::Done), ItemState::Done),
        (1, "2026-04-21", Some(Outcome::CarriedOver), ItemState::CarriedOver),
        (0, "2026-04-10", Some(Outcome::Dropped), ItemState::Dropped),
    ] {
        let found = ItemState::of(item(1, 4).progress(done, day(today)), outcome);
        assert_eq!(found, state, "{done} on {today}, {outcome:?}");
    }
}
