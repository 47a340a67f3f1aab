//! `/b/{base}/assessments/{quarter}`: the sheets of a round, and what the bureau does with many at once.

use std::collections::HashMap;

use hatchboard::{
    assessment::{
        Band, Kind, State,
        store::{self, Order, RoundRow, SheetFilter, SheetRow},
    },
    risk::Published,
    store::Paging,
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::{ConfirmSheets, DrawSheets, PublishSheets, SampleTyped, SealSheets},
    here::{occasion, sheet_path},
    latecomers::Late,
    look::{BandBadge, StateBadge, band_options, kind_options, state_options, waits, went},
    problem::told,
    round_head::Head,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    print::print_summary,
    reminder::now,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::{Confirm, Fold},
        empty::Empty,
        field::{Field, Hidden, Options},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{Column, ExportLink, FilterBar, FilterSelect, Pager, SearchField, Table},
    },
    workbooks::WorkbookLink,
};

#[component]
pub fn RoundPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let (query, occasion, language) = (ListQuery::current(), occasion()?, at.language());
        let (store, told) = (&at.request.store, |error| told(error, language));
        let round = store::round(store, &at.reader, occasion).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let paging = Paging::new(query.page(), Paging::SIZE);
        let listed = store::list(store, &at.reader, occasion, &filter(&query), paging).await.map_err(told)?;
        let subjects: Vec<Uuid> = listed.rows.iter().map(|row| row.subject).collect();
        let before = match occasion.quarter() {
            Some(quarter) => store::published_before(store, &at.reader, quarter, &subjects).await?,
            None => HashMap::new(),
        };
        let late = store::latecomers(store, &at.reader, occasion).await.map_err(told)?;
        let not_added = returned::<String>("assessment_add_late").await?;
        let sampled = returned::<SampleTyped>("assessment_draw").await?;
        let refused = returned::<()>("assessment_publish").await?.map(|back| back.error);
        let not_reminded = now::refused().await?;
        let silent = listed.rows.iter().any(|row| row.rated && !row.of_base && row.state == State::Open);
        let frame = at.frame(Tab::Assessments).await?.with_crumbs([
            (words::title(language).to_owned(), Some(at.path("/assessments"))),
            (words::occasion_name(language, occasion), None),
        ]);
        let glance = occasion.quarter().map(|quarter| {
            let href = at.path(&format!("/quarters/{quarter}"));
            view! { <LinkButton href=href label=words::at_a_glance(language) icon=Icon::Assessment /> }
        });
        let whole = occasion.quarter().map(|quarter| view! { <WorkbookLink at=at.clone() quarter=Some(quarter) /> });
        let export = query.with("quarter", &occasion.to_string());
        let (print, workbook) = (at.path(&format!("/print/rounds/{occasion}")), at.path("/assessments.xlsx"));
        let total = listed.total;
        let body = if listed.rows.is_empty() {
            view! {
                <Card title=words::sheets(language)>
                    <Empty title=words::no_match(language) words=words::no_match_hint(language) icon=Icon::Assessment />
                </Card>
            }
            .into_any()
        } else {
            view! {
                <Rows at=at.clone() rows=listed.rows before=before />
                <Pager query=query.clone() size=Paging::SIZE total=total />
            }
            .into_any()
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::title_of(language, occasion) subtitle=words::difference_hint(language)>
                    {glance}
                    <LinkButton href=print label=print_summary(language) icon=Icon::Print />
                    <ExportLink query=export path=workbook />
                    {whole}
                </PageHead>
                {refused.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
                <Stayed query=query.clone() />
                <Head at=at.clone() round=round.clone() silent=silent back=not_reminded />
                <Late at=at.clone() round=round.clone() late=late back=not_added />
                <Bureau at=at round=round back=sampled />
                <Filters query=query />
                {body}
            </Frame>
        }
        .into_any())
    })
}

