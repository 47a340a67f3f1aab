use clap::Subcommand;
use hatchboard::{
    assessment::store::{SheetDiffers, rebuild_sheets},
    monthly_plan::store::{PlanDiffers, rebuild_plans},
    weekly_report::store::{
        WeeklyReportError,
        counters::{Differs, rebuild_counters},
    },
};

use super::{Failure, open, say};
use crate::config::Config;

/// Count again what is counted with each filing.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard rebuild counters --check")]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Counters(CountersArgs),
}

/// Count every week, plan and sheet of every base again, and put right what differs; a sealed sheet is only named.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard rebuild counters --check")]
struct CountersArgs {
    /// Only compare; ends with 1 where something differs
    #[arg(long)]
    check: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let What::Counters(CountersArgs { check }) = args.what;
    let store = open(config).await?;
    let weeks = rebuild_counters(&store, check).await.map_err(|error| match error {
        WeeklyReportError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    let plans = rebuild_plans(&store, check).await.map_err(Failure::Store)?;
    let sheets = rebuild_sheets(&store, check).await.map_err(Failure::Store)?;
    store.close().await?;
    for Differs { base, week, counters } in &weeks {
        for (name, kept, counted) in counters {
            say(format!("{base} {week} {name}: {kept} kept, {counted} counted"))?;
        }
    }
    for PlanDiffers { base, plan, month, counters } in &plans {
        for (name, kept, counted) in counters {
            say(format!("{base} {month} plan {plan} {name}: {kept} kept, {counted} counted"))?;
        }
    }
    for SheetDiffers { base, occasion, subject, sealed, counters, .. } in &sheets {
        let seal = if *sealed { " (sealed, stays as it is)" } else { "" };
        for (name, kept, counted) in counters {
            say(format!("{base} {occasion} {subject} {name}: {kept} kept, {counted} counted{seal}"))?;
        }
    }
    let sealed = sheets.iter().filter(|sheet| sheet.sealed).count();
    let told = |sheets: usize| format!("{} weeks, {} plans and {sheets} sheets", weeks.len(), plans.len());
    if weeks.is_empty() && plans.is_empty() && sheets.is_empty() {
        return say("all counters are right");
    }
    if check {
        return Err(Failure::Refused(format!("{} differ", told(sheets.len()))));
    }
    if weeks.len() + plans.len() + sheets.len() > sealed {
        say(format!("{} put right", told(sheets.len() - sealed)))?;
    }
    if sealed == 0 {
        Ok(())
    } else {
        Err(Failure::Refused(format!("{sealed} sealed sheets differ and stay as they are")))
    }
}
