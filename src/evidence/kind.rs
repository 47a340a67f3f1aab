use crate::code::coded;

coded! {
    /// The kinds of files that are taken.
    pub enum FileKind {
        Jpeg = "jpeg",
        Png = "png",
        WebP = "webp",
        Pdf = "pdf",
        Xlsx = "xlsx",
        Docx = "docx",
    }
}

impl FileKind {
    /// As it is served.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }

    /// As its files' names end.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// The kind whose files' names end so, in lower case.
    pub fn by_extension(extension: &str) -> Option<Self> {
        match extension {
            "jpeg" => Some(Self::Jpeg),
            _ => Self::ALL.iter().copied().find(|kind| kind.extension() == extension),
        }
    }

    /// Whether it is shown as a picture, with a thumbnail.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::WebP)
    }
}

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    #[error("the file is empty")]
    Empty,
    #[error("the file is larger than {limit} bytes")]
    TooLarge { limit: usize },
    /// A picture as iPhones keep it.
    #[error("a HEIC picture")]
    Heic,
    /// `.wps`, `.et`, `.dps`.
    #[error("a WPS document")]
    Wps,
    /// `.doc`, `.xls`, `.ppt`.
    #[error("a document of Office before 2007")]
    OldOffice,
    /// Any other kind.
    #[error("a kind of file that is not taken")]
    OtherKind,
    /// The contents are not what the name says, or cut short.
    #[error("the file is damaged or not what its name says")]
    Damaged,
    /// More than 40 million.
    #[error("the picture has too many pixels")]
    TooManyPixels,
}
