//! `/b/{base}/surveys/new`: opening the survey of a quarter.

use chrono::Days;
use hatchboard::{period::Quarter, survey::OpeningText};
use leptos::prelude::*;

use super::{
    api::OpenSurvey,
    look::{quarter_name, supervised},
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    ui::{
        card::Card,
        field::{Field, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        language,
        nav::Tab,
        page::{PageHead, page},
    },
};

/// Quarters that are offered, the running one among them.
const QUARTERS: usize = 5;
/// Days that a survey is proposed to run.
const DAYS: Days = Days::new(14);

#[component]
pub fn NewSurveyPage() -> impl IntoView {
    page(async {
        let (at, supervisor) = supervised().await?;
        supervisor.officer()?;
        let back = returned::<OpeningText>("survey").await?;
        let language = language();
        let title = words::open_new(language);
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/surveys"))), (title.to_owned(), None)];
        let frame = at.frame(Tab::Surveys).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=words::open_hint(language) />
                <OpenForm at=at back=back />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn OpenForm(at: At, back: Option<Returned<OpeningText>>) -> AnyView {
    let language = language();
    let running = Quarter::of(at.today());
    let quarters = std::iter::successors(Some(running), |quarter| Some(quarter.previous())).take(QUARTERS);
    let options: Options = quarters.map(|quarter| (quarter.to_string(), quarter_name(language, quarter))).collect();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let OpeningText { quarter, closes_on } = typed.unwrap_or_else(|| OpeningText {
        quarter: running.previous().to_string(),
        closes_on: (at.today() + DAYS).to_string(),
    });
    view! {
        <Card title=words::open_new(language)>
            <PostForm action={action::<OpenSurvey>()} key=new_key() id="survey" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <div class="fields">
                    <Select
                        name="quarter"
                        label=words::quarter(language)
                        options=options
                        value=quarter
                        required=true
                    />
                    <Field
                        name="closes_on"
                        label=words::closes_on(language)
                        hint=words::closes_on_hint(language)
                        kind="date"
                        value=closes_on
                        required=true
                    />
                </div>
                <FormActions>
                    <Submit label=words::open(language) />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
