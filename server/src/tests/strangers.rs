//! What somebody whom nobody knows can leave behind.

use axum::body::Body;
use hatchboard::store::entity::returned_form;
use http::{
    Request,
    header::{ACCEPT, CONTENT_TYPE},
};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::{running::Running, world::World};

#[tokio::test]
async fn of_a_strangers_form_no_more_is_kept_than_it_can_hold() {
    let running = Running::on(World::get().await).await;
    let kept_after = async |name: &str| {
        let request = Request::post("/api/account/sign_in")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(ACCEPT, "text/html")
            .body(Body::from(format!("name={name}&password=wrong")));
        running.ask(request.unwrap(), None).await;
        returned_form::Entity::find().count(running.store.read()).await.unwrap()
    };
    let before = kept_after("nobody").await;
    assert_eq!(kept_after(&"a".repeat(200_000)).await, before);
    assert_eq!(kept_after("nobody").await, before + 1);
}
