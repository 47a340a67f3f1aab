//! What stands before the reading of a workbook: nothing that is no workbook, or unpacks beyond bounds, comes further.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The largest file, in bytes (20 MB).
pub const MOST_BYTES: usize = 20_000_000;
/// The most parts (zip entries) of a workbook.
pub const MOST_PARTS: usize = 2_000;
/// The most bytes that all parts together unpack to.
pub const MOST_UNPACKED: u64 = 96_000_000;
/// The most bytes that one of the parts unpacks to which the reader keeps whole in memory (strings, styles).
pub const MOST_UNPACKED_IN_MEMORY: u64 = 32_000_000;
/// A part may unpack to this many times its packed size, once it is over [`RATIO_COUNTS_FROM`].
pub const MOST_RATIO: u64 = 250;
/// The unpacked size, in bytes, from which the ratio counts: small parts are harmless at any.
pub const RATIO_COUNTS_FROM: u64 = 4_000_000;
/// The most rows with content, over all sheets.
pub const MOST_ROWS: usize = 100_000;
/// The most filled cells, over all sheets.
pub const MOST_CELLS: usize = 500_000;
/// The most bytes of text, over all sheets; shared strings count each time that they are shown.
pub const MOST_TEXT: usize = 32_000_000;
/// The most characters of one cell: what Excel itself allows.
pub const MOST_CHARACTERS: usize = 32_767;

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportRefusal {
    /// The file is larger than [`MOST_BYTES`].
    #[error("the file has {0} bytes, more than {MOST_BYTES}")]
    TooLarge(usize),
    /// The file is no workbook of the `.xlsx` kind; it looks like this instead.
    #[error("the file is no .xlsx workbook: {0}")]
    NotAWorkbook(Found),
    /// A workbook of the old `.xls` kind. Its size in memory cannot be bounded before it is read; saved as `.xlsx` it
    /// is welcome.
    #[error("the file is an old .xls workbook; save it as .xlsx")]
    LegacyWorkbook,
    /// The workbook is protected by a password.
    #[error("the workbook is protected by a password")]
    Encrypted,
    /// The file begins as a workbook and cannot be read to its end.
    #[error("the workbook is damaged: {0}")]
    Damaged(String),
    /// The name of a part would leave the workbook (`../`, an absolute path, NUL).
    #[error("a part of the workbook has an unsafe name")]
    UnsafePartName,
    /// The workbook has more than [`MOST_PARTS`] parts.
    #[error("the workbook has more than {MOST_PARTS} parts")]
    TooManyParts,
    /// The workbook unpacks to more than [`MOST_UNPACKED`] or [`MOST_UNPACKED_IN_MEMORY`], or a part of it to more than
    /// [`MOST_RATIO`] times its packed size.
    #[error("the workbook unpacks to far more than its size")]
    UnpacksTooFar,
    /// There are more than [`MOST_ROWS`] rows.
    #[error("the workbook has more than {MOST_ROWS} rows")]
    TooManyRows,
    /// There are more than [`MOST_CELLS`] filled cells.
    #[error("the workbook has more than {MOST_CELLS} filled cells")]
    TooManyCells,
    /// There is more than [`MOST_TEXT`] of text, or a cell with more than [`MOST_CHARACTERS`].
    #[error("the workbook holds more text than a register can")]
    TooMuchText,
    /// No visible sheet has a row of headings that names at least the organisation and two more columns (or its code).
    #[error("no sheet has the headings of a register")]
    NoRegister,
}

/// What a file that is no workbook looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Found {
    /// It has no bytes.
    #[error("it is empty")]
    Nothing,
    /// A zip archive of something else.
    #[error("it is a zip archive of something else")]
    OtherZip,
    /// `.docx`
    #[error("it is a text document (.docx)")]
    WordDocument,
    /// `.ods` and its like.
    #[error("it is an OpenDocument file; save it as .xlsx")]
    OpenDocument,
    /// `.xlsb`
    #[error("it is a binary workbook (.xlsb); save it as .xlsx")]
    BinaryWorkbook,
    /// `.pdf`
    #[error("it is a PDF")]
    Pdf,
    /// A web page or XML, often saved under the name `.xls`.
    #[error("it is a web page or XML; open it and save it as .xlsx")]
    Markup,
    /// A picture.
    #[error("it is a picture")]
    Picture,
    /// Text, such as CSV.
    #[error("it is plain text, perhaps CSV; save it as .xlsx")]
    Text,
    /// None of these.
    #[error("its kind is unknown")]
    Unknown,
}

