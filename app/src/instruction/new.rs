use leptos::prelude::*;

use super::{
    api::{GiveInstruction, GivenTyped},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        card::Card,
        field::{Field, Hidden, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
    },
};

/// `/b/{base}/instructions/new`, for the bureau.
#[component]
pub fn NewInstructionPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        at.request.asker()?.bureau(at.base.id)?;
        let back = returned::<GivenTyped>("instruction").await?;
        let crumbs = [
            (words::title(at.language()).to_owned(), Some(at.path("/instructions"))),
            (words::give(at.language()).to_owned(), None),
        ];
        let frame = at.frame(Tab::Instructions).await?.with_crumbs(crumbs);
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::give(at.language()) />
                    <GiveForm at=at back=back />
                </Frame>
            }
            .into_any(),
        )
    })
}

#[component]
fn GiveForm(at: At, back: Option<Returned<GivenTyped>>) -> impl IntoView {
    let language = at.language();
    let today = at.today().to_string();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let GivenTyped { title, details, owner, due_on } = typed.unwrap_or_default();
    view! {
        <Card title=words::give(language)>
            <PostForm action={action::<GiveInstruction>()} key=new_key() id="instruction" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Field
                    name="title"
                    label=words::what(language)
                    hint=words::what_hint(language)
                    value=title
                    required=true
                    maxlength=100
                />
                <TextArea name="details" label=words::details(language) value=details maxlength=2000 />
                <Field
                    name="owner"
                    label=words::owner(language)
                    hint=words::owner_hint(language)
                    value=owner
                    required=true
                    maxlength=100
                />
                <Field
                    name="due_on"
                    label=words::due(language)
                    hint=words::due_hint(language)
                    kind="date"
                    value=due_on
                    min=today
                    required=true
                />
                <FormActions>
                    <Submit label=words::give_now(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
}
