//! The weeks of the demo, one after the other: every organisation's, then what they come to, then the base's own.

use sea_orm::prelude::DateTimeUtc;

use super::{
    DemoError, base_week,
    book::{Book, Staff},
    course::{self, Course, Member},
    dice::Dice,
    paper::Paper,
    plans::Planner,
    season::{AskedWeek, Season},
    telling::Size,
};
use crate::{
    store::{StoreError, WriteTx},
    weekly_report::{ReceiptNumber, State, entity::week_count},
};

/// Tells all weeks; gives the number of reports.
pub(super) async fn tell(
    tx: &WriteTx,
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    members: &mut [Member],
    (dice, seed): (&mut Dice, u64),
) -> Result<usize, DemoError> {
    let mut reports = 0;
    let mut base_size = Size { staff: 9, volunteers: 26, told_in: None };
    let parties = [staff.managers[0].clone(), staff.bureau.clone()];
    let mut planner = Planner::of_base(seed, book.base, &base_week::BASE, parties);
    for asked in &season.weeks {
        planner.come_to(book, season, &[], asked.week);
        let excused_before = book.exceptions.iter().filter(|row| row.kind == "excuse").count();
        let mut papers = Vec::with_capacity(members.len());
        for (number, member) in members.iter_mut().enumerate() {
            member.planner.come_to(book, season, &member.history.timeline.spans(), asked.week);
            let course = Course::of(season, member, number, asked.week);
            papers.extend(course::tell(book, season, staff, member, asked, course));
        }
        let excused = book.exceptions.iter().filter(|row| row.kind == "excuse").count() - excused_before;
        let mut count = count(book, dice, asked, &papers, excused);
        papers.extend(base_week::tell(book, season, staff, dice, (&mut base_size, &mut planner), asked, &count));
        count.receipts = number_receipts(&mut papers, asked)?;
        reports += papers.into_iter().map(|paper| usize::from(paper.put(book))).sum::<usize>();
        let told = [count.receipts, count.excused, count.submitted, count.on_time, count.late, count.late_uncounted];
        if told.iter().any(|number| *number > 0) {
            book.counts.push(count);
        }
        book.write_reports_if_many(tx).await?;
    }
    for member in members.iter_mut() {
        member.planner.end(book);
    }
    planner.end(book);
    Ok(reports)
}

/// Numbers the receipts of a week in the order in which its reports were first filed.
fn number_receipts(papers: &mut [Paper], asked: &AskedWeek) -> Result<i32, StoreError> {
    let mut filed: Vec<(DateTimeUtc, &mut Paper)> =
        papers.iter_mut().filter_map(|paper| paper.row.first_filed_at.map(|at| (at, paper))).collect();
    filed.sort_by_key(|(at, _)| *at);
    let mut running = 0;
    for (_, paper) in filed {
        running += 1;
        let number = ReceiptNumber::new(super::SHORT_CODE, asked.week, running)
            .map_err(|error| StoreError::Unreadable(error.to_string()))?;
        paper.row.receipt = Some(number.to_string());
    }
    Ok(running.cast_signed())
}

/// What the organisations' week comes to.
fn count(book: &Book, dice: &mut Dice, asked: &AskedWeek, papers: &[Paper], excused: usize) -> week_count::Model {
    let of = |fits: &dyn Fn(&Paper) -> bool| {
        i32::try_from(papers.iter().filter(|paper| fits(paper)).count()).unwrap_or(i32::MAX)
    };
    // What was withdrawn is not filed; what was returned counts as it was filed.
    let timely =
        |paper: &Paper, code: &str| paper.state != State::Withdrawn && paper.row.timeliness.as_deref() == Some(code);
    let filed = || papers.iter().filter(|paper| paper.state.is_filed());
    week_count::Model {
        id: dice.id(asked.due_at.unwrap_or(asked.cut_off)),
        base_id: book.base,
        week: asked.week.to_string(),
        receipts: 0,
        on_time: of(&|paper| timely(paper, "on_time")),
        late: of(&|paper| timely(paper, "late") && paper.row.counts),
        late_uncounted: of(&|paper| timely(paper, "late") && !paper.row.counts),
        nothing: of(&|paper| timely(paper, "on_time") && paper.row.nothing_to_report),
        excused: i32::try_from(excused).unwrap_or(i32::MAX),
        submitted: of(&|paper| paper.state == State::Submitted),
        accepted: of(&|paper| paper.state == State::Accepted),
        activities: filed().map(|paper| paper.row.activities).sum(),
        attendances: filed().map(|paper| paper.row.attendances).sum(),
    }
}
