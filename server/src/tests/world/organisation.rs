//! The records of one organisation.

use hatchboard::{
    access::{Manager, Member},
    base::Base,
    evidence::store::{Place as Attached, Upload, attach},
    incubation::{
        Entry, Mode,
        entity::{incubation, stage_change},
    },
    organisation::{
        ProfileText,
        entity::organisation,
        store::{ContactKeeper, NewOrganisation, PersonText, add_person, create},
    },
    weekly_report::{
        Field,
        entity::{filing_exception, weekly_report},
        store::{
            Reviewer, Sending, Sent, Subject,
            draft::{Saved, save},
            exception::{NewException, Periods, Relief, Whom, give},
            filing::submit,
            review::{Seen, Terms, accept, reopen},
        },
    },
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

use super::{Maker, Place, bureau_line, follow_up, once, plan, record, rectification, report, service, week};

/// A paper that every reader of PDF opens to nothing.
pub(in crate::tests) const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// One red pixel.
const PHOTO: [u8; 69] = [
    0x89, b'P', b'N', b'G', 13, 10, 26, 10, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0,
    0x90, 0x77, 0x53, 0xDE, 0, 0, 0, 12, b'I', b'D', b'A', b'T', 0x78, 0xDA, 0x63, 0xF8, 0xCF, 0xC0, 0, 0, 3, 1, 1, 0,
    0xF7, 0x03, 0x41, 0x43, 0, 0, 0, 0, b'I', b'E', b'N', b'D', 0xAE, 0x42, 0x60, 0x82,
];

pub(super) async fn make(maker: &Maker, base: &Base, name: &str) -> Place {
    let manager = maker.system.manager(base.id);
    let org = register(maker, &manager, name, false).await;
    follow_up::hatched_before(maker, &manager, org).await;
    let member = maker.system.member(base.id, org);
    let (incubation, incubation_version) = incubation_of(maker, org).await;
    let mut place = Place::from([
        ("org", org.to_string()),
        ("admission", admission_of(maker, incubation).await.to_string()),
        ("incubation", incubation.to_string()),
        ("incubation_version", incubation_version.to_string()),
        ("exception", excused(maker, &manager, org).await.to_string()),
    ]);
    place.extend(file_of(maker, &member).await);
    place.extend(weeks(maker, &manager, &member).await);
    let on_behalf = Subject::on_behalf(&maker.store, &manager, org).await.unwrap();
    place.extend(plan::of_organisation(maker, &Subject::from(&member), &on_behalf, &Reviewer::from(&manager)).await);
    place.extend(bureau_line::of_organisation(maker, &member).await);
    place.extend(service::of_organisation(maker, &member, &manager).await);
    place.extend(rectification::of_organisation(maker, &member, &manager).await);
    place.extend(follow_up::of_organisation(maker, &manager, org).await);
    place.extend(record::of_organisation(maker, &manager, org).await);
    // At last, when nothing touches its row any more.
    let row = organisation::Entity::find_by_id(org).one(maker.store.read()).await.unwrap().unwrap();
    place.insert("org_version", row.row_version.to_string());
    place
}

/// Registers an organisation, admitted in January or not at all.
pub(super) async fn register(maker: &Maker, manager: &Manager, name: &str, admitted: bool) -> Uuid {
    let text = |text: &str| text.to_owned();
    let profile = ProfileText {
        name: text(name),
        kind: text("community"),
        standing: text("filed"),
        contact_name: text("周敏"),
        contact_phone: text("12912345678"),
        ..ProfileText::default()
    };
    let on = "2026-01-05".parse().unwrap();
    let incubation = admitted.then(|| Entry::incubating(Mode::InShell, on));
    let new = NewOrganisation { profile, incubation, reason: text("协议") };
    let today = "2026-04-09".parse().unwrap();
    create(&maker.store, manager, new, today, once()).await.unwrap().parse().unwrap()
}

pub(super) async fn incubation_of(maker: &Maker, organisation: Uuid) -> (Uuid, i32) {
    let of_it = incubation::Column::OrganisationId.eq(organisation);
    let newest = incubation::Entity::find().filter(of_it).order_by_desc(incubation::Column::Id);
    let row = newest.one(maker.store.read()).await.unwrap().unwrap();
    (row.id, row.row_version)
}

/// The step with which an incubation began.
async fn admission_of(maker: &Maker, incubation: Uuid) -> Uuid {
    let first = stage_change::Column::IncubationId.eq(incubation);
    let first = stage_change::Entity::find().filter(first).order_by_asc(stage_change::Column::Seq);
    first.one(maker.store.read()).await.unwrap().unwrap().id
}

/// One of its people, and one of its papers.
async fn file_of(maker: &Maker, member: &Member) -> Place {
    let person = PersonText { name: "林静".to_owned(), phone: "12987654321".to_owned(), ..PersonText::default() };
    let person = add_person(&maker.store, &ContactKeeper::from(member), person, once()).await.unwrap();
    let upload = Upload { name: "章程.pdf".to_owned(), contents: PAPER.into() };
    let subject = Subject::from(member);
    let paper = attach(&maker.store, &maker.files, &subject, Attached::Papers, upload, once()).await.unwrap();
    Place::from([("person", person), ("paper", paper.to_string())])
}

/// A week that waits for its review, with a photo; one that has been accepted, one that is open again; one that the
/// operator has filed; and one that is being written.
async fn weeks(maker: &Maker, manager: &Manager, member: &Member) -> Place {
    let own = Subject::from(member);
    let upload = Upload { name: "photo.png".to_owned(), contents: PHOTO.to_vec().into() };
    let place = Attached::Week(week("2026-W14"));
    let photo = attach(&maker.store, &maker.files, &own, place, upload, once()).await.unwrap();
    let submitted = file(maker, &own, "2026-W14").await;
    let accepted = accepted(maker, &own, &Reviewer::from(manager), "2026-W13").await;
    let reopened = reopened(maker, &own, &Reviewer::from(manager), "2026-W09").await;
    let on_behalf = Subject::on_behalf(&maker.store, manager, member.organisation()).await.unwrap();
    file(maker, &on_behalf, "2026-W12").await;
    Place::from([
        ("photo", photo.to_string()),
        ("report", submitted.to_string()),
        ("report_version", version_of(maker, submitted).await.to_string()),
        ("accepted", accepted.to_string()),
        ("accepted_version", version_of(maker, accepted).await.to_string()),
        ("reopened", reopened.to_string()),
        ("reopened_version", version_of(maker, reopened).await.to_string()),
        ("draft_version", draft(maker, &own, "2026-W15").await.to_string()),
    ])
}

pub(super) async fn file(maker: &Maker, subject: &Subject, of: &str) -> Uuid {
    let seen = draft(maker, subject, of).await;
    let sending = Sending { typed: report(), seen, on_device_at: None };
    match submit(&maker.store, subject, week(of), sending, once()).await.unwrap() {
        Sent::Filed(receipt) => receipt.report,
        Sent::Stale(stale) => panic!("nobody else writes: {stale:?}"),
    }
}

pub(super) async fn accepted(maker: &Maker, subject: &Subject, reviewer: &Reviewer, of: &str) -> Uuid {
    let report = file(maker, subject, of).await;
    let seen = Seen { report, row_version: version_of(maker, report).await };
    accept(&maker.store, reviewer, seen, once()).await.unwrap();
    report
}

/// It was accepted, and may be changed again.
pub(super) async fn reopened(maker: &Maker, subject: &Subject, reviewer: &Reviewer, of: &str) -> Uuid {
    let report = accepted(maker, subject, reviewer, of).await;
    let seen = Seen { report, row_version: version_of(maker, report).await };
    let until = "2026-04-12T10:00:00Z".parse().unwrap();
    let terms = Terms { reason: "人次有误".to_owned(), scope: vec![Field::Attendances], until };
    reopen(&maker.store, reviewer, seen, terms, once()).await.unwrap();
    report
}

/// Saves the words of a week, and gives their version.
pub(super) async fn draft(maker: &Maker, subject: &Subject, of: &str) -> i32 {
    let seen = hatchboard::weekly_report::store::draft::open(&maker.store, subject, week(of)).await.unwrap();
    match save(&maker.store, subject, week(of), &report(), seen.draft_version).await.unwrap() {
        Saved::Kept { version, .. } => version,
        Saved::Stale(stale) => panic!("nobody else writes: {stale:?}"),
    }
}

pub(super) async fn version_of(maker: &Maker, report: Uuid) -> i32 {
    weekly_report::Entity::find_by_id(report).one(maker.store.read()).await.unwrap().unwrap().row_version
}

/// An excuse for a week of which nothing was filed.
async fn excused(maker: &Maker, manager: &Manager, organisation: Uuid) -> Uuid {
    let new = NewException {
        whom: Whom::These(vec![organisation]),
        periods: Periods::Weeks(vec![week("2026-W11")]),
        relief: Relief::Excuse,
        reason: "搬迁".to_owned(),
        proof: String::new(),
    };
    give(&maker.store, &Reviewer::from(manager), &new, once()).await.unwrap();
    let of_it = filing_exception::Column::SubjectId.eq(organisation);
    filing_exception::Entity::find().filter(of_it).one(maker.store.read()).await.unwrap().unwrap().id
}
