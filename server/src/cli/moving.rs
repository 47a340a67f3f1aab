use hatchboard::{
    clock::Clock,
    moving::{Movable, Moved, MovedTable},
    store::Store,
};
use serde::Serialize;

use super::{Failure, expect_database, say, say_json};
use crate::{
    backup::Kind,
    config::{Config, DatabaseUrl},
    serve,
};

/// Move everything into an empty database of the other kind: from SQLite to PostgreSQL, or back.
///
/// Stop the program first. The database of the configuration is read and stays as it is; attachments stay where
/// they are. Every row is compared where it has arrived, then every audit chain and every counter is checked.
/// What breaks off leaves no row and can be begun again. Afterwards the configuration has to name the new database.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  HATCHBOARD_MOVE_TO=postgres://hatchboard:secret@db/hatchboard hatchboard move\n\n\
    Everybody on the machine can read a command line, so an address with a password is better in the environment.")]
pub(super) struct Args {
    /// The empty database: `postgres://USER:PASSWORD@HOST/DATABASE` or `sqlite://FILE`
    // A text, since what is no address would be repeated in the refusal, password and all.
    #[arg(long, value_name = "URL", env = "HATCHBOARD_MOVE_TO", hide_env_values = true)]
    to: String,
    /// Print what was moved as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Outcome {
    from: Kind,
    to: Kind,
    #[serde(flatten)]
    moved: Moved,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    let address = args.to.parse::<DatabaseUrl>().map_err(|fault| Failure::Usage(format!("--to {fault}")))?;
    let (from, to) = (Kind::of(&config.database_url), Kind::of(&address));
    if from == to {
        let instead = "`hatchboard backup` and `hatchboard restore` bring it to another place";
        return Err(Failure::Usage(format!("a move goes from {from} to the other kind of database; {instead}")));
    }
    expect_database(config)?;
    let there = Config { database_url: address, ..config.clone() };
    let moved = move_all(config, &there).await?;
    if args.json { say_json(&Outcome { from, to, moved }) } else { table(from, &there, &moved) }
}

async fn move_all(here: &Config, there: &Config) -> Result<Moved, Failure> {
    let Some(from) = Store::connect_alone(here.database_url.secret(), Clock::system()).await? else {
        let held = &here.database_url;
        let refusal = format!("{held} is in use: stop the program and whatever else has it open, then move");
        return Err(Failure::Refused(refusal));
    };
    // Nothing is made there before it is known that there is something to move.
    let movable = Movable::find(&from).await?;
    let to = serve::connect(there).await?;
    let moved = movable.move_to(&to).await?;
    to.close().await?;
    from.close().await?;
    Ok(moved)
}

fn table(from: Kind, there: &Config, moved: &Moved) -> Result<(), Failure> {
    say(format_args!("{:<24} {:>9}", "table", "rows"))?;
    for MovedTable { table, rows } in moved.tables.iter().filter(|one| one.rows > 0) {
        say(format_args!("{table:<24} {rows:>9}"))?;
    }
    let to = Kind::of(&there.database_url);
    say(format_args!(
        "{} rows are in {to} as they were in {from}; all audit chains hold, all counters are right",
        moved.rows
    ))?;
    say(format_args!("The attachments stay in {}; the old database stays as it is.", there.files.display()))?;
    say(format_args!("Next: database_url = \"{}\" in the configuration, then start the program.", there.database_url))
}
