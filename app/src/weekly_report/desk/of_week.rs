use hatchboard::{
    period::{Stretch, Week},
    store::Paging,
    weekly_report::{
        Among, Cell, State,
        store::of_week::{self, OfWeek, OfWeekFilter, OfWeekSort, WeekLine},
    },
};
use leptos::prelude::*;

use super::{problem, words};
use crate::{
    Language,
    base::At,
    error::AppError,
    request::path_parameter,
    ui::{
        badge::Badge,
        card::Card,
        empty::Empty,
        field::Options,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        number::{grouped, percent},
        page::{PageHead, page},
        stretch,
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, SortLink, Table},
        tabs::Tabs,
        text::joined,
        time,
    },
    weekly_report::{cell, words as shared},
};

/// `/b/{base}/weeks/{week}`: the organisations of one week, with what each filed.
#[component]
pub fn OfWeekPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let week: Week = path_parameter("week").parse().map_err(|_| AppError::NotFound)?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let found = of_week::of_week(&at.request.store, &at.reader, week, &filter(&query), paging).await;
        let found = found.map_err(|error| problem::told(error, at.language()))?;
        let frame = at.frame(Tab::Reports).await?.with_crumbs([
            (words::matrix_title(at.language()).to_owned(), Some(at.path("/reports"))),
            (time::week_of_year(at.language(), week), None),
        ]);
        Ok(view! {
            <Frame data=frame>
                <Whole at=at week=week query=query found=found />
            </Frame>
        }
        .into_any())
    })
}

/// The list of one week's organisations, narrowed to what a number counts.
pub(crate) fn path(at: &At, week: Week, among: Among) -> String {
    at.path(&format!("/weeks/{week}?show={}", among.code()))
}

/// The same, with what was done in it: the most first.
pub(crate) fn active(at: &At, week: Week, sort: OfWeekSort) -> String {
    let by = match sort {
        OfWeekSort::Name => "",
        OfWeekSort::Activities => "&sort=-activities",
        OfWeekSort::Attendances => "&sort=-attendances",
    };
    format!("{}{by}", path(at, week, Among::Active))
}

/// What a link asks for, the workbook's too.
pub(super) fn filter(query: &ListQuery) -> OfWeekFilter {
    let sort = query.sort();
    OfWeekFilter {
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
        among: query.get("show").and_then(Among::from_code),
        sort: match sort.as_ref().map(|sort| sort.column.as_str()) {
            Some("activities") => OfWeekSort::Activities,
            Some("attendances") => OfWeekSort::Attendances,
            _ => OfWeekSort::Name,
        },
        descending: sort.is_some_and(|sort| sort.descending),
    }
}

