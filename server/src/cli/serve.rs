use super::{Failure, say};
use crate::{
    config::{Config, Flags},
    logging,
};

/// Serve the installation until it is told to stop (SIGTERM, Ctrl-C).
///
/// Migrates the database first. Requests that are being answered when it is told to stop have ten seconds to end.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  hatchboard serve\n  \
    DATABASE_URL=postgres://hatchboard@db/hatchboard hatchboard serve --addr 0.0.0.0:8080 --public-url https://base.example.gov.cn\n  \
    hatchboard serve --print-config")]
pub(super) struct Args {
    /// Where to listen, such as 127.0.0.1:3000
    #[arg(long, value_name = "HOST:PORT")]
    addr: Option<String>,
    /// What links begin with and forms must come from, such as `https://base.example.gov.cn`
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Print the configuration as TOML, secrets hidden, and end
    #[arg(long)]
    print_config: bool,
}

pub(super) async fn run(mut flags: Flags, args: Args) -> Result<(), Failure> {
    flags.addr = args.addr;
    flags.public_url = args.public_url;
    let config = Config::read(flags)?;
    if args.print_config {
        return say(config.to_toml().trim_end());
    }
    logging::start(&config);
    Ok(crate::serve::run(config).await?)
}
