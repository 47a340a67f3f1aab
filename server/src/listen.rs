//! Taking connections. `axum::serve` neither limits how long a client may take to say what it wants, nor can be
//! told when to give up waiting; this does, with hyper's own connection builder.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body};
use http::Request;
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedRwLockReadGuard, RwLock},
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// A client has so long to send a request's header, and to begin the next one on the same connection.
const HEADER_TIME: Duration = Duration::from_secs(15);
/// What is under way when the program is told to end has so long to finish.
const LAST_WORDS: Duration = Duration::from_secs(10);

/// The address at the other end of the connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer(pub(crate) SocketAddr);

/// Work that goes on when its client has hung up: the program waits for it before it ends.
#[derive(Debug, Clone, Default)]
pub(crate) struct UnderWay(Arc<RwLock<()>>);

impl UnderWay {
    /// To be held as long as the work goes on.
    pub(crate) async fn begin(&self) -> OwnedRwLockReadGuard<()> {
        self.0.clone().read_owned().await
    }

    async fn ended(&self) {
        drop(self.0.write().await);
    }
}

/// Serves connections until `told_to_end` is done, then waits for what is under way.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    under_way: UnderWay,
    told_to_end: impl Future<Output = ()>,
) {
    let connections = GracefulShutdown::new();
    let mut told_to_end = std::pin::pin!(told_to_end);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut told_to_end => break,
        };
        match accepted {
            Ok((stream, peer)) => take(stream, peer, router.clone(), &connections),
            Err(error) => {
                // Mostly too many open files: some will be closed soon.
                tracing::warn!(%error, "a connection could not be taken");
                sleep(Duration::from_millis(200)).await;
            }
        }
    }
    drop(listener);
    tracing::info!("told to end: finishing what is under way");
    let finished = async {
        connections.shutdown().await;
        under_way.ended().await;
    };
    if timeout(LAST_WORDS, finished).await.is_err() {
        tracing::warn!("some requests were cut off");
    }
}

fn take(stream: TcpStream, peer: SocketAddr, router: Router, connections: &GracefulShutdown) {
    // Otherwise the end of a page waits for the peer's delayed acknowledgement.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection was closed at once");
        return;
    }
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        let router = router.clone();
        async move {
            Ok::<_, Infallible>(router.oneshot(request.map(Body::new)).await.unwrap_or_else(|never| match never {}))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIME)
        .serve_connection(TokioIo::new(stream), service);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        // A client that hangs up, or is too slow, is no event.
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
