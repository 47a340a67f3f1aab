//! The records of a base itself.

use hatchboard::{
    access::Manager,
    base::{
        Base,
        store::{NewBase, found},
    },
    incubation::{StepAsked, StepText, entity::stage_change, store::propose},
    instruction::store::{NewInstruction, answer, give},
    organisation::store::{Stands, open, preview},
    weekly_report::store::{Reviewer, Subject},
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::{
    Maker, Place, card, once,
    organisation::{accepted, draft, file, incubation_of, register, reopened, version_of},
    plan, record, survey, target,
};

/// A register as an office sends it.
pub(in crate::tests) const REGISTER: &[u8] = include_bytes!("../../../../tests/data/registry/clean.xlsx");

pub(super) async fn make(maker: &Maker, slug: &str) -> (Base, Place) {
    let tx = maker.write().await;
    let new = NewBase {
        slug: slug.to_owned(),
        name: format!("{slug} 孵化基地"),
        short_code: slug[..2].to_uppercase(),
        operator_name: "运营中心".to_owned(),
        bureau_name: "民政局".to_owned(),
        demo: false,
    };
    let base = found(&tx, maker.system.actor(), new).await.unwrap();
    tx.commit("").await.unwrap();
    let manager = maker.system.manager(base.id);
    let mut place = Place::from([("base", base.slug.clone())]);
    // A base reports from the first admission on.
    place.extend(organisations(maker, &manager).await);
    place.extend(reports(maker, &manager).await);
    place.extend(plan::of_base(maker, &Subject::from(&manager), &Reviewer::from(&maker.system.bureau(base.id))).await);
    place.extend(survey::make(maker, &base).await);
    place.extend(target::make(maker, &manager).await);
    place.extend(record::make(maker, &manager).await);
    card::make(maker, &maker.system.card_keeper(base.id)).await;
    place.extend(instructions(maker, base.id).await);
    place.extend(import(maker, &manager).await);
    (base, place)
}

/// The base's own week: one that waits for the bureau, one that it has accepted, one that it has opened again, one that
/// is being written.
async fn reports(maker: &Maker, manager: &Manager) -> Place {
    let subject = Subject::from(manager);
    let submitted = file(maker, &subject, "2026-W14").await;
    let bureau = Reviewer::from(&maker.system.bureau(manager.base()));
    let accepted = accepted(maker, &subject, &bureau, "2026-W13").await;
    let reopened = reopened(maker, &subject, &bureau, "2026-W12").await;
    Place::from([
        ("base_report", submitted.to_string()),
        ("base_report_version", version_of(maker, submitted).await.to_string()),
        ("base_accepted", accepted.to_string()),
        ("base_accepted_version", version_of(maker, accepted).await.to_string()),
        ("base_reopened", reopened.to_string()),
        ("base_reopened_version", version_of(maker, reopened).await.to_string()),
        ("base_draft_version", draft(maker, &subject, "2026-W15").await.to_string()),
    ])
}

/// One that waits for the base, and one that it has answered.
async fn instructions(maker: &Maker, base: Uuid) -> Place {
    let (bureau, manager) = (maker.system.bureau(base), maker.system.manager(base));
    let new = NewInstruction {
        title: "补齐台账".to_owned(),
        words: String::new(),
        owner: "周敏".to_owned(),
        due_on: "2026-04-20".parse().unwrap(),
    };
    let open = give(&maker.store, &bureau, &new, once()).await.unwrap();
    let answered = give(&maker.store, &bureau, &new, once()).await.unwrap();
    answer(&maker.store, &manager, answered, 1, "已补齐", once()).await.unwrap();
    Place::from([("instruction", open.to_string()), ("answered", answered.to_string())])
}

/// A register that waits to be confirmed.
async fn import(maker: &Maker, manager: &Manager) -> Place {
    let id = preview(&maker.store, manager, "register.xlsx", REGISTER.to_vec(), once()).await.unwrap();
    let found = open(&maker.store, manager, id.parse().unwrap()).await.unwrap();
    let Stands::Previewed { digest, .. } = found.stands else { panic!("nobody has confirmed it") };
    Place::from([("import", id), ("shown", digest)])
}

/// An organisation whose exit the bureau has to decide on, and one that has never been admitted.
async fn organisations(maker: &Maker, manager: &Manager) -> Place {
    let leaving = register(maker, manager, "秋实", true).await;
    let (incubation, seen) = incubation_of(maker, leaving).await;
    let step = StepText {
        action: "exit_voluntary".to_owned(),
        effective_on: "2026-04-08".to_owned(),
        reason: "迁址".to_owned(),
        ..StepText::default()
    };
    let asked = StepAsked::judge(&step, "2026-04-09".parse().unwrap()).unwrap();
    propose(&maker.store, manager, incubation, seen, &asked, once()).await.unwrap();
    let proposal = stage_change::Entity::find()
        .filter(stage_change::Column::IncubationId.eq(incubation))
        .filter(stage_change::Column::State.eq("proposed"))
        .one(maker.store.read())
        .await
        .unwrap()
        .unwrap();
    Place::from([
        ("proposal", proposal.id.to_string()),
        ("proposal_version", proposal.row_version.to_string()),
        ("newcomer", register(maker, manager, "新芽", false).await.to_string()),
    ])
}
