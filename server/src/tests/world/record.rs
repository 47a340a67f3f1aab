//! The plain records of a base and of an organisation.

use hatchboard::{
    access::{Manager, Scope},
    coaching::{self, VisitText},
    evidence::store::{Upload, prepare},
    funding::{self, FundText, PaymentText},
    matched_project::{self, ProjectText},
    training::{self, ListText, TrainingText},
};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once};

/// A training on the day at which every test begins, with somebody who came.
pub(super) async fn make(maker: &Maker, manager: &Manager) -> Place {
    let (store, text) = (&maker.store, str::to_owned);
    let typed = TrainingText {
        title: text("记账"),
        topic: text("finance"),
        teacher: text("刘静"),
        held_on: text("2026-04-09"),
        begins_at: text("9:00"),
        hours: text("2"),
        place: text("三楼"),
        invite: text("these"),
        outsiders: text("街道社工站"),
        ..TrainingText::default()
    };
    let id = training::store::make(store, manager, &typed, once()).await.unwrap();
    let typed = ListText {
        organisation: text("outside"),
        outside: text("区慈善会"),
        names: text("张三"),
        ..ListText::default()
    };
    training::store::enter(store, manager, id, &typed, once()).await.unwrap();
    let upload = Upload { name: text("签到表.pdf"), contents: PAPER.into() };
    let paper = prepare(&maker.files, manager.base(), upload).await.unwrap();
    training::store::add_file(store, manager, id, &paper, once()).await.unwrap();
    let page = training::store::one(store, &manager.as_reader(), id).await.unwrap();
    Place::from([
        ("training", id.to_string()),
        ("training_token", page.token),
        ("attendance", page.attendances[0].id.to_string()),
        ("training_file", page.files[0].id.to_string()),
    ])
}

/// A visit, a match, and two pledges of which one has been paid in part.
pub(super) async fn of_organisation(maker: &Maker, manager: &Manager, organisation: Uuid) -> Place {
    let (store, text) = (&maker.store, str::to_owned);
    let visit = VisitText {
        organisation: organisation.to_string(),
        visited_on: text("2026-04-08"),
        visitor: text("周敏"),
        method: text("on_site"),
        looked_at: text("账目"),
        agreed: text("补票"),
        ..VisitText::default()
    };
    let visit = coaching::store::enter(store, manager, &visit, once()).await.unwrap();
    let project = ProjectText {
        organisation: organisation.to_string(),
        name: text("助餐"),
        partner: text("街道"),
        amount: text("100"),
        matched_on: text("2026-04-08"),
        state: text("matched"),
        words: String::new(),
    };
    let project = matched_project::store::enter(store, manager, &project, once()).await.unwrap();
    let (fund, unpaid) = (pledged(maker, manager, organisation).await, pledged(maker, manager, organisation).await);
    let payment = PaymentText { received: text("50"), received_on: text("2026-04-08"), evidence: text("凭证") };
    let upload = Upload { name: text("凭证.pdf"), contents: PAPER.into() };
    let paper = prepare(&maker.files, manager.base(), upload).await.unwrap();
    funding::store::receive(store, manager, fund, &payment, Some(&paper), once()).await.unwrap();
    let page = funding::store::one(store, Scope::from(manager), fund).await.unwrap();
    Place::from([
        ("visit", visit.to_string()),
        ("project", project.to_string()),
        ("fund", fund.to_string()),
        ("unpaid_fund", unpaid.to_string()),
        ("payment", page.payments[0].id.to_string()),
        ("payment_file", page.payments[0].files[0].id.to_string()),
    ])
}

async fn pledged(maker: &Maker, manager: &Manager, organisation: Uuid) -> Uuid {
    let typed = FundText {
        source: "基金会".to_owned(),
        organisation: organisation.to_string(),
        pledged: "100".to_owned(),
        pledged_on: "2026-04-08".to_owned(),
        evidence: "函".to_owned(),
    };
    funding::store::enter(&maker.store, manager, &typed, None, once()).await.unwrap()
}
