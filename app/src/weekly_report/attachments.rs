//! The files of a report: seen, added, taken away.

use hatchboard::evidence::{Attachment, MOST_FILES};
use leptos::prelude::*;

use super::{RefusedFile, sheet::Sheet, words};
use crate::{
    Language,
    kept_form::kept_as,
    sending::Sending,
    ui::{
        badge::Tone,
        field::FileInput,
        form::{Submit, Weight},
        icon::{Icon, Picture},
        language,
        notice::Notice,
        words as ui_words,
    },
};

/// Phones offer camera and pictures for `image/*`.
pub(crate) const ACCEPT: &str = "image/*,.jpg,.jpeg,.png,.webp,.pdf,.xlsx,.docx";

/// Pictures as thumbnails, other files by name; each opens the file itself. Within a form, `removable` adds a
/// button to each that sends it.
#[component]
pub fn Attachments(files: Vec<Attachment>, #[prop(optional)] removable: bool) -> AnyView {
    let language = language();
    (!files.is_empty())
        .then(|| {
            let items = files.into_iter().map(|file| {
                let line = words::attachment_line(language, &file.name, size(file.size));
                let href = format!("/files/{}", file.id);
                let picture = if file.kind.is_picture() {
                    view! { <img src=format!("{href}/thumbnail") alt="" loading="lazy" width="160" height="160" /> }
                        .into_any()
                } else {
                    view! { <Picture icon=Icon::Clip /> }.into_any()
                };
                view! {
                    <li>
                        <a href=href download="">
                            {picture}
                            <span>{line}</span>
                        </a>
                        {removable
                            .then(|| {
                                view! {
                                    <button
                                        class="button quiet"
                                        type="submit"
                                        name="do"
                                        value=format!("remove_file:{}", file.id)
                                        aria-label=words::remove_file_named(language, &file.name)
                                    >
                                        {words::remove_file(language)}
                                    </button>
                                }
                            })}
                    </li>
                }
            });
            view! { <ul class="photos">{items.collect_view()}</ul> }
        })
        .into_any()
}

/// Where a browser keeps the files that were chosen for a report and have not been sent.
pub(super) fn kept_with(sheet: &Sheet) -> String {
    kept_as(&format!("report.{}.{}", sheet.author.subject.id().simple(), sheet.week))
}

/// The part of a form that takes files: what was refused, what is there, and room for more.
#[component]
pub fn Upload(
    files: Vec<Attachment>,
    refused: Vec<RefusedFile>,
    /// From `kept_with`.
    kept: String,
) -> AnyView {
    let language = language();
    let full = u64::try_from(files.len()).is_ok_and(|there| there >= MOST_FILES);
    view! {
        <section id="files" class="files">
            <RefusedFiles refused=refused />
            <Attachments files=files removable=true />
            {(!full)
                .then(|| {
                    view! {
                        <FileInput
                            name="files"
                            label=words::files(language)
                            accept=ACCEPT
                            multiple=true
                            hint=words::files_hint(language)
                            kept=kept
                        />
                        <div class="row" data-upload-row="">
                            <Submit label=words::upload(language) weight=Weight::Plain name="do" value="upload" />
                        </div>
                        <Sending label=ui_words::sending(language).to_owned() />
                    }
                })}
        </section>
    }
    .into_any()
}

/// Files that were not taken, each with what to do about it.
#[component]
fn RefusedFiles(refused: Vec<RefusedFile>) -> AnyView {
    let language = language();
    (!refused.is_empty())
        .then(|| {
            let lines = refused.into_iter().map(|RefusedFile { name, why }| {
                let line = if name.is_empty() { why } else { words::file_refused(language, name, why) };
                view! { <li>{line}</li> }
            });
            let lines = lines.collect_view();
            view! {
                <Notice tone=Tone::Bad words=words::others_kept(language)>
                    <ul>{lines}</ul>
                </Notice>
            }
        })
        .into_any()
}

/// `320 KB`, `4.2 MB`.
fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    let tenths_of_mb = bytes * 10 / (KB * KB);
    if tenths_of_mb >= 10 {
        format!("{}.{} MB", tenths_of_mb / 10, tenths_of_mb % 10)
    } else {
        format!("{} KB", bytes.div_ceil(KB))
    }
}

/// How many files there are, for the head of a card.
pub(super) fn counted(language: Language, files: usize) -> String {
    if files == 0 { String::new() } else { words::fold_count(language, files) }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_told_in_a_unit_that_people_know() {
        for (bytes, told) in
            [(1, "1 KB"), (1024, "1 KB"), (327_680, "320 KB"), (4_404_019, "4.1 MB"), (10 << 20, "10.0 MB")]
        {
            assert_eq!(size(bytes), told);
        }
    }
}
