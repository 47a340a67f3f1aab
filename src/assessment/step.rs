use super::Part;
use crate::code::coded;

coded! {
    /// Something that somebody did with a sheet, as its history tells it.
    pub enum Step {
        Opened = "opened",
        /// The admission was recorded after the round had been opened, and the sheet came then.
        Added = "added",
        SelfScored = "self_scored",
        /// Points were written and not handed in yet.
        Wrote = "wrote",
        Scored = "scored",
        SentBack = "sent_back",
        Confirmed = "confirmed",
        /// Bonus points.
        Rewarded = "rewarded",
        Vetoed = "vetoed",
        VetoLifted = "veto_lifted",
        Published = "published",
        Objected = "objected",
        Upheld = "upheld",
        Rejected = "rejected",
        /// The facts of the quarter were frozen.
        Froze = "froze",
        /// Facts that came later were taken in, with the reason.
        Recomputed = "recomputed",
        Sampled = "sampled",
        Sealed = "sealed",
        /// A correction was asked for.
        CorrectionAsked = "correction_asked",
        CorrectionRefused = "correction_refused",
        CorrectionWithdrawn = "correction_withdrawn",
        /// Sealed again, corrected.
        Corrected = "corrected",
    }
}

impl Step {
    /// The part in the sheet that it is; what only the records say is none.
    pub const fn part(self) -> Option<Part> {
        match self {
            Self::Scored => Some(Part::Scores),
            Self::SentBack | Self::Confirmed | Self::Rewarded | Self::Vetoed | Self::VetoLifted => Some(Part::Confirms),
            Self::Upheld | Self::Rejected => Some(Part::Decides),
            Self::CorrectionAsked => Some(Part::Corrects),
            Self::CorrectionRefused | Self::Corrected => Some(Part::Approves),
            _ => None,
        }
    }
}
