//! Reading the cookies that a browser sends.

use http::{HeaderMap, header::COOKIE};

/// The value of the first cookie of this name.
pub(crate) fn value<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let mut cookies = lines.flat_map(|line| line.split(';')).filter_map(|cookie| cookie.trim().split_once('='));
    cookies.find(|(found, _)| *found == name).map(|(_, value)| value.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, HeaderValue, header::COOKIE};

    use super::value;

    #[test]
    fn a_cookie_is_found_by_its_whole_name() {
        let table = [
            ("session=abc", Some("abc")),
            ("theme=dark; session=abc; language=en", Some("abc")),
            ("theme=dark;session=\"abc\"", Some("abc")),
            ("session=abc; session=later", Some("abc")),
            ("old-session=abc", None),
            ("session", None),
            ("", None),
        ];
        for (line, expected) in table {
            let headers = HeaderMap::from_iter([(COOKIE, HeaderValue::from_static(line))]);
            assert_eq!(value(&headers, "session"), expected, "{line}");
        }
    }
}
