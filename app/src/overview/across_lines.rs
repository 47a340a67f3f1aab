//! What a bureau sees of each base that it supervises, and in which order.

use hatchboard::{
    access::{BaseReader, Membership, Role},
    annual_target::store as targets,
    assessment::store::{OfBase, Overview, last_public, overview},
    calendar::{self, Calendar},
    follow_up::store::survival_of,
    period::{Quarter, Week, Year},
    points::Points,
    waiting::{Party, Wait, What, store::waiting_at, with},
    weekly_report::{
        Rate,
        store::{
            coverage::{Coverage, coverage},
            quarter_rate,
        },
    },
};

use crate::{
    annual_target, assessment,
    base::At,
    error::AppError,
    follow_up,
    request::Request,
    ui::list_query::{ListQuery, Sort},
    weekly_report::desk::problem,
};

/// Whose waiting is told, the bureau's own first.
const PARTIES: [Party; 3] = [Party::Bureau, Party::Operator, Party::Organisation];

/// What one base comes to.
#[derive(Debug, Clone)]
pub struct BaseLine {
    pub at: At,
    pub coverage: Coverage,
    /// Of which the reports are counted.
    pub quarter: Quarter,
    pub on_time: Rate,
    /// Of the quarter that is asked for, or of the last one that was published.
    pub scores: Option<Overview>,
    pub year: Year,
    /// Of the year's targets that stand approved, those that are not behind, and all.
    pub targets: Option<(usize, usize)>,
    /// Follow-ups whose window has closed.
    pub overdue: u32,
    /// One for each party, the bureau first.
    pub lying: Vec<Lying>,
    /// How many of the hatched live on.
    pub lives: Option<String>,
}

/// What lies with a party at one base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lying {
    pub party: Party,
    pub number: u32,
    /// Working days that the oldest has waited; `None` where nothing does, or nobody noted since when.
    pub oldest: Option<u32>,
}

impl BaseLine {
    /// The base's own points that are known, oldest first.
    pub(super) fn own(&self) -> Vec<(Quarter, Points)> {
        let shown = |one: &&OfBase| one.state.is_public();
        let known = self.scores.iter().flat_map(|scores| &scores.of_base).filter(shown);
        known.filter_map(|one| Some((one.quarter, one.total?))).collect()
    }

    pub(super) fn mean(&self) -> Option<Points> {
        self.scores.as_ref().and_then(|scores| scores.now.mean)
    }

    pub(super) fn passed(&self) -> Option<u16> {
        self.scores.as_ref().and_then(|scores| scores.now.passed())
    }
}

/// The bases of which somebody is the bureau, each once.
pub(crate) fn supervised(request: &Request) -> Result<Vec<String>, AppError> {
    let officer = |one: &&Membership| one.role == Role::Bureau;
    let mut slugs: Vec<String> =
        request.asker()?.memberships().iter().filter(officer).map(|one| one.base_slug.clone()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    Ok(slugs)
}

/// The quarter that the link names.
pub(super) fn chosen(query: &ListQuery) -> Option<Quarter> {
    query.get("quarter").and_then(|quarter| quarter.parse().ok())
}

/// The bases that somebody supervises, sorted as the link says. What waits is read for all of them at once; each other
/// number by the proof of the base's own membership, as its own pages read it: a bureau supervises a handful.
///
/// # Errors
/// [`AppError::Forbidden`] for whoever supervises none.
pub(super) async fn lines(request: &Request, query: &ListQuery) -> Result<Vec<BaseLine>, AppError> {
    let mut bases = Vec::new();
    for slug in supervised(request)? {
        let base = request.base(&slug).await?;
        let reader = request.asker()?.bureau(base.id)?.as_reader();
        bases.push(At { request: request.clone(), base, reader });
    }
    if bases.is_empty() {
        return Err(AppError::Forbidden);
    }
    let readers: Vec<BaseReader> = bases.iter().map(|at| at.reader.clone()).collect();
    let mut waits = waiting_at(&request.store, &readers).await?;
    let calendar = calendar::store::load(request.store.read()).await?;
    let mut lines = Vec::with_capacity(bases.len());
    for at in bases {
        let waits = waits.remove(&at.base.id).unwrap_or_default();
        lines.push(line(at, chosen(query), waits, &calendar).await?);
    }
    sort(&mut lines, query);
    Ok(lines)
}

async fn line(
    at: At,
    chosen: Option<Quarter>,
    mut waits: Vec<Wait>,
    calendar: &Calendar,
) -> Result<BaseLine, AppError> {
    let (store, reader, language, today) = (&at.request.store, &at.reader, at.language(), at.today());
    let day = chosen.map_or(today, |quarter| quarter.last_day().min(today));
    let (quarter, year) = (chosen.unwrap_or_else(|| Quarter::of(today).previous()), Year::of(day));
    let on_time = quarter_rate(store, reader, quarter).await.map_err(|error| problem::told(error, language))?;
    let of_scores = match chosen {
        Some(quarter) => Some(quarter),
        None => last_public(store, reader).await?,
    };
    let scores = match of_scores {
        Some(quarter) => {
            Some(overview(store, reader, quarter).await.map_err(|error| assessment::told(error, language))?)
        }
        None => None,
    };
    let page = targets::year(store, reader, year).await.map_err(|error| annual_target::told(error, language))?;
    let on_course = page.lines.iter().filter(|line| !line.progress.is_behind(&line.target)).count();
    let lives = survival_of(store, reader).await.map_err(|error| follow_up::told(error, language))?;
    if let Some(letters) = at.letters().await?.filter(|letters| letters.waiting > 0) {
        waits.push(Wait { what: What::Letter, number: letters.waiting, oldest: letters.oldest });
    }
    let lying = PARTIES.map(|party| {
        let (number, since) = with(party, &waits);
        let oldest = since.map(|since| calendar.working_days_between(at.base.day(since), today));
        Lying { party, number, oldest }
    });
    Ok(BaseLine {
        coverage: coverage(store, reader, Week::of(today)).await?,
        quarter,
        on_time,
        scores,
        year,
        targets: page.stands.then_some((on_course, page.lines.len())),
        overdue: at.follow_ups().await?.overdue,
        lying: lying.into(),
        lives: follow_up::survival::in_words(language, &lives.all),
        at,
    })
}

/// By the column that the link names; otherwise as the bases' names in links go.
fn sort(lines: &mut [BaseLine], query: &ListQuery) {
    let Some(Sort { column, descending }) = query.sort() else { return };
    match column.as_str() {
        "base" => lines.sort_by(|one, other| one.at.base.name.cmp(&other.at.base.name)),
        "coverage" => lines.sort_by_key(|line| line.coverage.reporting),
        "on_time" => lines.sort_by_key(|line| line.on_time.basis_points()),
        "mean" => lines.sort_by_key(BaseLine::mean),
        "passed" => lines.sort_by_key(BaseLine::passed),
        "own" => lines.sort_by_key(|line| line.own().last().map(|(_, total)| *total)),
        "targets" => lines.sort_by_key(|line| line.targets.map(|(on_course, all)| 10_000 * on_course / all.max(1))),
        "overdue" => lines.sort_by_key(|line| line.overdue),
        "waits" => lines.sort_by_key(|line| line.lying.first().map(|lying| lying.number)),
        _ => return,
    }
    if descending {
        lines.reverse();
    }
}
