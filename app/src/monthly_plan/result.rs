//! Closing a month: what became of each item, proposed from the weekly reports.

use std::collections::BTreeMap;

use hatchboard::monthly_plan::{Item, Outcome, OutcomeField, TypedOutcome, proposed, store::PlanPage};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    Here,
    api::{CloseMonth, ResultTyped},
    problem::{by_row, result_field},
    words,
};
use crate::{
    form::{Returned, action, new_key},
    ui::{
        card::Card,
        field::{Choices, Field, Hidden, Options},
        form::{FormActions, PostForm, Submit},
        language,
    },
};

#[component]
pub(super) fn CloseForm(here: Here, page: PlanPage, back: Option<Returned<ResultTyped>>) -> AnyView {
    let language = language();
    let Some(whose) = here.writes.clone() else { return ().into_any() };
    let told: BTreeMap<Uuid, u32> = page
        .told
        .iter()
        .map(|(item, told)| (*item, told.iter().fold(0_u32, |sum, told| sum.saturating_add(told.quantity))))
        .collect();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.map_or_else(|| proposed(&page.items, &told), |typed| typed.results);
    let error = error.map(|error| by_row(language, error, &page.items));
    view! {
        <Card title=words::result_title(language) id="result">
            <p class="soft">{words::result_hint(language)}</p>
            <PostForm action={action::<CloseMonth>()} key=new_key() id="result" error=error>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="month" value=here.month.to_string() />
                <Hidden name="version" value=page.facts.row_version.to_string() />
                <ResultRows items=page.items typed=typed told=told />
                <FormActions>
                    <Submit label=words::close(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// A row for each item. They find what is wrong with them in the form around them.
#[component]
fn ResultRows(items: Vec<Item>, typed: Vec<TypedOutcome>, told: BTreeMap<Uuid, u32>) -> AnyView {
    let rows = items.into_iter().enumerate().map(|(row, item)| {
        let typed = typed.iter().find(|typed| typed.item == item.id.to_string()).cloned().unwrap_or_default();
        let told = told.get(&item.id).copied().unwrap_or_default();
        view! { <ResultRow row=row item=item typed=typed told=told /> }
    });
    rows.collect_view().into_any()
}

#[component]
fn ResultRow(row: usize, item: Item, typed: TypedOutcome, told: u32) -> AnyView {
    let language = language();
    let name = |field: OutcomeField| result_field(row, field.code());
    let options: Options = vec![
        (Outcome::CarriedOver.code().to_owned(), words::carry_over(language).to_owned()),
        (Outcome::Dropped.code().to_owned(), words::drop(language).to_owned()),
    ];
    let reported = words::reported(language, told, &item.unit);
    let hint = format!("{reported} {} {}", item.quantity, item.unit);
    view! {
        <fieldset class="activity">
            <legend>{item.what}</legend>
            <Hidden name=result_field(row, "item") value=item.id.to_string() />
            <div class="fields">
                <Field
                    name=name(OutcomeField::Done)
                    label=words::done_quantity(language)
                    value=typed.done
                    hint=hint
                    unit=item.unit.clone()
                    inputmode="numeric"
                    required=true
                />
                <Choices
                    name=name(OutcomeField::Outcome)
                    label=words::if_unfinished(language)
                    options=options
                    value=typed.outcome
                    required=true
                />
                <Field
                    name=name(OutcomeField::Reason)
                    label=words::reason_if(language)
                    value=typed.reason
                    hint=words::reason_if_hint(language)
                    conditional=true
                    maxlength=u32::try_from(Item::LONGEST_WHAT).unwrap_or(u32::MAX)
                />
            </div>
        </fieldset>
    }
    .into_any()
}
