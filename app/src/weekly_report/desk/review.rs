use hatchboard::{
    rectification::FoundIn,
    service_request::store::{Source, led_to},
    weekly_report::{
        Help, Report,
        store::{
            WeeklyReportError,
            queue::{self, Neighbours},
            read::{self, ReportPage},
        },
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    comment::CommentForm,
    decision::{Attempts, Decision},
    filed::Filed,
    keys::{NEXT, PREVIOUS, ReviewKeys},
    problem, words,
};
use crate::{
    Language,
    assessment::report_sample::drawn_notice,
    base::At,
    error::AppError,
    form::see_other,
    print::print_report,
    rectification::GiveLink,
    request::path_id,
    service_request::LedTo,
    ui::{
        confirm::Fold,
        form::LinkButton,
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        time,
    },
    weekly_report::view::{Answers, ReportView},
};

/// `/b/{base}/reports/{report id}`: an organisation's report for those who read it; the operator reviews it.
#[component]
pub fn ReviewPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let id = path_id("report")?;
        let told = |error| problem::told(error, at.language());
        let filed = Filed::find(&at, id).await.map_err(told)?;
        if filed.report.subject.of_base {
            let query = at.request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            see_other(&at.path(&format!("/base-reports/{}{query}", filed.report.facts.week)));
            return Ok(().into_any());
        }
        let neighbours = queue::neighbours(&at.request.store, &at.reader, id).await.map_err(told)?;
        let before = week_before(&at, &filed).await.map_err(told)?;
        let subject = at.reader.of(filed.report.subject.id);
        let led_to = led_to(&at.request.store, &subject, Source::Report(id)).await;
        let led_to = led_to.map_err(|error| AppError::unknown(&error))?;
        let drawn = drawn_notice(&at.request, &subject, id).await?;
        let back = Attempts::of_page().await?;
        let title = words::review_title(
            at.language(),
            &filed.report.subject.name,
            time::week(at.language(), filed.report.facts.week),
        );
        let (tab, above, list) = if at.is_manager() {
            (Tab::Reviews, words::reviews_title(at.language()), "/reviews")
        } else {
            (Tab::Reports, words::matrix_title(at.language()), "/reports")
        };
        let crumbs = [(above.to_owned(), Some(at.path(list))), (title.clone(), None)];
        let keys = at.is_manager().then(|| review_keys(at.language()));
        let frame = at.frame(tab).await?.with_crumbs(crumbs).with_keys(keys.into_iter().flatten());
        Ok(view! {
            <Frame data=frame>
                <Review at=at title=title filed=filed neighbours=neighbours before=before back=back led_to=led_to>
                    {drawn}
                </Review>
            </Frame>
        }
        .into_any())
    })
}

/// Help that the report asks for becomes a service request, once.
#[component]
fn HelpLink(at: At, report: ReportPage, led_to: Option<Uuid>) -> impl IntoView {
    let asked = report.versions.last().map(|version| version.report.help.clone());
    let making = asked.and_then(|help| match help {
        Help::Wanted { kind, what } => Some(
            ListQuery::default()
                .with("organisation", &report.subject.id.to_string())
                .with("report", &report.id.to_string())
                .with("kind", kind.code())
                .with("words", &what),
        ),
        Help::NotNeeded => None,
    });
    view! { <LedTo at=at led_to=led_to making=making /> }
}

/// What the same organisation filed for the week before.
async fn week_before(at: &At, filed: &Filed) -> Result<Option<Report>, WeeklyReportError> {
    let reader = at.reader.of(filed.report.subject.id);
    let week = filed.report.facts.week.previous();
    let Some(id) = read::report_of(&at.request.store, &reader, week).await? else { return Ok(None) };
    let before = read::report(&at.request.store, (&reader).into(), id).await?;
    Ok(before.versions.into_iter().next_back().map(|version| version.report))
}

#[component]
fn Review(
    at: At,
    title: String,
    filed: Filed,
    neighbours: Neighbours,
    before: Option<Report>,
    back: Attempts,
    /// The service request that the report has led to.
    led_to: Option<Uuid>,
    /// What is to be known before it is read.
    children: Children,
) -> impl IntoView {
    let language = at.language();
    let Filed { report, comparison } = filed;
    let next = neighbours.next.map(|id| id.to_string()).unwrap_or_default();
    let manager = at.is_manager();
    let queue = manager.then(|| view! { <QueueLinks at=at.clone() neighbours=neighbours.clone() /> });
    let keys = manager.then(|| view! { <ReviewKeys label=words::keys(language).to_owned() /> });
    let said = back.comment.clone();
    let decision =
        manager.then(|| view! { <Decision at=at.clone() report=report.clone() next=next of="" back=back /> });
    let before = match before {
        Some(report) => view! { <Answers report=report /> }.into_any(),
        None => view! { <p class="soft">{words::week_before_none(language)}</p> }.into_any(),
    };
    let here = at.path(&format!("/reports/{}", report.id));
    let print = at.path(&format!("/print/reports/{}/{}", report.facts.week, report.subject.id));
    let help = manager.then(|| view! { <HelpLink at=at.clone() report=report.clone() led_to=led_to /> });
    let found_in = FoundIn::Report(report.id);
    let (slug, base, role, subject) = (at.base.slug.clone(), at.base.id, at.role(), report.subject.id);
    view! {
        <PageHead title=title subtitle=place_in_queue(&at, &neighbours)>
            {queue} <LinkButton href=print label=print_report(language) icon=Icon::Print />
            <GiveLink slug=slug base=base subject=subject role=role found_in=found_in /> {keys}
        </PageHead>
        {children()}
        <div class="columns">
            <ReportView report=report.clone() zone=at.zone() compare_path=here comparison=comparison signatures=true />
            <div class="stack not-on-paper">
                {help} {decision} <CommentForm at=at report=report back=said />
                <Fold label=words::week_before(language) open=true>
                    {before}
                </Fold>
            </div>
        </div>
    }
}

fn place_in_queue(at: &At, neighbours: &Neighbours) -> String {
    if at.is_manager() && neighbours.position > 0 {
        words::place_in_queue(at.language(), neighbours.position, neighbours.of)
    } else {
        String::new()
    }
}

/// Next and previous report that waits; the keys press the same links.
#[component]
fn QueueLinks(at: At, neighbours: Neighbours) -> impl IntoView {
    let language = at.language();
    let link = |id: Option<Uuid>, name: &'static str, words: &'static str, rel: &'static str| {
        id.map(|id| {
            view! {
                <a id=name class="button" rel=rel href=at.path(&format!("/reports/{id}"))>
                    {words}
                </a>
            }
        })
    };
    view! {
        {link(neighbours.previous, PREVIOUS, words::previous_in_queue(language), "prev")}
        {link(neighbours.next, NEXT, words::next_in_queue(language), "next")}
    }
}

/// What the keys of the page do.
pub(crate) fn review_keys(language: Language) -> [(&'static str, &'static str); 4] {
    [
        ("j", words::key_next(language)),
        ("k", words::key_previous(language)),
        ("a", words::key_accept(language)),
        ("r", words::key_return(language)),
    ]
}
