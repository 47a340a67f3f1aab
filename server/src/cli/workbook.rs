use std::{path::PathBuf, time::Instant};

use hatchboard::{
    access::System,
    period::Quarter,
    workbook::store::{WorkbookError, straight},
};
use hatchboard_app::workbooks::wording;
use serde::Serialize;

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

/// Write a quarter of a base into one Excel file, with sums by formulas.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard workbook --base zhuzhou --quarter 2026-Q1 --out 2026-Q1.xlsx")]
pub(super) struct Args {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The quarter, such as 2026-Q1
    #[arg(long)]
    quarter: Quarter,
    /// The file, which takes the place of one that is there
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The language of its words
    #[arg(long, default_value = "zh-CN", value_parser = ["zh-CN", "en"])]
    language: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// What was written.
#[derive(Debug, Serialize)]
struct Written {
    rows: u64,
    bytes: usize,
    milliseconds: u128,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let begun = Instant::now();
    let store = open(config).await?;
    let base = base::named(&store, &args.base).await?;
    let reader = System::named("command: workbook").reader(base.id);
    let made = straight(&store, &reader, args.quarter, &*wording(&args.language)).await;
    let (contents, rows) = made.map_err(|error| match error {
        WorkbookError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    std::fs::write(&args.out, &contents)?;
    let written = Written { rows, bytes: contents.len(), milliseconds: begun.elapsed().as_millis() };
    if args.json {
        return say_json(&written);
    }
    say(format!("{} rows, {} bytes in {}", written.rows, written.bytes, args.out.display()))
}
