use serde_json::json;

use crate::reminder::{Robot, RobotAddress};

#[test]
fn an_address_is_one_of_a_service_by_tls_and_of_nobody_else() {
    let read = |text| RobotAddress::read(text).map(|address| (address.robot, address.path));
    let wecom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a1-b2";
    assert_eq!(read(wecom), Some((Robot::Wecom, "/cgi-bin/webhook/send?key=a1-b2")));
    let dingtalk = read("https://oapi.dingtalk.com/robot/send?access_token=c3");
    assert_eq!(dingtalk, Some((Robot::Dingtalk, "/robot/send?access_token=c3")));
    let feishu = read("https://open.feishu.cn/open-apis/bot/v2/hook/d4");
    assert_eq!(feishu, Some((Robot::Feishu, "/open-apis/bot/v2/hook/d4")));
    for text in [
        "",
        "https://",
        "https://open.feishu.cn",
        "https://open.feishu.cn/",
        "http://open.feishu.cn/open-apis/bot/v2/hook/d4",
        "https://open.feishu.cn:8443/open-apis/bot/v2/hook/d4",
        "https://open.feishu.cn@127.0.0.1/hook",
        "https://127.0.0.1/hook",
        "https://open.feishu.cn.example.cn/hook",
        "https://open.feishu.cn/hook\r\nHost: elsewhere",
        "https://open.feishu.cn/hook and more",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    let long = format!("https://open.feishu.cn/{}", "a".repeat(300));
    assert_eq!(RobotAddress::read(&long), None);
}

#[test]
fn each_service_takes_its_own_form_and_a_long_text_ends_with_a_whole_line() {
    assert_eq!(Robot::Wecom.payload("春晖"), json!({ "msgtype": "text", "text": { "content": "春晖" } }));
    assert_eq!(Robot::Dingtalk.payload("春晖"), Robot::Wecom.payload("春晖"));
    assert_eq!(Robot::Feishu.payload("春晖"), json!({ "msg_type": "text", "content": { "text": "春晖" } }));
    let long = "周汇报\n".repeat(300);
    let sent = Robot::Feishu.payload(&long);
    let text = sent["content"]["text"].as_str().unwrap();
    assert!(text.len() <= 2048 && text.ends_with("周汇报\n…"), "{} bytes", text.len());
}

#[test]
fn what_a_service_refuses_it_says_with_a_code_of_its_own() {
    assert_eq!(Robot::Wecom.took(r#"{"errcode":0,"errmsg":"ok"}"#), Ok(()));
    assert_eq!(Robot::Feishu.took(r#"{"code":0,"msg":"success","data":{}}"#), Ok(()));
    let refused = r#"{"errcode":93000,"errmsg":"invalid webhook url"}"#;
    assert_eq!(Robot::Wecom.took(refused), Err(refused.to_owned()));
    for (robot, answer) in [(Robot::Dingtalk, ""), (Robot::Feishu, r#"{"errcode":0}"#), (Robot::Wecom, "<html>")] {
        assert!(robot.took(answer).is_err(), "{answer}");
    }
}
