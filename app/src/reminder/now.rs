//! "Remind now" on the lists that tell who is late.

use hatchboard::reminder::Kind;
use leptos::prelude::*;

use super::{api::RemindSilent, words};
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

/// For the operator, where an organisation is late, or a colleague who is named for a visit.
#[component]
pub fn RemindNow(
    /// The base's short name in links.
    slug: String,
    kind: Kind,
    /// The month or the occasion, where the list is of one.
    #[prop(optional, into)]
    record: String,
    /// How many organisations are late, where the list tells.
    #[prop(optional)]
    count: Option<u64>,
    error: Option<AppError>,
) -> AnyView {
    let language = language();
    let open = error.is_some();
    let label = match (kind, count) {
        (Kind::FollowUp, _) => words::remind_visitors(language).to_owned(),
        (_, Some(count)) => words::remind_now(language, count),
        (_, None) => words::remind_late(language).to_owned(),
    };
    let consequence = match kind {
        Kind::FollowUp => words::remind_visitors_consequence(language),
        _ => words::remind_now_consequence(language),
    };
    view! {
        <Confirm label=label consequence=consequence open=open>
            <PostForm action={action::<RemindSilent>()} key=new_key() id="remind-now" error=error>
                <Hidden name="base" value=slug />
                <Hidden name="kind" value=kind.code() />
                <Hidden name="record" value=record />
                <FormActions>
                    <Submit label=words::remind_now_do(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
