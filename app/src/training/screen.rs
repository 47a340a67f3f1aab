//! `/b/{base}/trainings/{training}`: one session, who came, and what the operator does with it.

use hatchboard::training::store::{self, TrainingPage as Found};
use leptos::prelude::*;

use super::{
    came::{Came, Corrections},
    deeds::{Attempts, Deeds, Entering, TakingOff},
    files::Files,
    look::{StateBadge, UnsettledBadge, hours, when},
    problem::told,
    words,
};
use crate::{
    base::At,
    form::returned,
    request::path_id,
    ui::{
        badge::Tone,
        card::{Card, Fact},
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        time,
    },
};

#[component]
pub fn TrainingPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let found = store::one(&at.request.store, &at.reader, path_id("training")?).await;
        let found = found.map_err(|error| told(error, language, ""))?;
        let back = Attempts::of_page().await?;
        let refused = returned::<()>("training_file").await?.map(|back| back.error);
        let title = found.row.title.clone();
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/trainings"))), (title.clone(), None)];
        let frame = at.frame(Tab::Records).await?.with_crumbs(crumbs);
        let export = at.path(&format!("/trainings/{}/attendance.xlsx", found.row.id));
        let unsettled =
            found.row.unsettled.then(|| view! { <Notice tone=Tone::Warn words=words::unsettled_hint(language) /> });
        let acts = at.is_manager();
        let deeds = acts.then(|| view! { <Deeds at=at.clone() found=found.clone() back=back.clone() /> });
        let entering = acts.then(|| view! { <Entering at=at.clone() found=found.clone() back=back.enter.clone() /> });
        let taking_off = acts.then(|| view! { <TakingOff at=at.clone() found=found.clone() back=back.strike /> });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=when(&found.row)>
                    <LinkButton href=export label=words::export_sheet(language) icon=Icon::Export />
                </PageHead>
                {unsettled}
                {deeds}
                <Facts at=at.clone() found=found.clone() />
                <Files at=at.clone() found=found.clone() back=refused />
                <Came at=at.clone() found=found.clone() />
                {entering}
                {taking_off}
                <Corrections at=at found=found />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Facts(at: At, found: Found) -> AnyView {
    let language = at.language();
    let row = found.row;
    let (when, hours) = (when(&row), words::hours_of(language, hours(row.minutes)));
    let (entered_at, entered_by) = found.entered;
    let entered = words::entered_by(language, entered_by, time::minute(entered_at, at.zone()));
    let material = (!found.material.is_empty()).then(|| {
        view! {
            <Fact term=words::material(language)>
                <span class="pre">{found.material.clone()}</span>
            </Fact>
        }
    });
    let because = (!found.reason.is_empty()).then(|| {
        view! {
            <Fact term=words::because(language)>
                <span class="pre">{found.reason.clone()}</span>
            </Fact>
        }
    });
    view! {
        <Card title=words::details(language)>
            <dl class="facts">
                <Fact term=words::state(language)>
                    <StateBadge state=row.state /> " " <UnsettledBadge unsettled=row.unsettled />
                </Fact>
                {because}
                <Fact term=words::topic(language)>{words::topic_name(language, row.topic)}</Fact>
                <Fact term=words::teacher(language)>{row.teacher}</Fact>
                <Fact term=words::when(language)>{when}</Fact>
                <Fact term=words::hours(language)>{hours}</Fact>
                <Fact term=words::place(language)>{row.place}</Fact>
                {material}
            </dl>
            <p class="soft">{entered}</p>
        </Card>
    }
    .into_any()
}
