use chrono::NaiveDate;
use hatchboard::{
    access::Role,
    incubation::Stage,
    period::Week,
    reminder::Kind,
    store::Paging,
    weekly_report::store::matrix::{self, Matrix as Weeks, MatrixFilter, MatrixSort, Shown},
};
use leptos::prelude::*;

use super::{
    matrix_rows::{Legend, MatrixTable},
    problem, words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    incubation::words::stage_name,
    organisation::list,
    reminder::now::{self, RemindNow},
    ui::{
        card::Card,
        empty::Empty,
        field::Options,
        form::{LinkButton, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        month::{FilterMonth, month},
        nav::Tab,
        page::{PageHead, page},
        quarter::{FilterQuarter, quarter},
        table::{ExportLink, FilterBar, FilterSelect, Pager, SearchField},
        time,
    },
    workbooks::WorkbookLink,
};

/// What `show=` narrows the list to.
const SILENT: &str = "silent";
const HELP: &str = "help";

/// `/b/{base}/reports`
#[component]
pub fn MatrixPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), Paging::SIZE);
        let weeks = matrix::matrix(&at.request.store, &at.reader, &filter(&query), paging).await;
        let weeks = weeks.map_err(|error| problem::told(error, at.language()))?;
        let back = now::refused().await?;
        let frame = at.frame(Tab::Reports).await?;
        Ok(view! {
            <Frame data=frame>
                <Whole at=at query=query weeks=weeks back=back />
            </Frame>
        }
        .into_any())
    })
}

/// What a link asks for, the workbook's too.
pub(super) fn filter(query: &ListQuery) -> MatrixFilter {
    let sort = query.sort();
    let several = |name| query.all(name).map(str::to_owned).collect();
    MatrixFilter {
        search: query.get("q").unwrap_or_default().to_owned(),
        kinds: several("kind"),
        modes: several("mode"),
        stages: several("stage"),
        shown: match query.get("show") {
            Some(SILENT) => Shown::Silent,
            Some(HELP) => Shown::AskingForHelp,
            _ => Shown::All,
        },
        last: query.get("last").and_then(|week| week.parse().ok()),
        quarter: quarter(query),
        month: month(query),
        sort: match sort.as_ref().map(|sort| sort.column.as_str()) {
            Some("report") => MatrixSort::LastReport,
            Some("admitted") => MatrixSort::AdmittedOn,
            _ => MatrixSort::Name,
        },
        descending: sort.is_some_and(|sort| sort.descending),
    }
}

#[component]
fn Whole(at: At, query: ListQuery, weeks: Weeks, back: Option<AppError>) -> impl IntoView {
    let language = at.language();
    let total = weeks.page.total;
    let subtitle = weeks.weeks.first().zip(weeks.weeks.last()).map(|(first, last)| {
        let (first, last) = (time::week_of_year(language, *first), time::week_of_year(language, *last));
        words::matrix_subtitle(language, first, last, weeks.weeks.len())
    });
    let body = if weeks.page.rows.is_empty() {
        nothing(&at, &query, total).into_any()
    } else {
        view! {
            <MatrixTable at=at.clone() weeks=weeks.clone() query=query.clone() summed=true />
            <Legend />
            <Pager query=query.clone() size=Paging::SIZE total=total />
        }
        .into_any()
    };
    // Everybody who is silent is reminded, so the list has to show just these.
    let all_silent = query.get("show") == Some(SILENT) && !query.without("show").is_filtered();
    let remind = (at.is_manager() && all_silent && total > 0)
        .then(|| view! { <RemindNow slug=at.base.slug.clone() kind=Kind::WeeklyReport count=total error=back /> });
    let travelled = query.clone();
    let export = view! { <ExportLink query=query.clone() path=at.path("/reports.xlsx") /> };
    let whole = view! { <WorkbookLink at=at.clone() quarter=quarter(&query) /> };
    view! {
        <PageHead title=words::matrix_title(language) subtitle=subtitle.unwrap_or_default()>
            <TimeTravel query=travelled weeks=weeks.weeks />
            {export}
            {whole}
        </PageHead>
        {remind}
        <Filters language=language query=query today=at.today() />
        {body}
    }
}

