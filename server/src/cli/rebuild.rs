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

/// Count every week, plan and sheet of every base again, and put right what differs; a sealed sheet, and how many
/// repairs were late at a cut-off, are only named.
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
    for sheet in &sheets {
        let SheetDiffers { base, occasion, subject, sealed, counters, .. } = sheet;
        for (name, kept, counted) in counters {
            let stays = match (*sealed, sheet.keeps(name)) {
                (true, _) => " (sealed, stays as it is)",
                (false, true) => " (stays as it is)",
                (false, false) => "",
            };
            say(format!("{base} {occasion} {subject} {name}: {kept} kept, {counted} counted{stays}"))?;
        }
    }
    let told = |sheets: usize| format!("{} weeks, {} plans and {sheets} sheets", weeks.len(), plans.len());
    if weeks.is_empty() && plans.is_empty() && sheets.is_empty() {
        return say("all counters are right");
    }
    if check {
        return Err(Failure::Refused(format!("{} differ", told(sheets.len()))));
    }
    let mended = sheets.iter().filter(|sheet| sheet.is_mended()).count();
    if weeks.len() + plans.len() + mended > 0 {
        say(format!("{} put right", told(mended)))?;
    }
    let stays = |sheet: &&SheetDiffers| sheet.counters.iter().any(|(name, ..)| sheet.keeps(name));
    match sheets.iter().filter(stays).count() {
        0 => Ok(()),
        number => Err(Failure::Refused(format!("{number} sheets differ and stay as they are"))),
    }
}
