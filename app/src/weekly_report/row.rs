//! One activity among several, as it is typed.

use chrono::NaiveDate;
use hatchboard::weekly_report::{ActivityField, ActivityKind, DraftActivity};
use leptos::prelude::*;

use super::words;
use crate::ui::{
    field::{Field, Options, Select},
    form::{Submit, Weight},
    language,
};

/// The days that an activity of this report may have.
#[derive(Debug, Clone, Copy)]
pub struct Days {
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
}

/// A row of the list of activities. `row` and `number` are what its fields and people call it; in the template for
/// further rows they are placeholders.
#[component]
pub fn ActivityRow(
    #[prop(into)] row: String,
    #[prop(into)] number: String,
    activity: DraftActivity,
    days: Days,
    /// No rule scores the base by its own activities.
    of_base: bool,
) -> AnyView {
    let language = language();
    let compared = if of_base { words::of_base_hint } else { words::activity_attendances_hint };
    let name = |field: ActivityField| format!("activities.{row}.{field}");
    let label = |field| words::activity(language, field);
    let kinds: Options =
        ActivityKind::ALL.iter().map(|kind| (kind.to_string(), words::kind(language, *kind).to_owned())).collect();
    // A date field shows nothing but a date; whatever else was typed stays in sight as text.
    let is_date = activity.on.is_empty() || activity.on.parse::<NaiveDate>().is_ok();
    view! {
        <fieldset class="activity" data-row=row.clone()>
            <legend>{words::activity_row(language, number)}</legend>
            <Field
                name=name(ActivityField::What)
                label=label(ActivityField::What)
                value=activity.what
                required=true
            />
            <div class="fields">
                <Field
                    name=name(ActivityField::On)
                    label=label(ActivityField::On)
                    value=activity.on
                    kind=if is_date { "date" } else { "text" }
                    min=days.earliest.to_string()
                    max=days.latest.to_string()
                    required=true
                />
                <Select name=name(ActivityField::Kind) label=label(ActivityField::Kind) options=kinds value=activity.kind />
            </div>
            <Field name=name(ActivityField::Place) label=label(ActivityField::Place) value=activity.place />
            <div class="fields">
                <Field
                    name=name(ActivityField::Attendances)
                    label=label(ActivityField::Attendances)
                    value=activity.attendances
                    inputmode="numeric"
                    unit=words::unit_attendances(language)
                    hint=compared(language)
                />
                <Field
                    name=name(ActivityField::Beneficiaries)
                    label=label(ActivityField::Beneficiaries)
                    value=activity.beneficiaries
                    inputmode="numeric"
                    unit=words::unit_people(language)
                    hint=words::activity_beneficiaries_hint(language)
                />
            </div>
            <div class="row" data-remove-row="">
                <Submit
                    label=words::remove_row(language)
                    weight=Weight::Quiet
                    name="do"
                    value=format!("remove_row:{row}")
                />
            </div>
        </fieldset>
    }
    .into_any()
}
