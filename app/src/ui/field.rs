//! Fields of a form. Each ties its label, hint and problem to the control for those who cannot see them, and
//! finds its problem by its name in the form around it (see [`super::form::PostForm`]).

use leptos::{html::textarea, prelude::*};

pub use super::file_input::FileInput;
use super::{form::FormContext, language, words};
use crate::plain::escaped;

/// Codes and their words, as `Select` and `Choices` offer them.
pub type Options = Vec<(String, String)>;

/// The names by which a control, its hint and its problem know each other.
#[derive(Clone)]
pub(super) struct Ties {
    pub(super) id: String,
    hint_id: Option<String>,
    problem_id: Option<String>,
    hint: String,
    problem: Option<String>,
}

impl Ties {
    pub(super) fn new(name: &str, hint: String, problem: Option<String>) -> Self {
        let form = FormContext::current();
        let problem = problem.or_else(|| form.problem(name));
        let id = form.field_id(name);
        Self {
            hint_id: (!hint.is_empty()).then(|| format!("{id}-hint")),
            problem_id: problem.as_ref().map(|_| format!("{id}-problem")),
            id,
            hint,
            problem,
        }
    }

    pub(super) fn described_by(&self) -> Option<String> {
        let ids: Vec<&str> = [self.problem_id.as_deref(), self.hint_id.as_deref()].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.problem.as_ref().map(|_| "true")
    }

    pub(super) fn class(&self) -> &'static str {
        if self.problem.is_some() { "field wrong" } else { "field" }
    }

    pub(super) fn hint_view(&self) -> impl IntoView + use<> {
        self.hint_id.clone().map(|id| {
            view! {
                <p class="field-hint" id=id>
                    {self.hint.clone()}
                </p>
            }
        })
    }

    pub(super) fn problem_view(&self) -> impl IntoView + use<> {
        self.problem_id.clone().zip(self.problem.clone()).map(|(id, words)| {
            view! {
                <p class="field-problem" id=id>
                    {words}
                </p>
            }
        })
    }
}

/// A label, marked where the field may stay empty.
#[component]
pub(super) fn Label(target: String, words: String, required: bool) -> AnyView {
    view! {
        <label for=target>
            {words} {(!required).then(|| view! { <span class="field-optional">{words::optional(language())}</span> })}
        </label>
    }
    .into_any()
}

/// One line of text, or whatever `kind` makes of it.
#[component]
pub fn Field(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Required in some cases, which its hint tells: it is not called optional.
    #[prop(optional)]
    conditional: bool,
    /// The input's type: `text`, `password`, `date`, `datetime-local`, `email`, `tel`, `number` …
    #[prop(default = "text")]
    kind: &'static str,
    /// Which keyboard a phone shows: `numeric`, `decimal`, `tel` …
    #[prop(optional)]
    inputmode: Option<&'static str>,
    #[prop(optional)] autocomplete: Option<&'static str>,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional, into)] min: Option<String>,
    #[prop(optional, into)] max: Option<String>,
    /// Words after the control, such as 场 or 元.
    #[prop(optional, into)]
    unit: Option<String>,
    #[prop(optional)] autofocus: bool,
    #[prop(optional)] readonly: bool,
    /// Where the form's own problems do not hold it.
    #[prop(optional_no_strip)]
    problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    view! {
        <div class=ties.class()>
            <Label target=ties.id.clone() words=label required={required || conditional} />
            {ties.hint_view()}
            {ties.problem_view()}
            <span class="control">
                <input
                    id=ties.id.clone()
                    type=kind
                    name=name
                    value=value
                    required=required
                    inputmode=inputmode
                    autocomplete=autocomplete
                    maxlength=maxlength
                    placeholder=placeholder
                    min=min
                    max=max
                    autofocus=autofocus
                    readonly=readonly
                    aria-describedby=ties.described_by()
                    aria-invalid=ties.invalid()
                />
                {unit.map(|unit| view! { <span class="control-unit">{unit}</span> })}
            </span>
        </div>
    }
    .into_any()
}

