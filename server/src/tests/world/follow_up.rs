//! The follow-ups of an organisation.

use hatchboard::{
    access::Manager,
    evidence::store::{Place as Attached, Upload, attach},
    follow_up::{
        Draft, NewSignal,
        store::{Saved, Which, answer_by_link, ask, file, open, raise, save},
    },
    incubation::{EnteredAs, Entry, Mode, Term, store::begin},
    weekly_report::store::Subject,
};
use uuid::Uuid;

use super::{Maker, PAPER, Place, once};

/// An organisation that hatched last October, and has been back in the base since January.
pub(super) async fn hatched_before(maker: &Maker, manager: &Manager, organisation: Uuid) {
    let hatched = Entry {
        mode: Mode::InShell,
        admitted_on: "2024-09-02".parse().unwrap(),
        term: Term::default(),
        stands: EnteredAs::Hatched { on: "2025-10-01".parse().unwrap() },
    };
    let back = Entry::incubating(Mode::InShell, "2026-01-05".parse().unwrap());
    for entry in [hatched, back] {
        begin(&maker.store, manager, organisation, &entry, "协议", once()).await.unwrap();
    }
}

/// An extra visit that is being written, and one that waits for the organisation's word.
pub(super) async fn of_organisation(maker: &Maker, manager: &Manager, organisation: Uuid) -> Place {
    let written = raised(maker, manager, organisation).await;
    let saved = save(&maker.store, manager, organisation, Which::Kept(written), &draft(&[]), 0).await.unwrap();
    assert!(matches!(saved, Saved::Kept { version: 1, .. }), "{saved:?}");
    let upload = Upload { name: "现场.pdf".to_owned(), contents: PAPER.into() };
    let subject = Subject::on_behalf(&maker.store, manager, organisation).await.unwrap();
    let place = Attached::FollowUp(written);
    let photo = attach(&maker.store, &maker.files, &subject, place, upload, once()).await.unwrap();
    let (asked, answered) = (raised(maker, manager, organisation).await, raised(maker, manager, organisation).await);
    let questionnaire = by_link(maker, manager, organisation, asked).await;
    let sent = by_link(maker, manager, organisation, answered).await;
    answer_by_link(&maker.store, &sent, "邓兰", &draft(&[]), once()).await.unwrap();
    let filed = raised(maker, manager, organisation).await;
    let needy = [("help", "换场地"), ("help_owner", "周敏"), ("help_due", "2026-12-31")];
    file(&maker.store, manager, organisation, Which::Kept(filed), &draft(&needy), 0, once()).await.unwrap();
    let reader = manager.as_reader().of(organisation);
    let page = open(&maker.store, &reader, Which::Kept(filed)).await.unwrap();
    Place::from([
        ("follow_up", written.to_string()),
        ("questionnaire", questionnaire),
        ("answered_follow_up", answered.to_string()),
        ("visit_photo", photo.to_string()),
        ("filed_follow_up", filed.to_string()),
        ("filed_follow_up_version", page.line.record.unwrap().row_version.to_string()),
    ])
}

/// The link of a questionnaire.
async fn by_link(maker: &Maker, manager: &Manager, organisation: Uuid, visit: Uuid) -> String {
    ask(&maker.store, manager, organisation, Which::Kept(visit), once()).await.unwrap();
    let reader = manager.as_reader().of(organisation);
    open(&maker.store, &reader, Which::Kept(visit)).await.unwrap().questionnaire.unwrap().token
}

async fn raised(maker: &Maker, manager: &Manager, organisation: Uuid) -> Uuid {
    let signal = NewSignal { signal: "abnormal_list".to_owned(), note: "公示名录".to_owned() };
    raise(&maker.store, manager, organisation, &signal, once()).await.unwrap()
}

/// What stands in a form, with more.
fn draft(more: &[(&str, &str)]) -> Draft {
    let typed = [
        ("on", "2026-04-09"),
        ("method", "phone"),
        ("visitor", "周敏"),
        ("outcome", "steady"),
        ("summary", "正常"),
        ("activity", "每周活动"),
    ];
    Draft::of(typed.iter().chain(more).map(|(name, text)| ((*name).to_owned(), (*text).to_owned())))
}
