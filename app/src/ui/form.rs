//! Forms: where they are sent to, the key that makes sending twice do nothing twice, and what is wrong with them.

use leptos::{context::Provider, prelude::*};

use super::{
    badge::Tone,
    icon::{Icon, Picture},
    language,
    notice::Notice,
    words,
};
use crate::error::{AppError, FieldProblem};

/// What the fields of a form know of it.
#[derive(Debug, Clone)]
pub(crate) struct FormContext {
    id: String,
    problems: Vec<FieldProblem>,
}

impl FormContext {
    /// Of the form that is being rendered; of none in particular outside of one.
    pub(crate) fn current() -> Self {
        use_context().unwrap_or_else(|| Self { id: "field".to_owned(), problems: Vec::new() })
    }

    pub(super) fn field_id(&self, name: &str) -> String {
        format!("{}-{name}", self.id)
    }

    pub(crate) fn problem(&self, name: &str) -> Option<String> {
        self.problems.iter().find(|problem| problem.field == name).map(|problem| problem.words.clone())
    }
}

/// A form that changes something. Given the error that it came back with, it says above the fields what is
/// wrong, and each field inside finds its own problem by its name.
#[component]
pub fn PostForm(
    /// From `form::action::<F>()`.
    #[prop(into)]
    action: String,
    /// From `form::new_key()`; empty where the server function takes none.
    #[prop(optional, into)]
    key: String,
    /// Tells its fields from those of other forms on the page.
    #[prop(default = "field".to_owned(), into)]
    id: String,
    /// For files.
    #[prop(optional)]
    multipart: bool,
    /// What the form came back with: `returned.map(|r| r.error)`.
    #[prop(optional_no_strip)]
    error: Option<AppError>,
    #[prop(default = "form", into)] class: &'static str,
    children: Children,
) -> AnyView {
    let problems = match &error {
        Some(AppError::Invalid(problems)) => problems.clone(),
        _ => Vec::new(),
    };
    let context = FormContext { id: id.clone(), problems: problems.clone() };
    let form_id = format!("{id}-form");
    let refusal = error.filter(|_| problems.is_empty()).map(|error| error.words(language()));
    view! {
        <form
            id=form_id
            class=class
            method="post"
            action=action
            enctype=multipart.then_some("multipart/form-data")
            novalidate=true
        >
            {(!key.is_empty()).then(|| view! { <input type="hidden" name="key" value=key /> })}
            {refusal.map(|words| view! { <Notice tone=Tone::Bad words=words /> })}
            <ProblemSummary problems=problems form=id />
            <Provider value=context>{children()}</Provider>
        </form>
    }
    .into_any()
}

/// What is wrong with a form, each with a link to its field. Nothing where nothing is wrong.
#[component]
pub fn ProblemSummary(
    problems: Vec<FieldProblem>,
    /// The form's `id`.
    #[prop(default = "field".to_owned(), into)]
    form: String,
) -> AnyView {
    (!problems.is_empty())
        .then(|| {
            view! {
                <div class="problems" id=format!("{form}-problems") role="alert" tabindex="-1" autofocus=true>
                    <p class="problems-title">
                        <Picture icon=Icon::Warning />
                        {words::problems_title(language())}
                    </p>
                    <ul>
                        {problems
                            .into_iter()
                            .map(|problem| {
                                view! {
                                    <li>
                                        <a href=format!("#{form}-{}", problem.field)>{problem.words}</a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                </div>
            }
        })
        .into_any()
}

/// What a button means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// The one thing that the page is for; once a page.
    Main,
    #[default]
    Plain,
    /// Without a border, in rows and tables.
    Quiet,
    /// Cannot be undone.
    Danger,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button main",
            Self::Plain => "button",
            Self::Quiet => "button quiet",
            Self::Danger => "button danger",
        }
    }
}

/// Sends the form. `name` and `value` tell which of several buttons was pressed.
#[component]
pub fn Submit(
    #[prop(into)] label: String,
    #[prop(default = Weight::Main)] weight: Weight,
    #[prop(optional, into)] name: Option<String>,
    #[prop(optional, into)] value: Option<String>,
    /// Sends the form somewhere else than its `action`.
    #[prop(optional, into)]
    formaction: Option<String>,
    #[prop(optional)] icon: Option<Icon>,
) -> AnyView {
    view! {
        <button class=weight.class() type="submit" name=name value=value formaction=formaction>
            {icon.map(|icon| view! { <Picture icon=icon /> })}
            {label}
        </button>
    }
    .into_any()
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn LinkButton(
    #[prop(into)] href: String,
    #[prop(into)] label: String,
    #[prop(optional)] weight: Weight,
    #[prop(optional)] icon: Option<Icon>,
) -> AnyView {
    view! {
        <a class=weight.class() href=href>
            {icon.map(|icon| view! { <Picture icon=icon /> })}
            {label}
        </a>
    }
    .into_any()
}

/// The buttons at the end of a form. `sticky` keeps them at the lower edge on phones.
#[component]
pub fn FormActions(#[prop(optional)] sticky: bool, children: Children) -> AnyView {
    view! { <div class=if sticky { "form-actions sticky" } else { "form-actions" }>{children()}</div> }.into_any()
}
