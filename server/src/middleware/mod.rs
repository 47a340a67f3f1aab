//! What every request passes through, from the outside in, a concern a file.

pub(crate) mod access_log;
pub(crate) mod address;
pub(crate) mod cookie;
pub(crate) mod device;
pub(crate) mod headers;
pub(crate) mod limits;
pub(crate) mod origin;
pub(crate) mod own_task;
pub(crate) mod readable;
pub(crate) mod request;
pub(crate) mod session;
