use chrono::{DateTime, Utc};

use crate::{
    assessment::{PlansKept, Punctuality},
    monthly_plan::Closing,
    weekly_report::Timeliness,
};

/// A time of March 2026 in the base.
fn at(day: &str) -> DateTime<Utc> {
    format!("2026-03-{day}:00+08:00").parse().unwrap()
}

fn one(part: impl Fn(&mut Punctuality) -> &mut u32) -> Punctuality {
    let mut kept = Punctuality::default();
    *part(&mut kept) = 1;
    kept
}

#[test]
fn what_was_done_after_the_instant_had_not_been_done() {
    let by = at("18T18:00");
    let (on_time, late) = (one(|kept| &mut kept.on_time), one(|kept| &mut kept.late));
    let (missing, open) = (one(|kept| &mut kept.missing), one(|kept| &mut kept.open));
    for (done_at, looked_at, expected) in [
        (Some("17T09:00"), "31T18:00", on_time),
        (Some("18T18:00"), "31T18:00", on_time),
        (Some("18T18:01"), "31T18:00", late),
        (Some("31T18:01"), "31T18:00", missing),
        (None, "31T18:00", missing),
        (None, "18T18:00", open),
        (Some("18T12:00"), "18T11:00", open),
    ] {
        let mut found = Punctuality::default();
        found.count(by, done_at.map(at), at(looked_at));
        assert_eq!(found, expected, "{done_at:?} at {looked_at}");
        assert_eq!(found.asked(), 1);
    }
}

#[test]
fn a_month_counts_plans_by_their_day_and_results_of_those_that_stand() {
    let late = Timeliness::Late { minutes: 5 };
    let mut month = PlansKept::new("2026-02".parse().unwrap());
    for (submitted, approved, closing) in [
        (Timeliness::OnTime, true, Some(Closing::InTime)),
        (Timeliness::OnTime, true, Some(Closing::Late { days: 1 })),
        (late, true, Some(Closing::Overdue { days: 4 })),
        (late, true, Some(Closing::Pending)),
        (late, false, None),
        (Timeliness::Missing, false, None),
    ] {
        month.count(submitted, approved, closing);
    }
    assert_eq!(month.submitted, Punctuality { on_time: 2, late: 3, missing: 1, open: 0 });
    assert_eq!((month.approved, month.excused), (4, 0));
    assert_eq!(month.results, Punctuality { on_time: 1, late: 1, missing: 1, open: 1 });
}
