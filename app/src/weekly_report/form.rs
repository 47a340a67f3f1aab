//! The form of a week, for organisations, for the operator on their behalf, and for the base itself.
//!
//! ```ignore
//! let mut sheet = Sheet::load(&request, Whose::Base(slug), week).await?;   // 401, 403, 404, 409
//! sheet.begin_with(draft_of_the_summary);                                   // optional, before the first save
//! if sheet.open.is_open() { view! { <ReportForm sheet=sheet /> } } else { /* view::ReportView */ }
//! ```
//!
//! It is sent to a route of its own (`weekly_report::routes()`), which leads back to `Whose::page`.

use hatchboard::weekly_report::{Draft, DraftActivity, Field as Of, FieldPath};
use leptos::prelude::*;

use super::{
    Sheet,
    attachments::{Upload, counted, kept_with},
    keeper::{DraftKeeper, wire::Keeping},
    numbers::{NUMBERS, Numbers},
    required::{Planned, Required},
    row::{ActivityRow, Days},
    sheet::without_blank_rows,
    terms::Terms,
    words,
};
use crate::{
    Language,
    error::AppError,
    form::new_key,
    request::Request,
    ui::{
        confirm::Fold,
        field::{Check, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language, time,
    },
};

/// Tells its fields from those of other forms on the page; the form element is `report-form`.
const ID: &str = "report";

/// The whole form of a week that is open to its author, with what is left of the time above it.
#[component]
pub fn ReportForm(sheet: Sheet) -> AnyView {
    let language = language();
    let error = (!sheet.problems.is_empty()).then(|| AppError::Invalid(sheet.problems.clone()));
    let keeping = keeping(language, &sheet);
    let submit = if sheet.open.facts.versions > 0 { words::submit_again(language) } else { words::submit(language) };
    let action = sheet.author.whose.filing(sheet.week);
    let version = sheet.version.to_string();
    let of_base = sheet.author.subject.is_base();
    let (for_terms, for_fields) = (sheet.clone(), sheet.clone());
    view! {
        <div class="report">
            <Terms sheet=for_terms />
            <PostForm id=ID action=action key=new_key() multipart=true error=error>
                // What Enter in a field does: it keeps the draft, whatever button comes first below.
                <button class="read-only" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true">
                    {words::save_draft(language)}
                </button>
                <Hidden name="draft_version" value=version />
                <Required draft=sheet.draft.clone() of_base=of_base />
                <Planned planned=sheet.open.planned.clone() draft=sheet.draft />
                <Folded sheet=for_fields />
                <DraftKeeper keeping=keeping />
                <FormActions sticky=true>
                    <Submit label=submit name="do" value="submit" />
                    <Submit label=words::save_draft(language) weight=Weight::Plain name="do" value="save" />
                </FormActions>
            </PostForm>
        </div>
    }
    .into_any()
}

/// What is seldom wanted; a fold stands open where something is filled in or wrong inside.
#[component]
fn Folded(sheet: Sheet) -> AnyView {
    let language = language();
    let days = Days { earliest: sheet.open.context.earliest(), latest: sheet.open.context.today };
    let [numbers, more, nothing] = [&NUMBERS[..], &MORE, &NOTHING].map(|fields| at_fault(&sheet, fields));
    let money = sheet.open.context.money_asked;
    let (files, refused) = (sheet.open.attachments.clone(), sheet.attempt.refused_files.clone());
    let files_open = !(files.is_empty() && refused.is_empty());
    let files_note = counted(language, files.len());
    let kept = kept_with(&sheet);
    let draft = sheet.draft.clone();
    let (problems, next_week) = (draft.problems.clone(), draft.next_week.clone());
    let more = more || !(problems.is_empty() && next_week.is_empty());
    view! {
        <Activities sheet=sheet days=days />
        <Numbers draft=draft.clone() money=money open=numbers />
        <Fold label=words::fold_more(language) open=more>
            <TextArea
                name=Of::Problems.code()
                label=words::field(language, Of::Problems)
                value=problems
                rows=3
            />
            <TextArea
                name=Of::NextWeek.code()
                label=words::field(language, Of::NextWeek)
                value=next_week
                rows=3
            />
        </Fold>
        <Nothing draft=draft open=nothing />
        <Fold label=words::fold_files(language) note=files_note open=files_open>
            <Upload files=files refused=refused kept=kept />
        </Fold>
    }
    .into_any()
}

#[component]
fn Activities(sheet: Sheet, days: Days) -> AnyView {
    let language = language();
    let filled = sheet.draft.activities.len();
    let of_base = sheet.author.subject.is_base();
    let blank = (0..sheet.blank_rows).map(|_| DraftActivity::default());
    let rows = sheet.draft.activities.iter().cloned().chain(blank).enumerate().map(|(row, activity)| {
        let number = (row + 1).to_string();
        view! { <ActivityRow row=row.to_string() number=number activity=activity days=days of_base=of_base /> }
    });
    let rows = rows.collect_view();
    let open = filled > 0 || sheet.more_rows || at_fault(&sheet, &[Of::Activities]);
    let note = if filled == 0 { String::new() } else { words::fold_count(language, filled) };
    let blank_row = DraftActivity::default();
    view! {
        <div id="activities">
            <Fold label=words::fold_activities(language) note=note open=open>
                <p class="field-hint">{words::activities_hint(language, days.earliest)}</p>
                {rows}
                <template data-row-template="">
                    <ActivityRow row="__row__" number="__number__" activity=blank_row days=days of_base=of_base />
                </template>
                <div class="row" data-add-row="">
                    <Submit label=words::add_row(language) weight=Weight::Plain name="do" value="add_row" />
                </div>
            </Fold>
        </div>
    }
    .into_any()
}

const MORE: [Of; 2] = [Of::Problems, Of::NextWeek];
const NOTHING: [Of; 2] = [Of::NothingToReport, Of::NothingConfirmed];

#[component]
fn Nothing(draft: Draft, open: bool) -> AnyView {
    let language = language();
    let ticked = |of: Of| !draft.get(of.into()).is_empty();
    let [chosen, confirmed] = NOTHING.map(ticked);
    view! {
        <Fold
            label=words::fold_nothing(language)
            note=words::fold_nothing_note(language)
            open=open || chosen || confirmed
        >
            <Check
                name=Of::NothingToReport.code()
                label=words::field(language, Of::NothingToReport)
                value="on"
                checked=chosen
            />
            <Check
                name=Of::NothingConfirmed.code()
                label=words::field(language, Of::NothingConfirmed)
                value="on"
                checked=confirmed
            />
        </Fold>
    }
    .into_any()
}

/// Whether something is wrong in a fold, which then stands open.
fn at_fault(sheet: &Sheet, fields: &[Of]) -> bool {
    let of = |field: &str| field.parse::<FieldPath>().is_ok_and(|path| fields.contains(&path.field()));
    sheet.problems.iter().any(|problem| of(&problem.field))
}

fn keeping(language: Language, sheet: &Sheet) -> Keeping {
    let author = &sheet.author;
    let account = author.subject.actor().account.map(|id| id.simple().to_string()).unwrap_or_default();
    // What could not be saved counts as typed over what is saved. Of a clash the writer has the say first.
    let draft =
        if sheet.attempt.typed.is_some() { without_blank_rows(sheet.open.draft.clone()) } else { sheet.draft.clone() };
    Keeping {
        language,
        form: format!("{ID}-form"),
        address: author.whose.draft(sheet.week),
        key: format!("{account}.{}.{}", author.subject.id().simple(), sheet.week),
        draft,
        version: sheet.version,
        saved: sheet.open.saved_at.map(|at| {
            let (now, zone) = (Request::current().now, author.base.zone);
            let today = time::day_of(at, zone) == time::day_of(now, zone);
            if today { time::clock(at, zone) } else { time::minute(at, zone) }
        }),
    }
}
