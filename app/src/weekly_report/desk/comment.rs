use hatchboard::{access::Role, weekly_report::store::read::ReportPage};
use leptos::prelude::*;

use super::{
    api::{CommentOnReport, SaidTyped},
    words,
};
use crate::{
    base::At,
    form::{Returned, action, new_key},
    ui::{
        card::Card,
        field::{Hidden, TextArea},
        form::{FormActions, PostForm, Submit, Weight},
    },
};

/// A form to say something about a report, for operator and bureau; nothing for the auditor.
#[component]
pub(super) fn CommentForm(at: At, report: ReportPage, back: Option<Returned<SaidTyped>>) -> impl IntoView {
    let language = at.language();
    matches!(at.role(), Role::Manager | Role::Bureau).then(|| {
        let (typed, error) = back.map(|back| (back.typed, back.error)).unzip();
        let hint =
            if report.subject.of_base { words::comment_hint_base(language) } else { words::comment_hint(language) };
        view! {
            <Card title=words::comment(language) id="comment">
                <PostForm action={action::<CommentOnReport>()} key=new_key() id="say" error=error>
                    <Hidden name="base" value=at.base.slug.clone() />
                    <Hidden name="report" value=report.id.to_string() />
                    <TextArea
                        name="reason"
                        label=words::comment(language)
                        hint=hint
                        value=typed.unwrap_or_default().reason
                        required=true
                        rows=2
                        maxlength=2000
                    />
                    <FormActions>
                        <Submit label=words::send_comment(language) weight=Weight::Plain />
                    </FormActions>
                </PostForm>
            </Card>
        }
    })
}
