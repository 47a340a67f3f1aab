//! People and money of a week: seldom wanted, each told what it is for.

use hatchboard::weekly_report::{Draft, Field as Of};
use leptos::prelude::*;

use super::words;
use crate::ui::{confirm::Fold, field::Field, language};

/// The fields of the fold.
pub(super) const NUMBERS: [Of; 5] = [Of::Staff, Of::Volunteers, Of::FundsLinked, Of::Income, Of::Spending];

/// `money` where the month's income and spending are asked for.
#[component]
pub(super) fn Numbers(draft: Draft, money: bool, open: bool) -> AnyView {
    let language = language();
    let field = |of: Of, unit: &'static str, keyboard: &'static str, hint: &'static str| {
        view! {
            <Field
                name=of.code()
                label=words::field(language, of)
                value=draft.get(of.into())
                unit=unit
                hint=hint
                inputmode=keyboard
            />
        }
    };
    let (people, yuan) = (words::unit_people(language), words::unit_yuan(language));
    let person = |of: Of| field(of, people, "numeric", words::people_hint(language));
    let sum = |of: Of| field(of, yuan, "decimal", words::money_hint(language));
    let [staff, volunteers] = [Of::Staff, Of::Volunteers].map(person);
    let funds = field(Of::FundsLinked, yuan, "decimal", words::funds_hint(language));
    let sums = money.then(|| [Of::Income, Of::Spending].map(sum).collect_view());
    let carried = NUMBERS.iter().any(|of| !draft.get((*of).into()).is_empty());
    let note = if carried { words::fold_numbers_carried(language) } else { "" };
    view! {
        <Fold label=words::fold_numbers(language) note=note open=open>
            <div class="fields">{staff} {volunteers} {funds}</div>
            {sums.map(|sums| view! { <div class="fields">{sums}</div> })}
        </Fold>
    }
    .into_any()
}
