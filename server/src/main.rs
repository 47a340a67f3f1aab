//! `hatchboard`: the program that serves an installation, and the commands that look after it.

#![cfg_attr(not(test), warn(clippy::unwrap_used))]

mod api;
mod backup;
mod cli;
mod config;
mod jobs;
mod listen;
mod logging;
mod mail;
mod metrics;
mod middleware;
mod pages;
mod private;
mod robot;
mod router;
mod serve;
mod shutdown;
mod sweep;
#[cfg(all(test, feature = "test-clock"))]
mod tests;
mod view;
mod workbooks;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
