//! Reading the form as the browser sent it: text first, then files, one at a time and never more than may be.

use axum::extract::multipart::{Field, Multipart, MultipartError};
use bytes::{Bytes, BytesMut};
use hatchboard::weekly_report::{Draft, FieldPath};
use http::StatusCode;
use uuid::Uuid;

use super::sheet::without_blank_rows;
use crate::{error::AppError, upload::readable};

/// All text of the form together, in bytes.
pub(super) const MOST_TEXT: usize = 1 << 20;

/// What a form was sent for: the button that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Deed {
    Submit,
    /// Also where Enter was pressed in a field.
    #[default]
    Save,
    Upload,
    AddRow,
    RemoveRow(usize),
    RemoveFile(Uuid),
}

impl Deed {
    fn from_code(code: &str) -> Option<Self> {
        match code.split_once(':') {
            None => match code {
                "submit" => Some(Self::Submit),
                "save" => Some(Self::Save),
                "upload" => Some(Self::Upload),
                "add_row" => Some(Self::AddRow),
                _ => None,
            },
            Some(("remove_row", row)) => row.parse().ok().map(Self::RemoveRow),
            Some(("remove_file", id)) => id.parse().ok().map(Self::RemoveFile),
            Some(_) => None,
        }
    }
}

/// The text of the form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) draft: Draft,
    /// `None` where the form holds files alone, as after submission.
    pub(super) seen: Option<i32>,
    pub(super) key: String,
    pub(super) deed: Deed,
    room: usize,
}

impl Typed {
    pub(super) fn new() -> Self {
        Self { room: MOST_TEXT, ..Self::default() }
    }

    /// Takes a field of the form. Names that the form does not have are passed over.
    pub(super) fn take(&mut self, name: &str, text: String) -> Result<(), AppError> {
        self.room = self.room.checked_sub(text.len() + name.len()).ok_or(AppError::TooLarge)?;
        match name {
            "draft_version" => self.seen = text.parse().ok(),
            "key" => self.key = text,
            "do" => self.deed = Deed::from_code(&text).unwrap_or_default(),
            _ => {
                if let Ok(path) = name.parse::<FieldPath>() {
                    // Forms send line ends as CR LF; a draft holds them plain, as the browser shows them.
                    self.draft.set(path, text.replace("\r\n", "\n")).map_err(|_| AppError::TooLarge)?;
                }
            }
        }
        Ok(())
    }

    /// The draft as it is kept: without the row that was removed, without blank ones.
    pub(super) fn draft(&self) -> Draft {
        let mut draft = self.draft.clone();
        if let Deed::RemoveRow(row) = self.deed
            && row < draft.activities.len()
        {
            draft.activities.remove(row);
        }
        without_blank_rows(draft)
    }
}

/// The next part of the form.
pub(super) enum Part {
    Text(String, String),
    File(SentFile),
}

/// A file as it came; `None` where it is larger than it may be.
pub(super) struct SentFile {
    pub(super) name: String,
    pub(super) contents: Option<Bytes>,
}

/// Reads on. A file input in which nothing was chosen is passed over.
pub(super) async fn next(form: &mut Multipart) -> Result<Option<Part>, AppError> {
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = readable(field.name().unwrap_or_default().to_owned())?;
        let Some(file_name) = field.file_name().map(str::to_owned).map(readable).transpose()? else {
            let text = read(field, MOST_TEXT).await?.ok_or(AppError::TooLarge)?;
            return Ok(Some(Part::Text(name, readable(String::from_utf8_lossy(&text).into_owned())?)));
        };
        let contents = read(field, hatchboard::evidence::MOST_BYTES).await?;
        if file_name.is_empty() && contents.as_ref().is_some_and(Bytes::is_empty) {
            continue;
        }
        return Ok(Some(Part::File(SentFile { name: file_name, contents })));
    }
    Ok(None)
}

/// What is too large is read to its end and thrown away, so that what follows it can still be read.
async fn read(mut field: Field<'_>, most: usize) -> Result<Option<Bytes>, AppError> {
    let mut contents = BytesMut::new();
    let mut fits = true;
    while let Some(chunk) = field.chunk().await.map_err(broken)? {
        fits &= contents.len() + chunk.len() <= most;
        if fits {
            contents.extend_from_slice(&chunk);
        } else {
            contents = BytesMut::new();
        }
    }
    Ok(fits.then(|| contents.freeze()))
}

/// Cut short on its way, or larger than the server takes.
fn broken(error: MultipartError) -> AppError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        AppError::TooLarge
    } else {
        AppError::Transport(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::new();
        for (name, text) in fields {
            typed.take(name, (*text).to_owned()).unwrap();
        }
        typed
    }

    #[test]
    fn every_field_finds_its_place_in_the_draft() {
        let typed =
            typed(&[("done", "走访\r\n两户"), ("activities.1.what", "义诊"), ("draft_version", "3"), ("do", "submit")]);
        assert_eq!(typed.draft().done, "走访\n两户");
        assert_eq!(typed.draft().activities.len(), 1, "a blank row is no activity");
        assert_eq!((typed.seen, typed.deed), (Some(3), Deed::Submit));
    }

    #[test]
    fn a_row_is_removed_by_its_place_among_those_that_were_shown() {
        let rows = [("activities.0.what", "甲"), ("activities.1.what", "乙"), ("do", "remove_row:0")];
        let left = typed(&rows).draft();
        assert_eq!(left.activities.iter().map(|row| row.what.as_str()).collect::<Vec<_>>(), ["乙"]);
    }

    #[test]
    fn more_text_than_a_form_can_hold_is_refused() {
        let mut typed = Typed::new();
        typed.take("done", "a".repeat(MOST_TEXT / 2)).unwrap();
        assert_eq!(typed.take("problems", "b".repeat(MOST_TEXT / 2 + 1)), Err(AppError::TooLarge));
    }

    #[test]
    fn a_button_that_the_form_does_not_have_saves_the_draft() {
        for code in ["", "accept", "remove_row:x", "remove_file:1"] {
            assert_eq!(Deed::from_code(code).unwrap_or_default(), Deed::Save, "{code}");
        }
    }
}
