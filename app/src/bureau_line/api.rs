//! What the forms of letters call.

use hatchboard::{
    bureau_line::{
        LetterText,
        store::{self, Seen},
    },
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::problem::told;
use crate::{
    error::AppError,
    form::{answer, with_parameter},
    request::Request,
};

/// What forms with words alone show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub words: String,
}

/// An organisation writes to the bureau.
#[server(endpoint = "bureau_line/send")]
pub(crate) async fn send_letter(
    organisation: String,
    #[server(default)] kind: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = LetterText { kind, words };
    let outcome = async {
        let member = request.asker()?.apart(id(&organisation)?)?;
        let intent = Intent::new("bureau_line.send", key, &(&organisation, &typed));
        let sent = store::send(&request.store, &member, &typed, intent).await;
        let letter = sent.map_err(|error| told(error, request.language))?;
        Ok(format!("/o/{organisation}/letters/{letter}?done=sent"))
    };
    let outcome = outcome.await;
    answer("letter", &typed, outcome).await
}

/// The organisation says more.
#[server(endpoint = "bureau_line/ask")]
pub(crate) async fn ask_bureau(
    organisation: String,
    letter: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { words };
    let outcome = async {
        let member = request.asker()?.apart(id(&organisation)?)?;
        let intent = Intent::new("bureau_line.ask", key, &(&letter, &typed));
        let said = store::ask_again(&request.store, &member, id(&letter)?, &typed.words, intent).await;
        said.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", "sent"))
    };
    let outcome = outcome.await;
    answer("letter_ask", &typed, outcome).await
}

/// The bureau answers a letter, or closes it with its result. `act`: `answer` or `close`.
#[server(endpoint = "bureau_line/answer")]
pub(crate) async fn answer_letter(
    base: String,
    letter: String,
    version: String,
    act: String,
    #[server(default)] words: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SaidTyped { words };
    let form = if act == "close" { "letter_close" } else { "letter_answer" };
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.supervisor(of.id)?.officer()?;
        let row_version = version.parse().map_err(|_| AppError::NotFound)?;
        let seen = Seen { letter: id(&letter)?, row_version };
        let intent = |operation| Intent::new(operation, key.clone(), &(&letter, &version, &typed));
        let (store, said) = (&request.store, typed.words.as_str());
        let (done, code) = match act.as_str() {
            "answer" => (store::answer(store, &officer, seen, said, intent("bureau_line.answer")).await, "sent"),
            "close" => (store::close(store, &officer, seen, said, intent("bureau_line.close")).await, "closed"),
            _ => return Err(AppError::NotFound),
        };
        done.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", code))
    };
    let outcome = outcome.await;
    answer(form, &typed, outcome).await
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}
