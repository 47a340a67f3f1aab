//! What the forms of scorecards call.

use hatchboard::{
    access::CardKeeper,
    assessment::{
        CardText, HeadText, Kind, SectionText, VetoText,
        exchange::MOST_BYTES,
        read_card,
        store::card::{self, Saved, Upload},
    },
    store::Intent,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};

use super::{
    change::Act,
    problem::{no_file, told},
};
use crate::{error::AppError, form::answer, request::Request, upload::Uploaded};

/// What the form of a publication shows again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ReasonTyped {
    pub reason: String,
}

/// Begins the next version with what is in force.
#[server(endpoint = "scorecard/begin")]
pub(crate) async fn begin_card(base: String, kind: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (keeper, kind) = keeper(&request, &base, &kind).await?;
        let intent = Intent::new("scorecard.begin", key, &kind);
        let begun = card::begin(&request.store, &keeper, kind, intent).await;
        begun.map_err(|error| told(error, request.language))?;
        Ok(format!("{}/edit", page_of(&base, kind)))
    };
    answer("card_step", &(), outcome.await).await
}

/// Keeps a draft, with one row more or less. `act`: see [`Act`].
#[server(endpoint = "scorecard/save")]
pub(crate) async fn save_card(
    base: String,
    kind: String,
    version: String,
    #[server(default)] head: HeadText,
    #[server(default)] sections: Vec<SectionText>,
    #[server(default)] vetoes: Vec<VetoText>,
    #[server(default)] act: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = CardText { head, sections, vetoes };
    let outcome = async {
        let (keeper, kind) = keeper(&request, &base, &kind).await?;
        let act = Act::of(&act);
        let text = act.on(typed.clone());
        let anchor = act.anchor(&text);
        let passes = read_card(kind, &text).is_ok();
        let seen = version.parse().unwrap_or(0);
        let saved = card::save(&request.store, &keeper, kind, text, seen).await;
        match saved.map_err(|error| told(error, request.language))? {
            Saved::Stale { .. } => Err(AppError::Stale),
            Saved::Kept { .. } => Ok(match act {
                Act::Check if passes => format!("{}?done=saved#draft", page_of(&base, kind)),
                Act::Check => format!("{}/edit?check=1", page_of(&base, kind)),
                Act::Save => format!("{}/edit?done=saved", page_of(&base, kind)),
                _ => format!("{}/edit?done=saved#{anchor}", page_of(&base, kind)),
            }),
        }
    };
    let outcome = outcome.await;
    answer("card", &typed, outcome).await
}

/// Puts the draft in force.
#[server(endpoint = "scorecard/publish")]
pub(crate) async fn publish_card(
    base: String,
    kind: String,
    version: String,
    #[server(default)] reason: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = ReasonTyped { reason };
    let outcome = async {
        let (keeper, kind) = keeper(&request, &base, &kind).await?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("scorecard.publish", key, &(kind, seen, &typed));
        let published = card::publish(&request.store, &keeper, kind, seen, &typed.reason, intent).await;
        published.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=published", page_of(&base, kind)))
    };
    let outcome = outcome.await;
    answer("card_publish", &typed, outcome).await
}

/// Gives the draft up.
#[server(endpoint = "scorecard/drop")]
pub(crate) async fn drop_card(base: String, kind: String, version: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (keeper, kind) = keeper(&request, &base, &kind).await?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("scorecard.drop", key, &(kind, seen));
        let dropped = card::drop_draft(&request.store, &keeper, kind, seen, intent).await;
        dropped.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=removed", page_of(&base, kind)))
    };
    answer("card_step", &(), outcome.await).await
}

/// Makes a draft of a file. `version` is that of the draft that it takes the place of; blank for none.
#[server(endpoint = "scorecard/upload", input = MultipartFormData)]
pub(crate) async fn upload_card(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        request.asker()?;
        // A little more than a card may have, so that a file that is too large is told in its own words.
        let uploaded = Uploaded::read(data, MOST_BYTES + 1).await?;
        let base = uploaded.get("base").to_owned();
        let (keeper, kind) = keeper(&request, &base, uploaded.get("kind")).await?;
        let seen = match uploaded.get("version") {
            "" => None,
            version => Some(version.parse().map_err(|_| AppError::NotFound)?),
        };
        let key = uploaded.get("key").to_owned();
        let (name, contents) = uploaded.file.ok_or_else(|| no_file(request.language))?;
        let intent = Intent::new("scorecard.upload", key, &(kind, &name, &contents));
        let file = Upload { name, contents, seen };
        let made = card::upload(&request.store, &keeper, kind, file, intent).await;
        made.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=uploaded#draft", page_of(&base, kind)))
    };
    answer("card_upload", &(), outcome.await).await
}

/// Whoever writes the card.
async fn keeper(request: &Request, base: &str, kind: &str) -> Result<(CardKeeper, Kind), AppError> {
    let of = request.base(base).await?;
    let keeper = request.asker()?.card_keeper(of.id)?;
    Ok((keeper, Kind::from_code(kind).ok_or(AppError::NotFound)?))
}

fn page_of(base: &str, kind: Kind) -> String {
    format!("/b/{base}/scorecards/{kind}")
}
