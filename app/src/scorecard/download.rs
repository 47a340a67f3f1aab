use axum::{Extension, extract::Path, response::Response};
use hatchboard::assessment::{
    CardText, Kind, Scorecard,
    exchange::{Headings, RuleRow, to_json_file, to_workbook},
    read_card,
    store::card,
};

use super::{problem::told, shelf::Shelf, words};
use crate::{
    Language,
    assessment::names,
    error::{AppError, Refusal},
    plain,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{Workbook, attachment, query, served},
};

/// `GET /b/{base}/scorecards/{kind}/card.json` and `card.xlsx`; `version` names a version, the draft's among them, and
/// without it the one in force is meant.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/scorecards/{kind}/card.json", json)
        .get("/b/{base}/scorecards/{kind}/card.xlsx", excel)
}

/// A version of a card.
struct Found {
    kind: Kind,
    number: i32,
    text: CardText,
    /// `None` for a draft that cannot be read as one yet.
    card: Option<Scorecard>,
}

impl Found {
    async fn of(at: &Shelf, kind: &str) -> Result<Self, AppError> {
        let kind = Kind::from_code(kind).ok_or(AppError::NotFound)?;
        let page = card::one(&at.request.store, &at.reader, kind).await;
        let page = page.map_err(|error| told(error, at.language()))?;
        let wanted = query(&at.request).get("version").map(str::to_owned);
        let number = match wanted {
            Some(number) => number.parse().map_err(|_| AppError::NotFound)?,
            None => page.in_force().version.version,
        };
        if let Some(published) = page.version(number) {
            let card = published.version.card.clone();
            return Ok(Self { kind, number, text: CardText::from(&card), card: Some(card) });
        }
        let draft = page.draft.filter(|draft| draft.version == number).ok_or(AppError::NotFound)?;
        Ok(Self { kind, number, card: read_card(kind, &draft.text).ok(), text: draft.text })
    }

    fn file_name(&self, at: &Shelf, extension: &str) -> String {
        let language = at.language();
        let (title, kind) = (words::title(language), words::kind_name(language, self.kind));
        format!("{title}-{kind}-{}-{}.{extension}", words::version(language, self.number), at.base.name)
    }
}

async fn json(Extension(request): Extension<Request>, Path((base, kind)): Path<(String, String)>) -> Response {
    let made = async {
        let at = Shelf::of(request.clone(), &base).await?;
        let found = Found::of(&at, &kind).await?;
        let card = found.card.as_ref().ok_or(AppError::Refused(Refusal::NotNow))?;
        Ok((found.file_name(&at, "json"), to_json_file(card)))
    };
    match made.await {
        Ok((name, contents)) => attachment(&name, "application/json", contents),
        Err(error) => plain::refusal(&request, &error),
    }
}

async fn excel(Extension(request): Extension<Request>, Path((base, kind)): Path<(String, String)>) -> Response {
    let made = async {
        let at = Shelf::of(request.clone(), &base).await?;
        let found = Found::of(&at, &kind).await?;
        let headings = match at.language() {
            Language::Chinese => Headings::Chinese,
            Language::English => Headings::English,
        };
        let contents = to_workbook(found.kind, &found.text, headings, &rules(at.language(), found.kind));
        let contents = contents.map_err(|error| AppError::unknown(&error))?;
        Ok(Workbook::new(found.file_name(&at, "xlsx"), contents))
    };
    served(&request, made.await)
}

fn rules(language: Language, kind: Kind) -> Vec<RuleRow> {
    let rules = kind.rules().iter().copied();
    let row =
        |rule| RuleRow { rule, name: names::name(language, rule).to_owned(), formula: names::formula(language, rule) };
    rules.map(row).collect()
}
