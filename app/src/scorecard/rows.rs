//! The rows of the form: sections with their indicators, and vetoes. They find what is wrong with them in the form around
//! them.

use hatchboard::{
    assessment::{CardText, IndicatorField, IndicatorText, Kind, Rule, Scorecard, SectionText, VetoField, VetoText},
    incubation::Mode,
    organisation::Standing,
};
use leptos::prelude::*;

use super::{
    change::{indicator_id, section_id},
    problem::{indicator_field, section_field, veto_field},
    words,
};
use crate::{
    Language,
    assessment::names,
    incubation::words as incubation,
    organisation::words as organisation,
    ui::{
        card::{Card, Fact},
        confirm::Fold,
        field::{Check, Field, Options, Select},
        form::{FormContext, Submit, Weight},
        language,
    },
};

fn most(limit: usize) -> u32 {
    u32::try_from(limit).unwrap_or(u32::MAX)
}

#[component]
pub(super) fn SectionRows(kind: Kind, text: CardText) -> AnyView {
    let language = language();
    let rules = rule_options(language, kind);
    let sums: Vec<_> = (0..text.sections.len()).map(|at| words::points(language, text.sum_of(at))).collect();
    let sections = text.sections.into_iter().zip(sums).enumerate().map(|(at, (section, sum))| {
        view! { <SectionRow kind=kind at=at section=section sum=sum rules=rules.clone() /> }
    });
    sections.collect_view().into_any()
}

fn rule_options(language: Language, kind: Kind) -> Options {
    let judgement = (IndicatorText::JUDGEMENT.to_owned(), words::judgement(language).to_owned());
    let rules = kind.rules().iter();
    let named = |rule: &Rule| {
        let name = words::by_rule(language, names::name(language, *rule));
        (rule.code().to_owned(), name)
    };
    std::iter::once(judgement).chain(rules.map(named)).collect()
}

/// What each rule that can be chosen computes.
#[component]
pub(super) fn Rules(kind: Kind) -> AnyView {
    let language = language();
    let rules = kind.rules().iter().map(|rule| {
        view! { <Fact term=names::name(language, *rule)>{names::formula(language, *rule)}</Fact> }
    });
    let rules = rules.collect_view();
    (!kind.rules().is_empty())
        .then(|| {
            view! {
                <Fold label=words::rules(language)>
                    <dl class="terms">{rules}</dl>
                </Fold>
            }
        })
        .into_any()
}

