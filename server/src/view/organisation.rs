use chrono::NaiveDate;
use hatchboard::{
    incubation::store::IncubationRow,
    organisation::store::{File, Listed, PersonOfFile},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An organisation as the list has it. Telephone numbers are in no answer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationView {
    id: Uuid,
    name: String,
    /// 统一社会信用代码; `null` where it is not registered.
    code: Option<String>,
    /// `association`, `social_service`, `foundation` or `community`.
    kind: &'static str,
    /// How it stands with the bureau.
    standing: &'static str,
    district: String,
    contact_name: String,
    grade: Option<&'static str>,
    /// Where its incubation stands; `null` where it never had one.
    stage: Option<&'static str>,
    mode: Option<&'static str>,
    admitted_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
    /// The newest week that a report was filed for, such as `2026-W07`.
    last_report_week: Option<String>,
    strengths: Vec<String>,
    /// A proposal waits for the bureau.
    proposal_open: bool,
}

impl From<Listed> for OrganisationView {
    fn from(row: Listed) -> Self {
        Self {
            id: row.id,
            name: row.name,
            code: row.code,
            kind: row.kind.code(),
            standing: row.standing.code(),
            district: row.district,
            contact_name: row.contact_name,
            grade: row.grade.map(hatchboard::organisation::Grade::code),
            stage: row.stage.map(hatchboard::incubation::Stage::code),
            mode: row.mode.map(hatchboard::incubation::Mode::code),
            admitted_on: row.admitted_on,
            left_on: row.left_on,
            last_report_week: row.last_report_week,
            strengths: row.strengths,
            proposal_open: row.proposal_open,
        }
    }
}

/// One organisation, one file (一社一档), without telephone numbers and papers.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OrganisationFileView {
    id: Uuid,
    name: String,
    /// 统一社会信用代码; `null` where it is not registered.
    code: Option<String>,
    kind: &'static str,
    standing: &'static str,
    district: String,
    /// 登记管理机关
    registrar: String,
    /// 业务主管单位
    sponsor: String,
    /// 法定代表人
    legal_person: String,
    contact_name: String,
    /// 住所
    address: String,
    founded_on: Option<NaiveDate>,
    /// 业务范围
    scope: String,
    grade: Option<&'static str>,
    strengths: Vec<String>,
    stage: Option<&'static str>,
    mode: Option<&'static str>,
    admitted_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
    last_report_week: Option<String>,
    people: Vec<PersonView>,
    /// The newest first.
    incubations: Vec<IncubationView>,
}

/// Somebody who works for the organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PersonView {
    id: Uuid,
    name: String,
    position: String,
}

/// One incubation, open or over.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IncubationView {
    id: Uuid,
    mode: &'static str,
    stage: &'static str,
    admitted_on: NaiveDate,
    /// The last day of the agreed term.
    term_ends_on: Option<NaiveDate>,
    left_on: Option<NaiveDate>,
}

impl From<File> for OrganisationFileView {
    fn from(file: File) -> Self {
        let profile = file.profile;
        Self {
            id: file.id,
            name: profile.name,
            code: profile.code.map(|code| code.to_string()),
            kind: profile.kind.code(),
            standing: profile.standing.code(),
            district: profile.district,
            registrar: profile.registrar,
            sponsor: profile.sponsor,
            legal_person: profile.legal_person,
            contact_name: profile.contact_name,
            address: profile.address,
            founded_on: profile.founded_on,
            scope: profile.scope,
            grade: profile.grade.map(hatchboard::organisation::Grade::code),
            strengths: profile.strengths,
            stage: file.stage.map(hatchboard::incubation::Stage::code),
            mode: file.mode.map(hatchboard::incubation::Mode::code),
            admitted_on: file.admitted_on,
            left_on: file.left_on,
            last_report_week: file.last_report_week,
            people: file.people.into_iter().map(PersonView::from).collect(),
            incubations: file.incubations.into_iter().map(IncubationView::from).collect(),
        }
    }
}

impl From<PersonOfFile> for PersonView {
    fn from(person: PersonOfFile) -> Self {
        Self { id: person.id, name: person.name, position: person.position }
    }
}

impl From<IncubationRow> for IncubationView {
    fn from(row: IncubationRow) -> Self {
        Self {
            id: row.id,
            mode: row.mode.code(),
            stage: row.stage.code(),
            admitted_on: row.admitted_on,
            term_ends_on: row.term_ends_on,
            left_on: row.left_on,
        }
    }
}
