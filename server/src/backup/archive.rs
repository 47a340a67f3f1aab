//! The archive itself: entries are hashed as they are written, and again before they are unpacked.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{
    BackupError,
    manifest::{self, ATTACHMENTS, Entry, Manifest},
    of,
};
use crate::private;

/// Makes an archive, entry by entry.
pub(super) struct Writer {
    path: PathBuf,
    zip: ZipWriter<File>,
    entries: Vec<Entry>,
}

impl Writer {
    /// For the owner's eyes only: it holds hashes of passwords.
    pub(super) fn begin(path: &Path) -> Result<Self, BackupError> {
        let file = private::file(path).map_err(of(path))?;
        Ok(Self { path: path.to_owned(), zip: ZipWriter::new(file), entries: Vec::new() })
    }

    pub(super) fn add(&mut self, name: &str, source: &Path) -> Result<(), BackupError> {
        let mut source_file = File::open(source).map_err(of(source))?;
        self.write(name, &mut source_file)
    }

    /// Every file of every base. One that is being kept right now may be left out: no row names it yet.
    pub(super) fn add_attachments(&mut self, folder: &Path) -> Result<(), BackupError> {
        for base in sorted(folder)? {
            for hash in sorted(&folder.join(&base))? {
                // A file that is being written has a mark in its name.
                if !hash.contains('#') {
                    self.add(&format!("{ATTACHMENTS}{base}/{hash}"), &folder.join(&base).join(&hash))?;
                }
            }
        }
        Ok(())
    }

    /// Writes the manifest and makes sure that all of it is on the disk.
    pub(super) fn finish(mut self, manifest: impl FnOnce(Vec<Entry>) -> Manifest) -> Result<Manifest, BackupError> {
        let manifest = manifest(std::mem::take(&mut self.entries));
        let text = serde_json::to_vec_pretty(&manifest).map_err(|error| of(&self.path)(error.into()))?;
        self.write(manifest::ENTRY, &mut text.as_slice())?;
        let file = self.zip.finish().map_err(|error| of(&self.path)(error.into()))?;
        file.sync_all().map_err(of(&self.path))?;
        Ok(manifest)
    }

    fn write(&mut self, name: &str, source: &mut dyn Read) -> Result<(), BackupError> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
        let written = self.zip.start_file(name, options).map_err(io::Error::from);
        let (bytes, sha256) = written.and_then(|()| copy(source, &mut self.zip)).map_err(of(&self.path))?;
        self.entries.push(Entry { name: name.to_owned(), bytes, sha256 });
        Ok(())
    }
}

/// The names in a folder; none where there is no folder.
fn sorted(folder: &Path) -> Result<Vec<String>, BackupError> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(of(folder))?,
    };
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<_>>>().map_err(of(folder))?;
    names.sort();
    Ok(names)
}

/// Reads an archive that [`Writer`] made.
pub(super) struct Reader {
    path: PathBuf,
    zip: ZipArchive<BufReader<File>>,
    manifest: Manifest,
}

impl Reader {
    pub(super) fn open(path: &Path) -> Result<Self, BackupError> {
        let damaged = |problem: String| BackupError::Damaged { file: path.to_owned(), problem };
        let file = File::open(path).map_err(of(path))?;
        let mut zip = ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(error.to_string()))?;
        let text = zip.by_name(manifest::ENTRY).map_err(io::Error::from).and_then(io::read_to_string);
        let text = text.map_err(|error| damaged(error.to_string()))?;
        let manifest: Manifest = serde_json::from_str(&text).map_err(|error| damaged(error.to_string()))?;
        if let Some(problem) = manifest.problem() {
            return Err(damaged(problem));
        }
        Ok(Self { path: path.to_owned(), zip, manifest })
    }

    pub(super) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    pub(super) fn into_manifest(self) -> Manifest {
        self.manifest
    }

    /// Reads all of it and compares it with the manifest.
    pub(super) fn verify(&mut self) -> Result<(), BackupError> {
        for entry in self.manifest.entries.clone() {
            self.unpack_entry(&entry, &mut io::sink())?;
        }
        Ok(())
    }

    /// Writes the database to a file and the attachments to a folder that is empty or missing.
    pub(super) fn unpack(&mut self, database: &Path, attachments: &Path) -> Result<(), BackupError> {
        private::folder(attachments).map_err(of(attachments))?;
        for entry in self.manifest.entries.clone() {
            let path = match entry.name.strip_prefix(ATTACHMENTS) {
                Some(name) => attachments.join(name),
                None => database.to_owned(),
            };
            let folder = super::folder_of(&path).to_owned();
            private::folder(&folder).map_err(of(&folder))?;
            let mut file = private::file(&path).map_err(of(&path))?;
            self.unpack_entry(&entry, &mut file)?;
            file.sync_all().map_err(of(&path))?;
        }
        Ok(())
    }

    fn unpack_entry(&mut self, entry: &Entry, to: &mut dyn Write) -> Result<(), BackupError> {
        let copied = match self.zip.by_name(&entry.name) {
            Ok(source) => copy(&mut source.take(entry.bytes + 1), to).map_err(|error| error.to_string()),
            Err(ZipError::FileNotFound) => Err("is missing".to_owned()),
            Err(error) => Err(error.to_string()),
        };
        let problem = match copied {
            Ok((bytes, sha256)) if bytes == entry.bytes && sha256 == entry.sha256 => return Ok(()),
            Ok(_) => "is not what the manifest says".to_owned(),
            Err(problem) => problem,
        };
        Err(BackupError::Damaged { file: self.path.clone(), problem: format!("`{}` {problem}", entry.name) })
    }
}

/// Makes sure that a folder's new names are on the disk.
pub(super) fn keep(folder: &Path) -> Result<(), BackupError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(of(folder))
}

/// Copies, counts and hashes.
fn copy(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<(u64, String)> {
    let (mut digest, mut bytes, mut buffer) = (Sha256::new(), 0, vec![0; 64 * 1024]);
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        digest.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
    let mut sha256 = String::new();
    for byte in digest.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(sha256, "{byte:02x}");
    }
    Ok((bytes, sha256))
}
