//! `/b/{base}/targets/edit`: the form of a year, kept as it is typed, judged when it is submitted.

use hatchboard::{
    annual_target::{
        CountingRule, DraftTarget, Evidence, Measure, Target, TargetField, standard,
        store::{self, YearPage},
    },
    monthly_plan::State,
};
use leptos::prelude::*;

use super::{
    api::{SaveTargets, YearTyped},
    look::{name, unit},
    problem::{target_field, told},
    words,
    year::year_of,
};
use crate::{
    Language,
    base::At,
    error::{AppError, Refusal},
    form::{Returned, action, new_key, returned},
    kept_form::{KeptForm, kept_as},
    ui::{
        badge::Tone,
        card::Card,
        field::{Field, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        language,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// Tells its fields from those of other forms on the page; the form element is `targets-form`.
const ID: &str = "targets";

#[component]
pub fn EditTargetsPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let language = at.language();
        let year = year_of(&at, &ListQuery::current());
        let found = store::year(&at.request.store, &at.reader, year).await.map_err(|error| told(error, language))?;
        let open = found.state.map_or(found.can_begin, State::is_open);
        if !open {
            return Err(AppError::Refused(Refusal::NotNow));
        }
        let back = returned::<YearTyped>("targets").await?;
        let title = words::title_of(language, year);
        let crumbs = [
            (title.clone(), Some(at.path(&format!("/targets?year={year}")))),
            (words::edit(language).to_owned(), None),
        ];
        let frame = at.frame(Tab::Targets).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::editor_hint(language) />
                <Editor at=at found=found back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Editor(at: At, found: YearPage, back: Option<Returned<YearTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let stale = error == Some(AppError::Stale);
    let saved = found.saved.clone().map(|(saved, by)| (time::minute(saved, at.zone()), by));
    let overtaken = saved.clone().filter(|_| stale).map(|(at, by)| words::stale(language, by, at));
    let why = typed.as_ref().map(|typed| typed.why.clone()).unwrap_or_default();
    let one_more = typed.is_none() && ListQuery::current().get("rows").is_some();
    let mut targets = typed.map_or(found.draft.targets, |typed| typed.targets);
    if targets.is_empty() || one_more {
        targets.push(DraftTarget { measure: Measure::Count.code().to_owned(), ..DraftTarget::default() });
    }
    let saved = saved.map(|(at, by)| words::saved_by(language, at, by));
    let error = if stale { None } else { error };
    let (base, year) = (at.base.slug.clone(), found.year.to_string());
    let key = kept_as(&format!("targets.{}.{year}", at.base.id));
    let version = found.draft_version;
    view! {
        {overtaken.map(|words| view! { <Notice tone=Tone::Warn words=words /> })}
        <PostForm action={action::<SaveTargets>()} key=new_key() id=ID error=error>
            // What Enter in a field does: it keeps the draft, whatever button comes first below.
            <button class="read-only" type="submit" name="act" value="save" tabindex="-1" aria-hidden="true">
                {words::save(language)}
            </button>
            <Hidden name="base" value=base />
            <Hidden name="year" value=year />
            <Hidden name="version" value=version.to_string() />
            <TargetRows targets=targets />
            <div class="row" id="targets-end">
                <Submit label=words::add_own(language) weight=Weight::Plain name="act" value="add_target" />
            </div>
            {found
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
            {saved.map(|words| view! { <p class="soft">{words}</p> })}
            <FormActions sticky=true>
                <KeptForm form=format!("{ID}-form") key=key version=version language=language />
                <Submit label=words::submit(language) name="act" value="submit" />
                <Submit label=words::save(language) weight=Weight::Plain name="act" value="save" />
            </FormActions>
        </PostForm>
    }
    .into_any()
}

/// The rows find what is wrong with them in the form around them.
#[component]
fn TargetRows(targets: Vec<DraftTarget>) -> AnyView {
    let rows = targets.into_iter().enumerate().map(|(row, target)| view! { <TargetRow row=row target=target /> });
    rows.collect_view().into_any()
}

/// One target to be typed. Of a standard one only numbers and people are.
#[component]
fn TargetRow(row: usize, target: DraftTarget) -> AnyView {
    let language = language();
    let known = standard(&target.code).map(Target::from);
    let own = known.is_none();
    let measure = Measure::from_code(&target.measure).unwrap_or(Measure::Count);
    let title = match &known {
        Some(known) => name(language, known),
        None if target.name.trim().is_empty() => words::own_target(language).to_owned(),
        None => target.name.clone(),
    };
    let unit = known.as_ref().map_or_else(|| target.unit.clone(), |known| unit(language, known));
    let hint = known.map(|known| {
        let rule = words::rule_words(language, known.rule, known.measure);
        let evidence = words::say(language, words::evidence(language), words::evidence_name(language, known.evidence));
        view! { <p class="soft">{rule} " " {evidence}</p> }
    });
    let named = move |field: TargetField| target_field(row, field.code());
    let typed = target.clone();
    view! {
        <Card title=title>
            {hint}
            <Hidden name=target_field(row, "code") value=target.code />
            {own.then(|| view! { <OwnFields row=row target=typed.clone() /> })}
            <Numbers row=row measure=measure unit=unit target=typed />
            <div class="fields">
                <Field
                    name=named(TargetField::Owner)
                    label=words::owner(language)
                    value=target.owner
                    required=true
                    maxlength=u32::try_from(Target::LONGEST_OWNER).unwrap_or(u32::MAX)
                />
                <Field
                    name=named(TargetField::Helpers)
                    label=words::helpers(language)
                    value=target.helpers
                    maxlength=u32::try_from(Target::LONGEST_NAME).unwrap_or(u32::MAX)
                />
            </div>
            <div class="row">
                <Submit
                    label=words::remove_target(language)
                    weight=Weight::Quiet
                    name="act"
                    value=format!("remove_target:{row}")
                />
            </div>
        </Card>
    }
    .into_any()
}

/// The year and its quarters; a rate has none.
#[component]
fn Numbers(row: usize, measure: Measure, unit: String, target: DraftTarget) -> AnyView {
    let language = language();
    let number = |field: TargetField, label: String, value: String, hint: &'static str| {
        let (name, required) = (target_field(row, field.code()), field == TargetField::Annual);
        view! { <Field name=name label=label value=value hint=hint inputmode="decimal" required=required /> }
    };
    let label = annual_label(language, measure, &unit);
    let annual = number(TargetField::Annual, label, target.annual, words::annual_hint(language));
    let texts = [target.first, target.second, target.third, target.fourth];
    let fields = TargetField::QUARTERS.into_iter().zip(texts).filter(|_| measure.adds_up());
    let quarters = fields.map(|(field, text)| number(field, words::field_name(language, field).to_owned(), text, ""));
    view! { <div class="fields">{annual} {quarters.collect_view()}</div> }.into_any()
}

/// What the catalogue settles for its own targets.
#[component]
fn OwnFields(row: usize, target: DraftTarget) -> AnyView {
    let language = language();
    let named = move |field: TargetField| target_field(row, field.code());
    let measures: Options = Measure::ALL
        .iter()
        .map(|measure| (measure.code().to_owned(), words::measure_name(language, *measure).to_owned()))
        .collect();
    let evidence: Options = Evidence::ALL
        .iter()
        .map(|evidence| (evidence.code().to_owned(), words::evidence_name(language, *evidence).to_owned()))
        .collect();
    let rules: Options = CountingRule::FOR_OWN
        .iter()
        .map(|rule| (rule.code().to_owned(), words::rule_words(language, *rule, Measure::Count).to_owned()))
        .collect();
    let rule = if target.rule.is_empty() { CountingRule::Entered.code().to_owned() } else { target.rule };
    view! {
        <div class="fields">
            <Field
                name=named(TargetField::Name)
                label=words::name(language)
                value=target.name
                required=true
                maxlength=u32::try_from(Target::LONGEST_NAME).unwrap_or(u32::MAX)
            />
            <Select
                name=named(TargetField::Measure)
                label=words::measure(language)
                options=measures
                value=target.measure
                required=true
            />
            <Field
                name=named(TargetField::Unit)
                label=words::unit(language)
                value=target.unit
                maxlength=u32::try_from(Target::LONGEST_UNIT).unwrap_or(u32::MAX)
            />
            <Select
                name=named(TargetField::Evidence)
                label=words::evidence(language)
                options=evidence
                value=target.evidence
                required=true
            />
            <Select
                name=named(TargetField::Rule)
                label=words::rule(language)
                options=rules
                value=rule
                required=true
            />
        </div>
    }
    .into_any()
}

fn annual_label(language: Language, measure: Measure, unit: &str) -> String {
    match measure {
        Measure::Count if unit.is_empty() => words::annual(language).to_owned(),
        Measure::Count => words::annual_count(language, unit),
        Measure::Money => words::annual_money(language).to_owned(),
        Measure::Rate => words::annual_rate(language).to_owned(),
    }
}
