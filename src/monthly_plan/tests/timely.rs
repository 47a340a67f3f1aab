use chrono::{DateTime, Utc};
use chrono_tz::Asia::Shanghai;

use super::april;
use crate::{
    calendar::{Calendar, Filing, due_by},
    monthly_plan::Closing,
};

fn at(local: &str) -> DateTime<Utc> {
    format!("{}:00+08:00", local.replace(' ', "T")).parse().unwrap()
}

/// Of April 2026, whose result is due on Friday, 8 May: the first five days of May are a holiday.
fn closing(closed: Option<&str>, now: &str) -> Closing {
    let calendar = Calendar::shipped();
    let rule = Filing::MonthlyResult.default_rule();
    let due_at = due_by(rule, april().into(), &calendar, Shanghai).at().unwrap();
    assert_eq!(due_at, at("2026-05-08 18:00"));
    Closing::of(due_at, closed.map(at), at(now), &calendar, Shanghai)
}

#[test]
fn a_result_is_in_time_until_the_third_working_day_after_its_month() {
    for (closed, now, expected) in [
        (None, "2026-05-08 18:00", Closing::Pending),
        (Some("2026-04-28 09:00"), "2026-05-20 09:00", Closing::InTime),
        (Some("2026-05-08 18:00"), "2026-05-20 09:00", Closing::InTime),
    ] {
        assert_eq!(closing(closed, now), expected, "{closed:?} at {now}");
    }
}

#[test]
fn what_is_late_is_told_in_working_days_of_which_a_begun_one_counts() {
    // Saturday the 9th is worked for the holiday, Sunday is not.
    for (time, days) in [
        ("2026-05-08 18:01", 1),
        ("2026-05-09 09:00", 1),
        ("2026-05-10 09:00", 1),
        ("2026-05-11 09:00", 2),
        ("2026-05-15 09:00", 6),
    ] {
        assert_eq!(closing(Some(time), "2026-06-01 09:00"), Closing::Late { days }, "closed at {time}");
        assert_eq!(closing(None, time), Closing::Overdue { days }, "open at {time}");
    }
}
