//! Who needs attention: the organisations that have been silent the longest, with their last weeks.

use hatchboard::{
    store::Paging,
    weekly_report::store::matrix::{self, Matrix, MatrixFilter, MatrixSort, Shown},
};
use leptos::prelude::*;

use super::{At, words};
use crate::{
    error::AppError,
    ui::{card::Card, empty::Empty},
    weekly_report::desk::{
        matrix_rows::{Legend, MatrixTable},
        problem,
    },
};

/// Rows that fit under the counts.
const ROWS: u64 = 8;

/// Their rows, and the sums of the last weeks over all.
pub(super) async fn matrix(at: &At) -> Result<Matrix, AppError> {
    let silent = MatrixFilter { shown: Shown::Silent, sort: MatrixSort::LastReport, ..MatrixFilter::default() };
    let found = matrix::matrix(&at.request.store, &at.reader, &silent, Paging::new(1, ROWS)).await;
    found.map_err(|error| problem::told(error, at.language()))
}

#[component]
pub(super) fn Attention(at: At, weeks: Matrix) -> impl IntoView {
    let language = at.language();
    let all = at.path("/reports");
    let aside: ViewFn = (move || view! { <a href=all.clone()>{words::whole_matrix(language)}</a> }).into();
    if weeks.page.rows.is_empty() {
        return view! {
            <Card title=words::attention(language) aside=aside>
                <Empty title=words::attention_none(language) words=words::attention_none_hint(language) />
            </Card>
        }
        .into_any();
    }
    view! {
        <Card title=words::attention(language) aside=aside flush=true>
            <MatrixTable at=at weeks=weeks />
            <Legend />
        </Card>
    }
    .into_any()
}