/// Whoever is shown, in the newest weeks.
fn of_no_time(query: &ListQuery) -> ListQuery {
    ["last", "quarter", "month"].iter().fold(query.clone(), |query, name| query.without(name))
}

/// To the twelve weeks before, and back to the newest.
#[component]
fn TimeTravel(query: ListQuery, weeks: Vec<Week>) -> impl IntoView {
    let language = crate::ui::language();
    let newest = of_no_time(&query);
    let earlier = weeks.first().map(|first| newest.with("last", &first.previous().to_string()).href());
    let later = (newest != query.without("page")).then(|| newest.href());
    view! {
        {earlier.map(|href| view! { <LinkButton href=href label=words::earlier_weeks(language) icon=Icon::Back /> })}
        {later.map(|href| view! { <LinkButton href=href label=words::latest_weeks(language) icon=Icon::Next /> })}
    }
}

#[component]
fn Filters(language: Language, query: ListQuery, today: NaiveDate) -> impl IntoView {
    let last = query.get("last").map(str::to_owned);
    view! {
        <FilterBar query=query.clone()>
            <SearchField
                query=query.clone()
                label=words::search_organisation(language)
                placeholder=words::search_placeholder(language)
            />
            <FilterSelect
                query=query.clone()
                name="show"
                label=words::shown(language)
                options=shown(language)
                all=words::everybody(language)
            />
            <FilterSelect
                query=query.clone()
                name="stage"
                label=words::stage(language)
                options=stages(language)
                all=words::all_stages(language)
            />
            <FilterSelect
                query=query.clone()
                name="kind"
                label=words::kind(language)
                options=list::kinds(language)
                all=words::all_kinds(language)
            />
            <FilterSelect
                query=query.clone()
                name="mode"
                label=words::mode(language)
                options=list::modes(language)
                all=words::all_modes(language)
            />
            <FilterQuarter query=query today=today />
            <FilterMonth />
            {last.map(|last| view! { <input type="hidden" name="last" value=last /> })}
        </FilterBar>
    }
}

/// What `show=` can be.
pub(super) fn shown(language: Language) -> Options {
    [(SILENT, words::only_silent(language)), (HELP, words::only_asking(language))]
        .map(|(code, words)| (code.to_owned(), words.to_owned()))
        .into()
}

/// The stages in which an organisation can be asked for reports, or was until lately.
fn stages(language: Language) -> Options {
    [Stage::Incubating, Stage::Rectifying, Stage::Suspended, Stage::ExitReview, Stage::Hatched, Stage::Exited]
        .map(|stage| (stage.code().to_owned(), stage_name(language, stage).to_owned()))
        .into()
}

fn nothing(at: &At, query: &ListQuery, total: u64) -> impl IntoView + use<> {
    let language = at.language();
    if total > 0 {
        let first = query.without("page").href();
        return view! {
            <Card title=words::matrix_title(language)>
                <Empty title=words::behind_the_last(language) icon=Icon::Reports>
                    <LinkButton href=first label=words::first_page(language) />
                </Empty>
            </Card>
        }
        .into_any();
    }
    let whose = of_no_time(query);
    let narrowed = whose.is_filtered();
    let only_silent = query.get("show") == Some(SILENT) && !whose.without("show").is_filtered();
    let (title, hint) = match (only_silent, narrowed) {
        (true, _) => (words::matrix_no_silent(language), words::matrix_no_silent_hint(language)),
        (false, true) => (words::matrix_no_match(language), words::matrix_no_match_hint(language)),
        (false, false) => (words::matrix_none(language), words::matrix_none_hint(language)),
    };
    let import = (!narrowed && at.role() == Role::Manager).then(|| {
        let href = at.path("/import");
        view! { <LinkButton href=href label=words::import_register(language) weight=Weight::Main icon=Icon::Import /> }
    });
    view! {
        <Card title=words::matrix_title(language)>
            <Empty title=title words=hint icon=Icon::Reports>
                {import}
            </Empty>
        </Card>
    }
    .into_any()
}
