//! A server of mail for tests: it speaks SMTP on this machine, and keeps what it is given.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::config::Config;

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
    taken: Arc<Mutex<Vec<Taken>>>,
}

impl Sink {
    /// `refusal`: what every recipient is answered with, in the place of a welcome.
    pub(crate) async fn open(refusal: Option<&'static str>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let taken: Arc<Mutex<Vec<Taken>>> = Arc::default();
        let kept = taken.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, refusal, kept.clone()));
            }
        });
        Self { port, taken }
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.taken.lock().unwrap().clone()
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
            mail_tls = "none"
            mail_from = "Hatchboard <notices@base.example.gov.cn>"
            {more}
            "#,
            port = self.port,
        );
        toml::from_str(&text).unwrap()
    }
}

/// Speaks with one client until it quits.
async fn converse(stream: TcpStream, refusal: Option<&'static str>, kept: Arc<Mutex<Vec<Taken>>>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut letter = Taken::default();
    writer.write_all(b"220 sink.example.cn ESMTP\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let command = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
        let answer = match command.as_str() {
            "EHLO" => "250-sink.example.cn\r\n250-8BITMIME\r\n250 AUTH PLAIN",
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
                refusal.unwrap_or("250 2.1.5 go on")
            }
            "DATA" => {
                writer.write_all(b"354 go on, a dot at the end\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    letter.data.push_str(&line);
                    letter.data.push('\n');
                }
                kept.lock().unwrap().push(std::mem::take(&mut letter));
                "250 2.0.0 taken"
            }
            "QUIT" => {
                writer.write_all(b"221 2.0.0 bye\r\n").await.unwrap();
                return;
            }
            "RSET" | "NOOP" => "250 2.0.0 go on",
            _ => "502 5.5.1 no such thing",
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
    }
}
