//! The way from where a fault is found to giving a rectification for it, and back.

use hatchboard::{
    access::{Role, SubjectReader},
    rectification::{
        FoundIn, Matter,
        store::{Rectification, week_of},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::OF_BASE,
    here::{Here, party},
    words,
};
use crate::{
    error::AppError,
    request::Request,
    ui::{form::LinkButton, icon::Icon, language, list_query::ListQuery},
};

/// To the form of a new rectification, for whoever may give the subject one; nothing for others.
#[component]
pub(crate) fn GiveLink(
    #[prop(into)] slug: String,
    base: Uuid,
    /// An organisation, or the base itself.
    subject: Uuid,
    /// As what the page is read.
    role: Role,
    /// The subject's record that the page shows.
    #[prop(optional)]
    found_in: Option<FoundIn>,
) -> AnyView {
    let of_base = subject == base;
    let may = party(role).is_some_and(|by| Matter::given(of_base, by).is_ok());
    if !may {
        return ().into_any();
    }
    let subject = named(base, subject);
    let found_in = found_in.map(|found| found.to_string()).unwrap_or_default();
    let query = ListQuery::default().with("subject", &subject).with("found_in", &found_in);
    let href = query.at(&format!("/b/{slug}/rectifications/new"));
    view! { <LinkButton href=href label=words::give_here(language()) icon=Icon::Rectification /> }.into_any()
}

/// A subject as links and forms name it.
fn named(base: Uuid, subject: Uuid) -> String {
    if subject == base { OF_BASE.to_owned() } else { subject.to_string() }
}

/// Where a rectification's record is read, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub href: String,
    pub label: String,
}

impl Origin {
    /// `None` where it was found in no record, or in one that the reader has no page of.
    pub(super) async fn of(here: &Here, of: &Rectification) -> Result<Option<Self>, AppError> {
        let request = Request::current();
        let Some(found_in) = of.found_in else { return Ok(None) };
        let href = match &here.reader {
            Some(reader) => own(&request, reader, found_in).await?,
            None => Some(of_base(here, of.subject, found_in)),
        };
        let label = match found_in {
            FoundIn::Report(_) => words::found_report(request.language).to_owned(),
            FoundIn::Sheet(quarter) => words::found_sheet(request.language, quarter),
            FoundIn::Visit(_) => words::found_visit(request.language).to_owned(),
            FoundIn::Coaching(_) => words::found_coaching(request.language).to_owned(),
        };
        Ok(href.map(|href| Self { href, label }))
    }
}

fn of_base(here: &Here, subject: Uuid, found_in: FoundIn) -> String {
    let slug = &here.base.slug;
    match found_in {
        FoundIn::Report(id) => format!("/b/{slug}/reports/{id}"),
        FoundIn::Sheet(quarter) => {
            format!("/b/{slug}/assessments/{quarter}/{}", named(here.base.id, subject))
        }
        FoundIn::Visit(id) => format!("/b/{slug}/organisations/{subject}/follow-ups/{id}"),
        FoundIn::Coaching(id) => format!("/b/{slug}/coaching/{id}"),
    }
}

async fn own(request: &Request, reader: &SubjectReader, found_in: FoundIn) -> Result<Option<String>, AppError> {
    let organisation = reader.subject();
    Ok(match found_in {
        FoundIn::Report(id) => {
            let week = week_of(&request.store, reader, id).await?;
            week.map(|week| format!("/o/{organisation}/reports/{week}"))
        }
        FoundIn::Sheet(quarter) => Some(format!("/o/{organisation}/assessments/{quarter}")),
        FoundIn::Visit(_) => Some(format!("/o/{organisation}/follow-ups")),
        // The operator's record: an organisation has no page of it.
        FoundIn::Coaching(_) => None,
    })
}
