//! What an organisation's first screen says of follow-ups.

use leptos::prelude::*;

use super::words;
use crate::ui::{
    badge::Tone,
    card::{Card, Todo},
    language,
};

/// Records that wait for the organisation's word; nothing where none does.
#[component]
pub(crate) fn ConfirmCard(waiting: u64, path: String) -> AnyView {
    let language = language();
    if waiting == 0 {
        return ().into_any();
    }
    view! {
        <Card title=words::title(language) flush=true>
            <ul class="todos">
                <Todo
                    href=path
                    title=words::todo_confirm(language, waiting)
                    note=words::todo_note(language)
                    tone=Tone::Warn
                />
            </ul>
        </Card>
    }
    .into_any()
}
