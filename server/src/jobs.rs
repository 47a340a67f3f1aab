//! Timed work under a lease in the database: of several replicas, one does it.

use std::{path::PathBuf, time::Duration};

use chrono::TimeDelta;
use hatchboard::{
    base,
    evidence::{Files, FilesError},
    reminder::{
        Channel, Refusal,
        store::{self as reminders, Outgoing, lease},
    },
    store::{Store, StoreError},
};
use hatchboard_app::reminder::letter::{letter, message};
use serde::Serialize;
use tokio::time::{MissedTickBehavior, interval};
use uuid::Uuid;

use crate::{
    config::{Config, PublicUrl},
    mail::{MailError, Mailer},
    robot::Robots,
    sweep::{self, SweepError},
};

const MINUTE: Duration = Duration::from_mins(1);
/// The rules are asked every so many minutes; what waits goes every minute.
const RULES_EVERY: u32 = 10;
/// Longer than a claim of letters takes to send, however slow the server is.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// So many claims of letters a run: the others go with the next one.
const CLAIMS: u32 = 50;

/// A work by its name on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Job {
    /// Tells people what is due or overdue, and sends what waits
    Reminders,
    /// Throws away what has served its time, freezes and seals what is due
    Sweep,
}

impl Job {
    fn name(self) -> &'static str {
        match self {
            Self::Reminders => "reminders",
            Self::Sweep => "sweep",
        }
    }
}

/// What came of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub(crate) struct Done {
    /// Somebody else holds the lease, and does the work.
    pub(crate) held_elsewhere: bool,
    pub(crate) digests: usize,
    pub(crate) lines: usize,
    /// By mail and by robots.
    pub(crate) sent: usize,
    pub(crate) failed: usize,
}

/// Why timed work cannot begin.
#[derive(Debug, thiserror::Error)]
pub(crate) enum WorkerError {
    #[error(transparent)]
    Mail(#[from] MailError),
    #[error("robots cannot be written to: {0}")]
    Tls(#[from] tokio_rustls::rustls::Error),
}

#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Files(#[from] FilesError),
    #[error(transparent)]
    Sweep(#[from] SweepError),
}

/// Who does timed work, and what it takes.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    store: Store,
    /// `None` where no mail is configured.
    mailer: Option<Mailer>,
    /// `None` where the configuration does not speak of robots.
    robots: Option<Robots>,
    public_url: PublicUrl,
    /// Where files are kept.
    files: PathBuf,
    /// Tells this process from others.
    holder: String,
}

impl Worker {
    pub(crate) fn new(store: Store, config: &Config, public_url: PublicUrl) -> Result<Self, WorkerError> {
        let (mailer, robots) = (Mailer::of(config)?, Robots::of(config)?);
        let files = config.files.clone();
        Ok(Self { store, mailer, robots, public_url, files, holder: Uuid::new_v4().to_string() })
    }

    /// Tells and sends, for as long as the program runs.
    pub(crate) async fn by_the_minute(self) {
        let mut minutes = interval(MINUTE);
        minutes.set_missed_tick_behavior(MissedTickBehavior::Skip);
        // The first tick comes at once, and the rules are asked for the first time when as many minutes are over as lie
        // between two times: a clock that is set wrong when the program starts tells nobody anything.
        for minute in 0u32.. {
            minutes.tick().await;
            if minute == 0 {
                continue;
            }
            if let Err(error) = self.minute(minute.is_multiple_of(RULES_EVERY)).await {
                tracing::warn!(%error, "reminders were not sent");
            }
        }
    }

    async fn minute(&self, rules: bool) -> Result<(), JobError> {
        if rules || reminders::waits(&self.store).await? {
            self.under_lease(Job::Reminders, rules).await?;
        }
        Ok(())
    }

    /// Does a work once, unless somebody else is at it.
    pub(crate) async fn once(&self, job: Job) -> Result<Done, JobError> {
        self.under_lease(job, true).await
    }

    async fn under_lease(&self, job: Job, rules: bool) -> Result<Done, JobError> {
        if !self.take(job).await? {
            return Ok(Done { held_elsewhere: true, ..Done::default() });
        }
        let done = match job {
            Job::Reminders => self.remind(rules).await,
            Job::Sweep => self.sweep().await.map(|()| Done::default()),
        };
        lease::release(&self.store, job.name(), &self.holder).await?;
        done
    }

    async fn sweep(&self) -> Result<(), JobError> {
        Ok(sweep::now(&self.store, &Files::in_folder(&self.files)?).await?)
    }

    async fn take(&self, job: Job) -> Result<bool, StoreError> {
        lease::take(&self.store, job.name(), &self.holder, LEASE).await
    }

    async fn remind(&self, rules: bool) -> Result<Done, JobError> {
        let mut done = Done::default();
        let channels = Channel::of(self.mailer.is_some(), self.robots.is_some());
        let bases = if rules { base::store::all(&self.store).await? } else { Vec::new() };
        for base in bases {
            let told = reminders::run(&self.store, base.id, channels).await?;
            done.digests += told.digests;
            done.lines += told.lines;
            if !self.take(Job::Reminders).await? {
                return Ok(done);
            }
        }
        for _ in 0..CLAIMS {
            let letters = reminders::claim(&self.store).await?;
            if letters.is_empty() {
                break;
            }
            for outgoing in letters {
                if !reminders::leaving(&self.store, &outgoing).await? {
                    continue;
                }
                match self.hand_over(&outgoing).await {
                    Ok(()) => {
                        reminders::sent(&self.store, &outgoing).await?;
                        done.sent += 1;
                    }
                    Err(why) => {
                        tracing::warn!(delivery = %outgoing.id, why, "a reminder was not taken");
                        reminders::failed(&self.store, &outgoing, &why).await?;
                        done.failed += 1;
                    }
                }
            }
            if !self.take(Job::Reminders).await? {
                break;
            }
        }
        Ok(done)
    }

    /// To whatever takes it further, or why that does not.
    async fn hand_over(&self, outgoing: &Outgoing) -> Result<(), String> {
        let (settings, public_url) = (&outgoing.settings, self.public_url.as_str());
        match (outgoing.channel, &self.mailer, &self.robots) {
            (Channel::Mail, Some(mailer), _) => mailer.send(&settings.mail, letter(outgoing, public_url)).await,
            (Channel::Robot, _, Some(robots)) => {
                let (text, now) = (message(outgoing, public_url), self.store.now());
                robots.say(&settings.robot, &settings.robot_secret, &text, now).await
            }
            (channel, ..) => Err(Refusal::NotSetUp.with(channel)),
        }
    }
}
