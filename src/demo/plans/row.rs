//! A plan and its versions, as rows.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::super::season::Season;
use super::Planner;
use crate::{
    calendar::nth_working_day_after,
    monthly_plan::{
        Draft, Item, State,
        entity::{monthly_plan, monthly_plan_version},
    },
    period::Month,
    store::to_json,
};

impl Planner {
    #[allow(clippy::too_many_arguments, reason = "a row has as many fields as it has")]
    pub(super) fn row(
        &self,
        base: Uuid,
        season: &Season,
        id: Uuid,
        month: Month,
        at: DateTime<Utc>,
        due: DateTime<Utc>,
        draft: &Draft,
    ) -> monthly_plan::Model {
        let decide_by = nth_working_day_after(season.day(at), 3, &season.calendar, season.zone).at;
        monthly_plan::Model {
            id,
            base_id: base,
            subject_id: self.subject,
            of_base: self.of_base,
            month: month.to_string(),
            state: State::Submitted.code().to_owned(),
            draft: to_json(draft),
            draft_version: 1,
            draft_saved_at: at,
            draft_saved_by: self.author.name.clone(),
            versions: 1,
            standing: None,
            due_at: Some(due),
            first_submitted_at: Some(at),
            reworked: "[]".to_owned(),
            submitted_at: Some(at),
            submitted_by: Some(self.author.name.clone()),
            on_behalf: false,
            on_behalf_confirmed_at: None,
            decide_by: Some(decide_by),
            decided_at: None,
            decided_by: None,
            returned_for: String::new(),
            result: None,
            closed_at: None,
            closed_by: None,
            items: 0,
            points: 0,
            releases_asked: 0,
            row_version: 1,
        }
    }

    pub(super) fn version(
        &mut self,
        base: Uuid,
        plan: Uuid,
        number: i32,
        items: &[Item],
        at: DateTime<Utc>,
    ) -> monthly_plan_version::Model {
        monthly_plan_version::Model {
            id: self.dice.id(at),
            base_id: base,
            plan_id: plan,
            number,
            items: to_json(&items),
            why: String::new(),
            submitted_at: at,
            submitted_by: self.author.name.clone(),
            source: String::new(),
            approved_at: None,
        }
    }
}
