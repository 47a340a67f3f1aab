//! The entries of a target: what the operator says, and what the bureau says to it.

use hatchboard::{
    annual_target::{
        EntryField, EntryState, NewEntry, Target,
        store::{EnteredRow, TargetLine, TargetPage},
    },
    period::Year,
};
use leptos::prelude::*;

use super::{
    api::{DecideEntry, EnterTarget, ReasonTyped},
    look::{EntryBadge, plain},
    problem::amount_label,
    words,
};
use crate::{
    base::At,
    error::AppError,
    form::{Returned, action, new_key},
    sending::Sending,
    ui::{
        card::Card,
        confirm::Confirm,
        empty::Empty,
        field::{Field, FileInput, Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
        icon::Icon,
        table::{Column, Table},
        time, words as ui_words,
    },
    weekly_report::attachments::{ACCEPT, Attachments},
};

#[component]
pub(super) fn EnterForm(at: At, year: Year, line: TargetLine, back: Option<Returned<NewEntry>>) -> AnyView {
    let language = at.language();
    let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
    let NewEntry { on, amount, what, evidence } =
        typed.unwrap_or_else(|| NewEntry { on: at.today().to_string(), ..NewEntry::default() });
    let last = at.today().min(year.last_day());
    let amount_hint = if line.target.measure.adds_up() { words::amount_hint } else { words::rate_hint };
    view! {
        <Card title=words::enter_title(language) id="enter">
            <PostForm action={action::<EnterTarget>()} key=new_key() id="entry" multipart=true error=error>
                <Hidden name="base" value=at.base.slug.clone() />
                <Hidden name="year" value=year.to_string() />
                <Hidden name="target" value=line.target.code.clone() />
                <div class="fields">
                    <Field
                        name=EntryField::On.code()
                        label=words::on(language)
                        kind="date"
                        value=on
                        min=year.first_day().to_string()
                        max=last.to_string()
                        required=true
                    />
                    <Field
                        name=EntryField::Amount.code()
                        label=amount_label(language, line.target.measure)
                        hint=amount_hint(language)
                        value=amount
                        inputmode="decimal"
                        required=true
                    />
                </div>
                <Field
                    name=EntryField::What.code()
                    label=words::what(language)
                    hint=words::what_hint(language)
                    value=what
                    required=true
                    maxlength=200
                />
                <Field
                    name=EntryField::Evidence.code()
                    label=words::evidence(language)
                    hint=words::evidence_hint(language)
                    value=evidence
                    required=true
                    maxlength=200
                />
                <FileInput
                    name="file"
                    label=words::evidence_file(language)
                    hint=words::evidence_file_hint(language)
                    accept=ACCEPT
                />
                <FormActions>
                    <Submit label=words::enter(language) />
                </FormActions>
                <Sending label=ui_words::sending(language).to_owned() />
            </PostForm>
        </Card>
    }
    .into_any()
}

#[component]
pub(super) fn Entries(at: At, found: TargetPage, back: Option<Returned<ReasonTyped>>) -> AnyView {
    let language = at.language();
    if found.entries.is_empty() {
        return view! {
            <Card title=words::entries(language)>
                <Empty title=words::no_entries(language) words=words::no_entries_hint(language) icon=Icon::Target />
            </Card>
        }
        .into_any();
    }
    let target = found.line.target;
    let rows = found.entries.into_iter().rev().map(|entry| {
        let of_it = back.as_ref().filter(|back| back.typed.about == entry.id.to_string());
        let back = of_it.map(|back| (back.typed.reason.clone(), back.error.clone()));
        view! { <Row at=at.clone() target=target.clone() entry=entry back=back /> }
    });
    let rows = rows.collect_view();
    view! {
        <Table caption=words::entries(language)>
            <thead>
                <tr>
                    <Column label=words::what(language) />
                    <Column label=words::on(language) />
                    <Column label=amount_label(language, target.measure) numeric=true />
                    <Column label=words::evidence(language) />
                    <Column label=words::state(language) />
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </Table>
    }
    .into_any()
}

#[component]
fn Row(
    at: At,
    target: Target,
    entry: EnteredRow,
    #[prop(optional_no_strip)] back: Option<(String, AppError)>,
) -> AnyView {
    let (language, zone) = (at.language(), at.zone());
    let entered = words::entered_by(language, &entry.entered_by, time::minute(entry.entered_at, zone));
    let decided = entry.decided.clone().map(|(at, by)| {
        view! { <p class="soft">{words::entry_decided_by(language, by, time::minute(at, zone))}</p> }
    });
    let refused = (!entry.refused_for.is_empty()).then(|| view! { <p class="pre">{entry.refused_for.clone()}</p> });
    let decisions = view! { <Decisions at=at entry=entry.clone() back=back /> };
    view! {
        <tr>
            <td class="card-title">
                {entry.what} <p class="soft">{entered}</p>
            </td>
            <td data-label=words::on(language)>{entry.on.to_string()}</td>
            <td class="number" data-label=amount_label(language, target.measure)>
                {plain(language, target.measure, entry.amount)}
            </td>
            <td data-label=words::evidence(language)>
                <div>{entry.evidence} <Attachments files=entry.files /></div>
            </td>
            <td data-label=words::state(language)>
                <div>
                    <EntryBadge state=entry.state />
                    {decided}
                    {refused}
                    {decisions}
                </div>
            </td>
        </tr>
    }
    .into_any()
}

/// What the one who looks may do with an entry that waits.
#[component]
fn Decisions(at: At, entry: EnteredRow, #[prop(optional_no_strip)] back: Option<(String, AppError)>) -> AnyView {
    let language = at.language();
    if entry.state != EntryState::Pending {
        return ().into_any();
    }
    let (reason, error) = back.unzip();
    let seen = Seen { base: at.base.slug.clone(), entry: entry.id.to_string(), version: entry.row_version.to_string() };
    if at.is_manager() {
        return view! {
            <Confirm
                label=words::entry_withdraw(language)
                consequence=words::entry_withdraw_consequence(language)
                open=error.is_some()
            >
                <PostForm action={action::<DecideEntry>()} key=new_key() id=format!("withdraw-{}", entry.id) error=error>
                    <SeenView seen=seen />
                    <FormActions>
                        <Submit
                            label=words::entry_withdraw(language)
                            weight=Weight::Plain
                            name="act"
                            value="withdraw"
                        />
                    </FormActions>
                </PostForm>
            </Confirm>
        }
        .into_any();
    }
    if !at.is_bureau() {
        return ().into_any();
    }
    let open = error.is_some();
    let same = seen.clone();
    view! {
        <div class="row">
            <PostForm action={action::<DecideEntry>()} key=new_key() id=format!("approve-{}", entry.id) class="row">
                <SeenView seen=seen />
                <Submit label=words::entry_approve(language) weight=Weight::Plain name="act" value="approve" />
            </PostForm>
            <Confirm label=words::entry_refuse(language) consequence=words::entry_refuse_hint(language) open=open>
                <PostForm action={action::<DecideEntry>()} key=new_key() id=format!("refuse-{}", entry.id) error=error>
                    <SeenView seen=same />
                    <TextArea
                        name="reason"
                        label=words::reason(language)
                        value=reason.unwrap_or_default()
                        required=true
                        rows=2
                        maxlength=500
                    />
                    <FormActions>
                        <Submit
                            label=words::entry_refuse(language)
                            weight=Weight::Danger
                            name="act"
                            value="refuse"
                        />
                    </FormActions>
                </PostForm>
            </Confirm>
        </div>
    }
    .into_any()
}

#[derive(Debug, Clone)]
struct Seen {
    base: String,
    entry: String,
    version: String,
}

#[component]
fn SeenView(seen: Seen) -> AnyView {
    view! {
        <Hidden name="base" value=seen.base />
        <Hidden name="entry" value=seen.entry />
        <Hidden name="version" value=seen.version />
    }
    .into_any()
}
