//! Whose report a page or form is about, as addresses name it, and the proof that the asker may write in it.

use std::{fmt, str::FromStr};

use hatchboard::{access::SubjectReader, base::Base, period::Week, weekly_report::store::Subject};
use uuid::Uuid;

use crate::{error::AppError, request::Request};

/// Whose report. Written `o:{organisation}`, `b:{base}` or `b:{base}:{organisation}` in forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// One's own organisation's.
    Own(Uuid),
    /// 代填: an organisation's, by the operator.
    OnBehalf { base: String, organisation: Uuid },
    /// The base's own, by the operator.
    Base(String),
}

/// Someone who may write in the report of a subject.
#[derive(Debug, Clone)]
pub struct Author {
    pub whose: Whose,
    pub base: Base,
    pub subject: Subject,
    /// For reading what was filed.
    pub reader: SubjectReader,
}

impl Author {
    /// 401 before 403 before 404.
    pub async fn find(request: &Request, whose: Whose) -> Result<Self, AppError> {
        let asker = request.asker()?;
        let (base, subject) = match &whose {
            Whose::Own(organisation) => {
                let member = asker.member(*organisation)?;
                (request.base_of(*organisation).await?, Subject::from(&member))
            }
            Whose::OnBehalf { base, organisation } => {
                let base = request.base(base).await?;
                let manager = asker.manager(base.id)?;
                let subject = Subject::on_behalf(&request.store, &manager, *organisation)
                    .await
                    .map_err(|error| super::fault::told(request.language, error))?;
                (base, subject)
            }
            Whose::Base(slug) => {
                let base = request.base(slug).await?;
                let subject = Subject::from(&asker.manager(base.id)?);
                (base, subject)
            }
        };
        let reader = asker.reader_of(base.id, subject.id())?;
        Ok(Self { whose, base, subject, reader })
    }
}

impl Whose {
    /// The page of a week.
    pub fn page(&self, week: Week) -> String {
        match self {
            Self::Own(organisation) => format!("/o/{organisation}/reports/{week}"),
            Self::OnBehalf { base, organisation } => format!("/b/{base}/organisations/{organisation}/reports/{week}"),
            Self::Base(base) => format!("/b/{base}/base-reports/{week}"),
        }
    }

    /// Where what was filed of a week is printed.
    pub fn printed(&self, week: Week) -> String {
        match self {
            Self::Own(organisation) => format!("/o/{organisation}/print/reports/{week}"),
            Self::OnBehalf { base, organisation } => format!("/b/{base}/print/reports/{week}/{organisation}"),
            Self::Base(base) => format!("/b/{base}/print/reports/{week}"),
        }
    }

    /// Where the form of a week is sent to, files and all.
    pub fn filing(&self, week: Week) -> String {
        format!("{}/{week}", self.below("filing"))
    }

    /// Where the words of a draft are sent to while somebody writes.
    pub fn draft(&self, week: Week) -> String {
        format!("{}/{week}", self.below("draft"))
    }

    fn below(&self, what: &str) -> String {
        match self {
            Self::Own(organisation) => format!("/api/weekly_report/{what}/o/{organisation}"),
            Self::OnBehalf { base, organisation } => format!("/api/weekly_report/{what}/b/{base}/o/{organisation}"),
            Self::Base(base) => format!("/api/weekly_report/{what}/b/{base}"),
        }
    }
}

impl fmt::Display for Whose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(organisation) => write!(f, "o:{organisation}"),
            Self::OnBehalf { base, organisation } => write!(f, "b:{base}:{organisation}"),
            Self::Base(base) => write!(f, "b:{base}"),
        }
    }
}

impl FromStr for Whose {
    type Err = AppError;
    fn from_str(text: &str) -> Result<Self, AppError> {
        let parts: Vec<&str> = text.split(':').collect();
        let id = |text: &str| text.parse::<Uuid>().map_err(|_| AppError::NotFound);
        match parts[..] {
            ["o", organisation] => Ok(Self::Own(id(organisation)?)),
            ["b", base, organisation] => Ok(Self::OnBehalf { base: base.to_owned(), organisation: id(organisation)? }),
            ["b", base] => Ok(Self::Base(base.to_owned())),
            _ => Err(AppError::NotFound),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_report_it_is_survives_the_way_through_a_form() {
        let organisation = Uuid::now_v7();
        let all = [
            Whose::Own(organisation),
            Whose::OnBehalf { base: "zhuzhou".into(), organisation },
            Whose::Base("zhuzhou".into()),
        ];
        for whose in all {
            assert_eq!(whose.to_string().parse(), Ok(whose));
        }
        for text in ["", "o:", "o:zhuzhou", "x:1", "b:a:b:c"] {
            assert_eq!(text.parse::<Whose>(), Err(AppError::NotFound), "{text}");
        }
    }
}
