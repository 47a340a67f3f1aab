use axum::{Extension, extract::Path, response::Response};
use chrono_tz::Tz;
use hatchboard::{
    audit::{self, Chain, entity::audit_event},
    export::Cell,
};

use super::{
    log_page::{ZONE, filter, log_of},
    words,
};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::words as ui_words,
    workbook::{self, Table, Workbook, every_row, served},
};

/// The logs as workbooks, with the queries of their pages.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/b/{base}/audit.xlsx", of_base).get("/admin/audit.xlsx", of_installation)
}

async fn of_base(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        let chain = log_of(&at)?.chain;
        Workbook::of_base(&at, log(&request, &chain, at.zone()).await?).await
    };
    served(&request, export.await)
}

async fn of_installation(Extension(request): Extension<Request>) -> Response {
    let export = async {
        let chain = Chain::from(&request.asker()?.admin()?);
        let log = log(&request, &chain, ZONE).await?;
        Workbook::of(&request, ui_words::installation(request.language), ZONE, log).await
    };
    served(&request, export.await)
}

async fn log(request: &Request, chain: &Chain, zone: Tz) -> Result<Table, AppError> {
    let (language, filter) = (request.language, filter(&workbook::query(request)));
    let events = every_row(|paging| audit::events(&request.store, chain, &filter, paging)).await?;
    let line = |event: &audit_event::Model| {
        vec![
            Cell::Whole(event.seq),
            Cell::Minute(event.at.with_timezone(&zone).naive_local()),
            Cell::from(event.actor.as_str()),
            Cell::from(words::deed_of(language, &event.action).as_str()),
            Cell::from(event.subject.as_str()),
            Cell::from(event.detail.as_str()),
            Cell::from(event.hash.as_str()),
        ]
    };
    Ok(Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("seq", words::seq(language), 8),
            ("at", words::at(language), 18),
            ("actor", words::actor(language), 14),
            ("action", words::action(language), 24),
            ("subject", words::subject(language), 40),
            ("detail", words::detail(language), 60),
            ("hash", words::hash(language), 66),
        ]),
        rows: events.iter().map(line).collect(),
    })
}
