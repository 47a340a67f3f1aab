use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::coded;

coded! {
    /// A field of one item, by its name in the form.
    pub enum ItemField {
        What = "what",
        Quantity = "quantity",
        Unit = "unit",
        Responsible = "responsible",
        DueOn = "due_on",
        Recurring = "recurring",
        Serves = "serves",
    }
}

/// One thing that is to be done in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// The same in every version of the plan.
    pub id: Uuid,
    pub what: String,
    /// At least 1.
    pub quantity: u32,
    /// What the quantity counts: 场, 人次, 份.
    pub unit: String,
    /// 责任人, by name.
    pub responsible: String,
    /// Within the month.
    pub due_on: NaiveDate,
    /// Offered again when the next month's plan is begun.
    pub recurring: bool,
    /// The unfinished item of an earlier month that it goes on with.
    pub carried_from: Option<Uuid>,
    /// The annual target that it serves, by its code.
    #[serde(default)]
    pub serves: Option<String>,
}

impl Item {
    /// The most items of a plan.
    pub const MOST: usize = 40;
    /// The largest quantity.
    pub const MAX_QUANTITY: u32 = 1_000_000;
    /// The longest text of an item, in characters.
    pub const LONGEST_WHAT: usize = 200;
    /// The longest name of a person, in characters.
    pub const LONGEST_NAME: usize = 50;
    /// The longest code of a target, in characters.
    pub const LONGEST_CODE: usize = 40;
    /// The longest unit, in characters.
    pub const LONGEST_UNIT: usize = 12;

    /// How far it has come when `done` of its quantity is done.
    pub fn progress(&self, done: u32, today: NaiveDate) -> Progress {
        match done {
            done if done >= self.quantity => Progress::Done,
            _ if self.due_on < today => Progress::Overdue,
            0 => Progress::NotBegun,
            _ => Progress::UnderWay,
        }
    }
}

coded! {
    /// How far an item has come: the columns of the board.
    pub enum Progress {
        /// 未开始.
        NotBegun = "not_begun",
        /// 进行中.
        UnderWay = "under_way",
        /// 已逾期: its day has passed, and it is not done.
        Overdue = "overdue",
        /// 已完成.
        Done = "done",
    }
}
