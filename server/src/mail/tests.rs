use std::{fs, net::TcpListener, time::Duration};

use hatchboard::reminder::Refusal;
use hatchboard_app::reminder::letter::Letter;

use super::{MailError, Mailer, sink::Sink};
use crate::config::{Config, MailTls};

fn letter() -> Letter {
    Letter {
        subject: "株洲孵化基地：2 项待办提醒".to_owned(), body: "林静，您好：\n\n.\n".to_owned()
    }
}

#[tokio::test]
async fn a_letter_is_handed_to_the_server_with_its_sender_and_its_words() {
    let sink = Sink::open(None).await;
    let mailer = Mailer::of(&sink.config("")).unwrap().unwrap();
    mailer.send("lin@chunhui.example.cn", letter()).await.unwrap();
    let taken = sink.taken();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].from.contains("<notices@base.example.gov.cn>"), "{taken:?}");
    assert!(taken[0].to.iter().any(|to| to.contains("<lin@chunhui.example.cn>")), "{taken:?}");
    assert!(taken[0].login.is_empty(), "no user is configured");
    for line in ["From: Hatchboard <notices@base.example.gov.cn>", "To: lin@chunhui.example.cn", "charset=utf-8"] {
        assert!(taken[0].data.contains(line), "{line} in {}", taken[0].data);
    }
}

#[tokio::test]
async fn a_user_signs_in_with_the_password_of_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("password");
    fs::write(&file, "hush\n").unwrap();
    let sink = Sink::open(None).await;
    let user = format!("mail_user = \"notices\"\nmail_password_file = \"{}\"", file.display());
    let mailer = Mailer::of(&sink.config(&user)).unwrap().unwrap();
    mailer.send("lin@chunhui.example.cn", letter()).await.unwrap();
    // "\0notices\0hush" in base64.
    assert_eq!(sink.taken()[0].login, "AUTH PLAIN AG5vdGljZXMAaHVzaA==");
    fs::remove_file(&file).unwrap();
    assert!(matches!(Mailer::of(&sink.config(&user)), Err(MailError::Password { .. })));
}

#[tokio::test]
async fn a_server_that_refuses_is_told_of_in_its_own_words() {
    let sink = Sink::open(Some("451 4.2.1 the mailbox is busy")).await;
    let mailer = Mailer::of(&sink.config("")).unwrap().unwrap();
    let why = mailer.send("lin@chunhui.example.cn", letter()).await.unwrap_err();
    assert!(why.contains("the mailbox is busy"), "{why}");
    assert!(sink.taken().is_empty());
}

#[tokio::test]
async fn a_refusal_does_not_tell_whose_address_it_is() {
    let sink = Sink::open(Some("550 5.1.1 <lin@chunhui.example.cn>: nobody of that name")).await;
    let mailer = Mailer::of(&sink.config("")).unwrap().unwrap();
    let why = mailer.send("lin@chunhui.example.cn", letter()).await.unwrap_err();
    assert!(why.contains("nobody of that name") && !why.contains("lin@"), "{why}");
    let why = mailer.send("lin at chunhui", letter()).await.unwrap_err();
    assert!(!why.contains("chunhui"), "{why}");
}

#[tokio::test]
async fn by_tls_a_letter_goes_to_a_server_that_an_offices_own_authority_vouches_for_and_to_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    for tls in [MailTls::Starttls, MailTls::Tls] {
        let sink = Sink::encrypted(tls).await;
        let why =
            Mailer::of(&sink.config("")).unwrap().unwrap().send("lin@chunhui.example.cn", letter()).await.unwrap_err();
        assert!(why.to_lowercase().contains("certificate"), "{tls:?}: {why}");
        assert!(sink.taken().is_empty(), "{tls:?}: nobody vouches for it");

        fs::write(&file, sink.authority()).unwrap();
        let trusting = Config { mail_ca_file: Some(file.clone()), ..sink.config("") };
        Mailer::of(&trusting).unwrap().unwrap().send("lin@chunhui.example.cn", letter()).await.unwrap();
        assert_eq!(sink.taken().len(), 1, "{tls:?}");
    }
}

#[tokio::test]
async fn where_tls_is_asked_for_nothing_goes_in_the_clear() {
    let sink = Sink::open(None).await;
    for mail_tls in [MailTls::Starttls, MailTls::Tls] {
        let mailer = Mailer::of(&Config { mail_tls, ..sink.config("") }).unwrap().unwrap();
        mailer.send("lin@chunhui.example.cn", letter()).await.unwrap_err();
        assert!(sink.taken().is_empty(), "{mail_tls:?}");
    }
}

#[tokio::test]
async fn a_file_that_holds_no_certificate_is_told_of_at_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("authority.pem");
    let config = Config { mail_ca_file: Some(file.clone()), ..Sink::open(None).await.config("") };
    assert!(matches!(Mailer::of(&config), Err(MailError::Authority { .. })), "there is no such file");
    fs::write(&file, "nothing of the kind").unwrap();
    assert!(matches!(Mailer::of(&config), Err(MailError::Authority { .. })));
}

#[tokio::test]
async fn a_server_that_takes_the_call_and_says_nothing_is_not_waited_for() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let mail_port = Some(silent.local_addr().unwrap().port());
    let config = Config { mail_port, ..Sink::open(None).await.config("") };
    let mailer = Mailer { patience: Duration::from_millis(50), ..Mailer::of(&config).unwrap().unwrap() };
    let why = mailer.send("lin@chunhui.example.cn", letter()).await.unwrap_err();
    assert_eq!(Refusal::read(&why), Some((Refusal::NoAnswer, "127.0.0.1")));
}
