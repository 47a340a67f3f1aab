use hatchboard::{
    period::{Month, Week},
    store::{Page, Paging},
    weekly_report::store::matrix::{self, MatrixFilter, MatrixRow},
};
use leptos::prelude::*;

use super::{
    except_api::{ExceptionTyped, GiveException, OF_PLANS},
    keys::SelectAll,
    matrix::{filter, shown},
    problem,
    relief::{KindField, ReliefFields, ReliefTyped},
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    ui::{
        card::Card,
        field::{Choices, Hidden, Options, Select},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{FilterSelect, FilterWithin, Pager, SearchField},
        tabs::{TabLink, Tabs},
        time,
    },
};

/// So many weeks ahead, and so many behind, are offered.
const WEEKS_AHEAD: i64 = 8;
const WEEKS_BEHIND: i64 = 12;
/// So many months.
const MONTHS_AHEAD: usize = 3;
const MONTHS_BEHIND: usize = 3;
/// Organisations to choose from at once; a search narrows more of them.
const OFFERED: u64 = 100;

/// `/b/{base}/exceptions/new`, for the operator: who, which weeks or months, why. `?organisation=` and `?from=`
/// come from the matrix, with `?filing=plan` from a plan; a search narrows who can be chosen.
#[component]
pub fn ExceptPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        at.request.asker()?.manager(at.base.id)?;
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), OFFERED);
        // `kind` is the form's own: an excuse or an extension.
        let wanted = MatrixFilter { last: None, quarter: None, month: None, kinds: Vec::new(), ..filter(&query) };
        let offered = matrix::matrix(&at.request.store, &at.reader, &wanted, paging).await;
        let offered = offered.map_err(|error| problem::told(error, at.language()))?.page;
        let back = returned::<ExceptionTyped>("exception").await?;
        let crumbs = [
            (words::exceptions_title(at.language()).to_owned(), Some(at.path("/exceptions"))),
            (words::new_exception(at.language()).to_owned(), None),
        ];
        let frame = at.frame(Tab::Exceptions).await?.with_crumbs(crumbs);
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::new_exception(at.language()) subtitle=words::exceptions_subtitle(at.language()) />
                <NewForm at=at query=query offered=offered back=back />
            </Frame>
        }
        .into_any())
    })
}

/// Narrows who can be chosen; what has been typed stays.
#[component]
fn Search(at: At, query: ListQuery) -> impl IntoView {
    let language = at.language();
    view! {
        <FilterWithin page=at.path("/exceptions/new")>
            <SearchField
                query=query.clone()
                label=words::search_organisation(language)
                placeholder=words::search_placeholder(language)
            />
            <FilterSelect
                query=query
                name="show"
                label=words::shown(language)
                options=shown(language)
                all=words::everybody(language)
            />
        </FilterWithin>
    }
}

#[component]
fn NewForm(
    at: At,
    query: ListQuery,
    offered: Page<MatrixRow>,
    back: Option<Returned<ExceptionTyped>>,
) -> impl IntoView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or_else(|| beginning(&at, &query));
    let who_problem = problem_of(error.as_ref(), "organisations");
    let of_plans = typed.filing == OF_PLANS;
    let (periods, [from, to, hint]) = if of_plans {
        (months(&at), [words::from_month(language), words::to_month(language), words::to_month_hint(language)])
    } else {
        (weeks(&at), [words::from_week(language), words::to_week(language), words::to_week_hint(language)])
    };
    let filings = filings(language, &query, of_plans);
    let whom: Options = vec![
        ("these".to_owned(), words::these(language).to_owned()),
        ("all".to_owned(), words::all_expected(language).to_owned()),
    ];
    let total = offered.total;
    let search = view! { <Search at=at.clone() query=query.clone() /> };
    let pages = query.forgetting("key").forgetting("base");
    view! {
        <Tabs label=words::exception_of(language) links=filings />
        <Card title=words::new_exception(language)>
            <PostForm action={action::<GiveException>()} key=new_key() id="exception" error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="filing" value=typed.filing.clone() />
                <KindField value=typed.relief.kind.clone() />
                <Choices
                    name="whom"
                    label=words::for_whom(language)
                    options=whom
                    value=typed.whom.clone()
                    required=true
                />
                {search}
                <Who language=language offered=offered.rows chosen=typed.organisations.clone() problem=who_problem />
                <div class="fields">
                    <Select
                        name="from"
                        label=from
                        options=periods.clone()
                        value=typed.from.clone()
                        required=true
                    />
                    <Select
                        name="to"
                        label=to
                        hint=hint
                        options=periods
                        value=typed.to.clone()
                        required=true
                    />
                </div>
                <ReliefFields typed=typed.relief.clone() />
                <FormActions>
                    <Submit label=words::give(language) />
                </FormActions>
            </PostForm>
        </Card>
        <Pager query=pages size=OFFERED total=total exported=false />
    }
}

