//! What programs read: `/api/v1`, by a token that somebody made for them (`/me/tokens`).
//!
//! A token is its owner: handlers take the same proofs as pages, and read from the same stores. Nothing is changed here
//! but the time of a token's last use. Cookies are not looked at, and no other site's script is let in. Each handler
//! tells, beside its path, what it takes and what it answers; the description ([`description`]) is made of that.

mod bases;
mod caller;
mod follow_ups;
mod organisations;
mod page;
mod plans;
mod problem;
mod rate;
mod reports;
mod sheets;
mod targets;

use std::sync::{Arc, LazyLock, Mutex};

use axum::{
    Router,
    http::HeaderMap,
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::any,
};
use hatchboard::store::Store;
use utoipa::{
    Modify, OpenApi,
    openapi::{
        OpenApi as Document,
        security::{Http, HttpAuthScheme, SecurityScheme},
    },
};
use utoipa_axum::{router::OpenApiRouter, routes};

use self::{
    problem::{ApiProblem, ProblemDocument},
    rate::Rate,
};
use crate::router::Installation;

/// Where the API begins. What it answers there stays as it is; what would break a reader goes to another number.
pub(crate) const ROOT: &str = "/api/v1";

/// What answering a program needs. Cheap to clone.
#[derive(Debug, Clone)]
struct Api {
    store: Store,
    public_url: String,
    rate: Arc<Mutex<Rate>>,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hatchboard",
        description = "What a base's operator, bureau, auditor and organisations read, for programs. Nothing can be changed.\n\n\
            A token is made at `/me/tokens` and sent as `Authorization: Bearer …`. It reads what its owner may read at \
            the time, of the areas that it was made for, and ends on its day. What is below a base is for whoever reads \
            the whole base; the staff of an organisation read its file there. What is below \
            `/organisations/{organisation}` is for its staff, too; anybody else's is answered as one that nobody \
            knows.\n\n\
            Names are `snake_case`; days, weeks, months and times are ISO 8601, times with the offset of the base; \
            states and kinds are codes; points are decimals in text (`\"88.50\"`); money is whole cents; rates are \
            hundredths of a percent. No answer holds a telephone number.\n\n\
            Lists come in pages (`page`, `per_page` up to 200), with `total` in the body and the neighbours in `Link`. The \
            `id` of a row of organisations, reports or sheets follows the list's path to the whole of it. \
            Every answer has an `ETag`: sent back as `If-None-Match`, it spares the body (304). A token may ask 300 times \
            a minute (429 says in `Retry-After` how long to wait). What goes wrong is told as \
            `application/problem+json` (RFC 9457).",
    ),
    security(("token" = [])),
    components(schemas(ProblemDocument)),
    modifiers(&TokenScheme),
)]
struct Described;

struct TokenScheme;

impl Modify for TokenScheme {
    fn modify(&self, document: &mut Document) {
        let scheme = SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer));
        document.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

/// What the API takes and answers, in OpenAPI 3.1.
pub(crate) fn description() -> Document {
    OpenApiRouter::with_openapi(Described::openapi()).nest(ROOT, of_tokens().merge(of_everybody())).into_openapi()
}

/// The routes, and what is told of each.
fn of_tokens() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(bases::all))
        .routes(routes!(organisations::all))
        .routes(routes!(organisations::one))
        .routes(routes!(reports::of_week))
        .routes(routes!(reports::one))
        .routes(routes!(reports::of_organisation))
        .routes(routes!(reports::one_of_organisation))
        .routes(routes!(plans::of_month))
        .routes(routes!(plans::of_organisation))
        .routes(routes!(sheets::of_round))
        .routes(routes!(sheets::one))
        .routes(routes!(sheets::of_organisation))
        .routes(routes!(sheets::one_of_organisation))
        .routes(routes!(follow_ups::all))
        .routes(routes!(targets::of_year))
}

fn of_everybody() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(openapi))
}

/// Everything below [`ROOT`], what is not there included.
pub(crate) fn router(installation: &Installation) -> Router {
    let api = Api {
        store: installation.store.clone(),
        public_url: installation.public_url.as_str().to_owned(),
        rate: Arc::default(),
    };
    let by_token = of_tokens().layer(from_fn_with_state(api.clone(), caller::know));
    let (routes, _) = OpenApiRouter::new().nest(ROOT, by_token.merge(of_everybody())).split_for_parts();
    routes
        .method_not_allowed_fallback(async || ApiProblem::WrongMethod)
        .route(&format!("{ROOT}/{{*elsewhere}}"), any(async || ApiProblem::NotFound))
        .with_state(api)
}

/// What is answered to a character that no text holds.
pub(crate) fn unreadable() -> Response {
    ApiProblem::Unreadable("What is asked for holds U+0000.".to_owned()).into_response()
}

/// This description, for whoever asks.
#[utoipa::path(
    get,
    path = "/openapi.json",
    tag = "description",
    security(()),
    responses((status = 200, description = "OpenAPI 3.1", content_type = "application/json")),
)]
async fn openapi(headers: HeaderMap) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| description().to_json().unwrap_or_default());
    page::tagged(&headers, TEXT.as_str())
}
