//! Robots of groups: what their services take, and what they say to it.

use serde_json::{Value, json};

use super::Refusal;
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

    /// Whether its requests can be signed; WeCom has nothing but the address.
    pub const fn signs(self) -> bool {
        !matches!(self, Self::Wecom)
    }

    /// Whether the service took it: each answers 200 in any case, and says in its own words what was wrong.
    ///
    /// # Errors
    /// The service's words, after the [`Refusal`] that they are known to mean.
    pub fn took(self, answer: &str) -> Result<(), String> {
        let said: Value = serde_json::from_str(answer).unwrap_or_default();
        let code = match self {
            Self::Wecom | Self::Dingtalk => &said["errcode"],
            Self::Feishu => &said["code"],
        };
        if code.as_i64() == Some(0) {
            return Ok(());
        }
        let words: String = answer.chars().take(300).collect();
        Err(match self.meaning(&said) {
            Some(refusal) => refusal.with(words),
            None => words,
        })
    }

    /// What an answer is known to mean. DingTalk has one code for all that its security settings refuse.
    fn meaning(self, said: &Value) -> Option<Refusal> {
        let words = said["errmsg"].as_str().unwrap_or_default();
        let has = |any: [&str; 2]| any.iter().any(|word| words.contains(word));
        match (self, said["errcode"].as_i64(), said["code"].as_i64()) {
            (Self::Dingtalk, Some(310_000), _) if has(["关键词", "keyword"]) => Some(Refusal::Keyword),
            (Self::Dingtalk, Some(310_000), _) if has(["签名", "sign"]) => Some(Refusal::Signature),
            (Self::Feishu, _, Some(19_021)) => Some(Refusal::Signature),
            (Self::Feishu, _, Some(19_024)) => Some(Refusal::Keyword),
            _ => None,
        }
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
