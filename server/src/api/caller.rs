//! Who asks: the owner of the token that was sent, counted.

use std::sync::PoisonError;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono_tz::Tz;
use hatchboard::{
    access::{BaseReader, SubjectReader},
    account::api_token::{self, Area, Bearer},
    base::{self, Base},
};
use http::{HeaderMap, header};
use uuid::Uuid;

use super::{Api, problem::ApiProblem};

/// The owner of a token, and what the token is for.
#[derive(Debug, Clone)]
pub(super) struct Caller(Bearer);

/// Finds out who asks, and lays it beside the request. A cookie says nothing here.
pub(super) async fn know(State(api): State<Api>, mut request: Request, next: Next) -> Response {
    match caller(&api, request.headers()).await {
        Ok(caller) => {
            let account = caller.0.asker.account();
            tracing::Span::current().record("account", tracing::field::display(account));
            request.extensions_mut().insert(caller);
            next.run(request).await
        }
        Err(problem) => problem.into_response(),
    }
}

async fn caller(api: &Api, headers: &HeaderMap) -> Result<Caller, ApiProblem> {
    let token = token(headers).ok_or(ApiProblem::NoToken)?;
    let bearer = api_token::find(&api.store, token).await?.ok_or(ApiProblem::NoToken)?;
    let counted = api.rate.lock().unwrap_or_else(PoisonError::into_inner).take(bearer.token, api.store.now());
    counted.map_err(|seconds| ApiProblem::TooMany { seconds })?;
    Ok(Caller(bearer))
}

/// `Authorization: Bearer …`; the scheme's name is in any case.
fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

impl Caller {
    pub(super) fn asker(&self) -> &hatchboard::access::Asker {
        &self.0.asker
    }

    /// Reads every record of the base that is called so, as far as the token is for this area.
    pub(super) async fn reader(&self, api: &Api, area: Area, slug: &str) -> Result<BaseReader, ApiProblem> {
        Ok(self.reader_there(api, area, slug).await?.0)
    }

    /// The same, with the zone of the base's times.
    pub(super) async fn reader_there(&self, api: &Api, area: Area, slug: &str) -> Result<(BaseReader, Tz), ApiProblem> {
        let base = self.base(api, area, slug).await?;
        Ok((self.0.asker.reader(base.id)?, base.zone))
    }

    /// Reads what belongs to one organisation of the base.
    pub(super) async fn reader_of(
        &self,
        api: &Api,
        area: Area,
        slug: &str,
        organisation: Uuid,
    ) -> Result<SubjectReader, ApiProblem> {
        let base = self.base(api, area, slug).await?;
        Ok(self.0.asker.reader_of(base.id, organisation)?)
    }

    /// Reads what belongs to an organisation that is named alone, with the zone of its base's times. One that is not the
    /// owner's to read is answered as one that nobody knows.
    pub(super) async fn reader_alone(
        &self,
        api: &Api,
        area: Area,
        organisation: &str,
    ) -> Result<(SubjectReader, Tz), ApiProblem> {
        self.is_for(area)?;
        let organisation = organisation.parse().map_err(|_| ApiProblem::NotFound)?;
        let base = base::store::of_organisation(api.store.read(), organisation).await?.ok_or(ApiProblem::NotFound)?;
        let reader = self.0.asker.reader_of(base.id, organisation).map_err(|_| ApiProblem::NotFound)?;
        Ok((reader, base.zone))
    }

    async fn base(&self, api: &Api, area: Area, slug: &str) -> Result<Base, ApiProblem> {
        self.is_for(area)?;
        base::store::by_slug(api.store.read(), slug).await?.ok_or(ApiProblem::NotFound)
    }

    fn is_for(&self, area: Area) -> Result<(), ApiProblem> {
        if self.0.areas.contains(&area) { Ok(()) } else { Err(ApiProblem::NotItsArea(area)) }
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header};

    use super::token;

    #[test]
    fn a_token_is_sent_as_a_bearer_and_in_no_other_way() {
        for (sent, expected) in [
            ("Bearer 0f3a", Some("0f3a")),
            ("bearer 0f3a", Some("0f3a")),
            ("Basic 0f3a", None),
            ("0f3a", None),
            ("", None),
        ] {
            let headers = HeaderMap::from_iter([(header::AUTHORIZATION, HeaderValue::from_static(sent))]);
            assert_eq!(token(&headers), expected, "{sent}");
        }
        assert_eq!(token(&HeaderMap::new()), None);
    }
}
