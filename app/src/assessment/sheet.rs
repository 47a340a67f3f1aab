//! `/b/{base}/assessments/{quarter}/{subject}` and `/o/{organisation}/assessments/{quarter}`: one sheet.

use hatchboard::{
    access::{Membership, Role},
    assessment::{
        Deed, PartRefusal, Turn, may_take,
        store::{self, SheetPage as Found},
    },
};
use leptos::prelude::*;

use super::{
    api::{ReasonsTyped, SaidTyped, SheetTyped},
    deeds::Deeds,
    here::Here,
    history::History,
    lines::Lines,
    objections::Objections,
    problem::told,
    reference::{Beside, Reference},
    summary::Summary,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, returned},
    request::Request,
    ui::{
        frame::{Frame, FrameData},
        nav::Tab,
        page::{PageHead, page},
    },
};

/// Forms of the page that came back.
#[derive(Debug, Clone, Default)]
pub struct Back {
    pub written: Option<Returned<SheetTyped>>,
    pub returned: Option<Returned<ReasonsTyped>>,
    pub rewarded: Option<Returned<SaidTyped>>,
    pub vetoed: Option<Returned<SaidTyped>>,
    pub referred: Option<Returned<SaidTyped>>,
    pub objected: Option<Returned<SaidTyped>>,
    pub decided: Option<Returned<SaidTyped>>,
    pub published: Option<AppError>,
}

impl Back {
    async fn of_page() -> Result<Self, AppError> {
        Ok(Self {
            written: returned("assessment_write").await?,
            returned: returned("assessment_send_back").await?,
            rewarded: returned("assessment_reward").await?,
            vetoed: returned("assessment_veto").await?,
            referred: returned("assessment_reference").await?,
            objected: returned("assessment_object").await?,
            decided: returned("assessment_decide").await?,
            published: returned::<()>("assessment_publish").await?.map(|back| back.error),
        })
    }
}

/// For operator, bureau and auditor.
#[component]
pub fn SheetPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let here = Here::of_base(&at)?;
        let found = found(&here).await?;
        let frame = at.frame(Tab::Assessments).await?.with_crumbs([
            (words::title(at.language()).to_owned(), Some(at.path("/assessments"))),
            (here.quarter.to_string(), Some(here.list.clone())),
            (found.name.clone(), None),
        ]);
        let beside = if found.of_base { Some(Beside::load(&at, here.quarter).await?) } else { None };
        Ok(whole(frame, here, found, beside, Back::of_page().await?))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurSheetPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let found = found(&here).await?;
        let title = words::title(Request::current().language).to_owned();
        let frame = frame.with_crumbs([(title, Some(here.list.clone())), (here.quarter.to_string(), None)]);
        Ok(whole(frame, here, found, None, Back::of_page().await?))
    })
}

async fn found(here: &Here) -> Result<Found, AppError> {
    let request = Request::current();
    let found = store::sheet(&request.store, &here.reader, here.quarter).await;
    found.map_err(|error| told(error, request.language))
}

/// Whose turn it is for whoever looks: what they would hand in now, unless they may not.
pub(super) fn turn(here: &Here, found: &Found) -> Option<Result<Turn, PartRefusal>> {
    let request = Request::current();
    let turn = Turn::of(here.role(), found.of_base, found.state)?;
    if !found.rated || !turn.is_now(found.state, found.overdue) {
        return None;
    }
    let (Some(part), Some(asker)) = (turn.part(), request.asker.as_ref()) else { return Some(Ok(turn)) };
    let own = |membership: &Membership| {
        if found.of_base {
            membership.base == here.base.id && membership.role == Role::Manager
        } else {
            membership.organisation == Some(found.subject)
        }
    };
    let deeds: Vec<Deed> =
        found.steps.iter().filter_map(|step| Some(Deed { person: step.account?, part: step.part? })).collect();
    let belongs = asker.memberships().iter().any(own);
    Some(may_take(part, asker.account(), belongs, &deeds).map(|()| turn))
}

fn whole(frame: FrameData, here: Here, found: Found, beside: Option<Beside>, back: Back) -> AnyView {
    let language = crate::ui::language();
    let title = format!("{} {}", found.name, here.quarter);
    let subtitle = words::card_of(language, &found.sheet.card.name, found.card_version);
    let shows_history = here.role() != Role::Organisation || found.state.is_public();
    let history = shows_history.then(|| view! { <History here=here.clone() found=found.clone() /> });
    let beside = beside.map(
        |beside| view! { <Reference here=here.clone() found=found.clone() beside=beside back=back.referred.clone() /> },
    );
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle />
            <Summary here=here.clone() found=found.clone() />
            <Objections here=here.clone() found=found.clone() back=back.clone() />
            <Lines here=here.clone() found=found.clone() back=back.written.clone() />
            <Deeds here=here.clone() found=found.clone() back=back />
            {beside}
            {history}
        </Frame>
    }
    .into_any()
}
