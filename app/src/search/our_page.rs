use chrono_tz::Tz;
use hatchboard::{
    assessment::Occasion,
    search::ours::{self, OwnFound, OwnMatter},
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    search_page::{HitLine, Hits, Said, Screen},
    words,
};
use crate::{
    Language,
    assessment::words::occasion_name,
    request::{Request, path_id},
    ui::{list_query::ListQuery, nav::Tab, page::page, text::beginning, time},
    weekly_report::{Author, Whose, place},
};

/// `/o/{organisation}/search?q=…`: what an organisation's staff see of their own record.
#[component]
pub fn OurSearchPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let member = request.asker()?.member(organisation)?;
        let apart = request.asker()?.apart(organisation).ok();
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let asked = ListQuery::current().get("q").unwrap_or_default().to_owned();
        let found = ours::find(&request.store, &member, apart.as_ref(), &asked).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::Search).await?;
        let (language, zone) = (request.language, author.base.zone);
        let (subtitle, hint) = (words::our_subtitle(language), words::our_hint(language));
        let asks = !asked.trim().is_empty();
        let path = format!("/o/{organisation}");
        let found = (!found.is_empty()).then(|| view! { <Outcome path=path found=found zone=zone /> }.into_any());
        Ok(view! { <Screen frame=frame subtitle=subtitle hint=hint asks=asks found=found /> }.into_any())
    })
}

/// `path` is what every link begins with.
#[component]
fn Outcome(path: String, found: OwnFound, zone: Tz) -> AnyView {
    let language = crate::ui::language();
    let nothing = || Said::plain(String::new());
    let reports = found.reports.rows.into_iter().map(|hit| HitLine {
        href: format!("{path}/reports/{}", hit.week),
        name: Said::plain(hit.week),
        beside: Said::plain(hit.receipt.unwrap_or_default()),
    });
    let plans = found.plans.rows.into_iter().map(|month| HitLine {
        href: format!("{path}/plans/{month}"),
        name: Said::plain(month),
        beside: nothing(),
    });
    let sheets = found.sheets.rows.into_iter().map(|occasion| HitLine {
        href: format!("{path}/assessments/{occasion}"),
        name: Said::plain(called(language, &occasion)),
        beside: nothing(),
    });
    let trainings = found.trainings.rows.into_iter().map(|hit| HitLine {
        href: format!("{path}/records"),
        name: Said::chinese(hit.title),
        beside: Said::plain(hit.held_on.to_string()),
    });
    let visits = found.visits.rows.into_iter().map(|on| HitLine {
        href: format!("{path}/follow-ups"),
        name: Said::plain(on.to_string()),
        beside: nothing(),
    });
    let people = found.people.rows.into_iter().map(|hit| HitLine {
        href: format!("{path}/file"),
        name: Said::chinese(hit.name),
        beside: Said::chinese(hit.position),
    });
    let (reports, plans, sheets) = (reports.collect(), plans.collect(), sheets.collect());
    let (trainings, visits, people) = (trainings.collect(), visits.collect(), people.collect());
    let services = matters(&format!("{path}/services"), found.services.rows, zone);
    let rectifications = matters(&format!("{path}/rectifications"), found.rectifications.rows, zone);
    let letters = matters(&format!("{path}/letters"), found.letters.rows, zone);
    view! {
        <Hits title=words::reports(language) lines=reports more=found.reports.more />
        <Hits title=words::plans(language) lines=plans more=found.plans.more />
        <Hits title=words::sheets(language) lines=sheets more=found.sheets.more />
        <Hits title=words::services(language) lines=services more=found.services.more />
        <Hits title=words::rectifications(language) lines=rectifications more=found.rectifications.more />
        <Hits title=words::letters(language) lines=letters more=found.letters.more />
        <Hits title=words::trainings(language) lines=trainings more=found.trainings.more />
        <Hits title=words::visits(language) lines=visits more=found.visits.more />
        <Hits title=words::people(language) lines=people more=found.people.more />
    }
    .into_any()
}

fn matters(path: &str, rows: Vec<OwnMatter>, zone: Tz) -> Vec<HitLine> {
    let line = |hit: OwnMatter| HitLine {
        href: format!("{path}/{}", hit.id),
        name: Said::chinese(beginning(&hit.words)),
        beside: Said::plain(time::date(hit.at, zone)),
    };
    rows.into_iter().map(line).collect()
}

fn called(language: Language, occasion: &str) -> String {
    let known = occasion.parse().map(|occasion: Occasion| occasion_name(language, occasion));
    known.unwrap_or_else(|_| occasion.to_owned())
}
