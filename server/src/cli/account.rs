use std::io;

use clap::Subcommand;
use hatchboard::{
    access::System,
    account::{AccountError, AccountName, NameFault, NewAccount, Password, PersonName, command, draw_password},
};
use serde_json::json;

use super::{Failure, open, say, say_json};
use crate::config::Config;

/// Look after the accounts of people.
#[derive(Debug, clap::Args)]
#[command(arg_required_else_help = true)]
#[command(after_help = "Example:\n  hatchboard account add --admin --display-name 李主任 lizhuren")]
pub(super) struct Args {
    #[command(subcommand)]
    deed: Deed,
}

#[derive(Debug, Subcommand)]
enum Deed {
    Add(AddArgs),
    List(ListArgs),
    /// Disable an account; its sessions end at once
    #[command(after_help = "Example:\n  hatchboard account disable wangfang")]
    Disable(NamedArgs),
    /// Make a link, good once within 24 hours, by which the person sets another password
    #[command(after_help = "Example:\n  hatchboard account reset wangfang")]
    Reset(NamedArgs),
}

/// Add an account.
///
/// Prints a link, good once within 24 hours, by which the person sets a password; or reads or draws one.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  hatchboard account add --admin --display-name 李主任 lizhuren\n  \
    hatchboard account add --draw-password wangfang --json\n  \
    hatchboard account add --password-stdin wangfang < password.txt")]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
struct AddArgs {
    /// What the person signs in with
    #[arg(value_parser = AccountName::parse)]
    name: AccountName,
    /// What the person is called; the account's name unless given
    #[arg(long, value_name = "NAME", value_parser = PersonName::parse)]
    display_name: Option<PersonName>,
    /// Lets the person run the installation
    #[arg(long)]
    admin: bool,
    /// Read the password from the first line of the input
    #[arg(long, conflicts_with = "draw_password")]
    password_stdin: bool,
    /// Draw a password at random and print it
    #[arg(long)]
    draw_password: bool,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// List all accounts.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  hatchboard account list --json")]
struct ListArgs {
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Args)]
struct NamedArgs {
    /// What the person signs in with
    #[arg(value_parser = AccountName::parse)]
    name: AccountName,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(config: &Config, args: Args) -> Result<(), Failure> {
    match args.deed {
        Deed::Add(args) => add(config, args).await,
        Deed::List(args) => list(config, &args).await,
        Deed::Disable(args) => disable(config, &args).await,
        Deed::Reset(args) => reset(config, &args).await,
    }
}

async fn add(config: &Config, args: AddArgs) -> Result<(), Failure> {
    let typed = match (args.password_stdin, args.draw_password) {
        (true, _) => Some(first_line()?),
        (_, true) => Some(draw_password()),
        _ => None,
    };
    let password = typed.as_ref().map(|typed| Password::judge(typed, &args.name)).transpose();
    let password = password.map_err(|fault| Failure::Usage(fault.to_string()))?;
    let called = args.display_name.map_or_else(|| PersonName::parse(args.name.as_str()), Ok);
    let display_name = called.map_err(|fault: NameFault| Failure::Usage(fault.to_string()))?;
    let new = NewAccount { name: args.name.clone(), display_name, password, admin: args.admin };
    let store = open(config).await?;
    let added = command::add(&store, &System::named("command: account add"), new).await.map_err(told)?;
    let link = added.token.map(|token| link(config, token.reveal()));
    let drawn = typed.filter(|_| args.draw_password);
    if args.json {
        return say_json(&json!({ "id": added.id, "name": args.name, "link": link, "password": drawn }));
    }
    say(format_args!("{} is added.", args.name))?;
    drawn.map_or(Ok(()), |password| say(format_args!("Password: {password}")))?;
    link.map_or(Ok(()), |link| say(format_args!("Set the password here, once, within 24 hours:\n{link}")))
}

async fn list(config: &Config, args: &ListArgs) -> Result<(), Failure> {
    let store = open(config).await?;
    let accounts = command::list(&store, &System::named("command: account list")).await?;
    if args.json {
        return say_json(&accounts);
    }
    accounts.iter().try_for_each(|account| {
        let admin = if account.admin { "  administrator" } else { "" };
        let disabled = if account.disabled { "  disabled" } else { "" };
        say(format_args!("{}  {}{admin}{disabled}", account.name, account.display_name))
    })
}

async fn disable(config: &Config, args: &NamedArgs) -> Result<(), Failure> {
    let store = open(config).await?;
    command::disable(&store, &System::named("command: account disable"), args.name.as_str()).await.map_err(told)?;
    if args.json {
        say_json(&json!({ "name": args.name, "disabled": true }))
    } else {
        say(format_args!("{} is disabled.", args.name))
    }
}

async fn reset(config: &Config, args: &NamedArgs) -> Result<(), Failure> {
    let store = open(config).await?;
    let token =
        command::reset(&store, &System::named("command: account reset"), args.name.as_str()).await.map_err(told)?;
    let link = link(config, token.reveal());
    if args.json {
        return say_json(&json!({ "name": args.name, "link": link }));
    }
    say(format_args!("Set the password here, once, within 24 hours:\n{link}"))
}

fn link(config: &Config, token: &str) -> String {
    format!("{}/reset/{token}", config.public_url_on(config.addr.port()))
}

fn first_line() -> Result<String, Failure> {
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn told(error: AccountError) -> Failure {
    match error {
        AccountError::Store(error) => Failure::Store(error),
        AccountError::NotFound => Failure::Usage("there is no account of that name".to_owned()),
        other => Failure::Usage(other.to_string()),
    }
}
