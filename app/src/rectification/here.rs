//! Which side looks at rectifications, and where.

use hatchboard::{
    access::{Role, Scope, SubjectReader},
    base::Base,
    rectification::Party,
};
use uuid::Uuid;

use crate::{
    base::At,
    error::AppError,
    request::{Request, path_id},
    ui::{frame::FrameData, nav::Tab},
    weekly_report::{Author, Whose, place},
};

/// As which party one of those who read a base acts.
pub(super) fn party(role: Role) -> Option<Party> {
    match role {
        Role::Manager => Some(Party::Operator),
        Role::Bureau => Some(Party::Bureau),
        _ => None,
    }
}

/// Somebody who looks at rectifications.
#[derive(Debug, Clone)]
pub struct Here {
    pub base: Base,
    pub scope: Scope,
    /// The proof of an organisation's staff; `None` for those who read the base.
    pub reader: Option<SubjectReader>,
    /// As which party one may act; `None` for those who only read.
    pub acts: Option<Party>,
    /// What the pages begin with: `/b/{base}/rectifications` or `/o/{organisation}/rectifications`.
    pub path: String,
}

impl Here {
    /// Operator, bureau or auditor.
    pub(super) fn of_base(at: &At) -> Self {
        Self {
            base: at.base.clone(),
            scope: Scope::from(&at.reader),
            reader: None,
            acts: party(at.role()),
            path: at.path("/rectifications"),
        }
    }

    /// Staff of the organisation of the running page, with their frame.
    pub(super) async fn of_organisation() -> Result<(Self, FrameData), AppError> {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurRectifications).await?;
        let here = Self {
            scope: Scope::from(&author.reader),
            reader: Some(author.reader),
            base: author.base,
            acts: Some(Party::Organisation),
            path: format!("/o/{organisation}/rectifications"),
        };
        Ok((here, frame))
    }

    /// Whether those of several subjects are in sight.
    pub(super) fn sees_all(&self) -> bool {
        self.scope.subject().is_none()
    }

    /// As whom what was repaired is reported: an organisation, or the operator for its base.
    pub(super) fn whose(&self) -> Whose {
        self.scope.subject().map_or_else(|| Whose::Base(self.base.slug.clone()), Whose::Own)
    }
}
