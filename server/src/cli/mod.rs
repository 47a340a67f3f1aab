//! The command line, a command a file. A command reads the configuration, does one thing and prints what came
//! of it: for people, or with `--json` for programs. What went wrong goes to the error stream.
//!
//! To add one: write `cli/name.rs` with an `Args` and a `run`, and name it in [`Command`] and [`dispatch`].

mod account;
mod assessment;
mod backup;
mod base;
mod calendar;
mod demo;
mod follow_up;
mod import;
mod instruction;
mod job;
mod migrate;
mod moving;
mod plan;
mod rebuild;
mod rectification;
mod report;
mod restore;
mod serve;
mod service;
mod target;
mod training;
mod window;
mod workbook;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use chrono::{DateTime, FixedOffset};
use clap::{Parser, Subcommand};
use hatchboard::store::{Store, StoreError};
use serde::Serialize;

use crate::config::{Config, ConfigError, Flags};

/// The incubation base's rhythms: weekly report-ins, monthly plans, quarterly assessments, follow-ups.
#[derive(Debug, Parser)]
#[command(name = "hatchboard", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Example:\n  hatchboard serve --addr 127.0.0.1:3000\n\n\
    Configuration is read from hatchboard.toml, then from HATCHBOARD_* and DATABASE_URL, then from flags;\n\
    `hatchboard serve --print-config` shows what came of it.")]
struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Args),
    Migrate(migrate::Args),
    Demo(demo::Args),
    Account(account::Args),
    Base(base::Args),
    Import(import::Args),
    Plan(plan::Args),
    Target(target::Args),
    Assessment(assessment::Args),
    FollowUp(follow_up::Args),
    Report(report::Args),
    Training(training::Args),
    Service(service::Args),
    Instruction(instruction::Args),
    Rectification(rectification::Args),
    Workbook(workbook::Args),
    Rebuild(rebuild::Args),
    Calendar(calendar::Args),
    Job(job::Args),
    Backup(backup::Args),
    Restore(restore::Args),
    Move(moving::Args),
}

/// Why a command ends without having done its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
    #[error(transparent)]
    Serve(#[from] crate::serve::ServeError),
    #[error(transparent)]
    Worker(#[from] crate::jobs::WorkerError),
    #[error(transparent)]
    Backup(#[from] crate::backup::BackupError),
    #[error(transparent)]
    Move(#[from] hatchboard::moving::MoveError),
    /// What was asked for is not there, or is refused.
    #[error("{0}")]
    Refused(String),
    /// The arguments are well formed and ask for what cannot be.
    #[error("{0}")]
    Usage(String),
}

impl Failure {
    /// 2 for what was asked wrongly, as clap has it; 1 for what failed.
    fn exit_code(&self) -> ExitCode {
        match self {
            Self::Config(_) | Self::Usage(_) => ExitCode::from(2),
            _ => ExitCode::FAILURE,
        }
    }
}

pub(crate) fn run() -> ExitCode {
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return complain(&Failure::Output(error)),
    };
    match runtime.block_on(dispatch(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has heard enough, as in `hatchboard calendar due … | head`.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failure) => complain(&failure),
    }
}

async fn dispatch(cli: Cli) -> Result<(), Failure> {
    let flags = cli.flags;
    match cli.command {
        Command::Serve(args) => serve::run(flags, args).await,
        Command::Migrate(args) => migrate::run(&Config::read(flags)?, args).await,
        Command::Demo(args) => demo::run(&Config::read(flags)?, args).await,
        Command::Account(args) => account::run(&Config::read(flags)?, args).await,
        Command::Base(args) => base::run(&Config::read(flags)?, args).await,
        Command::Import(args) => import::run(&Config::read(flags)?, args).await,
        Command::Plan(args) => plan::run(&Config::read(flags)?, args).await,
        Command::Target(args) => target::run(&Config::read(flags)?, args).await,
        Command::Assessment(args) => assessment::run(&Config::read(flags)?, args).await,
        Command::FollowUp(args) => follow_up::run(&Config::read(flags)?, args).await,
        Command::Rebuild(args) => rebuild::run(&Config::read(flags)?, args).await,
        Command::Workbook(args) => workbook::run(&Config::read(flags)?, args).await,
        Command::Report(args) => report::run(&Config::read(flags)?, args).await,
        Command::Training(args) => training::run(&Config::read(flags)?, args).await,
        Command::Service(args) => service::run(&Config::read(flags)?, args).await,
        Command::Instruction(args) => instruction::run(&Config::read(flags)?, args).await,
        Command::Rectification(args) => rectification::run(&Config::read(flags)?, args).await,
        Command::Calendar(args) => calendar::run(&Config::read(flags)?, args).await,
        Command::Job(args) => job::run(&Config::read(flags)?, args).await,
        Command::Backup(args) => backup::run(&Config::read(flags)?, args).await,
        Command::Restore(args) => restore::run(&Config::read(flags)?, args).await,
        Command::Move(args) => moving::run(&Config::read(flags)?, args).await,
    }
}

fn complain(failure: &Failure) -> ExitCode {
    // Nothing is left to do where the error stream is closed too.
    let _ = writeln!(io::stderr(), "hatchboard: {failure}");
    failure.exit_code()
}

/// Opens the database of the configuration and brings it to this program's shape.
async fn open(config: &Config) -> Result<Store, Failure> {
    let store = crate::serve::connect(config).await?;
    store.migrate().await?;
    Ok(store)
}

/// For commands that would rather do nothing than make a database.
fn expect_database(config: &Config) -> Result<(), Failure> {
    if config.database_is_there() {
        return Ok(());
    }
    Err(Failure::Usage(format!("there is no database at {}", config.database_url)))
}

/// A line for whoever reads the command's output.
fn say(line: impl std::fmt::Display) -> Result<(), Failure> {
    Ok(writeln!(io::stdout(), "{line}")?)
}

/// A time as lines show it.
fn minute(at: Option<DateTime<FixedOffset>>) -> String {
    at.map_or_else(|| "-".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string())
}

/// The output for programs: one JSON value.
fn say_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string(value).map_err(io::Error::from)?;
    say(text)
}
