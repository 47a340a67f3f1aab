//! What the forms of this area call.

use hatchboard::{
    base::{
        FoundingFault, FoundingText,
        settings::{
            SettingsFault, SettingsText,
            store::{SettingsError, change},
        },
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

/// The bureau settles who decides on objections to its base's sheet.
#[server(endpoint = "base/settings")]
pub async fn change_settings(
    base: String,
    version: String,
    #[server(default)] superior: String,
    #[server(default)] deputy: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = SettingsText { superior, deputy };
    let outcome = async {
        let of = request.base(&base).await?;
        let officer = request.asker()?.bureau(of.id)?;
        let seen = version.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("base.settings", key, &(&base, &version, &typed));
        let changed = change(&request.store, &officer, &typed, seen, intent).await;
        changed.map_err(|error| not_settled(error, request.language))?;
        Ok(format!("/b/{base}/settings?done=saved"))
    };
    let outcome = outcome.await;
    answer("base_settings", &typed, outcome).await
}

fn not_settled(error: SettingsError, language: Language) -> AppError {
    match error {
        SettingsError::Store(error) => error.into(),
        SettingsError::Invalid(problems) => AppError::Invalid(
            problems
                .into_iter()
                .map(|problem| FieldProblem {
                    field: problem.field.code().to_owned(),
                    words: match problem.fault {
                        SettingsFault::NoOfficer => words::no_officer(language),
                        SettingsFault::WithoutSuperior => words::without_superior(language),
                        SettingsFault::SamePerson => words::same_person(language),
                    }
                    .to_owned(),
                })
                .collect(),
        ),
    }
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
