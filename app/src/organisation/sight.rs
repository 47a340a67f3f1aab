//! From where a file is looked at: its base, or the organisation itself.

use hatchboard::{
    access::{Role, SubjectReader},
    base::Base,
    organisation::store::ContactKeeper,
};
use uuid::Uuid;

use crate::{
    base::At,
    error::AppError,
    request::{Request, path_id, path_parameter},
    ui::{
        frame::FrameData,
        nav::{Place, Tab},
    },
    weekly_report::place,
};

/// Who looks at one organisation's file, and what they may do there.
#[derive(Debug, Clone)]
pub struct Sight {
    pub base: Base,
    pub reader: SubjectReader,
    pub organisation: Uuid,
    /// The base's slug; empty for the organisation's own staff.
    pub slug: String,
    /// The operator: writes everything.
    pub manages: bool,
    /// The operator, or the organisation's own staff: writes contacts and people.
    pub keeps_contacts: bool,
    /// Operator or bureau: moves the incubation.
    pub moves: bool,
    own_name: String,
}

impl Sight {
    /// Of the running page: `/b/{base}/organisations/{id}/…` or `/o/{organisation}/file/…`.
    pub async fn here(request: &Request) -> Result<Self, AppError> {
        let slug = path_parameter("base");
        let id = if slug.is_empty() { path_id("organisation")? } else { path_id("id")? };
        Self::of(request, &slug, id).await
    }

    /// Of a form: the base's slug, or nothing for the organisation's own staff.
    pub async fn of(request: &Request, slug: &str, organisation: Uuid) -> Result<Self, AppError> {
        let asker = request.asker()?;
        if slug.is_empty() {
            let member = asker.member(organisation)?;
            let own = asker.memberships().iter().find(|own| own.organisation == Some(organisation));
            return Ok(Self {
                base: request.base_of(organisation).await?,
                reader: member.as_reader(),
                organisation,
                slug: String::new(),
                manages: false,
                keeps_contacts: true,
                moves: false,
                own_name: own.and_then(|own| own.organisation_name.clone()).unwrap_or_default(),
            });
        }
        let base = request.base(slug).await?;
        let reader = asker.reader(base.id)?.of(organisation);
        let manages = asker.manager(base.id).is_ok();
        Ok(Self {
            reader,
            organisation,
            slug: base.slug.clone(),
            manages,
            keeps_contacts: manages,
            moves: asker.overseer(base.id).is_ok(),
            own_name: String::new(),
            base,
        })
    }

    /// The right to write contacts and people.
    pub fn keeper(&self, request: &Request) -> Result<ContactKeeper, AppError> {
        let asker = request.asker()?;
        if self.slug.is_empty() {
            return Ok(ContactKeeper::from(&asker.member(self.organisation)?));
        }
        Ok(ContactKeeper::of(&asker.manager(self.base.id)?, self.organisation))
    }

    /// Where the file is.
    pub fn path(&self) -> String {
        if self.slug.is_empty() {
            format!("/o/{}/file", self.organisation)
        } else {
            format!("/b/{}/organisations/{}", self.slug, self.organisation)
        }
    }

    /// The frame of the file's pages, with what waits beside its entries.
    pub async fn frame(&self, request: &Request) -> Result<FrameData, AppError> {
        if self.reader.role() == Role::Organisation {
            let place = Place::Organisation {
                id: self.organisation,
                name: self.own_name.clone(),
                base_is_demo: self.base.demo,
            };
            let beside = place::beside(request, &self.base, &self.reader).await?;
            return Ok(FrameData::new(request, &place, Tab::OurFile, &beside));
        }
        At::of(request.clone(), &self.slug).await?.frame(Tab::Organisations).await
    }
}
