//! How the program ends when it is told to.

#![cfg(feature = "test-clock")]

mod support;

use std::{
    io::Write,
    net::TcpStream,
    thread::sleep,
    time::{Duration, Instant},
};

use support::{Answer, Serving};

#[test]
fn a_request_that_is_under_way_is_answered_before_the_program_ends() {
    let serving = Serving::start();
    let mut stream = serving.connect();
    let body = "2026-04-09T10:00:00+08:00";
    let head = format!("POST /test/clock HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all(format!("{head}{}", &body[..10]).as_bytes()).unwrap();
    sleep(Duration::from_millis(300));

    let told = Instant::now();
    serving.terminate();
    sleep(Duration::from_millis(300));
    assert!(TcpStream::connect(serving.address()).is_err(), "nobody new is let in");
    stream.write_all(&body.as_bytes()[10..]).unwrap();

    assert_eq!(Answer::read(stream).status, 204);
    assert_eq!(serving.wait().code(), Some(0));
    assert!(told.elapsed() < Duration::from_secs(5), "it does not wait for nothing");
}

#[test]
fn a_request_that_never_comes_to_its_end_is_cut_off_after_ten_seconds() {
    let serving = Serving::start();
    let mut stream = serving.connect();
    stream.write_all(b"POST /test/clock HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n2026").unwrap();
    sleep(Duration::from_millis(300));
    let told = Instant::now();
    serving.terminate();
    assert_eq!(serving.wait().code(), Some(0));
    assert!((9..15).contains(&told.elapsed().as_secs()), "{:?}", told.elapsed());
}
