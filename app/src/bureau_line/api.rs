//! What the forms of letters call.

use hatchboard::{
    bureau_line::{
        LetterText,
        store::{self, Seen},
    },
    evidence::store::Prepared,
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::problem::told;
use crate::{
    error::AppError,
    form::{answer, with_parameter},
    request::Request,
    upload::Uploaded,
};

/// What forms with words alone show again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct SaidTyped {
    pub words: String,
}

/// An organisation writes to the bureau. A file may come with it.
#[server(input = MultipartFormData, endpoint = "bureau_line/send")]
pub(crate) async fn send_letter(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = LetterText::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        typed = LetterText { kind: sent.get("kind").to_owned(), words: sent.get("words").to_owned() };
        let organisation = id(sent.get("organisation"))?;
        let member = asker.apart(organisation)?;
        let file = sent.prepared(&request, member.base()).await?;
        let about = (organisation, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("bureau_line.send", sent.get("key"), &about);
        let letter = store::send(&request.store, &member, &typed, file.as_ref(), intent).await;
        let letter = letter.map_err(|error| told(error, request.language))?;
        Ok(format!("/o/{organisation}/letters/{letter}?done=sent"))
    };
    let outcome = outcome.await;
    answer("letter", &typed, outcome).await
}

/// The organisation says more. A file may come with it.
#[server(input = MultipartFormData, endpoint = "bureau_line/ask")]
pub(crate) async fn ask_bureau(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let mut typed = SaidTyped::default();
    let outcome = async {
        let asker = request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        sent.get("words").clone_into(&mut typed.words);
        let member = asker.apart(id(sent.get("organisation"))?)?;
        let letter = id(sent.get("letter"))?;
        let file = sent.prepared(&request, member.base()).await?;
        let about = (letter, &typed, file.as_ref().map(Prepared::digest));
        let intent = Intent::new("bureau_line.ask", sent.get("key"), &about);
        let said = store::ask_again(&request.store, &member, letter, &typed.words, file.as_ref(), intent).await;
        said.map_err(|error| told(error, request.language))?;
        Ok(with_parameter(&request.referer, "done", "sent"))
    };
    let outcome = outcome.await;
    answer("letter_ask", &typed, outcome).await
}

/// The bureau answers a letter, with a file where it has one, or closes it with its result. `act`: `answer` or `close`.
#[server(input = MultipartFormData, endpoint = "bureau_line/answer")]
pub(crate) async fn answer_letter(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let (mut typed, mut form) = (SaidTyped::default(), "letter_answer");
    let outcome = async {
        request.asker()?;
        let sent = Uploaded::with_words(data).await?;
        sent.get("words").clone_into(&mut typed.words);
        let act = sent.get("act");
        if act == "close" {
            form = "letter_close";
        }
        let of = request.base(sent.get("base")).await?;
        let officer = request.asker()?.supervisor(of.id)?.officer()?;
        let row_version: i32 = sent.get("version").parse().map_err(|_| AppError::NotFound)?;
        let seen = Seen { letter: id(sent.get("letter"))?, row_version };
        let file = if act == "answer" { sent.prepared(&request, of.id).await? } else { None };
        let about = (seen.letter, row_version, &typed, file.as_ref().map(Prepared::digest));
        let intent = |operation| Intent::new(operation, sent.get("key"), &about);
        let (store, said) = (&request.store, typed.words.as_str());
        let (done, code) = match act {
            "answer" => {
                let intent = intent("bureau_line.answer");
                (store::answer(store, &officer, seen, said, file.as_ref(), intent).await, "sent")
            }
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
