//! `/b/{base}/assessments/{quarter}/{subject}` and `/o/{organisation}/assessments/{quarter}`: one sheet.

use hatchboard::{
    access::{Membership, Role},
    assessment::{
        Deed, Part, PartRefusal, Turn, may_take,
        store::{self, SealedVersion, SheetPage as Found, SheetText},
    },
    rectification::FoundIn,
};
use leptos::prelude::*;

use super::{
    api::{ReasonsTyped, SaidTyped},
    correct::CorrectionTyped,
    corrections::Corrections,
    deeds::Deeds,
    files::{self, FileTyped, Files, PointsFiles, Vetoes},
    here::Here,
    history::History,
    later::{Compared, LaterFacts},
    lines::Lines,
    lost::LostCard,
    objections::Objections,
    print_links::PrintLinks,
    problem::told,
    reference::{Beside, Reference},
    report_sample::{Sample, SampleBack},
    rhythm::RhythmCard,
    summary::Summary,
    version::{OldVersion, wanted},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, returned},
    rectification::GiveLink,
    request::Request,
    ui::{
        frame::{Frame, FrameData},
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::ExportLink,
    },
};

/// Forms of the page that came back.
#[derive(Debug, Clone, Default)]
pub struct Back {
    pub written: Option<Returned<SheetText>>,
    pub returned: Option<Returned<ReasonsTyped>>,
    pub rewarded: Option<Returned<SaidTyped>>,
    pub vetoed: Option<Returned<SaidTyped>>,
    pub referred: Option<Returned<SaidTyped>>,
    pub objected: Option<Returned<SaidTyped>>,
    pub decided: Option<Returned<SaidTyped>>,
    pub file: Option<Returned<FileTyped>>,
    pub sample: SampleBack,
    pub published: Option<AppError>,
    pub recomputed: Option<Returned<SaidTyped>>,
    pub corrected: Option<Returned<CorrectionTyped>>,
    pub answered: Option<Returned<SaidTyped>>,
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
            file: returned("assessment_file").await?,
            sample: SampleBack {
                drawn: returned("assessment_draw_reports").await?,
                found: returned("assessment_find_report").await?,
            },
            published: returned::<()>("assessment_publish").await?.map(|back| back.error),
            recomputed: returned("assessment_recompute").await?,
            corrected: returned("assessment_correct").await?,
            answered: returned("assessment_answer_correction").await?,
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
            (words::occasion_name(at.language(), here.occasion), Some(here.list.clone())),
            (found.name.clone(), None),
        ]);
        if let Some(version) = wanted(&here, &found).await? {
            return Ok(old(frame, here, found, version));
        }
        let compared = Compared::load(&here, &found).await?;
        let beside = match here.occasion.quarter().filter(|_| found.of_base) {
            Some(quarter) => Some(Beside::load(&at, &found, quarter).await?),
            None => None,
        };
        let (files, vetoes) = (files::load(&here, &found).await?, files::load_vetoes(&here, &found).await?);
        let beneath = Beneath { files, vetoes, compared, beside };
        Ok(whole(frame, here, found, beneath, Back::of_page().await?))
    })
}

/// For an organisation's staff.
#[component]
pub fn OurSheetPage() -> impl IntoView {
    page(async {
        let (here, frame) = Here::of_organisation().await?;
        let found = found(&here).await?;
        let title = words::title(Request::current().language).to_owned();
        let frame = frame.with_crumbs([
            (title, Some(here.list.clone())),
            (words::occasion_name(Request::current().language, here.occasion), None),
        ]);
        if let Some(version) = wanted(&here, &found).await? {
            return Ok(old(frame, here, found, version));
        }
        let (files, vetoes) = (files::load(&here, &found).await?, files::load_vetoes(&here, &found).await?);
        let beneath = Beneath { files, vetoes, ..Beneath::default() };
        Ok(whole(frame, here, found, beneath, Back::of_page().await?))
    })
}

async fn found(here: &Here) -> Result<Found, AppError> {
    let request = Request::current();
    let found = store::sheet(&request.store, &here.reader, here.occasion).await;
    found.map_err(|error| told(error, request.language))
}

