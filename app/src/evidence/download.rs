//! Handing out files to whoever may read the record that they belong to.

use axum::{
    Extension,
    extract::Path,
    response::{IntoResponse, Response},
};
use hatchboard::{
    access::{Asker, Member, Membership, Role, Scope, Supervisor},
    evidence::{
        EvidenceError,
        store::{Form, Opened, Past, open, open_past_operator},
    },
};
use http::{HeaderValue, header};
use uuid::Uuid;

use crate::{error::AppError, plain, plain_routes::PlainRoutes, request::Request};

/// `GET /files/{id}` downloads, `GET /files/{id}/thumbnail` shows a picture.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/files/{id}", whole).get("/files/{id}/thumbnail", thumbnail)
}

async fn whole(request: Extension<Request>, id: Path<String>) -> Response {
    answer(&request, &id, Form::Whole).await
}

async fn thumbnail(request: Extension<Request>, id: Path<String>) -> Response {
    answer(&request, &id, Form::Thumbnail).await
}

async fn answer(request: &Request, id: &str, form: Form) -> Response {
    match find(request, id, form).await {
        Ok(file) => served(file, form),
        Err(error) => plain::refusal(request, &error),
    }
}

/// A file's base is not in its link, so each of the asker's places is asked; a file out of sight is not there.
async fn find(request: &Request, id: &str, form: Form) -> Result<Opened, AppError> {
    let asker = request.asker()?;
    let id: Uuid = id.parse().map_err(|_| AppError::NotFound)?;
    for scope in scopes(asker) {
        if let Some(file) = found(open(&request.store, &request.files, scope, id, form).await)? {
            return Ok(file);
        }
    }
    for (member, supervisor) in past_operator(asker) {
        let reader = match (&member, &supervisor) {
            (Some(member), _) => Past::Organisation(member),
            (None, Some(supervisor)) => Past::Supervisor(supervisor),
            (None, None) => continue,
        };
        if let Some(file) = found(open_past_operator(&request.store, &request.files, reader, id, form).await)? {
            return Ok(file);
        }
    }
    Err(AppError::NotFound)
}

fn found(opened: Result<Opened, EvidenceError>) -> Result<Option<Opened>, AppError> {
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(EvidenceError::NotFound) => Ok(None),
        Err(EvidenceError::Store(error)) => Err(error.into()),
        Err(error) => Err(AppError::unknown(&error)),
    }
}

/// As what the asker has a part in letters past the operator: in none where they are of its team.
fn past_operator(asker: &Asker) -> Vec<(Option<Member>, Option<Supervisor>)> {
    let of = |own: &Membership| match own.organisation {
        Some(organisation) => (asker.apart(organisation).ok(), None),
        None => (None, asker.supervisor(own.base).ok()),
    };
    asker.memberships().iter().map(of).collect()
}

/// What the asker may read, a base as a whole before its organisations.
fn scopes(asker: &Asker) -> Vec<Scope> {
    let of_bases = asker.memberships().iter().filter(|own| own.role != Role::Organisation);
    let of_organisations = asker.memberships().iter().filter_map(|own| own.organisation);
    let mut scopes: Vec<Scope> = of_bases.filter_map(|own| Some(Scope::from(&asker.reader(own.base).ok()?))).collect();
    scopes.extend(of_organisations.filter_map(|id| Some(Scope::from(&asker.member(id).ok()?))));
    scopes.dedup();
    scopes
}

/// Never run and never sniffed. Only a thumbnail, which this program has drawn itself, is shown in place.
fn served(file: Opened, form: Form) -> Response {
    // Whoever uses the device next finds no paper of somebody else's in its browser. A small picture is shown again and
    // again, so it is kept for a while by the session that has seen it.
    let (disposition, kept) = match form {
        Form::Whole => (format!("attachment; filename*=UTF-8''{}", encoded(&file.name)), "no-store"),
        Form::Thumbnail => ("inline".to_owned(), "private, max-age=3600"),
    };
    let mut response = file.contents.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.media_type));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::VARY, HeaderValue::from_static("cookie"));
    if let Ok(disposition) = HeaderValue::from_str(&disposition) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

/// By RFC 8187: everything but letters, digits and a few signs in hexadecimal.
fn encoded(name: &str) -> String {
    use std::fmt::Write;
    name.bytes().fold(String::new(), |mut text, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_any_script_survives_the_header() {
        assert_eq!(encoded("合影 1.jpg"), "%E5%90%88%E5%BD%B1%201.jpg");
        assert_eq!(encoded("a\"\r\nX: y"), "a%22%0D%0AX%3A%20y");
    }

    #[test]
    fn a_file_is_downloaded_and_a_thumbnail_is_shown() {
        let file = || Opened { name: "x.pdf".into(), media_type: "application/pdf", contents: bytes::Bytes::new() };
        let told = |form, name: header::HeaderName| served(file(), form).headers()[name].clone();
        assert_eq!(told(Form::Whole, header::CONTENT_DISPOSITION), "attachment; filename*=UTF-8''x.pdf");
        assert_eq!(told(Form::Thumbnail, header::CONTENT_DISPOSITION), "inline");
        assert_eq!(told(Form::Whole, header::CACHE_CONTROL), "no-store", "nor is it kept");
    }
}
