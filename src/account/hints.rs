//! The first steps that somebody has put away, as the account keeps them: the codes of the roles, parted by blanks.

use crate::access::Role;

/// A role that this program does not know is left out.
pub(super) fn read(kept: Option<&str>) -> Vec<Role> {
    kept.unwrap_or_default().split_whitespace().filter_map(|code| code.parse().ok()).collect()
}

/// What is kept, and one role more.
pub(super) fn with(kept: Option<&str>, role: Role) -> String {
    let mut away = read(kept);
    if !away.contains(&role) {
        away.push(role);
    }
    away.into_iter().map(Role::code).collect::<Vec<_>>().join(" ")
}
