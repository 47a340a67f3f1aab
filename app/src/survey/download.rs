use axum::{Extension, extract::Path, response::Response};
use hatchboard::{
    export::Cell,
    survey::{
        Group, Question, Tally,
        store::{self, GroupResult, SurveyResult},
    },
};
use uuid::Uuid;

use super::{look::quarter_name, problem::told, words};
use crate::{
    base::At,
    error::AppError,
    plain_routes::PlainRoutes,
    request::Request,
    workbook::{self, Table, Workbook, every_row, served},
};

/// `GET /b/{base}/surveys.xlsx` and `GET /b/{base}/surveys/{survey}/results.xlsx`: what came of every survey, or of one,
/// for those who read them.
pub fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .get("/b/{base}/surveys.xlsx", surveys)
        .get("/b/{base}/surveys/{survey}/results.xlsx", results)
}

async fn surveys(Extension(request): Extension<Request>, Path(base): Path<String>) -> Response {
    served(&request, export(&request, &base).await)
}

async fn export(request: &Request, base: &str) -> Result<Workbook, AppError> {
    let at = At::of(request.clone(), base).await?;
    let supervisor = request.asker()?.supervisor(at.base.id)?;
    let found = every_row(|paging| store::results(&request.store, &supervisor, paging)).await;
    let found = found.map_err(|error| told(error, at.language()))?;
    Workbook::of_base(&at, table(&at, &found)).await
}

async fn results(Extension(request): Extension<Request>, Path((base, survey)): Path<(String, Uuid)>) -> Response {
    let export = async {
        let at = At::of(request.clone(), &base).await?;
        let supervisor = request.asker()?.supervisor(at.base.id)?;
        let found = store::one(&request.store, &supervisor, survey).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let of_group = |one: GroupResult| (one.group, one.answers, one.result.map(|(tally, _)| tally));
        let found = SurveyResult { row: found.row, groups: found.groups.into_iter().map(of_group).collect() };
        Workbook::of_base(&at, table(&at, &[found])).await
    };
    served(&request, export.await)
}

fn table(at: &At, found: &[SurveyResult]) -> Table {
    let language = at.language();
    let points = [
        ("points_5", words::points_5(language), 12),
        ("points_4", words::points_4(language), 12),
        ("points_3", words::points_3(language), 12),
        ("points_2", words::points_2(language), 12),
        ("points_1", words::points_1(language), 12),
    ];
    let named = [
        ("quarter", words::quarter(language), 18),
        ("state", words::state(language), 10),
        ("closes_on", words::closes_on(language), 12),
        ("group", words::group_head(language), 16),
        ("answers", words::answers(language), 10),
        ("question", words::question_head(language), 40),
        ("average", words::average(language), 10),
    ];
    Table {
        title: words::title(language).to_owned(),
        columns: workbook::columns(named).into_iter().chain(workbook::columns(points)).collect(),
        rows: found.iter().flat_map(|survey| lines(at, survey)).collect(),
    }
}

/// A line for each question of a group whose results are shown; one line for a group whose results are not.
fn lines(at: &At, survey: &SurveyResult) -> Vec<Vec<Cell>> {
    let language = at.language();
    let head = |group: Group, answers: u32| {
        vec![
            Cell::from(quarter_name(language, survey.row.quarter).as_str()),
            Cell::from(words::state_name(language, survey.row.state)),
            Cell::Day(survey.row.closes_on),
            Cell::from(words::group(language, group)),
            Cell::Whole(answers.into()),
        ]
    };
    let of_group = |(group, answers, tally): &(Group, u32, Option<Tally>)| match tally {
        None => vec![head(*group, *answers)],
        Some(tally) => {
            let line = |question: &Question| {
                let mut line = head(*group, *answers);
                line.push(Cell::from(words::question(language, *question)));
                line.push(tally.average(*question).map_or(Cell::Empty, |average| Cell::Points(average.cast_signed())));
                line.extend(tally.counts(*question).into_iter().rev().map(|count| Cell::Whole(count.into())));
                line
            };
            Question::of(*group).iter().map(line).collect()
        }
    };
    survey.groups.iter().flat_map(of_group).collect()
}
