//! The form on the page: what stands in its fields, and its rows of activities.

use hatchboard::weekly_report::{ActivityField, Draft, DraftActivity, Field, FieldPath};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

/// The properties in which a control holds its text and its mark.
#[derive(Debug, Clone, Copy)]
struct State {
    text: &'static str,
    mark: &'static str,
}

const NOW: State = State { text: "value", mark: "checked" };
const RENDERED: State = State { text: "defaultValue", mark: "defaultChecked" };

/// The server-rendered form.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub(super) form: HtmlFormElement,
}

impl Page {
    pub(super) fn find(id: &str) -> Option<Self> {
        let form = web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()?;
        Some(Self { form })
    }

    /// What stands in the form; blank rows are left out.
    pub(super) fn draft(&self) -> Draft {
        self.read(NOW)
    }

    /// What the form came with.
    pub(super) fn rendered(&self) -> Draft {
        self.read(RENDERED)
    }

    fn read(&self, state: State) -> Draft {
        let mut draft = Draft::default();
        for field in Field::ALL {
            let controls = named(&self.form, &format!("[name='{field}']"));
            // A field that has a place of its own always takes its text.
            let _ = draft.set((*field).into(), text_of(&controls, state));
        }
        for (path, control) in self.progress() {
            let _ = draft.set(path, text_of(std::slice::from_ref(&control), state));
        }
        draft.activities = self.rows().iter().map(|row| activity(row, state)).filter(|row| !row.is_blank()).collect();
        draft
    }

    /// Puts a draft into the form, and nothing else: the caret of what stays the same is left alone.
    pub(super) fn show(&self, draft: &Draft) {
        for field in Field::ALL.iter().filter(|field| !matches!(field, Field::Activities | Field::Progress)) {
            put(&named(&self.form, &format!("[name='{field}']")), draft.get((*field).into()));
        }
        for (path, control) in self.progress() {
            put(std::slice::from_ref(&control), draft.get(path));
        }
        while self.rows().len() < draft.activities.len() && self.add_row().is_some() {}
        for (n, row) in self.rows().iter().enumerate() {
            for field in ActivityField::ALL {
                let controls = named(row, &format!("[name$='.{field}']"));
                put(&controls, draft.get(FieldPath::Activity(n, *field)));
            }
        }
    }

    /// Whether files have been chosen that are not sent yet.
    pub(super) fn has_chosen_files(&self) -> bool {
        let chosen = |input: &Element| {
            let files = input.dyn_ref::<HtmlInputElement>().and_then(HtmlInputElement::files);
            files.is_some_and(|files| files.length() > 0)
        };
        named(&self.form, "input[type='file']").iter().any(chosen)
    }

    /// The version that the form is sent with.
    pub(super) fn set_version(&self, version: i32) {
        put(&named(&self.form, "[name='draft_version']"), &version.to_string());
    }

    /// One more row, from the template that the server has rendered.
    pub(super) fn add_row(&self) -> Option<Element> {
        let template = self.form.query_selector("template[data-row-template]").ok()??;
        let next = self.rows().iter().filter_map(number_of).max().map_or(0, |last| last + 1);
        let row =
            template.inner_html().replace("__row__", &next.to_string()).replace("__number__", &(next + 1).to_string());
        template.insert_adjacent_html("beforebegin", &row).ok()?;
        self.rows().pop()
    }

    /// The fields of the month's plan; which there are, the server has decided.
    fn progress(&self) -> Vec<(FieldPath, Element)> {
        let found = named(&self.form, &format!("[name^='{}.']", Field::Progress)).into_iter();
        found.filter_map(|control| Some((control.get_attribute("name")?.parse().ok()?, control))).collect()
    }

    fn rows(&self) -> Vec<Element> {
        named(&self.form, "[data-row]")
    }

    /// Stops a second click; what is pressed again while the form is on its way does nothing.
    pub(super) fn set_sending(&self, sending: bool) {
        for button in named(&self.form, "button[type='submit']") {
            let _ = Reflect::set(&button, &"disabled".into(), &sending.into());
        }
    }
}

pub(super) fn focus_first_field(row: &Element) {
    if let Ok(Some(field)) = row.query_selector("input, textarea") {
        let _ = field.unchecked_into::<HtmlElement>().focus();
    }
}

fn named(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|n| found.item(n)?.dyn_into().ok()).collect()
}

fn number_of(row: &Element) -> Option<usize> {
    row.get_attribute("data-row")?.parse().ok()
}

fn activity(row: &Element, state: State) -> DraftActivity {
    let mut one = Draft::default();
    for field in ActivityField::ALL {
        let text = text_of(&named(row, &format!("[name$='.{field}']")), state);
        let _ = one.set(FieldPath::Activity(0, *field), text);
    }
    one.activities.pop().unwrap_or_default()
}

/// The text of what one name stands for: one control, or several to choose from.
fn text_of(controls: &[Element], state: State) -> String {
    let is_marked = |control: &Element| Reflect::get(control, &state.mark.into()).is_ok_and(|mark| mark.is_truthy());
    let Some(control) = controls.iter().find(|control| !is_choice(control) || is_marked(control)) else {
        return String::new();
    };
    // The value of a choice is its own, marked or not.
    let holds = if is_choice(control) { NOW.text } else { state.text };
    Reflect::get(control, &holds.into()).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

fn put(controls: &[Element], text: &str) {
    for control in controls {
        if is_choice(control) {
            let input: &HtmlInputElement = control.unchecked_ref();
            let one_of_many = input.type_() == "radio";
            input.set_checked(if one_of_many { input.value() == text } else { !text.is_empty() });
        } else if text_of(std::slice::from_ref(control), NOW) != text {
            let _ = Reflect::set(control, &"value".into(), &JsValue::from_str(text));
        }
    }
}

fn is_choice(control: &Element) -> bool {
    matches!(control.get_attribute("type").as_deref(), Some("radio" | "checkbox"))
}
