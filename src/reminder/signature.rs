//! Signed requests to robots: what proves to a service that whoever writes knows the robot's secret.
//!
//! Both services sign the time with the secret, each the other way round: of DingTalk (加签) the secret is the key and
//! time and secret the message, in the query by the millisecond; of Feishu (签名校验) time and secret are the key to an
//! empty message, in the body by the second. Either takes a time that is at most an hour away.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;

use super::{Robot, RobotAddress, Secret};

impl RobotAddress<'_> {
    /// What is posted at a time to have a text said: the path with its query, and the body.
    pub fn posted(&self, text: &str, secret: &Secret, at: DateTime<Utc>) -> (String, Value) {
        let (path, mut body) = (self.path, self.robot.payload(text));
        if !secret.is_set() {
            return (path.to_owned(), body);
        }
        let secret = secret.reveal();
        match self.robot {
            Robot::Wecom => (path.to_owned(), body),
            Robot::Dingtalk => {
                let time = at.timestamp_millis();
                let sign = in_query(&signature(secret, &format!("{time}\n{secret}")));
                let joined = if path.contains('?') { '&' } else { '?' };
                (format!("{path}{joined}timestamp={time}&sign={sign}"), body)
            }
            Robot::Feishu => {
                let time = at.timestamp().to_string();
                body["sign"] = Value::from(signature(&format!("{time}\n{secret}"), ""));
                body["timestamp"] = Value::from(time);
                (path.to_owned(), body)
            }
        }
    }
}

/// HMAC-SHA256 as Base64.
fn signature(key: &str, message: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("a key may have any length");
    STANDARD.encode(mac.chain_update(message).finalize().into_bytes())
}

/// Base64 has three characters that mean something else in a query.
fn in_query(base64: &str) -> String {
    base64.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")
}
