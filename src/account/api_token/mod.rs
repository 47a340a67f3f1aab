//! Tokens by which a program reads in somebody's name: named, for some areas, for a year at the most.
//!
//! A token carries no right of its own. Whoever comes with one is its account, with what that may at the time; its
//! areas only narrow what it is for. Only its hash is kept. Whoever makes one gives their password; a new password revokes
//! it, and so does disabling the account.

#[cfg(feature = "store")]
mod store;

#[cfg(feature = "store")]
pub use store::{Bearer, MadeToken, ShownToken, find, make, of_account, revoke, revoke_as_admin};
#[cfg(feature = "store")]
pub(super) use store::{revoke_all, standing};

use crate::code::coded;

coded! {
    /// What a token may read. A code never changes once it has been stored.
    pub enum Area {
        Registry = "registry",
        Reports = "reports",
        Plans = "plans",
        Sheets = "sheets",
        FollowUps = "follow_ups",
        Targets = "targets",
    }
}

/// For how many days a token can be made; the last is the most.
pub const DAYS: [i64; 4] = [30, 90, 180, 365];

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 40;

/// A token as it is asked for, in text.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TokenText {
    pub name: String,
    /// Codes of areas.
    pub areas: Vec<String>,
    pub days: String,
}

/// A token as it may be made.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct WantedToken {
    /// 1 to [`LONGEST_NAME`] characters, by which its owner knows it.
    pub name: String,
    /// At least one, each once, in their order.
    pub areas: Vec<Area>,
    /// One of [`DAYS`].
    pub days: i64,
}

/// What stands in the way of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenFault {
    NameMissing,
    NameTooLong,
    /// Neither none nor one that nobody knows.
    Areas,
    Days,
}

/// The token that the text asks for, or everything that is wrong with it.
pub fn judge(text: &TokenText) -> Result<WantedToken, Vec<TokenFault>> {
    let mut faults = Vec::new();
    let name = text.name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => faults.push(TokenFault::NameMissing),
        1..=LONGEST_NAME => {}
        _ => faults.push(TokenFault::NameTooLong),
    }
    let named = |area: &&Area| text.areas.iter().any(|code| code == area.code());
    let areas: Vec<Area> = Area::ALL.iter().filter(named).copied().collect();
    if areas.is_empty() || text.areas.iter().any(|code| Area::from_code(code).is_none()) {
        faults.push(TokenFault::Areas);
    }
    let days = text.days.parse().ok().filter(|days| DAYS.contains(days));
    if days.is_none() {
        faults.push(TokenFault::Days);
    }
    match days {
        Some(days) if faults.is_empty() => Ok(WantedToken { name, areas, days }),
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(name: &str, areas: &[&str], days: &str) -> TokenText {
        TokenText {
            name: name.to_owned(),
            areas: areas.iter().map(|&area| area.to_owned()).collect(),
            days: days.to_owned(),
        }
    }

    #[test]
    fn a_token_has_a_name_an_area_and_an_end_within_a_year() {
        let wanted = judge(&text(" 月报  脚本 ", &["sheets", "reports", "reports"], "90")).unwrap();
        assert_eq!((wanted.name.as_str(), wanted.days), ("月报 脚本", 90));
        assert_eq!(wanted.areas, [Area::Reports, Area::Sheets]);
        assert!(DAYS.iter().all(|days| *days <= 365));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        use TokenFault::{Areas, Days, NameMissing, NameTooLong};
        let long = "名".repeat(LONGEST_NAME + 1);
        for (asked, expected) in [
            (text(" ", &[], ""), vec![NameMissing, Areas, Days]),
            (text(&long, &["reports"], "366"), vec![NameTooLong, Days]),
            (text("a", &["reports", "audit"], "30"), vec![Areas]),
            (text("a", &["reports"], "-30"), vec![Days]),
        ] {
            assert_eq!(judge(&asked), Err(expected), "{asked:?}");
        }
    }
}
