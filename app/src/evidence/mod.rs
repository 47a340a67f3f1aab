//! Files behind records, as they are downloaded.

mod download;

pub use download::routes;
