//! Lists as tables: heads that sort, pages and filters that live in the link.

use leptos::prelude::*;

use super::{
    field::Options,
    form::LinkButton,
    icon::{Icon, Picture},
    language,
    list_query::ListQuery,
    number::grouped,
    words,
};

/// A table that keeps its head in sight and becomes cards on phones: give every `<td>` its `data-label`,
/// the first one `class="card-title"` instead. The children are `<thead>` and `<tbody>`.
#[component]
pub fn Table(
    /// What the table lists, for those who cannot see it.
    #[prop(into)]
    caption: String,
    children: Children,
) -> AnyView {
    view! {
        <div class="table-box">
            <table class="table">
                <caption class="read-only">{caption}</caption>
                {children()}
            </table>
        </div>
    }
    .into_any()
}

/// A short table of a few narrow columns: it stays a table on every screen.
#[component]
pub fn ShortTable(#[prop(into)] caption: String, children: Children) -> AnyView {
    view! {
        <table class="short-table">
            <caption class="read-only">{caption}</caption>
            {children()}
        </table>
    }
    .into_any()
}

/// A table of marks that scrolls within itself and keeps its head and first column in sight.
#[component]
pub fn Matrix(#[prop(into)] caption: String, children: Children) -> AnyView {
    let label = caption.clone();
    view! {
        <div class="matrix-box" role="region" aria-label=label tabindex="0">
            <table class="matrix">
                <caption class="read-only">{caption}</caption>
                {children()}
            </table>
        </div>
    }
    .into_any()
}

/// The head of a column that does not sort.
#[component]
pub fn Column(#[prop(into)] label: String, #[prop(optional)] numeric: bool) -> AnyView {
    view! {
        <th scope="col" class=numeric.then_some("number")>
            {label}
        </th>
    }
    .into_any()
}

/// The head of a column that sorts: one tap up, the next one down.
#[component]
pub fn SortLink(
    /// The column's name in `sort=…`.
    #[prop(into)]
    column: String,
    #[prop(into)] label: String,
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    /// The list is sorted by this column, upwards, where the link names none.
    #[prop(optional)]
    default: bool,
    #[prop(optional)] numeric: bool,
) -> AnyView {
    let language = language();
    let query = query.unwrap_or_else(ListQuery::current);
    let sort = query.sort();
    let here = sort.as_ref().map_or(default, |sort| sort.column == column);
    let descending = here && sort.is_some_and(|sort| sort.descending);
    let next = if here && !descending { format!("-{column}") } else { column };
    let (order, sign) = match (here, descending) {
        (false, _) => (None, "↕"),
        (true, false) => (Some("ascending"), "↑"),
        (true, true) => (Some("descending"), "↓"),
    };
    let spoken = here.then(|| if descending { words::sorted_down(language) } else { words::sorted_up(language) });
    view! {
        <th scope="col" class=numeric.then_some("number") aria-sort=order>
            <a class="sort" href=query.with("sort", &next).href()>
                {label}
                <span class="sort-sign" aria-hidden="true">
                    {sign}
                </span>
                {spoken.map(|words| view! { <span class="read-only">{words}</span> })}
            </a>
        </th>
    }
    .into_any()
}

/// To the workbook of a list, as it is filtered and sorted, all rows of it; and to the same as CSV and as JSON.
#[component]
pub fn ExportLink(query: ListQuery, #[prop(into)] path: String) -> AnyView {
    let language = language();
    let query = query.without("page");
    let href = query.at(&path);
    let others = [("csv", words::export_csv(language)), ("json", words::export_json(language))];
    let others = others.map(|(format, label)| {
        let href = query.with("format", format).at(&path);
        view! {
            <a class="menu-line" href=href>
                {label}
            </a>
        }
    });
    view! {
        <div class="export">
            <LinkButton href=href label=words::export(language) icon=Icon::Export />
            <details class="menu">
                <summary class="button" title=words::export_otherwise(language)>
                    <Picture icon=Icon::Down />
                    <span class="read-only">{words::export_otherwise(language)}</span>
                </summary>
                <div class="menu-sheet">{others.collect_view()}</div>
            </details>
        </div>
    }
    .into_any()
}

