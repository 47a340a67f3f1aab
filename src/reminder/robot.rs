//! Robots of groups: what their services take, and what they say to it.

use serde_json::{Value, json};

use crate::code::coded;

coded! {
    /// Whose robot it is.
    pub enum Robot {
        /// 企业微信群机器人.
        Wecom = "wecom",
        /// 钉钉群机器人.
        Dingtalk = "dingtalk",
        /// 飞书群机器人.
        Feishu = "feishu",
    }
}

/// The longest address of a robot, in characters.
pub const LONGEST_ROBOT: usize = 300;
/// WeCom takes 2048 bytes, the others more: what is longer ends with the last line that fits.
const MOST_BYTES: usize = 2000;

/// Where a robot is written to: always by TLS, and nowhere but at one of the services.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RobotAddress<'a> {
    pub robot: Robot,
    /// With its query; it holds the secret.
    pub path: &'a str,
}

impl<'a> RobotAddress<'a> {
    /// `None` for what is no address of a robot, so that nobody makes the program call a machine of their choice.
    pub fn read(text: &'a str) -> Option<Self> {
        let rest = text.strip_prefix("https://")?;
        let (host, path) = rest.split_at(rest.find('/')?);
        let robot = Robot::ALL.iter().copied().find(|robot| robot.host() == host)?;
        let plain = path.len() > 1 && path.chars().all(|c| c.is_ascii_graphic() && c != '#');
        (plain && text.len() <= LONGEST_ROBOT).then_some(Self { robot, path })
    }
}

impl Robot {
    pub const fn host(self) -> &'static str {
        match self {
            Self::Wecom => "qyapi.weixin.qq.com",
            Self::Dingtalk => "oapi.dingtalk.com",
            Self::Feishu => "open.feishu.cn",
        }
    }

    /// A text as the service takes it.
    pub fn payload(self, text: &str) -> Value {
        let text = shortened(text);
        match self {
            Self::Wecom | Self::Dingtalk => json!({ "msgtype": "text", "text": { "content": text } }),
            Self::Feishu => json!({ "msg_type": "text", "content": { "text": text } }),
        }
    }

    /// Whether the service took it: each answers 200 in any case, and says in its own words what was wrong.
    ///
    /// # Errors
    /// The service's words.
    pub fn took(self, answer: &str) -> Result<(), String> {
        let said: Value = serde_json::from_str(answer).unwrap_or_default();
        let code = match self {
            Self::Wecom | Self::Dingtalk => &said["errcode"],
            Self::Feishu => &said["code"],
        };
        if code.as_i64() == Some(0) { Ok(()) } else { Err(answer.chars().take(300).collect()) }
    }
}

fn shortened(text: &str) -> String {
    if text.len() <= MOST_BYTES {
        return text.to_owned();
    }
    let mut kept = String::new();
    for line in text.split_inclusive('\n') {
        if kept.len() + line.len() > MOST_BYTES {
            break;
        }
        kept.push_str(line);
    }
    kept.push('…');
    kept
}
