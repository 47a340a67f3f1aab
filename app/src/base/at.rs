//! The base that a page belongs to, and as what it is read.

use chrono::NaiveDate;
use chrono_tz::Tz;
use hatchboard::{
    access::{BaseReader, Manager, Role},
    base::Base,
};

use crate::{
    Language,
    error::AppError,
    request::{Request, path_parameter},
    ui::nav::{Place, Tab},
};

/// Who reads which base: operator, bureau or auditor.
#[derive(Debug, Clone)]
pub struct At {
    pub request: Request,
    pub base: Base,
    pub reader: BaseReader,
}

impl At {
    /// Of the running page, by the base in its path.
    pub async fn current() -> Result<Self, AppError> {
        Self::of(Request::current(), &path_parameter("base")).await
    }

    /// Of a base by its short name in links.
    pub async fn of(request: Request, slug: &str) -> Result<Self, AppError> {
        let base = request.base(slug).await?;
        let reader = request.asker()?.reader(base.id)?;
        Ok(Self { request, base, reader })
    }

    /// Of the running page, for one of the operator's team.
    pub async fn managed() -> Result<(Self, Manager), AppError> {
        Self::managed_by(Request::current(), &path_parameter("base")).await
    }

    /// Of a base by its short name in links, for one of its operator's team.
    pub async fn managed_by(request: Request, slug: &str) -> Result<(Self, Manager), AppError> {
        let base = request.base(slug).await?;
        let manager = request.asker()?.manager(base.id)?;
        Ok((Self { reader: manager.as_reader(), request, base }, manager))
    }

    pub fn language(&self) -> Language {
        self.request.language
    }

    pub fn zone(&self) -> Tz {
        self.base.zone
    }

    /// The day that it is in the base.
    pub fn today(&self) -> NaiveDate {
        self.base.day(self.request.now)
    }

    pub fn role(&self) -> Role {
        self.reader.role()
    }

    pub fn is_manager(&self) -> bool {
        self.role() == Role::Manager
    }

    pub fn is_bureau(&self) -> bool {
        self.role() == Role::Bureau
    }

    /// A link to a page of this base, such as `path("/reports")`.
    pub fn path(&self, below: &str) -> String {
        format!("/b/{}{below}", self.base.slug)
    }

    /// The entry of the first screen.
    pub fn first_screen(&self) -> Tab {
        if self.role() == Role::Auditor { Tab::Overview } else { Tab::Desk }
    }

    pub fn place(&self) -> Place {
        Place::Base {
            slug: self.base.slug.clone(),
            name: self.base.name.clone(),
            role: self.role(),
            demo: self.base.demo,
        }
    }
}