/// Exceptions to weeks' reports beside those to months' plans.
fn filings(language: Language, query: &ListQuery, of_plans: bool) -> Vec<TabLink> {
    let narrowed = query.without("from").without("to");
    let link = |filing: &str, label: &str, current: bool| TabLink {
        href: narrowed.with("filing", filing).href(),
        label: label.to_owned(),
        count: 0,
        current,
    };
    vec![link("", words::of_reports(language), !of_plans), link(OF_PLANS, words::of_plans(language), of_plans)]
}

/// What the link from the matrix or a plan chose already, or what was typed before the list was narrowed.
fn beginning(at: &At, query: &ListQuery) -> ExceptionTyped {
    let text = |name, otherwise: &str| query.get(name).unwrap_or(otherwise).to_owned();
    let filing = text("filing", "");
    let now = if filing == OF_PLANS { Month::of(at.today()).to_string() } else { Week::of(at.today()).to_string() };
    ExceptionTyped {
        filing,
        whom: text("whom", "these"),
        organisations: query.all("organisation").chain(query.all(BOXES)).map(str::to_owned).collect(),
        from: text("from", &now),
        to: text("to", &now),
        relief: ReliefTyped {
            kind: text("kind", "excuse"),
            until: text("until", ""),
            reason: text("reason", ""),
            proof: text("proof", ""),
        },
    }
}

fn problem_of(error: Option<&AppError>, field: &str) -> Option<String> {
    match error? {
        AppError::Invalid(problems) => problems.iter().find(|one| one.field == field).map(|one| one.words.clone()),
        _ => None,
    }
}

fn weeks(at: &At) -> Options {
    let this_week = Week::of(at.today());
    let offered = this_week.plus(-WEEKS_BEHIND).through(this_week.plus(WEEKS_AHEAD)).rev();
    offered.map(|week| (week.to_string(), time::week(at.language(), week))).collect()
}

fn months(at: &At) -> Options {
    let current = Month::of(at.today());
    let first = (0..MONTHS_BEHIND).fold(current, |month, _| month.previous());
    let offered = std::iter::successors(Some(first), |month| Some(month.next()));
    let offered: Vec<Month> = offered.take(MONTHS_BEHIND + 1 + MONTHS_AHEAD).collect();
    offered.into_iter().rev().map(|month| (month.to_string(), time::month(at.language(), month))).collect()
}

/// The organisations, each to be ticked.
#[component]
fn Who(language: Language, offered: Vec<MatrixRow>, chosen: Vec<String>, problem: Option<String>) -> impl IntoView {
    let here: Vec<String> = offered.iter().map(|row| row.organisation.to_string()).collect();
    let boxes = offered.into_iter().enumerate().map(|(n, row)| {
        let id = if n == 0 { "exception-organisations".to_owned() } else { format!("exception-organisations-{n}") };
        let value = row.organisation.to_string();
        let checked = chosen.contains(&value);
        view! {
            <label class="choice">
                <input id=id type="checkbox" name=BOXES value=value checked=checked />
                <span>{row.name}</span>
            </label>
        }
    });
    let boxes = boxes.collect_view();
    let elsewhere: Vec<_> = chosen.into_iter().filter(|id| !here.contains(id)).collect();
    let elsewhere_too = (!elsewhere.is_empty()).then(|| {
        let count = elsewhere.len();
        let hidden = elsewhere.into_iter().map(|id| view! { <Hidden name=BOXES value=id /> }).collect_view();
        view! { <p class="field-hint">{words::chosen_elsewhere(language, count)}</p> {hidden} }
    });
    let class = if problem.is_some() { "field wrong" } else { "field" };
    view! {
        <fieldset class=class>
            <legend>{words::organisation(language)}</legend>
            <p class="field-hint">{words::for_whom_hint(language)}</p>
            {problem.map(|words| view! { <p class="field-problem">{words}</p> })}
            <SelectAll name=BOXES.to_owned() label=words::select_all(language).to_owned() />
            <div class="choices choices-list">{boxes}</div>
            {elsewhere_too}
        </fieldset>
    }
}

/// The name of the boxes, as a list of the form.
const BOXES: &str = "organisations[]";
