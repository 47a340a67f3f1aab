//! The frames of this area's pages.

use crate::{
    request::Request,
    ui::{
        frame::FrameData,
        nav::{Place, Tab},
    },
};

/// Times that belong to no base are told in the zone of the country.
pub(super) const ZONE: chrono_tz::Tz = chrono_tz::Asia::Shanghai;

pub(super) fn of_installation(request: &Request) -> FrameData {
    FrameData::new(request, &Place::Installation, Tab::Accounts, &[])
}

pub(crate) fn of_oneself(request: &Request) -> FrameData {
    // The navigation of the first of one's places, so that the way back is where it always is.
    let place = match &request.asker {
        Some(asker) => match asker.memberships().first() {
            Some(membership) => Place::of(membership),
            None if asker.is_admin() => Place::Installation,
            None => Place::Myself,
        },
        None => Place::Myself,
    };
    FrameData::new(request, &place, Tab::Me, &[])
}
