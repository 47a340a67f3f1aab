//! Mail, by whatever server the configuration names.

#[cfg(test)]
pub(crate) mod sink;
#[cfg(test)]
mod tests;

use std::{
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use hatchboard::reminder::Refusal;
use hatchboard_app::reminder::letter::Letter;
use lettre::{
    Address, AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};
use tokio::time::timeout;

use crate::config::{Config, MailTls};

/// A server that has not answered by then is tried again later.
const PATIENCE: Duration = Duration::from_secs(15);

#[derive(Debug, thiserror::Error)]
pub(crate) enum MailError {
    #[error("mail_from is no address: {0}")]
    Sender(lettre::address::AddressError),
    #[error("the password of mail cannot be read from {}: {error}", file.display())]
    Password { file: PathBuf, error: io::Error },
    #[error("the certificate of mail's authority cannot be read from {}: {error}", file.display())]
    Authority { file: PathBuf, error: io::Error },
    #[error("{0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

/// Hands letters to one server.
#[derive(Debug, Clone)]
pub(crate) struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
    /// How long a whole letter may take.
    patience: Duration,
}

impl Mailer {
    /// `None` where no server is configured. Nothing is connected yet.
    pub(crate) fn of(config: &Config) -> Result<Option<Self>, MailError> {
        let (Some(host), Some(from)) = (&config.mail_host, &config.mail_from) else { return Ok(None) };
        let mut builder = match config.mail_tls {
            MailTls::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host)?,
            MailTls::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host)?,
            MailTls::None => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host),
        };
        if let Some(file) = &config.mail_ca_file {
            let trust = TlsParameters::builder(host.clone()).add_root_certificate(authority(file)?).build_rustls()?;
            builder = match config.mail_tls {
                MailTls::Starttls => builder.tls(Tls::Required(trust)),
                MailTls::Tls => builder.tls(Tls::Wrapper(trust)),
                MailTls::None => builder,
            };
        }
        if let Some(port) = config.mail_port {
            builder = builder.port(port);
        }
        if let (Some(user), Some(file)) = (&config.mail_user, &config.mail_password_file) {
            let password = fs::read_to_string(file);
            let password = password.map_err(|error| MailError::Password { file: file.clone(), error })?;
            builder = builder.credentials(Credentials::new(user.clone(), password.trim_end().to_owned()));
        }
        let transport = builder.timeout(Some(PATIENCE)).build();
        let from = from.parse().map_err(MailError::Sender)?;
        Ok(Some(Self { transport, from, host: host.clone(), patience: PATIENCE }))
    }

    /// Hands one letter over, or says why the server did not take it: without the address, which servers like to repeat and
    /// which the log of the base is not to tell.
    pub(crate) async fn send(&self, to: &str, letter: Letter) -> Result<(), String> {
        let address = to.parse::<Address>().map_err(|error| error.to_string())?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, address))
            .subject(letter.subject)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body)
            .map_err(|error| error.to_string())?;
        let answer = timeout(self.patience, self.transport.send(message)).await;
        let answer = answer.map_err(|_| Refusal::NoAnswer.with(self.host.as_str()))?;
        answer.map(|_| ()).map_err(|error| error.to_string().replace(to, "…"))
    }
}

/// Whom a server's certificate is believed by.
fn authority(file: &Path) -> Result<Certificate, MailError> {
    let unread = |error| MailError::Authority { file: file.to_owned(), error };
    let pem = fs::read_to_string(file).map_err(unread)?;
    if !pem.contains("-----BEGIN CERTIFICATE-----") {
        return Err(unread(io::Error::new(io::ErrorKind::InvalidData, "there is no certificate in it")));
    }
    Ok(Certificate::from_pem(pem.as_bytes())?)
}
