//! What a line of a reminder is called, and where it leads.

use chrono_tz::Tz;
use hatchboard::{
    assessment::Occasion,
    follow_up::Age,
    period::{Month, Week},
    reminder::{Channel, DeliveryState, Kind, Line, Party, Refusal, Step},
};

use super::words;
use crate::{
    Language,
    ui::{badge::Tone, field::Options, time},
};

pub(super) fn kind(language: Language, kind: Kind) -> &'static str {
    let words = match kind {
        Kind::WeeklyReport => words::kind_weekly_report,
        Kind::MonthlyPlan => words::kind_monthly_plan,
        Kind::MonthResult => words::kind_month_result,
        Kind::SelfScore => words::kind_self_score,
        Kind::Score => words::kind_score,
        Kind::Check => words::kind_check,
        Kind::Objection => words::kind_objection,
        Kind::Targets => words::kind_targets,
        Kind::Rectification => words::kind_rectification,
        Kind::Service => words::kind_service,
        Kind::Instruction => words::kind_instruction,
        Kind::FollowUp => words::kind_follow_up,
        Kind::Confirmation => words::kind_confirmation,
    };
    words(language)
}

pub(super) fn channel(language: Language, channel: Channel) -> &'static str {
    let words = match channel {
        Channel::Program => words::channel_program,
        Channel::Mail => words::channel_mail,
        Channel::Robot => words::channel_robot,
    };
    words(language)
}

pub(super) fn state(language: Language, state: DeliveryState) -> (&'static str, Tone, &'static str) {
    let (words, tone, sign): (fn(Language) -> &'static str, _, _) = match state {
        DeliveryState::Queued => (words::state_queued, Tone::Accent, "…"),
        DeliveryState::Sending => (words::state_sending, Tone::Accent, "…"),
        DeliveryState::Unknown => (words::state_unknown, Tone::Warn, "?"),
        DeliveryState::Sent => (words::state_sent, Tone::Good, "✓"),
        DeliveryState::Failed => (words::state_failed, Tone::Bad, "!"),
        DeliveryState::Stopped => (words::state_stopped, Tone::Calm, "–"),
    };
    (words(language), tone, sign)
}

/// Why something did not leave, in plain words where they are known, with what was said.
pub(super) fn failure(language: Language, kept: &str) -> String {
    let Some((refusal, said)) = Refusal::read(kept) else { return kept.to_owned() };
    match refusal {
        Refusal::NotSetUp => words::not_set_up(language).to_owned(),
        Refusal::NoAnswer => words::no_answer(language, said),
        Refusal::Signature => words::refused_signature(language, said),
        Refusal::Keyword => words::refused_keyword(language, said),
    }
}

pub(super) fn states(language: Language) -> Options {
    DeliveryState::ALL.iter().map(|one| (one.code().to_owned(), state(language, *one).0.to_owned())).collect()
}

/// `2026年第 15 周周汇报`
pub(super) fn what(language: Language, line: &Line) -> String {
    let record = line.owed.record.as_str();
    let week = record.parse().ok().map(|week: Week| time::week_of_year(language, week));
    let month = record.parse().ok().map(|month: Month| time::month(language, month));
    let read = |period: Option<String>| period.unwrap_or_else(|| record.to_owned());
    let occasion = || {
        let occasion = record.parse::<Occasion>().ok();
        read(occasion.map(|one| crate::assessment::occasion_name(language, one)))
    };
    match line.owed.kind {
        Kind::WeeklyReport => words::weekly_report(language, read(week)),
        Kind::MonthlyPlan => words::monthly_plan(language, read(month)),
        Kind::MonthResult => words::month_result(language, read(month)),
        Kind::SelfScore => words::self_score(language, occasion()),
        Kind::Score => words::score(language, occasion()),
        Kind::Check => words::check(language, occasion()),
        Kind::Objection => words::objection(language, occasion()),
        Kind::Targets => words::targets(language, record),
        Kind::Rectification => words::rectification(language).to_owned(),
        Kind::Service => words::service(language).to_owned(),
        Kind::Instruction => words::instruction(language).to_owned(),
        Kind::FollowUp => match Age::from_code(record) {
            Some(age) => words::follow_up(language, age.months()),
            None => words::follow_up_extra(language).to_owned(),
        },
        Kind::Confirmation => words::confirmation(language).to_owned(),
    }
}

pub(super) fn step(language: Language, line: &Line) -> (String, Tone) {
    if let Some(days) = line.late {
        return (words::step_late(language, days), Tone::Bad);
    }
    let (words, tone): (fn(Language) -> &'static str, _) = match line.step {
        Step::Ahead => (words::step_ahead, Tone::Calm),
        Step::Before => (words::step_before, Tone::Calm),
        Step::Due => (words::step_due, Tone::Warn),
        Step::After => (words::step_after, Tone::Bad),
        Step::Operator => (words::step_operator, Tone::Bad),
        Step::Bureau => (words::step_bureau, Tone::Bad),
        // For what the base itself owes nobody asks but the bureau.
        Step::Asked if line.owed.of_base => (words::step_asked_by_bureau, Tone::Warn),
        Step::Asked => (words::step_asked, Tone::Warn),
    };
    (words(language).to_owned(), tone)
}

