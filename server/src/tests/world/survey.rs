//! The survey of a base.

use hatchboard::{
    base::Base,
    survey::{
        OpeningText,
        store::{one, open},
    },
};

use super::{Maker, Place, once};

/// One that runs, with the link of the organisations.
pub(super) async fn make(maker: &Maker, base: &Base) -> Place {
    let typed = OpeningText { quarter: "2026-Q1".into(), closes_on: "2026-04-24".into() };
    let survey = open(&maker.store, &maker.system.bureau(base.id), &typed, once()).await.unwrap();
    let found = one(&maker.store, &maker.system.supervisor(base.id), survey).await.unwrap();
    Place::from([("survey", survey.to_string()), ("survey_link", found.groups[0].token.clone())])
}
