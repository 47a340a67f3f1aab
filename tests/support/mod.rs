//! A fresh database for each test: a SQLite file always, a PostgreSQL database where `HATCHBOARD_TEST_POSTGRES`
//! names a server to make it on.

#![allow(dead_code, reason = "each test program uses a part of it")]

use std::{env, fs, path::PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use hatchboard::{
    access::System,
    audit::Deed,
    base::{Base, store::NewBase},
    clock::Clock,
    evidence::{Files, store::Upload},
    organisation::entity::organisation,
    store::{Begun, Intent, Store},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait, Database, DbBackend, EntityTrait};
use tokio::sync::OnceCell;
use uuid::Uuid;

/// A store that is thrown away after the test.
pub(crate) struct TestStore {
    store: Store,
    place: Place,
}

enum Place {
    File(PathBuf),
    Postgres { server: String, name: String },
}

impl std::ops::Deref for TestStore {
    type Target = Store;
    fn deref(&self) -> &Store {
        &self.store
    }
}

/// When every test begins, unless it sets its clock.
pub(crate) fn beginning() -> DateTime<Utc> {
    "2026-03-02T01:00:00Z".parse().expect("a time")
}

/// Runs a test on each database that there is; says on which one it fails.
pub(crate) async fn on_every_database<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let mut places = vec![Place::migrated_file().await];
    places.extend(Place::migrated_postgres().await);
    on_each(places, test).await;
}

/// The same, with nothing in it yet.
pub(crate) async fn on_every_blank_database<F: Future<Output = ()>>(test: impl Fn(Store) -> F) {
    let mut places = vec![Place::file()];
    places.extend(Place::postgres(None).await);
    on_each(places, test).await;
}

#[expect(clippy::print_stdout, reason = "shown with a failure")]
async fn on_each<F: Future<Output = ()>>(places: Vec<Place>, test: impl Fn(Store) -> F) {
    for place in places {
        let store = TestStore::blank(place).await;
        println!("on {}", store.place.name());
        test(store.store.clone()).await;
        store.throw_away().await;
    }
}

impl Place {
    fn file() -> Self {
        Self::File(env::temp_dir().join(format!("hatchboard-test-{}.db", Uuid::now_v7().simple())))
    }

    /// A database of that server, with nothing in it or as another one is.
    async fn postgres(like: Option<&str>) -> Option<Self> {
        let server = env::var("HATCHBOARD_TEST_POSTGRES").ok()?;
        let name = format!("test_{}", Uuid::now_v7().simple());
        let admin = Database::connect(&server).await.expect("the PostgreSQL server for tests answers");
        let like = like.map(|like| format!(" TEMPLATE {like}")).unwrap_or_default();
        admin.execute_unprepared(&format!("CREATE DATABASE {name}{like}")).await.expect("a database can be made");
        admin.close().await.expect("the connection closes");
        Some(Self::Postgres { server, name })
    }

    /// A copy of a file that was migrated once for all tests of this program.
    async fn migrated_file() -> Self {
        static CONTENTS: OnceCell<Vec<u8>> = OnceCell::const_new();
        let contents = CONTENTS.get_or_init(|| async {
            let place = Self::file();
            place.migrate().await;
            let Self::File(path) = &place else { unreachable!("it is a file") };
            let contents = fs::read(path).expect("the file was made");
            fs::remove_file(path).expect("nobody has it open");
            contents
        });
        let place = Self::file();
        if let Self::File(path) = &place {
            fs::write(path, contents.await).expect("there is room for it");
        }
        place
    }

    /// A copy of a database that was migrated once for all tests of this program; it goes with its server.
    async fn migrated_postgres() -> Option<Self> {
        static NAME: OnceCell<Option<String>> = OnceCell::const_new();
        let like = NAME.get_or_init(|| async {
            let place = Self::postgres(None).await?;
            place.migrate().await;
            match place {
                Self::Postgres { name, .. } => Some(name),
                Self::File(_) => None,
            }
        });
        Self::postgres(Some(like.await.as_deref()?)).await
    }

    async fn migrate(&self) {
        let store = Store::connect(&self.address(), Clock::system()).await.expect("the database opens");
        store.clock().set(beginning());
        store.migrate().await.expect("the database migrates");
        store.close().await.expect("the store closes");
    }

