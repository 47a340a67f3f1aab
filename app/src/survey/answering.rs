//! `/survey/{token}`: answering by a group's link, without sign-in and without scripts.

use hatchboard::survey::{
    AnswerText, Question, State,
    store::{self, Asked},
};
use leptos::prelude::*;

use super::{api::AnswerSurvey, look::quarter_name, problem::told, words};
use crate::{
    account::sign_in_page::LanguageButtons,
    form::{Returned, action, new_key, returned_of_nobody},
    request::{Request, path_parameter, query},
    ui::{
        badge::Tone,
        field::{Choices, Hidden, Options, TextArea},
        form::{FormActions, PostForm, Submit},
        language,
        notice::Notice,
        page::{BarePage, page},
    },
};

#[component]
pub fn AnswerPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let (language, token) = (request.language, path_parameter("token"));
        let asked = store::asked(&request.store, &token).await.map_err(|error| told(error, language))?;
        let back = returned_of_nobody::<AnswerText>("survey_answer").await?;
        let sent = query().iter().any(|(name, code)| name == "done" && code == "sent");
        let title = words::answer_title(language, &asked.base_name);
        let quarter = quarter_name(language, asked.quarter);
        let subtitle = words::answer_subtitle(language, &asked.bureau_name, quarter);
        let body = match (sent, asked.state) {
            (true, _) => view! { <Notice tone=Tone::Good words=words::thanks(language) /> }.into_any(),
            (false, State::Over) => view! { <Notice tone=Tone::Calm words=words::over(language) /> }.into_any(),
            (false, State::Open) => view! { <AnswerForm token=token asked=asked back=back /> }.into_any(),
        };
        Ok(view! {
            <BarePage title=title subtitle=subtitle>
                {body}
                <LanguageButtons />
            </BarePage>
        }
        .into_any())
    })
}

#[component]
fn AnswerForm(token: String, asked: Asked, back: Option<Returned<AnswerText>>) -> AnyView {
    let language = language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let AnswerText { points, words: said } = typed.unwrap_or_default();
    let options: Options = [
        ("5", words::points_5(language)),
        ("4", words::points_4(language)),
        ("3", words::points_3(language)),
        ("2", words::points_2(language)),
        ("1", words::points_1(language)),
    ]
    .map(|(code, words)| (code.to_owned(), words.to_owned()))
    .into();
    let question = |question: &Question| {
        let chosen = points.get(question.code()).cloned().unwrap_or_default();
        view! {
            <Choices
                name=question.code()
                label=words::question(language, *question)
                options=options.clone()
                value=chosen
                required=true
            />
        }
    };
    let questions = Question::of(asked.group).iter().map(question).collect_view();
    view! {
        <p class="soft">{words::anonymous(language)}</p>
        <p class="soft">{words::until(language, asked.closes_on)}</p>
        <PostForm action={action::<AnswerSurvey>()} key=new_key() id="answer" error=error>
            <Hidden name="token" value=token />
            {questions}
            <TextArea
                name="words"
                label=words::in_words(language)
                hint=words::in_words_hint(language)
                value=said
                rows=3
                maxlength=500
            />
            <FormActions>
                <Submit label=words::submit(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}