/// Whose turn it is for whoever looks: what they would hand in now, unless they may not.
pub(super) fn turn(here: &Here, found: &Found) -> Option<Result<Turn, PartRefusal>> {
    let turn = Turn::of(here.role(), found.of_base, found.state)?;
    let overdue = found.timetable.is_overdue(found.state, turn.action, Request::current().now);
    if !found.rated || !turn.is_now(found.state, overdue) {
        return None;
    }
    let Some(part) = turn.part() else { return Some(Ok(turn)) };
    Some(may(here, found, part).map(|()| turn))
}

/// Whether whoever looks may take a part in the sheet.
pub(super) fn may(here: &Here, found: &Found, part: Part) -> Result<(), PartRefusal> {
    let request = Request::current();
    let Some(asker) = request.asker.as_ref() else { return Ok(()) };
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
    may_take(part, asker.account(), belongs, &deeds)
}

/// What a sheet has beside and beneath it, where it is asked for.
#[derive(Debug, Default)]
struct Beneath {
    files: Files,
    vetoes: Vetoes,
    compared: Option<Compared>,
    /// Of the base's sheet.
    beside: Option<Beside>,
}

/// A version that was replaced.
fn old(frame: FrameData, here: Here, found: Found, version: SealedVersion) -> AnyView {
    let title = format!("{} {}", found.name, words::occasion_name(crate::ui::language(), here.occasion));
    let subtitle = words::version(crate::ui::language(), version.version);
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle />
            <OldVersion here=here found=found version=version />
        </Frame>
    }
    .into_any()
}

fn whole(frame: FrameData, here: Here, found: Found, beneath: Beneath, back: Back) -> AnyView {
    let language = crate::ui::language();
    let title = format!("{} {}", found.name, words::occasion_name(crate::ui::language(), here.occasion));
    let subtitle = words::card_of(language, &found.sheet.card.name, found.card_version);
    let shows_history = here.role() != Role::Organisation || found.state.is_public();
    let vetoes = beneath.vetoes;
    let history = shows_history.then(|| view! { <History here=here.clone() found=found.clone() vetoes=vetoes /> });
    let later = view! {
        <LaterFacts
            here=here.clone()
            found=found.clone()
            compared=beneath.compared
            back=back.recomputed.clone()
        />
    };
    let corrections = view! {
        <Corrections
            here=here.clone()
            found=found.clone()
            asked=back.corrected.clone()
            answered=back.answered.clone()
        />
    };
    let (files, deciding) = (beneath.files, beneath.beside.as_ref().map(|beside| beside.deciding.clone()));
    let beside = beneath.beside.map(|beside| {
        let (sample, rhythm) = (beside.sample.clone(), beside.rhythm.clone());
        view! {
            <Sample here=here.clone() found=found.clone() sample=sample back=back.sample.clone() />
            <RhythmCard here=here.clone() rhythm=rhythm />
            <Reference here=here.clone() found=found.clone() beside=beside back=back.referred.clone() />
        }
    });
    let learns = found.rated && found.state.is_public() && here.occasion.quarter().is_some();
    let lost = learns.then(|| {
        let occasion = words::occasion_name(language, here.occasion);
        view! {
            <div class="not-on-paper">
                <LostCard occasion=occasion sheet=found.sheet.clone() facts=found.facts.clone() path="" />
            </div>
        }
    });
    // To its subject it says the most; to others it is one reading among several.
    let (first, then) = if here.role() == Role::Organisation { (lost, None) } else { (None, lost) };
    let give = here.occasion.quarter().map(|quarter| {
        let (slug, found_in) = (here.base.slug.clone(), FoundIn::Sheet(quarter));
        view! { <GiveLink slug=slug base=here.base.id subject=found.subject role=here.role() found_in=found_in /> }
    });
    let print = view! { <PrintLinks here=here.clone() found=found.clone() /> };
    let export = format!("{}/lines.xlsx", here.path);
    view! {
        <Frame data=frame>
            <PageHead title=title subtitle=subtitle>
                <ExportLink query=ListQuery::default() path=export />
                {print}
                {give}
            </PageHead>
            <Summary here=here.clone() found=found.clone() />
            {first}
            <Objections here=here.clone() found=found.clone() files=files.clone() deciding=deciding back=back.clone() />
            <Lines here=here.clone() found=found.clone() files=files.clone() back=back.written.clone() />
            {then}
            <PointsFiles here=here.clone() found=found.clone() files=files back=back.file.clone() />
            <Deeds here=here.clone() found=found.clone() back=back />
            {later}
            {corrections}
            {beside}
            {history}
        </Frame>
    }
    .into_any()
}
