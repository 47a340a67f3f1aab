//! What the forms of this area call.

use hatchboard::{
    incubation::{
        Action, Decision, Entry, EntryText, StepAsked, StepText,
        store::{begin, change, decide, propose, withdraw},
    },
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::problem::{entry, steps, told};
use crate::{base::frame::managed, error::AppError, form::answer, request::Request};

/// A step as typed, with what it is about.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct StepTyped {
    pub base: String,
    pub incubation: String,
    /// The version that the form was filled from.
    pub version: String,
    #[serde(flatten)]
    pub step: StepText,
}

/// Takes a step, or proposes it where the bureau has to confirm it. For the operator, and for the bureau as far
/// as a step is theirs.
#[server(endpoint = "incubation/step")]
pub async fn take_step(#[server(flatten)] typed: StepTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let base = request.base(&typed.base).await?;
        let overseer = request.asker()?.overseer(base.id)?;
        let (incubation, seen) = (id(&typed.incubation)?, version(&typed.version)?);
        let asked = StepAsked::judge(&typed.step, base.day(request.now));
        let asked = asked.map_err(|problems| steps(&problems, request.language))?;
        let intent = Intent::new("incubation.step", key, &typed);
        let (organisation, done) = if asked.action.needs_confirmation() {
            let manager = request.asker()?.manager(base.id)?;
            (propose(&request.store, &manager, incubation, seen, &asked, intent).await, "proposed")
        } else {
            (change(&request.store, &overseer, incubation, seen, &asked, intent).await, "saved")
        };
        let organisation = organisation.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{}/organisations/{organisation}?done={done}", base.slug))
    };
    let outcome = outcome.await;
    answer("step", &typed, outcome).await
}

/// An admission as typed, with whose it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct BeginTyped {
    pub base: String,
    pub organisation: String,
    #[serde(default)]
    pub reason: String,
    #[serde(flatten)]
    pub entry: EntryText,
}

/// Records an admission of an organisation whose file is there already.
#[server(endpoint = "incubation/begin")]
pub async fn begin_incubation(#[server(flatten)] typed: BeginTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (base, manager) = managed(&request, &typed.base).await?;
        let organisation = id(&typed.organisation)?;
        let judged = Entry::judge(&typed.entry, base.day(request.now));
        let judged = judged.map_err(|problems| AppError::Invalid(entry(&problems, request.language)))?;
        let Some(judged) = judged else {
            // Nothing was filled in: the form says what it needs.
            let empty = EntryText { mode: " ".to_owned(), stage: "incubating".to_owned(), ..EntryText::default() };
            let problems = Entry::judge(&empty, base.day(request.now)).err().unwrap_or_default();
            return Err(AppError::Invalid(entry(&problems, request.language)));
        };
        let intent = Intent::new("incubation.begin", key, &typed);
        let begun = begin(&request.store, &manager, organisation, &judged, typed.reason.trim(), intent).await;
        begun.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{}/organisations/{organisation}?done=saved", base.slug))
    };
    let outcome = outcome.await;
    answer("begin-incubation", &typed, outcome).await
}

/// The bureau's word on a proposal.
#[server(endpoint = "incubation/decide")]
pub async fn decide_proposal(
    base: String,
    proposal: String,
    version: String,
    decision: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let base = request.base(&base).await?;
        let bureau = request.asker()?.bureau(base.id)?;
        let decision: Decision = decision.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("incubation.decide", key, &(&proposal, &version, decision, &reason));
        let (proposal, seen) = (id(&proposal)?, self::version(&version)?);
        let decided = decide(&request.store, &bureau, proposal, seen, decision, reason.trim(), intent).await;
        decided.map_err(|error| told(error, request.language))?;
        let done = if decision == Decision::Confirm { "confirmed" } else { "declined" };
        Ok(format!("/b/{}/proposals?done={done}", base.slug))
    };
    let outcome = outcome.await;
    answer("decide-proposal", &(&proposal, &reason), outcome).await
}

#[server(endpoint = "incubation/withdraw")]
pub async fn withdraw_proposal(base: String, proposal: String, version: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (base, manager) = managed(&request, &base).await?;
        let intent = Intent::new("incubation.withdraw", key, &(&proposal, &version));
        let (proposal, seen) = (id(&proposal)?, self::version(&version)?);
        let organisation = withdraw(&request.store, &manager, proposal, seen, intent).await;
        let organisation = organisation.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{}/organisations/{organisation}?done=revoked", base.slug))
    };
    answer("withdraw-proposal", &(), outcome.await).await
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

/// A form whose version was tampered with is as stale as one can be.
fn version(text: &str) -> Result<i32, AppError> {
    text.parse().map_err(|_| AppError::Stale)
}

/// The steps that the pages offer, in the order of a form.
pub(super) const OFFERED: [Action; 11] = {
    use hatchboard::incubation::ExitCause;
    [
        Action::Rectify,
        Action::ResolveRectification,
        Action::Suspend,
        Action::Resume,
        Action::ResumeRectifying,
        Action::OpenExitReview,
        Action::Hatch,
        Action::Exit(ExitCause::Voluntary),
        Action::Exit(ExitCause::Advised),
        Action::Exit(ExitCause::Forced),
        Action::Exit(ExitCause::Dissolved),
    ]
};
