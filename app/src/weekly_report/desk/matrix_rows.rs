//! Organisations by weeks, as a table of marks. The first screens show a few of its rows.

use hatchboard::weekly_report::{
    Cell, Rate,
    store::matrix::{Matrix as Weeks, MatrixCell, MatrixRow, WeekSummary},
};
use leptos::prelude::*;

use super::words;
use crate::{
    Language,
    base::At,
    incubation::words as incubation,
    ui::{
        badge::{Mark, Tone},
        list_query::ListQuery,
        number::percent,
        table::{Column, Matrix, SortLink},
        time,
    },
    weekly_report::cell,
};

/// The whole of it: heads, a row for each organisation, and the sum over all.
#[component]
pub(crate) fn MatrixTable(
    at: At,
    weeks: Weeks,
    /// Where it is a list of its own, with heads that sort.
    #[prop(optional)]
    query: Option<ListQuery>,
    /// With a line that sums up all organisations.
    #[prop(optional)]
    summed: bool,
) -> impl IntoView {
    let language = at.language();
    let running = hatchboard::period::Week::of(at.today());
    let heads = weeks.weeks.iter().map(|week| {
        let here = (*week == running).then_some("date");
        view! {
            <th scope="col" aria-current=here title=time::week(language, *week)>
                <span aria-hidden="true">{week.number()}</span>
                <span class="read-only">{time::week(language, *week)}</span>
            </th>
        }
    });
    let heads = heads.collect_view();
    let name_head = match &query {
        Some(query) => {
            view! { <SortLink column="name" label=words::organisation(language) query=query.clone() default=true /> }
                .into_any()
        }
        None => view! { <Column label=words::organisation(language) /> }.into_any(),
    };
    let last_head = match query {
        Some(query) => view! { <SortLink column="report" label=words::last_report(language) query=query /> }.into_any(),
        None => view! { <Column label=words::last_report(language) /> }.into_any(),
    };
    let rows = weeks.page.rows.iter().map(|row| view! { <Row at=at.clone() row=row.clone() /> }).collect_view();
    let sum = summed.then(|| view! { <Sum language=language summary=weeks.summary.clone() rate=weeks.rate /> });
    view! {
        <Matrix caption=words::matrix_caption(language)>
            <thead>
                <tr>
                    {name_head} {heads}
                    {last_head}
                    <Column label=words::rate(language) numeric=true />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {sum}
        </Matrix>
    }
}

#[component]
fn Row(at: At, row: MatrixRow) -> impl IntoView {
    let language = at.language();
    let href = at.path(&format!("/organisations/{}", row.organisation));
    let cells = row.cells.iter().map(|cell| {
        let waits = cell.waiting.then_some("yes");
        view! {
            <td data-waits=waits>
                <CellMark at=at.clone() row=row.clone() cell=cell.clone() />
            </td>
        }
    });
    let last = row.last_report_week.map(|week| time::week_number(language, week));
    let cells = cells.collect_view();
    view! {
        <tr>
            <th scope="row">
                <a href=href>{row.name.clone()}</a>
                <span class="matrix-note">{row.stage.map(|stage| incubation::stage_name(language, stage))}</span>
            </th>
            {cells}
            <td class="word">{last.unwrap_or_else(|| words::never(language).to_owned())}</td>
            <td class="number">
                <Working language=language rate=row.rate cells=row.cells />
            </td>
        </tr>
    }
}

/// One week: it opens the report, or the page that says what is missing and what can be done.
#[component]
fn CellMark(at: At, row: MatrixRow, cell: MatrixCell) -> impl IntoView {
    let language = at.language();
    let look = cell::look(language, &cell.cell);
    let mut word = look.word;
    if cell.waiting {
        word = words::and_also(language, word, words::waits_for_review(language));
    }
    if cell.returned {
        word = words::and_also(language, word, words::is_returned(language));
    }
    let word = words::open_week(language, &row.name, time::week_number(language, cell.week), word);
    let href = match (cell.report, &cell.cell) {
        (Some(report), _) => Some(at.path(&format!("/reports/{report}"))),
        (None, Cell::NotExpected(_)) => None,
        (None, _) => Some(at.path(&format!("/weeks/{}/{}", row.organisation, cell.week))),
    };
    match href {
        Some(href) => view! { <Mark tone=look.tone sign=look.sign word=word href=href faint=look.faint /> }.into_any(),
        None => view! { <Mark tone=look.tone sign=look.sign word=word faint=look.faint /> }.into_any(),
    }
}

