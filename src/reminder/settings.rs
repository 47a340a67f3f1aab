use std::{collections::BTreeSet, fmt};

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{Channel, Kind, Quiet, RobotAddress, Secret};

/// The longest address that mail is sent to, in characters.
pub const LONGEST_MAIL: usize = 254;
/// The longest secret that a robot's requests are signed with, in characters.
pub const LONGEST_SECRET: usize = 128;

/// How a person wants to be told. It prints without the addresses.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// Where mail goes to; empty for none.
    pub mail: String,
    pub by_mail: bool,
    /// The address of a group's robot; empty for none. Whoever has it can write to the group.
    pub robot: String,
    /// What its requests are signed with, where the group asks for that.
    pub robot_secret: Secret,
    pub by_robot: bool,
    /// Of these only what is obligatory is told.
    pub opted_out: BTreeSet<Kind>,
    pub quiet: Quiet,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("by_mail", &self.by_mail)
            .field("by_robot", &self.by_robot)
            .field("robot_secret", &self.robot_secret)
            .field("opted_out", &self.opted_out)
            .field("quiet", &self.quiet)
            .finish_non_exhaustive()
    }
}

impl Settings {
    /// Whether a channel is used. What the program itself shows disturbs nobody, so that is always on.
    pub fn uses(&self, channel: Channel) -> bool {
        match channel {
            Channel::Program => true,
            Channel::Mail => self.by_mail && !self.mail.is_empty(),
            Channel::Robot => self.by_robot && !self.robot.is_empty(),
        }
    }
}

/// The settings as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsText {
    pub mail: String,
    pub by_mail: bool,
    pub robot: String,
    /// Another secret; blank to leave it as it is. It is shown to nobody again, and so never comes back.
    #[serde(skip)]
    pub robot_secret: Secret,
    /// There is to be none any more.
    pub forget_secret: bool,
    pub by_robot: bool,
    /// Codes of the kinds that are wanted.
    pub kinds: Vec<String>,
    /// Such as `21:00`; both blank for no quiet hours.
    pub quiet_from: String,
    pub quiet_until: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsField {
    Mail,
    Robot,
    RobotSecret,
    QuietFrom,
    QuietUntil,
}

impl SettingsField {
    /// As forms name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Robot => "robot",
            Self::RobotSecret => "robot_secret",
            Self::QuietFrom => "quiet_from",
            Self::QuietUntil => "quiet_until",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SettingsFault {
    #[error("is no address of mail")]
    NoAddress,
    /// Mail is wanted.
    #[error("is missing")]
    AddressMissing,
    #[error("is no address of a group's robot")]
    NoRobot,
    /// The robot is wanted.
    #[error("of the robot is missing")]
    RobotMissing,
    #[error("is no secret of a robot")]
    NoSecret,
    /// The robot's service does not sign.
    #[error("is of no use to this robot")]
    SecretUnused,
    #[error("is no time of day")]
    NoTime,
}

/// One fault of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{} {fault}", field.code())]
pub struct SettingsProblem {
    pub field: SettingsField,
    pub fault: SettingsFault,
}

impl From<&Settings> for SettingsText {
    fn from(settings: &Settings) -> Self {
        let wanted = Kind::ALL.iter().filter(|kind| !settings.opted_out.contains(*kind));
        let Quiet { from, until } = settings.quiet;
        let time = |time: NaiveTime| if from == until { String::new() } else { time.format("%H:%M").to_string() };
        Self {
            mail: settings.mail.clone(),
            by_mail: settings.by_mail,
            robot: settings.robot.clone(),
            robot_secret: Secret::default(),
            forget_secret: false,
            by_robot: settings.by_robot,
            kinds: wanted.map(|kind| kind.code().to_owned()).collect(),
            quiet_from: time(from),
            quiet_until: time(until),
        }
    }
}

impl SettingsText {
    /// What the words mean, where `before` has been settled.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of the fields.
    pub fn judge(&self, before: &Settings) -> Result<Settings, Vec<SettingsProblem>> {
        let mut problems = Vec::new();
        let mut wrong = |field, fault| problems.push(SettingsProblem { field, fault });
        let mail = self.mail.trim();
        if mail.is_empty() && self.by_mail {
            wrong(SettingsField::Mail, SettingsFault::AddressMissing);
        } else if !mail.is_empty() && !is_address(mail) {
            wrong(SettingsField::Mail, SettingsFault::NoAddress);
        }
        let robot = self.robot.trim();
        let address = RobotAddress::read(robot);
        if robot.is_empty() && self.by_robot {
            wrong(SettingsField::Robot, SettingsFault::RobotMissing);
        } else if !robot.is_empty() && address.is_none() {
            wrong(SettingsField::Robot, SettingsFault::NoRobot);
        }
        let secret = self.robot_secret.reveal().trim();
        if robot.is_empty() && !self.by_robot && !secret.is_empty() {
            wrong(SettingsField::Robot, SettingsFault::RobotMissing);
        } else if !secret.is_empty() && !is_secret(secret) {
            wrong(SettingsField::RobotSecret, SettingsFault::NoSecret);
        } else if !secret.is_empty() && address.is_some_and(|address| !address.robot.signs()) {
            wrong(SettingsField::RobotSecret, SettingsFault::SecretUnused);
        }
        // A secret belongs to its robot: whoever names another one has another secret, or none.
        let stays = secret.is_empty() && robot == before.robot && !self.forget_secret;
        let robot_secret = if stays { before.robot_secret.clone() } else { Secret::new(secret) };
        let (from, until) = (self.quiet_from.trim(), self.quiet_until.trim());
        let none = from.is_empty() && until.is_empty();
        let mut time = |field, text: &str| {
            let read = NaiveTime::parse_from_str(text, "%H:%M").ok();
            if read.is_none() && !none {
                wrong(field, SettingsFault::NoTime);
            }
            read.unwrap_or_default()
        };
        let quiet = Quiet { from: time(SettingsField::QuietFrom, from), until: time(SettingsField::QuietUntil, until) };
        let opted_out = Kind::ALL.iter().copied().filter(|kind| !self.kinds.iter().any(|code| code == kind.code()));
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Settings {
            mail: mail.to_owned(),
            by_mail: self.by_mail,
            robot: robot.to_owned(),
            robot_secret,
            by_robot: self.by_robot,
            opted_out: opted_out.collect(),
            quiet,
        })
    }
}

/// Whether a text can be what a service made up: letters, digits and signs, without a blank.
fn is_secret(text: &str) -> bool {
    text.len() <= LONGEST_SECRET && text.chars().all(|c| c.is_ascii_graphic())
}

/// Whether a text looks like `name@host.example`: more is known once something has been sent there.
fn is_address(text: &str) -> bool {
    let plain =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic() && !"@<>,;:\"()[]\\".contains(c));
    let host = |text: &str| text.split('.').count() > 1 && text.split('.').all(plain);
    text.len() <= LONGEST_MAIL && text.split_once('@').is_some_and(|(name, at)| plain(name) && host(at))
}
