//! What the forms of reminders call.

use std::collections::BTreeSet;

use hatchboard::{
    reminder::{
        Kind, Secret, SettingsText, StepsText,
        store::{self, Ran},
    },
    store::Intent,
};
use leptos::prelude::*;

use super::problem::told;
use crate::{
    error::AppError,
    form::{answer, with_parameter},
    request::Request,
};

/// One of one's own notices.
#[server(endpoint = "notice/read")]
pub(crate) async fn read_notice(id: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let asker = request.asker()?;
        let id = id.parse().map_err(|_| AppError::NotFound)?;
        store::read(&request.store, asker, id).await.map_err(|error| told(error, request.language))?;
        Ok("/notices".to_owned())
    };
    let outcome = outcome.await;
    answer("notice", &(), outcome).await
}

/// All of one's own notices.
#[server(endpoint = "notice/read_all")]
pub(crate) async fn read_all_notices() -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        store::read_all(&request.store, request.asker()?).await?;
        Ok("/notices".to_owned())
    };
    let outcome = outcome.await;
    answer("notice", &(), outcome).await
}

/// How one wants to be reminded oneself.
#[server(endpoint = "reminder/settle")]
pub(crate) async fn settle_reminders(
    #[server(default)] mail: String,
    #[server(default)] by_mail: String,
    #[server(default)] robot: String,
    #[server(default)] robot_secret: String,
    #[server(default)] forget_secret: String,
    #[server(default)] by_robot: String,
    #[server(default)] kinds: Vec<String>,
    #[server(default)] quiet_from: String,
    #[server(default)] quiet_until: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let (by_mail, by_robot) = (!by_mail.is_empty(), !by_robot.is_empty());
    let typed = SettingsText {
        mail,
        by_mail,
        robot,
        robot_secret: Secret::new(robot_secret),
        forget_secret: !forget_secret.is_empty(),
        by_robot,
        kinds,
        quiet_from,
        quiet_until,
    };
    let outcome = async {
        // The secret is no part of what is written of the form.
        let intent = Intent::new("reminder.settle", key, &(&typed, typed.robot_secret.reveal()));
        let settled = store::settle(&request.store, request.asker()?, &typed, intent).await;
        settled.map_err(|error| told(error, request.language))?;
        Ok("/notices/settings?done=saved".to_owned())
    };
    let outcome = outcome.await;
    answer("reminder_settings", &typed, outcome).await
}

/// The operator says what its base reminds of.
#[server(endpoint = "reminder/rules")]
pub(crate) async fn settle_reminder_rules(
    base: String,
    version: String,
    #[server(default)] kinds: Vec<String>,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        // The bureau's own are not offered, so that they are not off because nobody ticked them.
        let offered = Kind::ALL.iter().copied().filter(|kind| !kind.is_of_bureau());
        let off: BTreeSet<Kind> = offered.filter(|kind| !kinds.iter().any(|code| code == kind.code())).collect();
        let intent = Intent::new("reminder.rules", key, &(of.id, seen, &off));
        store::settle_rules(&request.store, &manager, &off, seen, intent).await?;
        Ok(format!("/b/{base}/reminders?done=saved"))
    };
    let outcome = outcome.await;
    answer("reminder_rules", &(), outcome).await
}

/// The operator says when its base reminds.
#[server(endpoint = "reminder/steps")]
pub(crate) async fn settle_reminder_steps(
    base: String,
    version: String,
    #[server(default)] before: String,
    #[server(default)] after: String,
    #[server(default)] operator: String,
    #[server(default)] bureau: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = StepsText { before, after, operator, bureau };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("reminder.steps", key, &(of.id, seen, &typed));
        let settled = store::settle_steps(&request.store, &manager, &typed, seen, intent).await;
        settled.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{base}/reminders?done=saved"))
    };
    let outcome = outcome.await;
    answer("reminder_steps", &typed, outcome).await
}

/// The operator reminds everybody who is late with a kind of thing. `record`: the month or the occasion, where the list
/// is of one. `show`: what the list was narrowed to.
#[server(endpoint = "reminder/now")]
pub(crate) async fn remind_silent(
    base: String,
    kind: String,
    #[server(default)] record: String,
    #[server(default)] show: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let kind = Kind::from_code(&kind).ok_or(AppError::NotFound)?;
        let intent = Intent::new("reminder.now", key, &(of.id, kind, &record));
        let late = (kind, one_of(&record));
        let ran = store::remind_now(&request.store, &manager, late, request.channels(), intent).await?;
        Ok(after(ran, &list_of(&base, kind, &record, &show)))
    };
    let outcome = outcome.await;
    answer("reminder_now", &(), outcome).await
}

/// The bureau reminds the operator's team of a kind of thing that the base itself is late with. `record`: the week or the
/// month, where it is of one.
#[server(endpoint = "reminder/base")]
pub(crate) async fn remind_base(
    base: String,
    kind: String,
    #[server(default)] record: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let of = request.base(&base).await?;
        let bureau = request.asker()?.bureau(of.id)?;
        let kind = Kind::from_code(&kind).ok_or(AppError::NotFound)?;
        let intent = Intent::new("reminder.base", key, &(of.id, kind, &record));
        let late = (kind, one_of(&record));
        let ran = store::remind_base(&request.store, &bureau, late, request.channels(), intent).await?;
        Ok(after(ran, &list_of_base(&base, kind, &record)))
    };
    let outcome = outcome.await;
    answer("reminder_now", &(), outcome).await
}

/// The week, month or occasion that a form names.
fn one_of(record: &str) -> Option<&str> {
    Some(record).filter(|record| !record.is_empty())
}

/// The list again, with whether anybody was told.
fn after(ran: Ran, list: &str) -> String {
    with_parameter(list, "done", if ran.digests > 0 { "reminded" } else { "reminded-before" })
}

/// The list from which it is asked for, narrowed as it was.
fn list_of(base: &str, kind: Kind, record: &str, show: &str) -> String {
    let list = match kind {
        Kind::WeeklyReport => "reports?show=silent".to_owned(),
        Kind::MonthlyPlan => format!("plans?month={record}"),
        Kind::MonthResult => format!("plans?month={record}&show=overdue"),
        Kind::SelfScore | Kind::Score | Kind::Check | Kind::Objection => format!("assessments/{record}"),
        Kind::Targets => format!("targets?year={record}"),
        Kind::Rectification => "rectifications?show=overdue".to_owned(),
        Kind::Service if show == "overdue" => "services?show=overdue".to_owned(),
        Kind::Service => "services".to_owned(),
        Kind::Instruction => "instructions".to_owned(),
        Kind::FollowUp => "follow-ups?show=overdue".to_owned(),
        Kind::Confirmation => "follow-ups?show=filed".to_owned(),
    };
    format!("/b/{base}/{list}")
}

/// The list from which the bureau asks for what is the base's own.
fn list_of_base(base: &str, kind: Kind, record: &str) -> String {
    match kind {
        Kind::WeeklyReport => format!("/b/{base}/base-reports"),
        Kind::Rectification => format!("/b/{base}/rectifications?of=base&show=overdue"),
        _ => list_of(base, kind, record, ""),
    }
}
