//! What the operator does with a session.

use hatchboard::training::{
    ListText, State,
    store::{Attendance, TrainingPage},
};
use leptos::prelude::*;

use super::{
    api::{EnterTraining, OffTyped, StepTraining, StrikeTraining},
    look::party_options,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        card::Card,
        confirm::{Confirm, Fold},
        field::{Field, Hidden, Options, Select, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        icon::Icon,
    },
};

/// What the forms of the page came back with.
#[derive(Debug, Clone)]
pub struct Attempts {
    hold: Option<Returned<String>>,
    cancel: Option<Returned<String>>,
    reopen: Option<Returned<String>>,
    pub(super) enter: Option<Returned<ListText>>,
    pub(super) strike: Option<Returned<OffTyped>>,
}

impl Attempts {
    pub(super) async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            hold: returned("training_hold").await?,
            cancel: returned("training_cancel").await?,
            reopen: returned("training_reopen").await?,
            enter: returned("training_enter").await?,
            strike: returned("training_strike").await?,
        })
    }
}

#[component]
pub(super) fn Deeds(at: At, found: TrainingPage, back: Attempts) -> AnyView {
    let language = at.language();
    let (row, today) = (&found.row, at.today());
    let below = at.path(&format!("/trainings/{}", row.id));
    let code = (row.state != State::Cancelled && today <= row.held_on).then(|| {
        let href = format!("{below}/code");
        // On its day the code is what one opens the page for; from then on, to say that it took place.
        let weight = if today == row.held_on { Weight::Main } else { Weight::Plain };
        view! { <LinkButton href=href label=words::code(language) weight=weight icon=Icon::Key /> }
    });
    if row.state != State::Planned {
        return view! {
            <div class="row">
                {code} <ReasonForm at=at found=found act=Act::Reopen back=back.reopen />
            </div>
        }
        .into_any();
    }
    let hold = (today >= row.held_on).then(|| view! { <HoldForm at=at.clone() found=found.clone() back=back.hold /> });
    view! {
        <div class="row">
            {code} {hold}
            <LinkButton href=format!("{below}/edit") label=words::edit(language) icon=Icon::Edit />
            <ReasonForm at=at found=found act=Act::Cancel back=back.cancel />
        </div>
    }
    .into_any()
}

/// Which session, as it was seen.
#[component]
fn Seen(at: At, found: TrainingPage) -> AnyView {
    view! {
        <Hidden name="base" value=at.base.slug />
        <Hidden name="id" value=found.row.id.to_string() />
        <Hidden name="version" value=found.row_version.to_string() />
    }
    .into_any()
}

#[component]
fn HoldForm(at: At, found: TrainingPage, back: Option<Returned<String>>) -> AnyView {
    let (language, main) = (at.language(), at.today() > found.row.held_on);
    let error = back.map(|back| back.error);
    let open = error.is_some();
    view! {
        <Confirm
            label=words::hold(language)
            consequence=words::hold_consequence(language)
            main=main
            open=open
        >
            <PostForm action={action::<StepTraining>()} key=new_key() id="hold" error=error>
                <Seen at=at found=found />
                <FormActions>
                    <Submit label=words::hold(language) name="act" value="hold" />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

/// A deed that needs a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Cancel,
    Reopen,
}

#[component]
fn ReasonForm(at: At, found: TrainingPage, act: Act, back: Option<Returned<String>>) -> AnyView {
    let language = at.language();
    let (code, label, hint) = match act {
        Act::Cancel => ("cancel", words::cancel(language), words::cancel_hint(language)),
        Act::Reopen => ("reopen", words::reopen(language), words::reopen_hint(language)),
    };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    view! {
        <Confirm label=label consequence=hint danger=act == Act::Cancel open=open>
            <PostForm action={action::<StepTraining>()} key=new_key() id=code error=error>
                <Seen at=at found=found />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    value=typed.unwrap_or_default()
                    required=true
                    rows=2
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=label weight=Weight::Plain name="act" value=code />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

/// Those of one organisation who came. From the session's day on.
#[component]
pub(super) fn Entering(at: At, found: TrainingPage, back: Option<Returned<ListText>>) -> AnyView {
    let language = at.language();
    let (row, today) = (found.row, at.today());
    if row.state == State::Cancelled || today < row.held_on {
        return ().into_any();
    }
    let late = today > row.held_on;
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let ListText { organisation, outside, names, reason } = typed.unwrap_or_default();
    // On the day itself a reason is needed only for whoever was taken off before.
    let why_hint = if late { words::late_reason_hint(language) } else { words::back_reason_hint(language) };
    let asks_why = late || !reason.is_empty() || error.is_some();
    view! {
        <Card title=words::list(language)>
            <PostForm action={action::<EnterTraining>()} key=new_key() id="enter" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="id" value=row.id.to_string() />
                <div class="fields">
                    <Select
                        name="organisation"
                        label=words::organisation(language)
                        options=party_options(language, &found.guests)
                        value=organisation
                        required=true
                    />
                    <Field
                        name="outside"
                        label=words::outside_name(language)
                        hint=words::outside_hint(language)
                        value=outside
                        conditional=true
                        maxlength=100
                    />
                </div>
                <TextArea
                    name="names"
                    label=words::names(language)
                    hint=words::list_hint(language)
                    value=names
                    required=true
                    rows=4
                />
                {asks_why
                    .then(|| {
                        view! {
                            <TextArea
                                name="reason"
                                label=words::reason(language)
                                hint=why_hint
                                value=reason
                                conditional=true
                                rows=2
                                maxlength=2000
                            />
                        }
                    })}
                <FormActions>
                    <Submit label=words::enter(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// Takes somebody off the list, with a reason.
#[component]
pub(super) fn TakingOff(at: At, found: TrainingPage, back: Option<Returned<OffTyped>>) -> AnyView {
    let language = at.language();
    let standing: Vec<&Attendance> = found.attendances.iter().filter(|one| one.struck.is_none()).collect();
    if standing.is_empty() {
        return ().into_any();
    }
    let name = |one: &Attendance| {
        let guest = found.guests.iter().find(|guest| guest.party == one.party);
        guest.map(|guest| guest.name.clone()).unwrap_or_default()
    };
    let option = |one: &&Attendance| (one.id.to_string(), words::person_of(language, &one.person, name(one)));
    let options: Options = standing.iter().map(option).collect();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let OffTyped { attendance, reason } = typed.unwrap_or_default();
    view! {
        <Fold label=words::strike(language) open=open>
            <p class="soft">{words::strike_hint(language)}</p>
            <PostForm action={action::<StrikeTraining>()} key=new_key() id="strike" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="id" value=found.row.id.to_string() />
                <Select
                    name="attendance"
                    label=words::attendance(language)
                    options=options
                    value=attendance
                    required=true
                />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    value=reason
                    required=true
                    rows=2
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::strike_now(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}
