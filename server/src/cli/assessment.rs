use clap::Subcommand;
use hatchboard::{
    access::System,
    assessment::{
        Occasion,
        store::{AssessmentError, Document, Listed, SheetFilter, document, freeze_due, list, seal_due, sealed_text},
    },
    points::Points,
    store::Paging,
};

use super::{Failure, base, open, say, say_json};
use crate::config::Config;

/// Ask for quarterly and annual assessments, or seal what is due.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard assessment list --base zhuzhou --quarter 2026-Q1 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    List(ListArgs),
    Show(ShowArgs),
    Seal(SealArgs),
}

/// A line for each sheet of a quarter or a year.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard assessment list --base zhuzhou --quarter 2026-Q1 --json")]
struct ListArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The quarter, such as 2026-Q1, or the year, such as 2025
    #[arg(long)]
    quarter: Occasion,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// One sheet with everything that its total comes from.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard assessment show --base zhuzhou --quarter 2026-Q1 --subject 春晖 --json")]
struct ShowArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
    /// The quarter, such as 2026-Q1, or the year, such as 2025
    #[arg(long)]
    quarter: Occasion,
    /// The subject, by its credit code or its name
    #[arg(long, value_name = "CODE_OR_NAME")]
    subject: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
    /// Print the text that was sealed: without the line's end, its SHA-256 is the seal
    #[arg(long, conflicts_with = "json")]
    sealed: bool,
}

/// Freeze facts whose cut-off has passed, and seal sheets whose window is over, as the program does by the hour.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard assessment seal --base zhuzhou")]
struct SealArgs {
    /// The base, by its name or its slug
    #[arg(long)]
    base: String,
}

fn refused(error: AssessmentError) -> Failure {
    match error {
        AssessmentError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    }
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let store = open(config).await?;
    let reader = |base| System::named("command: assessment").reader(base);
    match args.question {
        Question::List(args) => {
            let base = base::named(&store, &args.base).await?;
            let mut rows = Vec::new();
            // Page by page: a quarter of a large base has more sheets than a page.
            for number in 1.. {
                let paging = Paging::new(number, 500);
                let page = list(&store, &reader(base.id), args.quarter, &SheetFilter::default(), paging).await;
                let page = page.map_err(refused)?;
                let last = page.rows.len() < 500;
                rows.extend(page.rows.into_iter().map(Listed::from));
                if last {
                    break;
                }
            }
            if args.json {
                return say_json(&rows);
            }
            rows.iter().try_for_each(|row| {
                let total = row.total.map_or_else(|| "-".to_owned(), |total| total.to_string());
                let band = row.band.map_or("-", hatchboard::assessment::Band::code);
                say(format!("{total:>6} {band:<10} {:<12} {}", row.state, row.name))
            })
        }
        Question::Show(args) => {
            let base = base::named(&store, &args.base).await?;
            if args.sealed {
                let text = sealed_text(&store, &reader(base.id), args.quarter, &args.subject).await;
                return say(text.map_err(refused)?);
            }
            let found = document(&store, &reader(base.id), args.quarter, &args.subject).await.map_err(refused)?;
            if args.json { say_json(&found) } else { say_lines(&found) }
        }
        Question::Seal(args) => {
            let base = base::named(&store, &args.base).await?;
            let frozen = freeze_due(&store, base.id).await.map_err(refused)?;
            let sealed = seal_due(&store, base.id).await.map_err(refused)?;
            say(format!("{frozen} sheets frozen, {sealed} sealed"))
        }
    }
}

fn say_lines(found: &Document) -> Result<(), Failure> {
    let told = |points: Option<Points>| points.map_or_else(|| "-".to_owned(), |points| points.to_string());
    for line in &found.lines {
        let points = told(line.points);
        say(format!("{points:>6} of {:>6}  {} {}", line.max.to_string(), line.indicator, line.working))?;
    }
    let [total, bonus, deductions] = [found.total, found.bonus, found.deductions].map(told);
    say(format!("{total:>6} in all, bonus {bonus}, deductions {deductions}"))
}
