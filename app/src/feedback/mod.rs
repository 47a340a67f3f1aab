//! What was said to an organisation lately, on its first screen: each piece with who, when and a way to where it stands.

mod words;

use chrono_tz::Tz;
use hatchboard::{
    access::SubjectReader,
    feedback::{About, Said, lately},
};
use leptos::prelude::*;
use uuid::Uuid;

use crate::{
    error::AppError,
    request::Request,
    ui::{
        badge::Tone,
        card::{Card, Event},
        language,
        text::beginning,
        time, words as frame_words,
    },
    weekly_report::history,
};

/// So many pieces are shown.
const SHOWN: u64 = 4;

/// The last pieces, the newest first.
pub(crate) async fn load(request: &Request, reader: &SubjectReader) -> Result<Vec<Said>, AppError> {
    Ok(lately(&request.store, reader, SHOWN).await?)
}

/// Nothing before somebody has said anything.
#[component]
pub(crate) fn FeedbackCard(said: Vec<Said>, organisation: Uuid, zone: Tz) -> AnyView {
    let language = language();
    if said.is_empty() {
        return ().into_any();
    }
    let piece = |said: Said| {
        let (tone, title, href, way) = match said.about {
            About::Week(week, kind) => {
                let (tone, what) = history::kind(language, kind);
                let title = words::of_week(language, time::week_number(language, week), what);
                (tone, title, format!("reports/{week}"), words::to_week(language))
            }
            About::Plan(month) => {
                let title = words::of_plan(language, time::month(language, month));
                (Tone::Warn, title, format!("plans/{month}"), words::to_plan(language))
            }
            About::Visit(day) => {
                let title = words::of_visit(language, day);
                (Tone::Calm, title, "records#coaching".to_owned(), words::to_visits(language))
            }
        };
        let role = said.role.map(|role| frame_words::role(language, role).to_owned());
        let told = [Some(time::minute(said.at, zone)), Some(said.by), role];
        let told: Vec<String> = told.into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let href = format!("/o/{organisation}/{href}");
        let spoken = words::way_of(language, way, &title);
        view! {
            <Event tone=tone title=title note=told.join(" · ")>
                <p class="said" lang="zh-CN">
                    {beginning(&said.words)}
                </p>
                <a href=href aria-label=spoken>
                    {way}
                </a>
            </Event>
        }
    };
    let pieces = said.into_iter().map(piece).collect_view();
    view! {
        <Card title=words::title(language) id="feedback">
            <ol class="history">{pieces}</ol>
        </Card>
    }
    .into_any()
}
