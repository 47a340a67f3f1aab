//! The pages of this area, for the table of routes.

pub use super::{
    account_page::AccountPage,
    accounts_page::{AccountsPage, InvitePage},
    home_page::HomePage,
    link_pages::{InvitationPage, MadeAdminLinkPage, MadeLinkPage, ResetPage},
    me_page::MePage,
    people_page::{InvitePersonPage, PeoplePage},
    sign_in_page::SignInPage,
    tokens_page::TokensPage,
};
