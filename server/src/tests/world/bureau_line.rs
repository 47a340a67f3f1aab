//! What an organisation has written to the bureau.

use hatchboard::{
    access::Member,
    bureau_line::{LetterText, store::send},
};

use super::{Maker, Place, once};

/// What no other record says.
pub(in crate::tests) const PAST_THE_OPERATOR: &str = "会议室两次被占用";

/// A letter that waits.
pub(super) async fn of_organisation(maker: &Maker, member: &Member) -> Place {
    let typed = LetterText { kind: "complaint".into(), words: PAST_THE_OPERATOR.into() };
    Place::from([("letter", send(&maker.store, member, &typed, once()).await.unwrap().to_string())])
}
