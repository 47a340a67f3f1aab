//! The log, on the error stream: a line per event, for people or as JSON.

use std::io;

use tracing_subscriber::fmt;

use crate::config::{Config, LogFormat};

pub(crate) fn start(config: &Config) {
    let log = fmt().with_env_filter(config.log_level.filter()).with_writer(io::stderr).with_target(false);
    match config.log_format {
        LogFormat::Text => log.compact().with_ansi(io::IsTerminal::is_terminal(&io::stderr())).init(),
        LogFormat::Json => log.json().flatten_event(true).with_span_list(false).init(),
    }
}
