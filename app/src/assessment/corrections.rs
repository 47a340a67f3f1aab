//! Corrections of a sealed sheet: what was asked for, what came of it, and the forms of the bureau.

use hatchboard::assessment::{
    CorrectionState, Difference, LineDifference, Outcome, Part, State,
    store::{CorrectionRow, SheetPage as Found},
};
use leptos::prelude::*;

use super::{
    api::SaidTyped,
    correct::{AnswerCorrection, AskCorrection, CorrectionTyped, SAME_VETO, points_field},
    here::Here,
    look::shown,
    sheet::may,
    words,
};
use crate::{
    Language,
    form::{Returned, action, new_key, with_parameter},
    request::Request,
    sending::Sending,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::{Confirm, Fold},
        field::{Field, FileInput, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Notice,
        table::{Column, Table},
        time, words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

#[component]
pub(super) fn Corrections(
    here: Here,
    found: Found,
    asked: Option<Returned<CorrectionTyped>>,
    answered: Option<Returned<SaidTyped>>,
) -> AnyView {
    let language = crate::ui::language();
    if found.state != State::Sealed || !here.is_bureau() && found.corrections.is_empty() {
        return ().into_any();
    }
    let waits = found.corrections.iter().any(|row| row.state == CorrectionState::Asked);
    let asks = here.is_bureau() && !waits && may(&here, &found, Part::Corrects).is_ok();
    let form = asks.then(|| view! { <Ask here=here.clone() found=found.clone() back=asked /> });
    let one = |row: &CorrectionRow| {
        let back = answered.clone().filter(|back| back.typed.code == row.id.to_string());
        view! { <One here=here.clone() found=found.clone() row=row.clone() back=back /> }
    };
    let all = found.corrections.iter().rev().map(one).collect_view();
    let list = (!found.corrections.is_empty()).then(|| view! { <ul class="objections">{all}</ul> });
    view! {
        <Card title=words::corrections(language) id="corrections">
            <p class="soft">{words::corrections_hint(language)}</p>
            {list}
            {form}
        </Card>
    }
    .into_any()
}

#[component]
fn One(here: Here, found: Found, row: CorrectionRow, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let zone = here.base.zone;
    let (tone, sign) = match row.state {
        CorrectionState::Asked => (Tone::Warn, "?"),
        CorrectionState::Approved => (Tone::Good, "✓"),
        CorrectionState::Refused | CorrectionState::Withdrawn => (Tone::Calm, "✕"),
    };
    let title = words::version(language, row.version);
    let by = words::by_at(language, &row.asked_by, time::minute(row.asked_at, zone));
    let answered = row.answered.clone().map(|(at, by, words)| {
        view! {
            <p class="pre">{words}</p>
            <p class="soft">{words::by_at(language, by, time::minute(at, zone))}</p>
        }
    });
    let before = (row.state == CorrectionState::Approved).then(|| {
        let href = with_parameter(&here.path, "version", &row.version.to_string());
        view! {
            <p>
                <a class="among-words" href=href>
                    {words::version_before(language, row.version)}
                </a>
            </p>
        }
    });
    let by_facts = row.by_facts.then(|| view! { <p class="soft">{words::correction_by_facts(language)}</p> });
    let form = (row.state == CorrectionState::Asked && here.is_bureau())
        .then(|| view! { <Answer here=here found=found.clone() row=row.clone() back=back /> });
    view! {
        <li>
            <p>
                <strong>{title}</strong>
                " "
                <Badge tone=tone sign=sign word=words::correction_state(language, row.state) />
            </p>
            <p class="pre">{row.words}</p>
            <p class="soft">{by}</p>
            {by_facts}
            <Differences found=found difference=row.difference />
            {answered}
            {before}
            {form}
        </li>
    }
    .into_any()
}

/// What a correction or later facts change, line by line and in the end.
#[component]
pub(super) fn Differences(found: Found, difference: Difference) -> AnyView {
    let language = crate::ui::language();
    let line = |line: &LineDifference| {
        let name = found.sheet.card.indicator(&line.code).map(|one| one.name.clone()).unwrap_or_default();
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">{name}</td>
                <td class="number" data-label=words::before_change(language)>{shown(line.before)}</td>
                <td class="number" data-label=words::after_change(language)>{shown(line.after)}</td>
            </tr>
        }
    };
    let lines = difference.lines.iter().map(line).collect_view();
    let [before, after] =
        [&difference.before, &difference.after].map(|outcome| outcome_words(language, &found, outcome));
    view! {
        <Table caption=words::difference_caption(language)>
            <thead>
                <tr>
                    <Column label=words::indicator(language) />
                    <Column label=words::before_change(language) numeric=true />
                    <Column label=words::after_change(language) numeric=true />
                </tr>
            </thead>
            <tbody>
                {lines} <tr>
                    <th class="card-title" scope="row">{words::total(language)}</th>
                    <td class="number" data-label=words::before_change(language)>{before}</td>
                    <td class="number" data-label=words::after_change(language)>{after}</td>
                </tr>
            </tbody>
        </Table>
    }
    .into_any()
}

fn outcome_words(language: Language, found: &Found, outcome: &Outcome) -> String {
    let Outcome { total, band, veto } = outcome;
    let Some(total) = total else { return "–".to_owned() };
    let band = band.map(|band| words::band_name(language, band)).unwrap_or_default();
    let veto = veto.as_ref().map(|code| {
        let veto = found.sheet.card.vetoes.iter().find(|veto| veto.code == *code);
        format!(" · {}", veto.map_or(code.as_str(), |veto| veto.name.as_str()))
    });
    format!("{total} {band}{}", veto.unwrap_or_default())
}

#[component]
fn Ask(here: Here, found: Found, back: Option<Returned<CorrectionTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let blank = || CorrectionTyped { veto: SAME_VETO.to_owned(), ..CorrectionTyped::default() };
    let (open, typed) = (error.is_some(), typed.unwrap_or_else(blank));
    view! {
        <Fold label=words::ask_correction(language) open=open>
            <p class="soft">{words::ask_correction_hint(language)}</p>
            <PostForm action={action::<AskCorrection>()} key=new_key() id="correct" multipart=true error=error>
                <Hidden name="base" value=here.base.slug />
                <Hidden name="sheet" value=found.id.to_string() />
                <Hidden name="version" value=found.row_version.to_string() />
                <AskFields found=found typed=typed />
                <FormActions>
                    <Submit label=words::ask_correction(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Fold>
    }
    .into_any()
}

/// They find what is wrong with them in the form around them.
#[component]
fn AskFields(found: Found, typed: CorrectionTyped) -> AnyView {
    let language = crate::ui::language();
    let applying = found.sheet.lines.iter().filter(|line| line.applies());
    let field = |(row, line): (usize, &hatchboard::assessment::Line)| {
        let code = line.indicator.code.clone();
        let value = typed.lines.iter().find(|typed| typed.code == code).map(|typed| typed.points.clone());
        let now = line.points().map(|points| points.to_string()).unwrap_or_default();
        view! {
            <Hidden name=format!("lines[{row}][code]") value=code />
            <Field
                name=points_field(row)
                label=words::new_points_of(language, &line.indicator.name, now, line.indicator.max)
                value=value.unwrap_or_default()
                inputmode="decimal"
                maxlength=7
                conditional=true
            />
        }
    };
    let lines = applying.enumerate().map(field).collect_view();
    let mut options: Options = vec![(SAME_VETO.to_owned(), words::veto_same(language).to_owned())];
    if found.sheet.veto.is_some() {
        options.push((String::new(), words::veto_lift(language).to_owned()));
    }
    options.extend(found.sheet.card.vetoes.iter().map(|veto| (veto.code.clone(), veto.name.clone())));
    view! {
        {lines}
        <Select name="veto" label=words::veto(language) options=options value=typed.veto />
        <TextArea
            name="words"
            label=words::reason(language)
            value=typed.words
            rows=3
            maxlength=1000
            required=true
        />
        <FileInput
            name="file"
            label=words::veto_file(language)
            hint=words::veto_file_hint(language)
            accept=ACCEPT
        />
    }
    .into_any()
}

#[component]
fn Answer(here: Here, found: Found, row: CorrectionRow, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let asker = Request::current().asker.as_ref().map(hatchboard::access::Asker::account);
    let asked_it = asker.is_some() && asker == row.asked_account;
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    if asked_it {
        return view! {
            <Confirm label=words::withdraw_correction(language) consequence=words::withdraw_consequence(language) open=open>
                <PostForm action={action::<AnswerCorrection>()} key=new_key() id="withdraw-correction" error=error>
                    <Hidden name="base" value=here.base.slug />
                    <Hidden name="correction" value=row.id.to_string() />
                    <FormActions>
                        <Submit
                            label=words::withdraw_correction(language)
                            weight=Weight::Plain
                            name="act"
                            value="withdraw"
                        />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
        .into_any();
    }
    if may(&here, &found, Part::Approves).is_err() {
        return view! { <Notice tone=Tone::Calm words=words::correction_by_another(language) /> }.into_any();
    }
    view! {
        <Confirm label=words::answer_correction(language) consequence=words::answer_consequence(language) open=open>
            <PostForm action={action::<AnswerCorrection>()} key=new_key() id="answer-correction" error=error>
                <Hidden name="base" value=here.base.slug />
                <Hidden name="correction" value=row.id.to_string() />
                <TextArea
                    name="words"
                    label=words::answer_words(language)
                    value=typed.words
                    rows=2
                    maxlength=1000
                    conditional=true
                />
                <FormActions>
                    <Submit label=words::approve_correction(language) name="act" value="approve" />
                    <Submit
                        label=words::refuse_correction(language)
                        weight=Weight::Plain
                        name="act"
                        value="refuse"
                    />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
