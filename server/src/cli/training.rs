use clap::Subcommand;
use hatchboard::{
    access::System,
    training::store::{
        TrainingError,
        listing::{ListedTraining, sessions},
    },
};

use super::{Failure, window::Window};
use crate::config::Config;

/// Ask for trainings.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard training list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// A line for each session on these days: where it stands, who was invited and who came.
    #[command(
        after_help = "Example:\n  hatchboard training list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
    )]
    List(Window),
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::List(window) = args.question;
    let (store, base) = window.open(config).await?;
    let reader = System::named("command: training list").reader(base.id);
    let listed = sessions(&store, &reader, window.from, window.to).await.map_err(|error| match error {
        TrainingError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    window.print(&listed, line)
}

fn line(one: &ListedTraining) -> String {
    let names = one.came.iter().filter(|one| one.struck_at.is_none()).map(|one| one.person.as_str());
    let names: Vec<&str> = names.collect();
    let names = if names.is_empty() { "-".to_owned() } else { names.join(", ") };
    let (state, invited) = (one.state.code(), one.invited.len());
    format!("{}  {state:<10} {invited:>4} invited  {}: {names}", one.held_on, one.title)
}
