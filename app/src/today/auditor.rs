//! What an auditor can read: every record and the audit log.

use hatchboard::audit;
use leptos::prelude::*;

use super::{
    At,
    chain::{Chain, ChainCard},
    manager::{last_quarter, today},
    words,
};
use crate::{
    error::AppError,
    funnel,
    help::FirstSteps,
    risk,
    ui::{
        card::{Card, Todo},
        page::PageHead,
    },
    waiting,
};

pub(super) async fn screen(at: &At) -> Result<AnyView, AppError> {
    let language = at.language();
    let heads = audit::checkpoints(&at.request.store).await?;
    let own = at.base.id.to_string();
    let head = heads.into_iter().find(|head| head.chain == own).ok_or(AppError::NotFound)?;
    let chain = Chain::of(at.base.name.clone(), head).await?;
    let glance = format!("/quarters/{}", last_quarter(at));
    let records = [
        ("/organisations", words::organisations(language), words::organisations_hint(language)),
        ("/risks", risk::title(language), words::risks_hint(language)),
        ("/waiting", waiting::title(language), words::waiting_hint(language)),
        ("/funnel", funnel::title(language), words::funnel_hint(language)),
        (glance.as_str(), words::at_a_glance(language), words::at_a_glance_hint(language)),
        ("/reports", words::reports(language), words::reports_hint(language)),
        ("/base-reports", words::base_reports(language), words::base_reports_hint(language)),
        ("/plans", words::plans(language), words::plans_hint(language)),
        ("/targets", words::targets(language), words::targets_hint(language)),
        ("/services", words::services(language), words::services_hint(language)),
        ("/trainings", words::service_records(language), words::service_records_hint(language)),
        ("/rectifications", words::rectifications(language), words::rectifications_hint(language)),
        ("/assessments", words::assessments(language), words::assessments_hint(language)),
        ("/follow-ups", words::follow_ups(language), words::follow_ups_hint(language)),
        ("/letters", words::letters(language), words::letters_hint(language)),
        ("/instructions", words::instructions(language), words::instructions_hint(language)),
        ("/exceptions", words::exceptions(language), words::exceptions_hint(language)),
        ("/audit", words::audit_log(language), words::audit_log_hint(language)),
    ];
    let records = records.map(|(below, title, note)| view! { <Todo href=at.path(below) title=title note=note /> });
    Ok(view! {
        <PageHead title=words::title_auditor(language, &at.base.name) subtitle=today(at) />
        <FirstSteps place=at.place() />
        <ChainCard chains=vec![chain] />
        <Card title=words::records(language) flush=true>
            <ul class="todos">{records.into_iter().collect_view()}</ul>
        </Card>
    }
    .into_any())
}
