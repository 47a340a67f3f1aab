//! `hatchboard backup`, `hatchboard restore` and `hatchboard move`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use hatchboard::{
    access::System,
    audit::{self, Checkpoint},
    base::store::{NewBase, found},
    clock::Clock,
    evidence::Files,
    store::{Begun, Intent, Store},
};
use sea_orm::{ConnectionTrait, Database, FromQueryResult, JsonValue, Statement};
use support::{folder, hatchboard, run, text};
use tempfile::TempDir;
use uuid::Uuid;

/// An address for a new database in a folder, and where there is a server for tests, one on PostgreSQL.
async fn addresses(name: &str) -> Vec<String> {
    let mut addresses = vec![format!("sqlite://{name}/hatchboard.db")];
    if let Ok(server) = std::env::var("HATCHBOARD_TEST_POSTGRES") {
        let database = format!("test_{name}_{}", Uuid::now_v7().simple());
        let admin = Database::connect(&server).await.expect("the PostgreSQL server for tests answers");
        admin.execute_unprepared(&format!("CREATE DATABASE {database}")).await.expect("a database can be made");
        addresses.push(format!("{}/{database}", server.rsplit_once('/').expect("the address ends with a database").0));
    }
    addresses
}

/// As the tests open what the program opens by an address relative to its folder.
fn absolute(folder: &TempDir, address: &str) -> String {
    address.replace("sqlite://", &format!("sqlite://{}/", folder.path().display()))
}

/// A base, its audit chain and an attachment.
async fn fill(folder: &TempDir, address: &str) {
    if address.starts_with("sqlite:") {
        fs::create_dir_all(folder.path().join("before")).unwrap();
    }
    let store = Store::connect(&absolute(folder, address), Clock::system()).await.unwrap();
    store.migrate().await.unwrap();
    let actor = System::named("test");
    let Ok(Begun::Fresh(tx)) = store.begin(actor.actor(), Intent::once("test")).await else { panic!("a write begins") };
    let new = NewBase {
        slug: "zhuzhou".to_owned(),
        name: "株洲市社会组织孵化基地".to_owned(),
        short_code: "ZZ".to_owned(),
        operator_name: "运营方".to_owned(),
        bureau_name: "民政局".to_owned(),
        demo: false,
    };
    let base = found(&tx, actor.actor(), new).await.unwrap();
    tx.commit("").await.unwrap();
    let files = Files::in_folder(&folder.path().join("before-files")).unwrap();
    files.put(base.id, "a photo".into()).await.unwrap();
    store.close().await.unwrap();
}

/// Every row of every table, and how far the audit chains have come.
async fn everything(address: &str) -> (Vec<(String, Vec<String>)>, Vec<Checkpoint>) {
    let store = Store::connect(address, Clock::system()).await.unwrap();
    let rows = async |query: String| {
        let statement = Statement::from_string(store.backend(), query);
        JsonValue::find_by_statement(statement).all(store.read()).await.unwrap()
    };
    let names = if address.starts_with("sqlite:") {
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    } else {
        "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
    };
    let mut tables = Vec::new();
    for name in rows(names.to_owned()).await {
        let name = name["name"].as_str().expect("a table has a name").to_owned();
        let mut contents: Vec<String> =
            rows(format!("SELECT * FROM {name}")).await.iter().map(ToString::to_string).collect();
        contents.sort();
        tables.push((name, contents));
    }
    let heads = audit::checkpoints(&store).await.unwrap();
    for head in &heads {
        assert!(audit::verify(&store, &head.chain).await.unwrap().is_ok());
    }
    store.close().await.unwrap();
    (tables, heads)
}

fn program(folder: &TempDir, address: &str, files: &str, arguments: &[&str]) -> Result<String, String> {
    let mut command = hatchboard(folder, arguments);
    let output = run(command.env("DATABASE_URL", address).env("HATCHBOARD_FILES", files));
    if output.status.success() { Ok(text(&output.stdout)) } else { Err(text(&output.stderr)) }
}

fn files_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for base in fs::read_dir(folder).unwrap() {
        for file in fs::read_dir(base.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            files.push((path.strip_prefix(folder).unwrap().display().to_string(), fs::read(&path).unwrap()));
        }
    }
    files
}

