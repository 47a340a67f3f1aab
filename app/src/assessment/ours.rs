//! `/o/{organisation}/assessments`: an organisation's sheets.

use hatchboard::assessment::store::{self, SheetRow};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    look::{BandBadge, StateBadge, waits},
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
        nav::Tab,
        page::{PageHead, page},
        table::{Column, Table},
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
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurAssessments).await?;
        let language = request.language;
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title(language) subtitle=words::ours_subtitle(language) />
                <Rows rows=rows path=format!("/o/{organisation}/assessments") />
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
    let row = |row: SheetRow| {
        let href = format!("{path}/{}", row.occasion);
        let waits = waits(&row);
        view! {
            <tr>
                <td class="card-title">
                    <a href=href>{words::occasion_name(language, row.occasion)}</a>
                </td>
                <td data-label=words::state(language)>
                    <StateBadge state=row.state rated=row.rated />
                </td>
                <td class="number" data-label=words::total(language)>
                    {row.total.map(|total| total.to_string())}
                </td>
                <td data-label=words::band(language)>
                    <BandBadge band=row.band />
                </td>
                <td data-label=words::waits(language)>{waits}</td>
            </tr>
        }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <Table caption=words::title(language)>
            <thead>
                <tr>
                    <Column label=words::quarter(language) />
                    <Column label=words::state(language) />
                    <Column label=words::total(language) numeric=true />
                    <Column label=words::band(language) />
                    <Column label=words::waits(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}
