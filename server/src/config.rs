//! What an installation is told: by a file, then by the environment, then by flags, the later over the earlier.
//!
//! Everything is checked before a port is opened. An error names the key and where its value came from; a key
//! that nobody knows is an error too.

mod error;
mod values;

pub(crate) use error::ConfigError;
pub(crate) use values::{DatabaseUrl, Listen, LogFormat, LogLevel, MailTls, PublicUrl, Span, TrustedProxies};

use std::path::{Path, PathBuf};

use figment::{
    Figment, Metadata, Profile, Provider,
    providers::{Env, Format, Serialized, Toml},
    value::{Dict, Map},
};
use hatchboard::account::SessionLimits;
use serde::{Deserialize, Serialize};

/// Read where it is, unless `--config` or `HATCHBOARD_CONFIG` names another.
const FILE: &str = "hatchboard.toml";
/// Set beside the configuration, and no part of it.
const NOT_OURS: [&str; 4] = ["config", "move_to", "tools", "test_postgres"];

/// The configuration, checked. Printing it never shows a password.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Config {
    /// `sqlite://path/to/file.db` or `postgres://user:password@host/database`
    pub(crate) database_url: DatabaseUrl,
    /// The folder of attachments.
    pub(crate) files: PathBuf,
    /// `host:port` to listen on.
    pub(crate) addr: Listen,
    /// What links begin with, and where forms must come from. `None`: `http://` and `addr`.
    pub(crate) public_url: Option<PublicUrl>,
    /// Whose word on a caller's address is taken: addresses or networks.
    pub(crate) trusted_proxies: TrustedProxies,
    /// A session ends when it has not been used for so long …
    pub(crate) session_idle: Span,
    /// … and in any case so long after signing in.
    pub(crate) session_absolute: Span,
    /// `host:port` on which `/metrics` is told. `None`: nowhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) metrics_address: Option<Listen>,
    pub(crate) log_format: LogFormat,
    /// `error`, `warn`, `info`, `debug`, `trace`, or directives such as `info,hatchboard=debug`
    pub(crate) log_level: LogLevel,
    /// The folder with the built site: style, scripts, pictures.
    pub(crate) site: PathBuf,
    /// The server that takes mail; none is sent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_host: Option<String>,
    /// `None`: the usual one of `mail_tls`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_port: Option<u16>,
    #[serde(default)]
    pub(crate) mail_tls: MailTls,
    /// The certificate (PEM) of the authority that vouches for the server, such as an office's own, beside the public ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_ca_file: Option<PathBuf>,
    /// Without one, mail is handed over without signing in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_user: Option<String>,
    /// A file whose only line is the password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_password_file: Option<PathBuf>,
    /// Whether people may have their reminders said by robots of groups (WeCom, DingTalk, Feishu).
    #[serde(default)]
    pub(crate) group_robots: bool,
    /// The sender, such as `Hatchboard <notices@base.example.gov.cn>`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) mail_from: Option<String>,
}

/// What flags say. A command with flags of its own lays them here before it reads the configuration.
#[derive(Debug, Clone, Default, clap::Args, Serialize)]
pub(crate) struct Flags {
    /// Configuration file (hatchboard.toml where there is one)
    #[arg(long = "config", global = true, value_name = "FILE", env = "HATCHBOARD_CONFIG")]
    #[serde(skip)]
    config_file: Option<PathBuf>,
    #[arg(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) addr: Option<String>,
    #[arg(skip)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) public_url: Option<String>,
}

impl Provider for Flags {
    fn metadata(&self) -> Metadata {
        Metadata::named(error::COMMAND_LINE)
    }

    fn data(&self) -> figment::Result<Map<Profile, Dict>> {
        Serialized::defaults(self).data()
    }
}

