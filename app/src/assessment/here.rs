//! Who looks at a sheet, and where its pages lie.

use hatchboard::{
    access::{Role, SubjectReader},
    assessment::{Occasion, store::Hand},
    base::Base,
};
use uuid::Uuid;

use crate::{
    base::At,
    error::AppError,
    request::{Request, path_id, path_parameter},
    ui::{frame::FrameData, nav::Tab},
    weekly_report::{Author, Whose, place},
};

/// The subject's name in links, where it is the base itself.
pub(crate) const ITSELF: &str = "base";

/// Somebody who looks at a subject's sheet.
#[derive(Debug, Clone)]
pub struct Here {
    pub base: Base,
    pub reader: SubjectReader,
    pub occasion: Occasion,
    /// As whom forms are sent; an auditor sends none.
    pub whose: Option<Whose>,
    /// The list that the sheet belongs to.
    pub list: String,
    /// The sheet's own page.
    pub path: String,
}

impl Here {
    /// Operator, bureau or auditor, at the sheet that the running page names.
    pub(super) fn of_base(at: &At) -> Result<Self, AppError> {
        let occasion = occasion()?;
        let subject = path_parameter("subject");
        let id = self::subject(&at.base, &subject)?;
        Ok(Self {
            base: at.base.clone(),
            reader: at.reader.of(id),
            occasion,
            whose: matches!(at.role(), Role::Manager | Role::Bureau).then(|| Whose::Base(at.base.slug.clone())),
            list: at.path(&format!("/assessments/{occasion}")),
            path: at.path(&format!("/assessments/{occasion}/{subject}")),
        })
    }

    /// Staff of the organisation of the running page, with their frame.
    pub(super) async fn of_organisation() -> Result<(Self, FrameData), AppError> {
        let request = Request::current();
        let organisation: Uuid = path_id("organisation")?;
        let author = Author::find(&request, Whose::Own(organisation)).await?;
        let place = place::of_organisation(&request, &author, organisation);
        let frame = place::frame(&request, &author, &place, Tab::OurAssessments).await?;
        let occasion = occasion()?;
        let list = format!("/o/{organisation}/assessments");
        let here = Self {
            path: format!("{list}/{occasion}"),
            list,
            occasion,
            reader: author.reader,
            base: author.base,
            whose: Some(author.whose),
        };
        Ok((here, frame))
    }

    /// Where the sheet is printed, and the letters about it: `printed("results")`.
    pub(super) fn printed(&self, what: &str) -> String {
        let (place, sheet) = self.path.rsplit_once("/assessments/").unwrap_or_default();
        format!("{place}/print/{what}/{sheet}")
    }

    pub(super) fn role(&self) -> Role {
        self.reader.role()
    }

    pub(super) fn is_bureau(&self) -> bool {
        self.role() == Role::Bureau
    }
}

/// The quarter or year that the running page names.
pub(super) fn occasion() -> Result<Occasion, AppError> {
    path_parameter("quarter").parse().map_err(|_| AppError::NotFound)
}

/// The subject that an address names.
pub(crate) fn subject(base: &Base, name: &str) -> Result<Uuid, AppError> {
    if name == ITSELF { Ok(base.id) } else { name.parse().map_err(|_| AppError::NotFound) }
}

/// The page of a subject's sheet for those who read the base.
pub(crate) fn sheet_path(slug: &str, base: Uuid, subject: Uuid, occasion: Occasion) -> String {
    let subject = if subject == base { ITSELF.to_owned() } else { subject.to_string() };
    format!("/b/{slug}/assessments/{occasion}/{subject}")
}

/// The proof that a form's sender gives points as. Of those who read the base, the form says as what.
pub(super) async fn hand(request: &Request, whose: &str, role: &str) -> Result<Hand, AppError> {
    let asker = request.asker()?;
    match whose.parse::<Whose>()? {
        Whose::Own(organisation) => Ok(Hand::from(&asker.member(organisation)?)),
        Whose::Base(slug) => {
            let base = request.base(&slug).await?;
            if role == Role::Bureau.code() {
                Ok(Hand::from(&asker.bureau(base.id)?))
            } else {
                Ok(Hand::from(&asker.manager(base.id)?))
            }
        }
        Whose::OnBehalf { .. } => Err(AppError::NotFound),
    }
}
