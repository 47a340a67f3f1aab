use serde::{Deserialize, Serialize};

/// What an organisation must have reached to hatch (domain: *Stages of an incubation*, gate to hatch).
/// An installation's own gate replaces the default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    /// Least points of the exit review, in hundredths.
    pub exit_review: i32,
    /// Least number of completed projects or activity series.
    pub projects: u32,
}

impl Default for Gate {
    /// 75.00 points and one project.
    fn default() -> Self {
        Self { exit_review: 75_00, projects: 1 }
    }
}

/// What is known of an organisation at the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateFacts {
    /// 登记 or 备案, not 拟登记.
    pub registered_or_filed: bool,
    /// Points of its exit review in hundredths; `None` before there is one.
    pub exit_review: Option<i32>,
    pub open_rectifications: u32,
    /// Completed projects or activity series.
    pub completed_projects: u32,
}

/// One condition that is not met. Points are hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "unmet", rename_all = "snake_case")]
pub enum Unmet {
    NotRegisteredOrFiled,
    NoExitReview,
    ExitReviewBelow { points: i32, needed: i32 },
    OpenRectifications { count: u32 },
    TooFewProjects { completed: u32, needed: u32 },
}

impl Gate {
    /// Every condition that is not met, in the order of the rule; empty means that the gate is open.
    pub fn unmet(&self, facts: &GateFacts) -> Vec<Unmet> {
        let review = match facts.exit_review {
            None => Some(Unmet::NoExitReview),
            Some(points) if points < self.exit_review => {
                Some(Unmet::ExitReviewBelow { points, needed: self.exit_review })
            }
            Some(_) => None,
        };
        let standing = (!facts.registered_or_filed).then_some(Unmet::NotRegisteredOrFiled);
        let open = facts.open_rectifications;
        let rectified = (open > 0).then_some(Unmet::OpenRectifications { count: open });
        let completed = facts.completed_projects;
        let projects =
            (completed < self.projects).then_some(Unmet::TooFewProjects { completed, needed: self.projects });
        [standing, review, rectified, projects].into_iter().flatten().collect()
    }
}
