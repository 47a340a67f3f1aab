//! Who decides on objections to a sheet: of an organisation's any officer who took no part in it, of the base's the
//! superior whom its settings name (domain: *Scorecards*).

use uuid::Uuid;

use super::{Deed, Part, may_take};

/// Somebody whom the settings of a base name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    pub person: Uuid,
    /// An officer of the base's bureau still, who can sign in.
    pub serves: bool,
    /// One of the operator's people, too.
    pub belongs: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decider {
    /// Any officer who neither scored nor confirmed it; of the base's sheet, where its settings name nobody.
    AnyOther,
    /// 上级负责人.
    Superior(Uuid),
    /// 代理人: the superior took a part in the sheet, or has left.
    Deputy(Uuid),
    /// Of those whom the settings name nobody can: they have to name somebody else.
    Nobody,
}

impl Decider {
    /// Of a sheet with what was done with it before.
    pub fn of(of_base: bool, superior: Option<Named>, deputy: Option<Named>, before: &[Deed]) -> Self {
        let Some(superior) = superior.filter(|_| of_base) else { return Self::AnyOther };
        let can = |named: &Named| named.serves && may_take(Part::Decides, named.person, named.belongs, before).is_ok();
        if can(&superior) {
            return Self::Superior(superior.person);
        }
        deputy.filter(can).map_or(Self::Nobody, |deputy| Self::Deputy(deputy.person))
    }

    /// Whether it can be this person, who may take the part.
    pub fn lets(self, person: Uuid) -> bool {
        match self {
            Self::AnyOther => true,
            Self::Superior(named) | Self::Deputy(named) => named == person,
            Self::Nobody => false,
        }
    }
}
