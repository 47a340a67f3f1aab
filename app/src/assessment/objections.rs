//! Objections to a published sheet: made by its subject, decided by the bureau.

use hatchboard::{
    access::{Asker, Role},
    assessment::{
        Decider, State,
        store::{Deciding, ObjectionRow, SheetPage as Found},
    },
};
use leptos::prelude::*;

use super::{
    api::{DecideObjection, ObjectToLine, SaidTyped},
    files::{Files, ObjectionFiles},
    here::Here,
    sheet::Back,
    words,
};
use crate::{
    form::{Returned, action, new_key},
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::{Confirm, Fold},
        field::{Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        time,
    },
};

#[component]
pub(super) fn Objections(here: Here, found: Found, files: Files, deciding: Option<Deciding>, back: Back) -> AnyView {
    let language = crate::ui::language();
    let made: Vec<(String, ObjectionRow)> = found
        .sheet
        .lines
        .iter()
        .filter_map(|line| {
            let code = line.indicator.code.clone();
            found.notes.get(&code)?.objection.clone().map(|objection| (code, objection))
        })
        .collect();
    let can_object = objects(&here, &found);
    if made.is_empty() && !can_object {
        return ().into_any();
    }
    let person = Request::current().asker.as_ref().map(Asker::account);
    let theirs = deciding.as_ref().is_none_or(|who| person.is_some_and(|person| who.decider.lets(person)));
    let decides = here.is_bureau() && found.state == State::Published && theirs;
    let deciding = deciding.filter(|_| found.state == State::Published);
    let deciding = deciding.map(|deciding| view! { <Who here=here.clone() deciding=deciding /> });
    let one = |(code, row): (String, ObjectionRow)| {
        let decided = back.decided.clone().filter(|back| back.typed.code == code);
        let files = view! {
            <ObjectionFiles
                here=here.clone()
                line=found.notes.get(&code).map(|notes| notes.id.to_string()).unwrap_or_default()
                files=files.get(&code).map(|files| files.objection.clone()).unwrap_or_default()
                changes=is_subject(&here, &found) && found.state == State::Published && row.decided.is_none()
                back=back.file.clone()
            />
        };
        view! {
            <One here=here.clone() found=found.clone() code=code row=row decides=decides back=decided>
                {files}
            </One>
        }
    };
    let all = made.into_iter().map(one).collect_view();
    let form = can_object.then(|| {
        view! { <ObjectForm here=here.clone() found=found.clone() back=back.objected.clone() /> }
    });
    view! {
        <Card title=words::objections(language) id="objections">
            {deciding}
            <ul class="objections">{all}</ul>
            {form}
        </Card>
    }
    .into_any()
}

/// Whether whoever looks is the subject, and the window is open.
fn objects(here: &Here, found: &Found) -> bool {
    let now = Request::current().now;
    is_subject(here, found)
        && found.state == State::Published
        && found.objections_until.is_some_and(|until| now <= until)
}

fn is_subject(here: &Here, found: &Found) -> bool {
    match here.role() {
        Role::Organisation => !found.of_base,
        Role::Manager => found.of_base,
        _ => false,
    }
}

/// Who decides on what is said against the base's sheet; where nobody is named or can, where that is settled.
#[component]
fn Who(here: Here, deciding: Deciding) -> AnyView {
    let language = crate::ui::language();
    let name = deciding.name.unwrap_or_default();
    let (words, settled) = match deciding.decider {
        Decider::Superior(_) => (words::decided_by_superior(language, name), true),
        Decider::Deputy(_) => (words::decided_by_deputy(language, name), true),
        Decider::AnyOther => (words::decided_by_any(language).to_owned(), false),
        Decider::Nobody => (words::decided_by_nobody(language).to_owned(), false),
    };
    let href = format!("/b/{}/settings", here.base.slug);
    let link = (!settled && here.is_bureau()).then(|| {
        view! { " " <a class="among-words" href=href>{words::name_somebody(language)}</a> }
    });
    view! { <p class="soft">{words} {link}</p> }.into_any()
}

fn name(found: &Found, code: &str) -> String {
    found.sheet.card.indicator(code).map(|indicator| indicator.name.clone()).unwrap_or_default()
}

