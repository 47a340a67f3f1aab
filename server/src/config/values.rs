//! The kinds of value that a configuration holds. Each is checked as it is read, and is printed as it is written.

use std::{fmt, net::IpAddr, path::PathBuf, str::FromStr};

use chrono::TimeDelta;
use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use tracing_subscriber::EnvFilter;
use url::Url;

/// The database's address. Shown without its password, in logs and by `--print-config` alike.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DatabaseUrl(String);

impl DatabaseUrl {
    /// With the password: for connecting, never for showing.
    pub(crate) fn secret(&self) -> &str {
        &self.0
    }

    /// The file of an SQLite database; `None` for PostgreSQL.
    pub(crate) fn sqlite_file(&self) -> Option<PathBuf> {
        let rest = self.0.strip_prefix("sqlite:")?;
        let path = rest.strip_prefix("//").unwrap_or(rest);
        Some(path.split_once('?').map_or(path, |(path, _)| path).into())
    }
}

impl FromStr for DatabaseUrl {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = if text.starts_with("sqlite:") {
            let file = Self(text.to_owned()).sqlite_file().unwrap_or_default();
            !file.as_os_str().is_empty() && !text.contains(":memory:") && !text.contains("mode=memory")
        } else {
            (text.starts_with("postgres://") || text.starts_with("postgresql://")) && Url::parse(text).is_ok()
        };
        if known {
            Ok(Self(text.to_owned()))
        } else {
            Err("is neither sqlite://FILE nor postgres://USER@HOST/DATABASE")
        }
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const HIDDEN: &str = "***";
        if self.sqlite_file().is_some() {
            return f.write_str(&self.0);
        }
        let Ok(mut url) = Url::parse(&self.0) else { return f.write_str(HIDDEN) };
        if url.password().is_some() && url.set_password(Some(HIDDEN)).is_err() {
            return f.write_str(HIDDEN);
        }
        let secret = |name: &str| name.contains("password");
        if url.query_pairs().any(|(name, _)| secret(&name)) {
            let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
            let shown = pairs.iter().map(|(name, value)| (name, if secret(name) { HIDDEN } else { value }));
            url.query_pairs_mut().clear().extend_pairs(shown);
        }
        f.write_str(url.as_str())
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// `host:port` to listen on; port 0 takes any that is free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listen {
    host: String,
    port: u16,
}

impl Listen {
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The address as this machine's own browser would write it.
    pub(super) fn as_url(&self, port: u16) -> PublicUrl {
        let everywhere = matches!(self.host.parse(), Ok(IpAddr::V4(ip)) if ip.is_unspecified()) || self.host == "[::]";
        let host = if everywhere { "127.0.0.1" } else { &self.host };
        PublicUrl(format!("http://{host}:{port}"))
    }
}

impl FromStr for Listen {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = text.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
        match parts {
            // Without brackets an IPv6 address and its port cannot be told apart.
            Some((host, port)) if !host.is_empty() && (!host.contains(':') || host.starts_with('[')) => {
                Ok(Self { host: host.to_owned(), port })
            }
            _ => Err("is no HOST:PORT such as 127.0.0.1:3000"),
        }
    }
}

impl fmt::Display for Listen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.host, self.port)
    }
}

/// Scheme, host and port that people reach the installation by, without a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PublicUrl(String);

impl PublicUrl {
    /// Such as `https://base.example.gov.cn`: no slash at the end.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_https(&self) -> bool {
        self.0.starts_with("https://")
    }
}

impl FromStr for PublicUrl {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "is no address such as https://base.example.gov.cn (scheme and host, no path)";
        let url = Url::parse(text).map_err(|_| WRONG)?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if !bare || url.password().is_some() || !matches!(url.scheme(), "http" | "https") {
            return Err(WRONG);
        }
        Ok(Self(url.origin().ascii_serialization()))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A span of time, written `30m`, `2h` or `7d`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span(TimeDelta);

impl Span {
    pub(crate) fn length(self) -> TimeDelta {
        self.0
    }
}

impl From<TimeDelta> for Span {
    fn from(length: TimeDelta) -> Self {
        Self(length)
    }
}

impl FromStr for Span {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "is no span of time such as 30m, 2h or 7d";
        let minutes = match text.char_indices().next_back() {
            Some((at, 'm')) => text[..at].parse().ok(),
            Some((at, 'h')) => text[..at].parse().ok().and_then(|n: u32| n.checked_mul(60)),
            Some((at, 'd')) => text[..at].parse().ok().and_then(|n: u32| n.checked_mul(24 * 60)),
            _ => None,
        };
        // A year is more than any session lasts.
        let minutes = minutes.filter(|minutes| (1..=366 * 24 * 60).contains(minutes)).ok_or(WRONG)?;
        Ok(Self(TimeDelta::minutes(minutes.into())))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.num_minutes() {
            minutes if minutes % (24 * 60) == 0 => write!(f, "{}d", minutes / (24 * 60)),
            minutes if minutes % 60 == 0 => write!(f, "{}h", minutes / 60),
            minutes => write!(f, "{minutes}m"),
        }
    }
}

/// How much is logged: a level, or directives of levels by module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LogLevel(String);

impl LogLevel {
    pub(crate) fn filter(&self) -> EnvFilter {
        EnvFilter::new(&self.0)
    }
}

impl FromStr for LogLevel {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // A word alone would be taken for the name of a module.
        let a_level = text.contains('=') || text.parse::<tracing::Level>().is_ok();
        match EnvFilter::try_new(text) {
            Ok(_) if a_level => Ok(Self(text.to_owned())),
            _ => Err("is none of error, warn, info, debug, trace, nor directives such as info,hatchboard=debug"),
        }
    }
}

impl fmt::Display for LogLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum LogFormat {
    Text,
    Json,
}

/// How the connection to the server of mail is kept from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum MailTls {
    /// Begun in the clear, then by TLS or not at all.
    #[default]
    Starttls,
    /// By TLS from the first byte.
    Tls,
    /// In the clear: for a server on the same machine.
    None,
}

/// Proxies whose `X-Forwarded-For` is believed: a list, or one text with commas.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    pub(crate) fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|net| net.contains(&address.to_canonical()))
    }
}

impl FromStr for TrustedProxies {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(network).collect::<Result<_, _>>().map(Self)
    }
}

fn network(text: &str) -> Result<IpNet, String> {
    let alone = text.parse::<IpAddr>().map(IpNet::from);
    alone
        .or_else(|_| text.parse())
        .map_err(|_| format!("names `{text}`, which is neither an address nor a network such as 10.0.0.0/8"))
}

impl Serialize for TrustedProxies {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(&self.0)
    }
}

impl<'de> Deserialize<'de> for TrustedProxies {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged, expecting = "a list of addresses and networks")]
        enum Written {
            One(String),
            Many(Vec<String>),
        }
        let text = match Written::deserialize(from)? {
            Written::One(text) => text,
            Written::Many(texts) => texts.join(","),
        };
        text.parse().map_err(D::Error::custom)
    }
}

/// Values that are written as one text.
macro_rules! as_text {
    ($($value:ty),+) => {$(
        impl Serialize for $value {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $value {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}
as_text!(DatabaseUrl, Listen, LogLevel, PublicUrl, Span);
