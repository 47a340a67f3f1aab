use chrono::{DateTime, Utc};

use crate::{
    assessment::{State, Timetable},
    code::coded,
    waiting::What,
};

coded! {
    /// What can be owed.
    pub enum Kind {
        WeeklyReport = "weekly_report",
        MonthlyPlan = "monthly_plan",
        /// What became of a month's plan.
        MonthResult = "month_result",
        /// A subject's own points on its sheet.
        SelfScore = "self_score",
        /// The operator's points on an organisation's sheet.
        Score = "score",
        /// The bureau's word on a sheet: its check and its publication; of the base's own, its points as well.
        Check = "check",
        /// The bureau's answer to what is objected to on a sheet.
        Objection = "objection",
        /// The bureau's word on a year's targets.
        Targets = "targets",
        Rectification = "rectification",
        /// Help that was promised by a day.
        Service = "service",
        /// What the bureau has told the base to do.
        Instruction = "instruction",
        /// A visit to an organisation that has hatched.
        FollowUp = "follow_up",
        /// The organisation's word on what a visit found.
        Confirmation = "confirmation",
    }
}

coded! {
    /// When somebody is told, counted from the day that something is due; by so many working days as a base has settled
    /// ([`Steps`](super::Steps)).
    pub enum Step {
        /// Well ahead, to whoever is to make a visit.
        Ahead = "ahead",
        /// Shortly before, to whoever files.
        Before = "before",
        /// The day itself.
        Due = "due",
        /// Shortly after.
        After = "after",
        /// Later, to the operator.
        Operator = "operator",
        /// Later still, to the bureau.
        Bureau = "bureau",
        /// By hand, to whoever files.
        Asked = "asked",
    }
}

coded! {
    /// By what somebody is told.
    pub enum Channel {
        /// In the program itself.
        Program = "program",
        Mail = "mail",
        /// By the robot of a group (WeCom, DingTalk, Feishu), whose members read it together.
        Robot = "robot",
    }
}

coded! {
    /// Where a delivery stands.
    pub enum DeliveryState {
        /// It waits for the end of quiet hours, or for the next attempt.
        Queued = "queued",
        /// It is being handed over just now.
        Sending = "sending",
        Sent = "sent",
        /// The program ended while it was being handed over. It may have arrived, so it is not sent twice.
        Unknown = "unknown",
        /// Given up after the last attempt.
        Failed = "failed",
        /// Everything that it was to tell of had arrived before it went or is somebody else's by then, or nobody wants it by
        /// this channel any more.
        Stopped = "stopped",
    }
}

impl Kind {
    /// What is owed of a sheet in a state; nothing once it is published.
    pub fn of_sheet(state: State, of_base: bool) -> Option<Self> {
        match What::of_sheet(state, of_base)? {
            What::SelfScore | What::BaseSelfScore => Some(Self::SelfScore),
            What::Score => Some(Self::Score),
            What::Check | What::Publish => Some(Self::Check),
            _ => None,
        }
    }

    /// Everything that is owed of a sheet by now, each with its deadline: its step, and, once that is missed, the one after
    /// it, whose party may go on without it and has to hear that it may.
    pub fn all_of_sheet(
        state: State,
        of_base: bool,
        timetable: &Timetable,
        now: DateTime<Utc>,
    ) -> Vec<(Self, DateTime<Utc>)> {
        let mut all: Vec<(Self, DateTime<Utc>)> = Vec::new();
        let mut next = Some(state);
        while let Some(state) = next {
            let Some((kind, due_at)) = Self::of_sheet(state, of_base).zip(timetable.due(state)) else { break };
            // Of the base's sheet both the points and the check are the bureau's, one thing.
            if all.iter().all(|(before, _)| *before != kind) {
                all.push((kind, due_at));
            }
            next = state.without_step().filter(|_| now > due_at);
        }
        all
    }

    /// What the bureau itself has to do: it is told of it whatever a base reminds of, since its own duties are not for the
    /// operator to silence; and nobody stands over it here.
    pub const fn is_of_bureau(self) -> bool {
        matches!(self, Self::Check | Self::Objection | Self::Targets)
    }
}

impl Channel {
    /// Those of an installation, which may have been told how to send mail, and that robots may be written to.
    pub const fn of(mail: bool, robots: bool) -> &'static [Self] {
        match (mail, robots) {
            (false, false) => &[Self::Program],
            (true, false) => &[Self::Program, Self::Mail],
            (false, true) => &[Self::Program, Self::Robot],
            (true, true) => &[Self::Program, Self::Mail, Self::Robot],
        }
    }
}

impl Step {
    /// Told whatever a person has opted out of: that it is due today, what comes with every escalation, and what
    /// somebody asks for by hand.
    pub const fn is_obligatory(self) -> bool {
        !matches!(self, Self::Ahead | Self::Before | Self::After)
    }
}
