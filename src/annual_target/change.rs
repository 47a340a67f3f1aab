use super::{DraftTarget, Target, TargetField};

/// What one version of a year's targets says otherwise than the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetChange {
    Added(Target),
    Removed(Target),
    /// The target as it is now, and which of its fields are new.
    Changed(Target, Vec<FieldChange>),
}

/// One field of a target, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub field: TargetField,
    pub old: String,
    pub new: String,
}

/// What changed between two versions: targets in the order of the new one, then those that it lacks.
pub fn differences(old: &[Target], new: &[Target]) -> Vec<TargetChange> {
    let of_new = new.iter().filter_map(|target| match old.iter().find(|one| one.code == target.code) {
        None => Some(TargetChange::Added(target.clone())),
        Some(before) => {
            let fields = fields(before, target);
            (!fields.is_empty()).then(|| TargetChange::Changed(target.clone(), fields))
        }
    });
    let gone = old.iter().filter(|target| !new.iter().any(|one| one.code == target.code));
    of_new.chain(gone.cloned().map(TargetChange::Removed)).collect()
}

fn fields(old: &Target, new: &Target) -> Vec<FieldChange> {
    let (before, after) = (DraftTarget::from(old), DraftTarget::from(new));
    let differ = |field: &&TargetField| before.text(**field) != after.text(**field);
    let change = |field: &TargetField| FieldChange {
        field: *field,
        old: before.text(*field).to_owned(),
        new: after.text(*field).to_owned(),
    };
    TargetField::ALL.iter().filter(differ).map(change).collect()
}