#[tokio::test]
async fn what_was_backed_up_comes_back_row_for_row_and_file_for_file() {
    for (before, after) in addresses("before").await.into_iter().zip(addresses("after").await) {
        let folder = folder();
        fill(&folder, &before).await;
        program(&folder, &before, "before-files", &["backup", "backup.zip"]).unwrap();
        program(&folder, &after, "after-files", &["restore", "backup.zip"]).unwrap();

        let (there, back) =
            (everything(&absolute(&folder, &before)).await, everything(&absolute(&folder, &after)).await);
        assert!(there.0.iter().any(|(name, rows)| name == "audit_event" && !rows.is_empty()));
        assert_eq!(there, back, "{before}");
        let files = files_in(&folder.path().join("after-files"));
        assert_eq!(files.len(), 1);
        assert_eq!(files, files_in(&folder.path().join("before-files")));
    }
}

#[tokio::test]
async fn what_holds_the_base_is_for_its_owners_eyes_only() {
    let folder = folder();
    let (before, after) = ("sqlite://before/hatchboard.db", "sqlite://after/hatchboard.db");
    let alone = |paths: &[&str]| {
        for path in paths {
            let mode = fs::metadata(folder.path().join(path)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0, "{path} has the mode {mode:o}");
        }
    };
    program(&folder, before, "before-files", &["migrate"]).unwrap();
    alone(&["before", "before/hatchboard.db"]);
    fill(&folder, before).await;
    program(&folder, before, "before-files", &["backup", "backup.zip"]).unwrap();
    program(&folder, after, "after-files", &["restore", "backup.zip"]).unwrap();
    alone(&["before-files", "backup.zip", "after", "after/hatchboard.db", "after-files"]);
    for (file, _) in files_in(&folder.path().join("after-files")) {
        alone(&[format!("after-files/{file}").as_str()]);
    }
}

#[tokio::test]
async fn a_backup_is_restored_into_an_empty_place_only() {
    for before in addresses("before").await {
        let folder = folder();
        fill(&folder, &before).await;
        program(&folder, &before, "before-files", &["backup", "backup.zip"]).unwrap();
        let refusal = program(&folder, &before, "other-files", &["restore", "backup.zip"]).unwrap_err();
        assert!(refusal.contains("is not empty"), "{refusal}");
        let refusal =
            program(&folder, "sqlite://after/hatchboard.db", "before-files", &["restore", "backup.zip"]).unwrap_err();
        assert!(refusal.contains("before-files is not empty"), "{refusal}");
        assert!(!folder.path().join("after").exists());
    }
}

#[tokio::test]
async fn a_backup_is_never_written_over_another() {
    let folder = folder();
    let before = "sqlite://before/hatchboard.db";
    fill(&folder, before).await;
    fs::write(folder.path().join("backup.zip"), "an older one").unwrap();
    assert!(
        program(&folder, before, "before-files", &["backup", "backup.zip"]).unwrap_err().contains("exists already")
    );
    assert_eq!(fs::read(folder.path().join("backup.zip")).unwrap(), b"an older one");
}

#[tokio::test]
async fn a_damaged_backup_is_refused_and_nothing_is_left_of_it() {
    let folder = folder();
    let before = "sqlite://before/hatchboard.db";
    fill(&folder, before).await;
    program(&folder, before, "before-files", &["backup", "backup.zip"]).unwrap();
    let whole = fs::read(folder.path().join("backup.zip")).unwrap();
    let mut flipped = whole.clone();
    // Within the database, which is by far the largest part.
    let middle = whole.len() / 2;
    flipped[middle] ^= 1;
    for damaged in [&flipped[..], &whole[..whole.len() / 2], b"nonsense"] {
        fs::write(folder.path().join("damaged.zip"), damaged).unwrap();
        let refusal =
            program(&folder, "sqlite://after/hatchboard.db", "after-files", &["restore", "damaged.zip"]).unwrap_err();
        assert!(refusal.contains("damaged"), "{refusal}");
        assert!(!folder.path().join("after/hatchboard.db").exists());
        assert!(!folder.path().join("after-files").exists());
    }
}

