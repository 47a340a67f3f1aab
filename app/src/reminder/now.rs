//! "Remind now" on the list of who is silent.

use leptos::prelude::*;

use super::{api::RemindSilent, words};
use crate::{
    form::{action, new_key, returned},
    ui::{
        confirm::Confirm,
        field::Hidden,
        form::{FormActions, PostForm, Submit},
        language,
    },
};

/// What the form came back with, if it did.
pub(crate) async fn refused() -> Result<Option<crate::error::AppError>, crate::error::AppError> {
    Ok(returned::<()>("reminder_now").await?.map(|back| back.error))
}

#[component]
pub fn RemindNow(slug: String, count: u64, error: Option<crate::error::AppError>) -> AnyView {
    let language = language();
    let open = error.is_some();
    view! {
        <Confirm
            label=words::remind_now(language, count)
            consequence=words::remind_now_consequence(language)
            open=open
        >
            <PostForm action={action::<RemindSilent>()} key=new_key() id="remind-now" error=error>
                <Hidden name="base" value=slug />
                <FormActions>
                    <Submit label=words::remind_now_do(language) />
                </FormActions>
            </PostForm>
        </Confirm>
    }
    .into_any()
}
