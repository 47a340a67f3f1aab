//! What each kind of period shows: what is read of the areas, and the cards that tell it.

use chrono::NaiveDate;
use hatchboard::{
    annual_target::store as targets,
    assessment::store::{overview, summary_of, year_overview},
    coaching::store::visited,
    follow_up::store::{glance, survival_on},
    funding::store::sums,
    monthly_plan::store::completed,
    period::{Month, Quarter, Stretch, Week, Year},
    training::store::tally,
    weekly_report::store::{base_report, filed_beside, quarter_filed, quarter_rate},
};
use leptos::prelude::*;

use super::{
    apart::Apart,
    bands::Bands,
    followed_up::FollowedUp,
    months::{Done, MonthFigures},
    scores::{Figures, Moves, OfBase, States, Totals},
    targets::Targets,
    weeks::{Filed, Help, Lately, Silent, WeekFigures},
    words,
    years::{Given, Quarters, YearFigures},
};
use crate::{
    annual_target, assessment,
    base::At,
    error::AppError,
    follow_up, funnel,
    monthly_plan::completed::{CompletedCard, MONTHS},
    print::print_year,
    ui::{form::LinkButton, icon::Icon},
    weekly_report::desk::problem,
};

/// A period's page below its title.
pub(super) struct Shown {
    /// Beside the title.
    pub actions: AnyView,
    pub body: AnyView,
}

/// The day of which a period tells what counts from the beginning: its last one, today while it runs.
fn told_on(at: &At, within: Stretch) -> NaiveDate {
    within.last_day().min(at.today())
}

pub(super) async fn week(at: &At, week: Week) -> Result<Shown, AppError> {
    let (store, reader, language) = (&at.request.store, &at.reader, at.language());
    let told = |error| problem::told(error, language);
    let filed = filed_beside(store, reader, week.into()).await.map_err(told)?;
    let now = base_report::summary(store, reader, week).await.map_err(told)?;
    let before = base_report::summary(store, reader, week.previous()).await.map_err(told)?;
    let of_base = at.path(&format!("/base-reports/{week}"));
    let (asked, asked_before) = (now.help_needed.len(), before.help_needed.len());
    let (at, weeks) = (at.clone(), filed.weeks.clone());
    let help = view! { <Help at=at.clone() week=week needed=now.help_needed /> };
    Ok(Shown {
        actions: view! { <LinkButton href=of_base label=words::base_report(language) icon=Icon::BaseReport /> }
            .into_any(),
        body: view! {
            <WeekFigures at=at.clone() week=week filed=filed asked=asked asked_before=asked_before />
            <Lately at=at last=week weeks=weeks>
                {help}
            </Lately>
        }
        .into_any(),
    })
}

pub(super) async fn month(at: &At, month: Month) -> Result<Shown, AppError> {
    let (store, reader, language) = (&at.request.store, &at.reader, at.language());
    let db = store.read();
    let filed = filed_beside(store, reader, month.into()).await.map_err(|error| problem::told(error, language))?;
    let plans = completed(store, reader, month, MONTHS).await?;
    let days = |month: Month| (month.first_day(), month.last_day());
    let ((first, last), (first_before, last_before)) = (days(month), days(month.previous()));
    let done = Done {
        visits: visited(db, at.base.id, first, last).await?,
        visits_before: visited(db, at.base.id, first_before, last_before).await?.0,
        trained: tally(db, at.base.id, first, last).await?,
        trained_before: tally(db, at.base.id, first_before, last_before).await?,
    };
    let (moves, all) = (at.path(&format!("/funnel?period={month}")), at.path(&format!("/plans?month={month}")));
    let last_week = month.weeks().next_back().unwrap_or_else(|| Week::of(last));
    let (at, months, weeks) = (at.clone(), plans.clone(), filed.weeks.clone());
    Ok(Shown {
        actions: view! {
            <LinkButton href=all label=words::plans(language) icon=Icon::Plan />
            <LinkButton href=moves label=funnel::title(language) icon=Icon::Organisations />
        }
        .into_any(),
        body: view! {
            <MonthFigures at=at.clone() month=month filed=filed plans=plans done=done />
            <CompletedCard at=at.clone() months=months />
            <Lately at=at last=last_week weeks=weeks />
        }
        .into_any(),
    })
}