#[tokio::test]
async fn a_backup_of_a_database_that_is_not_there_makes_none() {
    let folder = folder();
    assert!(program(&folder, "sqlite://nowhere/hatchboard.db", "files", &["backup", "backup.zip"]).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

/// An address where nobody is asked, since what is refused is refused before.
const NOWHERE: &str = "postgres://hatchboard@127.0.0.1:1/nowhere";

#[tokio::test]
async fn what_was_moved_to_the_other_kind_and_back_is_the_same_row_for_row() {
    let Some(between) = addresses("between").await.into_iter().nth(1) else { return };
    let (folder, before, after) = (folder(), "sqlite://before/hatchboard.db", "sqlite://after/hatchboard.db");
    fill(&folder, before).await;
    let said = program(&folder, before, "before-files", &["move", "--to", &between]).unwrap();
    let row = format!("{:<24} {:>9}", "audit_event", 1);
    for words in [row.as_str(), "all audit chains hold", "The attachments stay in before-files", between.as_str()] {
        assert!(said.contains(words), "{words} in: {said}");
    }
    assert!(!said.contains("株洲"), "nothing is shown of what is kept: {said}");

    let mut back = hatchboard(&folder, &["move", "--json"]);
    let back = run(back.env("DATABASE_URL", &between).env("HATCHBOARD_MOVE_TO", after));
    assert!(back.status.success(), "{}", text(&back.stderr));
    let said: JsonValue = serde_json::from_str(&text(&back.stdout)).unwrap();
    assert_eq!(said["from"], "postgresql");
    assert_eq!(said["to"], "sqlite");
    let (mut there, mut back) =
        (everything(&absolute(&folder, before)).await, everything(&absolute(&folder, after)).await);
    assert_eq!(said["audit"], serde_json::to_value(&back.1).unwrap());
    for (tables, _) in [&mut there, &mut back] {
        // It says when the database was made.
        tables.retain(|(name, _)| name != "seaql_migrations");
    }
    assert_eq!(there, back);
}

#[test]
fn an_address_that_is_none_is_not_repeated_with_its_password() {
    let folder = folder();
    let mut command = hatchboard(&folder, &["move"]);
    let refusal = run(command.env("HATCHBOARD_MOVE_TO", "postgres//hatchboard:hush@db/base"));
    let said = text(&refusal.stderr);
    assert!(!refusal.status.success() && said.contains("--to") && !said.contains("hush"), "{said}");
}

#[tokio::test]
async fn a_move_that_cannot_be_is_refused_before_anything_is_made() {
    let folder = folder();
    let before = "sqlite://before/hatchboard.db";
    fill(&folder, before).await;
    let held = Store::connect(&absolute(&folder, before), Clock::system()).await.unwrap();
    assert!(!held.is_empty().await.unwrap());
    // What is moved, where to, and what is said.
    let table = [
        (before, "sqlite://after/hatchboard.db", "a move goes from SQLite to the other kind of database"),
        (NOWHERE, "postgres://hatchboard@127.0.0.1:1/other", "a move goes from PostgreSQL to the other kind"),
        ("sqlite://nowhere/hatchboard.db", NOWHERE, "there is no database at"),
        (before, "mysql://hatchboard@127.0.0.1/base", "is neither sqlite://FILE nor postgres://"),
        (before, NOWHERE, "hatchboard.db is in use: stop the program"),
    ];
    for (from, to, said) in table {
        let refusal = program(&folder, from, "before-files", &["move", "--to", to]).unwrap_err();
        assert!(refusal.contains(said), "{said} in: {refusal}");
    }
    held.close().await.unwrap();
    let refusal = program(&folder, before, "before-files", &["move"]).unwrap_err();
    assert!(refusal.contains("--to"), "{refusal}");
    let mut command = hatchboard(&folder, &["move", "--to", NOWHERE]);
    let refusal = run(command.env("DATABASE_URL", before).env("HATCHBOARD_MOVE_FROM", "elsewhere"));
    assert!(text(&refusal.stderr).contains("`move_from` is no key"), "{}", text(&refusal.stderr));
    let mut made: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    made.sort();
    assert_eq!(made, ["before", "before-files"]);
}
