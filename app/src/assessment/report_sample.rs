//! Weekly reports that were drawn of a quarter, beside the base's sheet and above the report itself.

use hatchboard::{
    access::SubjectReader,
    assessment::{
        ReportFinding,
        store::{self, ReportSample, SampledReport, SheetPage as Found},
    },
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    api::SampleTyped,
    here::Here,
    problem::told,
    report_sample_api::{DrawReports, FindReport, FoundTyped},
    words,
};
use crate::{
    error::AppError,
    form::{Returned, action, new_key},
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        confirm::Fold,
        field::{Field, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        notice::Notice,
        table::{Column, Table},
        time,
    },
};

/// Forms of the card that came back.
#[derive(Debug, Clone, Default)]
pub struct SampleBack {
    pub drawn: Option<Returned<SampleTyped>>,
    pub found: Option<Returned<FoundTyped>>,
}

/// What was drawn, with its findings; the bureau draws and finds until the base's sheet is published. Nothing for
/// whoever may not know yet.
#[component]
pub(super) fn Sample(here: Here, found: Found, sample: Option<ReportSample>, back: SampleBack) -> AnyView {
    let language = crate::ui::language();
    let acts = here.is_bureau() && !found.state.is_public();
    if sample.is_none() && !acts {
        return ().into_any();
    }
    let draws = acts && sample.as_ref().is_none_or(|sample| sample.summary.can_be_drawn_again());
    let form = draws.then(|| {
        let proposed = sample.as_ref().map(|sample| sample.seed.clone()).unwrap_or_default();
        view! { <DrawForm here=here.clone() proposed=proposed back=back.drawn /> }
    });
    let body = match sample {
        None => view! { <p class="soft">{words::no_reports_drawn(language)}</p> }.into_any(),
        Some(sample) => view! { <Drawn here=here sample=sample acts=acts back=back.found /> }.into_any(),
    };
    view! {
        <Card title=words::reports_drawn(language) id="report-sample">
            {body}
            {form}
        </Card>
    }
    .into_any()
}

