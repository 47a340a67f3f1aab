//! A character that no text holds is refused before anything asks the database.

use axum::body::Body;
use hatchboard::access::Role;
use http::{
    Request,
    header::{ACCEPT, CONTENT_TYPE},
};

use super::{
    asker::Asker,
    running::{Answer, Running},
    world::{Whose, World, api_token, token},
};

const MANAGER: Asker = Asker::new(Role::Manager, Whose::Ours);

async fn page(running: &Running, address: &str) -> Answer {
    let request = Request::get(address).header(ACCEPT, "text/html").body(Body::empty()).unwrap();
    running.ask(request, Some(&token(MANAGER))).await
}

#[tokio::test]
async fn an_address_or_a_form_with_nul_is_answered_by_a_plain_page() {
    let running = Running::on(World::get().await).await;
    for address in
        ["/b/zhu%00zhou", "/b/zhuzhou/organisations?q=%00", "/sign-in?next=a%00", "/b/zhuzhou/organisations.xlsx?q=%00"]
    {
        let answer = page(&running, address).await;
        assert_eq!(answer.status, 400, "{address}: {}", answer.told());
        assert!(answer.body.contains("无法识别的字符") && answer.body.contains("cannot be read"), "{address}");
    }
    // The text %00, which is none.
    assert_eq!(page(&running, "/b/zhuzhou/organisations?q=%2500").await.status, 200);

    let send = async |form: &'static str| {
        let request = Request::post("/api/account/sign_in")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "application/json")
            .body(Body::from(form));
        running.ask(request.unwrap(), None).await
    };
    let watch = running.watch().await;
    assert_eq!(send("name=no%00body&password=wrong").await.status, 400);
    assert!(watch.nothing_has_changed().await);
    assert_ne!(send("name=no%2500body&password=wrong").await.status, 400, "that is a name, which nobody has");
}

#[tokio::test]
async fn a_form_is_known_by_its_kind_however_that_is_written() {
    let running = Running::on(World::get().await).await;
    let request = Request::post("/api/account/sign_in")
        .header(CONTENT_TYPE, "Application/X-WWW-Form-Urlencoded; charset=utf-8")
        .header(ACCEPT, "application/json")
        .body(Body::from("name=no%00body&password=wrong"));
    assert_eq!(running.ask(request.unwrap(), None).await.status, 400);
}

#[tokio::test]
async fn the_text_of_a_form_with_files_is_read_as_any_other() {
    let running = Running::on(World::get().await).await;
    let watch = running.watch().await;
    let part = "content-disposition: form-data; name=\"words\"\r\n\r\nno\0body";
    let request = Request::post("/api/assessment/veto")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header(ACCEPT, "application/json")
        .body(Body::from(format!("--edge\r\n{part}\r\n--edge--\r\n")));
    let answer = running.ask(request.unwrap(), Some(&token(MANAGER))).await;
    assert_eq!(answer.status, 400, "{}", answer.told());
    assert!(watch.nothing_has_changed().await);
}

#[tokio::test]
async fn a_program_is_told_by_a_problem_of_the_api() {
    let running = Running::on(World::get().await).await;
    let request = Request::get("/api/v1/bases/zhuzhou/organisations?q=%00").body(Body::empty()).unwrap();
    let answer = running.ask_by_token(request, Some(&api_token(MANAGER))).await;
    assert!(answer.status == 400 && answer.headers[CONTENT_TYPE] == "application/problem+json", "{}", answer.told());
}
