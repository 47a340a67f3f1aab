use hatchboard::{
    period::Week,
    weekly_report::{
        Cell,
        store::{WeekFacts, read},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{problem, words};
use crate::{
    base::At,
    error::AppError,
    form::see_other,
    request::{path_id, path_parameter},
    ui::{
        badge::Badge,
        card::{Card, Fact},
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        nav::Tab,
        page::{PageHead, page},
        time,
    },
    weekly_report::cell,
};

/// `/b/{base}/weeks/{organisation}/{week}`: a week without a report, and what can be done about it.
#[component]
pub fn WeekPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let organisation = path_id("organisation")?;
        let week: Week = path_parameter("week").parse().map_err(|_| AppError::NotFound)?;
        let of_it = at.reader.of(organisation);
        let told = |error| problem::told(error, at.language());
        let facts = read::weeks(&at.request.store, &of_it, Some(week), 1).await.map_err(told)?;
        let facts = facts.into_iter().next().ok_or(AppError::NotFound)?;
        if let Some(report) = facts.report.filter(|_| facts.versions > 0) {
            see_other(&at.path(&format!("/reports/{report}")));
            return Ok(().into_any());
        }
        let name = read::my_week(&at.request.store, &of_it).await.map_err(told)?.subject.name;
        let frame = at.frame(Tab::Reports).await?.with_crumbs([
            (words::matrix_title(at.language()).to_owned(), Some(at.path("/reports"))),
            (words::review_title(at.language(), &name, time::week_number(at.language(), week)), None),
        ]);
        Ok(view! {
            <Frame data=frame>
                <Unfiled at=at name=name organisation=organisation facts=facts />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Unfiled(at: At, name: String, organisation: Uuid, facts: WeekFacts) -> impl IntoView {
    let language = at.language();
    let look = cell::look(language, &facts.cell);
    let title = words::review_title(language, &name, time::week(language, facts.week));
    let asked = matches!(facts.cell, Cell::Pending | Cell::Missing);
    let due = facts.due_at.filter(|_| asked).map(|due| {
        let (left, due) = (time::left(language, at.request.now, due), time::minute(due, at.zone()));
        view! {
            <Fact term=words::deadline(language)>
                {due} " " <span class="soft">{left}</span>
            </Fact>
        }
    });
    let actions = (asked && at.is_manager()).then(|| {
        let relieve = at.path(&format!("/exceptions/new?organisation={organisation}&from={0}&to={0}", facts.week));
        let behalf = at.path(&format!("/organisations/{organisation}/reports/{}", facts.week));
        view! {
            <p class="row">
                <LinkButton href=behalf label=words::file_on_behalf(language) icon=Icon::Edit />
                <LinkButton href=relieve label=words::new_exception(language) icon=Icon::Exception />
            </p>
        }
    });
    let file = at.path(&format!("/organisations/{organisation}"));
    view! {
        <PageHead title=title />
        <Card title=words::this_week(language)>
            <dl class="facts">
                <Fact term=words::standing(language)>
                    <Badge tone=look.tone sign=look.sign word=look.word />
                </Fact>
                {due}
                <Fact term=words::organisation(language)>
                    <a href=file>{name}</a>
                </Fact>
            </dl>
            {actions}
        </Card>
    }
}
