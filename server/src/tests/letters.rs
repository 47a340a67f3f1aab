//! A letter says the same on its page and in its .docx file.

use std::io::{Cursor, Read};

use axum::body::Body;
use hatchboard::access::Role;
use http::Request;
use zip::ZipArchive;

use super::{
    asker::Asker,
    running::Running,
    world::{Whose, World, token},
};

/// The text of a .docx file's document.
fn text(file: Vec<u8>) -> String {
    let mut text = String::new();
    let mut parts = ZipArchive::new(Cursor::new(file)).unwrap();
    parts.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[tokio::test]
async fn a_letter_says_on_its_page_what_it_says_in_its_file() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let ours = world.place(Whose::Ours);
    let (base, org, quarter, fault) = (&ours["base"], &ours["org"], &ours["quarter_sealed"], &ours["rectification"]);
    let officer = token(Asker::new(Role::Bureau, Whose::Ours));
    let result = ["关于2024年第三季度考核结果的通报", "春晖：", "队伍", "民政局"];
    let answer = ["关于2024年第三季度考核异议的答复", "春晖：", "评分偏低", "签到表缺页"];
    let notice = ["责令整改通知书", "春晖：", "灭火器过期", "运营中心"];
    for (path, said) in [
        (format!("/b/{base}/print/results/{quarter}/{org}"), result),
        (format!("/b/{base}/print/objections/{quarter}/{org}"), answer),
        (format!("/b/{base}/print/rectifications/{fault}"), notice),
    ] {
        let ask = |path: String| {
            let request = Request::get(path).header("accept", "text/html").body(Body::empty()).unwrap();
            running.ask(request, Some(officer.as_str()))
        };
        let page = ask(path.clone()).await;
        assert!(page.is_success(), "{}", page.told());
        let file = ask(format!("{path}/letter.docx")).await;
        assert!(file.is_success(), "{}", file.told());
        let file = text(file.bytes);
        for words in said {
            assert!(page.body.contains(words), "{path}: {words}");
            assert!(file.contains(words), "{path}/letter.docx: {words}");
        }
    }
}

#[tokio::test]
async fn there_is_no_letter_of_a_result_before_its_publication() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let ours = world.place(Whose::Ours);
    let officer = token(Asker::new(Role::Bureau, Whose::Ours));
    for (quarter, what) in [("2025-Q2", "results"), ("2025-Q3", "objections"), ("2026-Q1", "results")] {
        let path = format!("/b/{}/print/{what}/{quarter}/{}", ours["base"], ours["org"]);
        for path in [format!("{path}/letter.docx"), path] {
            let request = Request::get(path.clone()).body(Body::empty()).unwrap();
            assert_eq!(running.ask(request, Some(officer.as_str())).await.status, 404, "{path}");
        }
    }
}
