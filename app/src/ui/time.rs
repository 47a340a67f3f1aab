//! Dates and times for people, in the zone of the base. Everything here is pure: "now" is an argument.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use hatchboard::period::{Month, Week};
use leptos::prelude::*;

use crate::Language;

/// A moment in a table: `2026-04-09 18:00`, with the exact instant for programs.
#[component]
pub fn Moment(at: DateTime<Utc>, zone: Tz) -> AnyView {
    let exact = at.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Secs, false);
    view! { <time datetime=exact>{minute(at, zone)}</time> }.into_any()
}

/// The day that a moment falls on.
pub fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    at.with_timezone(&zone).date_naive()
}

/// `2026-04-09`
pub fn date(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d").to_string()
}

/// `2026-04-09 18:00`
pub fn minute(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// `18:00`
pub fn clock(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%H:%M").to_string()
}

/// `2026年4月9日 星期四`, `Thursday, 9 April 2026`
pub fn prose_day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Chinese => format!("{} 星期{}", plain_day(language, day), weekday(day)),
        Language::English => day.format("%A, %-d %B %Y").to_string(),
    }
}

/// `2026年4月9日`, `9 April 2026`
pub fn plain_day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Language::English => day.format("%-d %B %Y").to_string(),
    }
}

/// A deadline near at hand: `4月9日(周四)18:00`, `Thu 9 April, 18:00`
pub fn deadline(language: Language, at: DateTime<Utc>, zone: Tz) -> String {
    let day = day_of(at, zone);
    let time = clock(at, zone);
    match language {
        Language::Chinese => format!("{}月{}日（周{}）{time}", day.month(), day.day(), weekday(day)),
        Language::English => format!("{}, {time}", day.format("%a %-d %B")),
    }
}

/// What is left until a deadline, or by how much it has passed: `还有 4 天 7 小时`, `已超过 20 分钟`.
pub fn left(language: Language, now: DateTime<Utc>, due: DateTime<Utc>) -> String {
    let duration = length(language, (due - now).abs());
    match (language, now <= due) {
        (Language::Chinese, true) => format!("还有 {duration}"),
        (Language::Chinese, false) => format!("已超过 {duration}"),
        (Language::English, true) => format!("{duration} left"),
        (Language::English, false) => format!("{duration} overdue"),
    }
}

/// How long ago: `刚刚`, `3 小时 5 分钟前`.
pub fn ago(language: Language, now: DateTime<Utc>, at: DateTime<Utc>) -> String {
    let since = now - at;
    match language {
        Language::Chinese if since < TimeDelta::minutes(1) => "刚刚".to_owned(),
        Language::English if since < TimeDelta::minutes(1) => "just now".to_owned(),
        Language::Chinese => format!("{}前", length(language, since)),
        Language::English => format!("{} ago", length(language, since)),
    }
}

/// A length of time by its two greatest units: `4 天 7 小时`, `7 小时 20 分钟`, `20 分钟`.
pub fn length(language: Language, length: TimeDelta) -> String {
    let minutes = length.num_minutes();
    let (days, hours, minutes) = (minutes / 1_440, minutes / 60 % 24, minutes % 60);
    let parts = if days > 0 {
        [(days, Unit::Day), (hours, Unit::Hour)]
    } else {
        [(hours, Unit::Hour), (minutes, Unit::Minute)]
    };
    let said: Vec<String> =
        parts.into_iter().filter(|(n, _)| *n > 0).map(|(n, unit)| unit.counted(language, n)).collect();
    match (said.is_empty(), language) {
        (false, _) => said.join(" "),
        (true, Language::Chinese) => "不到 1 分钟".to_owned(),
        (true, Language::English) => "less than a minute".to_owned(),
    }
}

/// How long something has waited for someone, in working days.
pub fn waiting(language: Language, working_days: u32) -> String {
    match (language, working_days) {
        (Language::Chinese, 0) => "今天收到".to_owned(),
        (Language::Chinese, days) => format!("已等 {days} 个工作日"),
        (Language::English, 0) => "since today".to_owned(),
        (Language::English, 1) => "waiting for 1 working day".to_owned(),
        (Language::English, days) => format!("waiting for {days} working days"),
    }
}

/// `2026年4月`, `April 2026`
pub fn month(language: Language, month: Month) -> String {
    match language {
        Language::Chinese => format!("{}年{}月", month.year(), month.month()),
        Language::English => month.first_day().format("%B %Y").to_string(),
    }
}

/// `第 47 周`, `Week 47`
pub fn week_number(language: Language, week: Week) -> String {
    match language {
        Language::Chinese => format!("第 {} 周", week.number()),
        Language::English => format!("Week {}", week.number()),
    }
}

/// Where weeks of several years meet: `2026年第 47 周`, `Week 47, 2026`
pub fn week_of_year(language: Language, week: Week) -> String {
    match language {
        Language::Chinese => format!("{}年{}", week.year(), week_number(language, week)),
        Language::English => format!("{}, {}", week_number(language, week), week.year()),
    }
}

