use clap::Subcommand;
use hatchboard::{
    access::System,
    base::{self, Base, FoundingText, store::FoundingError},
    store::{Intent, Store},
};
use serde_json::json;

use super::{Failure, open, say, say_json};
use crate::config::Config;

/// Found and list bases.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard base list")]
pub(super) struct Args {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    Add(AddArgs),
    List(ListArgs),
}

/// Found a base.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard base add --slug zhuzhou --name 株洲市社会组织孵化基地 \\\n    \
    --operator 株洲市益创社会组织服务中心 --bureau 株洲市民政局")]
struct AddArgs {
    /// Its name in links: lower-case letters, digits and hyphens
    #[arg(long)]
    slug: String,
    #[arg(long)]
    name: String,
    /// What its receipt numbers begin with: 2 to 6 capital letters; the slug's first ones unless given
    #[arg(long, value_name = "LETTERS")]
    short_code: Option<String>,
    /// Who runs it (运营方)
    #[arg(long)]
    operator: String,
    /// Who supervises it (民政局)
    #[arg(long)]
    bureau: String,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// List the bases of the installation.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard base list --json")]
struct ListArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    match args.deed {
        Deed::Add(args) => add(config, args).await,
        Deed::List(args) => list(config, &args).await,
    }
}

async fn add(config: &Config, args: AddArgs) -> Result<(), Failure> {
    let of_slug = || args.slug.chars().filter(char::is_ascii_alphabetic).take(2).collect::<String>().to_uppercase();
    let text = FoundingText {
        short_code: args.short_code.unwrap_or_else(of_slug),
        slug: args.slug,
        name: args.name,
        operator_name: args.operator,
        bureau_name: args.bureau,
    };
    let store = open(config).await?;
    let admin = System::named("command: base add").admin();
    let slug =
        base::store::found_from(&store, &admin, &text, Intent::once("base.add")).await.map_err(
            |error| match error {
                FoundingError::Store(error) => Failure::Store(error),
                FoundingError::Invalid(_) => Failure::Usage(error.to_string()),
            },
        )?;
    store.close().await?;
    if args.json {
        say_json(&json!({ "slug": slug, "name": text.name }))
    } else {
        say(format_args!("{} is founded: /b/{slug}", text.name))
    }
}

async fn list(config: &Config, args: &ListArgs) -> Result<(), Failure> {
    let store = open(config).await?;
    let bases = base::store::all(&store).await?;
    if args.json {
        return say_json(&bases);
    }
    bases.iter().try_for_each(|base| say(format_args!("{:<20} {}", base.slug, base.name)))
}

/// The base that `--base` names, by its slug or its name.
pub(super) async fn named(store: &Store, name: &str) -> Result<Base, Failure> {
    if let Some(base) = base::store::by_name(store, name.trim()).await? {
        return Ok(base);
    }
    let bases = base::store::all(store).await?;
    let there: Vec<String> = bases.iter().map(|base| format!("{} ({})", base.slug, base.name)).collect();
    Err(Failure::Refused(if there.is_empty() {
        format!("there is no base `{name}`, nor any other; `hatchboard base add` founds one")
    } else {
        format!("there is no base `{name}`; there are: {}", there.join(", "))
    }))
}
