//! Finding by a few words what of a base, or of one's own organisation, one may see. The field is in the frame of their
//! pages; Ctrl-K enters it.

pub mod key;

#[cfg(feature = "ssr")]
pub mod our_page;
#[cfg(feature = "ssr")]
pub mod search_page;
#[cfg(feature = "ssr")]
mod words;

#[cfg(feature = "ssr")]
pub mod pages {
    //! The pages of this area, for the table of routes.

    pub use super::{our_page::OurSearchPage, search_page::SearchPage};
}
