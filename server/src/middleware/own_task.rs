//! What changes something runs to its end, also when its client hangs up; and what panics is a page with an id.

use std::any::Any;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::Method;
use tracing::Instrument;
use uuid::Uuid;

use crate::{listen::UnderWay, pages::Problem};

/// Gives every request but plain readings a task of its own, which the program waits for before it ends.
pub(crate) async fn give(State(under_way): State<UnderWay>, request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let guard = under_way.begin().await;
    let work = async move {
        let response = next.run(request).await;
        drop(guard);
        response
    };
    match tokio::spawn(work.in_current_span()).await {
        Ok(response) => response,
        Err(error) => error.try_into_panic().map_or_else(|_| Problem::Unavailable.into_response(), panicked),
    }
}

/// The answer to a request whose handling panicked.
pub(crate) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let id = Uuid::now_v7().simple().to_string()[20..].to_owned();
    let said = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!(id, said, "a request panicked");
    Problem::Failed { id }.into_response()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::{
        Router,
        body::Body,
        middleware::from_fn_with_state,
        routing::{get, post},
    };
    use http::Request;
    use tokio::sync::Notify;
    use tower::ServiceExt;
    use tower_http::catch_panic::CatchPanicLayer;

    use super::{give, panicked};
    use crate::listen::UnderWay;

    #[tokio::test]
    async fn a_change_goes_on_when_its_client_hangs_up() {
        let (go_on, done) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let (wait, tell) = (go_on.clone(), done.clone());
        let change = post(async move || {
            wait.notified().await;
            tell.notify_one();
        });
        let router = Router::new().route("/", change).layer(from_fn_with_state(UnderWay::default(), give));
        let answer = router.oneshot(Request::post("/").body(Body::empty()).unwrap());
        tokio::select! {
            biased;
            _ = answer => panic!("it waits for a sign"),
            () = tokio::time::sleep(std::time::Duration::from_millis(50)) => {} // the client hangs up
        }
        go_on.notify_one();
        done.notified().await;
    }

    #[tokio::test]
    async fn a_panic_is_a_failed_request_and_no_more() {
        let router = Router::new()
            .route("/", get(async || panic_now()).post(async || panic_now()))
            .layer(from_fn_with_state(UnderWay::default(), give))
            .layer(CatchPanicLayer::custom(panicked));
        for request in [Request::get("/"), Request::post("/")] {
            let answer = router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            assert_eq!(answer.status(), 500);
        }
    }

    fn panic_now() {
        panic!("as a test");
    }
}
