//! The form of a week, for organisations, for the operator on their behalf, and for the base itself.
//!
//! ```ignore
//! let mut sheet = Sheet::load(&request, Whose::Base(slug), week).await?;   // 401, 403, 404, 409
//! sheet.begin_with(draft_of_the_summary);                                   // optional, before the first save
//! if sheet.open.is_open() { view! { <ReportForm sheet=sheet /> } } else { /* view::ReportView */ }
//! ```
//!
//! It is sent to a route of its own (`weekly_report::routes()`), which leads back to `Whose::page`.

use hatchboard::{
    monthly_plan::store::PlannedItem,
    weekly_report::{Draft, Field as Of, FieldPath, Help, HelpKind},
};
use leptos::prelude::*;

use super::{
    Clash, Sheet,
    attachments::{Upload, counted, kept_with},
    keeper::{DraftKeeper, wire::Keeping},
    numbers::{NUMBERS, Numbers},
    row::{ActivityRow, Days},
    sheet::without_blank_rows,
    words,
};
use crate::{
    Language,
    error::AppError,
    form::new_key,
    request::Request,
    ui::{
        badge::Tone,
        confirm::Fold,
        field::{Check, Choices, Field, Hidden, Options, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        notice::Notice,
        time,
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

/// The server's time, what is left, why it is back, and what a colleague wrote meanwhile.
#[component]
fn Terms(sheet: Sheet) -> AnyView {
    let request = Request::current();
    let (language, now, zone) = (request.language, request.now, sheet.author.base.zone);
    let open = &sheet.open;
    let due = open.facts.due_at.map(|due| {
        let tone = if due < now {
            Tone::Bad
        } else if due - now < chrono::TimeDelta::days(1) {
            Tone::Warn
        } else {
            Tone::Calm
        };
        let at = time::deadline(language, due, zone);
        let said = if open.returned.is_some() { words::due_again(language, at) } else { words::due(language, at) };
        view! {
            <span data-tone=tone.code()>
                {said} " · " <strong>{time::left(language, now, due)}</strong>
            </span>
        }
    });
    let subject = &sheet.author.subject;
    let role = if subject.is_on_behalf() {
        Some(words::on_behalf_notice(language, &open.subject.name))
    } else if subject.is_base() {
        Some(words::base_notice(language).to_owned())
    } else {
        None
    };
    let returned = open.returned.clone().filter(|_| open.reopening.is_none());
    let saved = open.saved_at.zip(open.saved_by.clone());
    view! {
        {returned
            .map(|back| {
                let title = words::today_returned_by(language, &back.by, time::minute(back.at, zone));
                view! {
                    <Notice tone=Tone::Warn words=format!("{} · {title}", words::event_returned(language))>
                        <blockquote class="reason">{back.reason}</blockquote>
                    </Notice>
                }
            })}
        {open
            .reopening
            .clone()
            .map(|terms| {
                let fields: Vec<&str> = terms.scope.iter().map(|field| words::field(language, *field)).collect();
                let whole = terms.scope.len() == Of::ALL.len();
                let until = time::deadline(language, terms.until, zone);
                view! {
                    <Notice tone=Tone::Warn words=words::reopened(language, until)>
                        <blockquote class="reason">{terms.reason}</blockquote>
                        {(!whole).then(|| view! { <p>{words::reopened_scope(language, fields.join(" · "))}</p> })}
                    </Notice>
                }
            })}
        {role.map(|words| view! { <Notice tone=Tone::Accent words=words /> })}
        {sheet.refused.as_ref().map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
        {sheet.attempt.clash.clone().map(|clash| view! { <ClashNotice clash=clash /> })}
        <p class="report-clock">
            <span>{words::server_time(language, time::clock(now, zone))}</span>
            {if due.is_some() { due.into_any() } else { view! { <span>{words::no_deadline(language)}</span> }.into_any() }}
            {saved
                .map(|(at, by)| view! { <span>{words::draft_saved(language, time::minute(at, zone), by)}</span> })}
        </p>
    }
    .into_any()
}

/// Both versions of each field on which two people differ. The form below holds one's own words.
#[component]
fn ClashNotice(clash: Clash) -> AnyView {
    use hatchboard::weekly_report::Value;
    let language = language();
    let said = move |path: FieldPath, value: &Value| super::keeper::said(language, path, value);
    let rows = clash.merged.conflicts.iter().map(|conflict| {
        view! {
            <li class="clash">
                <p>{words::path(language, conflict.path)}</p>
                <dl class="versions">
                    <div>
                        <dt>{words::mine(language)}</dt>
                        <dd>{said(conflict.path, &conflict.mine)}</dd>
                    </div>
                    <div>
                        <dt>{words::theirs(language)}</dt>
                        <dd>{said(conflict.path, &conflict.theirs)}</dd>
                    </div>
                </dl>
            </li>
        }
    });
    let rows = rows.collect_view();
    let words = words::clash_words(language, &clash.by);
    view! {
        <Notice tone=Tone::Warn words=words::clash_title(language)>
            <p>{words}</p>
            <ul class="clashes">{rows}</ul>
        </Notice>
    }
    .into_any()
}

/// The three things that every report says. No rule scores the base by its own activities.
#[component]
fn Required(draft: Draft, of_base: bool) -> AnyView {
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
fn Planned(planned: Vec<PlannedItem>, draft: Draft) -> AnyView {
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

#[component]
fn Activities(sheet: Sheet, days: Days) -> AnyView {
    let language = language();
    let filled = sheet.draft.activities.len();
    let of_base = sheet.author.subject.is_base();
    let blank = (0..sheet.blank_rows).map(|_| hatchboard::weekly_report::DraftActivity::default());
    let rows = sheet.draft.activities.iter().cloned().chain(blank).enumerate().map(|(row, activity)| {
        let number = (row + 1).to_string();
        view! { <ActivityRow row=row.to_string() number=number activity=activity days=days of_base=of_base /> }
    });
    let rows = rows.collect_view();
    let open = filled > 0 || sheet.more_rows || at_fault(&sheet, &[Of::Activities]);
    let note = if filled == 0 { String::new() } else { words::fold_count(language, filled) };
    let blank_row = hatchboard::weekly_report::DraftActivity::default();
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
