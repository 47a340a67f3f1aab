//! What the bureau does with a card: beginning its next version, reading one from a file, publishing it, giving it up.

use hatchboard::assessment::{
    Kind, Scorecard, read_card,
    store::card::{CardPage, DraftRow, LONGEST_REASON},
};
use leptos::prelude::*;

use super::{
    api::{BeginCard, DropCard, PublishCard, UploadCard},
    card::Attempts,
    problem::of_draft,
    shelf::Shelf,
    versions::Changes,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key},
    sending::Sending,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::{Confirm, Fold},
        field::{FileInput, Hidden, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        icon::Icon,
        notice::Notice,
        time, words as ui_words,
    },
};

/// Which card, and which draft of it was seen; blank for none.
#[component]
fn Names(base: String, kind: Kind, #[prop(optional)] version: Option<i32>) -> AnyView {
    let version = version.map(|version| version.to_string()).unwrap_or_default();
    view! {
        <Hidden name="base" value=base />
        <Hidden name="kind" value=kind.code() />
        <Hidden name="version" value=version />
    }
    .into_any()
}

/// Nothing has been begun.
#[component]
pub(super) fn Begin(at: Shelf, kind: Kind, back: Attempts) -> AnyView {
    let language = at.language();
    if !at.writes() {
        return ().into_any();
    }
    let base = at.base.slug.clone();
    view! {
        <Card title=words::draft_title(language) id="draft">
            <p class="soft">{words::begin_hint(language)}</p>
            <PostForm action={action::<BeginCard>()} key=new_key() id="begin">
                <Hidden name="base" value=base />
                <Hidden name="kind" value=kind.code() />
                <FormActions>
                    <Submit label=words::begin(language) icon=Icon::Edit />
                </FormActions>
            </PostForm>
            <UploadFold at=at kind=kind version=None error=back.upload />
        </Card>
    }
    .into_any()
}

#[component]
fn UploadFold(
    at: Shelf,
    kind: Kind,
    #[prop(optional_no_strip)] version: Option<i32>,
    #[prop(optional_no_strip)] error: Option<AppError>,
) -> AnyView {
    let language = at.language();
    let replaces = version.map(|_| view! { <p>{words::upload_replaces(language)}</p> });
    let open = error.is_some();
    let names = match version {
        Some(version) => view! { <Names base=at.base.slug.clone() kind=kind version=version /> },
        None => view! { <Names base=at.base.slug.clone() kind=kind /> },
    };
    view! {
        <Fold label=words::upload_title(language) open=open>
            {replaces}
            <PostForm action={action::<UploadCard>()} key=new_key() id="upload" multipart=true error=error>
                {names}
                <FileInput
                    name="file"
                    label=words::file(language)
                    hint=words::upload_hint(language)
                    accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    required=true
                />
                <FormActions>
                    <Submit label=words::upload(language) weight=Weight::Plain icon=Icon::Import />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Fold>
    }
    .into_any()
}

/// The next version, as far as it is written.
#[component]
pub(super) fn Draft(at: Shelf, found: CardPage, draft: DraftRow, back: Attempts) -> AnyView {
    let (language, kind) = (at.language(), found.kind);
    let read = read_card(kind, &draft.text);
    let path = at.path(&format!("/scorecards/{kind}"));
    let excel = format!("{path}/card.xlsx?version={}", draft.version);
    let changed = words::changed_by(language, &draft.changed_by, time::minute(draft.changed_at, at.zone()));
    let writes = at.writes();
    let edit = writes.then(|| {
        view! { <LinkButton href=format!("{path}/edit") label=words::edit(language) weight=Weight::Main icon=Icon::Edit /> }
    });
    let (row_version, number) = (draft.row_version, draft.version);
    let standing = found.in_force().version.card.clone();
    let outcome = match read {
        Err(problems) => {
            let told = match of_draft(language, kind, &draft.text, &problems) {
                AppError::Invalid(problems) => problems,
                _ => Vec::new(),
            };
            let lines = told.into_iter().map(|problem| view! { <li>{problem.words}</li> }).collect_view();
            let mend = writes.then(|| {
                view! {
                    <p>
                        <a href=format!("{path}/edit?check=1")>{words::mend(language)}</a>
                    </p>
                }
            });
            view! {
                <Notice tone=Tone::Warn words=words::draft_faults(language)>
                    <ul>{lines}</ul>
                    {mend}
                </Notice>
            }
            .into_any()
        }
        Ok(card) => view! { <Ready at=at.clone() kind=kind old=standing new=card version=row_version back=back.publish.clone() /> }
            .into_any(),
    };
    let more = writes.then(|| {
        view! {
            <UploadFold at=at.clone() kind=kind version=Some(row_version) error=back.upload.clone() />
            <Confirm label=words::drop_draft(language) consequence=words::drop_consequence(language) danger=true>
                <PostForm action={action::<DropCard>()} key=new_key() id="drop">
                    <Names base=at.base.slug.clone() kind=kind version=row_version />
                    <FormActions>
                        <Submit label=words::drop_draft(language) weight=Weight::Danger />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    view! {
        <Card title=words::draft_title(language) id="draft">
            <div class="row standing">
                <Badge tone=Tone::Warn sign="✎" word=words::draft_of(language, number) />
                <span class="soft">{changed}</span>
            </div>
            <div class="row">
                {edit}
                <LinkButton href=excel label=words::download_excel(language) icon=Icon::Export />
            </div>
            {outcome}
            {more}
        </Card>
    }
    .into_any()
}

/// A draft that nothing stands in the way of: what it changes, and the form that puts it in force.
#[component]
fn Ready(
    at: Shelf,
    kind: Kind,
    old: Scorecard,
    new: Scorecard,
    version: i32,
    #[prop(optional_no_strip)] back: Option<Returned<super::api::ReasonTyped>>,
) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let reason = typed.unwrap_or_default().reason;
    let same = old == new;
    let publish = (at.writes() && !same).then(|| {
        view! {
            <Confirm label=words::publish(language) consequence=words::publish_hint(language) main=true open=open>
                <PostForm action={action::<PublishCard>()} key=new_key() id="publish" error=error>
                    <Names base=at.base.slug.clone() kind=kind version=version />
                    <TextArea
                        name="reason"
                        label=words::reason(language)
                        hint=words::reason_hint(language)
                        value=reason
                        required=true
                        rows=2
                        maxlength=u32::try_from(LONGEST_REASON).unwrap_or(u32::MAX)
                    />
                    <FormActions>
                        <Submit label=words::publish(language) />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    let nothing = same.then(|| view! { <p class="soft">{words::nothing_changed(language)}</p> });
    view! {
        <h3>{words::draft_changes(language)}</h3>
        <Changes old=old new=new language=language />
        {nothing}
        {publish}
    }
    .into_any()
}
