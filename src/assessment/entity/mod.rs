//! How this folder's records are kept, a table a file.

pub mod assessment;
pub mod assessment_correction;
pub mod assessment_line;
pub mod assessment_round;
pub mod assessment_step;
pub mod report_sample;
pub mod sampled_report;
pub mod scorecard_version;
