//! Where the browser sends the words of a draft while somebody writes.

use axum::{
    Extension, Json,
    extract::{DefaultBodyLimit, Path, rejection::JsonRejection},
    response::{IntoResponse, Response},
};
use hatchboard::{
    period::Week,
    weekly_report::store::draft::{Saved, save},
};
use http::StatusCode;
use uuid::Uuid;

use super::{
    Author, Whose, fault,
    keeper::wire::{Kept, Words},
    sheet::without_blank_rows,
};
use crate::{error::AppError, plain, plain_routes::PlainRoutes, request::Request, ui::time::clock};

type Sent = Result<Json<Words>, JsonRejection>;

pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .post("/api/weekly_report/draft/o/{organisation}/{week}", own)
        .post("/api/weekly_report/draft/b/{base}/{week}", of_base)
        .post("/api/weekly_report/draft/b/{base}/o/{organisation}/{week}", on_behalf)
        .with_bodies(DefaultBodyLimit::max(1 << 20))
}

async fn own(request: Extension<Request>, Path((organisation, week)): Path<(Uuid, String)>, sent: Sent) -> Response {
    answer(request, Whose::Own(organisation), &week, sent).await
}

async fn of_base(request: Extension<Request>, Path((base, week)): Path<(String, String)>, sent: Sent) -> Response {
    answer(request, Whose::Base(base), &week, sent).await
}

async fn on_behalf(
    request: Extension<Request>,
    Path((base, organisation, week)): Path<(String, Uuid, String)>,
    sent: Sent,
) -> Response {
    answer(request, Whose::OnBehalf { base, organisation }, &week, sent).await
}

async fn answer(Extension(request): Extension<Request>, whose: Whose, week: &str, sent: Sent) -> Response {
    match keep(&request, whose, week, sent).await {
        Ok(kept @ Kept::Saved { .. }) => Json(kept).into_response(),
        Ok(kept @ Kept::Newer { .. }) => (StatusCode::CONFLICT, Json(kept)).into_response(),
        Err(error) => plain::refusal(&request, &error),
    }
}

async fn keep(request: &Request, whose: Whose, week: &str, sent: Sent) -> Result<Kept, AppError> {
    let author = Author::find(request, whose).await?;
    let week: Week = week.parse().map_err(|_| AppError::NotFound)?;
    let Json(Words { version, draft }) = sent.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => AppError::TooLarge,
        _ => AppError::Transport(rejection.body_text()),
    })?;
    let told = |error| fault::told(request.language, error);
    let draft = without_blank_rows(draft);
    let saved = save(&request.store, &author.subject, week, &draft, version).await.map_err(told)?;
    Ok(match saved {
        Saved::Kept { version, at } => Kept::Saved { version, at: clock(at, author.base.zone) },
        Saved::Stale(stale) => {
            let draft = Box::new(without_blank_rows(stale.theirs));
            Kept::Newer { version: stale.version, draft, by: stale.theirs_by }
        }
    })
}
