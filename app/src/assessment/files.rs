//! Files behind the lines of a sheet: seen by whoever may see what they stand behind, added and taken away by the party
//! that gives its points, and by the subject for its objections. Those that came with vetoes stand in the history.

use std::collections::{BTreeMap, HashMap};

use hatchboard::{
    assessment::{
        Column, Line, Shows, Turn,
        store::{self, LineFiles, SheetPage as Found},
    },
    evidence::Attachment,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    file_api::{AddLineFile, RemoveLineFile},
    here::Here,
    problem::told,
    sheet::turn,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key},
    request::Request,
    sending::Sending,
    ui::{
        card::Card,
        field::{FileInput, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit, Weight},
        icon::Icon,
        words as ui_words,
    },
    weekly_report::attachments::Attachments,
};

/// By the code of an indicator.
pub type Files = BTreeMap<String, LineFiles>;

/// By the step of the history that they came with.
pub type Vetoes = HashMap<Uuid, Vec<Attachment>>;

/// What a form with a file shows again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileTyped {
    /// The line's id.
    pub line: String,
    pub shows: String,
}

pub(super) async fn load(here: &Here, found: &Found) -> Result<Files, AppError> {
    let request = Request::current();
    let files = store::files(&request.store, &here.reader, found).await;
    files.map_err(|error| told(error, request.language))
}

pub(super) async fn load_vetoes(here: &Here, found: &Found) -> Result<Vetoes, AppError> {
    let request = Request::current();
    let files = store::veto_files(&request.store, &here.reader, found).await;
    files.map_err(|error| told(error, request.language))
}

/// Files for the points that one gives, while one gives them.
#[component]
pub(super) fn PointsFiles(here: Here, found: Found, files: Files, back: Option<Returned<FileTyped>>) -> AnyView {
    let language = crate::ui::language();
    let Some(Turn { column, .. }) = turn(&here, &found).and_then(Result::ok) else { return ().into_any() };
    let shows = Shows::points_of(column);
    let mut lines: Options = Vec::new();
    let mut there = Vec::new();
    for section in &found.sheet.card.sections {
        let of_section = section.indicators.iter().filter_map(|one| found.sheet.line(&one.code));
        for Line { indicator: one, .. } in of_section.filter(|line| line.is_given_by(column)) {
            let id = found.notes.get(&one.code).map(|notes| notes.id.to_string()).unwrap_or_default();
            lines.push((id, format!("{} · {}", section.name, one.name)));
            let theirs = files.get(&one.code).map(|files| files.of(column).to_vec()).unwrap_or_default();
            if !theirs.is_empty() {
                there.push((one.name.clone(), theirs));
            }
        }
    }
    let there = there.into_iter().map(|(name, files)| {
        view! {
            <p>
                <strong lang="zh-CN">{name}</strong>
            </p>
            <Removable here=here.clone() files=files />
        }
    });
    let there = there.collect_view();
    let back = back.filter(|back| back.typed.shows == shows.code());
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let line = typed.unwrap_or_default().line;
    let hint = match column {
        Column::Own => words::files_hint_own(language),
        Column::Operator | Column::Bureau => words::files_hint_others(language),
    };
    view! {
        <Card title=words::files(language) id="files">
            <p class="soft">{hint}</p>
            {there}
            <AddForm here=here shows=shows id="file".to_owned() error=error>
                <Select
                    name="line"
                    label=words::object_line(language)
                    options=lines
                    lang="zh-CN"
                    value=line
                    required=true
                />
            </AddForm>
        </Card>
    }
    .into_any()
}

/// The files behind an objection; while it is open, its subject adds and takes away.
#[component]
pub(super) fn ObjectionFiles(
    here: Here,
    line: String,
    files: Vec<Attachment>,
    /// Whether whoever looks may change them.
    changes: bool,
    back: Option<Returned<FileTyped>>,
) -> AnyView {
    if !changes {
        return view! { <Attachments files=files /> }.into_any();
    }
    let theirs = |back: &Returned<FileTyped>| back.typed.shows == Shows::Objection.code() && back.typed.line == line;
    let error = back.filter(theirs).map(|back| back.error);
    let id = format!("file-{line}");
    view! {
        <Removable here=here.clone() files=files />
        <AddForm here=here shows=Shows::Objection id=id error=error>
            <Hidden name="line" value=line />
        </AddForm>
    }
    .into_any()
}

/// Files, each with a button that takes it away.
#[component]
fn Removable(here: Here, files: Vec<Attachment>) -> AnyView {
    let language = crate::ui::language();
    let role = here.role().code();
    let whose = here.whose.map(|whose| whose.to_string()).unwrap_or_default();
    let removal = |file: &Attachment| {
        let (whose, id) = (whose.clone(), file.id.to_string());
        let label = words::remove_file(language, &file.name);
        view! {
            <PostForm action={action::<RemoveLineFile>()} key=new_key() id=format!("remove-{id}") class="row">
                <Hidden name="whose" value=whose />
                <Hidden name="role" value=role />
                <Hidden name="file" value=id />
                <Submit label=label weight=Weight::Quiet />
            </PostForm>
        }
    };
    let removals = files.iter().map(removal).collect_view();
    view! {
        <Attachments files=files />
        {removals}
    }
    .into_any()
}

/// `children`: which line it is for.
#[component]
fn AddForm(here: Here, shows: Shows, id: String, error: Option<AppError>, children: Children) -> AnyView {
    let language = crate::ui::language();
    let role = here.role().code();
    let whose = here.whose.map(|whose| whose.to_string()).unwrap_or_default();
    view! {
        <PostForm action={action::<AddLineFile>()} key=new_key() id=id multipart=true error=error>
            <Hidden name="whose" value=whose />
            <Hidden name="role" value=role />
            <Hidden name="shows" value=shows.code() />
            {children()}
            <FileInput
                name="file"
                label=words::choose_file(language)
                hint=words::file_hint(language)
                accept="image/*,.jpg,.jpeg,.png,.webp,.pdf,.xlsx,.docx"
                required=true
            />
            <FormActions>
                <Submit label=words::add_file(language) weight=Weight::Plain icon=Icon::Clip />
            </FormActions>
            <Sending label=ui_words::sending(language).to_owned() />
        </PostForm>
    }
    .into_any()
}
