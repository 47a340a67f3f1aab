//! What can go wrong with a request, as the person who asked is told it.
//!
//! Each area of `hatchboard` has its own error type; `api.rs` of the area turns it into an [`AppError`].
//! A page shows it as a page with the right status; a form shows it above the form, which still holds
//! what was typed.

#[cfg(feature = "ssr")]
mod from_store;
pub(crate) mod words;

use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// A field of a form and what is wrong with it, in the words of the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldProblem {
    /// The field's name in the form, such as `attendances` or `activities.2.on`.
    pub field: String,
    pub words: String,
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum AppError {
    /// 400: it holds a character that no text holds.
    #[error("cannot be read")]
    Unreadable,
    /// 401
    #[error("sign in first")]
    NotSignedIn,
    /// 403
    #[error("not allowed")]
    Forbidden,
    /// 404
    #[error("not found")]
    NotFound,
    /// 409: somebody saved a newer state.
    #[error("changed meanwhile")]
    Stale,
    /// 409: a rule of the base does not allow it now; the code names the words for it.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// 413
    #[error("too large")]
    TooLarge,
    /// 422: some fields cannot be accepted.
    #[error("some fields cannot be accepted")]
    Invalid(Vec<FieldProblem>),
    /// 422: the form was sent before, with other contents.
    #[error("the form was used before")]
    KeyReused,
    /// 429: try again after so many seconds.
    #[error("too many attempts")]
    TooMany { seconds: i64 },
    /// 503
    #[error("the database cannot be reached")]
    Unavailable,
    /// 500: logged once under this id.
    #[error("failed: {id}")]
    Internal { id: String },
    /// The browser did not get an answer.
    #[error("no answer: {0}")]
    Transport(String),
}

/// Why a rule of the base refuses, as a code with words in both languages (see [`words`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// A name or code that another record has already.
    AlreadyTaken,
    /// The link has been used, has been taken back, or has expired.
    LinkSpent,
    /// The name or the password is wrong.
    WrongSignIn,
    /// The present password is wrong.
    WrongPassword,
    /// The last administrator cannot be disabled.
    LastAdmin,
    /// The person has this role already.
    AlreadyMember,
    /// Somebody else gives one a role.
    OwnRole,
    /// The person has other rights, so an administrator has to do this.
    AdminOnly,
    /// The step does not follow from where the record stands.
    NotNow,
    /// The bureau has not decided on an earlier proposal yet.
    ProposalOpen,
    /// What one has proposed oneself, somebody else confirms.
    OwnProposal,
    /// The import has been confirmed before.
    ImportSettled,
    /// A workbook that is protected by a password.
    WorkbookEncrypted,
    /// An old .xls workbook.
    LegacyWorkbook,
    /// The week asks for no report.
    WeekNotAsked,
    /// The month asks for no plan, or lies too far ahead.
    PlanNotAsked,
    /// The report is being reviewed or has been accepted.
    AlreadyReviewed,
    /// Nine attachments are there already.
    TooManyAttachments,
    /// A kind of file that is not taken; PDF or JPEG is.
    FileKind,
    /// The file does not hold what its name says, or is damaged.
    FileDamaged,
    /// HEIC pictures.
    FileHeic,
    /// WPS documents.
    FileWps,
    /// The file is larger than 10 MB.
    FileTooLarge,
    /// What was uploaded is no workbook.
    NotAWorkbook,
    /// A workbook over 20 MB or 100,000 rows.
    WorkbookTooLarge,
    /// No header row was found in the workbook.
    NoHeaderRow,
}

impl AppError {
    /// The status that a page or a call with this outcome answers.
    pub fn status(&self) -> u16 {
        match self {
            Self::Unreadable => 400,
            Self::NotSignedIn => 401,
            Self::Forbidden => 403,
            Self::NotFound => 404,
            Self::Stale | Self::Refused(_) => 409,
            Self::TooLarge => 413,
            Self::Invalid(_) | Self::KeyReused => 422,
            Self::TooMany { .. } => 429,
            Self::Internal { .. } | Self::Transport(_) => 500,
            Self::Unavailable => 503,
        }
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        Self::Transport(error.to_string())
    }
}
