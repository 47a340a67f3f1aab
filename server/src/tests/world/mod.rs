//! Two bases with the same records in each. The world is made once; every deed gets a copy of it.

mod assessment;
mod base;
mod bureau_line;
mod card;
mod follow_up;
mod organisation;
mod people;
mod plan;
mod record;
mod rectification;
mod reminder;
mod service;
mod survey;
mod target;
mod workbook;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use chrono::{DateTime, Utc};
use hatchboard::{
    access::System,
    clock::Clock,
    evidence::Files,
    period::Week,
    store::{Begun, Intent, Store, WriteTx},
    weekly_report::Draft,
};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::asker::Asker;

pub(super) use base::REGISTER;
pub(super) use bureau_line::PAST_THE_OPERATOR;
pub(super) use organisation::PAPER;
pub(super) use people::{hand_out, hash, open_session};

/// The password of everybody.
const PASSWORD: &str = "heron-lantern-7-quarry";

/// To whom a record belongs, seen from our organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Ours,
    /// Another organisation of our base.
    Sibling,
    /// An organisation of another base, and that base.
    Foreign,
}

impl Whose {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Sibling => "sibling",
            Self::Foreign => "foreign",
        }
    }

    pub(super) fn shares_a_base_with(self, other: Self) -> bool {
        (self == Self::Foreign) == (other == Self::Foreign)
    }
}

/// What the blanks of a request are filled with: `{org}`, `{report}` and the like.
pub(super) type Place = BTreeMap<&'static str, String>;

pub(super) struct World {
    /// The database and the files behind its records, relative to their folder.
    files: Vec<(PathBuf, Vec<u8>)>,
    places: [Place; 3],
}

static WORLD: OnceCell<World> = OnceCell::const_new();

impl World {
    pub(super) async fn get() -> &'static Self {
        WORLD.get_or_init(Self::make).await
    }

    pub(super) fn place(&self, whose: Whose) -> &Place {
        &self.places[whose as usize]
    }

    /// A copy, in a folder of its own.
    pub(super) fn copy(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, contents) in &self.files {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, contents).unwrap();
        }
        folder
    }

    async fn make() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let maker = Maker::begin(folder.path()).await;
        let (here, of_here) = base::make(&maker, "zhuzhou").await;
        let (there, of_there) = base::make(&maker, "liling").await;
        let mut places = [of_here.clone(), of_here, of_there];
        for place in &mut places {
            place.extend(constants());
        }
        for (place, (base, name)) in places.iter_mut().zip([(&here, "春晖"), (&here, "晨曦"), (&there, "渌江")]) {
            place.extend(organisation::make(&maker, base, name).await);
        }
        for base in [&here, &there] {
            for (subject, named) in assessment::make(&maker, base).await {
                let subject = subject.to_string();
                let of_it = places.iter_mut().filter(|place| place.get("org") == Some(&subject));
                of_it.for_each(|place| place.extend(named.clone()));
            }
        }
        people::make(&maker, [here.id, here.id, there.id], &mut places).await;
        workbook::make(&maker, [here.id, here.id, there.id], &mut places).await;
        maker.store.close().await.unwrap();
        let mut files = Vec::new();
        pack(folder.path(), folder.path(), &mut files);
        Self { files, places }
    }
}

/// Where the database of a folder is.
pub(super) fn database(folder: &Path) -> String {
    format!("sqlite://{}/hatchboard.db", folder.display())
}

/// Opens a folder's installation at the time at which every test begins: a Thursday, ten o'clock.
pub(super) async fn open(folder: &Path) -> (Store, Files) {
    let store = Store::connect(&database(folder), Clock::system()).await.unwrap();
    let now: DateTime<Utc> = "2026-04-09T02:00:00Z".parse().unwrap();
    store.clock().set(now);
    (store, Files::in_folder(&folder.join("files")).unwrap())
}

fn pack(root: &Path, folder: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            pack(root, &path, files);
        } else {
            files.push((path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap()));
        }
    }
}

/// What the world is made with.
struct Maker {
    store: Store,
    files: Files,
    system: System,
}

impl Maker {
    async fn begin(folder: &Path) -> Self {
        let (store, files) = open(folder).await;
        store.migrate().await.unwrap();
        Self { store, files, system: System::named("test") }
    }

    async fn write(&self) -> WriteTx {
        match self.store.begin(self.system.actor(), once()).await.unwrap() {
            Begun::Fresh(tx) => tx,
            Begun::Done(_) => unreachable!("an intent of its own is fresh"),
        }
    }
}

fn once() -> Intent {
    Intent::once("test")
}

fn week(text: &str) -> Week {
    text.parse().unwrap()
}

/// The required fields and no more.
fn report() -> Draft {
    Draft {
        done: "走访".to_owned(),
        activities_count: "2".to_owned(),
        attendances: "60".to_owned(),
        help_kind: "none".to_owned(),
        ..Draft::default()
    }
}

/// What is the same everywhere.
fn constants() -> Place {
    Place::from([
        ("month", "2026-04".to_owned()),
        ("past_month", "2026-03".to_owned()),
        ("behalf_month", "2026-06".to_owned()),
        ("open_week", "2026-W15".to_owned()),
        ("filed_week", "2026-W14".to_owned()),
        ("behalf_week", "2026-W12".to_owned()),
        ("silent_week", "2026-W10".to_owned()),
        ("year", "2026".to_owned()),
        ("card", "organisation".to_owned()),
        ("quarter", "2026-Q1".to_owned()),
        ("quarter_sealed", "2024-Q3".to_owned()),
        ("password", PASSWORD.to_owned()),
        ("any_link", "0195f0a0-0000-7000-8000-000000000000".to_owned()),
        ("draft", serde_json::to_string(&report()).unwrap()),
    ])
}

/// Which part of a request a blank is: the base that it names, the organisation, or the record; none for what is the
/// same everywhere.
pub(super) fn part_of(blank: &str) -> Option<usize> {
    match blank {
        "base" => Some(0),
        "org" => Some(1),
        other if constants().contains_key(other) => None,
        _ => Some(2),
    }
}

/// The token of somebody's program, for all areas.
pub(super) fn api_token(asker: Asker) -> String {
    people::api_token(&token(asker))
}

/// The token of somebody's session.
pub(super) fn token(asker: Asker) -> String {
    format!("session-of-{}", asker.name())
}
