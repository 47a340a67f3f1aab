//! From which side a document is printed: by those who read the base, or by an organisation's staff.

use chrono_tz::Tz;
use hatchboard::{
    access::{Scope, SubjectReader},
    base::Base,
};
use uuid::Uuid;

use super::{
    paper::{Block, Paper, Shape, Text},
    words,
};
use crate::{
    Language,
    assessment::subject,
    base::At,
    error::AppError,
    request::{Request, path_id, path_parameter},
    ui::time,
};

/// Whoever prints, with the proof that they may.
#[derive(Debug, Clone)]
pub(super) enum Side {
    /// Operator, bureau or auditor.
    Base(At),
    /// Staff of one organisation, for what concerns it.
    Own { request: Request, base: Base, reader: SubjectReader },
}

impl Side {
    /// Of the running page: `/b/{base}/print/…` or `/o/{organisation}/print/…`.
    pub(super) async fn here() -> Result<Self, AppError> {
        let slug = path_parameter("base");
        if slug.is_empty() {
            return Self::own(Request::current(), path_id("organisation")?).await;
        }
        Self::of_base(Request::current(), &slug).await
    }

    pub(super) async fn of_base(request: Request, slug: &str) -> Result<Self, AppError> {
        Ok(Self::Base(At::of(request, slug).await?))
    }

    pub(super) async fn own(request: Request, organisation: Uuid) -> Result<Self, AppError> {
        let reader = request.asker()?.member(organisation)?.as_reader();
        let base = request.base_of(organisation).await?;
        Ok(Self::Own { request, base, reader })
    }

    pub(super) fn request(&self) -> &Request {
        match self {
            Self::Base(at) => &at.request,
            Self::Own { request, .. } => request,
        }
    }

    pub(super) fn base(&self) -> &Base {
        match self {
            Self::Base(at) => &at.base,
            Self::Own { base, .. } => base,
        }
    }

    pub(super) fn language(&self) -> Language {
        self.request().language
    }

    pub(super) fn zone(&self) -> Tz {
        self.base().zone
    }

    pub(super) fn scope(&self) -> Scope {
        match self {
            Self::Base(at) => Scope::from(&at.reader),
            Self::Own { reader, .. } => Scope::from(reader),
        }
    }

    /// The proof for the subject that an address names; an organisation's staff reads its own.
    pub(super) fn of(&self, name: &str) -> Result<SubjectReader, AppError> {
        match self {
            Self::Base(at) => Ok(at.reader.of(subject(&at.base, name)?)),
            Self::Own { reader, .. } => Ok(reader.clone()),
        }
    }

    /// An address on this side, such as `path("/rectifications")`.
    pub(super) fn path(&self, below: &str) -> String {
        match self {
            Self::Base(at) => at.path(below),
            Self::Own { reader, .. } => format!("/o/{}{below}", reader.subject()),
        }
    }

    /// Where what is printed of a subject lies: the base's readers name it, an organisation's staff has but one.
    pub(super) fn printed(&self, kind: &str, period: &str, name: &str) -> String {
        match self {
            Self::Base(_) => self.path(&format!("/print/{kind}/{period}/{name}")),
            Self::Own { .. } => self.path(&format!("/print/{kind}/{period}")),
        }
    }

    /// A day as it stands in prose.
    pub(super) fn day(&self, at: chrono::DateTime<chrono::Utc>) -> String {
        time::plain_day(self.language(), self.base().day(at))
    }

    /// A document of this base, printed now by whoever asks.
    pub(super) fn paper(
        &self,
        shape: Shape,
        office: &str,
        title: String,
        number: String,
        blocks: Vec<Block>,
    ) -> Result<Paper, AppError> {
        let request = self.request();
        let (by, at) = (request.asker()?.display_name(), time::minute(request.now, self.zone()));
        let made = words::made(self.language(), by, at);
        Ok(Paper { shape, office: Text::typed(office), title, number, blocks, made })
    }
}
