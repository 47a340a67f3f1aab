//! `/b/{base}/rectifications/new`: giving one.

use hatchboard::rectification::{FindingText, FoundIn, store};
use leptos::prelude::*;

use super::{
    api::{GiveRectification, NewTyped, OF_BASE},
    look::source_options,
    problem::told,
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    ui::{
        card::Card,
        field::{Field, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
    },
};

/// For operator and bureau: `?subject=`, `?found_in=`, `?source=` and `?words=` come from where the fault was found.
#[component]
pub fn NewRectificationPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let overseer = at.request.asker()?.overseer(at.base.id)?;
        let found = store::choices(&at.request.store, &overseer).await.map_err(|error| told(error, language))?;
        let itself = at.is_bureau().then(|| (OF_BASE.to_owned(), words::the_base(language).to_owned()));
        let organisations = found.into_iter().map(|(id, name)| (id.to_string(), name));
        let choices: Options = itself.into_iter().chain(organisations).collect();
        let back = returned::<NewTyped>("rectification").await?;
        let crumbs = [
            (words::title(language).to_owned(), Some(at.path("/rectifications"))),
            (words::give(language).to_owned(), None),
        ];
        let frame = at.frame(Tab::Rectifications).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::give(language) subtitle=words::give_hint(language) />
                <GiveForm at=at choices=choices back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn GiveForm(at: At, choices: Options, back: Option<Returned<NewTyped>>) -> AnyView {
    let language = at.language();
    let today = at.today().to_string();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let NewTyped { subject, found_in, finding } = typed.unwrap_or_else(from_link);
    view! {
        <Card title=words::details(language)>
            <PostForm action={action::<GiveRectification>()} key=new_key() id="rectification" error=error>
                <Hidden name="base" value=at.base.slug />
                <Hidden name="found_in" value=found_in />
                <Select
                    name="subject"
                    label=words::subject(language)
                    options=choices
                    value=subject
                    required=true
                />
                <Select
                    name="source"
                    label=words::source(language)
                    options=source_options(language)
                    value=finding.source
                    required=true
                />
                <TextArea
                    name="words"
                    label=words::what(language)
                    hint=words::what_hint(language)
                    value=finding.words
                    required=true
                    rows=5
                    maxlength=2000
                />
                <Field
                    name="owner"
                    label=words::owner(language)
                    hint=words::owner_hint(language)
                    value=finding.owner
                    required=true
                    maxlength=50
                />
                <Field
                    name="due_on"
                    label=words::due(language)
                    hint=words::due_hint(language)
                    kind="date"
                    value=finding.due_on
                    min=today
                    required=true
                />
                <FormActions>
                    <Submit label=words::give_now(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

/// What the link says already.
fn from_link() -> NewTyped {
    let query = ListQuery::current();
    let text = |name| query.get(name).unwrap_or_default().to_owned();
    let found_in = text("found_in").parse::<FoundIn>().ok();
    let source = found_in.map_or_else(|| text("source"), |found| found.source().code().to_owned());
    let finding = FindingText { source, words: text("words"), ..FindingText::default() };
    let found_in = found_in.map(|found| found.to_string()).unwrap_or_default();
    NewTyped { subject: text("subject"), found_in, finding }
}
