//! What the forms of the import call.

use hatchboard::{
    organisation::{
        import::{ImportRefusal, gate::MOST_BYTES},
        store::{ImportError, confirm, preview},
    },
    store::Intent,
};
use leptos::prelude::*;
use server_fn::codec::{MultipartData, MultipartFormData};

use super::import_words as words;
use crate::{
    base::frame::managed,
    error::{AppError, FieldProblem, Refusal},
    form::answer,
    request::Request,
    upload::Uploaded,
};

/// Reads a workbook and leads to its preview; writes no organisation.
#[server(endpoint = "registry/upload", input = MultipartFormData)]
pub async fn upload_register(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        request.asker()?;
        // A little more than a workbook may have, so that one that is too large is told in its own words.
        let uploaded = Uploaded::read(data, MOST_BYTES + 1).await?;
        let (base, manager) = managed(&request, uploaded.get("base")).await?;
        let key = uploaded.get("key").to_owned();
        let Some((name, contents)) = uploaded.file else {
            let words = words::no_file(request.language).to_owned();
            return Err(AppError::Invalid(vec![FieldProblem { field: "file".to_owned(), words }]));
        };
        let intent = Intent::new("registry.upload", key, &(&name, contents.len()));
        let id = preview(&request.store, &manager, &name, contents, intent).await.map_err(told)?;
        Ok(format!("/b/{}/import/{id}", base.slug))
    };
    answer("register", &(), outcome.await).await
}

/// Writes what a preview has shown.
#[server(endpoint = "registry/confirm")]
pub async fn confirm_import(base: String, import: String, shown: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (base, manager) = managed(&request, &base).await?;
        let id = import.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("registry.confirm", key, &(id, &shown));
        confirm(&request.store, &manager, id, &shown, intent).await.map_err(told)?;
        Ok(format!("/b/{}/import/{id}?done=imported", base.slug))
    };
    answer("confirm-import", &(), outcome.await).await
}

pub(super) fn told(error: ImportError) -> AppError {
    match error {
        ImportError::Store(error) => error.into(),
        ImportError::Refused(refusal) => AppError::Refused(refused(&refusal)),
        ImportError::NotFound => AppError::NotFound,
        ImportError::Settled => AppError::Refused(Refusal::ImportSettled),
        ImportError::History(error) => AppError::unknown(&error),
        ImportError::Workbook(error) => AppError::unknown(&error),
    }
}

/// Why a workbook is not read, for whoever uploaded it.
pub(crate) fn refused(refusal: &ImportRefusal) -> Refusal {
    match refusal {
        ImportRefusal::NotAWorkbook(_) | ImportRefusal::Damaged(_) | ImportRefusal::UnsafePartName => {
            Refusal::NotAWorkbook
        }
        ImportRefusal::LegacyWorkbook => Refusal::LegacyWorkbook,
        ImportRefusal::Encrypted => Refusal::WorkbookEncrypted,
        ImportRefusal::NoRegister => Refusal::NoHeaderRow,
        ImportRefusal::TooLarge(_)
        | ImportRefusal::TooManyParts
        | ImportRefusal::UnpacksTooFar
        | ImportRefusal::TooManyRows
        | ImportRefusal::TooManyCells
        | ImportRefusal::TooMuchText => Refusal::WorkbookTooLarge,
    }
}
