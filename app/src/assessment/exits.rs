//! Exit reviews (出壳评估): the sheets beside the rounds, and how one stands at the step to hatching.

use hatchboard::{
    assessment::{
        Occasion, State,
        store::{self, SheetRow},
    },
    incubation::Stage,
    points::Points,
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::OpenRound,
    here::sheet_path,
    look::{Brief, BriefSheets},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    ui::{
        card::Card,
        confirm::Confirm,
        field::Hidden,
        form::{FormActions, LinkButton, PostForm, Submit},
    },
};

/// The newest of a base; nothing where there is none.
#[component]
pub(super) fn ExitReviews(at: At, rows: Vec<SheetRow>) -> AnyView {
    let language = at.language();
    if rows.is_empty() {
        return ().into_any();
    }
    let brief = |row: SheetRow| Brief {
        href: sheet_path(&at.base.slug, at.base.id, row.subject, row.occasion),
        name: row.name.clone(),
        row,
    };
    let rows = rows.into_iter().map(brief).collect();
    let caption = words::exit_reviews(language);
    view! {
        <h2>{caption}</h2>
        <BriefSheets caption=caption first=words::subject(language) rows=rows />
    }
    .into_any()
}

/// How the exit review of an incubation stands.
#[derive(Debug, Clone)]
pub struct Reviewed {
    incubation: Uuid,
    organisation: Uuid,
    found: Option<(State, Option<Points>)>,
    back: Option<AppError>,
}

impl Reviewed {
    /// Of an incubation at its exit review; of others there is none.
    pub(crate) async fn load(
        at: &At,
        organisation: Uuid,
        incubation: Uuid,
        stage: Stage,
    ) -> Result<Option<Self>, AppError> {
        if stage != Stage::ExitReview {
            return Ok(None);
        }
        let found = store::exit_review(at.request.store.read(), at.base.id, incubation).await?;
        let back = returned::<String>("assessment_open").await?.map(|back| back.error);
        Ok(Some(Self { incubation, organisation, found, back }))
    }

    /// Whether its points are known, so that nobody types them.
    pub(crate) fn has_points(&self) -> bool {
        matches!(self.found, Some((_, Some(_))))
    }
}

#[component]
pub(crate) fn ExitReviewCard(at: At, reviewed: Reviewed) -> AnyView {
    let language = at.language();
    let occasion = Occasion::ExitReview(reviewed.incubation);
    let content = match reviewed.found {
        None => {
            let (label, open) = (words::exit_review_open(language), reviewed.back.is_some());
            view! {
                <Confirm label=label consequence=words::exit_review_consequence(language) open=open>
                    <PostForm action={action::<OpenRound>()} key=new_key() id="exit-review" error=reviewed.back>
                        <Hidden name="base" value=at.base.slug />
                        <Hidden name="quarter" value=occasion.to_string() />
                        <FormActions>
                            <Submit label=label />
                        </FormActions>
                    </PostForm>
                </Confirm>
            }
            .into_any()
        }
        Some((state, points)) => {
            let href = sheet_path(&at.base.slug, at.base.id, reviewed.organisation, occasion);
            let words = match points {
                Some(points) => words::exit_review_points(language, points),
                None => words::exit_review_stands(language, words::state_name(language, state)),
            };
            view! { <LinkButton href=href label=words /> }.into_any()
        }
    };
    view! { <Card title=words::exit_review(language)>{content}</Card> }.into_any()
}
