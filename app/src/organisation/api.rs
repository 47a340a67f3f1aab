//! What the forms of this area call.

use hatchboard::{
    evidence::store as evidence,
    incubation::{Entry, EntryText},
    organisation::{
        ProfileText, judge,
        store::{
            ContactText, NewOrganisation, PersonText, Whose, add_person, create, edit, edit_contacts, edit_person,
            remove_person, reveal_phone,
        },
    },
    store::Intent,
    weekly_report::store::Subject,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use server_fn::codec::{MultipartData, MultipartFormData};
use uuid::Uuid;

use super::{problem, problem::told, sight::Sight};
use crate::{
    base::frame::managed, error::AppError, form::answer, incubation::entry_problems, request::Request,
    upload::Uploaded, weekly_report::fault,
};

/// A new file as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct NewTyped {
    pub base: String,
    #[serde(default)]
    pub reason: String,
    #[serde(flatten)]
    pub profile: ProfileText,
    #[serde(flatten)]
    pub entry: EntryText,
}

#[server(endpoint = "organisation/create")]
pub async fn create_organisation(#[server(flatten)] typed: NewTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (base, manager) = managed(&request, &typed.base).await?;
        let (today, language) = (base.day(request.now), request.language);
        // Both halves of the form are judged before either is refused.
        let mut problems =
            judge(&typed.profile, today).map_or_else(|problems| problem::fields(&problems, language), |_| Vec::new());
        let incubation = Entry::judge(&typed.entry, today).unwrap_or_else(|of_entry| {
            problems.extend(entry_problems(&of_entry, language));
            None
        });
        if !problems.is_empty() {
            return Err(AppError::Invalid(problems));
        }
        let new = NewOrganisation {
            profile: typed.profile.clone(),
            incubation,
            reason: typed.reason.trim().chars().take(500).collect(),
        };
        let intent = Intent::new("organisation.create", key, &typed);
        let id = create(&request.store, &manager, new, today, intent).await.map_err(|error| told(error, language))?;
        Ok(format!("/b/{}/organisations/{id}?done=created", base.slug))
    };
    let outcome = outcome.await;
    answer("new-organisation", &typed, outcome).await
}

/// A profile as typed, with whose it is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct EditTyped {
    pub base: String,
    pub organisation: String,
    /// The version that the form was filled from.
    pub version: String,
    #[serde(flatten)]
    pub profile: ProfileText,
}

#[server(endpoint = "organisation/edit")]
pub async fn edit_organisation(#[server(flatten)] typed: EditTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let (base, manager) = managed(&request, &typed.base).await?;
        let (id, seen) = (id(&typed.organisation)?, version(&typed.version)?);
        let intent = Intent::new("organisation.edit", key, &typed);
        let today = base.day(request.now);
        let edited = edit(&request.store, &manager, id, seen, typed.profile.clone(), today, intent).await;
        edited.map_err(|error| told(error, request.language))?;
        Ok(format!("/b/{}/organisations/{id}?done=saved", base.slug))
    };
    let outcome = outcome.await;
    answer("edit-organisation", &typed, outcome).await
}

/// Contacts as typed. `base` is empty where the organisation's own staff write.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ContactsTyped {
    #[serde(default)]
    pub base: String,
    pub organisation: String,
    pub version: String,
    #[serde(flatten)]
    pub contacts: ContactText,
}

#[server(endpoint = "organisation/contacts")]
pub async fn save_contacts(#[server(flatten)] typed: ContactsTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let sight = Sight::of(&request, &typed.base, id(&typed.organisation)?).await?;
        let (keeper, seen) = (sight.keeper(&request)?, version(&typed.version)?);
        let intent = Intent::new("organisation.contacts", key, &typed);
        let today = sight.base.day(request.now);
        let edited = edit_contacts(&request.store, &keeper, seen, typed.contacts.clone(), today, intent).await;
        edited.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=saved", sight.path()))
    };
    let outcome = outcome.await;
    answer("contacts", &typed, outcome).await
}

/// A person as typed; `person` and `version` are empty for a new one.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct PersonTyped {
    #[serde(default)]
    pub base: String,
    pub organisation: String,
    #[serde(default)]
    pub person: String,
    #[serde(default)]
    pub version: String,
    #[serde(flatten)]
    pub text: PersonText,
}

