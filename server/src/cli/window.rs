use chrono::NaiveDate;
use hatchboard::{base::Base, store::Store};
use serde::Serialize;

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

// What a list of records is asked for by. No doc comment: it would stand in the help of the commands.
#[derive(Debug, clap::Args)]
pub(super) struct Window {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The first day, such as 2026-04-01
    #[arg(long, value_name = "DATE")]
    pub(super) from: NaiveDate,
    /// The last day, which is asked for too
    #[arg(long, value_name = "DATE")]
    pub(super) to: NaiveDate,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Window {
    /// Opens the database and finds the base.
    pub(super) async fn open(&self, config: &Config) -> Result<(Store, Base), Failure> {
        if self.to < self.from {
            return Err(Failure::Usage(format!("--to {} lies before --from {}", self.to, self.from)));
        }
        let store = open(config).await?;
        let base = base::named(&store, &self.base).await?;
        Ok((store, base))
    }

    /// Prints the records: as JSON, or each as a line.
    pub(super) fn print<Record: Serialize>(
        &self,
        records: &[Record],
        line: impl Fn(&Record) -> String,
    ) -> Result<(), Failure> {
        if self.json { say_json(&records) } else { records.iter().try_for_each(|record| say(line(record))) }
    }
}
