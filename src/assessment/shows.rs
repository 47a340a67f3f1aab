//! What a file behind a line shows, and until when it can be added or taken away.

use super::State;
use crate::code::coded;

coded! {
    /// What a file behind a line of a sheet is to show.
    pub enum Shows {
        /// 自评佐证: the subject's own points.
        OwnPoints = "own_points",
        /// 异议佐证: what the subject objects.
        Objection = "objection",
    }
}

impl Shows {
    /// Whether a line of a sheet takes such files, and lets them go: its own points until they are handed in, an
    /// objection until it is decided. `objection`: whether the line has one, and if so, whether it is open.
    pub fn takes_files(self, state: State, objection: Option<bool>) -> bool {
        match self {
            Self::OwnPoints => state == State::Open,
            Self::Objection => state == State::Published && objection == Some(true),
        }
    }
}