/// Which rows of how many are shown, and the ways to the others. Without further pages it only counts. Paper, which has
/// no ways to others, says that it holds one page of the list, and where all of them are.
#[component]
pub fn Pager(
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    /// Rows a page.
    size: u64,
    /// Rows in all.
    total: u64,
    /// The list goes to a file, with all its rows.
    #[prop(default = true)]
    exported: bool,
) -> AnyView {
    let language = language();
    let query = query.unwrap_or_else(ListQuery::current);
    let pages = total.div_ceil(size.max(1)).max(1);
    let page = query.page().min(pages);
    let shown = if pages == 1 {
        words::in_all(language, whole(total))
    } else {
        let first = (page - 1) * size + 1;
        let last = (page * size).min(total);
        words::range(language, whole(first), whole(last), whole(total))
    };
    let link = |to: u64, label: &'static str, icon: Icon, rel: &'static str| {
        let href = query.with("page", &to.to_string()).href();
        view! {
            <a class="button" rel=rel href=href>
                <Picture icon=icon />
                {label}
            </a>
        }
    };
    let on_paper = (pages > 1).then(|| {
        let (page, pages) = (whole(page), whole(pages));
        let said = if exported {
            words::on_paper(language, page, pages, whole(total))
        } else {
            words::on_paper_alone(language, page, pages)
        };
        view! { <p class="only-on-paper">{said}</p> }
    });
    view! {
        <nav class="pager" aria-label=words::pages(language)>
            <p>{shown}</p>
            {on_paper}
            {(pages > 1)
                .then(|| {
                    view! {
                        <div class="pager-links">
                            {(page > 1)
                                .then(|| link(page - 1, words::previous_page(language), Icon::Back, "prev"))}
                            <span class="soft">{words::page_of(language, whole(page), whole(pages))}</span>
                            {(page < pages).then(|| link(page + 1, words::next_page(language), Icon::Next, "next"))}
                        </div>
                    }
                })}
        </nav>
    }
    .into_any()
}

fn whole(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Search and filters above a list, sent by GET so that they live in the link. The order is kept. On paper only those are
/// left that narrow the list, in words.
#[component]
pub fn FilterBar(
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    children: Children,
) -> AnyView {
    let language = language();
    let query = query.unwrap_or_else(ListQuery::current);
    let sort = query.get("sort").map(str::to_owned);
    view! {
        <form class="filters" method="get" role="search">
            {children()} {sort.map(|sort| view! { <input type="hidden" name="sort" value=sort /> })}
            <div class="filters-end">
                <button class="button" type="submit">
                    <Picture icon=Icon::Filter />
                    {words::filter(language)}
                </button>
                {query
                    .is_filtered()
                    .then(|| {
                        view! {
                            <a class="button quiet" href=query.cleared().href()>
                                {words::clear_filters(language)}
                            </a>
                        }
                    })}
            </div>
        </form>
    }
    .into_any()
}

/// Filters inside of a larger form, which narrow what it offers: their button asks for the page anew, with
/// everything that has been typed into the form in its link. For short forms without files.
#[component]
pub fn FilterWithin(
    /// The form's page.
    #[prop(into)]
    page: String,
    children: Children,
) -> AnyView {
    view! {
        <div class="filters" role="search">
            {children()}
            <div class="filters-end">
                <button class="button" type="submit" formmethod="get" formaction=page formnovalidate=true>
                    <Picture icon=Icon::Filter />
                    {words::filter(language())}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// What a filter says on paper, which has no use for its control (`data-said`); nothing where it lets everything through.
pub fn said_on_paper(label: &str, value: &str) -> Option<String> {
    let value = value.trim();
    (!value.is_empty()).then(|| words::condition(language(), label, value))
}

/// The search box of a filter bar.
#[component]
pub fn SearchField(
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    #[prop(into)] label: String,
    #[prop(default = "q")] name: &'static str,
    #[prop(optional, into)] placeholder: Option<String>,
) -> AnyView {
    let query = query.unwrap_or_else(ListQuery::current);
    let value = query.get(name).unwrap_or_default().to_owned();
    let said = said_on_paper(&label, &value);
    view! {
        <label class="filter search" data-said=said>
            <span>{label}</span>
            <span class="search-box">
                <Picture icon=Icon::Search />
                <input type="search" name=name value=value placeholder=placeholder maxlength="100" />
            </span>
        </label>
    }
    .into_any()
}

/// One filter of a filter bar; `all` are the words for no filter.
#[component]
pub fn FilterSelect(
    /// Of the running page unless given.
    #[prop(optional)]
    query: Option<ListQuery>,
    name: &'static str,
    #[prop(into)] label: String,
    options: Options,
    #[prop(into)] all: String,
) -> AnyView {
    let query = query.unwrap_or_else(ListQuery::current);
    let value = query.get(name).unwrap_or_default().to_owned();
    let chosen = options.iter().find(|(code, _)| *code == value);
    let said = chosen.and_then(|(_, words)| said_on_paper(&label, words));
    view! {
        <label class="filter" data-said=said>
            <span>{label}</span>
            <select name=name>
                <option value="">{all}</option>
                {options
                    .into_iter()
                    .map(|(code, words)| {
                        let chosen = code == value;
                        view! {
                            <option value=code selected=chosen>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
    .into_any()
}