#[component]
fn Whole(at: At, week: Week, query: ListQuery, found: OfWeek) -> AnyView {
    let language = at.language();
    let (total, subtitle) = (found.page.total, sums(language, &query, &found));
    let body = if found.page.rows.is_empty() {
        let (title, hint) = if query.is_filtered() {
            (words::matrix_no_match(language), words::matrix_no_match_hint(language))
        } else {
            (words::of_week_none(language), words::of_week_none_hint(language))
        };
        view! {
            <Card title=words::matrix_title(language)>
                <Empty title=title words=hint icon=Icon::Reports />
            </Card>
        }
        .into_any()
    } else {
        view! {
            <Rows at=at.clone() query=query.clone() lines=found.page.rows />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    let (matrix, workbook) =
        (at.path(&format!("/reports?last={week}")), at.path(&format!("/weeks/{week}/reports.xlsx")));
    let whole = query.clone();
    view! {
        <PageHead title=words::of_week_title(language, time::week_of_year(language, week)) subtitle=subtitle>
            <LinkButton href=matrix label=words::of_week_matrix(language) icon=Icon::Reports />
            <ExportLink query=whole path=workbook />
        </PageHead>
        <Weeks at=at week=week query=query.clone() />
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search_organisation(language) />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::shown(language)
                options=among(language)
                all=words::everybody(language)
            />
        </FilterBar>
        {body}
    }
    .into_any()
}

/// What all that are listed come to; with the rate where nobody of whom a report was asked is left out.
fn sums(language: Language, query: &ListQuery, found: &OfWeek) -> String {
    let whole = |number: u64| grouped(i64::try_from(number).unwrap_or(i64::MAX));
    let told = [found.page.total, found.activities, found.attendances].map(whole);
    let [total, activities, attendances] = told;
    let filter = filter(query);
    let of_all = filter.search.is_empty() && matches!(filter.among, None | Some(Among::Asked));
    let rate = found.rate.basis_points().filter(|_| of_all);
    let rate = rate.map(|rate| words::of_week_rate(language, percent(rate.into())));
    joined(language, [words::of_week_sums(language, total, activities, attendances)].into_iter().chain(rate))
}

/// The weeks before and after, narrowed in the same way.
#[component]
fn Weeks(at: At, week: Week, query: ListQuery) -> AnyView {
    let (language, within) = (at.language(), Stretch::from(week));
    let query = query.without("page");
    let offered = [within.next(), within, within.previous()];
    let offered = offered.into_iter().filter(|one| *one == within || one.first_day() <= at.today());
    let to = |one: Stretch| query.at(&at.path(&format!("/weeks/{one}")));
    view! { <Tabs label=words::week(language) links=stretch::steps(language, within, offered, to) /> }.into_any()
}

/// What `show=` can be.
fn among(language: Language) -> Options {
    let name = |among: Among| match among {
        Among::Asked => words::of_week_asked(language),
        Among::OnTime => shared::on_time(language),
        Among::Nothing => shared::on_time_nothing(language),
        Among::Late => shared::late(language),
        Among::Missing => shared::missing(language),
        Among::Pending => shared::pending(language),
        Among::Excused => shared::excused(language),
        Among::Active => words::of_week_active(language),
    };
    Among::ALL.iter().map(|among| (among.code().to_owned(), name(*among).to_owned())).collect()
}

#[component]
fn Rows(at: At, query: ListQuery, lines: Vec<WeekLine>) -> AnyView {
    let language = at.language();
    let rows = lines.into_iter().map(|line| view! { <Row at=at.clone() line=line /> }).collect_view();
    view! {
        <Table caption=words::matrix_title(language)>
            <thead>
                <tr>
                    <SortLink column="name" label=words::organisation(language) query=query.clone() default=true />
                    <Column label=words::timeliness(language) />
                    <Column label=words::standing(language) />
                    <SortLink
                        column="activities"
                        label=words::summary_activities(language)
                        query=query.clone()
                        numeric=true
                    />
                    <SortLink column="attendances" label=words::summary_attendances(language) query=query numeric=true />
                    <Column label=words::filed_at(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// It opens the report, or the page that says what is missing and what can be done.
#[component]
fn Row(at: At, line: WeekLine) -> AnyView {
    let (language, facts) = (at.language(), &line.facts);
    let look = cell::look(language, &facts.cell);
    let href = match (facts.report.filter(|_| facts.versions > 0), &facts.cell) {
        (Some(report), _) => at.path(&format!("/reports/{report}")),
        (None, Cell::NotExpected(_)) => at.path(&format!("/organisations/{}", line.organisation)),
        (None, _) => at.path(&format!("/weeks/{}/{}", line.organisation, facts.week)),
    };
    let filed_at = facts.first_filed_at.map(|filed| time::minute(filed, at.zone())).unwrap_or_default();
    view! {
        <tr>
            <td class="card-title">
                <a href=href lang="zh-CN">
                    {line.name}
                </a>
            </td>
            <td data-label=words::timeliness(language)>
                <Badge tone=look.tone sign=look.sign word=look.word />
            </td>
            <td data-label=words::standing(language)>{standing(language, facts.state)}</td>
            <td class="number" data-label=words::summary_activities(language)>
                {grouped(line.activities.into())}
            </td>
            <td class="number" data-label=words::summary_attendances(language)>
                {grouped(line.attendances.into())}
            </td>
            <td data-label=words::filed_at(language)>{filed_at}</td>
        </tr>
    }
    .into_any()
}

/// A draft is its authors' alone: to everybody else nothing has been written.
pub(super) fn standing(language: Language, state: Option<State>) -> &'static str {
    match state {
        None | Some(State::Draft) => words::not_begun(language),
        Some(state) => shared::state(language, state),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_number_counts_is_read_again_from_its_link() {
        for among in Among::ALL {
            let pairs =
                vec![("show".to_owned(), among.code().to_owned()), ("sort".to_owned(), "-attendances".to_owned())];
            let read = filter(&ListQuery::from(pairs));
            assert_eq!((read.among, read.sort, read.descending), (Some(*among), OfWeekSort::Attendances, true));
        }
        assert_eq!(filter(&ListQuery::default()).among, None);
    }
}