/// `第 47 周 · 11月16日–22日`, `Week 47 · 16–22 November`
pub fn week(language: Language, week: Week) -> String {
    format!("{} · {}", week_number(language, week), week_days(language, week))
}

/// `11月16日–22日`, `30 November – 6 December`
pub fn week_days(language: Language, week: Week) -> String {
    let (first, last) = (week.monday(), week.sunday());
    let one_month = first.month() == last.month();
    match (language, one_month) {
        (Language::Chinese, true) => format!("{}月{}日–{}日", first.month(), first.day(), last.day()),
        (Language::Chinese, false) => {
            format!("{}月{}日–{}月{}日", first.month(), first.day(), last.month(), last.day())
        }
        (Language::English, true) => format!("{}–{}", first.day(), last.format("%-d %B")),
        (Language::English, false) => format!("{} – {}", first.format("%-d %B"), last.format("%-d %B")),
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Day,
    Hour,
    Minute,
}

impl Unit {
    fn counted(self, language: Language, n: i64) -> String {
        let (chinese, english) = match self {
            Self::Day => ("天", "day"),
            Self::Hour => ("小时", "hour"),
            Self::Minute => ("分钟", "minute"),
        };
        match language {
            Language::Chinese => format!("{n} {chinese}"),
            Language::English => format!("{n} {english}{}", if n == 1 { "" } else { "s" }),
        }
    }
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "一",
        Weekday::Tue => "二",
        Weekday::Wed => "三",
        Weekday::Thu => "四",
        Weekday::Fri => "五",
        Weekday::Sat => "六",
        Weekday::Sun => "日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    const ZONE: Tz = chrono_tz::Asia::Shanghai;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn times_are_told_in_the_zone_of_the_base() {
        let late = at("2026-04-08T23:30:00Z");
        assert_eq!(date(late, ZONE), "2026-04-09");
        assert_eq!(minute(late, ZONE), "2026-04-09 07:30");
        assert_eq!(clock(late, ZONE), "07:30");
        assert_eq!(date(late, Tz::UTC), "2026-04-08");
    }

    #[test]
    fn prose_names_the_day_of_the_week() {
        assert_eq!(prose_day(Chinese, day("2026-04-09")), "2026年4月9日 星期四");
        assert_eq!(prose_day(English, day("2026-04-09")), "Thursday, 9 April 2026");
        assert_eq!(plain_day(Chinese, day("2026-12-31")), "2026年12月31日");
    }

    #[test]
    fn a_deadline_says_day_and_time() {
        assert_eq!(deadline(Chinese, at("2026-11-27T10:00:00Z"), ZONE), "11月27日（周五）18:00");
        assert_eq!(deadline(English, at("2026-11-27T10:00:00Z"), ZONE), "Fri 27 November, 18:00");
    }

    #[test]
    fn what_is_left_is_told_by_its_two_greatest_units() {
        let due = at("2026-11-27T10:00:00Z");
        let cases = [
            ("2026-11-23T03:00:00Z", "还有 4 天 7 小时", "4 days 7 hours left"),
            ("2026-11-26T09:59:00Z", "还有 1 天", "1 day left"),
            ("2026-11-27T08:39:00Z", "还有 1 小时 21 分钟", "1 hour 21 minutes left"),
            ("2026-11-27T09:59:30Z", "还有 不到 1 分钟", "less than a minute left"),
            ("2026-11-29T13:00:00Z", "已超过 2 天 3 小时", "2 days 3 hours overdue"),
        ];
        for (now, chinese, english) in cases {
            assert_eq!(left(Chinese, at(now), due), chinese);
            assert_eq!(left(English, at(now), due), english);
        }
    }

    #[test]
    fn what_has_just_happened_is_not_counted_in_minutes() {
        let now = at("2026-11-27T10:00:30Z");
        assert_eq!(ago(Chinese, now, at("2026-11-27T10:00:00Z")), "刚刚");
        assert_eq!(ago(English, now, at("2026-11-27T07:55:00Z")), "2 hours 5 minutes ago");
        assert_eq!(ago(Chinese, now, at("2026-11-27T10:01:00Z")), "刚刚", "a clock that runs ahead");
    }

    #[test]
    fn waiting_counts_working_days() {
        assert_eq!(waiting(Chinese, 2), "已等 2 个工作日");
        assert_eq!(waiting(English, 1), "waiting for 1 working day");
        assert_eq!(waiting(Chinese, 0), "今天收到");
    }

    #[test]
    fn a_week_is_labelled_by_its_days() {
        let label = |language, text: &str| week(language, text.parse().unwrap());
        assert_eq!(label(Chinese, "2026-W47"), "第 47 周 · 11月16日–22日");
        assert_eq!(label(English, "2026-W47"), "Week 47 · 16–22 November");
        assert_eq!(label(Chinese, "2026-W49"), "第 49 周 · 11月30日–12月6日");
        assert_eq!(label(English, "2026-W53"), "Week 53 · 28 December – 3 January");
    }
}
