//! One report on its way: begun, filed, returned, accepted, each step by the rules and none after the demo's now.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed},
    dice::Dice,
    season::{AskedWeek, Season},
};
use crate::{
    access::Actor,
    audit::Deed,
    monthly_plan::entity::plan_progress,
    weekly_report::{
        Action, By, Content, Draft, Filing, Help, Judgement, Report, Rework, Reworked, State, Timeliness,
        entity::{activity, weekly_report, weekly_report_event, weekly_report_version},
        store::EventKind,
    },
};

/// Who the report is of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Of {
    pub subject: Uuid,
    pub of_base: bool,
}

/// A report with what belongs to it. A step that would lie after the demo's now has not happened, nor has what
/// follows on it.
#[derive(Debug)]
pub(super) struct Paper {
    pub row: weekly_report::Model,
    pub state: State,
    filing: Option<Filing>,
    /// The deadline of the first submission, an extension included.
    due_at: DateTime<Utc>,
    cut_off: DateTime<Utc>,
    now: DateTime<Utc>,
    ended: bool,
    versions: Vec<weekly_report_version::Model>,
    events: Vec<weekly_report_event::Model>,
    activities: Vec<activity::Model>,
    progress: Vec<plan_progress::Model>,
    deeds: Vec<PastDeed>,
    asked: AskedWeek,
}

impl Paper {
    pub(super) fn new(book: &Book, season: &Season, of: Of, asked: AskedWeek, due_at: DateTime<Utc>) -> Self {
        Self {
            row: weekly_report::Model {
                id: Uuid::nil(),
                base_id: book.base,
                subject_id: of.subject,
                of_base: of.of_base,
                week: asked.week.to_string(),
                state: State::Draft.code().to_owned(),
                draft: String::new(),
                draft_saved_at: due_at,
                draft_saved_by: String::new(),
                draft_version: 0,
                nothing_to_report: false,
                activities: 0,
                attendances: 0,
                help: None,
                versions: 0,
                receipt: None,
                due_at: None,
                first_filed_at: None,
                timeliness: None,
                late_minutes: 0,
                filed_at: None,
                filed_by: None,
                on_behalf: false,
                on_behalf_confirmed_at: None,
                return_due_at: None,
                reviewed_at: None,
                reviewed_by: None,
                attachments: 0,
                on_device_at: None,
                device_counts: false,
                counts: true,
                reworked: "[]".to_owned(),
                reopening: None,
                row_version: 0,
            },
            state: State::Draft,
            filing: None,
            due_at,
            cut_off: if of.of_base { asked.base_cut_off } else { asked.cut_off },
            now: season.now,
            ended: false,
            versions: Vec::new(),
            events: Vec::new(),
            activities: Vec::new(),
            progress: Vec::new(),
            deeds: Vec::new(),
            asked,
        }
    }

    /// The draft is saved.
    pub(super) fn typed(&mut self, dice: &mut Dice, at: DateTime<Utc>, by: &Arc<Actor>, report: &Report) -> bool {
        self.ended |= at >= self.now;
        if self.ended {
            return false;
        }
        if self.row.id.is_nil() {
            self.row.id = dice.id(at);
        }
        self.row.draft = json(&Draft::from(report));
        self.row.draft_saved_at = at;
        self.row.draft_saved_by.clone_from(&by.name);
        self.row.draft_version += 1;
        self.row.row_version += 1;
        true
    }

