//! `/b/{base}/funds/new` and `/b/{base}/funds/{fund}/edit`.

use hatchboard::{
    access::Scope,
    funding::{FundText, store},
    organisation::store::choices,
    record::store::Seen,
};
use leptos::prelude::*;

use super::{api::SaveFund, told, words};
use crate::{
    base::At,
    error::{AppError, Refusal},
    form::{Returned, action, new_key, returned},
    record::typed_yuan,
    request::path_id,
    sending::Sending,
    ui::{
        card::Card,
        field::{Field, FileInput, Hidden, Options, Select, TextArea},
        form::{FormActions, PostForm, Submit},
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
        words as ui_words,
    },
    weekly_report::attachments::ACCEPT,
};

#[component]
pub fn NewFundPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let begin = FundText { pledged_on: at.today().to_string(), ..FundText::default() };
        whole(at, None, begin).await
    })
}

#[component]
pub fn EditFundPage() -> impl IntoView {
    page(async {
        let (at, _) = At::managed().await?;
        let found = store::one(&at.request.store, Scope::from(&at.reader), path_id("fund")?).await;
        let found = found.map_err(|error| told(error, at.language()))?;
        if found.row.struck.is_some() {
            return Err(AppError::Refused(Refusal::NotNow));
        }
        let seen = Seen { id: found.row.id, row_version: found.row_version };
        let fund = found.row.fund;
        let typed = FundText {
            source: fund.source,
            organisation: fund.organisation.map(|id| id.to_string()).unwrap_or_default(),
            pledged: typed_yuan(fund.pledged),
            pledged_on: fund.pledged_on.to_string(),
            evidence: fund.evidence,
        };
        whole(at, Some(seen), typed).await
    })
}

async fn whole(at: At, seen: Option<Seen>, begin: FundText) -> Result<AnyView, AppError> {
    let language = at.language();
    let offered = choices(at.request.store.read(), at.base.id).await?;
    let offered: Options = offered.into_iter().map(|(id, name)| (id.to_string(), name)).collect();
    let back = returned::<FundText>("fund").await?;
    let title = if seen.is_some() { words::edit(language) } else { words::new(language) };
    let crumbs = [(words::title(language).to_owned(), Some(at.path("/funds"))), (title.to_owned(), None)];
    let frame = at.frame(Tab::Records).await?.with_crumbs(crumbs);
    Ok(view! {
        <Frame data=frame>
            <PageHead title=title />
            <FundForm at=at seen=seen begin=begin offered=offered back=back />
        </Frame>
    }
    .into_any())
}

#[component]
fn FundForm(
    at: At,
    seen: Option<Seen>,
    begin: FundText,
    offered: Options,
    back: Option<Returned<FundText>>,
) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let typed = typed.unwrap_or(begin);
    let which = seen.map(|seen| {
        view! {
            <Hidden name="id" value=seen.id.to_string() />
            <Hidden name="version" value=seen.row_version.to_string() />
        }
    });
    view! {
        <Card title=words::one(language)>
            <PostForm action={action::<SaveFund>()} key=new_key() id="fund" multipart=true error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                {which}
                <Field name="source" label=words::source(language) value=typed.source required=true maxlength=100 />
                <Select
                    name="organisation"
                    label=words::organisation(language)
                    options=offered
                    value=typed.organisation
                    prompt=words::for_base_choice(language)
                />
                <div class="fields">
                    <Field
                        name="pledged"
                        label=words::pledged(language)
                        hint=words::pledged_hint(language)
                        inputmode="decimal"
                        value=typed.pledged
                        required=true
                        maxlength=20
                    />
                    <Field
                        name="pledged_on"
                        label=words::pledged_on(language)
                        kind="date"
                        value=typed.pledged_on
                        max=at.today().to_string()
                        required=true
                    />
                </div>
                <TextArea
                    name="evidence"
                    label=words::evidence(language)
                    hint=words::evidence_hint(language)
                    value=typed.evidence
                    required=true
                    rows=2
                    maxlength=2000
                />
                <FileInput
                    name="file"
                    label=words::evidence_file(language)
                    hint=words::evidence_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::save(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}
