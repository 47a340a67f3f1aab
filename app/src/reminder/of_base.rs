use hatchboard::{
    reminder::{
        Digest, Kind, Steps, StepsText,
        store::{self, BaseRules, Preview},
    },
    store::Paging,
};
use leptos::prelude::*;

use super::{
    api::SettleReminderRules,
    kinds::KindBoxes,
    lines::Lines,
    log::{self, Log},
    names,
    steps::StepsForm,
    words,
};
use crate::{
    Language,
    base::At,
    error::AppError,
    form::{action, new_key, returned},
    ui::{
        card::Card,
        empty::Empty,
        field::Hidden,
        form::{FormActions, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        list_query::ListQuery,
        nav::Tab,
        page::{PageHead, page},
        table::{Column, Table},
        time::Moment,
    },
};

/// Lines of a digest that the preview shows; the others are counted.
const FIRST: usize = 3;
/// Digests that the preview shows; the others are counted.
const SHOWN: usize = 30;

/// `/b/{base}/reminders`
#[component]
pub fn RemindersPage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let query = ListQuery::current();
        let (db, reader) = (&at.request.store, &at.reader);
        let coming = store::preview(db, reader, at.request.channels()).await?;
        let rules = store::rules(db, reader).await?;
        let settled = store::steps(db, reader).await?;
        let paging = Paging::new(query.page(), Paging::SIZE);
        let told = store::deliveries(db, reader, log::filter(&query), paging).await?;
        let error = returned::<()>("reminder_rules").await?.map(|back| back.error);
        let back = returned::<StepsText>("reminder_steps").await?;
        let frame = at.frame(Tab::Reminders).await?;
        let language = at.language();
        let may_settle = at.is_manager();
        let forms = may_settle.then(|| {
            view! {
                <Rules slug=at.base.slug.clone() rules=rules error=error />
                <StepsForm slug=at.base.slug.clone() settled=settled back=back />
            }
        });
        Ok(view! {
            <Frame data=frame>
                <PageHead title=words::reminders(language) subtitle=subtitle(language, settled.steps) />
                <Coming at=at.clone() coming=coming />
                {forms}
                <Log at=at query=query found=told />
            </Frame>
        }
        .into_any())
    })
}

/// When who is told.
fn subtitle(language: Language, steps: Steps) -> String {
    let (ahead, visit) = steps.before_visit();
    words::reminders_subtitle(language, steps.before, steps.after, steps.operator, steps.bureau, ahead, visit)
}

/// Who would get what.
#[component]
fn Coming(at: At, coming: Preview) -> AnyView {
    let language = at.language();
    let zone = at.zone();
    let more = coming.digests.len().saturating_sub(SHOWN);
    if coming.digests.is_empty() {
        return view! {
            <Card title=words::preview(language)>
                <Empty title=words::preview_none(language) words=words::preview_hint(language) icon=Icon::Bell />
            </Card>
        }
        .into_any();
    }
    let row = |(person, digest): (String, Digest)| {
        view! {
            <tr>
                <td class="card-title" lang="zh-CN">
                    {person}
                </td>
                <td data-label=words::channel(language)>{names::channel(language, digest.channel)}</td>
                <td data-label=words::what(language) class="long">
                    <Lines lines=digest.lines slug=at.base.slug.clone() zone=zone shown=FIRST in_base=true />
                </td>
                <td data-label=words::when(language)>
                    <Moment at=digest.at zone=zone />
                </td>
            </tr>
        }
    };
    let body: Vec<_> = coming.digests.into_iter().take(SHOWN).map(row).collect();
    view! {
        <Card title=words::preview(language) flush=true>
            <Table caption=words::preview_caption(language)>
                <thead>
                    <tr>
                        <Column label=words::person(language) />
                        <Column label=words::channel(language) />
                        <Column label=words::what(language) />
                        <Column label=words::when(language) />
                    </tr>
                </thead>
                <tbody>{body}</tbody>
            </Table>
        </Card>
        <p class="soft">
            {(more > 0).then(|| words::preview_more(language, more))} {words::preview_hint(language)}
        </p>
    }
    .into_any()
}

/// What the base reminds of.
#[component]
fn Rules(slug: String, rules: BaseRules, error: Option<AppError>) -> AnyView {
    let language = crate::ui::language();
    let on = Kind::ALL.iter().filter(|kind| !rules.off.contains(*kind));
    let on: Vec<String> = on.map(|kind| kind.code().to_owned()).collect();
    view! {
        <Card title=words::rules(language)>
            <PostForm action={action::<SettleReminderRules>()} key=new_key() id="rules" error=error>
                <Hidden name="base" value=slug />
                <Hidden name="version" value=rules.row_version.to_string() />
                <p class="soft">{words::rules_hint(language)}</p>
                <KindBoxes form="rules-kinds" label=words::what(language) chosen=on without_bureau=true />
                <FormActions>
                    <Submit label=words::save_rules(language) weight=Weight::Plain />
                </FormActions>
            </PostForm>
        </Card>
    }
    .into_any()
}
