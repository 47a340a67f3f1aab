//! `/b/{base}/organisations/{organisation}/follow-ups`: one organisation's line of visits.

use hatchboard::follow_up::{
    NewSignal, Signal, SignalRaised,
    store::{self, Filed, Line, OrganisationVisits, What},
};
use leptos::prelude::*;

use super::{
    api::{RaiseFollowUp, page_of},
    look::{OutcomeBadge, StandingBadge, StateBadge, left, options, visit_name, window},
    names,
    problem::told,
    risks::RAISE,
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    request::path_id,
    ui::{
        badge::Tone,
        card::{Card, Event},
        confirm::Fold,
        empty::Empty,
        field::{Hidden, Select, TextArea},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
    },
};

#[component]
pub fn OrganisationFollowUpsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let organisation = path_id("organisation")?;
        let reader = at.reader.of(organisation);
        let found = store::of_organisation(&at.request.store, &reader).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        let back = returned::<NewSignal>("follow_up_raise").await?;
        let language = at.language();
        let hatched = !found.hatched_on.is_empty();
        let title = words::of_organisation(language, &found.name);
        let days: Vec<String> = found.hatched_on.iter().map(ToString::to_string).collect();
        let subtitle = if hatched {
            words::line_subtitle(language, days.join(words::between_names(language)))
        } else {
            String::new()
        };
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/follow-ups"))), (found.name.clone(), None)];
        let frame = at.frame(Tab::FollowUps).await?.with_crumbs(crumbs);
        let file = at.path(&format!("/organisations/{organisation}"));
        let silent = found.silent_since.map(|day| {
            view! {
                <Notice tone=Tone::Warn words=words::silent(language, day)>
                    <p>{words::silent_hint(language)}</p>
                </Notice>
            }
        });
        let raising = (at.is_manager() && hatched).then(|| {
            view! { <Raise at=at.clone() organisation=organisation.to_string() back=back /> }
        });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle>
                    <LinkButton href=file label=words::to_file(language) icon=Icon::Organisations />
                </PageHead>
                {silent}
                <Timeline at=at found=found />
                {raising}
            </Frame>
        }
        .into_any())
    })
}

/// The visits, the next one first; what lies ahead of it is folded away.
#[component]
fn Timeline(at: At, found: OrganisationVisits) -> AnyView {
    let language = at.language();
    if found.visits.is_empty() {
        return view! {
            <Card title=words::timeline(language)>
                <Empty
                    title=words::not_hatched(language)
                    words=words::not_hatched_hint(language)
                    icon=Icon::FollowUp
                />
            </Card>
        }
        .into_any();
    }
    let events =
        found.visits.into_iter().rev().map(|(line, filed)| view! { <OneVisit at=at.clone() line=line filed=filed /> });
    let events = events.collect_view();
    view! {
        <Card title=words::timeline(language)>
            <ol class="history">{events}</ol>
        </Card>
    }
    .into_any()
}

#[component]
fn OneVisit(at: At, line: Line, filed: Option<Filed>) -> AnyView {
    let language = at.language();
    let tone = match line.standing {
        standing if standing.is_done() => Tone::Good,
        standing if standing.is_open() => Tone::Warn,
        _ => Tone::Calm,
    };
    let note = format!("{} · {}", line.what.on(), window(language, &line.what));
    let left = left(language, &line, at.today());
    let why = match &line.what {
        What::Extra { note, raised_on, raised_by, .. } => {
            Some(format!("{} · {}", note, words::raised(language, raised_on, raised_by)))
        }
        What::Scheduled(_) => None,
    };
    let record = line.record.clone();
    let assigned = record.as_ref().filter(|_| line.standing.is_open()).and_then(|record| {
        let name = record.assigned.clone()?;
        Some(record.planned_on.map_or_else(|| name.clone(), |day| words::planned_for(language, &name, day)))
    });
    let state = record.as_ref().filter(|record| record.visited_on.is_some()).map(|record| record.state);
    let found = filed.map(|filed| {
        let visited = format!("{} · {}", filed.visit.on, names::method_name(language, filed.visit.method));
        view! {
            <p>
                <OutcomeBadge outcome=filed.visit.outcome />
                " "
                {visited}
            </p>
            <p class="pre">{filed.visit.summary}</p>
        }
    });
    let worth_opening = record.is_some() || line.standing.is_open() || at.is_manager();
    let open = line.which.filter(|_| worth_opening).map(|which| {
        let href = page_of(&at.base.slug, line.organisation, which);
        let called = format!("{} · {}", words::open_visit(language), visit_name(language, &line.what));
        view! { <a href=href>{called}</a> }
    });
    view! {
        <Event tone=tone title=visit_name(language, &line.what) note=note>
            <p>
                <StandingBadge standing=line.standing />
                {left.map(|left| view! { <span class="soft">" " {left}</span> })}
                " "
                {state.map(|state| view! { <StateBadge state=state /> })}
            </p>
            {why.map(|why| view! { <p class="soft pre">{why}</p> })}
            {assigned.map(|assigned| view! { <p class="soft">{assigned}</p> })}
            {found}
            {open}
        </Event>
    }
    .into_any()
}

/// A signal of risk, typed by the operator.
#[component]
fn Raise(at: At, organisation: String, back: Option<Returned<NewSignal>>) -> AnyView {
    let language = at.language();
    let linked = from_link();
    let open = back.is_some() || linked.is_some();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let NewSignal { signal, note } = typed.or(linked).unwrap_or_default();
    let signals = options(Signal::ALL, Signal::code, |signal| names::signal_name(language, signal));
    view! {
        <Fold label=words::raise(language) note=words::raise_hint(language) open=open>
            <PostForm action={action::<RaiseFollowUp>()} key=new_key() id=RAISE error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="organisation" value=organisation />
                <Select
                    name="signal"
                    label=words::signal(language)
                    options=signals
                    value=signal
                    required=true
                />
                <TextArea
                    name="note"
                    label=words::signal_note(language)
                    value=note
                    rows=2
                    required=true
                    maxlength=u32::try_from(SignalRaised::LONGEST_NOTE).unwrap_or(u32::MAX)
                />
                <FormActions>
                    <Submit label=words::raise(language) />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

/// What the link from a signal that the records show says already.
fn from_link() -> Option<NewSignal> {
    let query = ListQuery::current();
    let signal = query.get("signal").and_then(Signal::from_code)?.code().to_owned();
    let note = query.get("note").unwrap_or_default().chars().take(SignalRaised::LONGEST_NOTE).collect();
    Some(NewSignal { signal, note })
}
