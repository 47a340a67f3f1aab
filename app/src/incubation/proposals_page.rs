use chrono_tz::Tz;
use hatchboard::{
    incubation::{
        Decision,
        store::{OpenProposal, open_proposals},
    },
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    api::DecideProposal,
    history_view::{Ground, name},
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key, returned},
    organisation::words as organisation_words,
    print::{approval_form, print_approval},
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Fact},
        confirm::Confirm,
        empty::Empty,
        field::{Field, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        nav::Tab,
        notice::Notice,
        page::{PageHead, page},
        table::{ExportLink, Pager},
        time,
    },
};

/// Each is a card with its ground; so many are read in one go.
const SIZE: u64 = 20;

/// What came back from a decision that could not be taken: the proposal, and the remark.
type Typed = (String, String);

/// `/b/{base}/proposals`: what the operator proposes and the bureau decides.
#[component]
pub fn ProposalsPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let asker = at.request.asker()?;
        // Whoever is of the operator's team as well leaves it to a colleague.
        let decides = asker.bureau(at.base.id).is_ok() && asker.manager(at.base.id).is_err();
        let query = ListQuery::current();
        let paging = Paging::new(query.page(), SIZE);
        let Page { rows: open, total } = open_proposals(&at.request.store, &at.reader, paging).await?;
        let data = at.frame(Tab::Proposals).await?;
        let returned = returned::<Typed>("decide-proposal").await?;
        let language = at.language();
        let none = open.is_empty();
        let export = at.path("/proposals.xlsx");
        let orphan = returned.as_ref().filter(|form| !open.iter().any(|one| one.change.id.to_string() == form.typed.0));
        let orphan = orphan.map(|form| form.error.words(language));
        let cards = open
            .into_iter()
            .map(|proposal| {
                let of_it = returned.clone().filter(|form| form.typed.0 == proposal.change.id.to_string());
                let slug = at.base.slug.clone();
                view! { <Proposal slug=slug zone=at.zone() proposal=proposal decides=decides returned=of_it /> }
            })
            .collect_view();
        Ok(view! {
            <Frame data=data>
                <PageHead title=words::proposals_title(language) subtitle=words::proposals_subtitle(language)>
                    <ExportLink query=ListQuery::default() path=export />
                </PageHead>
                {orphan.map(|words| view! { <Notice tone=Tone::Bad words=words /> })}
                {none
                    .then(|| {
                        view! {
                            <Empty
                                title=words::no_proposals(language)
                                words=words::no_proposals_words(language)
                            />
                        }
                    })}
                {cards}
                {(!none).then(|| view! { <Pager query=query size=SIZE total=total /> })}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Proposal(
    slug: String,
    zone: Tz,
    proposal: OpenProposal,
    decides: bool,
    returned: Option<Returned<Typed>>,
) -> AnyView {
    let language = language();
    let OpenProposal { organisation, name: of, change } = proposal;
    let what = name(language, &change);
    let file = format!("/b/{slug}/organisations/{organisation}");
    let link = of.clone();
    let by = words::proposed_by(language, &change.proposed_by, time::minute(change.proposed_at, zone));
    let waited = time::ago(language, Request::current().now, change.proposed_at);
    let (id, version) = (change.id.to_string(), change.row_version);
    let print = approval_form(language, &change).map(|_| {
        let href = format!("/b/{slug}/print/approvals/{organisation}/{id}");
        view! { <LinkButton href=href label=print_approval(language) weight=Weight::Quiet icon=Icon::Print /> }
    });
    let error = returned.as_ref().map(|form| form.error.clone());
    let remark = returned.map(|form| form.typed.1).unwrap_or_default();
    let (in_field, otherwise) = match error {
        Some(AppError::Invalid(_)) => (error, None),
        _ => (None, error),
    };
    let asked = |decision, consequence, remark, error| Asked {
        slug: slug.clone(),
        proposal: id.clone(),
        version,
        decision,
        consequence,
        remark,
        error,
    };
    let confirming = asked(Decision::Confirm, words::confirm_words(language, &of, what), String::new(), None);
    let declining = asked(Decision::Decline, words::decline_words(language).to_owned(), remark, in_field);
    let card = format!("proposal-{id}");
    view! {
        <Card title=format!("{of} · {what}") id=card>
            <dl class="facts">
                <Fact term=organisation_words::name(language)>
                    <a href=file>{link}</a>
                </Fact>
                <Fact term=words::proposed_for(language)>{change.effective_on.to_string()}</Fact>
                <Fact term=words::state_name(language, change.state)>{by} " · " {waited}</Fact>
            </dl>
            <Ground change=change />
            {print}
            {otherwise.map(|error| view! { <Notice tone=Tone::Bad words=error.words(language) /> })}
            {decides
                .then(|| {
                    view! {
                        <FormActions>
                            <Word asked=confirming />
                            <Word asked=declining />
                        </FormActions>
                    }
                })}
        </Card>
    }
    .into_any()
}

/// One of the two words that the bureau can give.
struct Asked {
    slug: String,
    proposal: String,
    version: i32,
    decision: Decision,
    consequence: String,
    remark: String,
    error: Option<AppError>,
}

#[component]
fn Word(asked: Asked) -> AnyView {
    let language = language();
    let declines = asked.decision == Decision::Decline;
    let (label, field, weight) = if declines {
        (words::decline(language), words::reason(language), Weight::Danger)
    } else {
        (words::confirm(language), words::opinion(language), Weight::Main)
    };
    let form = format!("{}-{}", asked.decision, asked.proposal);
    let open = asked.error.is_some();
    view! {
        <Confirm label=label consequence=asked.consequence danger=declines main=!declines open=open>
            <PostForm action={action::<DecideProposal>()} key=new_key() id=form error=asked.error>
                <Hidden name="base" value=asked.slug />
                <Hidden name="proposal" value=asked.proposal />
                <Hidden name="version" value=asked.version.to_string() />
                <Hidden name="decision" value=asked.decision.code() />
                <Field name="reason" label=field value=asked.remark required=declines maxlength=500 />
                <FormActions>
                    <Submit label=label weight=weight />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
