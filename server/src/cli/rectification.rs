use clap::Subcommand;
use hatchboard::{
    access::System,
    rectification::store::{
        RectificationError,
        listing::{ListedRectification, rectifications},
    },
};

use super::{Failure, minute, window::Window};
use crate::config::Config;

/// Ask for faults that have to be repaired.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(
    after_help = "Example:\n  hatchboard rectification list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
)]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// A line for each fault that falls due on these days: where it stands, when it was reported and closed.
    #[command(
        after_help = "Example:\n  hatchboard rectification list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
    )]
    List(Window),
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::List(window) = args.question;
    let (store, base) = window.open(config).await?;
    let reader = System::named("command: rectification list").reader(base.id);
    let listed = rectifications(&store, &reader, window.from, window.to).await.map_err(|error| match error {
        RectificationError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    window.print(&listed, line)
}

fn line(one: &ListedRectification) -> String {
    let (state, reported, closed) = (one.state.code(), minute(one.reported_at), minute(one.closed_at));
    format!("{}  {state:<10} {reported:<16} {closed:<16} {}  {}", one.due_on, one.subject, one.words)
}
