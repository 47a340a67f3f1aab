//! Where the form is sent to, with or without scripts: first the words are kept, then files, then it is judged.

use std::hash::{DefaultHasher, Hash, Hasher};

use axum::{
    Extension,
    extract::{DefaultBodyLimit, Multipart, Path, multipart::MultipartRejection},
    response::{IntoResponse, Redirect, Response},
};
use hatchboard::{
    evidence::{EvidenceError, FileFault, MOST_BYTES, store as evidence, store::Upload},
    period::Week,
    store::{Intent, StoreError},
    weekly_report::{
        Draft,
        store::{
            Sending, Sent, WeeklyReportError,
            draft::{Saved, StaleDraft, save},
            filing::submit,
        },
    },
};
use uuid::Uuid;

use super::{
    Attempt, Author, Clash, RefusedFile, Whose, fault,
    multipart::{Deed, Part, SentFile, Typed, next},
    sheet::{FILES, FORM},
    signed_out, words,
};
use crate::{
    error::{AppError, FieldProblem},
    form, plain,
    plain_routes::PlainRoutes,
    request::Request,
};

type Body = Result<Multipart, MultipartRejection>;

pub(super) fn routes() -> PlainRoutes {
    PlainRoutes::default()
        .post("/api/weekly_report/filing/o/{organisation}/{week}", own)
        .post("/api/weekly_report/filing/b/{base}/{week}", of_base)
        .post("/api/weekly_report/filing/b/{base}/o/{organisation}/{week}", on_behalf)
        // The server bounds the whole; each file and the text are bounded as they are read.
        .with_bodies(DefaultBodyLimit::disable())
}

async fn own(request: Extension<Request>, Path((organisation, week)): Path<(Uuid, String)>, body: Body) -> Response {
    answer(request, Whose::Own(organisation), &week, body).await
}

async fn of_base(request: Extension<Request>, Path((base, week)): Path<(String, String)>, body: Body) -> Response {
    answer(request, Whose::Base(base), &week, body).await
}

async fn on_behalf(
    request: Extension<Request>,
    Path((base, organisation, week)): Path<(String, Uuid, String)>,
    body: Body,
) -> Response {
    answer(request, Whose::OnBehalf { base, organisation }, &week, body).await
}

async fn answer(Extension(request): Extension<Request>, whose: Whose, week: &str, body: Body) -> Response {
    let (Ok(week), Ok(mut body)) = (week.parse::<Week>(), body) else {
        return plain::refusal(&request, &AppError::NotFound);
    };
    if request.asker.is_none() && request.wants_page {
        return signed_out::page(&request, &whose, week, body).await;
    }
    match Author::find(&request, whose).await {
        Ok(author) => match (Filing { request: &request, author, week }).take(&mut body).await {
            Ok(next) => Redirect::to(&next).into_response(),
            Err(error) => plain::refusal(&request, &error),
        },
        Err(error) => plain::refusal(&request, &error),
    }
}

struct Filing<'r> {
    request: &'r Request,
    author: Author,
    week: Week,
}

/// What has become of the draft before the deed itself.
enum Before {
    /// Nothing was to be kept, or the deed keeps it.
    Untouched,
    Kept(i32),
    /// Somebody saved meanwhile, or the report is not open: the deed tells what follows from it.
    Not,
}

