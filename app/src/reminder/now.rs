//! "Remind now" on the lists that tell who is late.

use hatchboard::reminder::Kind;
use leptos::prelude::*;

use super::{
    api::{RemindBase, RemindSilent},
    words,
};
use crate::{
    error::AppError,
    form::{action, new_key, returned},
    ui::{
        confirm::Confirm,
        field::Hidden,
        form::{FormActions, PostForm, Submit},
        language,
    },
};

/// What the form came back with, if it did.
pub(crate) async fn refused() -> Result<Option<AppError>, AppError> {
    Ok(returned::<()>("reminder_now").await?.map(|back| back.error))
}

/// For the operator, where an organisation is late, or a colleague who is named for a visit or for help. For the bureau,
/// where the base itself is.
#[component]
pub fn RemindNow(
    /// The base's short name in links.
    slug: String,
    kind: Kind,
    /// The base itself is late, so that the bureau asks all of its operator's team.
    #[prop(optional)]
    of_base: bool,
    /// The week, the month or the occasion, where the list is of one.
    #[prop(optional, into)]
    record: String,
    /// What the list is narrowed to, where it says who is late whatever it is narrowed to.
    #[prop(optional, into)]
    show: String,
    /// How many organisations are late, where the list tells.
    #[prop(optional)]
    count: Option<u64>,
    error: Option<AppError>,
) -> AnyView {
    let language = language();
    let open = error.is_some();
    let sent_to = if of_base { action::<RemindBase>() } else { action::<RemindSilent>() };
    let label = match (kind, count) {
        _ if of_base => words::remind_operator(language).to_owned(),
        (Kind::FollowUp, _) => words::remind_visitors(language).to_owned(),
        (Kind::Service, _) => words::remind_owners(language).to_owned(),
        (_, Some(count)) => words::remind_now(language, count),
        (_, None) => words::remind_late(language).to_owned(),
    };
    let consequence = match kind {
        _ if of_base => words::remind_operator_consequence(language),
        Kind::FollowUp => words::remind_visitors_consequence(language),
        Kind::Service => words::remind_owners_consequence(language),
        _ => words::remind_now_consequence(language),
    };
    let show = (!show.is_empty()).then(|| view! { <Hidden name="show" value=show /> });
    view! {
        <Confirm label=label consequence=consequence open=open>
            <PostForm action=sent_to key=new_key() id="remind-now" error=error>
                <Hidden name="base" value=slug />
                <Hidden name="kind" value=kind.code() />
                <Hidden name="record" value=record />
                {show}
                <FormActions>
                    <Submit label=words::remind_now_do(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
