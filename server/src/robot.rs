//! Robots of groups: a message is posted to the service that a group lives at.

#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use hatchboard::reminder::{Refusal, RobotAddress, Secret};
use http::{
    Request, StatusCode,
    header::{CONTENT_TYPE, HOST},
};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{body::Bytes, client::conn::http1};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{self, ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};

use crate::config::Config;

/// A service that has not answered by then is tried again later.
const PATIENCE: Duration = Duration::from_secs(15);
/// Answers are a code and a few words.
const MOST_BYTES: usize = 64 * 1024;

/// Posts messages.
#[derive(Clone)]
pub(crate) struct Robots {
    tls: TlsConnector,
}

impl std::fmt::Debug for Robots {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Robots").finish_non_exhaustive()
    }
}

impl Robots {
    /// `None` where the configuration does not speak of robots. Nothing is connected yet.
    pub(crate) fn of(config: &Config) -> Result<Option<Self>, rustls::Error> {
        if !config.group_robots {
            return Ok(None);
        }
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let tls = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Some(Self { tls: TlsConnector::from(Arc::new(tls)) }))
    }

    /// Has a robot say a text at a time, signed with its secret where it has one, or says why its service did not take it.
    /// What it says never names the address, which is a secret, too.
    pub(crate) async fn say(
        &self,
        address: &str,
        secret: &Secret,
        text: &str,
        now: DateTime<Utc>,
    ) -> Result<(), String> {
        let address = RobotAddress::read(address).ok_or("this is no address of a robot")?;
        let host = address.robot.host();
        let (path, body) = address.posted(text, secret, now);
        let posting = async {
            let stream = TcpStream::connect((host, 443)).await.map_err(told)?;
            let name = ServerName::try_from(host).map_err(told)?;
            let stream = self.tls.connect(name, stream).await.map_err(told)?;
            post(stream, host, &path, body.to_string()).await
        };
        let answer = timeout(PATIENCE, posting).await.map_err(|_| Refusal::NoAnswer.with(host))??;
        address.robot.took(&answer)
    }
}

/// One request by a connection of its own; gives what is answered.
async fn post<S>(stream: S, host: &str, path: &str, body: String) -> Result<String, String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = http1::handshake::<_, Full<Bytes>>(TokioIo::new(stream)).await.map_err(told)?;
    let driving = tokio::spawn(connection);
    let request = Request::post(path)
        .header(HOST, host)
        .header(CONTENT_TYPE, "application/json; charset=utf-8")
        .body(Full::new(Bytes::from(body)))
        .map_err(told)?;
    let answer = sender.send_request(request).await.map_err(told)?;
    let status = answer.status();
    let said = Limited::new(answer.into_body(), MOST_BYTES).collect().await.map_err(told)?.to_bytes();
    driving.abort();
    if status == StatusCode::OK {
        Ok(String::from_utf8_lossy(&said).into_owned())
    } else {
        Err(format!("answered {status}"))
    }
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}
