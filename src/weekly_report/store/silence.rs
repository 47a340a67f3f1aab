//! Which organisations are silent: asked for reports, excused from none, and without any since.

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, Condition, ExprTrait,
    sea_query::{Expr, Query},
};
use uuid::Uuid;

use super::super::entity::filing_exception;
use super::Rhythm;
use crate::{incubation::entity::reporting_span, organisation::entity::organisation, period::Week};

/// Silent since `first`, by what was due up to `last`.
#[derive(Debug, Clone)]
pub(super) struct Silence {
    first: Week,
    last: Week,
    now: DateTime<Utc>,
    /// Kinds by standing and mode that were not asked in the last week.
    unasked: Vec<(String, String)>,
}

impl Silence {
    pub(super) fn since(rhythm: &Rhythm, first: Week, last: Week, now: DateTime<Utc>) -> Self {
        Self { first, last, now, unasked: rhythm.unasked(last) }
    }

    /// The condition on an organisation's row. It looks at the newest week reported on, never at history.
    pub(super) fn condition(&self, base: Uuid) -> Condition {
        use organisation::{Column, Entity};
        let unreported = Condition::any()
            .add(Column::LastReportWeek.is_null())
            .add(Column::LastReportWeek.lt(self.first.to_string()));
        let there = |week: Week| {
            use reporting_span::{Column as Of, Entity as Spans};
            let open = Condition::any().add(Of::LastWeek.is_null()).add(Of::LastWeek.gte(week.to_string()));
            let span = Query::select()
                .expr(Expr::val(1))
                .from(Spans)
                .and_where(Of::BaseId.eq(base))
                .and_where(Expr::col((Spans, Of::OrganisationId)).equals((Entity, Column::Id)))
                .and_where(Of::FirstWeek.lte(week.to_string()))
                .cond_where(open)
                .to_owned();
            Expr::exists(span)
        };
        let unasked = self.unasked.iter().map(|(standing, mode)| {
            let mode = if mode.is_empty() { Column::Mode.is_null() } else { Column::Mode.eq(mode) };
            Column::Standing.eq(standing).and(mode)
        });
        let asked = unasked.fold(Condition::all(), |asked, kind| asked.add(kind.not()));
        Condition::all()
            .add(unreported)
            .add(there(self.first))
            .add(there(self.last))
            .add(asked)
            .add(self.relieved(base).not())
    }

    /// Excused from the last week, or with a deadline that was moved and lies ahead.
    fn relieved(&self, base: Uuid) -> Expr {
        use filing_exception::{Column as Of, Entity as Exceptions};
        let stands = Condition::any().add(Of::DueAt.is_null()).add(Of::DueAt.gte(self.now));
        let exception = Query::select()
            .expr(Expr::val(1))
            .from(Exceptions)
            .and_where(Of::BaseId.eq(base))
            .and_where(Expr::col((Exceptions, Of::SubjectId)).equals((organisation::Entity, organisation::Column::Id)))
            .and_where(Of::Period.eq(self.last.to_string()))
            .and_where(Of::RevokedAt.is_null())
            .cond_where(stands)
            .to_owned();
        Expr::exists(exception)
    }
}
