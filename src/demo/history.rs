//! Where an organisation's incubation went, step by step.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    cast::{Part, Step},
    dice::Dice,
    season::Season,
};
use crate::{
    access::Actor,
    audit::Deed,
    incubation::{
        By, HistoryFault, Presence, ProposalState, Stage, StageChange, Term, Timeline,
        entity::{incubation, reporting_span, stage_change},
    },
};

/// What lists and weeks need to know of an incubation.
#[derive(Debug)]
pub(super) struct History {
    pub timeline: Timeline,
    pub stage: Stage,
    pub admitted_on: NaiveDate,
    pub left_on: Option<NaiveDate>,
}

/// Writes down the incubation of a part.
pub(super) fn write(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    part: &Part,
    organisation: Uuid,
) -> Result<History, HistoryFault> {
    let admitted_on = season.worked(season.weeks_ago(part.admitted_weeks_ago, 1));
    let admitted_at = season.at(admitted_on, 10 * 60 + dice.between(0, 300));
    let mut telling = Telling {
        book,
        season,
        staff,
        organisation,
        incubation: dice.id(admitted_at),
        changes: vec![StageChange { from: None, to: Stage::Incubating, on: admitted_on }],
    };
    telling.admit(dice, admitted_at);
    for step in &part.steps {
        telling.take(dice, step);
    }
    let Telling { incubation, changes, .. } = telling;
    let timeline = Timeline::of([&changes[..]])?;
    let stage = changes.last().map_or(Stage::Incubating, |change| change.to);
    let gone = |change: &&StageChange| Presence::from(change.to) == Presence::Left;
    let left_on = changes.iter().rev().take_while(gone).last().map(|change| change.on);
    book.incubations.push(incubation::Model {
        id: incubation,
        base_id: book.base,
        organisation_id: organisation,
        mode: part.mode.code().to_owned(),
        stage: stage.code().to_owned(),
        admitted_on,
        term_months: Term::default().months().into(),
        left_on,
        created_at: admitted_at,
        row_version: i32::try_from(changes.len()).unwrap_or(1),
    });
    for span in timeline.spans() {
        book.spans.push(reporting_span::Model {
            id: dice.id(admitted_at),
            base_id: book.base,
            organisation_id: organisation,
            first_week: span.first.to_string(),
            last_week: span.last.map(|week| week.to_string()),
        });
    }
    Ok(History { timeline, stage, admitted_on, left_on })
}

struct Telling<'a> {
    book: &'a mut Book,
    season: &'a Season,
    staff: &'a Staff,
    organisation: Uuid,
    incubation: Uuid,
    /// What has happened.
    changes: Vec<StageChange>,
}

impl Telling<'_> {
    fn admit(&mut self, dice: &mut Dice, at: DateTime<Utc>) {
        let by = self.staff.manager(dice);
        let first = self.changes[0];
        let row = stage_change::Model {
            id: dice.id(at),
            base_id: self.book.base,
            organisation_id: self.organisation,
            incubation_id: self.incubation,
            seq: Some(1),
            action: None,
            from_stage: None,
            to_stage: first.to.code().to_owned(),
            effective_on: first.on,
            reason: "评审通过，签订入壳协议".to_owned(),
            exit_review: None,
            project: String::new(),
            state: ProposalState::Confirmed.code().to_owned(),
            proposed_at: at,
            proposed_by: by.name.clone(),
            proposed_by_id: by.account,
            decided_at: Some(at),
            decided_by: Some(by.name.clone()),
            decided_by_id: by.account,
            decision_reason: String::new(),
            row_version: 1,
        };
        self.deed(at, &by, Deed::IncubationEntered, &row.reason);
        self.book.changes.push(row);
    }

    /// A step of the operator; what the bureau decides stands as proposed until it has.
    fn take(&mut self, dice: &mut Dice, step: &Step) {
        let from = self.changes.last().map_or(Stage::Incubating, |change| change.to);
        let Ok(to) = from.next(step.action, By::Bureau).or_else(|_| from.next(step.action, By::Operator)) else {
            return;
        };
        let on = self.season.worked(self.season.weeks_ago(step.weeks_ago, 2));
        let proposed_at = self.season.at(on, 9 * 60 + dice.between(20, 150)).min(self.season.now);
        let by = self.staff.manager(dice);
        let decides = if step.action.needs_confirmation() { &self.staff.bureau } else { &by };
        let decided_at = match step.state {
            ProposalState::Proposed => None,
            _ if step.action.needs_confirmation() => {
                Some(proposed_at + TimeDelta::minutes(dice.between(120, 300).into()))
            }
            _ => Some(proposed_at),
        };
        let happened = step.state == ProposalState::Confirmed;
        let decision_reason = match step.state {
            ProposalState::Declined => "理事会运作记录不足，先完善治理结构",
            ProposalState::Confirmed if step.action.needs_confirmation() => "同意",
            _ => "",
        };
        self.deed(
            proposed_at,
            &by,
            if decided_at == Some(proposed_at) { Deed::IncubationMoved } else { Deed::IncubationProposed },
            step.reason,
        );
        if let Some(at) = decided_at.filter(|at| *at != proposed_at) {
            let deed = if happened { Deed::IncubationConfirmed } else { Deed::IncubationDeclined };
            self.deed(at, &self.staff.bureau.clone(), deed, decision_reason);
        }
        self.book.changes.push(stage_change::Model {
            id: dice.id(proposed_at),
            base_id: self.book.base,
            organisation_id: self.organisation,
            incubation_id: self.incubation,
            seq: happened.then(|| i32::try_from(self.changes.len()).unwrap_or(0) + 1),
            action: Some(step.action.code().to_owned()),
            from_stage: Some(from.code().to_owned()),
            to_stage: to.code().to_owned(),
            effective_on: on,
            reason: step.reason.to_owned(),
            exit_review: step.exit_review,
            project: step.project.to_owned(),
            state: step.state.code().to_owned(),
            proposed_at,
            proposed_by: by.name.clone(),
            proposed_by_id: by.account,
            decided_at,
            decided_by: decided_at.map(|_| decides.name.clone()),
            decided_by_id: decided_at.and(decides.account),
            decision_reason: decision_reason.to_owned(),
            row_version: if decided_at.is_some_and(|at| at != proposed_at) { 2 } else { 1 },
        });
        if happened {
            self.changes.push(StageChange { from: Some(from), to, on });
        }
    }

    fn deed(&mut self, at: DateTime<Utc>, by: &Arc<Actor>, deed: Deed, words: &str) {
        let detail = Detail::Reason(words.to_owned());
        self.book.deeds.push(PastDeed { at, by: by.clone(), deed, subject: self.organisation, detail });
    }
}