#[component]
fn SectionRow(kind: Kind, at: usize, section: SectionText, sum: String, rules: Options) -> AnyView {
    let language = language();
    let indicators = section.indicators.into_iter().enumerate().map(|(row, one)| {
        view! { <IndicatorRow kind=kind at=(at, row) one=one rules=rules.clone() /> }
    });
    let indicators = indicators.collect_view();
    let aside = ViewFn::from(move || sum.clone());
    view! {
        <Card title=words::section_number(language, at + 1) aside=aside id=section_id(at)>
            <Field
                name=section_field(at, "name")
                label=words::section_name(language)
                value=section.name
                required=true
                maxlength=most(Scorecard::LONGEST_NAME)
            />
            {indicators}
            <div class="row">
                <Submit
                    label=words::add_indicator(language)
                    weight=Weight::Plain
                    name="act"
                    value=format!("add_indicator:{at}")
                />
                <Submit
                    label=words::remove_section(language)
                    weight=Weight::Quiet
                    name="act"
                    value=format!("remove_section:{at}")
                />
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn IndicatorRow(kind: Kind, at: (usize, usize), one: IndicatorText, rules: Options) -> AnyView {
    let language = language();
    let (section, row) = at;
    let name = |field: IndicatorField| indicator_field(section, row, field);
    // A rule that the list does not offer is not silently another one.
    let scoring = if rules.iter().any(|(code, _)| *code == one.scoring) { one.scoring.clone() } else { String::new() };
    view! {
        <fieldset class="activity" id=indicator_id(section, row)>
            <legend>{words::indicator_number(language, row + 1)}</legend>
            <div class="fields">
                <Field
                    name=name(IndicatorField::Name)
                    label=words::indicator_name(language)
                    value=one.name.clone()
                    required=true
                    maxlength=most(Scorecard::LONGEST_NAME)
                />
                <Field
                    name=name(IndicatorField::Max)
                    label=words::max(language)
                    hint=words::max_hint(language)
                    value=one.max.clone()
                    inputmode="decimal"
                    required=true
                />
            </div>
            <Select
                name=name(IndicatorField::Scoring)
                label=words::scoring(language)
                options=rules
                value=scoring
                required=true
            />
            <Field
                name=name(IndicatorField::Evidence)
                label=words::evidence(language)
                value=one.evidence.clone()
                maxlength=most(Scorecard::LONGEST_WORDS)
            />
            <Further kind=kind at=at one=one />
            <div class="row">
                <Submit
                    label=words::remove_indicator(language)
                    weight=Weight::Quiet
                    name="act"
                    value=format!("remove_indicator:{section}:{row}")
                />
            </div>
        </fieldset>
    }
    .into_any()
}

/// What is seldom wanted: the code, the article, whom it applies to.
#[component]
fn Further(kind: Kind, at: (usize, usize), one: IndicatorText) -> AnyView {
    let language = language();
    let name = move |field: &str| indicator_field(at.0, at.1, field);
    let tick = |code: &'static str, label: &'static str, ticked: bool| {
        view! { <Check name=name(code) label=label value=IndicatorText::TICKED checked=ticked /> }
    };
    // What a file has ticked beyond the kind's is shown, so that it can be unticked.
    let standings = Standing::ALL.iter().copied().filter_map(|standing| {
        let ticked = one.is_for_standing(standing);
        let offered = ticked || kind.standings().len() > 1 && kind.standings().contains(&standing);
        offered.then(|| tick(standing.code(), organisation::standing(language, standing), ticked))
    });
    let standings: Vec<_> = standings.collect();
    let modes = Mode::ALL.iter().copied().filter_map(|mode| {
        let ticked = one.is_for_mode(mode);
        let offered = ticked || kind.modes().contains(&mode);
        offered.then(|| tick(mode.code(), incubation::mode_name(language, mode), ticked))
    });
    let modes: Vec<_> = modes.collect();
    let hint = (!standings.is_empty() || !modes.is_empty())
        .then(|| view! { <p class="soft">{words::applies_hint(language)}</p> });
    let group = |label: &'static str, ticks: Vec<_>| {
        (!ticks.is_empty()).then(|| {
            view! {
                <fieldset class="field">
                    <legend>{label}</legend>
                    <div class="choices">{ticks}</div>
                </fieldset>
            }
        })
    };
    let (standings, modes) = (group(words::standing(language), standings), group(words::mode(language), modes));
    let form = FormContext::current();
    let wrong =
        [IndicatorField::Code, IndicatorField::Article].iter().any(|of| form.problem(&name(of.code())).is_some());
    let open = wrong || !one.article.is_empty() || is_limited(&one);
    view! {
        <Fold label=words::more(language) note=one.code.clone() open=open>
            <Field
                name=name(IndicatorField::Code.code())
                label=words::code(language)
                hint=words::code_hint(language)
                value=one.code.clone()
                maxlength=most(Scorecard::LONGEST_CODE)
            />
            <Field
                name=name(IndicatorField::Article.code())
                label=words::article(language)
                hint=words::article_hint(language)
                value=one.article.clone()
                maxlength=most(Scorecard::LONGEST_NAME)
            />
            {hint}
            {standings}
            {modes}
        </Fold>
    }
    .into_any()
}

fn is_limited(one: &IndicatorText) -> bool {
    Standing::ALL.iter().any(|standing| one.is_for_standing(*standing))
        || Mode::ALL.iter().any(|mode| one.is_for_mode(*mode))
}

#[component]
pub(super) fn VetoRows(vetoes: Vec<VetoText>) -> AnyView {
    let language = language();
    let rows = vetoes.into_iter().enumerate().map(|(row, veto)| view! { <VetoRow row=row veto=veto /> });
    let rows = rows.collect_view();
    view! {
        <Card title=words::vetoes(language) id="vetoes">
            <p class="soft">{words::vetoes_hint(language)}</p>
            {rows}
            <div class="row" id="card-vetoes">
                <Submit label=words::add_veto(language) weight=Weight::Plain name="act" value="add_veto" />
            </div>
        </Card>
    }
    .into_any()
}

#[component]
fn VetoRow(row: usize, veto: VetoText) -> AnyView {
    let language = language();
    view! {
        <fieldset class="activity">
            <legend>{words::veto_number(language, row + 1)}</legend>
            <div class="fields">
                <Field
                    name=veto_field(row, VetoField::Name.code())
                    label=words::veto_name(language)
                    value=veto.name
                    required=true
                    maxlength=most(Scorecard::LONGEST_NAME)
                />
                <Field
                    name=veto_field(row, VetoField::Code.code())
                    label=words::code(language)
                    value=veto.code
                    maxlength=most(Scorecard::LONGEST_CODE)
                />
            </div>
            <div class="row">
                <Submit
                    label=words::remove_veto(language)
                    weight=Weight::Quiet
                    name="act"
                    value=format!("remove_veto:{row}")
                />
            </div>
        </fieldset>
    }
    .into_any()
}
