//! What an installation is told, by file, environment and flag.

mod support;

use std::fs;

use support::{folder, hatchboard, run, text};

/// What `serve` says to a wrong value.
fn refusal(environment: &[(&str, &str)], arguments: &[&str], file: &str) -> String {
    let folder = folder();
    if !file.is_empty() {
        fs::write(folder.path().join("hatchboard.toml"), file).unwrap();
    }
    let output = run(hatchboard(&folder, &[&["serve"], arguments].concat()).envs(environment.iter().copied()));
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(!folder.path().join("data").exists(), "nothing is made before the configuration is known to be right");
    text(&output.stderr)
}

fn printed(environment: &[(&str, &str)], arguments: &[&str], file: &str) -> String {
    let folder = folder();
    fs::write(folder.path().join("hatchboard.toml"), file).unwrap();
    let arguments = [&["serve", "--print-config"], arguments].concat();
    let output = run(hatchboard(&folder, &arguments).envs(environment.iter().copied()));
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

#[test]
fn a_wrong_value_is_named_by_its_key_and_its_source() {
    // Environment, flags, file, and what the error names.
    type Case<'c> = (&'c [(&'c str, &'c str)], &'c [&'c str], &'c str, &'c [&'c str]);
    let table: [Case; 15] = [
        (&[("HATCHBOARD_ADDR", "nowhere")], &[], "", &["`addr`", "HATCHBOARD_ADDR"]),
        (&[("DATABASE_URL", "mysql://user:hush@host/base")], &[], "", &["`database_url`", "DATABASE_URL"]),
        (&[("DATABASE_URL", "sqlite::memory:")], &[], "", &["`database_url`"]),
        (&[("HATCHBOARD_TRUSTED_PROXIES", "10.0.0.0/8, proxy")], &[], "", &["`trusted_proxies`", "`proxy`"]),
        (&[("HATCHBOARD_SESION_IDLE", "2h")], &[], "", &["`sesion_idle`", "session_idle"]),
        (&[], &["--addr", "127.0.0.1"], "", &["`addr`", "--addr"]),
        (&[], &["--public-url", "https://base.example.gov.cn/path"], "", &["`public_url`", "--public-url"]),
        (&[], &[], "session_idle = \"soon\"", &["`session_idle`", "hatchboard.toml"]),
        (&[], &[], "session_idle = \"40d\"", &["`session_idle`", "session_absolute"]),
        (&[], &[], "log_format = \"xml\"", &["`log_format`", "text", "json"]),
        (&[], &[], "log_level = \"loud\"", &["`log_level`"]),
        (&[("HATCHBOARD_MAIL_HOST", "mail.example.cn")], &[], "", &["`mail_from`", "mail_host"]),
        (&[], &[], "mail_tls = \"ssl\"", &["`mail_tls`", "starttls"]),
        (&[], &[], "mail_tls = \"none\"\nmail_ca_file = \"ca.pem\"", &["`mail_ca_file`", "mail_tls"]),
        (&[], &[], "adress = \"127.0.0.1:80\"", &["`adress`", "hatchboard.toml"]),
    ];
    for (environment, arguments, file, said) in table {
        let refusal = refusal(environment, arguments, file);
        for word in said {
            assert!(refusal.contains(word), "{word} in: {refusal}");
        }
        assert!(!refusal.contains("hush"), "{refusal}");
    }
}

#[test]
fn a_file_that_was_named_has_to_be_there() {
    assert!(refusal(&[], &["--config", "elsewhere.toml"], "").contains("elsewhere.toml"));
}

#[test]
fn the_environment_stands_over_the_file_and_a_flag_over_both() {
    let file = "addr = \"127.0.0.1:1001\"\nlog_level = \"warn\"\nfiles = \"attachments\"";
    let printed = printed(
        &[("HATCHBOARD_ADDR", "127.0.0.1:1002"), ("HATCHBOARD_LOG_LEVEL", "debug")],
        &["--addr", "127.0.0.1:1003"],
        file,
    );
    for line in [
        "addr = \"127.0.0.1:1003\"",
        "log_level = \"debug\"",
        "files = \"attachments\"",
        "public_url = \"http://127.0.0.1:1003\"",
    ] {
        assert!(printed.contains(line), "{line} in: {printed}");
    }
}

#[test]
fn a_printed_configuration_hides_the_password_and_can_be_read_back() {
    let address = "postgres://hatchboard:hush@db.example/hatchboard?sslmode=require";
    let shown = printed(&[("DATABASE_URL", address)], &[], "trusted_proxies = [\"10.0.0.0/8\", \"::1\"]");
    assert!(!shown.contains("hush"), "{shown}");
    assert!(shown.contains("postgres://hatchboard:***@db.example/hatchboard?sslmode=require"), "{shown}");
    assert_eq!(printed(&[], &[], &shown), shown);

    let in_query = printed(&[("DATABASE_URL", "postgres://db.example/hatchboard?user=h&password=hush")], &[], "");
    assert!(!in_query.contains("hush"), "{in_query}");
}
