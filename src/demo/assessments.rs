//! The quarters that are over: the last one in work, as long as it may be, those before it sealed; and the year before.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;

use super::{DemoError, Told, dice::Dice, season::Season};
use crate::{
    access::{Actor, Role, System},
    assessment::{
        Column, FEWEST_QUARTERS, Objection, Occasion, State, Step, Timetable,
        entity::{assessment, assessment_step},
        store::{
            freeze_due, open,
            record::{Kept, find_round, put, put_lines, step, with_lines},
            seal_due,
        },
    },
    audit::Deed,
    calendar::{nth_working_day_after, plus_working_days_at},
    period::{Quarter, Year},
    store::{Begun, Intent, Store, WriteTx},
};

/// A quarter of which the demo tells fewer weeks has no round.
const FEWEST_WEEKS: usize = 6;
/// So many days after the last day of checking hardly a sheet of a round is still in work.
const LATE_DAYS: i64 = 10;

/// Opens the round of every quarter that the demo tells of, and of the year before, and leads its sheets as far as they have come.
pub(super) async fn hold(store: &Store, season: &Season, told: &Told, seed: u64) -> Result<(), DemoError> {
    let weeks = |quarter: Quarter| season.weeks.iter().filter(|asked| asked.week.quarter() == quarter).count();
    let newest = Quarter::of(season.on).previous();
    let quarters = std::iter::successors(Some(newest), |quarter| Some(quarter.previous()));
    let mut quarters: Vec<Quarter> = quarters.take_while(|quarter| weeks(*quarter) >= FEWEST_WEEKS).collect();
    quarters.reverse();
    let year = Year::of(season.on).previous();
    let has_result = quarters.iter().filter(|quarter| quarter.year() == year.year()).count() >= FEWEST_QUARTERS;
    let years = has_result.then_some(year).into_iter().map(Occasion::from);
    for occasion in quarters.into_iter().map(Occasion::from).chain(years) {
        let working_day = if occasion.quarter().is_some() { 1 } else { 12 };
        let Some(last) = occasion.last_day() else { continue };
        let opened = nth_working_day_after(last, working_day, &season.calendar, season.zone).at;
        let opened = opened - TimeDelta::hours(8);
        if opened < season.now {
            let in_work = occasion == newest.into();
            Held { store, season, told, occasion, in_work }.tell(opened, Dice::of(seed, "assessment", 0)).await?;
        }
    }
    seal_due(&store.at(season.now), told.base).await?;
    Ok(())
}

/// A round of the demo.
struct Held<'d> {
    store: &'d Store,
    season: &'d Season,
    told: &'d Told,
    occasion: Occasion,
    /// Not every sheet has come to its end.
    in_work: bool,
}

