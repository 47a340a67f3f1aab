//! A printed document as a value, so that its page and its .docx file say the same.

/// Words of a document. Somebody's own are in the office's language, whatever language the page is in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    pub words: String,
    pub typed: bool,
}

impl Text {
    /// Somebody's own.
    pub(super) fn typed(words: impl Into<String>) -> Self {
        Self { words: words.into(), typed: true }
    }

    /// The language of its words, where it is another than the document's.
    pub(super) fn lang(&self) -> Option<&'static str> {
        self.typed.then_some("zh-CN")
    }
}

impl From<String> for Text {
    fn from(words: String) -> Self {
        Self { words, typed: false }
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self { words: words.to_owned(), typed: false }
    }
}

/// How a document lies and is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 公文: as GB/T 9704—2012 sets an official letter.
    Letter,
    /// 表: smaller type, more of it on a sheet.
    Form,
    /// A form that lies across the sheet.
    Wide,
}

impl Shape {
    /// As the stylesheet names it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Letter => "paper letter",
            Self::Form => "paper",
            Self::Wide => "paper wide",
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub label: String,
    pub numeric: bool,
}

impl Column {
    pub(super) fn words(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: false }
    }

    pub(super) fn number(label: impl Into<String>) -> Self {
        Self { label: label.into(), numeric: true }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The head of the rows below it, across all columns.
    Section(Text),
    Cells(Vec<Text>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// What somebody signs, with the room that signature and seal take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Who signs, such as `民政局（盖章）`.
    pub label: String,
    /// Who it is, where that is known.
    pub by: Text,
    /// Blank to be filled in by hand.
    pub on: String,
}

/// What a document is made of, one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// 主送机关, with its colon.
    Addressee(Text),
    Heading(Text),
    Paragraph(Text),
    /// Smaller: what a reader should know of the document.
    Note(Text),
    /// Terms with what is known of each; a wide one takes a line of its own.
    Facts(Vec<Fact>),
    Table(Table),
    /// 意见栏: an opinion with the signature below it.
    Opinion {
        title: String,
        words: Text,
        signature: Signature,
    },
    Signatures(Vec<Signature>),
    /// 落款: who sends a letter, and its day, at the right.
    Signed {
        by: Text,
        seal: String,
        on: String,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub term: String,
    pub value: Text,
    pub wide: bool,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    pub shape: Shape,
    /// Whose document it is, above its title.
    pub office: Text,
    pub title: String,
    /// 发文字号, or what else stands below the title; empty where nothing does.
    pub number: String,
    pub blocks: Vec<Block>,
    /// Who printed it, and when.
    pub made: String,
}

/// A document on its page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    pub paper: Paper,
    /// The page that it belongs to.
    pub back: String,
    /// Where it lies as a .docx file; empty where it is no letter.
    pub docx: String,
}

/// A term that shares its line with another.
pub(super) fn fact(term: impl Into<String>, value: impl Into<Text>) -> Fact {
    Fact { term: term.into(), value: value.into(), wide: false }
}

/// A term with a line of its own.
pub(super) fn wide_fact(term: impl Into<String>, value: impl Into<Text>) -> Fact {
    Fact { term: term.into(), value: value.into(), wide: true }
}
