//! A line of the table: what is asked for, and who may.

use axum::body::Body;
use hatchboard::access::Role;
use http::{
    Method, Request,
    header::{ACCEPT, CONTENT_TYPE},
};

use super::{
    asker::Asker,
    world::{Whose, World, part_of},
};

/// Whose base, whose organisation and whose record a request names.
pub(super) type Parts = [Whose; 3];

/// One's own; another's; and another's behind one's own address.
const ASKED_FOR: [Parts; 6] = {
    use Whose::{Foreign, Ours, Sibling};
    [
        [Ours, Ours, Ours],
        [Sibling, Sibling, Sibling],
        [Ours, Ours, Sibling],
        [Foreign, Foreign, Foreign],
        [Ours, Foreign, Foreign],
        [Ours, Ours, Foreign],
    ]
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Asked for by a browser.
    Page,
    /// A server function, asked for by a program, which is told a status.
    Function,
    /// A route that answers without a page, asked for by a program.
    Plain,
    /// A route of the API, asked for with a token instead of a session.
    Api,
}

#[derive(Debug, Clone, Copy)]
enum Sent {
    Nothing,
    Form(&'static str),
    Json(&'static str),
    /// Fields, then a file: the field's name, the file's, and what it holds.
    Multipart(&'static [(&'static str, &'static str)], Option<(&'static str, &'static str, &'static [u8])>),
}

#[derive(Debug, Clone, Copy)]
enum Allowed {
    Everyone,
    SignedIn,
    Roles(&'static [Role]),
}

/// Blanks of addresses and bodies are filled with what the world holds under their names.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) kind: Kind,
    pub(super) method: Method,
    address: &'static str,
    sent: Sent,
    allowed: Allowed,
}

/// One asker, one request.
pub(super) struct Cell {
    pub(super) asker: Asker,
    pub(super) parts: Parts,
    pub(super) allowed: bool,
}

impl Entry {
    const fn new(kind: Kind, method: Method, address: &'static str) -> Self {
        Self { kind, method, address, sent: Sent::Nothing, allowed: Allowed::Roles(&[]) }
    }

    pub(super) const fn page(address: &'static str) -> Self {
        Self::new(Kind::Page, Method::GET, address)
    }

    pub(super) const fn function(address: &'static str) -> Self {
        Self::new(Kind::Function, Method::POST, address)
    }

    pub(super) const fn get(address: &'static str) -> Self {
        Self::new(Kind::Plain, Method::GET, address)
    }

    pub(super) const fn api(address: &'static str) -> Self {
        Self::new(Kind::Api, Method::GET, address)
    }

    pub(super) const fn post(address: &'static str) -> Self {
        Self::new(Kind::Plain, Method::POST, address)
    }

    pub(super) fn form(self, form: &'static str) -> Self {
        Self { sent: Sent::Form(form), ..self }
    }

    pub(super) fn json(self, json: &'static str) -> Self {
        Self { sent: Sent::Json(json), ..self }
    }

    pub(super) fn fields(self, fields: &'static [(&'static str, &'static str)]) -> Self {
        Self { sent: Sent::Multipart(fields, None), ..self }
    }

    /// After the fields.
    pub(super) fn file(self, field: &'static str, name: &'static str, contents: &'static [u8]) -> Self {
        let Sent::Multipart(fields, _) = self.sent else { panic!("a file goes with fields") };
        Self { sent: Sent::Multipart(fields, Some((field, name, contents))), ..self }
    }

    /// Whoever has one of these roles where the record belongs.
    pub(super) fn by(self, roles: &'static [Role]) -> Self {
        Self { allowed: Allowed::Roles(roles), ..self }
    }

    pub(super) fn by_whoever_is_signed_in(self) -> Self {
        Self { allowed: Allowed::SignedIn, ..self }
    }

    pub(super) fn by_everyone(self) -> Self {
        Self { allowed: Allowed::Everyone, ..self }
    }

    /// Method and path, every parameter as `{}`.
    pub(super) fn route(&self) -> String {
        route(&self.method, self.address)
    }

    pub(super) fn changes(&self) -> bool {
        self.method != Method::GET
    }

    /// Every asker, each with every request that differs.
    pub(super) fn cells(&self, world: &World) -> Vec<Cell> {
        let mut asked: Vec<(String, Parts)> = Vec::new();
        for parts in ASKED_FOR {
            let text = fill(&format!("{}\n{}", self.address, self.sent.text()), world, parts);
            if asked.iter().all(|(before, _)| *before != text) {
                asked.push((text, parts));
            }
        }
        let cell = |asker, parts| Some(Cell { asker, parts, allowed: self.allows(asker, parts)? });
        let all =
            Asker::ALL.into_iter().flat_map(|asker| asked.iter().filter_map(move |(_, parts)| cell(asker, *parts)));
        all.collect()
    }

