use chrono::Datelike;
use hatchboard::{
    calendar::{
        DayKind, YearOfDays,
        store::{KnownYear, load, years},
    },
    store::returned,
};
use leptos::prelude::*;

use super::{
    api::{LookAtYear, PREVIEW, SaveCalendarYear, YearTyped},
    words,
};
use crate::{
    error::AppError,
    form::{self, Returned, action, new_key},
    request::{Request, path_parameter, query},
    ui::{
        badge::Tone,
        card::Card,
        field::{Field, FileInput, Hidden, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::{Frame, FrameData},
        language,
        list_query::ListQuery,
        nav::{Place, Tab},
        notice::Notice,
        page::{PageHead, page},
        table::{Column, Table},
        time,
    },
};

/// The installation belongs to no base: its times are told in the zone of the country.
const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

fn frame(request: &Request) -> FrameData {
    FrameData::new(request, &Place::Installation, Tab::Calendar, &[])
}

/// `/admin/calendar`: the years that are loaded, and those that are missing.
#[component]
pub fn CalendarPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?.admin()?;
        let known = years(&request.store).await?;
        let language = request.language;
        let today = time::day_of(request.now, ZONE);
        let this_year = today.year();
        let missing = load(request.store.read()).await?.missed(today);
        let further = known.iter().map(|known| known.year.year()).max().unwrap_or(this_year).max(this_year + 1) + 1;
        Ok(view! {
            <Frame data=frame(&request)>
                <PageHead title=words::title(language) subtitle=words::subtitle(language)>
                    <LinkButton href=format!("/admin/calendar/{further}") label=words::add_now(language, further) />
                </PageHead>
                {missing
                    .into_iter()
                    .map(|year| {
                        view! {
                            <Notice tone=Tone::Warn words=words::missing(language, year)>
                                <LinkButton
                                    href=format!("/admin/calendar/{year}")
                                    label=words::add_now(language, year)
                                />
                            </Notice>
                        }
                    })
                    .collect_view()}
                <Years known=known />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Years(known: Vec<KnownYear>) -> AnyView {
    let language = language();
    let row = |known: KnownYear| {
        let year = known.year.year();
        let days = known.year.days();
        let holidays = days.values().filter(|kind| matches!(kind, DayKind::Holiday(_))).count();
        let origin = match known.saved_at {
            Some(at) => words::saved(language, time::minute(at, ZONE)),
            None => words::shipped(language).to_owned(),
        };
        view! {
            <tr>
                <td class="card-title">
                    <a href=format!("/admin/calendar/{year}")>{year}</a>
                </td>
                <td lang="zh-CN" data-label=words::source(language)>
                    {known.year.source().to_owned()}
                </td>
                <td class="number" data-label=words::holidays(language)>
                    {holidays}
                </td>
                <td class="number" data-label=words::workdays(language)>
                    {days.len() - holidays}
                </td>
                <td data-label=words::origin(language)>{origin}</td>
            </tr>
        }
    };
    let rows = known.into_iter().rev().map(row).collect_view();
    view! {
        <Table caption=words::title(language)>
            <thead>
                <tr>
                    <Column label=words::year(language) />
                    <Column label=words::source(language) />
                    <Column label=words::holidays(language) numeric=true />
                    <Column label=words::workdays(language) numeric=true />
                    <Column label=words::origin(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

/// `/admin/calendar/{year}`: a year's days, the form that adds or corrects it, and its differences before they
/// are saved (`?preview=ID`).
#[component]
pub fn YearPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        request.asker()?.admin()?;
        let year: i32 = path_parameter("year").parse().map_err(|_| AppError::NotFound)?;
        let language = request.language;
        let known = years(&request.store).await?.into_iter().find(|known| known.year.year() == year);
        let preview = preview(&request).await?.filter(|typed| typed.year == year.to_string());
        let returned = form::returned::<YearTyped>("calendar-year").await?;
        let editing = ListQuery::current().get("edit").is_some();
        let content = match preview {
            Some(typed) if returned.is_none() && !editing => {
                let newer = typed.judge(language)?;
                view! { <Differences known=known typed=typed newer=newer /> }.into_any()
            }
            preview => view! { <YearForm year=year known=known preview=preview returned=returned /> }.into_any(),
        };
        let crumbs = [
            (words::title(language).to_owned(), Some("/admin/calendar".to_owned())),
            (words::of_year(language, year), None),
        ];
        Ok(view! {
            <Frame data=frame(&request).with_crumbs(crumbs)>
                <PageHead title=words::of_year(language, year) subtitle=words::consequence(language) />
                {content}
            </Frame>
        }
        .into_any())
    })
}

/// What the admin has had judged, if the link names it and does not ask to edit it again.
async fn preview(request: &Request) -> Result<Option<YearTyped>, AppError> {
    let account = request.asker()?.account();
    let Some(id) = query().into_iter().find(|(name, _)| name == "preview").and_then(|(_, id)| id.parse().ok()) else {
        return Ok(None);
    };
    let kept = returned::find(&request.store, id, PREVIEW, Some(account)).await?;
    Ok(kept.and_then(|kept| serde_json::from_str(&kept.fields).ok()))
}

#[component]
fn Differences(known: Option<KnownYear>, typed: YearTyped, newer: YearOfDays) -> AnyView {
    let language = language();
    let changes = match &known {
        Some(known) => known.year.changes_to(&newer),
        None => newer
            .days()
            .iter()
            .map(|(day, is)| hatchboard::calendar::Change::Added { day: *day, is: is.clone() })
            .collect(),
    };
    let same_source = known.as_ref().is_some_and(|known| known.year.source() == newer.source());
    let nothing = changes.is_empty() && same_source;
    let rows = changes.into_iter().map(|change| {
        let (what, before, after) = words::difference(language, &change);
        view! {
            <tr>
                <td class="card-title">{change.day().to_string()}</td>
                <td data-label=words::change(language)>{what}</td>
                <td data-label=words::before(language)>{before}</td>
                <td data-label=words::after(language)>{after}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=words::differences(language)>
            <p>{words::source(language)} " · " <span lang="zh-CN">{newer.source().to_owned()}</span></p>
            {nothing.then(|| view! { <p class="soft">{words::no_differences(language)}</p> })}
            <Table caption=words::differences(language)>
                <thead>
                    <tr>
                        <Column label=words::day(language) />
                        <Column label=words::change(language) />
                        <Column label=words::before(language) />
                        <Column label=words::after(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
            <PostForm action={action::<SaveCalendarYear>()} key=new_key()>
                <Hidden name="year" value=typed.year />
                <Hidden name="source" value=typed.source />
                <Hidden name="days" value=typed.days />
                <Hidden name="version" value=typed.version />
                <FormActions>
                    <Submit label=words::save(language) />
                    <LinkButton
                        href=ListQuery::current().with("edit", "yes").href()
                        label=words::edit_again(language)
                    />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
fn YearForm(
    year: i32,
    known: Option<KnownYear>,
    preview: Option<YearTyped>,
    returned: Option<Returned<YearTyped>>,
) -> AnyView {
    let language = language();
    let version = known.as_ref().map_or(0, |known| known.row_version);
    let saved = known.as_ref().map(|known| (known.year.source().to_owned(), known.year.to_text()));
    let (source, days) = saved.unwrap_or_default();
    let (typed, error) = match returned {
        Some(form) => (Some(form.typed), Some(form.error)),
        None => (preview, None),
    };
    let (source, days) = typed.map_or((source, days), |typed| (typed.source, typed.days));
    view! {
        <Card title=words::correct(language)>
            <PostForm action={action::<LookAtYear>()} multipart=true error=error>
                <Hidden name="year" value=year.to_string() />
                <Hidden name="version" value=version.to_string() />
                <Field
                    name="source"
                    label=words::source(language)
                    hint=words::source_hint(language)
                    value=source
                    required=true
                    maxlength=200
                />
                <TextArea name="days" label=words::days(language) hint=words::days_hint(language) value=days rows=16 />
                <FileInput
                    name="file"
                    label=words::file(language)
                    hint=words::file_hint(language)
                    accept=".csv,.txt,text/plain,text/csv"
                />
                <FormActions>
                    <Submit label=words::look(language) />
                    <LinkButton href="/admin/calendar" label=words::back(language) />
                </FormActions>
            </PostForm>
        </Card>
        {known.map(|known| view! { <Days year=known.year /> })}
    }
    .into_any()
}

#[component]
fn Days(year: YearOfDays) -> AnyView {
    let language = language();
    let rows = year.days().iter().map(|(day, kind)| {
        view! {
            <tr>
                <td class="card-title">{time::prose_day(language, *day)}</td>
                <td data-label=words::kind(language)>{words::day_kind(language, kind)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=words::all_days(language) flush=true>
            <Table caption=words::all_days(language)>
                <thead>
                    <tr>
                        <Column label=words::day(language) />
                        <Column label=words::kind(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}