    fn name(&self) -> &'static str {
        match self {
            Self::File(_) => "SQLite",
            Self::Postgres { .. } => "PostgreSQL",
        }
    }

    fn address(&self) -> String {
        match self {
            Self::File(path) => format!("sqlite://{}", path.display()),
            Self::Postgres { server, name } => {
                let (server, _) = server.rsplit_once('/').expect("the address ends with a database");
                format!("{server}/{name}")
            }
        }
    }
}

impl TestStore {
    async fn blank(place: Place) -> Self {
        let store = Store::connect(&place.address(), Clock::system()).await.expect("the database opens");
        store.clock().set(beginning());
        Self { store, place }
    }

    /// Another database, with nothing in it yet: of the other kind, where there are both.
    pub(crate) async fn beside(store: &Store) -> Self {
        let postgres = if store.backend() == DbBackend::Postgres { None } else { Place::postgres(None).await };
        Self::blank(postgres.unwrap_or_else(Place::file)).await
    }

    pub(crate) async fn throw_away(self) {
        self.store.close().await.expect("the store closes");
        match self.place {
            Place::File(path) => {
                for suffix in ["", "-wal", "-shm"] {
                    let _ = fs::remove_file(format!("{}{suffix}", path.display()));
                }
            }
            Place::Postgres { server, name } => {
                let admin = Database::connect(&server).await.expect("the PostgreSQL server for tests answers");
                admin
                    .execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)"))
                    .await
                    .expect("the database goes");
                admin.close().await.expect("the connection closes");
            }
        }
    }
}

/// A folder for files, and a paper to be kept in it.
pub(crate) fn files() -> (Files, PathBuf) {
    let folder = env::temp_dir().join(format!("hatchboard-files-{}", Uuid::now_v7().simple()));
    (Files::in_folder(&folder).expect("a folder"), folder)
}

pub(crate) fn paper(name: &str) -> Upload {
    Upload { name: name.to_owned(), contents: format!("%PDF-1.7\n{name}\n%%EOF\n").into() }
}

/// Moves the clock of a store on.
pub(crate) fn pass(store: &Store, time: TimeDelta) {
    store.clock().set(store.now() + time);
}

/// The program itself, as tests act.
pub(crate) fn system() -> System {
    System::named("test")
}

/// Founds a base.
pub(crate) async fn base(store: &Store, slug: &str) -> Base {
    let Begun::Fresh(tx) = store.begin(system().actor(), Intent::once("test.base")).await.expect("a write") else {
        unreachable!("an intent of its own is fresh")
    };
    let new = NewBase {
        slug: slug.to_owned(),
        name: format!("{slug} 孵化基地"),
        short_code: "ZZ".to_owned(),
        operator_name: "运营中心".to_owned(),
        bureau_name: "民政局".to_owned(),
        demo: false,
    };
    let base = hatchboard::base::store::found(&tx, system().actor(), new).await.expect("a base");
    tx.commit("").await.expect("a commit");
    base
}

/// Registers an organisation with a name and nothing else.
pub(crate) async fn organisation(store: &Store, base: &Base, name: &str) -> Uuid {
    let Begun::Fresh(tx) = store.begin(system().actor(), Intent::once("test.organisation")).await.expect("a write")
    else {
        unreachable!("an intent of its own is fresh")
    };
    let id = Uuid::now_v7();
    let text = || Set(String::new());
    let row = organisation::ActiveModel {
        id: Set(id),
        base_id: Set(base.id),
        name: Set(name.to_owned()),
        initials: text(),
        code: Set(None),
        kind: Set("association".to_owned()),
        standing: Set("registered".to_owned()),
        district: text(),
        registrar: text(),
        sponsor: text(),
        legal_person: text(),
        contact_name: text(),
        contact_phone: text(),
        address: text(),
        founded_on: Set(None),
        scope: text(),
        grade: Set(None),
        stage: Set("incubating".to_owned()),
        mode: Set(None),
        admitted_on: Set(None),
        left_on: Set(None),
        last_report_week: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        row_version: Set(1),
    };
    organisation::Entity::insert(row).exec_without_returning(tx.db()).await.expect("an organisation");
    tx.audit(base.id, system().actor(), Deed::OrganisationRegistered, &id.to_string(), &name);
    tx.commit("").await.expect("a commit");
    id
}
