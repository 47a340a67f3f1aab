//! Files by their contents, and pictures without the place where they were taken.

#![allow(clippy::unwrap_used)]

use std::io::{Cursor, Write};

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Rgb, RgbImage};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{FileFault, FileKind, MOST_BYTES, content::kind_of, content::tidy_name, picture};

fn picture_of(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let red_left =
        RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) });
    DynamicImage::ImageRgb8(red_left).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn archive(parts: &[&str]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(*part, SimpleFileOptions::default()).unwrap();
        archive.write_all(b"<x/>").unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A JPEG whose camera wrote that it was held on its side, and where.
fn turned_and_placed() -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend_from_slice(b"GPSLatitude 27.83");
    let plain = picture_of(40, 20, ImageFormat::Jpeg);
    let mut placed = plain[..2].to_vec();
    placed.extend_from_slice(&[0xFF, 0xE1]);
    placed.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    placed.extend_from_slice(&exif);
    placed.extend_from_slice(&plain[2..]);
    placed
}

#[test]
fn a_file_is_what_its_contents_say() {
    let docx = archive(&["[Content_Types].xml", "word/document.xml"]);
    let xlsx = archive(&["[Content_Types].xml", "xl/workbook.xml"]);
    let taken = [
        ("a.jpg", picture_of(4, 4, ImageFormat::Jpeg), FileKind::Jpeg),
        ("named-wrongly.jpg", picture_of(4, 4, ImageFormat::Png), FileKind::Png),
        ("a.webp", picture_of(4, 4, ImageFormat::WebP), FileKind::WebP),
        ("no-extension", b"%PDF-1.7\n%%EOF\n".to_vec(), FileKind::Pdf),
        ("a.DOCX", docx.clone(), FileKind::Docx),
        ("a.xlsx", xlsx, FileKind::Xlsx),
    ];
    for (name, contents, kind) in taken {
        assert_eq!(kind_of(name, &contents), Ok(kind), "{name}");
    }
    let compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0].to_vec();
    let refused = [
        ("a.jpg", Vec::new(), FileFault::Empty),
        ("a.jpg", vec![0; MOST_BYTES + 1], FileFault::TooLarge { limit: MOST_BYTES }),
        ("IMG_1.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), FileFault::Heic),
        ("照片.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), FileFault::Heic),
        ("总结.wps", compound.clone(), FileFault::Wps),
        ("表.et", compound.clone(), FileFault::Wps),
        ("总结.doc", compound, FileFault::OldOffice),
        ("a.pdf", b"%PDF-1.7 cut short".to_vec(), FileFault::Damaged),
        ("a.pdf", docx, FileFault::Damaged),
        ("a.docx", archive(&["evil.exe"]), FileFault::Damaged),
        ("a.docx", b"PK\x03\x04 cut short".to_vec(), FileFault::Damaged),
        ("a.zip", archive(&["evil.exe"]), FileFault::OtherKind),
        ("a.png", b"<html>".to_vec(), FileFault::Damaged),
        ("a.html", b"<html>".to_vec(), FileFault::OtherKind),
    ];
    for (name, contents, fault) in refused {
        assert_eq!(kind_of(name, &contents), Err(fault), "{name}");
    }
}

#[test]
fn a_name_is_kept_without_path_and_with_the_right_ending() {
    assert_eq!(tidy_name("../../etc/pass\0wd", FileKind::Pdf), "passwd.pdf");
    assert_eq!(tidy_name("C:\\照片\\义诊.jpeg", FileKind::Jpeg), "义诊.jpg");
    assert_eq!(tidy_name(".png", FileKind::Png), "file.png");
    assert_eq!(tidy_name(&"长".repeat(300), FileKind::Png).chars().count(), 104);
}

#[test]
fn a_photo_is_turned_upright_and_loses_the_place_where_it_was_taken() {
    let placed = turned_and_placed();
    let has_place = |bytes: &[u8]| bytes.windows(11).any(|window| window == b"GPSLatitude");
    assert!(has_place(&placed));
    let kept = picture::prepare(FileKind::Jpeg, &placed).unwrap();
    assert!(!has_place(&kept.contents) && !has_place(&kept.thumbnail));
    assert_eq!((kept.kind, kept.dimensions), (FileKind::Jpeg, (20, 40)));
    let mut decoder = ImageReader::with_format(Cursor::new(&kept.contents), ImageFormat::Jpeg).into_decoder().unwrap();
    assert_eq!(decoder.exif_metadata().unwrap(), None);
}

#[test]
fn a_thumbnail_is_a_small_jpeg_whatever_the_picture_is() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let kind = kind_of("a", &picture_of(1_000, 400, format)).unwrap();
        let kept = picture::prepare(kind, &picture_of(1_000, 400, format)).unwrap();
        let thumbnail = image::load_from_memory_with_format(&kept.thumbnail, ImageFormat::Jpeg).unwrap();
        assert_eq!((thumbnail.width(), thumbnail.height()), (picture::THUMBNAIL_SIDE, 128), "{format:?}");
    }
}

#[test]
fn a_picture_with_too_many_pixels_is_refused_before_it_is_unpacked() {
    // The header alone: 100,000 by 100,000 pixels.
    let mut png = picture_of(4, 4, ImageFormat::Png);
    png[16..20].copy_from_slice(&100_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&100_000_u32.to_be_bytes());
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(picture::prepare(FileKind::Png, &png).unwrap_err(), FileFault::TooManyPixels);
}

#[test]
fn a_picture_that_was_cut_short_is_refused() {
    for (format, kind) in [(ImageFormat::Png, FileKind::Png), (ImageFormat::WebP, FileKind::WebP)] {
        let whole = picture_of(200, 200, format);
        assert_eq!(picture::prepare(kind, &whole[..whole.len() / 2]).unwrap_err(), FileFault::Damaged, "{format:?}");
    }
}

/// The check sum of a PNG's chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { 0xEDB8_8320 ^ (sum >> 1) } else { sum >> 1 })
    })
}