/// Lets a file pass that is a whole `.xlsx` workbook within bounds.
///
/// Every part is unpacked once into nothing and counted, so that a size that its header lies about does not matter; its
/// check sum is verified with it. The memory that this takes does not grow with what is unpacked.
pub fn pass(bytes: &[u8]) -> Result<(), ImportRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportRefusal::TooLarge(bytes.len()));
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(if holds(bytes, &utf16("EncryptedPackage")) {
            ImportRefusal::Encrypted
        } else {
            ImportRefusal::LegacyWorkbook
        });
    }
    if !bytes.starts_with(b"PK\x03\x04") {
        return Err(ImportRefusal::NotAWorkbook(found(bytes)));
    }
    // Before the directory is read: each of its entries takes far more memory than its bytes.
    if bytes.windows(4).filter(|window| window == b"PK\x01\x02").count() > MOST_PARTS {
        return Err(ImportRefusal::TooManyParts);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(ImportRefusal::TooManyParts);
    }
    let names = part_names(&archive)?;
    let has = |name: &str| names.iter().any(|of_part| of_part == name);
    if !(has("[Content_Types].xml") && has("xl/workbook.xml")) {
        return Err(ImportRefusal::NotAWorkbook(found_in_zip(&names)));
    }
    if archive.has_duplicate_names() || archive.has_overlapping_entries().map_err(damaged)? {
        return Err(ImportRefusal::Damaged("two parts stand in the same place".to_owned()));
    }
    unpack_into_nothing(&mut archive)
}

/// The names of all parts, with `/` between their pieces.
fn part_names(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<Vec<String>, ImportRefusal> {
    let mut names = Vec::with_capacity(archive.len());
    for name in archive.file_names() {
        let name = name.map_err(damaged)?.replace('\\', "/");
        let leaves = name.starts_with('/') || name.split('/').any(|piece| piece == "..") || name.contains(':');
        if leaves || name.contains('\0') {
            return Err(ImportRefusal::UnsafePartName);
        }
        names.push(name);
    }
    Ok(names)
}

fn unpack_into_nothing(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), ImportRefusal> {
    let mut unpacked = 0;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(damaged)?;
        let packed = part.compressed_size();
        let in_memory = part.name_raw().ends_with(b"sharedStrings.xml") || part.name_raw().ends_with(b"styles.xml");
        let most_here = if in_memory { MOST_UNPACKED_IN_MEMORY } else { MOST_UNPACKED };
        let most_by_ratio = packed.saturating_mul(MOST_RATIO).max(RATIO_COUNTS_FROM);
        let most = most_here.min(MOST_UNPACKED - unpacked).min(most_by_ratio);
        if part.size() > most {
            return Err(ImportRefusal::UnpacksTooFar);
        }
        let counted = std::io::copy(&mut part.take(most + 1), &mut std::io::sink())
            .map_err(|error| ImportRefusal::Damaged(error.to_string()))?;
        if counted > most {
            return Err(ImportRefusal::UnpacksTooFar);
        }
        unpacked += counted;
    }
    Ok(())
}

fn damaged(error: zip::result::ZipError) -> ImportRefusal {
    match error {
        zip::result::ZipError::UnsupportedArchive(what) if what.to_ascii_lowercase().contains("password") => {
            ImportRefusal::Encrypted
        }
        other => ImportRefusal::Damaged(other.to_string()),
    }
}

fn found(bytes: &[u8]) -> Found {
    let begins_with_any = |magics: &[&[u8]]| magics.iter().any(|magic| bytes.starts_with(magic));
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if bytes.is_empty() {
        Found::Nothing
    } else if bytes.starts_with(b"%PDF") {
        Found::Pdf
    } else if begins_with_any(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM"]) {
        Found::Picture
    } else if text.starts_with(b"<") {
        Found::Markup
    } else if begins_with_any(&[b"PK"]) {
        Found::OtherZip
    } else if !bytes.iter().take(4096).any(|&byte| byte < 9) {
        Found::Text
    } else {
        Found::Unknown
    }
}

fn found_in_zip(names: &[String]) -> Found {
    let has = |name: &str| names.iter().any(|of_part| of_part == name);
    if has("xl/workbook.bin") {
        Found::BinaryWorkbook
    } else if has("word/document.xml") {
        Found::WordDocument
    } else if has("mimetype") && has("content.xml") {
        Found::OpenDocument
    } else {
        Found::OtherZip
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
