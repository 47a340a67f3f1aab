//! A status in a word: always a sign, a word and a colour together, never a colour alone.

use leptos::prelude::*;

/// What a status means to the reader. The stylesheet gives it a colour in light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    Good,
    Warn,
    Bad,
    /// Nothing to do about it.
    #[default]
    Calm,
    /// Ours: what is selected, new or under way.
    Accent,
}

impl Tone {
    /// As the `data-tone` attribute has it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Calm => "calm",
            Self::Accent => "accent",
        }
    }
}

/// A status beside a name or in a table's cell: `✓ 已接受`.
#[component]
pub fn Badge(
    tone: Tone,
    /// One character that tells the status without its colour.
    #[prop(into)]
    sign: String,
    #[prop(into)] word: String,
) -> AnyView {
    view! {
        <span class="badge" data-tone=tone.code()>
            <span class="badge-sign" aria-hidden="true">
                {sign}
            </span>
            {word}
        </span>
    }
    .into_any()
}

/// A status in a matrix: the sign alone is seen, the word is read out and shown on pointing.
/// With `href` it opens the record behind it.
#[component]
pub fn Mark(
    tone: Tone,
    #[prop(into)] sign: String,
    #[prop(into)] word: String,
    #[prop(optional, into)] href: Option<String>,
    /// Not expected, not due yet: drawn without a surface.
    #[prop(optional)]
    faint: bool,
) -> AnyView {
    let class = if faint { "mark faint" } else { "mark" };
    let inside = view! {
        <span aria-hidden="true">{sign}</span>
        <span class="read-only">{word.clone()}</span>
    };
    match href {
        Some(href) => view! {
            <a class=class data-tone=tone.code() title=word href=href>
                {inside}
            </a>
        }
        .into_any(),
        None => view! {
            <span class=class data-tone=tone.code() title=word>
                {inside}
            </span>
        }
        .into_any(),
    }
}

/// A small number beside a word; nothing where it is zero.
#[component]
pub fn Count(
    value: u32,
    #[prop(optional)] tone: Tone,
    /// Where there is little room: `99+` for anything above.
    #[prop(optional)]
    brief: bool,
) -> AnyView {
    let words = if brief && value > 99 { "99+".to_owned() } else { super::number::grouped(value.into()) };
    (value > 0)
        .then(|| {
            view! {
                <span class="count" data-tone=tone.code()>
                    {words}
                </span>
            }
        })
        .into_any()
}
