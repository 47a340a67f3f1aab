//! The state of a list as its link tells it: what is searched, filtered, sorted, and which page is shown.

use form_urlencoded::Serializer;
use leptos::prelude::use_context;

/// Codes that tell of one answer and do not belong into the links of the next.
const PASSING: [&str; 2] = ["done", "returned"];

/// The query of a list's link. Changing anything but the page leads back to the first page.
///
/// ```ignore
/// let query = ListQuery::current();
/// query.get("q");                       // what is searched
/// query.with("page", "2").href();       // "?q=…&page=2"
/// query.at("/b/zhuzhou/export");        // the same list elsewhere
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListQuery {
    pairs: Vec<(String, String)>,
}

/// By what a list is sorted: `sort=name`, or `sort=-name` from the greatest down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    pub column: String,
    pub descending: bool,
}

impl From<Vec<(String, String)>> for ListQuery {
    fn from(pairs: Vec<(String, String)>) -> Self {
        let kept = |(name, value): &(String, String)| !PASSING.contains(&name.as_str()) && !value.is_empty();
        Self { pairs: pairs.into_iter().filter(kept).collect() }
    }
}

impl ListQuery {
    /// Of the running page; a page that reads its link in its own way gives its own as a context.
    pub fn current() -> Self {
        use_context::<Self>().unwrap_or_else(|| Self::from(crate::request::query()))
    }

    /// The first value of a name; nothing where it is missing or empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name, such as of several ticked boxes.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Counted from 1.
    pub fn page(&self) -> u64 {
        self.get("page").and_then(|page| page.parse().ok()).filter(|page| *page > 0).unwrap_or(1)
    }

    pub fn sort(&self) -> Option<Sort> {
        let sort = self.get("sort")?;
        let (column, descending) = sort.strip_prefix('-').map_or((sort, false), |column| (column, true));
        Some(Sort { column: column.to_owned(), descending })
    }

    /// Whether anything narrows the list.
    pub fn is_filtered(&self) -> bool {
        self.pairs.iter().any(|(name, _)| name != "sort" && name != "page")
    }

    /// With one value for a name; an empty one takes it away.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut changed = self.without(name);
        if !value.is_empty() {
            changed.pairs.push((name.to_owned(), value.to_owned()));
        }
        changed
    }

    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let kept = |n: &str| n != name && (n != "page" || name == "page");
        Self { pairs: self.pairs.iter().filter(|(n, _)| kept(n)).cloned().collect() }
    }

    /// Without what told of one answer only; unlike a filter it leaves the page as it is.
    #[must_use]
    pub fn forgetting(&self, name: &str) -> Self {
        Self { pairs: self.pairs.iter().filter(|(n, _)| n != name).cloned().collect() }
    }

    /// Only the order remains: what clearing the filters leads to.
    #[must_use]
    pub fn cleared(&self) -> Self {
        Self { pairs: self.pairs.iter().filter(|(name, _)| name == "sort").cloned().collect() }
    }

    /// A link to the same page.
    pub fn href(&self) -> String {
        format!("?{}", self.encoded())
    }

    /// A link to another page with the same query.
    pub fn at(&self, path: &str) -> String {
        if self.pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", self.encoded()) }
    }

    fn encoded(&self) -> String {
        Serializer::new(String::new()).extend_pairs(&self.pairs).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> ListQuery {
        ListQuery::from(form_urlencoded::parse(text.as_bytes()).into_owned().collect::<Vec<_>>())
    }

    #[test]
    fn turning_a_page_keeps_what_is_searched() {
        assert_eq!(query("q=abc&kind=filed").with("page", "2").href(), "?q=abc&kind=filed&page=2");
    }

    #[test]
    fn another_filter_leads_back_to_the_first_page() {
        assert_eq!(query("q=abc&page=7").with("kind", "filed").href(), "?q=abc&kind=filed");
        assert_eq!(query("q=abc&page=7").without("q").href(), "?");
    }

    #[test]
    fn what_told_of_one_answer_is_forgotten_and_the_page_stays() {
        assert_eq!(query("verify=now&q=abc&page=7").forgetting("verify").href(), "?q=abc&page=7");
    }

    #[test]
    fn words_survive_the_way_through_a_link() {
        let link = query("").with("q", "晨曦 & 暖阳?").href();
        assert_eq!(query(link.trim_start_matches('?')).get("q"), Some("晨曦 & 暖阳?"));
    }

    #[test]
    fn a_page_that_is_no_number_is_the_first() {
        for text in ["", "page=", "page=0", "page=-3", "page=two"] {
            assert_eq!(query(text).page(), 1, "{text}");
        }
        assert_eq!(query("page=12").page(), 12);
    }

    #[test]
    fn a_minus_sorts_from_the_greatest_down() {
        let sort = |text| query(text).sort().map(|sort| (sort.column, sort.descending));
        assert_eq!(sort("sort=name"), Some(("name".to_owned(), false)));
        assert_eq!(sort("sort=-rate"), Some(("rate".to_owned(), true)));
        assert_eq!(sort("q=1"), None);
    }

    #[test]
    fn what_tells_of_one_answer_is_not_carried_into_the_next() {
        assert_eq!(query("done=saved&q=a&returned=1").href(), "?q=a");
    }

    #[test]
    fn an_order_alone_filters_nothing() {
        assert!(!query("sort=name&page=2&q=").is_filtered());
        assert!(query("sort=name&q=a").is_filtered());
        assert_eq!(query("sort=name&q=a").cleared().href(), "?sort=name");
    }

    #[test]
    fn every_value_of_a_name_is_found() {
        assert_eq!(query("stage=a&x=1&stage=b").all("stage").collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_list_without_a_query_is_linked_plainly() {
        assert_eq!(query("").at("/export"), "/export");
        assert_eq!(query("q=a").at("/export"), "/export?q=a");
    }
}
