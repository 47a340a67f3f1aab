use serde::{Deserialize, Serialize};

use super::Scorecard;
use crate::{incubation::Mode, organisation::Standing};

/// To whom an indicator applies, by standing and mode; an empty list leaves nobody out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Applicability {
    pub standings: Vec<Standing>,
    pub modes: Vec<Mode>,
}

impl Applicability {
    /// Whether a subject of this standing and mode is meant. An unknown mode is none of those that a list names.
    pub fn covers(&self, standing: Standing, mode: Option<Mode>) -> bool {
        let of_mode = self.modes.is_empty() || mode.is_some_and(|mode| self.modes.contains(&mode));
        of_mode && (self.standings.is_empty() || self.standings.contains(&standing))
    }
}

impl Scorecard {
    /// The card as it stands on a subject's sheet: what does not apply to the subject is marked, and the sum is rescaled
    /// by what is left.
    #[must_use]
    pub fn for_subject(&self, standing: Standing, mode: Option<Mode>) -> Self {
        let mut card = self.clone();
        for indicator in card.sections.iter_mut().flat_map(|section| &mut section.indicators) {
            indicator.left_out = !indicator.applies_to.covers(standing, mode);
        }
        card
    }
}
