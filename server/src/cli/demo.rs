use chrono::NaiveDate;
use hatchboard::{
    access::System,
    demo::{self, DemoError, Loaded, SignIn, Wanted},
};

use super::{Failure, open, say, say_json};
use crate::config::Config;

/// Load a base with invented organisations, once into a database.
///
/// The same seed and day make the same base. Passwords are drawn at random each time, and shown here only.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  hatchboard demo --seed 1\n  \
    hatchboard demo --seed 1 --on 2026-04-09 --json\n  \
    hatchboard demo --seed 7 --organisations 1500 --weeks 104")]
pub(super) struct Args {
    /// What chance begins with
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The day that the demo leads up to, such as 2026-04-09; today unless given
    #[arg(long, value_name = "DATE")]
    on: Option<NaiveDate>,
    /// How many organisations, those with a story among them
    #[arg(long, value_name = "N", default_value_t = Wanted::FEWEST_ORGANISATIONS)]
    organisations: usize,
    /// How many weeks, this one among them
    #[arg(long, value_name = "N", default_value_t = Wanted::WEEKS)]
    weeks: u32,
    /// Print JSON, with the passwords
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let store = open(config).await?;
    let today = store.now().with_timezone(&chrono_tz::Asia::Shanghai).date_naive();
    let wanted =
        Wanted { seed: args.seed, on: args.on.unwrap_or(today), organisations: args.organisations, weeks: args.weeks };
    let loaded = demo::load(&store, &System::named("command: demo"), wanted).await.map_err(told)?;
    store.close().await?;
    if args.json { say_json(&loaded) } else { table(&loaded) }
}

fn told(error: DemoError) -> Failure {
    match error {
        DemoError::Store(error) => Failure::Store(error),
        wrong @ (DemoError::Organisations | DemoError::Weeks) => Failure::Usage(wrong.to_string()),
        refused => Failure::Refused(refused.to_string()),
    }
}

fn table(loaded: &Loaded) -> Result<(), Failure> {
    let Wanted { organisations, weeks, on, seed } = loaded.wanted;
    say(format_args!(
        "{} is loaded: {organisations} organisations, {weeks} weeks up to {on}, seed {seed}.",
        loaded.base
    ))?;
    say("")?;
    say(format_args!("{:<13} {:<13} {:<18} where to go", "role", "account", "password"))?;
    for SignIn { role, account, password, path, .. } in &loaded.sign_ins {
        say(format_args!("{:<13} {account:<13} {password:<18} {path}", role.code()))?;
    }
    say("")?;
    for SignIn { account, person, organisations, .. } in
        loaded.sign_ins.iter().filter(|one| !one.organisations.is_empty())
    {
        say(format_args!("{account} ({person}): {}", organisations.join("、")))?;
    }
    say(
        "The passwords were drawn just now and are shown this once; `hatchboard account reset NAME` makes a link for another.",
    )
}
