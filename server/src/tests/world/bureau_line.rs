//! What an organisation has written to the bureau.

use hatchboard::{
    access::Member,
    bureau_line::{
        LetterText,
        store::{one_of, send},
    },
    evidence::store::{Upload, prepare},
};

use super::{Maker, PAPER, Place, once};

/// What no other record says.
pub(in crate::tests) const PAST_THE_OPERATOR: &str = "会议室两次被占用";

/// A letter that waits, with a paper.
pub(super) async fn of_organisation(maker: &Maker, member: &Member) -> Place {
    let typed = LetterText { kind: "complaint".into(), words: PAST_THE_OPERATOR.into() };
    let upload = Upload { name: "照片说明.pdf".to_owned(), contents: PAPER.into() };
    let paper = prepare(&maker.files, member.base(), upload).await.unwrap();
    let letter = send(&maker.store, member, &typed, Some(&paper), once()).await.unwrap();
    let page = one_of(&maker.store, member, letter).await.unwrap();
    Place::from([("letter", letter.to_string()), ("letter_file", page.files[0].id.to_string())])
}
