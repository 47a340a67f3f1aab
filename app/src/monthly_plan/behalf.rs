//! `/b/{base}/organisations/{organisation}/plans/{month}/behalf`: a plan that the operator submits on an organisation's
//! behalf (代填), and what is said of one.

use hatchboard::monthly_plan::{State, store::PlanPage};
use leptos::prelude::*;

use super::{
    Here,
    api::ConfirmPlan,
    screen::{Shown, month_of_path, whole},
    words,
};
use crate::{
    base::At,
    form::{action, new_key},
    request::{Request, path_id, path_parameter},
    ui::{
        badge::Tone,
        field::Hidden,
        form::{LinkButton, PostForm, Submit},
        icon::Icon,
        language,
        nav::Tab,
        notice::Notice,
        page::page,
    },
    weekly_report::{Author, Whose},
};

/// For the operator.
#[component]
pub fn BehalfPlanPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let (base, organisation) = (path_parameter("base"), path_id("organisation")?);
        let author = Author::find(&request, Whose::OnBehalf { base, organisation }).await?;
        let (at, _) = At::managed().await?;
        let month = month_of_path()?;
        let here = Here {
            base: author.base,
            month,
            reader: author.reader,
            writes: Some(author.whose),
            decides: false,
            list: at.path(&format!("/plans?month={month}")),
            months: at.path(&format!("/organisations/{organisation}/plans")),
            reports: at.path(&format!("/weeks/{organisation}")),
        };
        let shown = Shown::load(&request, &here).await?;
        let frame = at.frame(Tab::Plans).await?;
        Ok(whole(frame, here, shown))
    })
}

/// To the form, for whoever may submit a plan that its organisation has not submitted itself.
#[component]
pub(super) fn BehalfLink(here: Here, page: PlanPage) -> AnyView {
    let unwritten = page.facts.state.is_none_or(State::is_open) && (page.id.is_some() || page.can_begin);
    if !here.decides || page.subject.of_base || !unwritten {
        return ().into_any();
    }
    let href = format!("{}/{}/behalf", here.months, here.month);
    view! { <LinkButton href=href label=words::on_behalf(language()) icon=Icon::Edit /> }.into_any()
}

/// For whom one writes; and for the organisation, what was submitted on its behalf, to be confirmed.
#[component]
pub(super) fn OnBehalf(here: Here, page: PlanPage) -> AnyView {
    let language = language();
    match here.writes {
        Some(Whose::OnBehalf { .. }) => {
            let words = words::on_behalf_notice(language, page.subject.name);
            view! { <Notice tone=Tone::Warn words=words /> }.into_any()
        }
        Some(Whose::Own(organisation)) if page.facts.is_unconfirmed() => {
            let source =
                page.versions.iter().rev().map(|version| version.source.clone()).find(|source| !source.is_empty());
            let source = source.unwrap_or_default();
            view! {
                <Notice tone=Tone::Warn words=words::on_behalf_open(language)>
                    <p>{words::source_is(language, source)}</p>
                    <p>{words::confirm_consequence(language)}</p>
                    <PostForm action={action::<ConfirmPlan>()} key=new_key() id="confirm-plan">
                        <Hidden name="organisation" value=organisation.to_string() />
                        <Hidden name="month" value=here.month.to_string() />
                        <Submit label=words::confirm(language) />
                    </PostForm>
                </Notice>
            }
            .into_any()
        }
        _ => ().into_any(),
    }
}
