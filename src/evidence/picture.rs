//! Pictures: bounded before they are unpacked, turned upright, and written anew, so that nothing comes along that
//! the camera wrote beside the picture, the place above all.

use std::io::Cursor;

use bytes::Bytes;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
};

use super::{FileFault, FileKind};

/// The most pixels of a picture.
pub(super) const MOST_PIXELS: u64 = 40_000_000;
/// The most bytes that a picture unpacks to.
const MOST_UNPACKED: u64 = 170_000_000;
/// The longer side of what is kept, in pixels: enough to read a page by.
const LONGEST_SIDE: u32 = 4_000;
/// The longer side of a thumbnail, in pixels.
pub(super) const THUMBNAIL_SIDE: u32 = 320;
/// Of JPEG, 1 to 100.
const QUALITY: u8 = 88;
const THUMBNAIL_QUALITY: u8 = 78;

/// A picture as it is kept.
#[derive(Debug)]
pub(super) struct Picture {
    /// JPEG, or PNG where it was one or has transparent parts.
    pub kind: FileKind,
    pub contents: Bytes,
    /// JPEG.
    pub thumbnail: Bytes,
    pub dimensions: (u32, u32),
}

/// Reads a picture and writes it anew, with its thumbnail. Takes a while and up to 200 MB of memory.
pub(super) fn prepare(kind: FileKind, contents: &[u8]) -> Result<Picture, FileFault> {
    let format = match kind {
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Png => ImageFormat::Png,
        FileKind::WebP => ImageFormat::WebP,
        FileKind::Pdf | FileKind::Xlsx | FileKind::Docx => return Err(FileFault::OtherKind),
    };
    let mut reader = ImageReader::with_format(Cursor::new(contents), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_UNPACKED);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| fault(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_UNPACKED {
        return Err(FileFault::TooManyPixels);
    }
    let orientation = decoder.orientation().map_err(|error| fault(&error))?;
    let colours = decoder.icc_profile().ok().flatten();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| fault(&error))?;
    if picture.width().max(picture.height()) > LONGEST_SIDE {
        picture = picture.resize(LONGEST_SIDE, LONGEST_SIDE, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    let kept = if kind == FileKind::Png || picture.color().has_alpha() { FileKind::Png } else { FileKind::Jpeg };
    let dimensions = (picture.width(), picture.height());
    let contents = match kept {
        FileKind::Png => png(&picture, colours.clone()),
        _ => jpeg(&picture, QUALITY, colours.clone()),
    };
    // Opaque before it is shrunk: a thumbnail has no transparent parts.
    let thumbnail = jpeg(&picture.thumbnail(THUMBNAIL_SIDE, THUMBNAIL_SIDE), THUMBNAIL_QUALITY, colours);
    Ok(Picture { kind: kept, contents: contents?, thumbnail: thumbnail?, dimensions })
}

fn jpeg(picture: &DynamicImage, quality: u8, colours: Option<Vec<u8>>) -> Result<Bytes, FileFault> {
    let mut written = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut written, quality);
    if let Some(colours) = colours {
        // Without its profile the colours are a little off, which hinders nothing.
        let _ = encoder.set_icc_profile(colours);
    }
    let opaque = picture.to_rgb8();
    opaque.write_with_encoder(encoder).map_err(|error| fault(&error))?;
    Ok(written.into())
}

fn png(picture: &DynamicImage, colours: Option<Vec<u8>>) -> Result<Bytes, FileFault> {
    let mut written = Vec::new();
    let mut encoder = PngEncoder::new(&mut written);
    if let Some(colours) = colours {
        let _ = encoder.set_icc_profile(colours);
    }
    picture.write_with_encoder(encoder).map_err(|error| fault(&error))?;
    Ok(written.into())
}

fn fault(error: &ImageError) -> FileFault {
    if matches!(error, ImageError::Limits(_)) { FileFault::TooManyPixels } else { FileFault::Damaged }
}
