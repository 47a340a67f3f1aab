//! Who goes, and when.

use hatchboard::follow_up::{
    Field as Of, NewAssignment,
    store::{VisitPage, Which},
};
use leptos::prelude::*;

use super::{api::AssignFollowUp, visit::Names, words};
use crate::{
    base::At,
    form::{Returned, action, new_key},
    ui::{
        card::Card,
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

#[component]
pub(super) fn Assigning(
    at: At,
    page: VisitPage,
    which: Which,
    /// The reader may change it.
    writes: bool,
    back: Option<Returned<NewAssignment>>,
) -> AnyView {
    let language = at.language();
    let record = page.line.record.clone();
    let assigned = record.as_ref().and_then(|record| record.assigned.clone());
    let planned_on = record.as_ref().and_then(|record| record.planned_on);
    if !writes {
        let said = match (assigned, planned_on) {
            (None, _) => words::nobody_assigned(language).to_owned(),
            (Some(name), None) => name,
            (Some(name), Some(day)) => words::planned_for(language, name, day),
        };
        return view! {
            <Card title=words::plan(language)>
                <p>{said}</p>
            </Card>
        }
        .into_any();
    }
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or_else(|| NewAssignment {
        assigned: assigned.unwrap_or_default(),
        planned_on: planned_on.map(|day| day.to_string()).unwrap_or_default(),
    });
    let version = record.map_or(0, |record| record.row_version).to_string();
    let today = at.today().to_string();
    view! {
        <Card title=words::plan(language)>
            <PostForm action={action::<AssignFollowUp>()} key=new_key() id="assign" error=error>
                <Names at=at page=page which=which />
                <Hidden name="version" value=version />
                <div class="fields">
                    <Field
                        name=Of::Assigned.code()
                        label=words::assigned(language)
                        hint=words::assigned_hint(language)
                        value=typed.assigned
                        required=true
                        maxlength=u32::try_from(Of::LONGEST_NAME).unwrap_or(u32::MAX)
                    />
                    <Field
                        name=Of::PlannedOn.code()
                        label=words::planned_on(language)
                        kind="date"
                        value=typed.planned_on
                        min=today
                    />
                </div>
                <FormActions>
                    <Submit label=words::assign(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
