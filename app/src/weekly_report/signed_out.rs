//! The session ended while somebody wrote, and the browser runs no scripts: the form is handed back whole, to be
//! sent again once its writer has signed in elsewhere. Nothing of it is kept here, since nobody has signed for it.

use axum::{
    extract::Multipart,
    response::{IntoResponse, Response},
};
use hatchboard::period::Week;
use http::{StatusCode, header};

use super::{
    Whose,
    multipart::{MOST_TEXT, Part, next},
};
use crate::{Language, error::AppError, plain, request::Request};

words! {
    title: "登录已过期，还没有提交" | "Your session has ended; nothing has been sent";
    first: "填写的内容都在这一页里。请先在新页登录，再回到这里重新发送。附件要重新选择。" | "Everything you typed is in this page. Sign in in a new tab, then come back and send it again. Files have to be chosen again.";
    sign_in: "在新页登录" | "Sign in in a new tab";
    again: "重新发送" | "Send again";
}

/// A field takes so much room besides its text, so that many empty ones are bounded as well.
const OF_A_FIELD: usize = 64;

/// What was typed, as far as it may be kept for somebody whom nobody knows: all of it lies in memory until it is answered.
#[derive(Debug, Default)]
struct Fields {
    all: Vec<(String, String)>,
    bytes: usize,
}

impl Fields {
    fn take(&mut self, name: String, text: String) -> Result<(), AppError> {
        self.bytes += OF_A_FIELD + name.len() + text.len();
        if self.bytes > MOST_TEXT {
            return Err(AppError::TooLarge);
        }
        self.all.push((name, text));
        Ok(())
    }
}

/// 401, with what was typed.
pub(super) async fn page(request: &Request, whose: &Whose, week: Week, mut body: Multipart) -> Response {
    let mut fields = Fields::default();
    loop {
        let taken = match next(&mut body).await {
            Ok(Some(Part::Text(name, text))) => fields.take(name, text),
            // Files are read to their end, lest the browser give up before it reads the answer.
            Ok(Some(Part::File(_))) => Ok(()),
            Ok(None) => break,
            Err(error) => Err(error),
        };
        if let Err(error) = taken {
            return plain::refusal(request, &error);
        }
    }
    let text = html(request.language, &whose.filing(week), &fields.all);
    let policy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    (
        StatusCode::UNAUTHORIZED,
        [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_SECURITY_POLICY, policy)],
        text,
    )
        .into_response()
}

fn html(language: Language, address: &str, fields: &[(String, String)]) -> String {
    let hidden = fields.iter().map(|(name, text)| {
        // A text area keeps line ends, which a hidden field may lose.
        format!("<textarea name=\"{}\" hidden>\n{}</textarea>", plain::escaped(name), plain::escaped(text))
    });
    let body = format!(
        "<p>{}</p><p><a href=\"/sign-in\" target=\"_blank\" rel=\"noopener\">{}</a></p>\
         <form method=\"post\" action=\"{}\" enctype=\"multipart/form-data\">{}<button>{}</button></form>",
        first(language),
        sign_in(language),
        plain::escaped(address),
        hidden.collect::<String>(),
        again(language),
    );
    plain::document(language, title(language), &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_handed_back_and_runs_nothing() {
        let fields = [("done".to_owned(), "</textarea><script>alert(1)</script>".to_owned())];
        let page = html(Language::Chinese, "/api/x", &fields);
        assert!(page.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;"), "{page}");
        assert!(!page.contains("<script"));
    }

    #[test]
    fn no_more_is_held_for_a_stranger_than_a_form_can_hold() {
        let fits = |text: &str| {
            let mut fields = Fields::default();
            (0..100).take_while(|_| fields.take("done".to_owned(), text.to_owned()).is_ok()).count()
        };
        assert_eq!(fits("走访"), 100);
        assert_eq!(fits(&"a".repeat(MOST_TEXT / 3)), 2);
        let mut empty = Fields::default();
        assert!((0..MOST_TEXT).any(|_| empty.take(String::new(), String::new()).is_err()));
    }
}
