//! `/b/{base}/scorecards/{kind}`: one card, in the version that the link names or in the one in force.

use hatchboard::assessment::{
    Kind,
    store::card::{self, CardPage as Found, Published},
};
use leptos::prelude::*;

use super::{
    api::ReasonTyped,
    look::{VersionBadge, WRITTEN_IN},
    problem::told,
    sheet::Sheet,
    shelf::Shelf,
    steps::{Begin, Draft},
    versions::Versions,
    words,
};
use crate::{
    error::AppError,
    form::{Returned, returned},
    request::path_parameter,
    ui::{
        badge::Tone,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

/// What the forms of the page came back with.
#[derive(Debug, Clone)]
pub struct Attempts {
    pub(super) step: Option<AppError>,
    pub(super) upload: Option<AppError>,
    pub(super) publish: Option<Returned<ReasonTyped>>,
}

#[component]
pub fn CardPage() -> impl IntoView {
    page(async {
        let at = Shelf::current().await?;
        let found = find(&at).await?;
        let back = Attempts {
            step: returned::<()>("card_step").await?.map(|form| form.error),
            upload: returned::<()>("card_upload").await?.map(|form| form.error),
            publish: returned("card_publish").await?,
        };
        let shown = match ListQuery::current().get("version") {
            Some(number) => number.parse().ok().and_then(|number| found.version(number)).ok_or(AppError::NotFound)?,
            None => found.in_force(),
        };
        let shown = shown.clone();
        let language = at.language();
        let name = words::kind_name(language, found.kind);
        let frame = at.frame([(name.to_owned(), None)]).await?;
        Ok(view! {
            <Frame data=frame>
                <Whole at=at found=found shown=shown back=back />
            </Frame>
        }
        .into_any())
    })
}

/// The card of the kind that the path names.
pub(super) async fn find(at: &Shelf) -> Result<Found, AppError> {
    let kind = Kind::from_code(&path_parameter("kind")).ok_or(AppError::NotFound)?;
    let found = card::one(&at.request.store, &at.reader, kind).await;
    found.map_err(|error| told(error, at.language()))
}

#[component]
fn Whole(at: Shelf, found: Found, shown: Published, back: Attempts) -> AnyView {
    let language = at.language();
    let card = shown.version.card.clone();
    let title = words::kind_name(language, found.kind);
    let files = format!("/scorecards/{}/card", found.kind);
    let number = shown.version.version;
    let file = |extension: &str| at.path(&format!("{files}.{extension}?version={number}"));
    let (json, excel) = (file("json"), file("xlsx"));
    let published = shown.published.clone().map_or_else(
        || words::shipped(language).to_owned(),
        |(moment, by)| words::published_by(language, by, time::minute(moment, at.zone())),
    );
    let old = (!shown.stands).then(|| {
        let href = at.path(&format!("/scorecards/{}", found.kind));
        view! {
            <Notice tone=Tone::Warn words=words::old_note(language)>
                <p>
                    <a href=href>{words::to_in_force(language)}</a>
                </p>
            </Notice>
        }
    });
    let note = (shown.stands && shown.published.is_none())
        .then(|| view! { <Notice tone=Tone::Calm words=words::shipped_note(language) /> });
    let step = back.step.clone().map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> });
    let next = shown.stands.then(|| match found.draft.clone() {
        Some(draft) => view! { <Draft at=at.clone() found=found.clone() draft=draft back=back.clone() /> }.into_any(),
        None => view! { <Begin at=at.clone() kind=found.kind back=back.clone() /> }.into_any(),
    });
    view! {
        <PageHead title=title>
            <LinkButton href=excel label=words::download_excel(language) icon=Icon::Export />
            <LinkButton href=json label=words::download_json(language) icon=Icon::Export />
        </PageHead>
        {step}
        {old}
        {note}
        <div class="row standing">
            <VersionBadge of=shown />
            <strong lang=WRITTEN_IN>{card.name.clone()}</strong>
            <span class="soft">{published}</span>
        </div>
        {next}
        <Sheet card=card />
        <Versions at=at page=found />
    }
    .into_any()
}
