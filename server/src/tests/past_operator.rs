//! What goes past the operator stays hidden from it: the words, and that there are any.

use hatchboard::{
    access::{Role, System},
    account::{self, Place as Held, entity::account as accounts},
    base,
    store::{Begun, Intent},
};
use http::{Request, header::ACCEPT};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{
    asker::Asker,
    entry::Kind,
    running::{Answer, Running},
    table,
    world::{PAST_THE_OPERATOR, Place, Whose, World, api_token, open_session, token},
};

const MANAGER: Asker = Asker::new(Role::Manager, Whose::Ours);
const BUREAU: Asker = Asker::new(Role::Bureau, Whose::Ours);

/// The token of the session that a manager opens who has become more than that.
const AGAIN: &str = "manager again";

async fn opened(running: &Running, session: &str, address: &str) -> Answer {
    let request = Request::get(address).header(ACCEPT, "text/html").body(axum::body::Body::empty()).unwrap();
    running.ask(request, Some(session)).await
}

async fn page(running: &Running, asker: Asker, address: &str) -> Answer {
    opened(running, &token(asker), address).await
}

fn ours(world: &World) -> &Place {
    world.place(Whose::Ours)
}

#[tokio::test]
async fn nothing_that_the_operator_can_open_tells_of_a_letter() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let letter = &ours(world)["letter"];
    let read = page(&running, BUREAU, &format!("/b/zhuzhou/letters/{letter}")).await;
    assert!(read.body.contains(PAST_THE_OPERATOR), "{}", read.told());
    let mut asked = 0;
    for entry in table::all().iter().filter(|entry| !entry.changes()) {
        for cell in entry.cells(world).iter().filter(|cell| cell.asker == MANAGER) {
            let request = entry.request(world, cell.parts);
            let answer = if entry.kind == Kind::Api {
                running.ask_by_token(request, Some(&api_token(MANAGER))).await
            } else {
                running.ask(request, Some(&token(MANAGER))).await
            };
            let silent = !answer.body.contains(PAST_THE_OPERATOR) && !answer.body.contains(letter.as_str());
            assert!(silent, "{} {:?}", entry.route(), cell.parts);
            asked += usize::from(cell.allowed);
        }
    }
    assert!(asked > 30, "the operator has opened {asked} pages only");
}

#[tokio::test]
async fn the_operator_is_told_the_same_whether_there_is_a_letter_or_not() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let (org, letter, none) = (&ours(world)["org"], &ours(world)["letter"], uuid::Uuid::now_v7());
    for below in [letter.clone(), none.to_string()] {
        for address in [format!("/b/zhuzhou/letters/{below}"), format!("/o/{org}/letters/{below}")] {
            assert_eq!(page(&running, MANAGER, &address).await.status, 403, "{address}");
        }
    }
}

#[tokio::test]
async fn whoever_is_of_the_operators_team_has_no_part_in_letters_whatever_else_they_are() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let (store, system) = (&running.store, System::named("test"));
    let named = accounts::Entity::find().filter(accounts::Column::Name.eq(MANAGER.name()));
    let account = named.one(store.read()).await.unwrap().unwrap().id;
    let organisation = ours(world)["org"].parse().unwrap();
    let base = base::store::by_slug(store.read(), "zhuzhou").await.unwrap().unwrap().id;
    let Begun::Fresh(tx) = store.begin(system.actor(), Intent::once("test")).await.unwrap() else {
        panic!("an intent of its own is fresh")
    };
    for held in [Held::Organisation { base, organisation }, Held::Base { base, role: Role::Bureau }] {
        account::grant(&tx, system.actor(), account, held).await.unwrap();
    }
    // Whoever may do more signs in anew.
    open_session(&tx, account, AGAIN).await;
    tx.commit("").await.unwrap();
    let letters = [format!("/o/{organisation}/letters"), "/b/zhuzhou/letters".to_owned()];
    for address in &letters {
        assert_eq!(opened(&running, AGAIN, address).await.status, 403, "{address}");
    }
    // 会议室, a word of the letter.
    let search = format!("/o/{organisation}/search?q=%E4%BC%9A%E8%AE%AE%E5%AE%A4");
    let others = [format!("/o/{organisation}"), format!("/o/{organisation}/services"), "/b/zhuzhou".to_owned(), search];
    for address in others {
        let answer = opened(&running, AGAIN, &address).await;
        assert_eq!(answer.status, 200, "{address}");
        for link in &letters {
            assert!(!answer.body.contains(&format!("href=\"{link}")), "{address} leads to {link}");
        }
    }
}
