//! What a file is, by its contents.

use std::io::Cursor;

use zip::ZipArchive;

use super::{FileFault, FileKind, MOST_BYTES};

/// More parts than any document has.
const MOST_PARTS: usize = 5_000;
/// More than any document unpacks to, by what its parts say of themselves. Nothing here unpacks them.
const MOST_UNPACKED: u64 = 500_000_000;
/// What documents of Office before 2007, of WPS, and encrypted ones begin with.
const COMPOUND_FILE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Tells the kind of a file, or why it is not taken. The name only helps to say what is wrong.
pub(super) fn kind_of(name: &str, contents: &[u8]) -> Result<FileKind, FileFault> {
    if contents.is_empty() {
        return Err(FileFault::Empty);
    }
    if contents.len() > MOST_BYTES {
        return Err(FileFault::TooLarge { limit: MOST_BYTES });
    }
    let extension = extension(name);
    let kind = by_contents(&extension, contents)?;
    match FileKind::by_extension(&extension) {
        // Phones and chat programs mix up the names of pictures.
        Some(named) if named != kind && !(named.is_picture() && kind.is_picture()) => Err(FileFault::Damaged),
        _ => Ok(kind),
    }
}

/// The name that a file is kept under: without a path or control characters, and with the kind's own extension.
pub(super) fn tidy_name(name: &str, kind: FileKind) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|c| !c.is_control()).collect();
    let stem = plain.rsplit_once('.').map_or(plain.as_str(), |(stem, _)| stem).trim();
    let stem: String = if stem.is_empty() { "file".to_owned() } else { stem.chars().take(100).collect() };
    format!("{stem}.{}", kind.extension())
}

fn extension(name: &str) -> String {
    name.rsplit_once('.').map(|(_, extension)| extension.trim().to_ascii_lowercase()).unwrap_or_default()
}

fn by_contents(extension: &str, contents: &[u8]) -> Result<FileKind, FileFault> {
    if contents.starts_with(b"PK\x03\x04") {
        return document(extension, contents);
    }
    if contents.starts_with(&COMPOUND_FILE) {
        return Err(if is_wps(extension) { FileFault::Wps } else { FileFault::OldOffice });
    }
    match infer::get(contents).map(|found| found.mime_type()) {
        Some("image/jpeg") => Ok(FileKind::Jpeg),
        Some("image/png") => Ok(FileKind::Png),
        Some("image/webp") => Ok(FileKind::WebP),
        Some("application/pdf") => pdf(contents),
        Some("image/heif") => Err(FileFault::Heic),
        _ => Err(by_name(extension)),
    }
}

/// A file whose contents say nothing: what its name says is what its sender believes.
fn by_name(extension: &str) -> FileFault {
    match extension {
        "heic" | "heif" => FileFault::Heic,
        "doc" | "xls" | "ppt" => FileFault::OldOffice,
        _ if is_wps(extension) => FileFault::Wps,
        _ if FileKind::by_extension(extension).is_some() => FileFault::Damaged,
        _ => FileFault::OtherKind,
    }
}

fn is_wps(extension: &str) -> bool {
    matches!(extension, "wps" | "wpt" | "et" | "ett" | "dps" | "dpt")
}

/// A PDF ends with its trailer; one that was cut short does not.
fn pdf(contents: &[u8]) -> Result<FileKind, FileFault> {
    let end = &contents[contents.len().saturating_sub(2048)..];
    if end.windows(5).any(|window| window == b"%%EOF") { Ok(FileKind::Pdf) } else { Err(FileFault::Damaged) }
}

/// A document is a zip archive that holds the right part.
fn document(extension: &str, contents: &[u8]) -> Result<FileKind, FileFault> {
    let mut archive = ZipArchive::new(Cursor::new(contents)).map_err(|_| FileFault::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(FileFault::Damaged);
    }
    let mut unpacked: u64 = 0;
    for part in 0..archive.len() {
        let part = archive.by_index_raw(part).map_err(|_| FileFault::Damaged)?;
        unpacked = unpacked.saturating_add(part.size());
    }
    if unpacked > MOST_UNPACKED {
        return Err(FileFault::Damaged);
    }
    let holds = |part: &str| archive.index_for_name(part).is_some();
    let kinds = [("word/document.xml", FileKind::Docx), ("xl/workbook.xml", FileKind::Xlsx)];
    let kind = kinds.into_iter().find(|(part, _)| holds(part) && holds("[Content_Types].xml"));
    match kind {
        Some((_, kind)) => Ok(kind),
        None if is_wps(extension) => Err(FileFault::Wps),
        None if FileKind::by_extension(extension).is_some() => Err(FileFault::Damaged),
        None => Err(FileFault::OtherKind),
    }
}
