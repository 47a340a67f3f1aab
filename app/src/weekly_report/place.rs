//! The frame of an organisation's pages.

use hatchboard::{
    access::{Asker, SubjectReader},
    base::Base,
    rectification,
    weekly_report::store::queue::subject_counts,
};
use uuid::Uuid;

use super::{Author, fault};
use crate::{
    error::AppError,
    request::Request,
    ui::{
        frame::FrameData,
        nav::{Place, Tab},
    },
};

/// The organisation of the running page, for its staff.
pub(crate) fn of_organisation(request: &Request, author: &Author, organisation: Uuid) -> Place {
    let memberships = request.asker.as_ref().map(Asker::memberships).unwrap_or_default();
    let name = memberships
        .iter()
        .find(|membership| membership.organisation == Some(organisation))
        .and_then(|membership| membership.organisation_name.clone())
        .unwrap_or_default();
    Place::Organisation { id: organisation, name, base_is_demo: author.base.demo }
}

/// Its frame, with what waits counted beside the navigation.
pub(crate) async fn frame(request: &Request, author: &Author, place: &Place, tab: Tab) -> Result<FrameData, AppError> {
    let beside = beside(request, &author.base, &author.reader).await?;
    Ok(FrameData::new(request, place, tab, &beside))
}

/// What waits for an organisation, as it stands beside the entries of its navigation.
pub(crate) async fn beside(
    request: &Request,
    base: &Base,
    reader: &SubjectReader,
) -> Result<[(Tab, u32); 2], AppError> {
    let reports = subject_counts(&request.store, reader).await;
    let reports = reports.map_err(|error| fault::told(request.language, error))?;
    let faults = rectification::store::counts_of(&request.store, reader, base.day(request.now)).await;
    let faults = faults.map_err(|error| crate::rectification::told(error, request.language))?;
    Ok([(Tab::OurReports, reports.to_do), (Tab::OurRectifications, faults.open)])
}
