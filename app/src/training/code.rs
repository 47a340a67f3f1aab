//! `/b/{base}/trainings/{training}/code`: the code that people scan, to be shown on a wall or printed.

use hatchboard::training::store;
use leptos::prelude::*;

use super::{look::when, problem::told, words};
use crate::{
    base::At,
    request::path_id,
    ui::{
        field::Field,
        form::LinkButton,
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
        qr::LinkCode,
    },
};

#[component]
pub fn CodePage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let language = at.language();
        let found = store::one(&at.request.store, &at.reader, path_id("training")?).await;
        let found = found.map_err(|error| told(error, language, ""))?;
        let below = at.path(&format!("/trainings/{}", found.row.id));
        let crumbs = [
            (words::title(language).to_owned(), Some(at.path("/trainings"))),
            (found.row.title.clone(), Some(below.clone())),
            (words::code(language).to_owned(), None),
        ];
        let frame = at.frame(Tab::Records).await?.with_crumbs(crumbs);
        let url = format!("{}/trainings/{}", at.request.public_url.trim_end_matches('/'), found.token);
        let subtitle = format!("{} · {}", when(&found.row), found.row.place);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=found.row.title subtitle=subtitle>
                    <LinkButton href=below label=words::back(language) />
                </PageHead>
                <figure class="qr">
                    <LinkCode url=url.clone() label=words::code_label(language) size=360 />
                    <figcaption class="soft">{words::code_hint(language)}</figcaption>
                </figure>
                <Field name="link" label=words::link(language) value=url readonly=true required=true />
            </Frame>
        }
        .into_any())
    })
}