/// Whether a digest is about more than one organisation that the person is of, so that each has to be named.
pub(super) fn of_several(lines: &[Line]) -> bool {
    let own = |line: &Line| matches!(line.told_as, Party::Organisation(_)).then_some(line.owed.subject);
    let mut own = lines.iter().filter_map(own);
    let first = own.next();
    own.any(|other| Some(other) != first)
}

/// Whose it is, where that has to be said: `named` of what is the person's own, too.
pub(super) fn subject(line: &Line, named: bool) -> Option<&str> {
    let theirs = match line.told_as {
        Party::Organisation(_) => !named,
        Party::Operator | Party::Assigned(_) => line.owed.of_base && !line.owed.kind.is_of_bureau(),
        Party::Bureau => false,
    };
    (!theirs).then_some(line.owed.name.as_str())
}

/// A line in one text, as workbooks and mails have it.
pub(super) fn sentence(language: Language, line: &Line, named: bool, zone: Tz) -> String {
    let whose = subject(line, named).map(|name| words::of_subject(language, name)).unwrap_or_default();
    let due = words::due_at(language, time::minute(line.owed.due_at, zone));
    format!("{whose}{} · {} · {due}", what(language, line), step(language, line).0)
}

/// Where a line leads the one who is told.
pub(super) fn href(line: &Line, slug: &str) -> String {
    href_as(line.told_as, line, slug)
}

/// Where it leads somebody who reads it as `reader`.
pub(super) fn href_as(reader: Party, line: &Line, slug: &str) -> String {
    let (subject, record) = (line.owed.subject, line.owed.record.as_str());
    match (reader, line.owed.kind) {
        (Party::Organisation(id), Kind::WeeklyReport) => format!("/o/{id}/reports/{record}"),
        (Party::Organisation(id), Kind::MonthlyPlan | Kind::MonthResult) => format!("/o/{id}/plans/{record}"),
        (Party::Organisation(id), Kind::SelfScore) => format!("/o/{id}/assessments/{record}"),
        (Party::Organisation(id), Kind::Rectification) => format!("/o/{id}/rectifications/{record}"),
        (Party::Organisation(id), Kind::Confirmation) => format!("/o/{id}/follow-ups"),
        (Party::Organisation(id), Kind::Service) => format!("/o/{id}/services/{record}"),
        (_, Kind::WeeklyReport) if line.owed.of_base => format!("/b/{slug}/base-reports/{record}"),
        (_, Kind::WeeklyReport) => format!("/b/{slug}/weeks/{subject}/{record}"),
        (_, Kind::MonthlyPlan | Kind::MonthResult) if line.owed.of_base => format!("/b/{slug}/plans/{record}"),
        (_, Kind::MonthlyPlan | Kind::MonthResult) => format!("/b/{slug}/organisations/{subject}/plans/{record}"),
        (_, Kind::SelfScore | Kind::Score | Kind::Check | Kind::Objection) => {
            let sheet = if line.owed.of_base { "base".to_owned() } else { subject.to_string() };
            let objections = if line.owed.kind == Kind::Objection { "#objections" } else { "" };
            format!("/b/{slug}/assessments/{record}/{sheet}{objections}")
        }
        (_, Kind::Targets) => format!("/b/{slug}/targets?year={record}"),
        (_, Kind::Rectification) => format!("/b/{slug}/rectifications/{record}"),
        (_, Kind::Service) => format!("/b/{slug}/services/{record}"),
        (_, Kind::Instruction) => format!("/b/{slug}/instructions/{record}"),
        (_, Kind::FollowUp | Kind::Confirmation) => {
            format!("/b/{slug}/organisations/{subject}/follow-ups/{record}")
        }
    }
}

#[cfg(test)]
mod tests {
    use hatchboard::reminder::{Refusal, Robot};

    use super::failure;
    use crate::Language;

    #[test]
    fn a_failure_is_told_in_plain_words_where_they_are_known() {
        let kept = Robot::Feishu.took(r#"{"code":19021,"msg":"sign match fail"}"#).unwrap_err();
        let told = failure(Language::Chinese, &kept);
        assert!(
            told.starts_with("签名不对：") && told.ends_with(r#"{"code":19021,"msg":"sign match fail"}"#),
            "{told}"
        );
        assert_eq!(
            failure(Language::English, &Refusal::NoAnswer.with("open.feishu.cn")),
            "open.feishu.cn did not answer."
        );
        assert_eq!(failure(Language::Chinese, "451 4.2.1: the mailbox is busy"), "451 4.2.1: the mailbox is busy");
        assert_eq!(failure(Language::Chinese, ""), "");
    }
}
