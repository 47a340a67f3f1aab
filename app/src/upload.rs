//! Forms with a file, as server functions receive them.

use hatchboard::evidence::{
    MOST_BYTES,
    store::{self as evidence, Prepared},
};
use server_fn::codec::MultipartData;
use uuid::Uuid;

use crate::{
    error::{AppError, FieldProblem},
    organisation::told_of_file,
    request::Request,
};

/// Text of such a form, or the name of a file. As of any other form, what holds U+0000 is refused: PostgreSQL keeps none.
pub(crate) fn readable(text: String) -> Result<String, AppError> {
    if text.contains('\0') { Err(AppError::Unreadable) } else { Ok(text) }
}

/// What a form with at most one file holds.
#[derive(Debug, Default)]
pub struct Uploaded {
    fields: Vec<(String, String)>,
    /// The file's name and contents; `None` where none was chosen.
    pub file: Option<(String, Vec<u8>)>,
}

impl Uploaded {
    /// Reads the whole form. The file may have `most` bytes, and so may all text together.
    pub async fn read(data: MultipartData, most: usize) -> Result<Self, AppError> {
        Self::read_parts(data, most, false).await
    }

    /// As [`Self::read`], of a form whose words have to come back whatever its file is: what is more than a file of
    /// evidence may have is cut off, so that it is told in its own words.
    pub async fn with_words(data: MultipartData) -> Result<Self, AppError> {
        Self::read_parts(data, MOST_BYTES + 1, true).await
    }

    async fn read_parts(data: MultipartData, most: usize, cuts: bool) -> Result<Self, AppError> {
        let mut uploaded = Self::default();
        let Some(mut parts) = data.into_inner() else { return Ok(uploaded) };
        let mut text = 0;
        let broken = |error| AppError::Transport(format!("{error}"));
        while let Some(mut part) = parts.next_field().await.map_err(broken)? {
            let name = readable(part.name().unwrap_or_default().to_owned())?;
            let file_name = part.file_name().map(str::to_owned).map(readable).transpose()?;
            let mut contents = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(broken)? {
                let room = most - contents.len();
                if chunk.len() > room && !(cuts && file_name.is_some()) {
                    return Err(AppError::TooLarge);
                }
                contents.extend_from_slice(&chunk[..chunk.len().min(room)]);
            }
            match file_name {
                // A browser sends a file without name and contents where none was chosen.
                Some(name) if !(name.is_empty() && contents.is_empty()) => uploaded.file = Some((name, contents)),
                Some(_) => {}
                None => {
                    text += contents.len();
                    if text > most {
                        return Err(AppError::TooLarge);
                    }
                    uploaded.fields.push((name, readable(String::from_utf8_lossy(&contents).into_owned())?));
                }
            }
        }
        Ok(uploaded)
    }

    /// Checks the file and keeps it for a record of a base; `None` where none was chosen. What is wrong with it is told
    /// at its field.
    pub async fn prepared(&self, request: &Request, base: Uuid) -> Result<Option<Prepared>, AppError> {
        let Some((name, contents)) = self.file.clone() else { return Ok(None) };
        let upload = evidence::Upload { name, contents: contents.into() };
        let prepared = evidence::prepare(&request.files, base, upload).await;
        prepared.map(Some).map_err(|error| match told_of_file(error) {
            refused @ AppError::Refused(_) => {
                let words = refused.words(request.language);
                AppError::Invalid(vec![FieldProblem { field: "file".to_owned(), words }])
            }
            other => other,
        })
    }

    /// The text of a field; empty where the form has none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}