/// What stands where nothing is said.
#[derive(Serialize)]
struct Defaults {
    database_url: &'static str,
    files: &'static str,
    addr: &'static str,
    trusted_proxies: [&'static str; 0],
    session_idle: Span,
    session_absolute: Span,
    log_format: LogFormat,
    log_level: &'static str,
    site: PathBuf,
}

impl Defaults {
    fn of_this_machine() -> Self {
        let sessions = SessionLimits::default();
        Self {
            database_url: "sqlite://data/hatchboard.db",
            files: "data/files",
            addr: "127.0.0.1:3000",
            trusted_proxies: [],
            session_idle: Span::from(sessions.idle),
            session_absolute: Span::from(sessions.absolute),
            log_format: LogFormat::Text,
            log_level: "info",
            site: site_beside_the_program(),
        }
    }
}

impl Config {
    /// When sessions end by themselves.
    pub(crate) fn session_limits(&self) -> SessionLimits {
        SessionLimits { idle: self.session_idle.length(), absolute: self.session_absolute.length() }
    }

    /// Reads file, environment and flags.
    pub(crate) fn read(flags: Flags) -> Result<Self, ConfigError> {
        let file = match &flags.config_file {
            Some(named) if !named.is_file() => return Err(ConfigError::NoSuchFile(named.clone())),
            Some(named) => Some(named.as_path()),
            None => Some(Path::new(FILE)).filter(|file| file.is_file()),
        };
        let environment = Env::prefixed("HATCHBOARD_").filter(|key| !NOT_OURS.iter().any(|other| key == *other));
        let figment = Figment::from(Serialized::defaults(Defaults::of_this_machine()))
            .merge(file.map_or_else(|| Toml::string(""), Toml::file_exact))
            .merge(environment)
            .merge(Env::raw().only(&["database_url"]))
            .merge(flags);
        let config: Self = figment.extract().map_err(|error| ConfigError::wrong(&figment, error))?;
        if config.session_idle > config.session_absolute {
            return Err(ConfigError::wrong(&figment, error::of_key("session_idle", "is longer than session_absolute")));
        }
        if let Some((key, beside)) = config.missing_of_mail() {
            let problem = format!("is missing beside {beside}");
            return Err(ConfigError::wrong(&figment, error::of_key(key, &problem)));
        }
        if config.mail_ca_file.is_some() && config.mail_tls == MailTls::None {
            let problem = "has no use beside mail_tls = \"none\"";
            return Err(ConfigError::wrong(&figment, error::of_key("mail_ca_file", problem)));
        }
        Ok(config)
    }

    /// A server wants a sender, a user a password and the other way round: what is missing, and beside what.
    fn missing_of_mail(&self) -> Option<(&'static str, &'static str)> {
        match (&self.mail_host, &self.mail_from, &self.mail_user, &self.mail_password_file) {
            (Some(_), None, ..) => Some(("mail_from", "mail_host")),
            (.., None, Some(_)) => Some(("mail_user", "mail_password_file")),
            (.., Some(_), None) => Some(("mail_password_file", "mail_user")),
            _ => None,
        }
    }

    /// As TOML, the database's password hidden.
    pub(crate) fn to_toml(&self) -> String {
        let shown = Self { public_url: Some(self.public_url_on(self.addr.port())), ..self.clone() };
        toml::to_string_pretty(&shown).expect("a flat table of texts and lists is TOML")
    }

    /// What links begin with when the program listens on this port (`addr` may have left the choice of one).
    pub(crate) fn public_url_on(&self, port: u16) -> PublicUrl {
        self.public_url.clone().unwrap_or_else(|| self.addr.as_url(port))
    }

    /// Whether a database can be asked without making one.
    pub(crate) fn database_is_there(&self) -> bool {
        self.database_url.sqlite_file().is_none_or(|file| file.is_file())
    }
}

/// `site` beside the folder that the program stands in: so in a release (`bin/hatchboard`, `site`) and in a
/// checkout (`target/release/hatchboard`, `target/site`).
fn site_beside_the_program() -> PathBuf {
    if let Some(site) = std::env::var_os("LEPTOS_SITE_ROOT") {
        return site.into(); // `cargo leptos watch` says where it builds to.
    }
    let program = std::env::current_exe().unwrap_or_default();
    let beside = program.parent().and_then(Path::parent).map(|folder| folder.join("site"));
    beside.filter(|site| site.is_dir()).unwrap_or_else(|| PathBuf::from("target/site"))
}
