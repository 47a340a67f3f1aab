//! What comes back over the wire.

mod support;

use support::{Answer, Serving};

const MB: usize = 1 << 20;

#[test]
fn the_program_says_that_it_lives_and_is_ready() {
    let serving = Serving::start();
    assert_eq!(serving.get("/healthz").status, 200);
    assert_eq!(serving.get("/readyz").status, 200);
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let serving = Serving::start();
    for path in ["/", "/no-such-page", "/api/no-such-function", "/pkg/no-such.css", "/healthz"] {
        let answer = serving.get(path);
        let table = [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
        ];
        for (name, value) in table {
            assert_eq!(answer.header(name), value, "{name} of {path}");
        }
        assert!(answer.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.header("x-request-id").len(), 32, "{path}");
        assert_eq!(answer.header("strict-transport-security"), "", "{path}");
    }
}

#[test]
fn an_installation_behind_https_asks_browsers_to_stay_there() {
    let serving = Serving::with(&[("HATCHBOARD_PUBLIC_URL", "https://base.example.gov.cn")]);
    assert!(serving.get("/healthz").header("strict-transport-security").starts_with("max-age="));
}

#[test]
fn a_page_allows_its_own_scripts_by_a_new_nonce_each_time() {
    let serving = Serving::start();
    let nonce = |answer: &Answer| {
        let policy = answer.header("content-security-policy");
        policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default().to_owned()
    };
    let (one, other) = (serving.get("/no-such-page"), serving.get("/no-such-page"));
    assert!(one.header("content-security-policy").contains("'strict-dynamic' 'wasm-unsafe-eval'"));
    assert!(one.body.contains(&format!("nonce=\"{}\"", nonce(&one))));
    assert_ne!(nonce(&one), nonce(&other));
    assert!(!one.body.contains(" style="), "the policy forbids style attributes");
}

#[test]
fn a_link_that_leads_nowhere_is_answered_by_a_page_of_the_app() {
    let serving = Serving::start();
    let answer = serving.get("/no-such-page");
    assert_eq!(answer.status, 404);
    assert!(answer.body.contains("<html lang=\"zh-CN\""));
    let english =
        serving.ask("GET /no-such-page", &[("accept", "text/html"), ("cookie", "language=en; theme=dark")], "");
    assert!(english.body.contains("<html lang=\"en\" data-theme=\"dark\""), "{}", english.body);
}

#[test]
fn a_form_of_another_site_is_refused_by_a_page_in_both_languages() {
    let serving = Serving::start();
    let answer =
        serving.ask("POST /api/anything", &[("accept", "text/html"), ("origin", "https://elsewhere.example")], "a=b");
    assert_eq!(answer.status, 403);
    assert!(
        answer.body.contains("请求不是从本站页面发出的") && answer.body.contains("not sent from a page of this site")
    );
    assert!(!answer.body.contains("<script"));
}

#[test]
fn a_form_that_is_too_large_is_refused_announced_or_not() {
    let serving = Serving::start();
    let announced = format!("content-length: {}\r\n\r\n", MB + 1);
    let chunked = format!("transfer-encoding: chunked\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n", MB + 1, "a".repeat(MB + 1));
    for rest in [announced, chunked] {
        let mut stream = serving.connect();
        let head = "accept: text/html\r\nconnection: close\r\n";
        let request = format!("POST /test/clock HTTP/1.1\r\nhost: {}\r\n{head}{rest}", serving.address());
        // The program may stop reading before all is sent.
        let _ = std::io::Write::write_all(&mut stream, request.as_bytes());
        let answer = Answer::read(stream);
        assert_eq!(answer.status, 413);
        assert!(answer.body.contains("内容太大"), "{}", answer.body);
    }
}

#[test]
fn a_program_is_told_by_json_what_a_person_is_told_by_a_page() {
    let serving = Serving::start();
    let json = [("accept", "application/json")];
    assert_eq!(serving.ask("POST /api/no-such-function", &json, "a=b").body, "\"NotFound\"");
    let foreign = [json[0], ("sec-fetch-site", "cross-site")];
    assert_eq!(serving.ask("POST /api/no-such-function", &foreign, "a=b").body, "\"Forbidden\"");
}

#[test]
fn a_page_is_only_read() {
    let answer = Serving::start().ask("POST /no-such-page", &[("accept", "text/html")], "a=b");
    assert_eq!(answer.status, 405);
    assert!(answer.body.contains("这个地址不接受这种请求"));
}