#[component]
fn Drawn(here: Here, sample: ReportSample, acts: bool, back: Option<Returned<FoundTyped>>) -> AnyView {
    let language = crate::ui::language();
    let summary = sample.summary;
    let looked = words::looked_at(language, summary.looked_at, summary.drawn, summary.with_problems);
    let drawn_at = time::minute(sample.drawn_at, here.base.zone);
    let how = words::drawn_how(language, &sample.seed, sample.among, sample.drawn_by, drawn_at);
    let row = |report: SampledReport| {
        let back = back.clone().filter(|back| back.typed.report == report.id.to_string());
        view! { <Row here=here.clone() report=report acts=acts back=back /> }
    };
    let rows = sample.reports.into_iter().map(row).collect_view();
    view! {
        <p>
            <strong>{looked}</strong>
        </p>
        <p class="soft">{how}</p>
        <p class="soft">{words::draw_reports_hint(language)}</p>
        <Table caption=words::reports_drawn(language)>
            <thead>
                <tr>
                    <Column label=words::drawn_report(language) />
                    <Column label=words::subject(language) />
                    <Column label=words::finding(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(here: Here, report: SampledReport, acts: bool, back: Option<Returned<FoundTyped>>) -> AnyView {
    let language = crate::ui::language();
    let slug = &here.base.slug;
    let href = match report.subject {
        Some(_) => format!("/b/{slug}/reports/{}", report.report),
        None => format!("/b/{slug}/base-reports/{}", report.week),
    };
    let itself = report.subject.is_none();
    let subject = report.subject.clone().unwrap_or_else(|| words::of_base(language).to_owned());
    let by = report.found.clone().map(|(at, by)| {
        view! { <p class="soft">{words::by_at(language, by, time::minute(at, here.base.zone))}</p> }
    });
    let said = (!report.words.is_empty()).then(|| view! { <p class="pre">{report.words.clone()}</p> });
    let form = acts.then(|| view! { <FindForm here=here.clone() report=report.clone() back=back /> });
    view! {
        <tr>
            <td class="card-title">
                <a href=href>{time::week_of_year(language, report.week)}</a>
            </td>
            <td data-label=words::subject(language) lang=(!itself).then_some("zh-CN")>
                {subject}
            </td>
            <td data-label=words::finding(language)>
                <div>
                    <FindingBadge finding=report.finding />
                    {said}
                    {by}
                    {form}
                </div>
            </td>
        </tr>
    }
    .into_any()
}

#[component]
fn FindingBadge(finding: Option<ReportFinding>) -> AnyView {
    let language = crate::ui::language();
    let (tone, sign, word) = match finding {
        None => (Tone::Warn, "?", words::not_looked_at(language)),
        Some(ReportFinding::InOrder) => (Tone::Good, "✓", words::in_order(language)),
        Some(ReportFinding::Problem) => (Tone::Bad, "!", words::with_problem(language)),
    };
    view! { <Badge tone=tone sign=sign word=word /> }.into_any()
}

#[component]
fn FindForm(here: Here, report: SampledReport, back: Option<Returned<FoundTyped>>) -> AnyView {
    let language = crate::ui::language();
    let label =
        if report.finding.is_none() { words::record_finding(language) } else { words::change_finding(language) };
    let (typed, error) = back.map(|back| (back.typed.words, back.error)).unzip();
    let (open, value) = (error.is_some(), typed.unwrap_or(report.words));
    let id = format!("find-{}", report.report);
    view! {
        <Fold label=label open=open>
            <PostForm action={action::<FindReport>()} key=new_key() id=id error=error>
                <Hidden name="base" value=here.base.slug />
                <Hidden name="report" value=report.id.to_string() />
                <Hidden name="version" value=report.row_version.to_string() />
                <TextArea
                    name="words"
                    label=words::finding_words(language)
                    hint=words::finding_hint(language)
                    value=value
                    rows=2
                    maxlength=1000
                    conditional=true
                />
                <FormActions>
                    <Submit
                        label=words::in_order(language)
                        weight=Weight::Plain
                        name="finding"
                        value=ReportFinding::InOrder.code()
                    />
                    <Submit
                        label=words::with_problem(language)
                        weight=Weight::Plain
                        name="finding"
                        value=ReportFinding::Problem.code()
                    />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

#[component]
fn DrawForm(here: Here, proposed: String, back: Option<Returned<SampleTyped>>) -> AnyView {
    let language = crate::ui::language();
    let label = if proposed.is_empty() { words::draw_reports(language) } else { words::draw_again(language) };
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let open = error.is_some();
    let typed = typed.unwrap_or_else(|| SampleTyped { seed: proposed, number: String::new() });
    view! {
        <Fold label=label open=open>
            <p class="soft">{words::draw_reports_hint(language)}</p>
            <PostForm action={action::<DrawReports>()} key=new_key() id="draw-reports" error=error>
                <Hidden name="base" value=here.base.slug />
                <Hidden name="quarter" value=here.occasion.to_string() />
                <Field name="seed" label=words::seed(language) value=typed.seed required=true maxlength=100 />
                <Field
                    name="number"
                    label=words::number(language)
                    hint=words::number_hint(language)
                    value=typed.number
                    required=true
                    inputmode="numeric"
                    maxlength=3
                />
                <FormActions>
                    <Submit label=label weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Fold>
    }
    .into_any()
}

/// What stands above a report that was drawn, for whoever may know of it already: one statement where it was not.
pub(crate) async fn drawn_notice(
    request: &Request,
    reader: &SubjectReader,
    report: Uuid,
) -> Result<Option<AnyView>, AppError> {
    let language = request.language;
    let drawn = store::drawn(&request.store, reader, report).await.map_err(|error| told(error, language))?;
    Ok(drawn.map(|drawn| {
        let (tone, found) = match drawn.finding {
            None => (Tone::Calm, words::not_looked_at(language)),
            Some(ReportFinding::InOrder) => (Tone::Good, words::in_order(language)),
            Some(ReportFinding::Problem) => (Tone::Warn, words::with_problem(language)),
        };
        let said = (!drawn.words.is_empty()).then(|| view! { <p class="pre">{drawn.words}</p> });
        let line = words::was_drawn(language, drawn.seed, found);
        view! {
            <Notice tone=tone words=line>
                {said}
            </Notice>
        }
        .into_any()
    }))
}
