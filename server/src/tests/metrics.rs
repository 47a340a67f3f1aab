//! What the program tells of itself in numbers, as a scraper fetches it.

use hatchboard::access::Role;
use http::Request;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{
    asker::Asker,
    running::Running,
    world::{Whose, World, api_token, token},
};
use crate::{
    listen::{self, UnderWay},
    metrics,
};

const MANAGER: Asker = Asker::new(Role::Manager, Whose::Ours);

async fn ask(running: &Running, address: &str) -> u16 {
    let request = Request::get(address).header("accept", "text/html").body(axum::body::Body::empty()).unwrap();
    running.ask(request, Some(&token(MANAGER))).await.status
}

/// Fetches `/metrics` over a connection.
async fn scrape(running: &Running) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = metrics::router(running.metrics.clone(), running.store.clone());
    let serving = tokio::spawn(listen::serve(listener, router, UnderWay::default(), std::future::pending()));
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    serving.abort();
    answer
}

#[tokio::test]
async fn requests_are_counted_by_their_pattern_and_no_path_is_told() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let org = &world.place(Whose::Ours)["org"];
    for _ in 0..2 {
        assert_eq!(ask(&running, &format!("/b/zhuzhou/organisations/{org}")).await, 200);
    }
    assert_eq!(ask(&running, "/b/zhuzhou/organisations.xlsx").await, 200);
    assert_eq!(ask(&running, "/wp-login.php").await, 404);
    assert_eq!(ask(&running, "/api/nothing").await, 404);
    let of_program = Request::get("/api/v1/bases").body(axum::body::Body::empty()).unwrap();
    assert_eq!(running.ask_by_token(of_program, Some(&api_token(MANAGER))).await.status, 200);

    let told = scrape(&running).await;
    assert!(told.starts_with("HTTP/1.1 200") && told.contains("application/openmetrics-text"), "{told}");
    let line = |route: &str, method: &str, status: &str, times: u32| {
        let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{status}\"");
        let line = format!("hatchboard_http_requests_total{{{labels}}} {times}\n");
        assert!(told.contains(&line), "{line} is not in\n{told}");
    };
    line("/b/{base}/organisations/{id}", "GET", "2xx", 2);
    line("/b/{base}/organisations.xlsx", "GET", "2xx", 1);
    line("/api/v1/bases", "GET", "2xx", 1);
    line("other", "GET", "4xx", 2);
    assert!(told.contains("hatchboard_http_request_duration_seconds_bucket{"), "{told}");
    assert!(!told.contains(org.as_str()) && !told.contains("zhuzhou") && !told.contains("wp-login"), "{told}");
}

#[tokio::test]
async fn jobs_and_connections_are_told() {
    let running = Running::on(World::get().await).await;
    running.metrics.job("sweep", true);
    running.metrics.job("settle", false);
    let told = scrape(&running).await;
    for line in [
        "hatchboard_jobs_total{job=\"sweep\",outcome=\"done\"} 1\n",
        "hatchboard_jobs_total{job=\"settle\",outcome=\"failed\"} 1\n",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
    // One connection writes. It may just be on its way back to its pool.
    let writer = "hatchboard_database_connections{pool=\"writer\",";
    let of_state = |line: &str| line.rsplit(' ').next().and_then(|number| number.parse::<u32>().ok());
    let writers: u32 = told.lines().filter(|line| line.starts_with(writer)).filter_map(of_state).sum();
    assert_eq!(writers, 1, "{told}");
    assert!(told.contains("# EOF"), "it is whole");
}

#[tokio::test]
async fn people_are_not_served_the_numbers() {
    let running = Running::on(World::get().await).await;
    assert_eq!(ask(&running, "/metrics").await, 404);
}
