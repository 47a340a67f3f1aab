//! Every list goes to a file: each page either links the file of its list, which answers, or is named among those that
//! have none.

use std::collections::BTreeSet;

use http::{
    Method, Request,
    header::{ACCEPT, CONTENT_DISPOSITION},
};

use super::{
    entry::{Entry, Kind, route},
    exports,
    inventory::{hold, in_the_table},
    running::Running,
    table,
    world::{World, token},
};

/// Pages that list something, each with the file of its list.
const LISTS: &[(&str, &str)] = &[
    ("/admin/accounts", "/admin/accounts.xlsx"),
    ("/admin/audit", "/admin/audit.xlsx"),
    ("/admin/bases", "/admin/bases.xlsx"),
    ("/b/{base}/assessments", "/b/{base}/rounds.xlsx"),
    ("/b/{base}/assessments/{quarter}", "/b/{base}/assessments.xlsx"),
    ("/b/{base}/assessments/{quarter}/{org}", "/b/{base}/assessments/{quarter}/{org}/lines.xlsx"),
    ("/b/{base}/audit", "/b/{base}/audit.xlsx"),
    ("/b/{base}/base-reports", "/b/{base}/base-reports.xlsx"),
    ("/b/{base}/coaching", "/b/{base}/coaching.xlsx"),
    ("/b/{base}/exceptions", "/b/{base}/exceptions.xlsx"),
    ("/b/{base}/follow-ups", "/b/{base}/follow-ups.xlsx"),
    ("/b/{base}/follow-ups/survival", "/b/{base}/follow-ups/survival.xlsx"),
    ("/b/{base}/funds", "/b/{base}/funds.xlsx"),
    ("/b/{base}/funnel", "/b/{base}/funnel.xlsx"),
    ("/b/{base}/instructions", "/b/{base}/instructions.xlsx"),
    ("/b/{base}/letters", "/b/{base}/letters.xlsx"),
    ("/b/{base}/organisations", "/b/{base}/organisations.xlsx"),
    ("/b/{base}/organisations/{org}/plans/{month}", "/b/{base}/organisations/{org}/plans/{month}/items.xlsx"),
    ("/b/{base}/people", "/b/{base}/people.xlsx"),
    ("/b/{base}/plans", "/b/{base}/plans.xlsx"),
    ("/b/{base}/plans/months/{month}", "/b/{base}/plans/months/{month}/items.xlsx"),
    ("/b/{base}/plans/waiting", "/b/{base}/plans/waiting.xlsx"),
    ("/b/{base}/plans/{month}", "/b/{base}/plans/{month}/items.xlsx"),
    ("/b/{base}/projects", "/b/{base}/projects.xlsx"),
    ("/b/{base}/proposals", "/b/{base}/proposals.xlsx"),
    ("/b/{base}/rectifications", "/b/{base}/rectifications.xlsx"),
    ("/b/{base}/reminders", "/b/{base}/reminders.xlsx"),
    ("/b/{base}/reports", "/b/{base}/reports.xlsx"),
    ("/b/{base}/reviews", "/b/{base}/reviews.xlsx"),
    ("/b/{base}/risks", "/b/{base}/risks.xlsx"),
    ("/b/{base}/services", "/b/{base}/services.xlsx"),
    ("/b/{base}/surveys", "/b/{base}/surveys.xlsx"),
    ("/b/{base}/surveys/{survey}", "/b/{base}/surveys/{survey}/results.xlsx"),
    ("/b/{base}/targets", "/b/{base}/targets.xlsx"),
    ("/b/{base}/targets/{target}", "/b/{base}/targets/{target}/records.xlsx"),
    ("/b/{base}/trainings", "/b/{base}/trainings.xlsx"),
    ("/b/{base}/trainings/{training}", "/b/{base}/trainings/{training}/attendance.xlsx"),
    ("/b/{base}/waiting", "/b/{base}/waiting.xlsx"),
    ("/b/{base}/weeks/{filed_week}", "/b/{base}/weeks/{filed_week}/reports.xlsx"),
    ("/bases", "/bases.xlsx"),
    ("/o/{org}/assessments", "/o/{org}/assessments.xlsx"),
    ("/o/{org}/assessments/{quarter}", "/o/{org}/assessments/{quarter}/lines.xlsx"),
    ("/o/{org}/letters", "/o/{org}/letters.xlsx"),
    ("/o/{org}/plans", "/o/{org}/plans.xlsx"),
    ("/o/{org}/plans/{month}", "/o/{org}/plans/{month}/items.xlsx"),
    ("/o/{org}/records", "/o/{org}/records.xlsx"),
    ("/o/{org}/rectifications", "/o/{org}/rectifications.xlsx"),
    ("/o/{org}/reports", "/o/{org}/reports.xlsx"),
    ("/o/{org}/services", "/o/{org}/services.xlsx"),
];

