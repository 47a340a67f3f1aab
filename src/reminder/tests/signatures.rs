//! What was expected was computed by Python's `hmac` and `base64`:
//! `b64encode(hmac.new(secret, b"<time>\n<secret>", sha256).digest())` for DingTalk, then `urllib.parse.quote(_, safe="")`,
//! and `b64encode(hmac.new(b"<time>\n<secret>", b"", sha256).digest())` for Feishu.

use serde_json::json;

use super::at;
use crate::reminder::{RobotAddress, Secret};

const DINGTALK: &str = "https://oapi.dingtalk.com/robot/send?access_token=c3";
const FEISHU: &str = "https://open.feishu.cn/open-apis/bot/v2/hook/d4";
const WECOM: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1";

fn dingtalks() -> Secret {
    Secret::new("SECf00d1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7")
}

#[test]
fn dingtalk_takes_time_and_signature_in_the_query() {
    let address = RobotAddress::read(DINGTALK).unwrap();
    let (path, body) = address.posted("春晖", &dingtalks(), at("2026-04-09 10:00"));
    let signed = "timestamp=1775700000000&sign=Hux0QTjyfmZraMPSdvIpeU7Sffyl%2BFPe7nltDkpF%2F%2Bw%3D";
    assert_eq!(path, format!("/robot/send?access_token=c3&{signed}"));
    assert_eq!(body, address.robot.payload("春晖"));
    let later = at("2026-04-09 10:00") + chrono::TimeDelta::milliseconds(123);
    let (path, _) = address.posted("春晖", &dingtalks(), later);
    assert!(path.ends_with("timestamp=1775700000123&sign=8VfNH1A8Lpc0owVe2BTDOyk5uoQwRJwPT782FtVYtSM%3D"), "{path}");
    let bare = RobotAddress::read("https://oapi.dingtalk.com/robot/send").unwrap();
    let (path, _) = bare.posted("春晖", &dingtalks(), at("2026-04-09 10:00"));
    assert_eq!(path, format!("/robot/send?{signed}"));
}

#[test]
fn feishu_takes_them_in_the_body() {
    let address = RobotAddress::read(FEISHU).unwrap();
    let secret = Secret::new("a1B2c3D4e5F6g7H8i9J0kL");
    let (path, body) = address.posted("春晖", &secret, at("2026-04-09 10:00"));
    assert_eq!(path, "/open-apis/bot/v2/hook/d4");
    let expected = json!({
        "timestamp": "1775700000",
        "sign": "MUTnl3xFjkkWqutnIUxb4HMqBf4fAlqPjkC7NpKmAUU=",
        "msg_type": "text",
        "content": { "text": "春晖" },
    });
    assert_eq!(body, expected);
}

#[test]
fn without_a_secret_nothing_is_signed_and_wecom_signs_nothing() {
    for (address, secret) in [(DINGTALK, Secret::default()), (FEISHU, Secret::default()), (WECOM, dingtalks())] {
        let address = RobotAddress::read(address).unwrap();
        let posted = address.posted("春晖", &secret, at("2026-04-09 10:00"));
        assert_eq!(posted, (address.path.to_owned(), address.robot.payload("春晖")));
    }
}
