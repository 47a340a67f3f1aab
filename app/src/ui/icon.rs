//! A small set of icons of our own: strokes on a grid of 20 × 20. An icon never stands without its word.

use leptos::prelude::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Today,
    Organisations,
    Reports,
    Plan,
    Review,
    Target,
    Scorecard,
    Assessment,
    Service,
    FollowUp,
    Record,
    Letter,
    Survey,
    BaseReport,
    Instruction,
    Rectification,
    People,
    Import,
    Exception,
    Settings,
    Decision,
    Audit,
    Calendar,
    Base,
    Person,
    More,
    Down,
    Next,
    Back,
    Search,
    Filter,
    Export,
    Plus,
    Check,
    Cross,
    Warning,
    Information,
    Clip,
    Clock,
    Language,
    Theme,
    SignOut,
    Print,
    Switch,
    Edit,
    Key,
    Bell,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Today => "M3 8.5 10 3l7 5.5V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1zM7.5 12l2 2 3.5-4",
            Self::Organisations => {
                "M4 17V5l6-2.5L16 5v12M2.5 17h15M8.5 17v-3.5h3V17M8 7.5h.01M12 7.5h.01M8 10.5h.01M12 10.5h.01"
            }
            Self::Reports => "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12",
            Self::Plan => "M4 4h12v13H4zM7 2.5v3M13 2.5v3M7 9l1 1 2-2M7 13.5l1 1 2-2M12 9h2M12 13.5h2",
            Self::Target => {
                "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 10h.01"
            }
            Self::Assessment => "M3 17h14M5 17v-6M10 17V6M15 17v-9M4 8l5-4.5 5.5 3L17 3.5",
            Self::Scorecard => "M4 2.5h12v15H4zM6.5 7h4M6.5 10.5h4M6.5 14h4M12.5 7h1M12.5 10.5h1M12.5 14h1",
            Self::Service => "M3 5h14v9H9.5L6 17v-3H3zM7 8h6M7 11h4",
            Self::FollowUp => "M4 10a6 6 0 1 0 2-4.5M4 3v3.5h3.5M10 7v3.5l2.5 1.5",
            Self::Record => "M3 4.5h14v9H3zM10 13.5v4M6.5 17.5h7M6.5 8h4M6.5 10.5h7",
            Self::Letter => "M2.5 4.5h15v11h-15zM2.5 5.5 10 11l7.5-5.5",
            Self::Survey => "M4 17V9M10 17V3M16 17v-5M2.5 17h15",
            Self::Review => "M5 3h10v5M5 3v14h5M8 7h4M8 10.5h2M12 14.5l2 2 3.5-4",
            Self::BaseReport => "M5 2.5h7l3.5 3.5v11.5h-10.5zM12 2.5V6h3.5M8 10h4.5M8 13.5h4.5",
            Self::Rectification => {
                "M13.5 3.5a4 4 0 0 0-3.6 5.6L3.5 15.500l1.500 1.500 6.400-6.400a4 4 0 0 0 5.100-5.100l-2.300 2.300-1.800-.200-.200-1.800 2.300-2.300z"
            }
            Self::Instruction => "M3 8.5v3.5h2.5l6 3.5v-10.5l-6 3.5zM14.5 8a3.5 3.5 0 0 1 0 4.5M6 12l1 4.5h2",
            Self::People => {
                "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5M13 4a3 3 0 0 1 0 5.5M15 12.5c1.8.6 3 1.9 3 4"
            }
            Self::Import => "M10 3v9M6.5 8.5 10 12l3.5-3.5M3 13.5V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-2.5",
            Self::Exception => "M10 2.5 16.5 5v5c0 3.8-2.7 6.3-6.5 7.5C6.2 16.3 3.5 13.8 3.5 10V5zM7.5 10h5",
            Self::Settings => {
                "M3 6h8M15 6h2M3 14h2M9 14h8M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Decision => "M10 3v14M5 17h10M4 6h12M4 6l-2 5.5h4zM16 6l-2 5.5h4z",
            Self::Audit => {
                "M4 2.5h9v4.5M4 2.5v15h5M7 6.5h3M7 10h1.5M12.5 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM14.8 14.3l2.7 3.2"
            }
            Self::Calendar => "M3 5h14v12H3zM3 9h14M7 2.5V6M13 2.5V6M7 12.5h.01M10 12.5h.01M13 12.5h.01",
            Self::Base => "M2.5 8.5 10 3l7.5 5.5M4 8.5V17M16 8.5V17M2.5 17h15M8 17v-5h4v5",
            Self::Person => "M10 9.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3.5 17.5c0-3.5 3-5 6.5-5s6.5 1.5 6.5 5",
            Self::More => "M4.5 10h.01M10 10h.01M15.5 10h.01",
            Self::Down => "M5 7.5l5 5 5-5",
            Self::Next => "M7.5 5l5 5-5 5",
            Self::Back => "M12.5 5l-5 5 5 5",
            Self::Search => "M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4",
            Self::Filter => "M3 4.5h14M5.5 10h9M8.5 15.5h3",
            Self::Export => "M10 12V3M6.5 6.5 10 3l3.5 3.5M3 13.5V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-2.5",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Cross => "M5 5l10 10M15 5L5 15",
            Self::Warning => "M10 3l8 14H2zM10 8v4M10 14.5h.01",
            Self::Information => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.5v4M10 6.5h.01",
            Self::Clip => {
                "M15.5 9.5l-5.5 5.5a3.5 3.5 0 0 1-5-5l6-6a2.3 2.3 0 0 1 3.3 3.3l-6 6a1.1 1.1 0 0 1-1.6-1.6l5-5"
            }
            Self::Clock => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v4.5l3 1.5",
            Self::Language => {
                "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM2.5 10h15M10 2.5c-4 4.5-4 10.5 0 15M10 2.5c4 4.5 4 10.5 0 15"
            }
            Self::Theme => "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 2.5v15M10 6l5-1M10 10h7.5M10 14l5 1",
            Self::SignOut => "M8 3H4a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h4M8 10h9M13.5 6.5 17 10l-3.5 3.5",
            Self::Print => "M6 7.5V3h8v4.5M6 14H3V7.5h14V14h-3M6 11.5h8V17H6z",
            Self::Switch => "M7 8l3-3.5L13 8M7 12l3 3.5L13 12",
            Self::Edit => "M3.5 16.5l.8-3.5L13.5 3.8l2.7 2.7L7 15.7zM11.5 5.8l2.7 2.7",
            Self::Key => "M7 13.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM10.8 9.5h7M15 9.5V13",
            Self::Bell => "M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 15.5a1.500 1.500 0 0 0 3 0M10 4V2.500",
        }
    }
}

/// Draws an icon; screen readers pass over it.
#[component]
pub fn Picture(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
            <path d=icon.path() />
        </svg>
    }
    .into_any()
}

/// The mark of the program: an egg that opens on a line.
#[component]
pub fn BrandMark() -> AnyView {
    view! {
        <svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
            <path class="brand-shell" d="M16 3C10 3 5 11.5 5 18.5c0 .5 0 1 .1 1.5l4.4-3 4 3.5 3.5-4 4 3.5 5.8-4C26 9.5 21.5 3 16 3z" />
            <path class="brand-ground" d="M5.7 22.5C7.1 26.6 11.2 29 16 29c6 0 11-3.8 11-10.2l-5.8 4-4-3.3-3.5 4-4-3.3z" />
        </svg>
    }
    .into_any()
}
