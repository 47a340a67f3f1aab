use hatchboard::{
    access::Role,
    incubation::{Action, By, Entry, Mode, Stage, store::IncubationRow},
    organisation::store::file,
};
use leptos::prelude::*;

use super::{
    api::{BeginIncubation, BeginTyped, OFFERED, StepTyped, TakeStep},
    words,
};
use crate::{
    assessment::exits::{ExitReviewCard, Reviewed},
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    organisation::words as organisation_words,
    request::path_id,
    ui::{
        badge::Tone,
        card::Card,
        empty::Empty,
        field::{Choices, Field, Hidden, Options, Select, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        language,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
    },
};

/// `/b/{base}/organisations/{id}/stage`: the next step of an incubation, or its beginning where none is under way.
#[component]
pub fn StepPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (request, base) = (&at.request, &at.base);
        let overseer = request.asker()?.overseer(base.id)?;
        let found = file(&request.store, &at.reader.of(path_id("id")?)).await?.ok_or(AppError::NotFound)?;
        let language = request.language;
        let today = at.today().to_string();
        let back = format!("/b/{}/organisations/{}", base.slug, found.id);
        let name = found.profile.name.clone();
        let current = found.incubations.into_iter().next().filter(|incubation| !incubation.is_over());
        let (title, content) = if let Some(incubation) = current {
            let by = if overseer.role() == Role::Bureau { By::Bureau } else { By::Operator };
            let returned = returned::<StepTyped>("step").await?;
            let reviewed = Reviewed::load(&at, found.id, incubation.id, incubation.stage).await?;
            let asks_points = reviewed.as_ref().is_none_or(|reviewed| !reviewed.has_points());
            let review = reviewed.map(|reviewed| view! { <ExitReviewCard at=at.clone() reviewed=reviewed /> });
            let view = view! {
                {review}
                <StepForm
                    slug=base.slug.clone()
                    incubation=incubation
                    by=by
                    asks_points=asks_points
                    today=today
                    back=back.clone()
                    returned=returned
                />
            };
            (words::step_title(language, &name), view.into_any())
        } else {
            request.asker()?.manager(base.id)?;
            let returned = returned::<BeginTyped>("begin-incubation").await?;
            let view =
                view! { <BeginForm slug=base.slug.clone() organisation=found.id.to_string() returned=returned /> };
            (words::begin_title(language, &name), view.into_any())
        };
        let list = format!("/b/{}/organisations", base.slug);
        let crumbs = [
            (organisation_words::title(language).to_owned(), Some(list)),
            (name, Some(back)),
            (words::step(language).to_owned(), None),
        ];
        Ok(view! {
            <Frame data=at.frame(Tab::Organisations).await?.with_crumbs(crumbs)>
                <PageHead title=title />
                {content}
            </Frame>
        }
        .into_any())
    })
}

/// The steps that are offered from here: those at once, and those for the bureau to confirm.
pub(crate) fn offered(stage: Stage, by: By) -> Vec<(Action, Stage)> {
    let leads = |action: Action| -> Option<Stage> {
        if !action.needs_confirmation() {
            return stage.next(action, by).ok();
        }
        // The bureau does not propose to itself.
        if by != By::Operator {
            return None;
        }
        match action {
            Action::Hatch => stage.steps_to_hatch().map(|_| Stage::Hatched),
            _ => stage.leads_by(action),
        }
    };
    OFFERED.into_iter().filter_map(|action| Some((action, leads(action)?))).collect()
}

