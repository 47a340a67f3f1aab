//! What the forms of workbooks call.

use hatchboard::{store::Intent, workbook::store};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::problem::told;
use crate::{base::At, error::AppError, form::answer, request::Request};

/// What was chosen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) quarter: String,
}

/// Whoever reads a base asks for the workbook of a quarter.
#[server(endpoint = "workbook/ask")]
pub(crate) async fn ask_for_workbook(
    base: String,
    #[server(default)] quarter: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let typed = Asked { quarter };
    let outcome = async {
        let at = At::of(request.clone(), &base).await?;
        let language = at.language();
        let intent = Intent::new("workbook.ask", key, &(&base, &typed));
        let asked = store::ask(&request.store, &at.reader, &typed.quarter, language.tag(), intent).await;
        asked.map_err(|error| told(error, language))?;
        Ok(at.path("/workbooks"))
    };
    let outcome = outcome.await;
    answer("workbook", &typed, outcome).await
}

/// Whoever asked for a workbook takes it back.
#[server(endpoint = "workbook/cancel")]
pub(crate) async fn cancel_workbook(base: String, workbook: String, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let at = At::of(request.clone(), &base).await?;
        let id = workbook.parse().map_err(|_| AppError::NotFound)?;
        let intent = Intent::new("workbook.cancel", key, &(&base, &workbook));
        let cancelled = store::cancel(&request.store, &at.reader, id, intent).await;
        cancelled.map_err(|error| told(error, at.language()))?;
        Ok(at.path("/workbooks?done=revoked"))
    };
    let outcome = outcome.await;
    answer("workbook", &Asked::default(), outcome).await
}