pub(super) async fn quarter(at: &At, quarter: Quarter) -> Result<Shown, AppError> {
    let (store, reader, language) = (&at.request.store, &at.reader, at.language());
    let of_sheets = |error| assessment::told(error, language);
    let found = overview(store, reader, quarter).await.map_err(of_sheets)?;
    let subjects: Vec<_> = found.apart.iter().map(|one| one.subject).collect();
    let parties = summary_of(store, reader, quarter.into(), &subjects).await.map_err(of_sheets)?;
    let filed = quarter_filed(store, reader, quarter).await.map_err(|error| problem::told(error, language))?;
    let before = quarter_rate(store, reader, quarter.previous()).await;
    let before = before.map_err(|error| problem::told(error, language))?;
    let visits = glance(store, reader, quarter).await.map_err(|error| follow_up::told(error, language))?;
    let (lives, on) = (follow_up::survival::in_words(language, &visits.lives.all), told_on(at, quarter.into()));
    let year = targets::year(store, reader, Year::of(quarter.first_day())).await;
    let year = year.map_err(|error| annual_target::told(error, language))?;
    let round = found.round.is_some().then(|| {
        let href = at.path(&format!("/assessments/{quarter}"));
        view! { <LinkButton href=href label=words::sheets(language) icon=Icon::Scorecard /> }
    });
    let at = at.clone();
    let silent = view! { <Silent at=at.clone() silent=filed.silent.clone() /> };
    let followed_up =
        view! { <FollowedUp at=at.clone() quarter=quarter found=visits.found.clone() lives=lives on=on /> };
    Ok(Shown {
        actions: round.into_any(),
        body: view! {
            <Figures
                at=at.clone()
                found=found.clone()
                filed=filed.rate
                filed_before=before
                visits=visits.found
                visits_before=visits.before
            />
            <div class="pairs">
                <Bands at=at.clone() found=found.clone() />
                <Totals at=at.clone() found=found.clone() />
                <States
                    at=at.clone()
                    quarter=quarter
                    round=found.round.clone()
                    title=words::states(language)
                />
                <OfBase at=at.clone() found=found.clone() />
            </div>
            <div class="pairs">
                <Moves at=at.clone() found=found.clone() />
                <Apart at=at.clone() found=found parties=parties />
            </div>
            <Filed at=at.clone() quarter=quarter filed=filed>
                {silent}
                {followed_up}
            </Filed>
            <Targets at=at quarter=quarter page=year />
        }
        .into_any(),
    })
}

pub(super) async fn year(at: &At, year: Year) -> Result<Shown, AppError> {
    let (store, reader, language) = (&at.request.store, &at.reader, at.language());
    let db = store.read();
    let quarters = year_overview(store, reader, year).await.map_err(|error| assessment::told(error, language))?;
    let filed = filed_beside(store, reader, year.into()).await.map_err(|error| problem::told(error, language))?;
    let page = targets::year(store, reader, year).await.map_err(|error| annual_target::told(error, language))?;
    let on = told_on(at, year.into());
    let lives = survival_on(store, reader, on).await;
    let lives = lives.map_err(|error| follow_up::told(error, language))?;
    let lives = follow_up::survival::in_words(language, &lives.all);
    let days = |year: Year| (year.first_day(), year.last_day());
    let ((first, last), (first_before, last_before)) = (days(year), days(year.previous()));
    let given = Given {
        trained: tally(db, at.base.id, first, last).await?,
        trained_before: tally(db, at.base.id, first_before, last_before).await?,
        funds: sums(db, at.base.id, first, last).await?,
        funds_before: sums(db, at.base.id, first_before, last_before).await?,
    };
    let (report, moves) = (at.path(&format!("/print/years/{year}")), at.path(&format!("/funnel?period={year}")));
    let at = at.clone();
    Ok(Shown {
        actions: view! {
            <LinkButton href=report label=print_year(language) icon=Icon::Print />
            <LinkButton href=moves label=funnel::title(language) icon=Icon::Organisations />
        }
        .into_any(),
        body: view! {
            <YearFigures at=at.clone() year=year filed=filed.clone() page=page.clone() given=given />
            <Quarters at=at.clone() quarters=quarters filed=filed lives=lives on=on />
            <Targets at=at page=page />
        }
        .into_any(),
    })
}
