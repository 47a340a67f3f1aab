//! Whose the targets of a year are, by the names that were typed.

use std::collections::BTreeMap;

use super::{Progress, Target};

/// How the targets stand that somebody owns, and with how many others they help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    pub name: String,
    pub owns: u32,
    /// Of these, how many are known and not behind.
    pub on_course: u32,
    pub behind: u32,
    pub helps: u32,
}

impl PersonLine {
    fn of(name: &str) -> Self {
        Self { name: name.to_owned(), owns: 0, on_course: 0, behind: 0, helps: 0 }
    }
}

impl Target {
    /// Who helps, name by name.
    pub fn helper_names(&self) -> impl Iterator<Item = &str> {
        let names = self.helpers.split(['、', '，', ',', '；', ';', '/']);
        names.map(str::trim).filter(|name| !name.is_empty())
    }

    /// Whether somebody owns it or helps with it.
    pub fn is_of(&self, name: &str) -> bool {
        self.owner == name || self.helper_names().any(|helper| helper == name)
    }
}

/// Everybody who owns one of these or helps with one, by name.
pub fn people<'a>(targets: impl IntoIterator<Item = (&'a Target, &'a Progress)>) -> Vec<PersonLine> {
    let mut found: BTreeMap<&str, PersonLine> = BTreeMap::new();
    for (target, progress) in targets {
        let owner = found.entry(&target.owner).or_insert_with_key(|name| PersonLine::of(name));
        let behind = progress.is_behind(target);
        owner.owns += 1;
        owner.behind += u32::from(behind);
        owner.on_course += u32::from(progress.is_known && !behind);
        let mut helpers: Vec<&str> = target.helper_names().filter(|helper| *helper != target.owner).collect();
        helpers.sort_unstable();
        helpers.dedup();
        for helper in helpers {
            found.entry(helper).or_insert_with_key(|name| PersonLine::of(name)).helps += 1;
        }
    }
    found.into_values().collect()
}
