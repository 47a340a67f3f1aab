//! `/o/{organisation}/assessments`: an organisation's sheets.

use hatchboard::assessment::store::{self, SheetRow};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    look::{Brief, BriefSheets},
    lost::{self, LostCard},
    problem::told,
    words,
};
use crate::{
    request::{Request, path_id},
    ui::{
        card::Card,
        empty::Empty,
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::ExportLink,
    },
    weekly_report::{Author, Whose, place},
};

#[component]
pub fn OurAssessmentsPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let rows = store::of_subject(&request.store, &author.reader).await;
        let rows = rows.map_err(|error| told(error, request.language))?;
        let last = lost::last(&request, &author.reader).await?.map(|last| {
            let occasion = words::occasion_name(request.language, last.occasion);
            let path = format!("/o/{organisation}/assessments/{}", last.occasion);
            view! { <LostCard occasion=occasion sheet=last.sheet facts=last.facts path=path /> }
        });
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurAssessments).await?;
        let language = request.language;
        let export = format!("/o/{organisation}/assessments.xlsx");
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::ours_subtitle(language)>
                    <ExportLink query=ListQuery::default() path=export />
                </PageHead>
                <Rows rows=rows path=format!("/o/{organisation}/assessments") />
                {last}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Rows(rows: Vec<SheetRow>, path: String) -> AnyView {
    let language = language();
    if rows.is_empty() {
        let (title, hint) = (words::no_sheets_ours(language), words::no_sheets_ours_hint(language));
        return view! {
            <Card title=words::title(language)>
                <Empty title=title words=hint icon=Icon::Assessment />
            </Card>
        }
        .into_any();
    }
    let brief = |row: SheetRow| Brief {
        href: format!("{path}/{}", row.occasion),
        name: words::occasion_name(language, row.occasion),
        row,
    };
    let rows = rows.into_iter().map(brief).collect();
    view! { <BriefSheets caption=words::title(language) first=words::quarter(language) rows=rows /> }.into_any()
}