    /// `None` where the table says nothing: two records of the asker's own base that do not belong together.
    fn allows(&self, asker: Asker, parts: Parts) -> Option<bool> {
        let roles = match self.allowed {
            Allowed::Everyone => return Some(true),
            Allowed::SignedIn => return Some(asker.role.is_some()),
            Allowed::Roles(roles) => roles,
        };
        let Some(role) = asker.role.filter(|role| roles.contains(role)) else { return Some(false) };
        let named = |part: usize| self.names(part).then_some(parts[part]);
        let all_named = || (0..3).filter_map(named);
        match role {
            Role::Admin => Some(true),
            Role::Organisation => Some(all_named().all(|whose| whose == asker.of)),
            _ if !all_named().all(|whose| whose.shares_a_base_with(asker.of)) => Some(false),
            _ if named(1).zip(named(2)).is_some_and(|(organisation, record)| organisation != record) => None,
            _ => Some(true),
        }
    }

    fn names(&self, part: usize) -> bool {
        let text = format!("{}\n{}", self.address, self.sent.text());
        blanks(&text).any(|blank| part_of(blank) == Some(part))
    }

    pub(super) fn request(&self, world: &World, parts: Parts) -> Request<Body> {
        let accept = if self.kind == Kind::Page { "text/html" } else { "application/json" };
        let (kind, body) = self.sent.body(world, parts);
        let mut request = Request::builder().method(&self.method).uri(fill(self.address, world, parts));
        request = request.header(ACCEPT, accept);
        if !kind.is_empty() {
            request = request.header(CONTENT_TYPE, kind);
        }
        request.body(body.into()).unwrap()
    }
}

/// As [`Entry::route`], for whatever the program says that it answers.
pub(super) fn route(method: &Method, path: &str) -> String {
    let path = path.split('?').next().unwrap_or_default();
    let segments = path.split('/').map(|segment| if segment.starts_with('{') { "{}" } else { segment });
    format!("{method} {}", segments.collect::<Vec<_>>().join("/"))
}

impl Sent {
    const BOUNDARY: &str = "----a-form-of-a-test";

    /// Everything in which blanks are filled.
    fn text(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Form(text) | Self::Json(text) => text.to_owned(),
            Self::Multipart(fields, _) => fields.iter().flat_map(|(name, value)| [name, "=", value, "\n"]).collect(),
        }
    }

    /// Its media type and its bytes.
    fn body(self, world: &World, parts: Parts) -> (String, Vec<u8>) {
        let (fields, file) = match self {
            Self::Nothing => return (String::new(), Vec::new()),
            Self::Form(text) => {
                return ("application/x-www-form-urlencoded".to_owned(), fill(text, world, parts).into());
            }
            Self::Json(text) => return ("application/json".to_owned(), fill(text, world, parts).into()),
            Self::Multipart(fields, file) => (fields, file),
        };
        let head = |disposition: String| {
            format!("--{}\r\ncontent-disposition: form-data; {disposition}\r\n\r\n", Self::BOUNDARY)
        };
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(head(format!("name=\"{name}\"")).into_bytes());
            body.extend(format!("{}\r\n", fill(value, world, parts)).into_bytes());
        }
        if let Some((field, name, contents)) = file {
            body.extend(head(format!("name=\"{field}\"; filename=\"{name}\"")).into_bytes());
            body.extend([contents, b"\r\n"].concat());
        }
        body.extend(format!("--{}--\r\n", Self::BOUNDARY).into_bytes());
        (format!("multipart/form-data; boundary={}", Self::BOUNDARY), body)
    }
}

/// The names in braces. What else stands in braces, as in JSON, is none.
fn blanks(text: &str) -> impl Iterator<Item = &str> {
    let name = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0)).filter(name)
}

fn fill(text: &str, world: &World, parts: Parts) -> String {
    let mut filled = text.to_owned();
    for blank in blanks(text) {
        let whose = parts[part_of(blank).unwrap_or_default()];
        let value = world.place(whose).get(blank);
        let value = value.unwrap_or_else(|| panic!("the world holds no {{{blank}}}"));
        filled = filled.replace(&format!("{{{blank}}}"), value);
    }
    filled
}
