use hatchboard::organisation::import::accepted_names;
use leptos::prelude::*;

use super::import_words as words;
use crate::{
    account::frame::of_oneself,
    request::Request,
    ui::{
        card::Card,
        frame::Frame,
        page::{PageHead, page},
        table::{Column, Table},
    },
};

/// `/help/import`: the headings that a register may have.
#[component]
pub fn ImportHelpPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?;
        let language = request.language;
        let rows = accepted_names().iter().map(|(column, names)| {
            view! {
                <tr>
                    <td class="card-title">{words::column(language, *column)}</td>
                    <td lang="zh-CN" data-label=words::help_names(language)>
                        {names.join("、")}
                    </td>
                </tr>
            }
        });
        let rows = rows.collect_view();
        Ok(view! {
            <Frame data=of_oneself(&request)>
                <PageHead title=words::help_title(language) subtitle=words::help_subtitle(language) />
                <Card title=words::title(language)>
                    <div class="stack">
                        <p>{words::help_rules(language)}</p>
                        <p>{words::help_dates(language)}</p>
                        <p>{words::help_empty(language)}</p>
                    </div>
                </Card>
                <Table caption=words::help_title(language)>
                    <thead>
                        <tr>
                            <Column label=words::help_column(language) />
                            <Column label=words::help_names(language) />
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </Table>
            </Frame>
        }
        .into_any())
    })
}
