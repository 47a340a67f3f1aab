//! What the forms of instructions call.

use hatchboard::{
    instruction::store::{self, NewInstruction},
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::problem::{told, without_a_day};
use crate::{error::AppError, form::answer, request::Request};

/// What the form of a new instruction shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct GivenTyped {
    pub(crate) title: String,
    pub(crate) details: String,
    pub(crate) owner: String,
    pub(crate) due_on: String,
}

/// What the forms of one instruction show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct SaidTyped {
    pub(crate) said: String,
}

/// By the bureau.
#[server(endpoint = "instruction/give")]
pub(crate) async fn give_instruction(
    base: String,
    #[server(default)] title: String,
    #[server(default)] details: String,
    #[server(default)] owner: String,
    #[server(default)] due_on: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = GivenTyped { title, details, owner, due_on };
    let outcome = async {
        let of = request.base(&base).await?;
        let bureau = request.asker()?.bureau(of.id)?;
        let new = read(&typed)?;
        let intent = Intent::new("instruction.give", key, &(of.id, &typed));
        let given = store::give(&request.store, &bureau, &new, intent).await;
        let id = given.map_err(|error| told(error, request.language, "details"))?;
        Ok(format!("/b/{base}/instructions/{id}?done=sent"))
    };
    let outcome = outcome.await;
    answer("instruction", &typed, outcome).await
}

fn read(typed: &GivenTyped) -> Result<NewInstruction, AppError> {
    let due_on = typed.due_on.trim().parse();
    let due_on = due_on.map_err(|_| without_a_day(Request::current().language, &typed.title, &typed.owner))?;
    let text = |typed: &String| typed.trim().to_owned();
    Ok(NewInstruction { title: text(&typed.title), words: text(&typed.details), owner: text(&typed.owner), due_on })
}

/// By the operator.
#[server(endpoint = "instruction/answer")]
pub(crate) async fn answer_instruction(
    base: String,
    id: String,
    version: String,
    #[server(default)] said: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { said };
    let outcome = async {
        let of = request.base(&base).await?;
        let manager = request.asker()?.manager(of.id)?;
        let (id, seen) = named(&id, &version)?;
        let intent = Intent::new("instruction.answer", key, &(id, seen, &typed));
        let done = store::answer(&request.store, &manager, id, seen, typed.said.trim(), intent).await;
        done.map_err(|error| told(error, request.language, "said"))?;
        Ok(format!("/b/{base}/instructions/{id}?done=sent"))
    };
    let outcome = outcome.await;
    answer("instruction_answer", &typed, outcome).await
}

/// By the bureau; a remark may be added.
#[server(endpoint = "instruction/close")]
pub(crate) async fn close_instruction(
    base: String,
    id: String,
    version: String,
    #[server(default)] said: String,
    key: String,
) -> Result<(), AppError> {
    let typed = SaidTyped { said };
    let outcome = decide(Decision::Close, &base, (&id, &version), &typed, key).await;
    answer("instruction_close", &typed, outcome).await
}

/// By the bureau, with a reason.
#[server(endpoint = "instruction/send_back")]
pub(crate) async fn send_back_instruction(
    base: String,
    id: String,
    version: String,
    #[server(default)] said: String,
    key: String,
) -> Result<(), AppError> {
    let typed = SaidTyped { said };
    let outcome = decide(Decision::SendBack, &base, (&id, &version), &typed, key).await;
    answer("instruction_send_back", &typed, outcome).await
}

/// What the bureau does with an answer.
#[derive(Debug, Clone, Copy)]
enum Decision {
    Close,
    SendBack,
}

/// Where it leads, once it has been done.
async fn decide(
    decision: Decision,
    base: &str,
    (id, version): (&str, &str),
    typed: &SaidTyped,
    key: String,
) -> Result<String, AppError> {
    let request = Request::current();
    let of = request.base(base).await?;
    let bureau = request.asker()?.bureau(of.id)?;
    let (id, seen) = named(id, version)?;
    let intent = |operation| Intent::new(operation, key, &(id, seen, typed));
    let (store, said) = (&request.store, typed.said.trim());
    let (done, code) = match decision {
        Decision::Close => (store::close(store, &bureau, id, seen, said, intent("instruction.close")).await, "closed"),
        Decision::SendBack => {
            (store::send_back(store, &bureau, id, seen, said, intent("instruction.send_back")).await, "returned")
        }
    };
    done.map_err(|error| told(error, request.language, "said"))?;
    Ok(format!("/b/{base}/instructions/{id}?done={code}"))
}

/// The instruction and the version of it that the form was made of.
fn named(id: &str, version: &str) -> Result<(Uuid, i32), AppError> {
    Ok((id.parse().map_err(|_| AppError::NotFound)?, version.parse().map_err(|_| AppError::NotFound)?))
}