/// Pages that list nothing.
const NO_LISTS: &[&str] = &[
    // First screens, and what is computed of many lists, each of which has its own.
    "/",
    "/admin",
    "/b/{base}",
    "/b/{base}/quarters/{quarter}",
    "/b/{base}/search",
    "/o/{org}",
    "/o/{org}/search",
    // One record each.
    "/admin/accounts/{account}",
    "/b/{base}/base-reports/{filed_week}",
    "/b/{base}/coaching/{visit}",
    "/b/{base}/funds/{fund}",
    "/b/{base}/instructions/{instruction}",
    "/b/{base}/letters/{letter}",
    "/b/{base}/organisations/{org}",
    "/b/{base}/organisations/{org}/follow-ups",
    "/b/{base}/organisations/{org}/follow-ups/{follow_up}",
    "/b/{base}/projects/{project}",
    "/b/{base}/rectifications/{rectification}",
    "/b/{base}/reports/{report}",
    "/b/{base}/services/{service}",
    "/b/{base}/weeks/{org}/{silent_week}",
    "/o/{org}/file",
    "/o/{org}/follow-ups",
    "/o/{org}/letters/{letter}",
    "/o/{org}/rectifications/{rectification}",
    "/o/{org}/reports/{open_week}",
    "/o/{org}/services/{service}",
    // Forms.
    "/admin/accounts/invite",
    "/admin/accounts/link/{any_link}",
    "/b/{base}/coaching/new",
    "/b/{base}/exceptions/new",
    "/b/{base}/funds/new",
    "/b/{base}/funds/{fund}/edit",
    "/b/{base}/import",
    "/b/{base}/instructions/new",
    "/b/{base}/organisations/new",
    "/b/{base}/organisations/{org}/contacts",
    "/b/{base}/organisations/{org}/edit",
    "/b/{base}/organisations/{org}/people/{person}",
    "/b/{base}/organisations/{org}/plans/{month}/behalf",
    "/b/{base}/organisations/{org}/reports/{open_week}",
    "/b/{base}/organisations/{org}/stage",
    "/b/{base}/people/invite/{org}",
    "/b/{base}/people/link/{any_link}",
    "/b/{base}/projects/new",
    "/b/{base}/rectifications/new",
    "/b/{base}/services/new",
    "/b/{base}/surveys/new",
    "/b/{base}/targets/edit",
    "/b/{base}/trainings/new",
    "/b/{base}/trainings/{training}/edit",
    "/o/{org}/file/contacts",
    "/o/{org}/file/people/{person}",
    "/o/{org}/letters/new",
    "/o/{org}/services/new",
    "/questionnaire/{questionnaire}",
    "/survey/{survey_link}",
    "/trainings/{training_token}",
    // What is settled once, and files that are made or read in their own way.
    "/admin/calendar",
    "/admin/calendar/{year}",
    "/b/{base}/cadence",
    "/b/{base}/import/{import}",
    "/b/{base}/scorecards",
    "/b/{base}/scorecards/{card}",
    "/b/{base}/scorecards/{card}/edit",
    "/b/{base}/settings",
    "/b/{base}/trainings/{training}/code",
    "/b/{base}/workbooks",
    // Paper.
    "/b/{base}/print/approvals/{org}/{admission}",
    "/b/{base}/print/dossiers/{org}",
    "/b/{base}/print/follow-ups/{org}/{filed_follow_up}",
    "/b/{base}/print/objections/{quarter_sealed}/{org}",
    "/b/{base}/print/plans/{month}",
    "/b/{base}/print/plans/{month}/{org}",
    "/b/{base}/print/rectifications/{rectification}",
    "/b/{base}/print/reports/{filed_week}",
    "/b/{base}/print/reports/{filed_week}/{org}",
    "/b/{base}/print/results/{quarter_sealed}/{org}",
    "/b/{base}/print/rounds/{quarter}",
    "/b/{base}/print/sheets/{quarter}/{org}",
    "/b/{base}/print/years/{year}",
    "/o/{org}/print/dossier",
    "/o/{org}/print/objections/{quarter_sealed}",
    "/o/{org}/print/plans/{month}",
    "/o/{org}/print/rectifications/{rectification}",
    "/o/{org}/print/reports/{filed_week}",
    "/o/{org}/print/results/{quarter_sealed}",
    "/o/{org}/print/sheets/{quarter}",
    // Oneself, and nobody yet.
    "/help",
    "/help/import",
    "/invitation/{invitation}",
    "/me",
    "/me/tokens",
    "/not-found",
    "/notices",
    "/notices/settings",
    "/reset/{forgotten}",
    "/sign-in",
];