#[component]
fn One(
    here: Here,
    found: Found,
    code: String,
    row: ObjectionRow,
    decides: bool,
    back: Option<Returned<SaidTyped>>,
    /// Its files.
    children: Children,
) -> AnyView {
    let language = crate::ui::language();
    let zone = here.base.zone;
    let line = found.sheet.line(&code).cloned();
    let upheld = line.and_then(|line| line.upheld).map(|given| given.points);
    let (tone, sign, word) = match (&row.decided, upheld) {
        (None, _) => (Tone::Warn, "?", words::pending(language)),
        (Some(_), Some(_)) => (Tone::Good, "✓", words::upheld(language)),
        (Some(_), None) => (Tone::Calm, "✕", words::rejected(language)),
    };
    let until = row.decide_by.filter(|_| row.decided.is_none()).map(|by| {
        view! { <p class="soft">{words::decide_until(language, time::minute(by, zone))}</p> }
    });
    let decided = row.decided.clone().map(|(at, by, why)| {
        view! {
            <p class="pre">{why}</p>
            <p class="soft">{words::decision_by(language, by, time::minute(at, zone))} " " {upheld.map(|p| p.to_string())}</p>
        }
    });
    let form = (decides && row.decided.is_none()).then(|| {
        view! { <DecideForm here=here found=found.clone() code=code.clone() back=back /> }
    });
    view! {
        <li>
            <p>
                <strong lang="zh-CN">{name(&found, &code)}</strong>
                " "
                <Badge tone=tone sign=sign word=word />
            </p>
            <p class="pre">{row.words}</p>
            {children()}
            <p class="soft">{words::objection_by(language, row.made_by, time::minute(row.made_at, zone))}</p>
            {until}
            {decided}
            {form}
        </li>
    }
    .into_any()
}

#[component]
fn ObjectForm(here: Here, found: Found, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let Some(whose) = here.whose.clone() else { return ().into_any() };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    let is_free = |code: &str| {
        found.sheet.line(code).is_some_and(hatchboard::assessment::Line::applies)
            && found.notes.get(code).is_some_and(|notes| notes.objection.is_none())
    };
    let mut options: Options = Vec::new();
    for section in &found.sheet.card.sections {
        let free = section.indicators.iter().filter(|indicator| is_free(&indicator.code));
        options.extend(free.map(|one| (one.code.clone(), format!("{} · {} ({})", section.name, one.name, one.max))));
    }
    let until = found.objections_until.map(|until| time::minute(until, here.base.zone)).unwrap_or_default();
    view! {
        <Fold label=words::object(language) open=open>
            <p class="soft">{words::object_hint(language, until)}</p>
            <PostForm action={action::<ObjectToLine>()} key=new_key() id="object" error=error>
                <Hidden name="whose" value=whose.to_string() />
                <Hidden name="sheet" value=found.id.to_string() />
                <Select
                    name="code"
                    label=words::object_line(language)
                    options=options
                    lang="zh-CN"
                    value=typed.code
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::object_words(language)
                    value=typed.words
                    rows=4
                    maxlength=1000
                    required=true
                />
                <FormActions>
                    <Submit label=words::object(language) />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

#[component]
fn DecideForm(here: Here, found: Found, code: String, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    let id = format!("decide-{code}");
    view! {
        <Confirm label=words::decide(language) consequence=name(&found, &code) open=open>
            <PostForm action={action::<DecideObjection>()} key=new_key() id=id error=error>
                <Hidden name="base" value=here.base.slug />
                <Hidden name="sheet" value=found.id.to_string() />
                <Hidden name="code" value=code />
                <Field
                    name="points"
                    label=words::new_points(language)
                    hint=words::new_points_hint(language)
                    value=typed.points
                    inputmode="decimal"
                    maxlength=7
                    conditional=true
                />
                <TextArea
                    name="words"
                    label=words::reason(language)
                    value=typed.words
                    rows=3
                    maxlength=1000
                    required=true
                />
                <FormActions>
                    <Submit label=words::decide_uphold(language) weight=Weight::Plain name="act" value="uphold" />
                    <Submit label=words::decide_reject(language) weight=Weight::Plain name="act" value="reject" />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
