use serde_json::json;

use crate::reminder::{Refusal, Robot, RobotAddress};

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

/// Answers as the services give them: <https://open.dingtalk.com/document/robots/custom-robot-access> and
/// <https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot>.
#[test]
fn what_is_known_of_a_refusal_stands_before_the_services_words() {
    for (robot, answer, known) in [
        (Robot::Dingtalk, r#"{"errcode":310000,"errmsg":"sign not match"}"#, Some(Refusal::Signature)),
        (
            Robot::Dingtalk,
            r#"{"errcode":310000,"errmsg":"description:机器人发送签名不匹配;solution:请确认签名"}"#,
            Some(Refusal::Signature),
        ),
        (Robot::Dingtalk, r#"{"errcode":310000,"errmsg":"keywords not in content"}"#, Some(Refusal::Keyword)),
        (Robot::Dingtalk, r#"{"errcode":310000,"errmsg":"ip 10.1.1.1 not in whitelist"}"#, None),
        (Robot::Dingtalk, r#"{"errcode":300001,"errmsg":"sign"}"#, None),
        (
            Robot::Feishu,
            r#"{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}"#,
            Some(Refusal::Signature),
        ),
        (Robot::Feishu, r#"{"code":19024,"msg":"Key Words Not Found"}"#, Some(Refusal::Keyword)),
        (Robot::Wecom, r#"{"errcode":310000,"errmsg":"sign not match"}"#, None),
    ] {
        let kept = robot.took(answer).unwrap_err();
        match known {
            Some(refusal) => assert_eq!(Refusal::read(&kept), Some((refusal, answer)), "{kept}"),
            None => assert_eq!((kept.as_str(), Refusal::read(&kept)), (answer, None)),
        }
    }
    assert_eq!(Refusal::read(&Refusal::NoAnswer.with("open.feishu.cn")), Some((Refusal::NoAnswer, "open.feishu.cn")));
    assert_eq!(Refusal::read("451 4.2.1: the mailbox is busy"), None);
}
