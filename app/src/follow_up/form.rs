//! The form of a visit, for a phone on the spot: kept as it is typed, judged when it is filed.

use hatchboard::{
    follow_up::{
        Draft, Field as Of, Kind, Method, Outcome, Section,
        store::{VisitPage, Which},
    },
    organisation::Grade,
};
use leptos::prelude::*;

use super::{
    api::{SaveFollowUp, VisitTyped},
    look::options,
    names,
    problem::visit_field,
    visit::Names,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key},
    kept_form::{KeptForm, kept_as},
    organisation::grade_name,
    ui::{
        badge::Tone,
        card::Card,
        confirm::Fold,
        field::{Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        notice::Notice,
        time,
    },
};

/// Tells its fields from those of other forms on the page; the form element is `visit-form`.
const ID: &str = "visit";

#[component]
pub(super) fn Editor(at: At, page: VisitPage, which: Which, back: Option<Returned<VisitTyped>>) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stale = error == Some(AppError::Stale);
    let by = page.saved.clone().map(|(_, by)| by).unwrap_or_default();
    // What somebody else saved meanwhile stands above the form; it itself holds one's own words.
    let theirs = stale.then(|| view! { <Theirs draft=page.draft.clone() by=by /> });
    let error = if stale { None } else { error };
    let draft = typed.map_or_else(|| page.draft.clone(), |typed| typed.visit);
    let wrong: Vec<String> = match &error {
        Some(AppError::Invalid(problems)) => problems.iter().map(|problem| problem.field.clone()).collect(),
        _ => Vec::new(),
    };
    let saved = page.saved.clone().map(|(when, by)| words::saved_by(language, time::minute(when, at.zone()), by));
    let version = page.draft_version;
    let key = kept_as(&format!("follow-up.{}.{which}", page.line.organisation));
    let earliest = page.line.what.from().to_string();
    let today = at.today().to_string();
    let sections = Section::ALL.iter().map(|section| {
        view! { <Part section=*section draft=draft.clone() wrong=wrong.clone() /> }
    });
    let sections = sections.collect_view();
    view! {
        <Card title=words::write(language) id="write">
            {theirs}
            <p class="soft">{words::write_hint(language)}</p>
            <PostForm action={action::<SaveFollowUp>()} key=new_key() id=ID error=error>
                // What Enter in a field does: it keeps the draft, whatever button comes first below.
                <button class="read-only" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">
                    {words::save(language)}
                </button>
                <Names at=at page=page which=which />
                <Hidden name="version" value=version.to_string() />
                <Head draft=draft earliest=earliest today=today />
                {sections}
                {saved.map(|words| view! { <p class="soft">{words}</p> })}
                <FormActions sticky=true>
                    <KeptForm form=format!("{ID}-form") key=key version=version language=language />
                    <Submit label=words::file(language) name="act" value="file" />
                    <Submit label=words::save(language) weight=Weight::Plain name="act" value="save" />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// When, how, by whom, and what it came to.
#[component]
fn Head(draft: Draft, earliest: String, today: String) -> AnyView {
    let language = language();
    let text = |field: Of| draft.text(field).to_owned();
    let name = |field: Of| names::field_name(language, field);
    let longest_name = u32::try_from(Of::LONGEST_NAME).unwrap_or(u32::MAX);
    view! {
        <div class="fields">
            <Field
                name=visit_field(Of::On)
                label=name(Of::On)
                kind="date"
                value=text(Of::On)
                min=earliest
                max=today
                required=true
            />
            <Select
                name=visit_field(Of::Method)
                label=name(Of::Method)
                options=options(Method::ALL, Method::code, |one| names::method_name(language, one))
                value=text(Of::Method)
                required=true
            />
            <Field
                name=visit_field(Of::Visitor)
                label=name(Of::Visitor)
                value=text(Of::Visitor)
                required=true
                maxlength=longest_name
            />
            <Field
                name=visit_field(Of::SecondVisitor)
                label=name(Of::SecondVisitor)
                hint=words::field_second_visitor_hint(language)
                value=text(Of::SecondVisitor)
                conditional=true
                maxlength=longest_name
            />
            <Select
                name=visit_field(Of::Outcome)
                label=name(Of::Outcome)
                options=options(Outcome::ALL, Outcome::code, |one| names::outcome_name(language, one))
                value=text(Of::Outcome)
                required=true
            />
        </div>
        <TextArea
            name=visit_field(Of::Summary)
            label=name(Of::Summary)
            hint=words::field_summary_hint(language)
            value=text(Of::Summary)
            required=true
            maxlength=u32::try_from(Of::LONGEST).unwrap_or(u32::MAX)
        />
    }
    .into_any()
}

/// A part of the checklist, folded until it is wanted, or where something stands in it or is wrong with it.
#[component]
fn Part(section: Section, draft: Draft, wrong: Vec<String>) -> AnyView {
    let language = language();
    let filled = section.fields().iter().filter(|field| !draft.text(**field).is_empty()).count();
    let at_fault = section.fields().iter().any(|field| wrong.contains(&visit_field(*field)));
    let note = if filled > 0 { words::filled(language, filled) } else { String::new() };
    let open = filled > 0 || at_fault || section == Section::Activity;
    let fields = section.fields().iter().map(|field| {
        view! { <Question field=*field value=draft.text(*field).to_owned() /> }
    });
    let fields = fields.collect_view();
    view! {
        <Fold label=names::section_name(language, section) note=note open=open>
            <div class="fields">{fields}</div>
        </Fold>
    }
    .into_any()
}

/// One question of the checklist.
#[component]
pub(super) fn Question(field: Of, value: String, #[prop(optional)] required: bool) -> AnyView {
    let language = language();
    let (name, label) = (visit_field(field), names::field_name(language, field));
    let longest = |limit: usize| u32::try_from(limit).unwrap_or(u32::MAX);
    match field.kind() {
        Kind::Words => {
            view! { <TextArea name=name label=label value=value rows=2 required=required maxlength=longest(Of::LONGEST) /> }.into_any()
        }
        Kind::Name => {
            view! { <Field name=name label=label value=value maxlength=longest(Of::LONGEST_NAME) /> }.into_any()
        }
        Kind::Count => {
            view! { <Field name=name label=label hint=words::count_hint(language) value=value inputmode="numeric" /> }
                .into_any()
        }
        Kind::Money => {
            view! { <Field name=name label=label hint=words::money_hint(language) value=value inputmode="decimal" /> }
                .into_any()
        }
        Kind::PastDay | Kind::Deadline => view! { <Field name=name label=label value=value kind="date" /> }.into_any(),
        Kind::Grade => {
            let grades: Options =
                Grade::ALL.iter().map(|grade| (grade.code().to_owned(), grade_name(*grade))).collect();
            view! { <Select name=name label=label options=grades value=value /> }.into_any()
        }
    }
}

/// What somebody else saved while one was writing.
#[component]
fn Theirs(draft: Draft, by: String) -> AnyView {
    let language = language();
    let written = Of::ALL.iter().filter(|field| !draft.text(**field).is_empty());
    let lines = written.map(|field| {
        view! { <li>{words::say(language, names::field_name(language, *field), draft.text(*field))}</li> }
    });
    let lines = lines.collect_view();
    view! {
        <Notice tone=Tone::Warn words=words::stale(language, by)>
            <p>{words::stale_hint(language)}</p>
            <p class="soft">{words::theirs(language)}</p>
            <ul>{lines}</ul>
        </Notice>
    }
    .into_any()
}
