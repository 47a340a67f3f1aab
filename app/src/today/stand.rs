//! How the base stands, for its operator: sheets, plans, stages, help and targets, each a way into its records.

use hatchboard::{
    annual_target::store::{self as targets, YearPage},
    assessment::store::{RoundRow, round},
    incubation::store::{Funnel, funnel},
    monthly_plan::store::{MonthDone, completed},
    period::{Month, Quarter, Year},
    service_request::{Age, store::ages},
    store::Paging,
};
use leptos::prelude::*;

use super::{At, manager::last_quarter, words};
use crate::{
    annual_target::{self, BehindCard},
    assessment,
    error::AppError,
    funnel::StandingCard,
    monthly_plan::completed::LatelyCompleted,
    overview::scores::States,
    service_request::ages::Ages,
};

/// This month and the last one.
const MONTHS: usize = 2;

/// What the cards show.
#[derive(Debug, Clone)]
pub struct Stand {
    /// The quarter that is over, whose sheets are in work.
    quarter: Quarter,
    round: Option<RoundRow>,
    months: Vec<MonthDone>,
    /// With the running quarter's moves.
    stages: Funnel,
    help: Vec<(Age, u32)>,
    targets: YearPage,
}

impl Stand {
    /// In as many statements whatever the base holds.
    pub(super) async fn load(at: &At) -> Result<Self, AppError> {
        let (store, reader, language, today) = (&at.request.store, &at.reader, at.language(), at.today());
        let quarter = last_quarter(at);
        let round = round(store, reader, quarter.into()).await.map_err(|error| assessment::told(error, language))?;
        let year = targets::year(store, reader, Year::of(today)).await;
        let running = Quarter::of(today).into();
        Ok(Self {
            quarter,
            round,
            months: completed(store, reader, Month::of(today), MONTHS).await?,
            stages: funnel(store, reader, running, None, Paging::new(1, 1)).await?,
            help: ages(store, reader).await?,
            targets: year.map_err(|error| annual_target::told(error, language))?,
        })
    }
}

#[component]
pub(super) fn StandCards(at: At, stand: Stand) -> AnyView {
    let Stand { quarter, round, months, stages, help, targets } = stand;
    let title = words::sheets_of(at.language(), quarter);
    let services = at.path("/services");
    view! {
        <div class="pairs">
            <States at=at.clone() quarter=quarter round=round title=title />
            <LatelyCompleted at=at.clone() months=months />
            <BehindCard at=at.clone() page=targets />
            <StandingCard at=at found=stages />
            <Ages path=services ages=help />
        </div>
    }
    .into_any()
}
