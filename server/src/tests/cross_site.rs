//! What changes anything is neither fetched nor sent from another site.

use http::{HeaderName, Method};

use super::{
    asker::Asker,
    entry::Entry,
    running::Running,
    table,
    world::{Whose, World, token},
};

/// Everything that changes something, each with somebody who may.
fn deeds(world: &World) -> Vec<(Entry, Asker)> {
    let deeds = table::all().into_iter().filter(Entry::changes);
    let with_somebody = deeds.filter_map(|entry| {
        let mut cells = entry.cells(world).into_iter();
        let somebody =
            cells.find(|cell| cell.allowed && cell.asker.role.is_some() && cell.parts == [Whose::Ours; 3])?;
        Some((entry, somebody.asker))
    });
    with_somebody.collect()
}

#[tokio::test]
async fn a_deed_that_is_done_is_seen_from_beside() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let watch = running.watch().await;
    let deed = deeds(world).into_iter().find(|(entry, _)| entry.route() == "POST /api/people/invite");
    let (entry, asker) = deed.unwrap();
    assert!(running.ask(entry.request(world, [Whose::Ours; 3]), Some(&token(asker))).await.is_success());
    assert!(!watch.nothing_has_changed().await);
}

#[tokio::test]
async fn no_deed_is_done_by_get() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let watch = running.watch().await;
    for (entry, asker) in deeds(world) {
        let mut request = entry.request(world, [Whose::Ours; 3]);
        *request.method_mut() = Method::GET;
        let answer = running.ask(request, Some(&token(asker))).await;
        assert!(matches!(answer.status, 404 | 405), "{}: {}", entry.route(), answer.told());
    }
    assert!(watch.nothing_has_changed().await);
}

#[tokio::test]
async fn no_deed_is_done_at_the_word_of_another_site() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let watch = running.watch().await;
    for (entry, asker) in deeds(world) {
        for (name, value) in
            [("origin", "https://elsewhere.example"), ("origin", "null"), ("sec-fetch-site", "cross-site")]
        {
            let mut request = entry.request(world, [Whose::Ours; 3]);
            request.headers_mut().insert(HeaderName::from_static(name), value.parse().unwrap());
            let answer = running.ask(request, Some(&token(asker))).await;
            assert_eq!(answer.status, 403, "{} with {name}: {value}: {}", entry.route(), answer.told());
        }
    }
    assert!(watch.nothing_has_changed().await);
}