#[server(endpoint = "organisation/person")]
pub async fn save_person(#[server(flatten)] typed: PersonTyped, key: String) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let sight = Sight::of(&request, &typed.base, id(&typed.organisation)?).await?;
        let keeper = sight.keeper(&request)?;
        let intent = Intent::new("organisation.person", key, &typed);
        let (saved, done) = if typed.person.is_empty() {
            (add_person(&request.store, &keeper, typed.text.clone(), intent).await, "added")
        } else {
            let (person, seen) = (id(&typed.person)?, version(&typed.version)?);
            (edit_person(&request.store, &keeper, person, seen, typed.text.clone(), intent).await, "saved")
        };
        saved.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done={done}#people", sight.path()))
    };
    let outcome = outcome.await;
    answer("person", &typed, outcome).await
}

#[server(endpoint = "organisation/remove_person")]
pub async fn take_person_out(
    #[server(default)] base: String,
    organisation: String,
    person: String,
    version: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let sight = Sight::of(&request, &base, id(&organisation)?).await?;
        let intent = Intent::new("organisation.remove_person", key, &(&person, &version));
        let (keeper, person, seen) = (sight.keeper(&request)?, id(&person)?, self::version(&version)?);
        let removed = remove_person(&request.store, &keeper, person, seen, intent).await;
        removed.map_err(|error| told(error, request.language))?;
        Ok(format!("{}?done=removed#people", sight.path()))
    };
    answer("file", &(), outcome.await).await
}

/// Shows a telephone number, on the record. `person` is empty for the organisation's contact.
#[server(endpoint = "organisation/reveal")]
pub async fn reveal_number(
    #[server(default)] base: String,
    organisation: String,
    #[server(default)] person: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let sight = Sight::of(&request, &base, id(&organisation)?).await?;
        let whose = if person.is_empty() { Whose::Contact } else { Whose::Person(id(&person)?) };
        let intent = Intent::new("organisation.reveal", key, &(&organisation, &person));
        let shown = reveal_phone(&request.store, &sight.reader, whose, intent).await;
        shown.map_err(|error| told(error, request.language))?;
        Ok(format!("{}#{}", sight.path(), if person.is_empty() { "contact" } else { "people" }))
    };
    answer("file", &(), outcome.await).await
}

/// Adds a paper to a file; sent with its fields before its file.
#[server(endpoint = "evidence/add_paper", input = MultipartFormData)]
pub async fn add_paper(data: MultipartData) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        request.asker()?;
        // A little more than a file may have, so that one that is too large is told in its own words.
        let uploaded = Uploaded::read(data, hatchboard::evidence::MOST_BYTES + 1).await?;
        let sight = Sight::of(&request, uploaded.get("base"), id(uploaded.get("organisation"))?).await?;
        let subject = paper_subject(&request, &sight).await?;
        let Some((name, contents)) = uploaded.file.clone() else { return Ok(sight.path()) };
        let intent = Intent::new("evidence.add_paper", uploaded.get("key"), &(&name, contents.len()));
        let upload = evidence::Upload { name, contents: contents.into() };
        let place = evidence::Place::Papers;
        let kept = evidence::attach(&request.store, &request.files, &subject, place, upload, intent).await;
        kept.map_err(problem::paper)?;
        Ok(format!("{}?done=uploaded#papers", sight.path()))
    };
    answer("file", &(), outcome.await).await
}

#[server(endpoint = "organisation/remove_paper")]
pub async fn remove_paper(
    #[server(default)] base: String,
    organisation: String,
    paper: String,
    key: String,
) -> Result<(), AppError> {
    let request = Request::current();
    let outcome = async {
        let sight = Sight::of(&request, &base, id(&organisation)?).await?;
        let subject = paper_subject(&request, &sight).await?;
        let intent = Intent::new("organisation.remove_paper", key, &paper);
        let removed = evidence::remove(&request.store, &subject, id(&paper)?, intent).await;
        removed.map_err(problem::paper)?;
        Ok(format!("{}?done=removed#papers", sight.path()))
    };
    answer("file", &(), outcome.await).await
}

/// The right to keep papers: the operator's for their organisations, staff's for their own.
async fn paper_subject(request: &Request, sight: &Sight) -> Result<Subject, AppError> {
    let asker = request.asker()?;
    if sight.slug.is_empty() {
        return Ok(Subject::from(&asker.member(sight.organisation)?));
    }
    let manager = asker.manager(sight.base.id)?;
    let subject = Subject::on_behalf(&request.store, &manager, sight.organisation).await;
    subject.map_err(|error| fault::told(request.language, error))
}

fn id(text: &str) -> Result<Uuid, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

/// A form whose version was tampered with is as stale as one can be.
fn version(text: &str) -> Result<i32, AppError> {
    text.parse().map_err(|_| AppError::Stale)
}
