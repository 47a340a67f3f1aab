use axum::{Extension, response::Response};
use hatchboard::{
    base::{self, Base},
    export::Cell,
};

use super::words;
use crate::{
    Language,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    ui::words as ui_words,
    workbook::{self, Table, Workbook, served},
};

/// Times that belong to no base are told in the zone of the country.
const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

/// `GET /admin/bases.xlsx`: every base of the installation.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default().get("/admin/bases.xlsx", bases)
}

async fn bases(Extension(request): Extension<Request>) -> Response {
    served(&request, export(&request).await)
}

async fn export(request: &Request) -> Result<Workbook, AppError> {
    request.asker()?.admin()?;
    let bases = base::store::all(&request.store).await?;
    let language = request.language;
    let table = Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns([
            ("name", words::name(language), 36),
            ("slug", words::slug(language), 16),
            ("short_code", words::short_code(language), 14),
            ("operator", words::operator(language), 36),
            ("bureau", words::bureau(language), 36),
            ("demo", words::demo(language), 8),
        ]),
        rows: bases.iter().map(|base| line(language, base)).collect(),
    };
    Workbook::of(request, ui_words::installation(language), ZONE, table).await
}

fn line(language: Language, base: &Base) -> Vec<Cell> {
    vec![
        Cell::from(base.name.as_str()),
        Cell::from(base.slug.as_str()),
        Cell::from(base.short_code.as_str()),
        Cell::from(base.operator_name.as_str()),
        Cell::from(base.bureau_name.as_str()),
        Cell::from(base.demo.then(|| words::demo(language))),
    ]
}
