//! What the keys of the keyboard do: in the dialog that `?` opens on every page, and in the help.

use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    help_key::{DIALOG, HelpKey},
};

/// A key, and what it does.
pub type Key = (&'static str, &'static str);

/// Keys that work on every page. `finds`: where there is something to find.
pub fn everywhere(language: Language, finds: bool) -> Vec<Key> {
    let find = finds.then(|| ("Ctrl K", words::key_find(language)));
    find.into_iter().chain([("?", words::key_help(language))]).collect()
}

#[component]
pub fn KeyList(keys: Vec<Key>) -> AnyView {
    let keys = keys.into_iter().map(|(key, does)| {
        view! {
            <div class="fact">
                <dt>
                    <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
            </div>
        }
    });
    let keys = keys.collect_view();
    view! { <dl class="facts">{keys}</dl> }.into_any()
}

/// Closed until its key is pressed; without scripts the help tells the same.
#[component]
pub(super) fn KeysDialog(
    language: Language,
    /// Where there is something to find.
    finds: bool,
    /// Those of this page alone.
    keys: Vec<Key>,
) -> AnyView {
    let keys: Vec<Key> = everywhere(language, finds).into_iter().chain(keys).collect();
    view! {
        <dialog id=DIALOG class="keys-dialog" aria-labelledby="keys-title">
            <h2 id="keys-title">{words::keys(language)}</h2>
            <KeyList keys=keys />
            <form method="dialog">
                <button class="button" type="submit">
                    {words::close(language)}
                </button>
            </form>
        </dialog>
        <HelpKey />
    }
    .into_any()
}
