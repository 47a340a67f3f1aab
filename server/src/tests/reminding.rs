//! Timed work as the program does it, up to the server of mail.

use axum::body::Body;
use hatchboard::{
    access::{Role, System},
    base,
    reminder::{Channel, DeliveryState, store::deliveries},
    store::Paging,
};
use http::{Request, header::CONTENT_TYPE};

use super::{
    asker::Asker,
    running::Running,
    world::{Whose, World, token},
};
use crate::{
    jobs::{Job, Worker},
    mail::sink::Sink,
};

const KINDS: &str = "kinds[0]=weekly_report&kinds[1]=monthly_plan&kinds[2]=rectification";

/// The staff of our organisation wants mail.
async fn wanting_mail() -> Running {
    let running = Running::on(World::get().await).await;
    let form =
        format!("by_mail=yes&mail=lin%40chunhui.example.cn&quiet_from=21%3A00&quiet_until=08%3A00&{KINDS}&key=k");
    let request = Request::post("/api/reminder/settle").header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    let staff = token(Asker::new(Role::Organisation, Whose::Ours));
    let answer = running.ask(request.body(Body::from(form)).unwrap(), Some(staff.as_str())).await;
    assert!(answer.is_success(), "{}", answer.told());
    running
}

fn worker(running: &Running, sink: &Sink) -> Worker {
    let config = sink.config("");
    let public_url = config.public_url_on(3000);
    Worker::new(running.store.clone(), &config, public_url).unwrap()
}

#[tokio::test]
async fn who_wants_mail_gets_one_digest_a_day_with_links_to_what_it_is_about() {
    let (running, sink) = (wanting_mail().await, Sink::open(None).await);
    let worker = worker(&running, &sink);
    let done = worker.once(Job::Reminders).await.unwrap();
    assert_eq!((done.sent, done.failed), (1, 0), "{done:?}");
    assert!(done.lines > 1, "others are told in the program: {done:?}");
    let again = worker.once(Job::Reminders).await.unwrap();
    assert_eq!((again.digests, again.sent), (0, 0), "{again:?}");
    let taken = sink.taken();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].to.iter().any(|to| to.contains("lin@chunhui.example.cn")), "{taken:?}");
}

#[tokio::test]
async fn a_mail_that_was_refused_waits_for_its_next_attempt_and_tells_why() {
    let (running, sink) = (wanting_mail().await, Sink::open(Some("451 4.2.1 the mailbox is busy")).await);
    let worker = worker(&running, &sink);
    let done = worker.once(Job::Reminders).await.unwrap();
    assert_eq!((done.sent, done.failed), (0, 1), "{done:?}");
    let base = base::store::by_slug(running.store.read(), "zhuzhou").await.unwrap().unwrap();
    let reader = System::named("test").reader(base.id);
    let waiting = Some(DeliveryState::Queued);
    let log = deliveries(&running.store, &reader, waiting, Paging::default()).await.unwrap();
    let mail = log.rows.iter().find(|row| row.channel == Channel::Mail).unwrap();
    assert!(mail.last_error.contains("the mailbox is busy") && mail.next_attempt_at > Some(running.store.now()));
    assert_eq!(mail.attempts, 1);
}

#[tokio::test]
async fn a_sweep_can_be_asked_for_by_its_name() {
    let (running, sink) = (wanting_mail().await, Sink::open(None).await);
    assert!(!worker(&running, &sink).once(Job::Sweep).await.unwrap().held_elsewhere);
}
