//! What was typed on a device, and what was saved by somebody else meanwhile.

use std::collections::BTreeMap;

/// A field of a form: its name and what stands in it.
pub(super) type Field = (String, String);

/// Both, where nobody has changed the same field. `base` is what `mine` was typed over. Rows may stand elsewhere by
/// now, so a form of rows is brought together only where `theirs` has changed nothing.
pub(super) fn together(base: &[Field], mine: &[Field], theirs: &[Field]) -> Option<Vec<Field>> {
    if theirs == base {
        return Some(mine.to_vec());
    }
    let has_rows = |fields: &[Field]| fields.iter().any(|(name, _)| name.contains("]["));
    if has_rows(mine) || has_rows(theirs) {
        return None;
    }
    let by_name = |fields: &[Field]| -> BTreeMap<String, String> { fields.iter().cloned().collect() };
    let (base, mine, theirs) = (by_name(base), by_name(mine), by_name(theirs));
    let mut both = Vec::new();
    for name in theirs.keys().chain(mine.keys().filter(|name| !theirs.contains_key(*name))) {
        let (before, ours, other) = (base.get(name), mine.get(name), theirs.get(name));
        let stands = if ours == before || ours == other {
            other
        } else if other == before {
            ours
        } else {
            return None;
        };
        both.extend(stands.map(|value| (name.clone(), value.clone())));
    }
    Some(both)
}

#[cfg(test)]
mod tests {
    use super::{Field, together};

    fn of(pairs: &[(&str, &str)]) -> Vec<Field> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn different_fields_are_brought_together() {
        let base = of(&[("visit[on]", ""), ("visit[staff]", "3"), ("visit[summary]", "")]);
        let mine = of(&[("visit[on]", ""), ("visit[staff]", "3"), ("visit[summary]", "写到一半。")]);
        let theirs = of(&[("visit[on]", "2026-04-09"), ("visit[staff]", "3"), ("visit[summary]", "")]);
        let both = of(&[("visit[on]", "2026-04-09"), ("visit[staff]", "3"), ("visit[summary]", "写到一半。")]);
        assert_eq!(together(&base, &mine, &theirs), Some(both));
    }

    #[test]
    fn what_was_typed_and_undone_gives_way() {
        let (base, theirs) = (of(&[("visit[summary]", "")]), of(&[("visit[summary]", "谭写的")]));
        assert_eq!(together(&base, &base, &theirs), Some(theirs));
    }

    #[test]
    fn the_same_field_is_nobodys_to_decide() {
        let (base, mine) = (of(&[("visit[summary]", "")]), of(&[("visit[summary]", "林写的")]));
        assert_eq!(together(&base, &mine, &of(&[("visit[summary]", "谭写的")])), None);
        assert_eq!(together(&base, &mine, &mine), Some(mine.clone()));
        // What came back from the server is on no draft: everything in it counts as typed.
        assert_eq!(together(&[], &mine, &base), None);
    }

    #[test]
    fn a_box_that_is_no_longer_ticked_stays_so() {
        let (base, other) = (of(&[("visit[on]", ""), ("visit[met]", "on")]), of(&[("visit[on]", "2026-04-09")]));
        assert_eq!(together(&base, &of(&[("visit[on]", "")]), &other), Some(other.clone()));
        let ticked = of(&[("visit[on]", "2026-04-09"), ("visit[met]", "on")]);
        assert_eq!(together(&base, &of(&[("visit[on]", "")]), &ticked), Some(other));
    }

    #[test]
    fn rows_that_may_stand_elsewhere_are_left_apart() {
        let (base, mine) = (of(&[("items[0][what]", "")]), of(&[("items[0][what]", "社区义诊")]));
        let theirs = of(&[("items[0][what]", "社区讲座"), ("items[1][what]", "")]);
        assert_eq!(together(&base, &mine, &theirs), None);
        assert_eq!(together(&base, &mine, &base), Some(mine));
    }
}
