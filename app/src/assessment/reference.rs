//! What stands beside the base's sheet and is in no formula.

use hatchboard::{
    annual_target::{OnPlan, store::on_plan},
    assessment::{
        Action, QuarterRhythm,
        store::{Deciding, ReportSample, SheetPage as Found, deciding, quarter_rhythm, report_sample},
    },
    follow_up::store::{Findings, Line, What, findings},
    period::Quarter,
};
use leptos::prelude::*;

use super::{
    api::{JudgeSheet, SaidTyped},
    grants::{GrantList, Grants},
    here::Here,
    problem::told,
    sheet::turn,
    words,
};
use crate::{
    base::At,
    error::AppError,
    follow_up::{outcome_name, page_of, visit_name},
    form::{Returned, action, new_key},
    ui::{
        card::{Card, Fact, Todo},
        confirm::Fold,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

/// What the base's sheet has and no other.
#[derive(Debug, Clone)]
pub struct Beside {
    quarter: Quarter,
    /// The quarter's findings of follow-ups.
    follow_ups: Findings,
    /// How many of its annual targets are on plan; none where none stand.
    targets: Option<OnPlan>,
    /// How its rhythm was kept.
    pub(super) rhythm: QuarterRhythm,
    /// What was excused, extended and closed.
    grants: Grants,
    /// The weekly reports that were drawn, as far as whoever looks may know of them.
    pub(super) sample: Option<ReportSample>,
    /// Who decides on objections.
    pub(super) deciding: Deciding,
    /// Whoever looks may see what came of surveys.
    surveys: bool,
}

impl Beside {
    pub(super) async fn load(at: &At, found: &Found, quarter: Quarter) -> Result<Self, AppError> {
        let (store, language) = (&at.request.store, at.language());
        let follow_ups = findings(store, &at.reader, quarter).await;
        let deciding = deciding(store, &at.reader, found).await;
        let sample = report_sample(store, &at.reader, found).await;
        let rhythm = quarter_rhythm(store, &at.reader, quarter).await;
        Ok(Self {
            quarter,
            follow_ups: follow_ups.map_err(|error| crate::follow_up::told(error, language))?,
            targets: on_plan(store, &at.reader, quarter).await?,
            rhythm: rhythm.map_err(|error| told(error, language))?,
            grants: Grants::load(at, quarter).await?,
            sample: sample.map_err(|error| told(error, language))?,
            deciding: deciding.map_err(|error| told(error, language))?,
            surveys: at.request.asker()?.supervisor(at.base.id).is_ok(),
        })
    }
}

#[component]
pub(super) fn Reference(here: Here, found: Found, beside: Beside, back: Option<Returned<SaidTyped>>) -> AnyView {
    let language = crate::ui::language();
    let Findings { due, on_time, late, missed, .. } = &beside.follow_ups;
    let path = |below: &str| format!("/b/{}{below}", here.base.slug);
    let visits = path(&visits_of(beside.quarter));
    let follow_ups = words::reference_follow_ups(language, due, on_time, late, missed);
    let found_by_visits = view! { <Outcomes here=here.clone() findings=beside.follow_ups /> };
    let targets = path(&format!("/targets?year={}", beside.quarter.year()));
    let on_plan = match beside.targets {
        Some(OnPlan { on_plan, of }) => words::reference_targets(language, on_plan, of),
        None => words::reference_targets_none(language).to_owned(),
    };
    let coaching = path(&format!("/coaching?year={}", beside.quarter.year()));
    let surveys = beside.surveys.then(|| {
        let href = path("/surveys");
        view! { <Todo href=href title=words::reference_surveys(language) /> }
    });
    let noted = (!found.reference_note.is_empty()).then(|| {
        view! {
            <h3>{words::reference_note(language)}</h3>
            <p class="pre">{found.reference_note.clone()}</p>
        }
    });
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, value) = (error.is_some(), typed.map_or_else(|| found.reference_note.clone(), |typed| typed.words));
    // Whoever confirms says it with the points.
    let confirms = matches!(turn(&here, &found), Some(Ok(turn)) if turn.action == Action::Confirm);
    let notes = here.is_bureau() && !found.state.is_public() && !confirms;
    let slug = here.base.slug.clone();
    let form = notes.then(|| {
        view! {
            <Fold label=words::reference_note(language) open=open>
                <PostForm action={action::<JudgeSheet>()} key=new_key() id="reference" error=error>
                    <Hidden name="base" value=slug />
                    <Hidden name="sheet" value=found.id.to_string() />
                    <Hidden name="version" value=found.row_version.to_string() />
                    <Hidden name="act" value="reference" />
                    <TextArea
                        name="words"
                        label=words::reference_note(language)
                        value=value
                        rows=3
                        maxlength=1000
                        required=true
                    />
                    <FormActions>
                        <Submit label=words::keep(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Fold>
        }
    });
    view! {
        <Card title=words::reference(language)>
            <p class="soft">{words::reference_hint(language)}</p>
            <ul class="todos">
                <Todo href=visits title=follow_ups />
                <Todo href=targets title=on_plan />
                <Todo href=coaching title=words::reference_coaching(language) />
                {surveys}
            </ul>
            {found_by_visits}
            <GrantList here=here grants=beside.grants />
            {noted}
            {form}
        </Card>
    }
    .into_any()
}

/// The visits that a quarter is judged by, below a base.
fn visits_of(quarter: Quarter) -> String {
    format!("/follow-ups?quarter={quarter}&show=all")
}

/// What the quarter's visits found, each outcome with its visits; then the extra ones, each by itself.
#[component]
fn Outcomes(here: Here, findings: Findings) -> AnyView {
    let language = crate::ui::language();
    let slug = here.base.slug;
    let visits = format!("/b/{slug}{}", visits_of(findings.quarter));
    let found: Vec<_> = findings.outcomes.into_iter().filter(|(_, count)| *count > 0).collect();
    let outcomes = (!found.is_empty()).then(|| {
        let links = found.into_iter().enumerate().map(|(index, (outcome, count))| {
            let href = format!("{visits}&outcome={outcome}");
            let called = words::reference_outcome(language, outcome_name(language, outcome), count);
            view! {
                {(index > 0).then_some(" · ")}
                <a class="among-words" href=href>
                    {called}
                </a>
            }
        });
        let links = links.collect_view();
        view! { <Fact term=words::reference_outcomes(language)>{links}</Fact> }
    });
    let extra: Vec<Line> = findings.lines.into_iter().filter(|line| matches!(line.what, What::Extra { .. })).collect();
    let extra = (!extra.is_empty()).then(|| {
        let links = extra.into_iter().filter_map(|line| {
            let href = page_of(&slug, line.organisation, line.which?);
            let outcome = outcome_name(language, line.outcome()?);
            let visit = visit_name(language, &line.what);
            let called = words::reference_extra_visit(language, line.name, visit, outcome);
            Some(view! {
                <li>
                    <a class="among-words" href=href>
                        {called}
                    </a>
                </li>
            })
        });
        let links = links.collect_view();
        view! {
            <Fact term=words::reference_extra(language)>
                <ul>{links}</ul>
            </Fact>
        }
    });
    if outcomes.is_none() && extra.is_none() {
        return ().into_any();
    }
    view! {
        <dl class="facts">
            {outcomes}
            {extra}
        </dl>
    }
    .into_any()
}