    /// It is filed, for the first time or again.
    pub(super) fn filed(
        &mut self,
        dice: &mut Dice,
        at: DateTime<Utc>,
        by: &Arc<Actor>,
        report: &Report,
        on_behalf: bool,
    ) {
        if at >= self.now || !self.typed(dice, at - TimeDelta::minutes(2), by, report) {
            self.ended = true;
            return;
        }
        if !self.step(dice, at, by, Action::Submit, EventKind::Submitted, "") {
            return;
        }
        self.row.versions += 1;
        self.versions.push(weekly_report_version::Model {
            id: dice.id(at),
            base_id: self.row.base_id,
            report_id: self.row.id,
            number: self.row.versions,
            content: json(report),
            filed_at: at,
            filed_by: by.name.clone(),
            on_behalf,
        });
        self.list_activities(dice, at, report);
        self.list_progress(dice, at, report);
        self.row.nothing_to_report = report.content == Content::NothingToReport;
        self.row.activities = report.activities_count.cast_signed();
        self.row.attendances = report.attendances.cast_signed();
        self.row.help = match &report.help {
            Help::NotNeeded => None,
            Help::Wanted { kind, .. } => Some(kind.code().to_owned()),
        };
        self.row.filed_at = Some(at);
        self.row.filed_by = Some(by.name.clone());
        self.row.on_behalf = on_behalf;
        self.row.on_behalf_confirmed_at = None;
        self.row.return_due_at = None;
        self.row.reviewed_at = None;
        self.row.reviewed_by = None;
        match &mut self.filing {
            None => {
                self.filing = Some(Filing::first(self.due_at, at, None));
                self.row.first_filed_at = Some(at);
                self.row.due_at = Some(self.due_at);
            }
            Some(filing) => {
                if let Some(reworked) = filing.reworked.last_mut() {
                    reworked.submitted_at = Some(at);
                }
            }
        }
        self.judge(at);
    }

    /// The reviewer takes it.
    pub(super) fn accepted(&mut self, dice: &mut Dice, at: DateTime<Utc>, by: &Arc<Actor>, words: &str) {
        if !self.step(dice, at, by, Action::Accept, EventKind::Accepted, "") {
            return;
        }
        self.row.reviewed_at = Some(at);
        self.row.reviewed_by = Some(by.name.clone());
        if !words.is_empty() {
            self.event(dice, at, by, EventKind::Commented, words);
        }
    }

    /// The reviewer sends it back, with two working days to mend it.
    pub(super) fn returned(
        &mut self,
        dice: &mut Dice,
        season: &Season,
        at: DateTime<Utc>,
        by: &Arc<Actor>,
        reason: &str,
    ) {
        if !self.step(dice, at, by, Action::Return, EventKind::Returned, reason) {
            return;
        }
        self.row.reviewed_at = Some(at);
        self.row.reviewed_by = Some(by.name.clone());
        let due_at = season.working_days_after(at, 2);
        self.row.return_due_at = Some(due_at);
        self.goes_back(Rework::Returned, due_at);
    }

    /// Its author takes it back before its deadline, which stays.
    pub(super) fn withdrawn(&mut self, dice: &mut Dice, at: DateTime<Utc>, by: &Arc<Actor>) {
        if self.step(dice, at, by, Action::Withdraw, EventKind::Withdrawn, "") {
            self.goes_back(Rework::Withdrawn, self.due_at.max(at));
        }
    }

    /// The organisation confirms what was filed on its behalf.
    pub(super) fn confirmed(&mut self, dice: &mut Dice, at: DateTime<Utc>, by: &Arc<Actor>) {
        if !self.ended && at < self.now {
            self.event(dice, at, by, EventKind::Confirmed, "");
            self.row.on_behalf_confirmed_at = Some(at);
            self.row.row_version += 1;
        }
    }

    /// Puts it into the book; false where nobody has begun to write.
    pub(super) fn put(mut self, book: &mut Book) -> bool {
        if self.row.id.is_nil() {
            return false;
        }
        self.state.code().clone_into(&mut self.row.state);
        if let Some(filing) = &self.filing {
            self.row.reworked = json(&filing.reworked);
        }
        book.reports.push(self.row);
        book.versions.append(&mut self.versions);
        book.events.append(&mut self.events);
        book.activities.append(&mut self.activities);
        book.progress.append(&mut self.progress);
        book.deeds.append(&mut self.deeds);
        true
    }

