//! Where one is and as what, and which pages are one tap away from there.

mod group;
mod place;
mod tab;

pub use group::Group;
pub use place::Place;
pub use tab::Tab;

use hatchboard::access::Asker;

use super::{
    frame::{FrameData, MenuActions, NavItem, PlaceLink},
    words,
};
use crate::{Language, request::Request};

impl FrameData {
    /// The frame of a page at `place`, under `tab`. `counts` are the numbers beside entries.
    pub fn new(request: &Request, place: &Place, tab: Tab, counts: &[(Tab, u32)]) -> Self {
        let language = request.language;
        let offered = place.tabs().iter().filter(|&&entry| place.offers(entry, request.asker.as_ref()));
        let nav = offered.map(|&entry| NavItem {
            href: place.href(entry),
            label: entry.words(language).to_owned(),
            count: counts.iter().find(|(counted, _)| *counted == entry).map(|(_, count)| *count),
            icon: entry.icon(),
            current: entry == tab,
            group: place.group(entry),
        });
        let done = crate::request::query().into_iter().find(|(name, _)| name == "done").map(|(_, code)| code);
        Self {
            place_name: place.name(language),
            role: place.role().map(|role| words::role(language, role).to_owned()).unwrap_or_default(),
            home: place.path(),
            search: matches!(place, Place::Base { .. } | Place::Organisation { .. }).then(|| place.href(Tab::Search)),
            search_hint: match place {
                Place::Organisation { .. } => words::find_hint_ours(language),
                _ => words::find_hint(language),
            },
            nav: nav.collect(),
            crumbs: Vec::new(),
            places: request.asker.as_ref().map(|asker| places(asker, place, language)).unwrap_or_default(),
            person: request.asker.as_ref().map(|asker| asker.display_name().to_owned()).unwrap_or_default(),
            unread: request.asker.as_ref().map(Asker::unread),
            language,
            theme: request.theme,
            demo: place.is_demo(),
            warnings: Vec::new(),
            done,
            actions: MenuActions::default(),
            keys: Vec::new(),
        }
    }
}

/// Every place where the person has something to do, the present one marked.
fn places(asker: &Asker, here: &Place, language: Language) -> Vec<PlaceLink> {
    let mut links: Vec<PlaceLink> = asker
        .memberships()
        .iter()
        .map(|membership| {
            let (href, name) = match (membership.organisation, &membership.organisation_name) {
                (Some(id), Some(name)) => (format!("/o/{id}"), name.clone()),
                _ => (format!("/b/{}", membership.base_slug), membership.base_name.clone()),
            };
            let role = words::role(language, membership.role).to_owned();
            let current = href == here.path() && here.role() == Some(membership.role);
            PlaceLink { href, name, role, current }
        })
        .collect();
    if asker.is_admin() {
        let here = *here == Place::Installation;
        links.push(PlaceLink {
            href: "/admin".to_owned(),
            name: words::installation(language).to_owned(),
            role: words::role_admin(language).to_owned(),
            current: here,
        });
    }
    links
}