fn routes<'a>(addresses: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    addresses.map(|address| route(&Method::GET, address)).collect()
}

fn of_the_table(kind: Kind, address: &str) -> Entry {
    let named = |entry: &Entry| entry.kind == kind && entry.route() == route(&Method::GET, address);
    table::all().into_iter().find(named).unwrap_or_else(|| panic!("{address} is not in the table"))
}

/// The link of a page that leads to this path, with its query.
fn linked(page: &str, path: &str) -> Option<String> {
    let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|link| link.replace("&amp;", "&")).find(|link| link.split('?').next() == Some(path))
}

#[test]
fn whether_a_page_lists_something_is_said_of_each() {
    let lists = routes(LISTS.iter().map(|(page, _)| *page));
    let none = routes(NO_LISTS.iter().copied());
    let both: Vec<_> = lists.intersection(&none).collect();
    assert!(both.is_empty(), "{both:?}");
    hold(&lists.union(&none).cloned().collect(), &in_the_table(Kind::Page));
}

#[test]
fn every_file_of_a_list_has_its_page() {
    let files = exports::lists().iter().map(Entry::route).collect();
    hold(&routes(LISTS.iter().map(|(_, file)| *file)), &files);
}

#[tokio::test]
async fn every_list_leads_to_its_file() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let mut wrong = Vec::new();
    for (page, file) in LISTS {
        let entry = of_the_table(Kind::Page, page);
        let may = entry.cells(world).into_iter().find(|cell| cell.allowed && cell.asker.role.is_some());
        let cell = may.expect("somebody may");
        let session = token(cell.asker);
        let shown = running.ask(entry.request(world, cell.parts), Some(&session)).await;
        let path = of_the_table(Kind::Plain, file).request(world, cell.parts).uri().path().to_owned();
        let Some(link) = linked(&shown.body, &path) else {
            wrong.push(format!("{page} does not link {path}: {}", shown.told()));
            continue;
        };
        let request = Request::get(&link).header(ACCEPT, "text/html").body(axum::body::Body::empty()).unwrap();
        let answer = running.ask(request, Some(&session)).await;
        let disposition = answer.headers.get(CONTENT_DISPOSITION).and_then(|header| header.to_str().ok());
        let saved = disposition.is_some_and(|disposition| disposition.starts_with("attachment"));
        // A workbook is an archive.
        if answer.status != 200 || !saved || !answer.bytes.starts_with(b"PK") {
            wrong.push(format!("{link}: {}", answer.told()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
