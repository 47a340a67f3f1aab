use hatchboard::{
    reminder::store::{self, Notice},
    store::{Page, Paging},
};
use leptos::prelude::*;

use super::{
    api::{ReadAllNotices, ReadNotice},
    lines::Lines,
    words,
};
use crate::{
    account::frame,
    form::action,
    request::Request,
    ui::{
        badge::{Badge, Tone},
        card::Card,
        empty::Empty,
        field::Hidden,
        form::{LinkButton, PostForm, Submit, Weight},
        frame::Frame,
        icon::Icon,
        language,
        list_query::ListQuery,
        page::{PageHead, page},
        table::Pager,
        time,
    },
};

/// Notices on a page.
const SIZE: u64 = 20;

/// `/notices`
#[component]
pub fn NoticesPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let paging = Paging::new(ListQuery::current().page(), SIZE);
        let found = store::notices(&request.store, request.asker()?, paging).await?;
        let unread = request.asker()?.unread() > 0;
        Ok(view! {
            <Frame data=frame::of_oneself(&request)>
                <List found=found unread=unread />
            </Frame>
        }
        .into_any())
    })
}

#[component]
fn List(found: Page<Notice>, unread: bool) -> AnyView {
    let language = language();
    let Page { rows, total } = found;
    let all_read = unread.then(|| {
        view! {
            <PostForm action={action::<ReadAllNotices>()} id="all-read" class="">
                <Submit label=words::mark_all_read(language) weight=Weight::Plain icon=Icon::Check />
            </PostForm>
        }
    });
    let body = if rows.is_empty() {
        view! {
            <Card title=words::notices(language)>
                <Empty title=words::no_notices(language) words=words::no_notices_hint(language) icon=Icon::Bell />
            </Card>
        }
        .into_any()
    } else {
        let cards: Vec<_> = rows.into_iter().map(|notice| view! { <One notice=notice /> }).collect();
        view! {
            {cards}
            <Pager size=SIZE total=total exported=false />
        }
        .into_any()
    };
    view! {
        <PageHead title=words::notices(language) subtitle=words::notices_subtitle(language)>
            {all_read}
            <LinkButton href="/notices/settings" label=words::settings_title(language) icon=Icon::Settings />
        </PageHead>
        {body}
    }
    .into_any()
}

#[component]
pub fn One(notice: Notice) -> AnyView {
    let language = language();
    let title = time::minute(notice.sent_at, notice.zone);
    let id = notice.id;
    let new = notice.read_at.is_none();
    let aside: ViewFn =
        (move || new.then(|| view! { <Badge tone=Tone::Accent sign="•" word=words::unread(language) /> })).into();
    let mark = new.then(|| {
        view! {
            <PostForm action={action::<ReadNotice>()} id=format!("read-{}", id.simple()) class="">
                <Hidden name="id" value=id.to_string() />
                <Submit label=words::mark_read(language) weight=Weight::Quiet />
            </PostForm>
        }
    });
    view! {
        <Card title=title aside=aside>
            <p class="soft" lang="zh-CN">
                {notice.base_name}
            </p>
            <Lines lines=notice.lines slug=notice.base_slug zone=notice.zone />
            {mark}
        </Card>
    }
    .into_any()
}
