//! `/questionnaire/{token}`: a hatched organisation tells of itself. Needs neither account nor script.

use hatchboard::follow_up::{
    Field as Of, Section, Shut,
    store::{self, QuestionnaireSheet},
};
use leptos::prelude::*;

use super::{
    api::{AnswerByLink, ByLinkTyped},
    form::Question,
    names,
    problem::told,
    words,
};
use crate::{
    account::sign_in_page::LanguageButtons,
    form::{Returned, action, new_key, returned},
    request::{Request, path_parameter},
    ui::{
        badge::Tone,
        field::{Field, Hidden},
        form::{FormActions, PostForm, Submit},
        language,
        notice::Notice,
        page::{BarePage, page},
    },
};

#[component]
pub fn QuestionnairePage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let (language, token) = (request.language, path_parameter("token"));
        let sheet = store::questionnaire(&request.store, &token).await.map_err(|error| told(error, language))?;
        let back = returned::<ByLinkTyped>("follow_up_by_link").await?;
        let body = match sheet.open {
            Ok(()) => view! { <Questions token=token sheet=sheet.clone() back=back /> }.into_any(),
            Err(Shut::Answered) => view! { <Notice tone=Tone::Good words=words::shut_answered(language) /> }.into_any(),
            Err(Shut::Filed) => view! { <Notice tone=Tone::Calm words=words::shut_filed(language) /> }.into_any(),
            Err(Shut::Over) => {
                view! { <Notice tone=Tone::Calm words=words::shut_over(language, sheet.until) /> }.into_any()
            }
        };
        Ok(view! {
            <BarePage title=words::questionnaire_title(language) subtitle=sheet.organisation.clone()>
                <p class="soft">{sheet.base.clone()}</p>
                {body}
                <LanguageButtons />
            </BarePage>
        }
        .into_any())
    })
}

#[component]
fn Questions(token: String, sheet: QuestionnaireSheet, back: Option<Returned<ByLinkTyped>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let ByLinkTyped { respondent, visit } = typed.unwrap_or_default();
    let longest_name = u32::try_from(Of::LONGEST_NAME).unwrap_or(u32::MAX);
    let part = move |section: &Section| {
        let asked = section.fields().iter().copied().filter(|field| field.is_asked());
        let questions = asked.map(|field| {
            view! { <Question field=field value=visit.text(field).to_owned() required=field == Of::Activity /> }
        });
        let questions = questions.collect_view();
        view! {
            <h2>{names::section_name(language, *section)}</h2>
            <div class="fields">{questions}</div>
        }
    };
    view! {
        <p>{words::questionnaire_hint(language, sheet.until)}</p>
        <PostForm action={action::<AnswerByLink>()} key=new_key() id="questionnaire" error=error>
            <Hidden name="token" value=token />
            {Section::ALL.iter().map(part).collect_view()}
            <Field
                name="respondent"
                label=words::respondent(language)
                value=respondent
                required=true
                autocomplete="name"
                maxlength=longest_name
            />
            <FormActions>
                <Submit label=words::send_questionnaire(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
