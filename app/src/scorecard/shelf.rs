//! The base whose cards a page shows, and as what they are read.

use chrono_tz::Tz;
use hatchboard::{access::CardReader, base::Base};

use super::words;
use crate::{
    Language,
    base::{At, words as bases},
    error::AppError,
    request::{Request, path_parameter},
    ui::{
        frame::FrameData,
        nav::{Place, Tab},
    },
};

/// What a crumb says, and where it leads; nowhere for the page itself.
type Crumb = (String, Option<String>);

/// Who reads which base's cards: whoever reads the base, or the admin, who keeps them from outside of it.
#[derive(Debug, Clone)]
pub struct Shelf {
    pub request: Request,
    pub base: Base,
    pub reader: CardReader,
}

impl Shelf {
    /// Of the running page, by the base in its path.
    pub async fn current() -> Result<Self, AppError> {
        Self::of(Request::current(), &path_parameter("base")).await
    }

    /// Of a base by its short name in links.
    pub async fn of(request: Request, slug: &str) -> Result<Self, AppError> {
        let base = request.base(slug).await?;
        let reader = request.asker()?.card_reader(base.id)?;
        Ok(Self { request, base, reader })
    }

    pub fn language(&self) -> Language {
        self.request.language
    }

    pub fn zone(&self) -> Tz {
        self.base.zone
    }

    /// A link to a page of this base, such as `path("/scorecards")`.
    pub fn path(&self, below: &str) -> String {
        format!("/b/{}{below}", self.base.slug)
    }

    /// Whether the person who looks writes the cards as well.
    pub fn writes(&self) -> bool {
        self.request.asker().is_ok_and(|asker| asker.card_keeper(self.base.id).is_ok())
    }

    /// The base's own frame; for the admin, who has no page of the base but these, that of the installation.
    /// `below`: the crumbs from the list of the cards to the page.
    pub async fn frame(&self, below: impl IntoIterator<Item = Crumb>) -> Result<FrameData, AppError> {
        let (language, list) = (self.language(), self.path("/scorecards"));
        let below: Vec<Crumb> = below.into_iter().collect();
        let list = (!below.is_empty()).then_some(list);
        let Ok(reader) = self.request.asker()?.reader(self.base.id) else {
            let frame = FrameData::new(&self.request, &Place::Installation, Tab::Bases, &[]);
            let bases = (bases::title(language).to_owned(), Some("/admin/bases".to_owned()));
            return Ok(frame.with_crumbs([bases, (self.base.name.clone(), list)].into_iter().chain(below)));
        };
        let (request, base) = (self.request.clone(), self.base.clone());
        let frame = At { request, base, reader }.frame(Tab::Scorecards).await?;
        let above = list.map(|list| (words::title(language).to_owned(), Some(list)));
        Ok(frame.with_crumbs(above.into_iter().chain(below)))
    }
}
