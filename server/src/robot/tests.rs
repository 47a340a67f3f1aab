use hatchboard::reminder::{Robot, RobotAddress, Secret};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::post;

/// A service that answers one request, and what it was asked.
async fn service(answer: &'static str) -> (TcpStream, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let asked = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut asked = String::new();
        let mut part = [0; 1024];
        while !asked.ends_with('}') {
            let read = stream.read(&mut part).await.unwrap();
            asked.push_str(std::str::from_utf8(&part[..read]).unwrap());
        }
        stream.write_all(answer.as_bytes()).await.unwrap();
        asked
    });
    (TcpStream::connect(address).await.unwrap(), asked)
}

#[tokio::test]
async fn a_message_is_posted_as_its_service_takes_it() {
    let answer = "HTTP/1.1 200 OK\r\ncontent-length: 27\r\n\r\n{\"errcode\":0,\"errmsg\":\"ok\"}";
    let (stream, asked) = service(answer).await;
    let body = Robot::Wecom.payload("two to see to").to_string();
    let said = post(stream, "qyapi.weixin.qq.com", "/cgi-bin/webhook/send?key=a1", body).await.unwrap();
    assert_eq!(Robot::Wecom.took(&said), Ok(()));
    let asked = asked.await.unwrap();
    assert!(asked.starts_with("POST /cgi-bin/webhook/send?key=a1 HTTP/1.1\r\n"), "{asked}");
    assert!(asked.contains("host: qyapi.weixin.qq.com\r\n"), "{asked}");
    assert!(asked.ends_with(r#"{"msgtype":"text","text":{"content":"two to see to"}}"#), "{asked}");
}

#[tokio::test]
async fn another_status_is_told_as_it_is() {
    let (stream, _) = service("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").await;
    let why = post(stream, "open.feishu.cn", "/open-apis/bot/v2/hook/d4", "{}".to_owned()).await.unwrap_err();
    assert_eq!(why, "answered 502 Bad Gateway");
}

#[tokio::test]
async fn a_signed_message_carries_its_proof_where_its_service_looks_for_it() {
    let now = "2026-04-09T02:00:00Z".parse().unwrap();
    for (address, time, sign) in [
        ("https://oapi.dingtalk.com/robot/send?access_token=c3", "&timestamp=1775700000000", "&sign="),
        ("https://open.feishu.cn/open-apis/bot/v2/hook/d4", r#""timestamp":"1775700000""#, r#""sign":""#),
    ] {
        let address = RobotAddress::read(address).unwrap();
        let (path, body) = address.posted("two to see to", &Secret::new("a1B2"), now);
        let (stream, asked) = service("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}").await;
        post(stream, address.robot.host(), &path, body.to_string()).await.unwrap();
        let asked = asked.await.unwrap();
        assert!(asked.contains(time) && asked.contains(sign), "{asked}");
        assert!(!asked.contains("a1B2"), "{asked}");
    }
}
