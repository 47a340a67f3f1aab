//! Who looks at letters, and where.

use hatchboard::{
    access::{Member, Supervisor},
    base::Base,
};
use uuid::Uuid;

use crate::{
    base::At,
    error::AppError,
    request::{Request, path_id},
    ui::{frame::FrameData, nav::Tab},
    weekly_report::{Author, Whose, place},
};

/// The proof with which somebody looks.
#[derive(Debug, Clone)]
pub enum Side {
    Organisation(Member),
    Supervisor(Supervisor),
}

/// Somebody who looks at letters.
#[derive(Debug, Clone)]
pub struct Here {
    pub base: Base,
    pub side: Side,
    /// What the pages begin with: `/o/{organisation}/letters` or `/b/{base}/letters`.
    pub path: String,
}

impl Here {
    /// Bureau or auditor of the base of the running page, with their frame. The proof comes first: whoever has none is
    /// told the same whatever is there.
    pub(super) async fn of_base() -> Result<(Self, FrameData), AppError> {
        let at = At::current().await?;
        let supervisor = at.request.asker()?.supervisor(at.base.id)?;
        let frame = at.frame(Tab::Letters).await?;
        let here = Self { path: at.path("/letters"), base: at.base, side: Side::Supervisor(supervisor) };
        Ok((here, frame))
    }

    /// Staff of the organisation of the running page, with their frame.
    pub(super) async fn of_organisation() -> Result<(Self, FrameData), AppError> {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let member = request.asker()?.apart(organisation)?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurLetters).await?;
        let path = format!("/o/{organisation}/letters");
        Ok((Self { base: author.base, side: Side::Organisation(member), path }, frame))
    }

    /// Whether letters of several organisations are in sight.
    pub(super) fn sees_all(&self) -> bool {
        matches!(self.side, Side::Supervisor(_))
    }

    /// Whether the bureau acts here; an auditor reads.
    pub(super) fn is_officer(&self) -> bool {
        matches!(&self.side, Side::Supervisor(supervisor) if supervisor.officer().is_ok())
    }
}
