//! The scorecards of a base.

use hatchboard::{
    access::CardKeeper,
    assessment::{
        Kind,
        store::card::{Saved, begin, one, save},
    },
};

use super::{Maker, once};

/// A second version of the organisations' card is written and could be published.
pub(super) async fn make(maker: &Maker, keeper: &CardKeeper) {
    let kind = Kind::Organisation;
    begin(&maker.store, keeper, kind, once()).await.unwrap();
    let reader = keeper.as_reader();
    let draft = one(&maker.store, &reader, kind).await.unwrap().draft.unwrap();
    let mut text = draft.text;
    "4".clone_into(&mut text.head.bonus_cap);
    match save(&maker.store, keeper, kind, text, draft.row_version).await.unwrap() {
        Saved::Kept { .. } => {}
        Saved::Stale { .. } => panic!("nobody else writes"),
    }
}
