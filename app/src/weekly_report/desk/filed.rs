//! A report that has been filed, with two of its versions where the link asks to compare them.

use hatchboard::{
    access::Scope,
    weekly_report::store::{
        WeeklyReportError,
        read::{self, Comparison, ReportPage},
    },
};
use uuid::Uuid;

use crate::{base::At, request::query};

#[derive(Debug, Clone)]
pub(super) struct Filed {
    pub(super) report: ReportPage,
    pub(super) comparison: Option<Comparison>,
}

impl Filed {
    pub(super) async fn find(at: &At, id: Uuid) -> Result<Self, WeeklyReportError> {
        let (store, scope) = (&at.request.store, Scope::from(&at.reader));
        let report = read::report(store, scope, id).await?;
        let comparison = match compared() {
            Some((old, new)) => Some(read::compare(store, scope, id, old, new).await?),
            None => None,
        };
        Ok(Self { report, comparison })
    }
}

/// `?compare=1..2`
fn compared() -> Option<(u32, u32)> {
    let asked = query().into_iter().find(|(name, _)| name == "compare")?.1;
    let (old, new) = asked.split_once("..")?;
    Some((old.parse().ok()?, new.parse().ok()?))
}
