use super::Cell;
use crate::code::coded;

coded! {
    /// By what the organisations of one week are narrowed: for each number of a week's summary, those that it counts.
    pub enum Among {
        /// Excused ones are not among them.
        Asked = "asked",
        /// With those that had nothing to report.
        OnTime = "on_time",
        /// Of those the ones that had nothing to report.
        Nothing = "nothing",
        /// Whether or not it came early enough to count.
        Late = "late",
        Missing = "missing",
        /// Neither filed nor due.
        Pending = "pending",
        Excused = "excused",
        /// Those whose filed report tells of activities or attendances.
        Active = "active",
    }
}

impl Among {
    /// Whether it counts an organisation's week. `told`: activities and attendances of what stands as filed.
    ///
    /// ```
    /// use hatchboard::weekly_report::{Among, Cell};
    /// let late = Cell::Late { minutes: 5, counts: false };
    /// assert!(Among::Late.counts(&late, (0, 0)) && !Among::Active.counts(&late, (0, 0)));
    /// assert!(Among::Active.counts(&late, (1, 30)));
    /// ```
    pub const fn counts(self, cell: &Cell, told: (u32, u32)) -> bool {
        match self {
            Self::Asked => !matches!(cell, Cell::NotExpected(_) | Cell::Excused(_)),
            Self::OnTime => matches!(cell, Cell::OnTime | Cell::OnTimeNothing),
            Self::Nothing => matches!(cell, Cell::OnTimeNothing),
            Self::Late => matches!(cell, Cell::Late { .. }),
            Self::Missing => matches!(cell, Cell::Missing),
            Self::Pending => matches!(cell, Cell::Pending),
            Self::Excused => matches!(cell, Cell::Excused(_)),
            Self::Active => told.0 > 0 || told.1 > 0,
        }
    }
}
