use axum::{Extension, extract::Path, response::Response};
use hatchboard::workbook::store;

use super::{problem::told, words};
use crate::{base::At, error::AppError, plain, plain_routes::PlainRoutes, request::Request, workbook::attachment};

const MEDIA_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// `GET /b/{base}/workbooks/{workbook}/file`: for whoever asked for it.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/workbooks/{workbook}/file", workbook)
}

async fn workbook(Extension(request): Extension<Request>, Path((base, id)): Path<(String, String)>) -> Response {
    match find(&request, &base, &id).await {
        Ok((name, contents)) => attachment(&name, MEDIA_TYPE, contents),
        Err(error) => plain::refusal(&request, &error),
    }
}

async fn find(request: &Request, base: &str, id: &str) -> Result<(String, Vec<u8>), AppError> {
    let at = At::of(request.clone(), base).await?;
    let (language, id) = (at.language(), id.parse().map_err(|_| AppError::NotFound)?);
    let found = store::file(&request.store, &request.files, &at.reader, id).await;
    let (job, contents) = found.map_err(|error| told(error, language))?;
    Ok((format!("{}-{}-{}.xlsx", words::title(language), at.base.name, job.quarter), contents.into()))
}
