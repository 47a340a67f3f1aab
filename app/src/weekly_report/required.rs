//! What every report of a week says, and what the month's plan asks it for.

use hatchboard::{
    monthly_plan::store::PlannedItem,
    weekly_report::{Draft, Field as Of, FieldPath, Help, HelpKind},
};
use leptos::prelude::*;

use super::words;
use crate::ui::{
    field::{Choices, Field, Options, TextArea},
    language,
};

/// The three things that every report says. No rule scores the base by its own activities.
#[component]
pub fn Required(draft: Draft, of_base: bool) -> AnyView {
    let language = language();
    let counted = if of_base { words::of_base_hint } else { words::field_activities_count_hint };
    let none = (Help::NOT_NEEDED.to_owned(), words::help_none(language).to_owned());
    let kinds = HelpKind::ALL.iter().map(|kind| (kind.to_string(), words::help_kind(language, *kind).to_owned()));
    let options: Options = std::iter::once(none).chain(kinds).collect();
    view! {
        <TextArea
            name=Of::Done.code()
            label=words::field(language, Of::Done)
            hint=words::field_done_hint(language)
            value=draft.done
            required=true
            rows=5
        />
        <div class="fields">
            <Field
                name=Of::ActivitiesCount.code()
                label=words::field(language, Of::ActivitiesCount)
                value=draft.activities_count
                inputmode="numeric"
                unit=words::unit_times(language)
                hint=counted(language)
                required=true
            />
            <Field
                name=Of::Attendances.code()
                label=words::field(language, Of::Attendances)
                value=draft.attendances
                inputmode="numeric"
                unit=words::unit_attendances(language)
                hint=words::field_attendances_hint(language)
                required=true
            />
        </div>
        <Choices
            name=Of::HelpKind.code()
            label=words::field(language, Of::HelpKind)
            options=options
            value=draft.help_kind
            required=true
        />
        <TextArea
            name=Of::Help.code()
            label=words::field(language, Of::Help)
            hint=words::field_help_hint(language)
            value=draft.help
            conditional=true
            rows=2
        />
    }
    .into_any()
}

/// What was done of the month's plan, item by item; nothing where no plan stands.
#[component]
pub fn Planned(planned: Vec<PlannedItem>, draft: Draft) -> AnyView {
    let language = language();
    if planned.is_empty() {
        return ().into_any();
    }
    let fields = planned.into_iter().map(|PlannedItem { item, told_before }| {
        let path = FieldPath::Progress(item.id);
        let amount = |quantity: u32| format!("{quantity} {}", item.unit);
        let hint = words::progress_of(language, amount(item.quantity), amount(told_before));
        view! {
            <Field
                name=path.to_string()
                label=item.what.clone()
                value=draft.get(path)
                hint=hint
                unit=item.unit.clone()
                inputmode="numeric"
            />
        }
    });
    let fields = fields.collect_view();
    view! {
        <fieldset class="activity">
            <legend>{words::field(language, Of::Progress)}</legend>
            <p class="field-hint">{words::progress_hint(language)}</p>
            <div class="fields">{fields}</div>
        </fieldset>
    }
    .into_any()
}
