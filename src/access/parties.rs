use uuid::Uuid;

use super::{Membership, Role};

/// So many organisations of a base are told apart. Whoever is staff of more and reads the base, too, reads each of its
/// organisations as their own.
const TOLD_APART: usize = 2;

/// The parties of a base that somebody belongs to. What is withheld from a party is withheld from each of its people, by
/// whichever role they come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Parties {
    /// The operator's team, whose subject is the base itself.
    team: bool,
    staff: [Option<Uuid>; TOLD_APART],
    /// There are more organisations than are told apart.
    more: bool,
}

impl Parties {
    pub(super) fn of(memberships: &[Membership], base: Uuid) -> Self {
        let here = || memberships.iter().filter(move |m| m.base == base);
        let mut organisations = here().filter_map(|m| m.organisation);
        Self {
            team: here().any(|m| m.role == Role::Manager),
            staff: std::array::from_fn(|_| organisations.next()),
            more: organisations.next().is_some(),
        }
    }

    /// Whether a subject of the base is the person's own.
    pub(super) fn hold(&self, base: Uuid, subject: Uuid) -> bool {
        if subject == base { self.team } else { self.more || self.staff.contains(&Some(subject)) }
    }

    /// The organisations among them; `None` stands for every one.
    #[cfg(feature = "store")]
    pub(super) fn organisations(&self) -> Option<Vec<Uuid>> {
        (!self.more).then(|| self.staff.iter().flatten().copied().collect())
    }
}
