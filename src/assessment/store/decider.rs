//! Who decides on objections to a sheet, by what was done with it and by the settings of its base.

use sea_orm::ConnectionTrait;

use super::super::{Decider, Deed, Named, entity::assessment};
use super::{AssessmentError, SheetPage, hand::deeds};
use crate::{
    access::{Actor, BaseReader},
    base::settings::store::{Person, Settings, of_base},
    store::Store,
};

/// Who decides, and what they are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    pub decider: Decider,
    /// Of the superior or the deputy who decides.
    pub name: Option<String>,
}

impl Deciding {
    pub(super) fn of(of_the_base: bool, settings: &Settings, before: &[Deed]) -> Self {
        let named = |person: &Option<Person>| {
            let person = person.as_ref()?;
            Some(Named { person: person.id, serves: person.serves, belongs: person.belongs })
        };
        let decider = Decider::of(of_the_base, named(&settings.superior), named(&settings.deputy), before);
        let person = match decider {
            Decider::Superior(_) => settings.superior.as_ref(),
            Decider::Deputy(_) => settings.deputy.as_ref(),
            Decider::AnyOther | Decider::Nobody => None,
        };
        Self { decider, name: person.map(|person| person.name.clone()) }
    }
}

/// Who decides on objections to a sheet of the base. No statement for an organisation's.
pub async fn deciding(store: &Store, reader: &BaseReader, page: &SheetPage) -> Result<Deciding, AssessmentError> {
    let settings = if page.of_base { of_base(store.read(), reader.base()).await? } else { Settings::default() };
    let before: Vec<Deed> =
        page.steps.iter().filter_map(|step| Some(Deed { person: step.account?, part: step.part? })).collect();
    Ok(Deciding::of(page.of_base, &settings, &before))
}

/// Refuses whoever is not the one whom the settings of the base name for its sheet. None of it concerns organisations'
/// sheets, nor the program itself.
pub(super) async fn expect(
    db: &impl ConnectionTrait,
    sheet: &assessment::Model,
    actor: &Actor,
) -> Result<(), AssessmentError> {
    let (Some(person), true) = (actor.account, sheet.of_base) else { return Ok(()) };
    let settings = of_base(db, sheet.base_id).await?;
    let before = deeds(db, sheet.base_id, &[sheet.id]).await?;
    let before: Vec<Deed> = before.into_iter().map(|(_, deed)| deed).collect();
    let deciding = Deciding::of(true, &settings, &before);
    if deciding.decider.lets(person) { Ok(()) } else { Err(AssessmentError::NotDecider(deciding.name)) }
}