/// A rate, which opens into its working.
#[component]
fn Working(language: Language, rate: Rate, cells: Vec<MatrixCell>) -> impl IntoView {
    let Some(points) = rate.basis_points() else {
        return view! { <span class="soft">{words::rate_none(language)}</span> }.into_any();
    };
    let tally = Tally::of(cells.iter().map(|cell| &cell.cell));
    let shown = percent(points.into());
    let [counted, formula, others] = tally.said(language, rate, &shown);
    view! {
        <details class="working">
            <summary>{shown}</summary>
            <div class="working-sheet">
                <p>{counted}</p>
                <p>{formula}</p>
                <p class="soft">{others}</p>
            </div>
        </details>
    }
    .into_any()
}

/// How many weeks there are of each kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Tally {
    on_time: u32,
    late: u32,
    missing: u32,
    excused: u32,
    not_expected: u32,
    pending: u32,
}

impl Tally {
    fn of<'c>(cells: impl Iterator<Item = &'c Cell>) -> Self {
        cells.fold(Self::default(), |mut tally, cell| {
            let counter = match cell {
                Cell::OnTime | Cell::OnTimeNothing => &mut tally.on_time,
                Cell::Late { counts: true, .. } => &mut tally.late,
                Cell::Late { counts: false, .. } | Cell::Missing => &mut tally.missing,
                Cell::Excused(_) => &mut tally.excused,
                Cell::NotExpected(_) => &mut tally.not_expected,
                Cell::Pending => &mut tally.pending,
            };
            *counter += 1;
            tally
        })
    }

    /// The counts, the formula, and what is in neither part of it.
    fn said(self, language: Language, rate: Rate, shown: &str) -> [String; 3] {
        let halves = rate.numerator_halves();
        let numerator = format!("{}{}", halves / 2, if halves.is_multiple_of(2) { "" } else { ".5" });
        [
            words::working(language, self.on_time, self.late, self.missing),
            words::working_formula(language, numerator, rate.expected(), shown),
            words::working_others(language, self.excused, self.not_expected, self.pending),
        ]
    }
}

/// The last line: each week over all organisations, whatever is searched.
#[component]
fn Sum(language: Language, summary: Vec<WeekSummary>, rate: Rate) -> impl IntoView {
    let cells = summary.into_iter().map(|week| {
        let filed = week.on_time + week.late;
        let word = words::summary_cell(language, filed, week.expected);
        let tone = match (week.missing, week.pending) {
            (0, 0) => Tone::Good,
            (0, _) => Tone::Calm,
            _ => Tone::Bad,
        };
        // A narrow column breaks behind the stroke.
        let shown = if week.expected == 0 {
            "–".into_any()
        } else {
            view! { {filed} "/" <wbr /> {week.expected} }.into_any()
        };
        let title = word.clone();
        view! {
            <td title=title>
                <span class="sum-cell" data-tone=tone.code() aria-hidden="true">
                    {shown}
                </span>
                <span class="read-only">{word}</span>
            </td>
        }
    });
    let rate =
        rate.basis_points().map_or_else(|| words::rate_none(language).to_owned(), |points| percent(points.into()));
    view! {
        <tfoot>
            <tr class="sum">
                <th scope="row">{words::everybody(language)}</th>
                {cells.collect_view()}
                <td></td>
                <td class="number">{rate}</td>
            </tr>
        </tfoot>
    }
}

/// What the signs mean.
#[component]
pub(crate) fn Legend() -> impl IntoView {
    let language = crate::ui::language();
    let lines = cell::legend(language).map(|(tone, sign, word, faint)| {
        view! {
            <li>
                <Mark tone=tone sign=sign word=word faint=faint />
                <span aria-hidden="true">{word}</span>
            </li>
        }
    });
    view! {
        <ul class="legend" aria-label=words::legend(language)>
            {lines.into_iter().collect_view()}
            <li>
                <span class="legend-waits" aria-hidden="true"></span>
                <span>{words::waits_for_review(language)}</span>
            </li>
        </ul>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_working_of_a_rate_adds_up_to_it() {
        let cells = [
            Cell::OnTime,
            Cell::OnTimeNothing,
            Cell::Late { minutes: 5, counts: true },
            Cell::Late { minutes: 5, counts: false },
            Cell::Missing,
            Cell::Pending,
        ];
        let rate: Rate = cells.iter().collect();
        let [counted, formula, others] = Tally::of(cells.iter()).said(Language::Chinese, rate, "50.0%");
        assert_eq!(counted, "按时 2 周，迟报 1 周（计半），缺报 2 周");
        assert_eq!(formula, "2.5 ÷ 5 = 50.0%");
        assert_eq!(others, "不计：免报 0，不需报 0，待报 1");
    }
}
