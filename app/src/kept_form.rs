//! Keeps what is typed into a form in the browser until the server has it.
//!
//! For forms whose draft is saved by their own buttons: a tab that was closed, a session that ran out or a network
//! that went away loses nothing. The form works without it.

use leptos::prelude::*;

use crate::Language;

words! {
    kept: "已保留在本机，存草稿后才能在别处看到。" | "Kept on this device; save the draft to see it elsewhere.";
    restored: "已找回本机上还没有存的内容。" | "What had not been saved on this device is back.";
}

/// What the keeper has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "hydrate"), allow(dead_code, reason = "the server renders the beginning only"))]
enum Standing {
    Shown,
    Kept,
    Restored,
}

/// Stands inside the form with the id `form`. `key` tells its words from those of other forms, `version` is the
/// draft that they were typed on top of: once the server has a newer one, older words are thrown away.
#[island]
pub fn KeptForm(form: String, key: String, version: i32, language: Language) -> impl IntoView {
    let standing = RwSignal::new(Standing::Shown);
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::attach(&form, &key, version, standing));
    #[cfg(not(feature = "hydrate"))]
    let _ = (form, key, version);
    view! {
        <p class="saved" role="status">
            {move || match standing.get() {
                Standing::Shown => "",
                Standing::Kept => kept(language),
                Standing::Restored => restored(language),
            }}
        </p>
    }
}

#[cfg(feature = "hydrate")]
mod browser {
    use js_sys::Reflect;
    use leptos::{prelude::*, web_sys};
    use serde::{Deserialize, Serialize};
    use wasm_bindgen::{JsCast, JsValue, closure::Closure};
    use web_sys::{Element, Event, HtmlElement, HtmlInputElement};

    use super::Standing;

    const PREFIX: &str = "hatchboard.form.";

    /// The fields of a form by their names, and the version of the draft that they were typed on top of.
    #[derive(Debug, Serialize, Deserialize)]
    struct Kept {
        version: i32,
        fields: Vec<(String, String)>,
    }

    pub(super) fn attach(form: &str, key: &str, version: i32, standing: RwSignal<Standing>) {
        let Some(form) = document().get_element_by_id(form) else { return };
        let key = format!("{PREFIX}{key}");
        if let Some(kept) = read(&key) {
            if kept.version != version {
                forget(&key);
            } else if kept.fields != fields(&form) {
                show(&form, &kept.fields);
                standing.set(Standing::Restored);
            }
        }
        let typed = {
            let (form, key) = (form.clone(), key.clone());
            move || {
                write(&key, &Kept { version, fields: fields(&form) });
                standing.set(Standing::Kept);
            }
        };
        let then = typed.clone();
        listen(&form, "input", move |_| then());
        let rows = form.clone();
        listen(&form, "click", move |event| clicked(&rows, event, &typed));
    }

    fn listen(form: &Element, name: &str, then: impl Fn(&Event) + 'static) {
        let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| then(&event)).into_js_value();
        let _ = form.add_event_listener_with_callback(name, listener.unchecked_ref());
    }

    /// Adds and removes rows at once; without scripts the server does it.
    fn clicked(form: &Element, event: &Event, typed: &impl Fn()) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|target| target.closest("button").ok()?) else { return };
        let within = |selector: &str| button.closest(selector).ok().flatten();
        if within("[data-add-row]").is_some() {
            event.prevent_default();
            if let Some(field) = add_row(form).and_then(|row| row.query_selector("input:not([type=hidden])").ok()?) {
                let _ = field.unchecked_into::<HtmlElement>().focus();
            }
        } else if let Some(row) = within("[data-remove-row]").and_then(|_| within("[data-row]")) {
            event.prevent_default();
            row.remove();
            typed();
        }
    }

    /// One more row, from the template that the server has rendered.
    fn add_row(form: &Element) -> Option<Element> {
        let template = form.query_selector("template[data-row-template]").ok()??;
        let numbers = all(form, "[data-row]").into_iter().filter_map(|row| row.get_attribute("data-row")?.parse().ok());
        let next = numbers.max().map_or(0, |last: usize| last + 1);
        let row =
            template.inner_html().replace("__row__", &next.to_string()).replace("__number__", &(next + 1).to_string());
        template.insert_adjacent_html("beforebegin", &row).ok()?;
        all(form, "[data-row]").pop()
    }

    fn all(within: &Element, selector: &str) -> Vec<Element> {
        let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
        (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
    }

    /// Everything that the form would send but its key and the version of its draft.
    fn fields(form: &Element) -> Vec<(String, String)> {
        let ours = |name: &str| name.contains('[') || name == "reason";
        let field = |control: Element| {
            let name = control.get_attribute("name").filter(|name| ours(name))?;
            let input: &HtmlInputElement = control.unchecked_ref();
            let ticked = control.get_attribute("type").as_deref() != Some("checkbox") || input.checked();
            let value = Reflect::get(&control, &"value".into()).ok()?.as_string()?;
            ticked.then_some((name, value))
        };
        all(form, "input, select, textarea").into_iter().filter_map(field).collect()
    }

    fn show(form: &Element, kept: &[(String, String)]) {
        while kept.iter().any(|(name, _)| all(form, &format!("[name='{name}']")).is_empty()) {
            if add_row(form).is_none() {
                break;
            }
        }
        for control in all(form, "[type='checkbox'][name*='[']") {
            let name = control.get_attribute("name").unwrap_or_default();
            control.unchecked_ref::<HtmlInputElement>().set_checked(kept.iter().any(|(of, _)| *of == name));
        }
        for (name, value) in kept {
            for control in all(form, &format!("[name='{name}']:not([type='checkbox'])")) {
                let _ = Reflect::set(&control, &"value".into(), &JsValue::from_str(value));
            }
        }
    }

    fn read(key: &str) -> Option<Kept> {
        serde_json::from_str(&storage()?.get_item(key).ok()??).ok()
    }

    /// A browser that keeps nothing (private windows) is borne with.
    fn write(key: &str, kept: &Kept) {
        if let (Some(storage), Ok(text)) = (storage(), serde_json::to_string(kept)) {
            let _ = storage.set_item(key, &text);
        }
    }

    fn forget(key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(key);
        }
    }

    fn storage() -> Option<web_sys::Storage> {
        window().local_storage().ok()?
    }
}
