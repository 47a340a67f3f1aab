use clap::Subcommand;
use hatchboard::{
    access::System,
    service_request::store::{
        ServiceError,
        listing::{ListedRequest, requests},
    },
};

use super::{Failure, minute, window::Window};
use crate::config::Config;

/// Ask for what organisations asked for.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard service list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json")]
pub(super) struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// A line for each request that was made on these days: its kind, where it stands, when it was done.
    #[command(
        after_help = "Example:\n  hatchboard service list --base zhuzhou --from 2026-04-01 --to 2026-06-30 --json"
    )]
    List(Window),
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let Question::List(window) = args.question;
    let (store, base) = window.open(config).await?;
    let reader = System::named("command: service list").reader(base.id);
    let listed = requests(&store, &reader, window.from, window.to).await.map_err(|error| match error {
        ServiceError::Store(error) => Failure::Store(error),
        refused => Failure::Refused(refused.to_string()),
    })?;
    store.close().await?;
    window.print(&listed, line)
}

fn line(one: &ListedRequest) -> String {
    let day = |on: Option<chrono::NaiveDate>| on.map_or_else(|| "-".to_owned(), |on| on.to_string());
    let (asked, due, done) = (minute(Some(one.asked_at)), day(one.due_on), day(one.done_on));
    let (kind, state) = (one.kind.code(), one.state.code());
    format!("{asked}  {kind:<17} {state:<10} {due:<10} {done:<10} {}  {}", one.organisation, one.words)
}
