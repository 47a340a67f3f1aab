//! `/b/{base}/funds/{fund}`: one pledge, and what was received of it.

use hatchboard::{
    access::Scope,
    funding::{
        PaymentText,
        store::{self, FundPage as Found, PaymentRow},
    },
    record::store::Seen,
};
use leptos::prelude::*;

use super::{
    api::{PaymentTyped, ReceiveFund, StrikeFund, StrikePayment},
    told, words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key, returned},
    record::{StrikeForm, StruckNote},
    request::path_id,
    sending::Sending,
    ui::{
        card::{Card, Fact},
        empty::Empty,
        field::{Field, FileInput, Hidden},
        form::{FormActions, LinkButton, PostForm, Submit},
        frame::Frame,
        icon::Icon,
        nav::Tab,
        number::yuan,
        page::{PageHead, page},
        table::{Column, Table},
        time, words as ui_words,
    },
    weekly_report::attachments::{ACCEPT, Attachments},
};

#[component]
pub fn FundPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let found = store::one(&at.request.store, Scope::from(&at.reader), path_id("fund")?).await;
        let found = found.map_err(|error| told(error, language))?;
        let received = returned::<PaymentText>("fund_receive").await?;
        let strike = returned::<String>("fund_strike").await?;
        let payment = returned::<PaymentTyped>("payment_strike").await?;
        let title = found.row.fund.source.clone();
        let crumbs = [(words::title(language).to_owned(), Some(at.path("/funds"))), (title.clone(), None)];
        let frame = at.frame(Tab::Records).await?.with_crumbs(crumbs);
        let acts = at.is_manager() && found.row.struck.is_none();
        let edit = acts.then(|| {
            let href = at.path(&format!("/funds/{}/edit", found.row.id));
            view! { <LinkButton href=href label=words::edit(language) icon=Icon::Edit /> }
        });
        let receive = acts.then(|| view! { <ReceiveForm at=at.clone() found=found.clone() back=received /> });
        let seen = Seen { id: found.row.id, row_version: found.row_version };
        let strike = acts.then(|| {
            view! {
                <div class="row">
                    <StrikeForm at=at.clone() action={action::<StrikeFund>()} form="strike" seen=seen back=strike />
                </div>
            }
        });
        let struck = found.row.struck.clone().map(|struck| view! { <StruckNote at=at.clone() struck=struck /> });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title>{edit}</PageHead>
                {struck}
                <Facts at=at.clone() found=found.clone() />
                <Payments at=at found=found acts=acts back=payment />
                {receive}
                {strike}
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn Facts(at: At, found: Found) -> AnyView {
    let language = at.language();
    let (entered_at, entered_by) = found.entered;
    let row = found.row;
    let name = if row.name.is_empty() { words::for_base(language).to_owned() } else { row.name };
    let outstanding = (row.fund.pledged - row.received).max(0);
    view! {
        <Card title=words::one(language)>
            <dl class="facts">
                <Fact term=words::organisation(language)>{name}</Fact>
                <Fact term=words::pledged(language)>{yuan(language, row.fund.pledged)}</Fact>
                <Fact term=words::pledged_on(language)>{row.fund.pledged_on.to_string()}</Fact>
                <Fact term=words::received(language)>{yuan(language, row.received)}</Fact>
                <Fact term=words::outstanding(language)>{yuan(language, outstanding)}</Fact>
                <Fact term=words::evidence(language)>
                    <span class="pre">{row.fund.evidence}</span>
                </Fact>
            </dl>
            <Attachments files=found.files />
            <p class="soft">{words::entered_by(language, entered_by, time::minute(entered_at, at.zone()))}</p>
        </Card>
    }
    .into_any()
}

#[component]
fn Payments(at: At, found: Found, acts: bool, back: Option<Returned<PaymentTyped>>) -> AnyView {
    let language = at.language();
    if found.payments.is_empty() {
        return view! {
            <Card title=words::payments(language)>
                <Empty title=words::no_payments(language) icon=Icon::Record />
            </Card>
        }
        .into_any();
    }
    let of = |row: &PaymentRow| {
        let back = back.as_ref().filter(|back| back.typed.id == row.id.to_string())?;
        Some(Returned { typed: back.typed.reason.clone(), error: back.error.clone() })
    };
    let row = |row: PaymentRow| {
        let seen = Seen { id: row.id, row_version: row.row_version };
        let form = format!("strike-{}", row.id.simple());
        let back = of(&row);
        let (strike, problem) = if acts && row.struck.is_none() {
            let action = action::<StrikePayment>();
            (Some(view! { <StrikeForm at=at.clone() action=action form=form seen=seen back=back /> }), None)
        } else {
            (None, back.map(|back| view! { <p class="field-problem">{back.error.words(language)}</p> }))
        };
        let struck = row.struck.map(|struck| {
            view! { <p class="soft">{words::struck_payment(language, struck.why)}</p> }
        });
        view! {
            <tr>
                <td class="card-title">{row.payment.received_on.to_string()}</td>
                <td class="number" data-label=words::received(language)>
                    {yuan(language, row.payment.received)}
                </td>
                <td data-label=words::evidence(language)>
                    <div>
                        <span class="pre">{row.payment.evidence}</span>
                        <Attachments files=row.files />
                        {struck}
                    </div>
                </td>
                <td data-label=words::entered(language)>{row.entered.1} {strike} {problem}</td>
            </tr>
        }
    };
    let rows = found.payments.into_iter().map(row).collect_view();
    view! {
        <Card title=words::payments(language) flush=true id="payments">
            <Table caption=words::payments(language)>
                <thead>
                    <tr>
                        <Column label=words::received_on(language) />
                        <Column label=words::received(language) numeric=true />
                        <Column label=words::evidence(language) />
                        <Column label=words::entered(language) />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </Table>
        </Card>
    }
    .into_any()
}

#[component]
fn ReceiveForm(at: At, found: Found, back: Option<Returned<PaymentText>>) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let begin = || PaymentText { received_on: at.today().to_string(), ..PaymentText::default() };
    let typed = typed.unwrap_or_else(begin);
    view! {
        <Card title=words::receive(language)>
            <PostForm action={action::<ReceiveFund>()} key=new_key() id="receive" multipart=true error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="id" value=found.row.id.to_string() />
                <div class="fields">
                    <Field
                        name="received"
                        label=words::received(language)
                        hint=words::received_hint(language)
                        inputmode="decimal"
                        value=typed.received
                        required=true
                        maxlength=20
                    />
                    <Field
                        name="received_on"
                        label=words::received_on(language)
                        kind="date"
                        value=typed.received_on
                        max=at.today().to_string()
                        required=true
                    />
                    <Field
                        name="evidence"
                        label=words::evidence(language)
                        hint=words::evidence_hint(language)
                        value=typed.evidence
                        required=true
                        maxlength=200
                    />
                </div>
                <FileInput
                    name="file"
                    label=words::evidence_file(language)
                    hint=words::evidence_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::receive(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}
