use clap::Subcommand;
use hatchboard::{
    access::System,
    instruction::store::{
        InstructionError,
        listing::{ListedInstruction, instructions},
    },
};

use super::{Failure, minute, window::Window};
use crate::config::Config;

/// Ask for instructions of the bureau.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(
    after_help = "Example:\n  hatchboard instruction list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
)]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// A line for each instruction that falls due on these days: where it stands, when it was answered and closed.
    #[command(
        after_help = "Example:\n  hatchboard instruction list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
    )]
    List(Window),
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::List(window) = args.question;
    let (store, base) = window.open(config).await?;
    let reader = System::named("command: instruction list").reader(base.id);
    let listed = instructions(&store, &reader, window.from, window.to).await.map_err(|error| match error {
        InstructionError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    window.print(&listed, line)
}

fn line(one: &ListedInstruction) -> String {
    let (state, answered, closed) = (one.state.code(), minute(one.answered_at), minute(one.closed_at));
    format!("{}  {state:<10} {answered:<16} {closed:<16} {}  {}", one.due_on, one.owner, one.title)
}
