//! Letters as files.

use axum::{Extension, extract::Path, response::Response};
use uuid::Uuid;

use super::{docx, objection, paper::Printed, rectification, result, side::Side};
use crate::{error::AppError, plain, plain_routes::PlainRoutes, request::Request};

/// `letter.docx` beside the page of each letter.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/print/results/{quarter}/{subject}/letter.docx", results)
        .get("/o/{organisation}/print/results/{quarter}/letter.docx", our_results)
        .get("/b/{base}/print/objections/{quarter}/{subject}/letter.docx", objections)
        .get("/o/{organisation}/print/objections/{quarter}/letter.docx", our_objections)
        .get("/b/{base}/print/rectifications/{rectification}/letter.docx", rectifications)
        .get("/o/{organisation}/print/rectifications/{rectification}/letter.docx", our_rectifications)
}

fn served(request: &Request, made: Result<Printed, AppError>) -> Response {
    let file = made.and_then(|Printed { paper, .. }| {
        docx::served(&paper, &paper.title).map_err(|error| AppError::unknown(&error))
    });
    file.unwrap_or_else(|error| plain::refusal(request, &error))
}

async fn results(
    Extension(request): Extension<Request>,
    Path((base, quarter, subject)): Path<(String, String, String)>,
) -> Response {
    let made = async {
        let side = Side::of_base(request.clone(), &base).await?;
        result::of(&side, &subject, quarter.parse().map_err(|_| AppError::NotFound)?).await
    };
    served(&request, made.await)
}

async fn our_results(
    Extension(request): Extension<Request>,
    Path((organisation, quarter)): Path<(Uuid, String)>,
) -> Response {
    let made = async {
        let side = Side::own(request.clone(), organisation).await?;
        result::of(&side, "", quarter.parse().map_err(|_| AppError::NotFound)?).await
    };
    served(&request, made.await)
}

async fn objections(
    Extension(request): Extension<Request>,
    Path((base, quarter, subject)): Path<(String, String, String)>,
) -> Response {
    let made = async {
        let side = Side::of_base(request.clone(), &base).await?;
        objection::of(&side, &subject, quarter.parse().map_err(|_| AppError::NotFound)?).await
    };
    served(&request, made.await)
}

async fn our_objections(
    Extension(request): Extension<Request>,
    Path((organisation, quarter)): Path<(Uuid, String)>,
) -> Response {
    let made = async {
        let side = Side::own(request.clone(), organisation).await?;
        objection::of(&side, "", quarter.parse().map_err(|_| AppError::NotFound)?).await
    };
    served(&request, made.await)
}

async fn rectifications(Extension(request): Extension<Request>, Path((base, id)): Path<(String, Uuid)>) -> Response {
    let made = async { rectification::of(&Side::of_base(request.clone(), &base).await?, id).await };
    served(&request, made.await)
}

async fn our_rectifications(
    Extension(request): Extension<Request>,
    Path((organisation, id)): Path<(Uuid, Uuid)>,
) -> Response {
    let made = async { rectification::of(&Side::own(request.clone(), organisation).await?, id).await };
    served(&request, made.await)
}
