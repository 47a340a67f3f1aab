//! The board counts all that there are, whatever number of cards it shows.

use hatchboard::{
    access::Scope,
    service_request::{
        State,
        store::{RequestFilter, RequestRow, board},
    },
};
use uuid::Uuid;

use crate::{
    Scene,
    support::{on_every_database, system},
};

/// Of each column: its state, how many there are, which are shown.
async fn shown(scene: &Scene, scope: Scope, filter: &RequestFilter, cards: u64) -> Vec<(State, u64, Vec<Uuid>)> {
    let columns = board(&scene.store, scope, filter, cards).await.unwrap().into_iter();
    let ids = |rows: Vec<RequestRow>| rows.into_iter().map(|row| row.id).collect();
    columns.map(|column| (column.state, column.total, ids(column.cards))).collect()
}

#[tokio::test]
async fn each_column_counts_all_of_its_state_and_shows_the_first() {
    on_every_database(|store| async move {
        let scene = Scene::set(store).await;
        let first = scene.asked().await;
        scene.at("2026-04-09 11:00");
        let second = scene.asked().await;
        scene.at("2026-04-09 12:00");
        let third = scene.asked().await;
        let (slow, quick) = (scene.asked().await, scene.asked().await);
        scene.accept(slow, "2026-04-20").await.unwrap();
        scene.accept(quick, "2026-04-14").await.unwrap();
        let done = scene.asked().await;
        scene.accept(done, "2026-04-14").await.unwrap();
        scene.finish(done).await;

        let of_base = || Scope::from(&scene.manager());
        let all = RequestFilter::default();
        let expected = [
            (State::Asked, 3, vec![third, second]),
            (State::UnderWay, 2, vec![quick, slow]),
            (State::Done, 1, vec![done]),
            (State::Rated, 0, vec![]),
        ];
        assert_eq!(shown(&scene, of_base(), &all, 2).await, expected);
        let of_state = RequestFilter { state: Some(State::Asked), ..RequestFilter::default() };
        let totals = async |scope, filter: &RequestFilter| {
            shown(&scene, scope, filter, 9).await.into_iter().map(|(_, total, _)| total).collect::<Vec<_>>()
        };
        assert_eq!(totals(of_base(), &of_state).await, [3, 0, 0, 0]);
        assert_eq!(shown(&scene, of_base(), &all, 9).await[0].2, [third, second, first]);
        let sibling = system().member(scene.base.id, scene.sibling);
        assert_eq!(totals(Scope::from(&sibling), &all).await, [0; 4]);
    })
    .await;
}