#[component]
fn StepForm(
    slug: String,
    incubation: IncubationRow,
    by: By,
    /// Unless the exit review has told them.
    asks_points: bool,
    today: String,
    back: String,
    returned: Option<Returned<StepTyped>>,
) -> AnyView {
    let language = language();
    if incubation.open_proposal().is_some() {
        return view! {
            <Notice tone=Tone::Warn words=words::open_proposal(language)>
                <LinkButton href=back label=words::see_proposal(language) />
            </Notice>
        }
        .into_any();
    }
    let steps = offered(incubation.stage, by);
    if steps.is_empty() {
        return view! { <Empty title=words::no_steps(language) /> }.into_any();
    }
    let hatches = steps.iter().any(|(action, _)| *action == Action::Hatch);
    let options: Options = steps
        .into_iter()
        .map(|(action, to)| {
            let mut words = words::action_name(language, action, to).to_owned();
            if action.needs_confirmation() {
                words = words::to_be_confirmed(language, &words);
            }
            (action.code().to_owned(), words)
        })
        .collect();
    let (typed, error) = returned.map_or_else(Default::default, |form| (Some(form.typed.step), Some(form.error)));
    let typed = typed.unwrap_or_else(|| hatchboard::incubation::StepText { effective_on: today, ..Default::default() });
    let now = words::now_at(language, words::stage_name(language, incubation.stage));
    view! {
        <Card title=now>
            <PostForm action={action::<TakeStep>()} key=new_key() error=error>
                <Hidden name="base" value=slug />
                <Hidden name="incubation" value=incubation.id.to_string() />
                <Hidden name="version" value=incubation.row_version.to_string() />
                <Choices
                    name="action"
                    label=words::what(language)
                    options=options
                    value=typed.action
                    required=true
                />
                <Field
                    name="effective_on"
                    label=words::effective_on(language)
                    hint=words::effective_hint(language)
                    kind="date"
                    value=typed.effective_on
                    required=true
                />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    hint=words::reason_hint(language)
                    value=typed.reason
                    required=true
                    rows=3
                    maxlength=500
                />
                {hatches
                    .then(|| {
                        let points = asks_points.then(|| {
                            view! {
                                <Field
                                    name="exit_review"
                                    label=words::exit_review(language)
                                    hint=words::exit_review_hint(language)
                                    value=typed.exit_review
                                    conditional=true
                                    inputmode="decimal"
                                    maxlength=6
                                />
                            }
                        });
                        view! {
                            {points}
                            <TextArea
                                name="project"
                                label=words::project(language)
                                hint=words::project_hint(language)
                                value=typed.project
                                conditional=true
                                rows=2
                                maxlength=500
                            />
                        }
                    })}
                <FormActions>
                    <Submit label=words::take_step(language) />
                    <LinkButton href=back label=organisation_words::cancel(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
fn BeginForm(slug: String, organisation: String, returned: Option<Returned<BeginTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = returned.map_or_else(Default::default, |form| (form.typed, Some(form.error)));
    let back = format!("/b/{slug}/organisations/{organisation}");
    view! {
        <Card title=words::begin(language)>
            <PostForm action={action::<BeginIncubation>()} key=new_key() error=error>
                <Hidden name="base" value=slug />
                <Hidden name="organisation" value=organisation />
                <EntryFields typed=typed.entry />
                <Field
                    name="reason"
                    label=organisation_words::reason(language)
                    hint=organisation_words::reason_hint(language)
                    value=typed.reason
                    maxlength=500
                />
                <FormActions>
                    <Submit label=words::begin(language) />
                    <LinkButton href=back label=organisation_words::cancel(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// The fields of an incubation that began before it was entered.
#[component]
pub fn EntryFields(typed: hatchboard::incubation::EntryText) -> AnyView {
    let language = language();
    let modes = Mode::ALL.iter().map(|mode| (mode.code().to_owned(), words::mode_name(language, *mode).to_owned()));
    // An empty choice stands for incubating: a form in which nothing was chosen enters no incubation.
    let stages = Entry::STAGES.iter().filter(|stage| **stage != Stage::Incubating);
    let stages = stages.map(|stage| (stage.code().to_owned(), words::stage_name(language, *stage).to_owned()));
    let causes = hatchboard::incubation::ExitCause::ALL
        .iter()
        .map(|cause| (cause.code().to_owned(), words::cause_name(language, *cause).to_owned()));
    view! {
        <Field
            name="admitted_on"
            label=words::admitted_on(language)
            hint=words::admitted_hint(language)
            kind="date"
            value=typed.admitted_on
        />
        <Select name="mode" label=words::mode(language) options={modes.collect::<Options>()} value=typed.mode />
        <Field
            name="term"
            label=words::term(language)
            hint=words::term_hint(language)
            value=typed.term
            inputmode="numeric"
            maxlength=2
        />
        <Select
            name="stage"
            label=words::stage(language)
            options={stages.collect::<Options>()}
            value=typed.stage
            prompt=words::stage_name(language, Stage::Incubating)
        />
        <Field
            name="since"
            label=words::since(language)
            hint=words::since_hint(language)
            kind="date"
            value=typed.since
        />
        <Select name="cause" label=words::cause(language) options={causes.collect::<Options>()} value=typed.cause />
    }
    .into_any()
}
