//! The rectifications of an organisation and of its base.

use hatchboard::{
    access::{Manager, Member, Overseer, Scope},
    evidence::store::{Upload, prepare},
    rectification::{
        FindingText,
        store::{Repairer, Seen, Subject, evidence_of, give, one, report},
    },
};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once};

/// One to repair, one that the operator closes, one that the bureau closes, and one of the base itself.
pub(super) async fn of_organisation(maker: &Maker, member: &Member, manager: &Manager) -> Place {
    let (operator, bureau) = (manager.as_overseer(), maker.system.bureau(manager.base()).as_overseer());
    let ours = Subject::Organisation(member.organisation());
    let open = given(maker, &operator, ours).await;
    let of_base = given(maker, &bureau, Subject::Base).await;
    let (reported, for_bureau) = (given(maker, &operator, ours).await, given(maker, &bureau, ours).await);
    let upload = Upload { name: "发票.pdf".to_owned(), contents: PAPER.into() };
    let paper = prepare(&maker.files, member.base(), upload).await.unwrap();
    for (id, file) in [(reported, Some(&paper)), (for_bureau, None)] {
        let seen = Seen { id, row_version: 1 };
        report(&maker.store, &Repairer::from(member), seen, "已更换", file, once()).await.unwrap();
    }
    let scope = Scope::from(member);
    let found = one(&maker.store, scope, reported).await.unwrap();
    let file = evidence_of(&maker.store, scope, &found).await.unwrap()[0].id;
    Place::from([
        ("rectification", open.to_string()),
        ("base_rectification", of_base.to_string()),
        ("reported_rectification", reported.to_string()),
        ("bureau_rectification", for_bureau.to_string()),
        ("repair_file", file.to_string()),
    ])
}

async fn given(maker: &Maker, by: &Overseer, subject: Subject) -> Uuid {
    let typed = FindingText {
        source: "visit".into(),
        words: "灭火器过期".into(),
        owner: "李强".into(),
        due_on: "2026-12-31".into(),
    };
    give(&maker.store, by, subject, None, &typed, once()).await.unwrap()
}
