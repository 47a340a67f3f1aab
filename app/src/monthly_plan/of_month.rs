//! Whose plan of which month a page shows, and what its reader may do there.

use hatchboard::{
    access::{Role, SubjectReader},
    base::Base,
    period::Month,
    weekly_report::store::SubjectName,
};

use crate::{base::At, weekly_report::Whose};

/// A plan's page for the person who looks at it.
#[derive(Debug, Clone)]
pub struct Here {
    pub base: Base,
    pub month: Month,
    pub reader: SubjectReader,
    /// As whom one may write in it; `None` where one may not.
    pub writes: Option<Whose>,
    /// Whether one decides on it.
    pub decides: bool,
    /// The list that it belongs to.
    pub list: String,
    /// What the pages of this subject's plans begin with; a month follows.
    pub months: String,
    /// Where a week's report is opened, with the week to follow.
    pub reports: String,
}

impl Here {
    /// Its items as a workbook.
    pub(super) fn workbook(&self) -> String {
        format!("{}/{}/items.xlsx", self.months, self.month)
    }

    /// Where the plan is printed.
    pub(super) fn printed(&self) -> String {
        let (subject, slug, month) = (self.reader.subject(), &self.base.slug, self.month);
        match self.reader.role() {
            Role::Organisation => format!("/o/{subject}/print/plans/{month}"),
            _ if subject == self.base.id => format!("/b/{slug}/print/plans/{month}"),
            _ => format!("/b/{slug}/print/plans/{month}/{subject}"),
        }
    }
}

/// The page of a subject's plan, for whoever sees the whole base.
pub(super) fn page_in_base(at: &At, subject: &SubjectName, month: Month) -> String {
    if subject.of_base {
        at.path(&format!("/plans/{month}"))
    } else {
        at.path(&format!("/organisations/{}/plans/{month}", subject.id))
    }
}

/// The page of an author's plan.
pub(super) fn page_of(whose: &Whose, month: Month) -> String {
    match whose {
        Whose::Own(organisation) => format!("/o/{organisation}/plans/{month}"),
        Whose::Base(base) => format!("/b/{base}/plans/{month}"),
        Whose::OnBehalf { base, organisation } => {
            format!("/b/{base}/organisations/{organisation}/plans/{month}/behalf")
        }
    }
}
