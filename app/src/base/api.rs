//! What the forms of this area call.

use hatchboard::{
    base::{
        FoundingFault, FoundingText,
        store::{FoundingError, found_from},
    },
    store::Intent,
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    error::{AppError, FieldProblem},
    form::answer,
    request::Request,
};

#[server(endpoint = "base/found")]
pub async fn found_base(#[server(flatten)] typed: FoundingText, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let admin = request.asker()?.admin()?;
        let intent = Intent::new("base.found", key, &typed);
        found_from(&request.store, &admin, &typed, intent).await.map_err(|error| told(error, request.language))?;
        Ok("/admin/bases?done=created".to_owned())
    };
    let outcome = outcome.await;
    answer("found-base", &typed, outcome).await
}

fn told(error: FoundingError, language: Language) -> AppError {
    match error {
        FoundingError::Store(error) => error.into(),
        FoundingError::Invalid(problems) => AppError::Invalid(
            problems
                .into_iter()
                .map(|problem| FieldProblem {
                    field: problem.field.code().to_owned(),
                    words: match problem.fault {
                        FoundingFault::Slug => words::wrong_slug(language),
                        FoundingFault::ShortCode => words::wrong_short_code(language),
                        FoundingFault::Name => words::wrong_name(language),
                        FoundingFault::Taken => words::taken(language),
                    }
                    .to_owned(),
                })
                .collect(),
        ),
    }
}
