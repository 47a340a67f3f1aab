//! A server of mail for tests: it speaks SMTP on this machine, in the clear or by TLS, and keeps what it is given.

use std::sync::{Arc, Mutex};

use rcgen::CertifiedKey;
use tokio::{
    io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{ServerConfig, crypto::ring, pki_types::PrivatePkcs8KeyDer},
};

use crate::config::{Config, MailTls};

/// One letter as it was handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    /// What was signed in with.
    pub(crate) login: String,
    /// Head and body.
    pub(crate) data: String,
}

pub(crate) struct Sink {
    port: u16,
    tls: MailTls,
    certificate: String,
    taken: Arc<Mutex<Vec<Taken>>>,
}

/// How it speaks with whoever connects.
#[derive(Clone)]
struct Manner {
    refusal: Option<&'static str>,
    tls: MailTls,
    acceptor: TlsAcceptor,
    kept: Arc<Mutex<Vec<Taken>>>,
}

impl Sink {
    /// In the clear. `refusal`: what every recipient is answered with, in the place of a welcome.
    pub(crate) async fn open(refusal: Option<&'static str>) -> Self {
        Self::speaking(MailTls::None, refusal).await
    }

    /// By TLS, with a certificate that its own authority has signed.
    pub(crate) async fn encrypted(tls: MailTls) -> Self {
        Self::speaking(tls, None).await
    }

    async fn speaking(tls: MailTls, refusal: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken: Arc<Mutex<Vec<Taken>>> = Arc::default();
        let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).unwrap();
        let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
        let served = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key.into())
            .unwrap();
        let manner = Manner { refusal, tls, acceptor: TlsAcceptor::from(Arc::new(served)), kept: taken.clone() };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(manner.clone().welcome(stream));
            }
        });
        Self { port, tls, certificate: cert.pem(), taken }
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
    }

    /// The certificate of the authority that vouches for this server, in PEM.
    pub(crate) fn authority(&self) -> &str {
        &self.certificate
    }

    /// A configuration that sends mail here; `more` stands below.
    pub(crate) fn config(&self, more: &str) -> Config {
        let text = format!(
            r#"
            database_url = "sqlite://nowhere.db"
            files = "files"
            addr = "127.0.0.1:3000"
            trusted_proxies = []
            session_idle = "12h"
            session_absolute = "30d"
            log_format = "text"
            log_level = "error"
            site = "site"
            mail_host = "127.0.0.1"
            mail_port = {port}
            mail_from = "Hatchboard <notices@base.example.gov.cn>"
            {more}
            "#,
            port = self.port,
        );
        Config { mail_tls: self.tls, ..toml::from_str(&text).unwrap() }
    }
}

impl Manner {
    async fn welcome(self, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        if self.tls != MailTls::Tls {
            stream.write_all(WELCOME).await.unwrap();
            if !self.converse(&mut stream, self.tls == MailTls::Starttls).await {
                return;
            }
        }
        // A client that does not believe the certificate goes away here.
        let Ok(hidden) = self.acceptor.accept(stream.into_inner()).await else { return };
        let mut hidden = BufReader::new(hidden);
        if self.tls == MailTls::Tls {
            hidden.write_all(WELCOME).await.unwrap();
        }
        self.converse(&mut hidden, false).await;
    }

    /// Speaks with one client until it quits, or wants to go on by TLS: then true.
    async fn converse<S: AsyncRead + AsyncWrite + Unpin>(&self, stream: &mut BufReader<S>, offers_tls: bool) -> bool {
        let mut letter = Taken::default();
        while let Some(line) = heard(stream).await {
            let command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let answer = match command.as_str() {
                "EHLO" if offers_tls => "250-sink.example.cn\r\n250 STARTTLS",
                "EHLO" => "250-sink.example.cn\r\n250-8BITMIME\r\n250 AUTH PLAIN",
                "STARTTLS" if offers_tls => {
                    stream.write_all(b"220 2.0.0 go on by TLS\r\n").await.unwrap();
                    return true;
                }
                "AUTH" => {
                    letter.login = line;
                    "235 2.7.0 welcome"
                }
                "MAIL" => {
                    letter.from = line;
                    "250 2.1.0 go on"
                }
                "RCPT" => {
                    letter.to.push(line);
                    self.refusal.unwrap_or("250 2.1.5 go on")
                }
                "DATA" => {
                    stream.write_all(b"354 go on, a dot at the end\r\n").await.unwrap();
                    while let Some(line) = heard(stream).await.filter(|line| line != ".") {
                        letter.data.push_str(&line);
                        letter.data.push('\n');
                    }
                    self.kept.lock().unwrap().push(std::mem::take(&mut letter));
                    "250 2.0.0 taken"
                }
                "QUIT" => {
                    stream.write_all(b"221 2.0.0 bye\r\n").await.unwrap();
                    return false;
                }
                "RSET" | "NOOP" => "250 2.0.0 go on",
                _ => "502 5.5.1 no such thing",
            };
            stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            // What TLS holds back until more comes.
            stream.flush().await.unwrap();
        }
        false
    }
}

const WELCOME: &[u8] = b"220 sink.example.cn ESMTP\r\n";

/// The client's next line, without its end.
async fn heard<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> Option<String> {
    let mut line = String::new();
    let read = stream.read_line(&mut line).await.ok()?;
    (read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned())
}
