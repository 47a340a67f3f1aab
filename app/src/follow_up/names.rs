//! What coded things of follow-ups are called.

use hatchboard::follow_up::{
    Age, Field, Means, Method, Outcome, Reached, Section, Signal, Standing, State, store::Show,
};

use super::words;
use crate::Language;

/// `6 个月`
pub(crate) fn age_name(language: Language, age: Age) -> &'static str {
    let say = match age {
        Age::SixMonths => words::age_6,
        Age::OneYear => words::age_12,
        Age::TwoYears => words::age_24,
        Age::ThreeYears => words::age_36,
        Age::FourYears => words::age_48,
        Age::FiveYears => words::age_60,
    };
    say(language)
}

pub(crate) fn standing_name(language: Language, standing: Standing) -> &'static str {
    let say = match standing {
        Standing::Overdue => words::standing_overdue,
        Standing::Due => words::standing_due,
        Standing::Ahead => words::standing_ahead,
        Standing::OnTime => words::standing_on_time,
        Standing::Late => words::standing_late,
        Standing::Missed => words::standing_missed,
        Standing::History => words::standing_history,
        Standing::Ended => words::standing_ended,
    };
    say(language)
}

pub(super) fn show_name(language: Language, show: Show) -> &'static str {
    let say = match show {
        Show::Open => words::show_open,
        Show::Due => words::standing_due,
        Show::Overdue => words::standing_overdue,
        Show::Done => words::show_done,
        Show::Missed => words::standing_missed,
        Show::Ahead => words::standing_ahead,
        Show::Filed => words::state_filed,
        Show::Commented => words::show_commented,
        Show::All => words::show_all,
    };
    say(language)
}

pub(crate) fn state_name(language: Language, state: State) -> &'static str {
    let say = match state {
        State::Open => words::state_open,
        State::Filed => words::state_filed,
        State::Confirmed => words::state_confirmed,
        State::Commented => words::state_commented,
    };
    say(language)
}

pub(crate) fn outcome_name(language: Language, outcome: Outcome) -> &'static str {
    let say = match outcome {
        Outcome::Thriving => words::outcome_thriving,
        Outcome::Steady => words::outcome_steady,
        Outcome::Struggling => words::outcome_struggling,
        Outcome::Dormant => words::outcome_dormant,
        Outcome::Lost => words::outcome_lost,
        Outcome::Dissolved => words::outcome_dissolved,
    };
    say(language)
}

pub(crate) fn method_name(language: Language, method: Method) -> &'static str {
    let say = match method {
        Method::OnSite => words::method_on_site,
        Method::Phone => words::method_phone,
        Method::Questionnaire => words::method_questionnaire,
    };
    say(language)
}

pub(super) fn means_name(language: Language, means: Means) -> &'static str {
    let say = match means {
        Means::Phone => words::means_phone,
        Means::Message => words::means_message,
        Means::OnSite => words::means_on_site,
    };
    say(language)
}

pub(super) fn reached_name(language: Language, reached: Reached) -> &'static str {
    let say = match reached {
        Reached::NoAnswer => words::reached_no_answer,
        Reached::ContactInvalid => words::reached_contact_invalid,
        Reached::NobodyThere => words::reached_nobody_there,
        Reached::Appointment => words::reached_appointment,
        Reached::Declined => words::reached_declined,
    };
    say(language)
}

pub(super) fn signal_name(language: Language, signal: Signal) -> &'static str {
    let say = match signal {
        Signal::CodeInvalid => words::signal_code_invalid,
        Signal::AbnormalList => words::signal_abnormal_list,
        Signal::Unlisted => words::signal_unlisted,
        Signal::TwoFails => words::signal_two_fails,
        Signal::Silence => words::signal_silence,
    };
    say(language)
}

pub(super) fn section_name(language: Language, section: Section) -> &'static str {
    let say = match section {
        Section::Registration => words::section_registration,
        Section::Inspection => words::section_inspection,
        Section::Activity => words::section_activity,
        Section::People => words::section_people,
        Section::Party => words::section_party,
        Section::Accounts => words::section_accounts,
        Section::Income => words::section_income,
        Section::Projects => words::section_projects,
        Section::Staff => words::section_staff,
        Section::Grade => words::section_grade,
        Section::Risks => words::section_risks,
        Section::Services => words::section_services,
        Section::Help => words::section_help,
    };
    say(language)
}

pub(crate) fn field_name(language: Language, field: Field) -> &'static str {
    let say = match field {
        Field::On => words::field_on,
        Field::Method => words::field_method,
        Field::Visitor => words::field_visitor,
        Field::SecondVisitor => words::field_second_visitor,
        Field::Outcome => words::field_outcome,
        Field::Summary => words::field_summary,
        Field::Registration => words::field_registration,
        Field::Contact => words::field_contact,
        Field::Inspection => words::field_inspection,
        Field::Penalties => words::field_penalties,
        Field::Premises => words::field_premises,
        Field::Activity => words::field_activity,
        Field::Board => words::field_board,
        Field::KeyStaff => words::field_key_staff,
        Field::Party => words::field_party,
        Field::Accounts => words::field_accounts,
        Field::LastAudit => words::field_last_audit,
        Field::IncomeGovernment => words::field_income_government,
        Field::IncomeDonations => words::field_income_donations,
        Field::IncomeServices => words::field_income_services,
        Field::IncomeOther => words::field_income_other,
        Field::Projects => words::field_projects,
        Field::Attendances => words::field_attendances,
        Field::Contracts => words::field_contracts,
        Field::FullTime => words::field_full_time,
        Field::PartTime => words::field_part_time,
        Field::Certified => words::field_certified,
        Field::Volunteers => words::field_volunteers,
        Field::Grade => words::field_grade,
        Field::Complaints => words::field_complaints,
        Field::Risks => words::field_risks,
        Field::Helped => words::field_helped,
        Field::Missing => words::field_missing,
        Field::Help => words::field_help,
        Field::HelpOwner => words::field_help_owner,
        Field::HelpDue => words::field_help_due,
        Field::Assigned => words::assigned,
        Field::PlannedOn => words::planned_on,
        Field::Means => words::means,
        Field::Reached => words::reached,
        Field::Note => words::note,
        Field::Signal => words::signal,
        Field::Respondent => words::respondent,
    };
    say(language)
}
