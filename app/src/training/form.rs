//! `/b/{base}/trainings/new` and `/b/{base}/trainings/{training}/edit`.

use hatchboard::{
    organisation::store::choices,
    record::store::Seen,
    training::{
        Party, State, TrainingText,
        store::{self, TrainingPage},
    },
};
use leptos::prelude::*;

use super::{
    api::SaveTraining,
    look::{hours, topic_options},
    problem::told,
    words,
};
use crate::{
    base::At,
    error::{AppError, Refusal},
    form::{Returned, action, new_key, returned},
    request::path_id,
    ui::{
        card::Card,
        field::{Choices, Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
    },
};

#[component]
pub fn NewTrainingPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let begin = TrainingText { invite: "all".to_owned(), ..TrainingText::default() };
        whole(at, None, begin).await
    })
}

#[component]
pub fn EditTrainingPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let found = store::one(&at.request.store, &at.reader, path_id("training")?).await;
        let found = found.map_err(|error| told(error, at.language(), ""))?;
        if found.row.state != State::Planned {
            return Err(AppError::Refused(Refusal::NotNow));
        }
        let seen = Seen { id: found.row.id, row_version: found.row_version };
        whole(at, Some(seen), as_typed(found)).await
    })
}

/// A session as it would be typed, to be changed.
fn as_typed(found: TrainingPage) -> TrainingText {
    let row = found.row;
    let invited = || found.guests.iter().filter(|guest| guest.invited);
    let organisations = invited().filter_map(|guest| match guest.party {
        Party::Organisation(id) => Some(id.to_string()),
        Party::Outside(_) => None,
    });
    let outsiders: Vec<&str> =
        invited().filter(|guest| matches!(guest.party, Party::Outside(_))).map(|guest| guest.name.as_str()).collect();
    TrainingText {
        topic: row.topic.code().to_owned(),
        held_on: row.held_on.to_string(),
        begins_at: format!("{:02}:{:02}", row.begins_at / 60, row.begins_at % 60),
        hours: hours(row.minutes),
        invite: "these".to_owned(),
        organisations: organisations.collect(),
        outsiders: outsiders.join("\n"),
        title: row.title,
        teacher: row.teacher,
        place: row.place,
        material: found.material,
    }
}

async fn whole(at: At, seen: Option<Seen>, begin: TrainingText) -> Result<AnyView, AppError> {
    let language = at.language();
    let offered = choices(at.request.store.read(), at.base.id).await?;
    let offered: Options = offered.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let back = returned::<TrainingText>("training").await?;
    let title = if seen.is_some() { words::edit(language) } else { words::new(language) };
    let crumbs = [(words::title(language).to_owned(), Some(at.path("/trainings"))), (title.to_owned(), None)];
    let frame = at.frame(Tab::Records).await?.with_crumbs(crumbs);
    Ok(view! {
        <Frame data=frame>
            <PageHead title=title />
            <SessionForm at=at seen=seen begin=begin offered=offered back=back />
        </Frame>
    }
    .into_any())
}

#[component]
fn SessionForm(
    at: At,
    seen: Option<Seen>,
    begin: TrainingText,
    offered: Options,
    back: Option<Returned<TrainingText>>,
) -> AnyView {
    let language = at.language();
    let problem = back.as_ref().and_then(|back| back.problem("organisations").map(str::to_owned));
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or(begin);
    let invite: Options = vec![
        ("all".to_owned(), words::invite_all(language).to_owned()),
        ("these".to_owned(), words::invite_these(language).to_owned()),
    ];
    let which = seen.map(|seen| {
        view! {
            <Hidden name="id" value=seen.id.to_string() />
            <Hidden name="version" value=seen.row_version.to_string() />
        }
    });
    view! {
        <Card title=words::details(language)>
            <PostForm action={action::<SaveTraining>()} key=new_key() id="training" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                {which}
                <Field name="title" label=words::what(language) value=typed.title required=true maxlength=100 />
                <div class="fields">
                    <Select
                        name="topic"
                        label=words::topic(language)
                        options=topic_options(language)
                        value=typed.topic
                        required=true
                    />
                    <Field
                        name="teacher"
                        label=words::teacher(language)
                        value=typed.teacher
                        required=true
                        maxlength=100
                    />
                    <Field name="place" label=words::place(language) value=typed.place required=true maxlength=100 />
                </div>
                <div class="fields">
                    <Field
                        name="held_on"
                        label=words::held_on(language)
                        kind="date"
                        value=typed.held_on
                        required=true
                    />
                    <Field
                        name="begins_at"
                        label=words::begins_at(language)
                        hint=words::begins_hint(language)
                        value=typed.begins_at
                        required=true
                        maxlength=10
                    />
                    <Field
                        name="hours"
                        label=words::hours(language)
                        hint=words::hours_hint(language)
                        inputmode="decimal"
                        value=typed.hours
                        required=true
                        maxlength=10
                    />
                </div>
                <TextArea
                    name="material"
                    label=words::material(language)
                    hint=words::material_hint(language)
                    value=typed.material
                    rows=2
                    maxlength=2000
                />
                <Choices
                    name="invite"
                    label=words::invite(language)
                    options=invite
                    value=typed.invite
                    required=true
                />
                <Organisations offered=offered chosen=typed.organisations problem=problem />
                <TextArea
                    name="outsiders"
                    label=words::outsiders(language)
                    hint=words::outsiders_hint(language)
                    value=typed.outsiders
                    rows=3
                />
                <FormActions>
                    <Submit label=words::save(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// The organisations of the base, each to be ticked.
#[component]
fn Organisations(offered: Options, chosen: Vec<String>, problem: Option<String>) -> AnyView {
    let language = crate::ui::language();
    let boxes = offered.into_iter().enumerate().map(|(n, (value, name))| {
        let id = if n == 0 { "training-organisations".to_owned() } else { format!("training-organisations-{n}") };
        let checked = chosen.contains(&value);
        view! {
            <label class="choice">
                <input id=id type="checkbox" name="organisations[]" value=value checked=checked />
                <span>{name}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let class = if problem.is_some() { "field wrong" } else { "field" };
    view! {
        <fieldset class=class>
            <legend>{words::organisations(language)}</legend>
            {problem.map(|words| view! { <p class="field-problem">{words}</p> })}
            <div class="choices choices-list">{boxes}</div>
        </fieldset>
    }
    .into_any()
}
