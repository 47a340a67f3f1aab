//! The form on the page: what stands in its fields, and its rows.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement};

use super::together::Field;

/// Everything that the form would send but its key and the version of its draft.
pub(super) fn fields(form: &Element) -> Vec<Field> {
    let ours = |name: &str| name.contains('[') || matches!(name, "reason" | "source");
    let field = |control: Element| {
        let name = control.get_attribute("name").filter(|name| ours(name))?;
        let input: &HtmlInputElement = control.unchecked_ref();
        let ticked = control.get_attribute("type").as_deref() != Some("checkbox") || input.checked();
        let value = Reflect::get(&control, &"value".into()).ok()?.as_string()?;
        ticked.then_some((name, value))
    };
    all(form, "input, select, textarea").into_iter().filter_map(field).collect()
}

pub(super) fn show(form: &Element, kept: &[Field]) {
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
        put(form, name, value);
    }
}

/// The draft that the form says it was typed on top of.
pub(super) fn set_version(form: &Element, version: i32) {
    put(form, "version", &version.to_string());
}

fn put(form: &Element, name: &str, value: &str) {
    for control in all(form, &format!("[name='{name}']:not([type='checkbox'])")) {
        let _ = Reflect::set(&control, &"value".into(), &JsValue::from_str(value));
    }
}

/// One more row, from the template that the server has rendered.
pub(super) fn add_row(form: &Element) -> Option<Element> {
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
