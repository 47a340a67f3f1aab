//! When a base reminds, to be settled by its operator.

use hatchboard::reminder::{StepsField, StepsText, store::BaseSteps};
use leptos::prelude::*;

use super::{api::SettleReminderSteps, words};
use crate::{
    Language,
    form::{Returned, action, new_key},
    ui::{
        card::Card,
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
        language,
    },
};

/// Under the list of what is reminded of.
#[component]
pub fn StepsForm(
    /// The base's short name in links.
    slug: String,
    settled: BaseSteps,
    back: Option<Returned<StepsText>>,
) -> AnyView {
    let language = language();
    let stored = StepsText::from(settled.steps);
    let (typed, error) = back.map_or((stored, None), |back| (back.typed, Some(back.error)));
    let fields = StepsField::ALL.iter().map(|field| {
        let (least, most) = field.bounds();
        view! {
            <Field
                name=field.code()
                label=label(language, *field)
                kind="number"
                inputmode="numeric"
                value=text(&typed, *field)
                min=least.to_string()
                max=most.to_string()
                unit=words::working_days(language)
                required=true
            />
        }
    });
    let fields = fields.collect_view();
    view! {
        <Card title=words::steps(language)>
            <PostForm action={action::<SettleReminderSteps>()} key=new_key() id="steps" error=error>
                <Hidden name="base" value=slug />
                <Hidden name="version" value=settled.row_version.to_string() />
                <p class="soft">{words::steps_hint(language)}</p>
                <div class="fields">{fields}</div>
                <FormActions>
                    <Submit label=words::save_steps(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

fn label(language: Language, field: StepsField) -> &'static str {
    let words = match field {
        StepsField::Before => words::before,
        StepsField::After => words::after,
        StepsField::Operator => words::operator,
        StepsField::Bureau => words::bureau,
    };
    words(language)
}

fn text(typed: &StepsText, field: StepsField) -> String {
    let text = match field {
        StepsField::Before => &typed.before,
        StepsField::After => &typed.after,
        StepsField::Operator => &typed.operator,
        StepsField::Bureau => &typed.bureau,
    };
    text.clone()
}
