use super::{NameFault, PasswordFault};
use crate::store::StoreError;

/// Why something with an account, a session or a link was not done.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The same for an unknown name, a wrong password and a disabled account.
    #[error("the name or the password is wrong")]
    WrongSignIn,
    /// Too many wrong sign-ins by this name or from this address.
    #[error("too many attempts; wait {seconds} s")]
    TooManyAttempts { seconds: i64 },
    #[error("the present password is wrong")]
    WrongPassword,
    #[error("another account has this name")]
    NameTaken,
    /// Used, taken back, expired, or never made.
    #[error("the link cannot be used any more")]
    LinkSpent,
    #[error("the last administrator has to remain")]
    LastAdmin,
    /// The person has this role already.
    #[error("the membership stands already")]
    AlreadyMember,
    /// Somebody else gives one a role.
    #[error("nobody gives themselves a role")]
    OwnRole,
    /// No such account, membership, session, link or organisation, as far as the asker may know.
    #[error("there is no such record")]
    NotFound,
    /// The person has other rights than those that the asker may restore, so an administrator has to.
    #[error("only an administrator may do this")]
    AdminOnly,
    #[error(transparent)]
    Name(#[from] NameFault),
    #[error(transparent)]
    Password(#[from] PasswordFault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<sea_orm::DbErr> for AccountError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Store(error.into())
    }
}
