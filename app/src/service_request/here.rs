//! Which side looks at requests, and where.

use hatchboard::{access::Scope, base::Base};
use uuid::Uuid;

use crate::{
    base::At,
    error::AppError,
    request::{Request, path_id},
    ui::{frame::FrameData, nav::Tab},
    weekly_report::{Author, Whose, place},
};

/// Somebody who looks at requests.
#[derive(Debug, Clone)]
pub struct Here {
    pub base: Base,
    pub scope: Scope,
    /// As whom one may act; `None` for those who only read.
    pub acts: Option<Whose>,
    /// What the pages begin with: `/b/{base}/services` or `/o/{organisation}/services`.
    pub path: String,
}

impl Here {
    /// Operator, bureau or auditor.
    pub(super) fn of_base(at: &At) -> Self {
        Self {
            base: at.base.clone(),
            scope: Scope::from(&at.reader),
            acts: at.is_manager().then(|| Whose::Base(at.base.slug.clone())),
            path: at.path("/services"),
        }
    }

    /// Staff of the organisation of the running page, with their frame.
    pub(super) async fn of_organisation() -> Result<(Self, FrameData), AppError> {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurServices).await?;
        let here = Self {
            scope: Scope::from(&author.reader),
            base: author.base,
            acts: Some(author.whose),
            path: format!("/o/{organisation}/services"),
        };
        Ok((here, frame))
    }

    /// Whether the operator acts here.
    pub(super) fn is_operator(&self) -> bool {
        matches!(self.acts, Some(Whose::Base(_)))
    }

    /// Whether requests of several organisations are in sight.
    pub(super) fn sees_all(&self) -> bool {
        self.scope.subject().is_none()
    }
}
