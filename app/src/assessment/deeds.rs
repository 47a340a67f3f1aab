//! What the bureau does with one sheet besides giving points.

use hatchboard::{
    access::Role,
    assessment::{Scoring, State, Turn, store::SheetPage as Found},
};
use leptos::prelude::*;

use super::{
    api::{JudgeSheet, PublishSheets, ReasonText, SaidTyped, SendBackSheet},
    file_api::VetoSheet,
    here::Here,
    sheet::{Back, turn},
    words,
};
use crate::{
    form::{Returned, action, new_key},
    request::Request,
    sending::Sending,
    ui::{
        badge::Tone,
        confirm::{Confirm, Fold},
        field::{Field, FileInput, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Notice,
        time, words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

#[component]
pub(super) fn Deeds(here: Here, found: Found, back: Back) -> AnyView {
    if !here.is_bureau() || !found.rated {
        return view! { <NotYet here=here found=found /> }.into_any();
    }
    let judges = !found.state.is_public();
    let sends_back = (found.state == State::Scored)
        .then(|| view! { <SendBack here=here.clone() found=found.clone() back=back.returned.clone() /> });
    let publishes =
        (found.state == State::Confirmed).then(|| view! { <Publish here=here.clone() found=found.clone() /> });
    let judging = judges.then(|| {
        view! {
            <Reward here=here.clone() found=found.clone() back=back.rewarded.clone() />
            <Veto here=here.clone() found=found.clone() back=back.vetoed.clone() />
        }
    });
    let refused = back.published.map(|error| {
        view! { <Notice tone=Tone::Bad words=error.words(Request::current().language) /> }
    });
    view! {
        <NotYet here=here found=found />
        {refused}
        <div class="row">{publishes} {sends_back} {judging}</div>
    }
    .into_any()
}

/// Until when a scorer has to wait for the step before.
#[component]
fn NotYet(here: Here, found: Found) -> AnyView {
    let language = crate::ui::language();
    let waits = turn(&here, &found).is_none()
        && found.rated
        && matches!(here.role(), Role::Manager | Role::Bureau)
        && Turn::of(here.role(), found.of_base, found.state).is_some_and(|turn| found.state.skips(turn.action));
    let due = found.timetable.due(found.state).filter(|_| waits);
    due.map(|due| {
        let words = words::not_yet(language, time::minute(due, here.base.zone));
        view! { <Notice tone=Tone::Calm words=words /> }
    })
    .into_any()
}

/// Which sheet, as it was seen.
#[component]
fn Seen(here: Here, found: Found) -> AnyView {
    view! {
        <Hidden name="base" value=here.base.slug />
        <Hidden name="sheet" value=found.id.to_string() />
        <Hidden name="version" value=found.row_version.to_string() />
    }
    .into_any()
}

#[component]
fn Publish(here: Here, found: Found) -> AnyView {
    let language = crate::ui::language();
    view! {
        <Confirm label=words::publish_one(language) consequence=words::publish_consequence(language) main=true>
            <PostForm action={action::<PublishSheets>()} key=new_key() id="publish">
                <Hidden name="base" value=here.base.slug />
                <Hidden name="quarter" value=found.occasion.to_string() />
                <Hidden name="sheet" value=found.id.to_string() />
                <FormActions>
                    <Submit label=words::publish_one(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

#[component]
fn SendBack(here: Here, found: Found, back: Option<Returned<super::api::ReasonsTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed.reasons, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    view! {
        <Confirm label=words::send_back(language) consequence=words::send_back_hint(language) open=open>
            <PostForm action={action::<SendBackSheet>()} key=new_key() id="send-back" error=error>
                <Seen here=here found=found.clone() />
                <Reasons found=found typed=typed />
                <FormActions>
                    <Submit label=words::send_back(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

/// A field for each line that the operator has given points to: by judgement, or in the place of a rule's. They find what is wrong with them in the form around them.
#[component]
fn Reasons(found: Found, typed: Vec<ReasonText>) -> AnyView {
    let language = crate::ui::language();
    let given =
        |line: &&hatchboard::assessment::Line| line.indicator.scoring == Scoring::Judgement || line.operator.is_some();
    let judged = found.sheet.lines.iter().filter(given).filter(|line| !line.indicator.left_out);
    let field = |(row, line): (usize, &hatchboard::assessment::Line)| {
        let code = line.indicator.code.clone();
        let said = typed.iter().find(|ReasonText { code: one, .. }| *one == code);
        let value = said.map(|reason| reason.words.clone()).unwrap_or_default();
        view! {
            <Hidden name=format!("reasons[{row}][code]") value=code />
            <TextArea
                name=format!("reasons[{row}][words]")
                label=words::send_back_why(language, &line.indicator.name)
                value=value
                rows=1
                maxlength=1000
            />
        }
    };
    judged.enumerate().map(field).collect_view().into_any()
}

#[component]
fn Reward(here: Here, found: Found, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stored = || SaidTyped {
        points: if found.sheet.bonus.as_hundredths() > 0 { found.sheet.bonus.to_string() } else { String::new() },
        words: found.bonus_note.clone(),
        ..SaidTyped::default()
    };
    let (open, typed) = (error.is_some(), typed.unwrap_or_else(stored));
    let hint = words::bonus_hint(language, found.sheet.card.bonus_cap);
    view! {
        <Fold label=words::bonus(language) open=open>
            <PostForm action={action::<JudgeSheet>()} key=new_key() id="reward" error=error>
                <Seen here=here found=found />
                <Hidden name="act" value="reward" />
                <Field
                    name="points"
                    label=words::bonus(language)
                    value=typed.points
                    hint=hint
                    inputmode="decimal"
                    maxlength=7
                    conditional=true
                />
                <TextArea
                    name="words"
                    label=words::reason(language)
                    value=typed.words
                    rows=2
                    maxlength=1000
                    conditional=true
                />
                <FormActions>
                    <Submit label=words::keep(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

#[component]
fn Veto(here: Here, found: Found, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stored = || SaidTyped { code: found.sheet.veto.clone().unwrap_or_default(), ..SaidTyped::default() };
    let (open, typed) = (error.is_some(), typed.unwrap_or_else(stored));
    let options: Options = found.sheet.card.vetoes.iter().map(|veto| (veto.code.clone(), veto.name.clone())).collect();
    view! {
        <Fold label=words::veto(language) open=open>
            <PostForm action={action::<VetoSheet>()} key=new_key() id="veto" multipart=true error=error>
                <Seen here=here found=found />
                <Select
                    name="code"
                    label=words::veto(language)
                    options=options
                    value=typed.code
                    prompt=words::veto_none(language)
                    hint=words::veto_hint(language)
                />
                <TextArea
                    name="words"
                    label=words::reason(language)
                    value=typed.words
                    rows=2
                    maxlength=1000
                    required=true
                />
                <FileInput
                    name="file"
                    label=words::veto_file(language)
                    hint=words::veto_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::keep(language) weight=Weight::Danger />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Fold>
    }
    .into_any()
}
