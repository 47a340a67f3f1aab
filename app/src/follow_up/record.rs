//! What was filed of a visit, as operator, bureau and organisation read it.

use chrono_tz::Tz;
use hatchboard::follow_up::{
    Answer, Section,
    store::{Filed, LONGEST_WORDS, VisitPage},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::{ReasonTyped, TakeBackFollowUp},
    look::OutcomeBadge,
    names, words,
};
use crate::{
    Language,
    base::At,
    form::{Returned, action, new_key},
    organisation::grade_name,
    service_request::LedTo,
    ui::{
        badge::Tone,
        card::{Card, Fact},
        confirm::Confirm,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        list_query::ListQuery,
        notice::Notice,
        number::{grouped, yuan},
        time,
    },
    weekly_report::attachments::Attachments,
};

#[component]
pub(super) fn Record(filed: Filed, zone: Tz) -> AnyView {
    let language = language();
    view! {
        <Card title=words::record(language) id="record">
            <Told filed=filed zone=zone />
        </Card>
    }
    .into_any()
}

/// Help that the visit found to be needed becomes a service request, once.
#[component]
pub(super) fn HelpLink(at: At, page: VisitPage, led_to: Option<Uuid>) -> AnyView {
    let help = page.filed.and_then(|filed| filed.visit.help_needed()).filter(|_| at.is_manager());
    let making = help.zip(page.line.record).map(|(help, record)| {
        ListQuery::default()
            .with("organisation", &page.line.organisation.to_string())
            .with("visit", &record.id.to_string())
            .with("words", &help.what)
    });
    view! { <LedTo at=at led_to=led_to making=making /> }.into_any()
}

/// The record without a card of its own.
#[component]
pub(super) fn Told(filed: Filed, zone: Tz) -> AnyView {
    let language = language();
    let Filed { visit, filed_at, filed_by, answered, comment, photos } = filed;
    let filed_by = words::filed_by(language, filed_by, time::minute(filed_at, zone));
    let answered = answered.map(|(at, by)| (by, time::minute(at, zone)));
    let word = match (answered, comment.is_empty()) {
        (None, _) if visit.outcome.is_met() => {
            view! { <p class="soft">{words::waits_for_organisation(language)}</p> }.into_any()
        }
        (None, _) => ().into_any(),
        (Some((by, at)), true) => view! { <p class="soft">{words::confirmed_by(language, by, at)}</p> }.into_any(),
        (Some((by, at)), false) => view! {
            <Notice tone=Tone::Warn words=words::comment_of(language, by, at)>
                <p class="pre">{comment}</p>
            </Notice>
        }
        .into_any(),
    };
    let answer = |field: &hatchboard::follow_up::Field| {
        let said = answer_words(language, visit.answers.get(field)?);
        Some(view! {
            <Fact term=names::field_name(language, *field)>
                <span class="pre">{said}</span>
            </Fact>
        })
    };
    let answers = Section::ALL.iter().flat_map(|section| section.fields()).filter_map(answer).collect_view();
    let (method, visitors) =
        (names::method_name(language, visit.method), visit.visitors.join(words::between_names(language)));
    view! {
        <dl class="facts">
            <Fact term=words::field_on(language)>{visit.on.to_string()}</Fact>
            <Fact term=words::field_method(language)>{method}</Fact>
            <Fact term=words::field_visitor(language)>{visitors}</Fact>
            <Fact term=words::field_outcome(language)>
                <OutcomeBadge outcome=visit.outcome />
            </Fact>
        </dl>
        <p class="pre">{visit.summary.clone()}</p>
        <dl class="facts">{answers}</dl>
        <Attachments files=photos />
        <p class="soft">{filed_by}</p>
        {word}
    }
    .into_any()
}

pub(crate) fn answer_words(language: Language, answer: &Answer) -> String {
    match answer {
        Answer::Words(text) => text.clone(),
        Answer::Count(count) => grouped((*count).into()),
        Answer::Money(cents) => yuan(language, *cents),
        Answer::Day(day) => day.to_string(),
        Answer::Grade(grade) => grade_name(*grade),
    }
}

/// To correct what was filed, as long as the organisation has not confirmed it.
#[component]
pub(super) fn TakeBack(at: At, page: VisitPage, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = at.language();
    let Some(record) = page.line.record else { return ().into_any() };
    let came_back = back.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    view! {
        <Confirm label=words::take_back(language) consequence=words::take_back_consequence(language) open=came_back>
            <PostForm action={action::<TakeBackFollowUp>()} key=new_key() id="take-back" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="organisation" value=page.line.organisation.to_string() />
                <Hidden name="visit" value=record.id.to_string() />
                <Hidden name="version" value=record.row_version.to_string() />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    value=typed.unwrap_or_default().reason
                    rows=2
                    required=true
                    maxlength=u32::try_from(LONGEST_WORDS).unwrap_or(u32::MAX)
                />
                <FormActions>
                    <Submit label=words::take_back(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