impl Filing<'_> {
    /// Takes the form and gives the page to go to.
    async fn take(&self, body: &mut Multipart) -> Result<String, AppError> {
        let mut typed = Typed::new();
        let mut before = Before::Untouched;
        let (mut files, mut refused) = (0_u32, Vec::new());
        while let Some(part) = next(body).await? {
            match part {
                Part::Text(name, text) => typed.take(&name, text)?,
                Part::File(file) => {
                    if let Before::Untouched = before {
                        before = self.keep_first(&typed).await?;
                    }
                    files += 1;
                    refused.extend(self.attach(&typed, file).await?);
                }
            }
        }
        let seen = match before {
            Before::Kept(version) => Some(version),
            Before::Untouched | Before::Not => typed.seen,
        };
        if files == 0 && matches!(typed.deed, Deed::Upload) {
            let why = words::choose_files(self.request.language).to_owned();
            refused.push(RefusedFile { name: String::new(), why });
        }
        self.act(&typed, seen, refused).await
    }

    async fn act(&self, typed: &Typed, seen: Option<i32>, mut refused: Vec<RefusedFile>) -> Result<String, AppError> {
        let draft = typed.draft();
        if let (Deed::Submit, Some(seen), true) = (typed.deed, seen, refused.is_empty()) {
            return self.submit(typed, draft, seen).await;
        }
        if let Some(seen) = seen {
            match save(&self.request.store, &self.author.subject, self.week, &draft, seen).await {
                Ok(Saved::Kept { .. }) => {}
                Ok(Saved::Stale(stale)) => return self.clash(*stale, refused).await,
                Err(error) => return self.not_done(draft, refused, error).await,
            }
        }
        if let Deed::RemoveFile(id) = typed.deed {
            let intent = Intent::new("evidence.remove", format!("{}-{id}", typed.key), &id);
            if let Err(error) = evidence::remove(&self.request.store, &self.author.subject, id, intent).await {
                let why = fault::of_file(self.request.language, error)?;
                refused.push(RefusedFile { name: String::new(), why });
            }
        }
        if !refused.is_empty() {
            return self.with_refused(typed.deed, refused).await;
        }
        let page = self.author.whose.page(self.week);
        Ok(match typed.deed {
            Deed::AddRow => format!("{page}?rows=1#activities"),
            Deed::RemoveRow(_) => format!("{page}?done=removed#activities"),
            Deed::RemoveFile(_) => format!("{page}?done=removed#files"),
            Deed::Upload => format!("{page}?done=uploaded#files"),
            Deed::Save | Deed::Submit => format!("{page}?done=saved"),
        })
    }

    async fn submit(&self, typed: &Typed, draft: Draft, seen: i32) -> Result<String, AppError> {
        // The version is no part of what is meant: the second of two equal clicks may come with another one.
        let intent = Intent::new("weekly_report.submit", &typed.key, &(self.week.to_string(), &draft));
        let sending = Sending { typed: draft.clone(), seen, on_device_at: None };
        let page = self.author.whose.page(self.week);
        match submit(&self.request.store, &self.author.subject, self.week, sending, intent).await {
            Ok(Sent::Filed(_)) => Ok(format!("{page}?done=submitted")),
            Ok(Sent::Stale(stale)) => self.clash(*stale, Vec::new()).await,
            // The draft is kept, and the form says what is wrong with it.
            Err(WeeklyReportError::Invalid(_)) => Ok(format!("{page}?check=1")),
            Err(error) => self.not_done(draft, Vec::new(), error).await,
        }
    }

    /// Before files are taken, which may fail in many ways.
    async fn keep_first(&self, typed: &Typed) -> Result<Before, AppError> {
        let Some(seen) = typed.seen else { return Ok(Before::Untouched) };
        let draft = typed.draft();
        match save(&self.request.store, &self.author.subject, self.week, &draft, seen).await {
            Ok(Saved::Kept { version, .. }) => Ok(Before::Kept(version)),
            Err(WeeklyReportError::Store(error @ StoreError::Unavailable)) => Err(error.into()),
            Ok(Saved::Stale(_)) | Err(_) => Ok(Before::Not),
        }
    }

    /// A file of the form; what is wrong with it stands beside the form afterwards.
    async fn attach(&self, typed: &Typed, file: SentFile) -> Result<Option<RefusedFile>, AppError> {
        let SentFile { name, contents } = file;
        let outcome = match contents {
            None => Err(EvidenceError::File(FileFault::TooLarge { limit: MOST_BYTES })),
            Some(contents) => {
                // Told apart by what it holds, so that the same file twice is one, and another is never taken for it.
                let mut hasher = DefaultHasher::new();
                contents.hash(&mut hasher);
                let body = (&name, contents.len());
                let intent = Intent::new("evidence.attach", format!("{}-{:016x}", typed.key, hasher.finish()), &body);
                let place = evidence::Place::Week(self.week);
                let upload = Upload { name: name.clone(), contents };
                evidence::attach(&self.request.store, &self.request.files, &self.author.subject, place, upload, intent)
                    .await
            }
        };
        match outcome {
            Ok(_) => Ok(None),
            Err(error) => match fault::of_file(self.request.language, error) {
                Ok(why) => Ok(Some(RefusedFile { name, why })),
                // The report takes no files now: that is said of the file, and the words are looked at by themselves.
                Err(AppError::Refused(refusal)) => {
                    Ok(Some(RefusedFile { name, why: refusal.words(self.request.language).to_owned() }))
                }
                Err(error) => Err(error),
            },
        }
    }

    async fn clash(&self, stale: StaleDraft, refused_files: Vec<RefusedFile>) -> Result<String, AppError> {
        let clash = Clash { merged: stale.merged, by: stale.theirs_by, version: stale.version };
        self.back(&Attempt { clash: Some(clash), refused_files, ..Attempt::default() }, &AppError::Stale).await
    }

    async fn not_done(
        &self,
        typed: Draft,
        refused_files: Vec<RefusedFile>,
        error: WeeklyReportError,
    ) -> Result<String, AppError> {
        let error = fault::told(self.request.language, error);
        if matches!(error, AppError::Forbidden | AppError::NotFound | AppError::Internal { .. } | AppError::Unavailable)
        {
            return Err(error);
        }
        self.back(&Attempt { typed: Some(typed), refused_files, clash: None }, &error).await
    }

    /// Where it was to be submitted, it is said that it was not, beside whatever else is wrong with the form.
    async fn with_refused(&self, deed: Deed, refused_files: Vec<RefusedFile>) -> Result<String, AppError> {
        let attempt = Attempt { refused_files, ..Attempt::default() };
        if !matches!(deed, Deed::Submit) {
            return self.back(&attempt, &AppError::Invalid(Vec::new())).await;
        }
        let words = words::not_submitted_for_files(self.request.language).to_owned();
        let not_submitted = AppError::Invalid(vec![FieldProblem { field: FILES.to_owned(), words }]);
        let page = format!("{}?check=1", self.author.whose.page(self.week));
        form::kept(self.request, &page, FORM, &attempt, &not_submitted).await
    }

    async fn back(&self, attempt: &Attempt, error: &AppError) -> Result<String, AppError> {
        let page = self.author.whose.page(self.week);
        form::kept(self.request, &page, FORM, attempt, error).await
    }
}
