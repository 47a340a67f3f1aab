use std::str::FromStr;

use chrono_tz::Tz;
use clap::Subcommand;
use hatchboard::{
    calendar::{Calendar, DueRow, Filing, due},
    period::Period,
};

use super::{Failure, say, say_json};
use crate::config::Config;

/// Ask the statutory calendar.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard calendar due weekly-report --from 2026-W01 --to 2026-W13 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Due(DueArgs),
}

/// When filings are due, period by period.
///
/// The years that an admin has added or corrected count where there is a database, those that ship with the
/// program otherwise. Nothing is due in a week without a working day; a deadline is provisional where it rests
/// on a year that is not loaded.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  \
    hatchboard calendar due weekly-report --from 2024-W01 --to 2026-W53 --json\n  \
    hatchboard calendar due base-monthly-plan --from 2026-01 --to 2026-12\n  \
    hatchboard calendar due bureau-check --from 2026-Q1 --to 2026-Q4\n\n\
    Filings: weekly-report, base-weekly-report, monthly-plan, base-monthly-plan, monthly-result,\n\
    self-score, operator-score, bureau-check")]
struct DueArgs {
    /// What is filed, such as weekly-report
    #[arg(value_parser = Filing::from_str)]
    filing: Filing,
    /// The first period, such as 2026-W01, 2026-01 or 2026-Q1
    #[arg(long, value_parser = Period::from_str)]
    from: Period,
    /// The last period, which is asked for too
    #[arg(long, value_parser = Period::from_str)]
    to: Period,
    /// The base's zone
    #[arg(long, default_value = "Asia/Shanghai", value_parser = Tz::from_str)]
    zone: Tz,
    /// Print JSON: `[{"period":"2024-W01","due":"2024-01-05T18:00:00+08:00"},…]`
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    match args.question {
        Question::Due(args) => {
            let rows = rows(&args, &calendar(config).await?)?;
            if args.json { say_json(&rows) } else { rows.iter().try_for_each(|row| say(line(row))) }
        }
    }
}

fn rows(args: &DueArgs, calendar: &Calendar) -> Result<Vec<DueRow>, Failure> {
    if args.from.span() == args.to.span() && args.to.first_day() < args.from.first_day() {
        return Err(Failure::Usage(format!("--to {} lies before --from {}", args.to, args.from)));
    }
    let row = |period| {
        let due = due(args.filing, period, calendar, args.zone).map_err(|wrong| Failure::Usage(wrong.to_string()))?;
        Ok(DueRow::new(period, due, args.zone))
    };
    // Both ends are judged first: a month at one end only would never be met by counting weeks.
    row(args.to)?;
    let within = |period: &Period| period.first_day() <= args.to.first_day();
    std::iter::successors(Some(args.from), |period| Some(period.next())).take_while(within).map(row).collect()
}

fn line(row: &DueRow) -> String {
    let due = row.due.map_or_else(|| "not asked".to_owned(), |due| due.format("%Y-%m-%d %H:%M").to_string());
    let provisional = if row.provisional { "  provisional" } else { "" };
    format!("{:<9} {due}{provisional}", row.period.to_string())
}

/// The years that ship with the program, and over them those that the database keeps, if there is one.
async fn calendar(config: &Config) -> Result<Calendar, Failure> {
    if !config.database_is_there() {
        return Ok(Calendar::shipped());
    }
    let store = crate::serve::connect(config).await?;
    let calendar = hatchboard::calendar::store::load(store.read()).await?;
    store.close().await?;
    Ok(calendar)
}
