use hatchboard::annual_target::store::TargetLine;
use serde::Serialize;
use utoipa::ToSchema;

/// A target of a year: counts in pieces, money in cents, rates in hundredths of a percent.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TargetView {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) measure: &'static str,
    pub(crate) unit: String,
    pub(crate) rule: &'static str,
    pub(crate) owner: String,
    pub(crate) annual: i64,
    pub(crate) split: [i64; 4],
    /// `null` where nothing is known.
    pub(crate) actual: [Option<i64>; 4],
    pub(crate) total: Option<i64>,
    /// Of the plan, in hundredths of a percent.
    pub(crate) achieved: u32,
    pub(crate) forecast: Option<i64>,
    /// Entries that wait for the bureau and count nowhere.
    pub(crate) pending: u32,
}

impl From<TargetLine> for TargetView {
    fn from(line: TargetLine) -> Self {
        let TargetLine { target, actual, progress, pending } = line;
        Self {
            measure: target.measure.code(),
            rule: target.rule.code(),
            total: actual.total(target.measure),
            actual: actual.quarters,
            code: target.code,
            name: target.name,
            unit: target.unit,
            owner: target.owner,
            annual: target.annual,
            split: target.split,
            achieved: progress.achieved,
            forecast: progress.forecast,
            pending,
        }
    }
}