impl Held<'_> {
    async fn tell(&self, opened: DateTime<Utc>, mut dice: Dice) -> Result<(), DemoError> {
        let Told { base, staff, .. } = self.told;
        let overseer = System::telling_of(&staff.managers[0]).manager(*base).as_overseer();
        open(
            &self.store.at(opened),
            &overseer,
            self.occasion,
            Intent::new("demo.assessment.open", self.occasion.to_string(), &()),
        )
        .await?;
        let [of_organisations, of_base] = [false, true]
            .map(|own| Timetable::of(own, self.occasion, self.season.on, &self.season.calendar, self.season.zone));
        for cut_off in [of_organisations.facts, of_base.facts] {
            let after = cut_off + TimeDelta::minutes(5);
            if after < self.season.now {
                freeze_due(&self.store.at(after), *base).await?;
            }
        }
        let Begun::Fresh(tx) = self
            .store
            .begin_at(
                System::telling_of(&staff.bureau).actor(),
                Intent::new("demo.assessment", self.occasion.to_string(), &()),
                self.season.now,
            )
            .await?
        else {
            return Ok(());
        };
        let round = find_round(tx.db(), *base, self.occasion).await?;
        let Some(round) = round else { return Ok(()) };
        let rows = assessment::Entity::find()
            .filter(assessment::Column::BaseId.eq(*base))
            .filter(assessment::Column::RoundId.eq(round.id))
            .filter(assessment::Column::Rated.eq(true))
            .order_by_asc(assessment::Column::Id)
            .all(tx.db())
            .await?;
        let (mut sheets, mut lines, mut steps) = (Vec::new(), Vec::new(), Vec::new());
        for kept in with_lines(tx.db(), *base, rows).await? {
            let timetable = if kept.row.of_base { of_base } else { of_organisations };
            let (kept, of_it) = self.lead(&tx, kept, timetable, &mut dice)?;
            steps.extend(of_it);
            lines.extend(kept.lines.values().cloned());
            sheets.push(kept.summed()?.row);
        }
        let detail = json!({ "quarter": self.occasion.to_string(), "sheets": sheets.len() });
        tx.audit(*base, &staff.bureau, Deed::AssessmentConfirmed, &round.id.to_string(), &detail);
        put_lines(&tx, lines).await?;
        put(&tx, sheets).await?;
        tx.insert_all(steps).await?;
        tx.commit("").await?;
        Ok(())
    }

    /// How far a sheet comes, and who brought it there.
    fn lead(
        &self,
        tx: &WriteTx,
        mut kept: Kept,
        timetable: Timetable,
        dice: &mut Dice,
    ) -> Result<(Kept, Vec<assessment_step::ActiveModel>), DemoError> {
        let staff = &self.told.staff;
        let other = Actor { name: "罗文斌".to_owned(), account: None, role: Role::Bureau };
        let scorer: &Actor = if kept.row.of_base { &other } else { &staff.managers[0] };
        let subject = Actor { name: kept.row.subject_name.clone(), account: None, role: Role::Organisation };
        let is_late = self.in_work && self.season.now > timetable.check + TimeDelta::days(LATE_DAYS);
        let last = if self.in_work && kept.row.subject_id == self.told.waiting {
            // Whoever looks around as its staff has something to do.
            State::Open
        } else if is_late {
            dice.weighed(&[(1, State::Scored), (1, State::Confirmed), (16, State::Published)])
        } else if self.in_work {
            dice.weighed(&[
                (1, State::Open),
                (3, State::SelfScored),
                (5, State::Scored),
                (3, State::Confirmed),
                (3, State::Published),
            ])
        } else {
            State::Published
        };
        let earlier = |at: DateTime<Utc>, dice: &mut Dice| at - TimeDelta::minutes(dice.between(30, 1_800).into());
        let [check, own, score] = [timetable.check, timetable.own, timetable.score].map(|at| earlier(at, dice));
        // Of the base's sheet both are due at the same time.
        let check = check.max(score + TimeDelta::hours(1));
        // What is published in the running round is published now, so that its window is open.
        let published =
            if self.in_work && !is_late { self.season.now - TimeDelta::hours(16) } else { check + TimeDelta::hours(3) };
        let by = |at: DateTime<Utc>, hours| {
            if self.in_work { at.min(self.season.now - TimeDelta::hours(hours)) } else { at }
        };
        let way = [
            (State::SelfScored, Step::SelfScored, by(own, 50), &subject),
            (State::Scored, Step::Scored, by(score, 30), scorer),
            (State::Confirmed, Step::Confirmed, by(check, 20), &*staff.bureau),
            (State::Published, Step::Published, published, &*staff.bureau),
        ];
        let mut steps = Vec::new();
        for (state, kind, at, by) in way {
            if at >= self.season.now || at < kept.row.since || rank(state) > rank(last) {
                break;
            }
            give(&mut kept, kind, dice)?;
            let mut done = step(tx, &kept.row, by, kind, "");
            done.at = Set(at);
            steps.push(done);
            state.code().clone_into(&mut kept.row.state);
            kept.row.since = at;
        }
        if kept.row.state == State::Published.code() {
            let until =
                plus_working_days_at(published, Objection::WINDOW_DAYS, &self.season.calendar, self.season.zone).at;
            (kept.row.published_at, kept.row.objections_until) = (Some(published), Some(until));
        }
        Ok((kept, steps))
    }
}

/// The points that a step gives.
fn give(kept: &mut Kept, kind: Step, dice: &mut Dice) -> Result<(), DemoError> {
    if kind == Step::Confirmed && kept.row.read_kind()?.has_references() {
        REFERENCE.clone_into(&mut kept.row.reference_note);
    }
    let column = match kind {
        Step::SelfScored => Column::Own,
        Step::Scored if !kept.row.of_base => Column::Operator,
        Step::Scored | Step::Confirmed => Column::Bureau,
        _ => return Ok(()),
    };
    let sheet = kept.sheet()?;
    for line in sheet.lines.iter().filter(|line| line.is_given_by(Column::Own)) {
        let Some(row) = kept.lines.get_mut(&line.indicator.code) else { continue };
        let max = line.indicator.max.as_hundredths();
        match column {
            Column::Own => {
                let share = i32::try_from(dice.between(80, 100)).unwrap_or(100);
                row.own = Some(max * share / 100 / 50 * 50);
                (*dice.pick(EVIDENCE)).clone_into(&mut row.evidence);
            }
            Column::Operator | Column::Bureau if kind == Step::Scored => {
                let less = dice.weighed(&[(5, 0), (3, 50), (1, 100)]);
                let given = Some((row.own.unwrap_or(max) - less).max(0));
                if kept.row.of_base { row.bureau = given } else { row.operator = given }
            }
            _ => {
                let given = row.operator.filter(|points| *points >= 50 && dice.chance(6));
                if let Some(points) = given {
                    (row.bureau, row.bureau_note) = (Some(points - 50), (*dice.pick(REASONS)).to_owned());
                }
            }
        }
    }
    Ok(())
}

/// How far on the way a state lies.
fn rank(state: State) -> usize {
    State::ALL.iter().position(|one| *one == state).unwrap_or_default()
}

const EVIDENCE: &[&str] = &["见档案盒第三册", "台账与照片已存档", "制度汇编 2026 版", "会议纪要五份", "季度收支表"];
const REFERENCE: &str = "回头看结果、免报和延期清单均已核对，与得分相符，未另行加减分。";
const REASONS: &[&str] = &["材料不齐，缺签字页", "台账与照片日期对不上", "上季同类问题未改"];