/// Several lines of text; grows with what is typed where the browser can.
#[component]
pub fn TextArea(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    /// Required in some cases, which its hint tells: it is not called optional.
    #[prop(optional)]
    conditional: bool,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] maxlength: Option<u32>,
    #[prop(optional, into)] placeholder: Option<String>,
    #[prop(optional_no_strip)] problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    let control = textarea()
        .id(ties.id.clone())
        .name(name)
        .rows(rows)
        .required(required)
        .maxlength(maxlength)
        .placeholder(placeholder)
        .aria_describedby(ties.described_by())
        .aria_invalid(ties.invalid());
    // An empty text node is rendered as a blank, and HTML drops the first line break of a text area. What stands
    // in one Leptos takes for markup and does not escape.
    let control = match escaped(&value).as_str() {
        "" => control.into_any(),
        text if text.starts_with('\n') => control.child(format!("\n{text}")).into_any(),
        text => control.child(text.to_owned()).into_any(),
    };
    view! {
        <div class=ties.class()>
            <Label target=ties.id.clone() words=label required={required || conditional} />
            {ties.hint_view()}
            {ties.problem_view()}
            {control}
        </div>
    }
    .into_any()
}

/// One of many, folded.
#[component]
pub fn Select(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Options,
    /// The chosen code; empty for none.
    #[prop(optional, into)]
    value: String,
    /// Words of the empty choice; `请选择` unless given.
    #[prop(optional, into)]
    prompt: Option<String>,
    /// The language of the options, where they are words of a document.
    #[prop(optional)]
    lang: Option<&'static str>,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    #[prop(optional_no_strip)] problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    let prompt = prompt.unwrap_or_else(|| words::choose(language()).to_owned());
    let none = value.is_empty();
    view! {
        <div class=ties.class()>
            <Label target=ties.id.clone() words=label required=required />
            {ties.hint_view()}
            {ties.problem_view()}
            <select
                id=ties.id.clone()
                name=name
                required=required
                aria-describedby=ties.described_by()
                aria-invalid=ties.invalid()
            >
                {(none || !required)
                    .then(|| {
                        view! {
                            <option value="" selected=none>
                                {prompt}
                            </option>
                        }
                    })}
                {options
                    .into_iter()
                    .map(|(code, words)| {
                        let chosen = code == value;
                        view! {
                            <option value=code selected=chosen lang=lang>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// One of a few, all in sight.
#[component]
pub fn Choices(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    options: Options,
    #[prop(optional, into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional)] required: bool,
    #[prop(optional_no_strip)] problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    let choices = options.into_iter().enumerate().map(|(n, (code, words))| {
        let id = if n == 0 { ties.id.clone() } else { format!("{}-{n}", ties.id) };
        let chosen = code == value;
        view! {
            <label class="choice">
                <input id=id type="radio" name=name.clone() value=code checked=chosen required=required />
                <span>{words}</span>
            </label>
        }
    });
    view! {
        <fieldset class=ties.class() aria-describedby=ties.described_by() aria-invalid=ties.invalid()>
            <legend>
                {label} {(!required).then(|| view! { <span class="field-optional">{words::optional(language())}</span> })}
            </legend>
            {ties.hint_view()}
            {ties.problem_view()}
            <div class="choices">{choices.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Yes or no. Sends `value` where it is ticked, nothing otherwise.
#[component]
pub fn Check(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    #[prop(optional)] checked: bool,
    #[prop(default = "yes".to_owned(), into)] value: String,
    #[prop(optional, into)] hint: String,
    #[prop(optional_no_strip)] problem: Option<String>,
) -> AnyView {
    let ties = Ties::new(&name, hint, problem);
    view! {
        <div class=ties.class()>
            <label class="choice">
                <input
                    id=ties.id.clone()
                    type="checkbox"
                    name=name
                    value=value
                    checked=checked
                    aria-describedby=ties.described_by()
                    aria-invalid=ties.invalid()
                />
                <span>{label}</span>
            </label>
            {ties.hint_view()}
            {ties.problem_view()}
        </div>
    }
    .into_any()
}

/// A value that the form carries along.
#[component]
pub fn Hidden(#[prop(into)] name: String, #[prop(into)] value: String) -> AnyView {
    view! { <input type="hidden" name=name value=value /> }.into_any()
}
