//! Forms with a file, as server functions receive them.

use server_fn::codec::MultipartData;

use crate::error::AppError;

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
        let mut uploaded = Self::default();
        let Some(mut parts) = data.into_inner() else { return Ok(uploaded) };
        let mut text = 0;
        let broken = |error| AppError::Transport(format!("{error}"));
        while let Some(mut part) = parts.next_field().await.map_err(broken)? {
            let (name, file_name) = (part.name().unwrap_or_default().to_owned(), part.file_name().map(str::to_owned));
            let mut contents = Vec::new();
            while let Some(chunk) = part.chunk().await.map_err(broken)? {
                if contents.len() + chunk.len() > most {
                    return Err(AppError::TooLarge);
                }
                contents.extend_from_slice(&chunk);
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
                    uploaded.fields.push((name, String::from_utf8_lossy(&contents).into_owned()));
                }
            }
        }
        Ok(uploaded)
    }

    /// The text of a field; empty where the form has none.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }
}
