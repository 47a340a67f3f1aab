//! PostgreSQL's own tools, which know best how to write a database down and read it back.

use std::{io, path::Path, process::Command};

use url::Url;

use super::BackupError;
use crate::config::DatabaseUrl;

/// Parameters of an address that these tools know too.
const SHARED: [&str; 6] = ["sslmode", "sslrootcert", "sslcert", "sslkey", "application_name", "options"];

pub(super) fn dump(database: &DatabaseUrl, to: &Path) -> Result<(), BackupError> {
    let mut tool = tool("pg_dump", database);
    run("pg_dump", tool.args(["--format=custom", "--no-owner", "--no-privileges", "--file"]).arg(to))
}

pub(super) fn load(database: &DatabaseUrl, from: &Path) -> Result<(), BackupError> {
    let mut tool = tool("pg_restore", database);
    let whole = ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction"];
    run("pg_restore", tool.args(whole).arg(from))
}

/// The password goes by the environment: everybody on the machine can read a command line.
fn tool(name: &str, database: &DatabaseUrl) -> Command {
    let mut command = Command::new(name);
    if let Ok(mut url) = Url::parse(database.secret()) {
        if let Some(password) = url.password() {
            command.env("PGPASSWORD", decoded(password));
        }
        // An address with a host can be without a password.
        let _ = url.set_password(None);
        let shared: Vec<(String, String)> = url
            .query_pairs()
            .filter(|(name, _)| SHARED.contains(&&**name))
            .map(|(n, v)| (n.into(), v.into()))
            .collect();
        url.set_query(None);
        if !shared.is_empty() {
            url.query_pairs_mut().extend_pairs(shared);
        }
        command.arg(format!("--dbname={url}"));
    }
    command
}

/// `%40` stands for `@` in an address.
fn decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn run(tool: &'static str, command: &mut Command) -> Result<(), BackupError> {
    let output = match command.output() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(BackupError::NoTool { tool }),
        Err(error) => return Err(BackupError::Tool { tool, said: error.to_string() }),
        Ok(output) => output,
    };
    if output.status.success() {
        return Ok(());
    }
    Err(BackupError::Tool { tool, said: String::from_utf8_lossy(&output.stderr).trim().to_owned() })
}
