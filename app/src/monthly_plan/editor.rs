//! The form of a plan: rows of items, kept as they are typed, judged when they are submitted.

use hatchboard::{
    annual_target::Target,
    monthly_plan::{
        DraftItem, Item, ItemField,
        store::{Origin, PlanPage},
    },
};
use leptos::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

use super::{
    Here,
    api::{PlanTyped, SavePlan},
    look::month_name,
    problem::item_field,
    words,
};
use crate::{
    Language,
    annual_target::target_name,
    error::AppError,
    form::{Returned, action, new_key},
    kept_form::{KeptForm, kept_as},
    ui::{
        badge::Tone,
        card::Card,
        field::{Check, Field, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        list_query::ListQuery,
        notice::Notice,
        time,
    },
    weekly_report::Whose,
};

/// Tells its fields from those of other forms on the page; the form element is `plan-form`.
const ID: &str = "plan";

#[component]
pub(super) fn Editor(here: Here, page: PlanPage, back: Option<Returned<PlanTyped>>) -> AnyView {
    let language = language();
    let Some(whose) = here.writes.clone() else { return ().into_any() };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stale = error == Some(AppError::Stale);
    // What somebody else saved meanwhile stands above the form; it itself holds one's own words.
    let theirs = stale.then(|| page.draft.items.clone());
    let by = page.saved.clone().map(|(_, by)| by).unwrap_or_default();
    let from_before = page.draft_version == 0 && !page.draft.items.is_empty();
    let why = typed.as_ref().map(|typed| typed.why.clone()).unwrap_or_default();
    let source = typed.as_ref().map(|typed| typed.source.clone()).unwrap_or_default();
    let on_behalf = matches!(whose, Whose::OnBehalf { .. });
    let one_more = typed.is_none() && ListQuery::current().get("rows").is_some();
    let mut items = typed.map_or(page.draft.items, |typed| typed.items);
    if items.is_empty() || one_more {
        items.push(DraftItem::default());
    }
    let title = if page.facts.stands { words::change_title(language) } else { words::editor_title(language) };
    let saved = page.saved.map(|(at, by)| words::saved_by(language, time::minute(at, here.base.zone), by));
    let error = if stale { None } else { error };
    let reader = page.subject.id;
    let key = kept_as(&format!("plan.{reader}.{}", here.month));
    let month = here.month.to_string();
    let version = page.draft_version;
    view! {
        <Card title=title>
            {theirs.map(|theirs| view! { <Theirs items=theirs by=by /> })}
            {from_before.then(|| view! { <Notice tone=Tone::Accent words=words::begun_from_before(language) /> })}
            <p class="soft">{words::editor_hint(language)}</p>
            <PostForm action={action::<SavePlan>()} key=new_key() id=ID error=error>
                // What Enter in a field does: it keeps the draft, whatever button comes first below.
                <button class="read-only" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">
                    {words::save(language)}
                </button>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="month" value=month />
                <Hidden name="version" value=version.to_string() />
                <ItemRows items=items origins=page.origins targets=page.targets here=here />
                <div class="row" data-add-row="">
                    <Submit label=words::add_item(language) weight=Weight::Plain name="act" value="add_item" />
                </div>
                {page
                    .facts
                    .stands
                    .then(|| {
                        view! {
                            <Field
                                name="reason"
                                label=words::why(language)
                                hint=words::why_hint(language)
                                value=why
                                required=true
                                maxlength=500
                            />
                        }
                    })}
                {on_behalf
                    .then(|| {
                        view! {
                            <Field
                                name="source"
                                label=words::source(language)
                                hint=words::source_hint(language)
                                value=source
                                required=true
                                maxlength=500
                            />
                        }
                    })}
                {saved.map(|words| view! { <p class="soft">{words}</p> })}
                <FormActions sticky=true>
                    <KeptForm form=format!("{ID}-form") key=key version=version language=language />
                    <Submit label=words::submit(language) name="act" value="submit" />
                    <Submit label=words::save(language) weight=Weight::Plain name="act" value="save" />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// The rows, and a blank one for scripts to copy. They find what is wrong with them in the form around them.
#[component]
fn ItemRows(items: Vec<DraftItem>, origins: BTreeMap<Uuid, Origin>, targets: Vec<Target>, here: Here) -> AnyView {
    let language = language();
    let targets: Options = targets.iter().map(|one| (one.code.clone(), target_name(language, one))).collect();
    let rows = items.into_iter().enumerate().map(|(row, item)| {
        let origin = origin(&origins, &item);
        let (row, number) = (row.to_string(), (row + 1).to_string());
        view! { <ItemRow row=row number=number item=item origin=origin targets=targets.clone() here=here.clone() /> }
    });
    let rows = rows.collect_view();
    view! {
        <div id="items">
            {rows} <template data-row-template="">
                <ItemRow
                    row="__row__"
                    number="__number__"
                    item=DraftItem::default()
                    origin=None
                    targets=targets
                    here=here
                />
            </template>
        </div>
    }
    .into_any()
}

fn origin(origins: &BTreeMap<Uuid, Origin>, item: &DraftItem) -> Option<Origin> {
    let id: Uuid = item.carried_from.parse().ok()?;
    origins.get(&id).cloned()
}

/// One item to be typed. `row` is its number from 0, or what a script puts it in the place of.
#[component]
fn ItemRow(
    #[prop(into)] row: String,
    #[prop(into)] number: String,
    item: DraftItem,
    #[prop(optional_no_strip)] origin: Option<Origin>,
    /// What it can serve.
    targets: Options,
    here: Here,
) -> AnyView {
    let language = language();
    let name = |field: ItemField| item_field(&row, field.code());
    let (first, last) = (here.month.first_day(), here.month.last_day());
    let origin = origin.map(|origin| origin_words(language, &origin, &item.unit));
    view! {
        <fieldset class="activity" data-row=row.clone()>
            <legend>{words::item_number(language, &number)}</legend>
            <Hidden name=item_field(&row, "id") value=item.id />
            <Hidden name=item_field(&row, "carried_from") value=item.carried_from />
            {origin.map(|words| view! { <p class="soft">{words}</p> })}
            <Field
                name=name(ItemField::What)
                label=words::what(language)
                value=item.what
                required=true
                maxlength=u32::try_from(Item::LONGEST_WHAT).unwrap_or(u32::MAX)
            />
            <div class="fields">
                <Field
                    name=name(ItemField::Quantity)
                    label=words::quantity(language)
                    hint=words::quantity_hint(language)
                    value=item.quantity
                    inputmode="numeric"
                    required=true
                />
                <Field
                    name=name(ItemField::Unit)
                    label=words::unit(language)
                    hint=words::unit_hint(language)
                    placeholder=words::unit_example(language)
                    value=item.unit
                    required=true
                    maxlength=u32::try_from(Item::LONGEST_UNIT).unwrap_or(u32::MAX)
                />
                <Field
                    name=name(ItemField::Responsible)
                    label=words::responsible(language)
                    value=item.responsible
                    required=true
                    maxlength=u32::try_from(Item::LONGEST_NAME).unwrap_or(u32::MAX)
                />
                <Field
                    name=name(ItemField::DueOn)
                    label=words::due_on(language)
                    kind="date"
                    value=item.due_on
                    min=first.to_string()
                    max=last.to_string()
                    required=true
                />
            </div>
            {(!targets.is_empty())
                .then(|| {
                    view! {
                        <Select
                            name=item_field(&row, ItemField::Serves.code())
                            label=words::serves(language)
                            prompt=words::serves_none(language)
                            options=targets
                            value=item.serves
                        />
                    }
                })}
            <Check
                name=name(ItemField::Recurring)
                label=words::recurring(language)
                value="on"
                checked=!item.recurring.is_empty()
            />
            <div class="row" data-remove-row="">
                <Submit
                    label=words::remove_item(language)
                    weight=Weight::Quiet
                    name="act"
                    value=format!("remove_item:{row}")
                />
            </div>
        </fieldset>
    }
    .into_any()
}

/// `结转自2026年3月（原计划 4 场）`
pub(super) fn origin_words(language: Language, origin: &Origin, unit: &str) -> String {
    words::carried_from(language, month_name(language, origin.month), format!("{} {unit}", origin.planned))
}

/// What somebody else saved while one was writing.
#[component]
fn Theirs(items: Vec<DraftItem>, by: String) -> AnyView {
    let language = language();
    let line = |item: &DraftItem| {
        let said = [&item.what, &item.quantity, &item.unit, &item.responsible, &item.due_on];
        view! { <li>{said.map(String::as_str).join(" ")}</li> }
    };
    let lines = items.iter().map(line).collect_view();
    view! {
        <Notice tone=Tone::Warn words=words::stale_title(language, by)>
            <p>{words::stale_hint(language)}</p>
            <p class="soft">{words::theirs(language)}</p>
            <ol>{lines}</ol>
        </Notice>
    }
    .into_any()
}
