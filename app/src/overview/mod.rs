//! A base at a glance (一览): its week, month, quarter or year, as leadership reads it in a minute, on a screen and on
//! paper.
//!
//! Every number is computed by the rules and the store, stands in words or a table beside its chart and beside the
//! period before, and opens into the records that it counts.

pub mod across;
pub mod across_base;
mod across_download;
pub mod across_lines;
mod across_words;
pub mod apart;
pub mod bands;
mod beside;
pub mod followed_up;
pub mod months;
pub mod scores;
mod shown;
pub mod switch;
pub mod targets;
pub mod weeks;
pub mod years;

mod words;

pub(crate) use across::PATH as ACROSS;
pub use across_download::routes;
pub(crate) use across_lines::supervised;
pub(crate) use across_words::title as across;

pub mod pages {
    //! The pages of this area, for the table of routes.
    pub use super::{GlancePage, across::AcrossPage};
}

use hatchboard::period::{Period, Stretch};
use leptos::prelude::*;

use self::{shown::Shown, switch::Switch};
use crate::{
    base::At,
    error::AppError,
    request::path_parameter,
    ui::{
        frame::Frame,
        nav::Tab,
        page::{PageHead, page},
        stretch,
    },
};

/// `/b/{base}/quarters/{period}`, for those who read the base: `2026-W15`, `2026-04`, `2026-Q2` or `2026`.
#[component]
pub fn GlancePage() -> impl IntoView {
    page(async {
        let at = At::current().await?;
        let language = at.language();
        let within: Stretch = path_parameter("period").parse().map_err(|_| AppError::NotFound)?;
        let Shown { actions, body } = match within {
            Stretch::Period(Period::Week(week)) => shown::week(&at, week).await?,
            Stretch::Period(Period::Month(month)) => shown::month(&at, month).await?,
            Stretch::Period(Period::Quarter(quarter)) => shown::quarter(&at, quarter).await?,
            Stretch::Year(year) => shown::year(&at, year).await?,
        };
        let name = stretch::name(language, within);
        let is_quarter = matches!(within, Stretch::Period(Period::Quarter(_)));
        let called = if is_quarter { words::title(language, name) } else { words::title_of(language, name) };
        // The first screen leads to every kind; a quarter is part of its assessment besides.
        let above = if is_quarter { Tab::Assessments } else { at.first_screen() };
        let crumbs = [(above.words(language).to_owned(), Some(at.place().href(above))), (called.clone(), None)];
        let frame = at.frame(above).await?.with_crumbs(crumbs);
        let title = format!("{} {called}", at.base.name);
        let before = stretch::name(language, within.previous());
        let subtitle = if within.is_running(at.today()) {
            words::subtitle_running(language, before)
        } else {
            words::subtitle(language, before)
        };
        Ok(view! {
            <Frame data=frame>
                <PageHead title=title subtitle=subtitle>
                    {actions}
                </PageHead>
                <Switch at=at within=within />
                {body}
            </Frame>
        }
        .into_any())
    })
}
