//! The lists of records beside each other, their years, and what is struck out.

use chrono::Datelike;
use hatchboard::{
    period::Year,
    record::store::{Seen, Struck},
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    base::At,
    error::AppError,
    form::{Returned, new_key},
    ui::{
        badge::Tone,
        confirm::Confirm,
        field::{Hidden, Options, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        language,
        list_query::ListQuery,
        notice::Notice,
        tabs::{TabLink, Tabs},
        time,
    },
};

/// Years that lists offer.
const YEARS: i32 = 6;

/// A list of records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Trainings,
    Coaching,
    Funds,
    Projects,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Trainings, Self::Coaching, Self::Projects, Self::Funds];

    /// Below the base.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Trainings => "/trainings",
            Self::Coaching => "/coaching",
            Self::Funds => "/funds",
            Self::Projects => "/projects",
        }
    }

    pub(crate) fn title(self, language: Language) -> &'static str {
        match self {
            Self::Trainings => words::trainings(language),
            Self::Coaching => words::coaching(language),
            Self::Funds => words::funds(language),
            Self::Projects => words::projects(language),
        }
    }
}

/// The ways from one list to the others.
#[component]
pub(crate) fn RecordTabs(at: At, current: Kind) -> AnyView {
    let language = at.language();
    let link = |kind: Kind| TabLink {
        href: at.path(kind.path()),
        label: kind.title(language).to_owned(),
        count: 0,
        current: kind == current,
    };
    view! { <Tabs label=words::kinds(language) links=Kind::ALL.map(link).into() /> }.into_any()
}

/// The years that a list can be narrowed to, the present one first.
pub(crate) fn every_year(at: &At) -> Options {
    let this_year = at.today().year();
    (0..YEARS).map(|back| (this_year - back).to_string()).map(|year| (year.clone(), year)).collect()
}

/// The year that a list is narrowed to.
pub(crate) fn year(query: &ListQuery) -> Option<Year> {
    query.get("year").and_then(|year| year.parse().ok())
}

/// What a list shows instead of what stands.
pub(crate) fn struck_options(language: Language) -> (Options, &'static str) {
    (vec![("struck".to_owned(), words::only_struck(language).to_owned())], words::all_kept(language))
}

/// Money as it is typed: 元 with the cents that it has.
pub(crate) fn typed_yuan(cents: i64) -> String {
    match (cents / 100, cents % 100) {
        (whole, 0) => whole.to_string(),
        (whole, hundredths) => format!("{whole}.{hundredths:02}"),
    }
}

/// A record as a form has seen it.
pub(crate) fn seen(id: &str, version: &str) -> Result<Seen, AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound)?;
    Ok(Seen { id, row_version: version.parse().map_err(|_| AppError::NotFound)? })
}

/// Who struck a record out, and why.
#[component]
pub(crate) fn StruckNote(at: At, struck: Struck) -> AnyView {
    let by = words::struck_by(at.language(), &struck.by, time::minute(struck.at, at.zone()));
    view! {
        <Notice tone=Tone::Warn words=by>
            <p class="pre">{struck.why}</p>
        </Notice>
    }
    .into_any()
}

/// Strikes a record out, with a reason. The form goes to `action` with `base`, `id`, `version` and `reason`.
#[component]
pub(crate) fn StrikeForm(
    at: At,
    action: &'static str,
    /// Tells it from other forms of the page.
    #[prop(into)]
    form: String,
    seen: Seen,
    back: Option<Returned<String>>,
) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    view! {
        <Confirm label=words::strike(language) consequence=words::strike_hint(language) danger=true open=open>
            <PostForm action=action key=new_key() id=form error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="id" value=seen.id.to_string() />
                <Hidden name="version" value=seen.row_version.to_string() />
                <TextArea
                    name="reason"
                    label=words::reason(language)
                    value=typed.unwrap_or_default()
                    required=true
                    rows=2
                    maxlength=2000
                />
                <FormActions>
                    <Submit label=words::strike(language) weight=Weight::Danger />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::typed_yuan;

    #[test]
    fn money_is_typed_with_the_cents_that_it_has() {
        for (cents, text) in [(0, "0"), (5_000_000, "50000"), (120_005, "1200.05")] {
            assert_eq!(typed_yuan(cents), text);
        }
    }
}