    fn step(
        &mut self,
        dice: &mut Dice,
        at: DateTime<Utc>,
        by: &Arc<Actor>,
        action: Action,
        kind: EventKind,
        words: &str,
    ) -> bool {
        let party = if matches!(action, Action::Submit | Action::Withdraw) { By::Author } else { By::Reviewer };
        let next = self.state.next(action, party).ok().filter(|_| !self.ended && at < self.now);
        self.ended = next.is_none();
        let Some(next) = next else { return false };
        self.state = next;
        self.row.row_version += 1;
        self.event(dice, at, by, kind, words);
        true
    }

    fn event(&mut self, dice: &mut Dice, at: DateTime<Utc>, by: &Arc<Actor>, kind: EventKind, words: &str) {
        self.events.push(weekly_report_event::Model {
            id: dice.id(at),
            base_id: self.row.base_id,
            report_id: self.row.id,
            kind: kind.code().to_owned(),
            at,
            by: by.name.clone(),
            by_role: by.role.code().to_owned(),
            words: words.to_owned(),
        });
        let deed = match kind {
            EventKind::Submitted => Deed::WeeklyReportSubmitted,
            EventKind::Withdrawn => Deed::WeeklyReportWithdrawn,
            EventKind::Returned => Deed::WeeklyReportReturned,
            EventKind::Accepted => Deed::WeeklyReportAccepted,
            EventKind::Reopened => Deed::WeeklyReportReopened,
            EventKind::Commented => Deed::WeeklyReportCommented,
            EventKind::Confirmed => Deed::WeeklyReportConfirmed,
        };
        let detail = if words.is_empty() { Detail::Week(self.asked.week) } else { Detail::Reason(words.to_owned()) };
        self.deeds.push(PastDeed { at, by: by.clone(), deed, subject: self.row.id, detail });
    }

    fn goes_back(&mut self, why: Rework, due_at: DateTime<Utc>) {
        if let Some(filing) = &mut self.filing {
            filing.reworked.push(Reworked { why, due_at, submitted_at: None });
        }
        self.activities.clear();
        self.progress.clear();
    }

    fn list_activities(&mut self, dice: &mut Dice, at: DateTime<Utc>, report: &Report) {
        let count = |count: Option<u32>| count.unwrap_or(0).cast_signed();
        self.activities = report
            .activities
            .iter()
            .map(|held| activity::Model {
                id: dice.id(at),
                base_id: self.row.base_id,
                report_id: self.row.id,
                subject_id: self.row.subject_id,
                of_base: self.row.of_base,
                held_on: held.on,
                kind: held.kind.map(|kind| kind.code().to_owned()).unwrap_or_default(),
                what: held.what.clone(),
                place: held.place.clone(),
                attendances: count(held.attendances),
                beneficiaries: count(held.beneficiaries),
            })
            .collect();
    }

    /// With dice of its own, so that plans leave the chance of everything else as it is.
    fn list_progress(&mut self, dice: &Dice, at: DateTime<Utc>, report: &Report) {
        let (week, mut dice) = (self.asked.week, dice.clone());
        let told = |(item, quantity): (&Uuid, &u32)| plan_progress::Model {
            id: dice.id(at),
            base_id: self.row.base_id,
            report_id: self.row.id,
            subject_id: self.row.subject_id,
            week: week.to_string(),
            month: week.month().to_string(),
            item_id: *item,
            quantity: quantity.cast_signed(),
        };
        self.progress = report.progress.iter().map(told).collect();
    }

    fn judge(&mut self, at: DateTime<Utc>) {
        let judgement = Judgement::of(self.filing.as_ref(), self.due_at, Some(self.cut_off), at);
        self.row.timeliness = Some(judgement.timeliness.code().to_owned());
        self.row.late_minutes = match judgement.timeliness {
            Timeliness::Late { minutes } => minutes.cast_signed(),
            _ => 0,
        };
        if self.row.versions == 1 {
            self.row.counts = judgement.counts;
        }
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