pub(super) fn filter(query: &ListQuery) -> SheetFilter {
    SheetFilter {
        state: query.get("state").and_then(State::from_code),
        kind: query.get("kind").and_then(Kind::from_code),
        band: query.get("band").and_then(Band::from_code),
        tens: query.get("tens").and_then(|tens| tens.parse::<u8>().ok()).filter(|tens| *tens < 10),
        sampled: query.get("show") == Some("sampled"),
        objected: query.get("show") == Some("objected"),
        search: query.get("q").unwrap_or_default().chars().take(100).collect(),
        order: match query.get("order") {
            Some("difference") => Order::Difference,
            Some("total") => Order::Total,
            Some("waiting") => Order::Waiting,
            _ => Order::Name,
        },
    }
}

/// How many of those that were to be confirmed stayed as they were.
#[component]
fn Stayed(query: ListQuery) -> AnyView {
    let language = crate::ui::language();
    let stay = query.get("stay").and_then(|stay| stay.parse::<u32>().ok()).filter(|stay| *stay > 0);
    stay.map(|stay| {
        let words = format!("{stay}：{}", words::confirm_hint(language));
        view! { <Notice tone=Tone::Warn words=words /> }
    })
    .into_any()
}

/// What an officer does with the round.
#[component]
fn Bureau(at: At, round: RoundRow, back: Option<Returned<SampleTyped>>) -> AnyView {
    let language = at.language();
    if !at.is_bureau() {
        return ().into_any();
    }
    let (slug, quarter) = (at.base.slug.clone(), round.occasion.to_string());
    let confirmed = round.in_state(State::Confirmed);
    let publish = (confirmed > 0).then(|| {
        let (slug, quarter) = (slug.clone(), quarter.clone());
        let label = words::publish_all(language, confirmed);
        view! {
            <Confirm label=label.clone() consequence=words::publish_consequence(language)>
                <PostForm action={action::<PublishSheets>()} key=new_key() id="publish">
                    <Hidden name="base" value=slug />
                    <Hidden name="quarter" value=quarter />
                    <FormActions>
                        <Submit label=label weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    let seal = (round.in_state(State::Published) > 0).then(|| {
        let slug = slug.clone();
        view! {
            <Confirm label=words::seal_due(language) consequence=words::seal_consequence(language)>
                <PostForm action={action::<SealSheets>()} id="seal">
                    <Hidden name="base" value=slug />
                    <FormActions>
                        <Submit label=words::seal_due(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
    });
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let (open, typed) = (error.is_some(), typed.unwrap_or_default());
    view! {
        <div class="row">{publish} {seal}</div>
        <Fold label=words::draw(language) open=open>
            <p class="soft">{words::draw_hint(language)}</p>
            <PostForm action={action::<DrawSheets>()} key=new_key() id="draw" error=error>
                <Hidden name="base" value=slug />
                <Hidden name="quarter" value=quarter />
                <div class="fields">
                    <Field name="seed" label=words::seed(language) value=typed.seed required=true maxlength=100 />
                    <Field
                        name="number"
                        label=words::number(language)
                        hint=words::number_hint(language)
                        value=typed.number
                        required=true
                        inputmode="numeric"
                    />
                </div>
                <FormActions>
                    <Submit label=words::draw(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

#[component]
fn Filters(query: ListQuery) -> AnyView {
    let language = crate::ui::language();
    let option = |code: &str, words: &str| (code.to_owned(), words.to_owned());
    let orders: Options = vec![
        option("difference", words::order_difference(language)),
        option("total", words::order_total(language)),
        option("waiting", words::order_waiting(language)),
    ];
    let shows: Options =
        vec![option("sampled", words::only_sampled(language)), option("objected", words::only_objected(language))];
    let tens: Options =
        (0..10).map(|ten| (ten.to_string(), words::between_totals(language, ten * 10, ten * 10 + 10))).collect();
    let select = |name: &'static str, label: &'static str, options: Options, all: &'static str| {
        view! { <FilterSelect query=query.clone() name=name label=label options=options all=all /> }
    };
    let selects = [
        select("state", words::state(language), state_options(language), words::all_states(language)),
        select("kind", words::scorecard(language), kind_options(language), words::all_kinds(language)),
        select("band", words::band(language), band_options(language), words::all_bands(language)),
        select("tens", words::total(language), tens, words::all_totals(language)),
        select("show", words::show(language), shows, words::everything(language)),
        select("order", words::order(language), orders, words::order_name(language)),
    ];
    view! {
        <FilterBar query=query.clone()>
            <SearchField query=query.clone() label=words::search(language) />
            {selects.into_iter().collect_view()}
        </FilterBar>
    }
    .into_any()
}

/// What quarters before came to, by organisation.
pub type Before = HashMap<Uuid, Vec<Published>>;

/// With a box to tick for an officer, where a sheet can be confirmed.
#[component]
fn Rows(at: At, rows: Vec<SheetRow>, before: Before) -> AnyView {
    let language = at.language();
    let occasion = rows.first().map(|row| words::occasion_name(language, row.occasion)).unwrap_or_default();
    let ticks = at.is_bureau() && rows.iter().any(|row| row.rated && row.state == State::Scored);
    let head = ticks.then(|| view! { <Column label=words::choose(language) /> });
    let line = |row: SheetRow| {
        let went = went(&row, before.get(&row.subject).map(Vec::as_slice).unwrap_or_default());
        view! { <Row at=at.clone() row=row went=went ticks=ticks /> }
    };
    let lines = rows.into_iter().map(line).collect_view();
    let table = view! {
        <Table caption=words::sheets_caption(language, occasion)>
            <thead>
                <tr>
                    <Column label=words::subject(language) />
                    {head}
                    <Column label=words::scorecard(language) />
                    <Column label=words::state(language) />
                    <Column label=words::total(language) numeric=true />
                    <Column label=words::band(language) />
                    <Column label=words::difference(language) numeric=true />
                    <Column label=words::waits(language) />
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </Table>
    };
    if !ticks {
        return table.into_any();
    }
    view! {
        <PostForm action={action::<ConfirmSheets>()} key=new_key() id="confirm" class="">
            <Hidden name="base" value=at.base.slug />
            {table}
            <p class="soft">{words::confirm_hint(language)}</p>
            <FormActions>
                <Submit label=words::confirm_selected(language) />
            </FormActions>
        </PostForm>
    }
    .into_any()
}

#[component]
fn Row(at: At, row: SheetRow, went: AnyView, ticks: bool) -> AnyView {
    let language = at.language();
    let href = sheet_path(&at.base.slug, at.base.id, row.subject, row.occasion);
    let waits = waits(&row);
    let tick = ticks.then(|| {
        let label = words::select(language, &row.name);
        let id = row.id.to_string();
        let ready = row.rated && row.state == State::Scored;
        let input = ready.then(|| {
            view! {
                <label class="choice">
                    <input type="checkbox" name="sheets[]" value=id />
                    <span class="read-only">{label}</span>
                </label>
            }
        });
        view! { <td data-label=words::choose(language)>{input}</td> }
    });
    let total = row.total.map(|total| view! { {went} " " {total.to_string()} });
    let sampled = row.sampled.then(|| view! { <Badge tone=Tone::Accent sign="◆" word=words::sampled(language) /> });
    let objected = (row.open_objections > 0).then(|| {
        let word = words::objected(language, row.open_objections);
        view! { <Badge tone=Tone::Warn sign="!" word=word /> }
    });
    view! {
        <tr>
            <td class="card-title">
                <a class="among-words" href=href>
                    {row.name}
                </a>
                {row.code.filter(|_| !row.of_base).map(|code| view! { <span class="soft">" " {code}</span> })}
            </td>
            {tick}
            <td data-label=words::scorecard(language)>{words::kind_name(language, row.kind)}</td>
            <td data-label=words::state(language)>
                <StateBadge state=row.state rated=row.rated />
                {sampled}
                {objected}
            </td>
            <td class="number" data-label=words::total(language)>
                {total}
            </td>
            <td data-label=words::band(language)>
                <BandBadge band=row.band />
            </td>
            <td class="number" data-label=words::difference(language)>
                {row.difference.map(|difference| difference.to_string())}
            </td>
            <td data-label=words::waits(language)>{waits}</td>
        </tr>
    }
    .into_any()
}
