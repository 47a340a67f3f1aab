//! A field for files. Where it takes pictures, a script of its own makes them smaller before they are sent.

use leptos::{nonce::use_nonce, prelude::*};

use super::{
    field::{Label, Ties},
    language, words,
};

/// Makes pictures smaller, keeps what has not been sent, and offers the camera (`app/assets/pictures.js`).
const PICTURES: &str = concat!("/pictures.js?", env!("CARGO_PKG_VERSION"));

/// One or more files; the form has to be `multipart`.
#[component]
pub fn FileInput(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// Such as `image/*,.pdf,.docx`: phones offer camera and pictures for `image/*`.
    #[prop(optional, into)]
    accept: Option<String>,
    #[prop(optional)] multiple: bool,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Where the browser keeps what was chosen and has not been sent: tells this field from all others, by account first.
    #[prop(optional, into)]
    kept: Option<String>,
    /// Its form takes nothing but files: what was chosen without a network goes by itself once there is one.
    #[prop(optional)]
    by_itself: bool,
    #[prop(optional_no_strip)] problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    let language = language();
    let pictures = accept.as_ref().is_some_and(|accept| accept.contains("image/"));
    let kept = kept.filter(|_| pictures);
    // What the script says of the files.
    let said = |words: &'static str| pictures.then_some(words);
    let unsent = if by_itself { words::files_by_itself(language) } else { words::files_unsent(language) };
    let going = said(words::files_going(language)).filter(|_| by_itself);
    // A browser runs it once, however many fields ask for it.
    let script = pictures.then(|| view! { <script type="module" src=PICTURES nonce=use_nonce()></script> });
    view! {
        <div class=ties.class()>
            <Label target=ties.id.clone() words=label required=required />
            {ties.hint_view()}
            {ties.problem_view()}
            <input
                id=ties.id.clone()
                type="file"
                name=name
                accept=accept
                multiple=multiple
                required=required
                aria-describedby=ties.described_by()
                aria-invalid=ties.invalid()
                data-kept=kept
                data-reducing=said(words::files_reducing(language))
                data-reduced=said(words::files_reduced(language))
                data-unsent=said(unsent)
                data-going=going
                data-restored=said(words::files_restored(language))
                data-camera=said(words::camera(language))
            />
            {script}
        </div>
    }
    .into_any()
}
