//! What the store refuses, as the person is told it.

use hatchboard::{
    evidence::{EvidenceError, FileFault},
    weekly_report::{OutOfReopening, State, store::WeeklyReportError},
};

use super::{problems, words};
use crate::{
    Language,
    error::{AppError, FieldProblem, Refusal},
};

words! {
    file_empty: "文件是空的。" | "The file is empty.";
    old_office: "这是旧版 Office 文件（.doc、.xls、.ppt）。请另存为 docx、xlsx 或 PDF 后再上传。" | "This is a file of an old Office (.doc, .xls, .ppt). Save it as docx, xlsx or PDF and upload again.";
    too_many_pixels: "图片太大（超过 4000 万像素）。请缩小或截图后再上传。" | "The picture is too large (over 40 million pixels). Make it smaller, or upload a screenshot.";
    reason_missing: "请写明理由或内容。" | "Please write something.";
    too_long: "文字太长，最多 2000 字。" | "That is too long: 2,000 characters at the most.";
    outside_scope: "不在本次重开的范围内，请改回原样。" | "This is outside of what was reopened: please put it back as it was.";
}

/// A refusal of the weekly report's store; fields at fault keep their places in the form.
pub fn told(language: Language, error: WeeklyReportError) -> AppError {
    use WeeklyReportError as E;
    let field = |field: &str, words: &str| {
        AppError::Invalid(vec![FieldProblem { field: field.to_owned(), words: words.to_owned() }])
    };
    match error {
        E::NotFound => AppError::NotFound,
        E::NotAsked(_) => AppError::Refused(Refusal::WeekNotAsked),
        E::NotOpen(State::Accepted) => AppError::Refused(Refusal::AlreadyReviewed),
        E::NotYet | E::NotOpen(_) | E::Step(_) | E::OutOfReopening(OutOfReopening::Ended) => {
            AppError::Refused(Refusal::NotNow)
        }
        E::Invalid(found) => {
            AppError::Invalid(found.into_iter().map(|problem| problems::in_words(language, problem)).collect())
        }
        E::OutOfReopening(OutOfReopening::Fields(paths)) => {
            let outside = |path: hatchboard::weekly_report::FieldPath| FieldProblem {
                field: path.to_string(),
                words: problems::say(language, words::path(language, path), outside_scope(language)),
            };
            AppError::Invalid(paths.into_iter().map(outside).collect())
        }
        E::Reopening(_) | E::ReasonMissing => field("words", reason_missing(language)),
        E::TooLong => field("words", too_long(language)),
        E::NoUse | E::EndNotAhead => AppError::Refused(Refusal::NotNow),
        E::OwnSubject => AppError::Forbidden,
        E::Store(error) => error.into(),
    }
}

/// Why a file was not taken, in a sentence that says what to do; another error where it is not the file's fault.
pub fn of_file(language: Language, error: EvidenceError) -> Result<String, AppError> {
    let refusal = |refusal: Refusal| Ok(refusal.words(language).to_owned());
    match error {
        EvidenceError::Closed => refusal(Refusal::NotNow),
        EvidenceError::TooMany => refusal(Refusal::TooManyAttachments),
        EvidenceError::File(fault) => match fault {
            FileFault::Empty => Ok(file_empty(language).to_owned()),
            FileFault::TooLarge { .. } => refusal(Refusal::FileTooLarge),
            FileFault::Heic => refusal(Refusal::FileHeic),
            FileFault::Wps => refusal(Refusal::FileWps),
            FileFault::OldOffice => Ok(old_office(language).to_owned()),
            FileFault::OtherKind => refusal(Refusal::FileKind),
            FileFault::Damaged => refusal(Refusal::FileDamaged),
            FileFault::TooManyPixels => Ok(too_many_pixels(language).to_owned()),
        },
        EvidenceError::NotFound => Err(AppError::NotFound),
        EvidenceError::Report(error) => Err(told(language, error)),
        EvidenceError::Store(error) => Err(error.into()),
        EvidenceError::Files(error) => Err(AppError::unknown(&error)),
    }
}
