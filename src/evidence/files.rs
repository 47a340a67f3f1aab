use std::{fs::DirBuilder, os::unix::fs::DirBuilderExt, path::Path, sync::Arc};

use bytes::Bytes;
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Key};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::store::hex;

/// The files behind the records, each under `base/sha256`. Rights are those of the row that names the file.
#[derive(Debug, Clone)]
pub struct Files {
    objects: Arc<dyn ObjectStore>,
}

/// A file could not be kept or found.
#[derive(Debug, thiserror::Error)]
#[error("a file could not be kept or read: {0}")]
pub struct FilesError(#[from] object_store::Error);

impl Files {
    /// Keeps files in a folder, which is made if missing, for the program's own user alone.
    pub fn in_folder(folder: &Path) -> Result<Self, FilesError> {
        // A failure to make it is told by the next line, with the path.
        let _ = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        let objects = LocalFileSystem::new_with_prefix(folder)?.with_fsync(true);
        Ok(Self { objects: Arc::new(objects) })
    }

    /// Keeps a file and gives its SHA-256, under which [`Files::get`] finds it. The same file is kept once.
    pub async fn put(&self, base: Uuid, contents: Bytes) -> Result<String, FilesError> {
        let hash = hex(&Sha256::digest(&contents));
        self.objects.put(&key(base, &hash), contents.into()).await?;
        Ok(hash)
    }

    pub async fn get(&self, base: Uuid, hash: &str) -> Result<Bytes, FilesError> {
        Ok(self.objects.get(&key(base, hash)).await?.bytes().await?)
    }

    /// Keeps what a job has made, by the job's id: until [`Files::drop_made`], and apart from the files behind records.
    pub(crate) async fn put_made(&self, base: Uuid, job: Uuid, contents: Bytes) -> Result<(), FilesError> {
        self.objects.put(&made(base, job), contents.into()).await?;
        Ok(())
    }

    pub(crate) async fn made(&self, base: Uuid, job: Uuid) -> Result<Bytes, FilesError> {
        Ok(self.objects.get(&made(base, job)).await?.bytes().await?)
    }

    /// What is not there is dropped already.
    pub(crate) async fn drop_made(&self, base: Uuid, job: Uuid) -> Result<(), FilesError> {
        match self.objects.delete(&made(base, job)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }
}

fn made(base: Uuid, job: Uuid) -> Key {
    Key::from(format!("{base}/made-{job}"))
}

fn key(base: Uuid, hash: &str) -> Key {
    Key::from(format!("{base}/{hash}"))
}
