use hatchboard::{
    account::admin::{self, AccountsAsked, Which},
    audit::{self, INSTALLATION},
    base, calendar,
};
use leptos::prelude::*;

use super::{
    chain::{Chain, ChainCard},
    words,
};
use crate::{
    base::words::calendar_missing,
    error::AppError,
    help::FirstSteps,
    request::Request,
    ui::{
        badge::Tone,
        card::{DueCard, DueCards},
        frame::{Frame, FrameData},
        nav::{Place, Tab},
        page::{PageHead, page},
        time,
    },
};

/// Times of the installation are told in the zone of the country.
const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

/// `/admin`: accounts, years of the calendar that are missing, and the audit chains.
#[component]
pub fn AdminPage() -> impl IntoView {
    page(async {
        let request = Request::current();
        let admin = request.asker()?.admin()?;
        let store = &request.store;
        let today = time::day_of(request.now, ZONE);
        let missing = calendar::store::load(store.read()).await?.missed(today);
        let accounts = admin::accounts(store, &admin, &AccountsAsked::default()).await?.total;
        let disabled = AccountsAsked { which: Which::Disabled, ..AccountsAsked::default() };
        let disabled = admin::accounts(store, &admin, &disabled).await?.total;
        let bases = base::store::all(store).await?;
        let mut chains = Vec::new();
        for head in audit::checkpoints(store).await? {
            let of_base = bases.iter().find(|base| base.id.to_string() == head.chain).map(|base| base.name.clone());
            let name = of_base
                .or_else(|| (head.chain == INSTALLATION).then(|| words::installation(request.language).to_owned()));
            let name = name.unwrap_or_else(|| head.chain.clone());
            chains.push(Chain::of(name, head).await?);
        }
        let frame = FrameData::new(&request, &Place::Installation, Tab::Overview, &[]);
        let frame = missing
            .iter()
            .fold(frame, |frame, year| frame.with_warning(calendar_missing(request.language, year), "/admin/calendar"));
        let language = request.language;
        let figures = Figures { accounts, disabled, bases: bases.len(), missing: missing.len() };
        Ok::<_, AppError>(
            view! {
                <Frame data=frame>
                    <PageHead title=words::title_admin(language) subtitle=time::prose_day(language, today) />
                    <FirstSteps place=Place::Installation />
                    <Due figures=figures />
                    <ChainCard chains=chains />
                </Frame>
            }
            .into_any(),
        )
    })
}

/// What the cards count.
#[derive(Debug, Clone, Copy)]
struct Figures {
    accounts: u64,
    disabled: u64,
    bases: usize,
    missing: usize,
}

#[component]
fn Due(figures: Figures) -> impl IntoView {
    let language = crate::ui::language();
    let Figures { accounts, disabled, bases, missing } = figures;
    let calendar_note = if missing == 0 { words::calendar_fine(language) } else { "" };
    let calendar_tone = if missing == 0 { Tone::Calm } else { Tone::Warn };
    view! {
        <DueCards label=words::due_today(language)>
            <DueCard
                href="/admin/calendar"
                figure=missing.to_string()
                label=words::calendar_years_missing(language)
                note=calendar_note
                tone=calendar_tone
            />
            <DueCard
                href="/admin/accounts"
                figure=(accounts - disabled.min(accounts)).to_string()
                label=words::accounts_in_use(language)
                note=words::accounts_disabled(language, disabled)
            />
            <DueCard href="/admin/bases" figure=bases.to_string() label=words::bases(language) />
        </DueCards>
    }
}
