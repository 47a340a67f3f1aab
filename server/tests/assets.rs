//! Style and scripts, as a release carries them: `bin/hatchboard` and `site`.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;

use support::{PROGRAM, Serving, folder};

/// A release with a style sheet `pkg/hatchboard.abc.css`, an icon and a picture of the guide.
fn release() -> Serving {
    let folder = folder();
    let (bin, pkg) = (folder.path().join("bin"), folder.path().join("site/pkg"));
    fs::create_dir_all(&bin).unwrap();
    fs::create_dir_all(&pkg).unwrap();
    let program = bin.join("hatchboard");
    fs::copy(PROGRAM, &program).unwrap();
    fs::write(bin.join("hash.txt"), "css: abc\njs: def\nwasm: ghi\n").unwrap();
    fs::write(pkg.join("hatchboard.abc.css"), "body{}").unwrap();
    fs::write(pkg.join("hatchboard.abc.css.br"), "as brotli").unwrap();
    fs::write(folder.path().join("site/icon.svg"), "<svg/>").unwrap();
    fs::create_dir_all(folder.path().join("site/guide")).unwrap();
    fs::write(folder.path().join("site/guide/desk.en.jpg"), "a picture").unwrap();
    Serving::of(&program, folder, &[])
}

#[test]
fn a_page_of_a_release_names_its_assets_by_their_hashes() {
    let page = release().get("/no-such-page").body;
    for name in ["/pkg/hatchboard.abc.css", "/pkg/hatchboard.def.js", "/pkg/hatchboard.ghi.wasm"] {
        assert!(page.contains(name), "{name} in {page}");
    }
}

#[test]
fn a_hashed_asset_is_sent_as_the_build_compressed_it_and_kept_for_good() {
    let serving = release();
    let compressed = serving.ask("GET /pkg/hatchboard.abc.css", &[("accept-encoding", "gzip, br")], "");
    assert_eq!((compressed.header("content-encoding"), compressed.body.as_str()), ("br", "as brotli"));
    assert_eq!(compressed.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(serving.get("/pkg/hatchboard.abc.css").body, "body{}");
}

#[test]
fn what_is_not_there_is_not_kept() {
    let answer = release().get("/pkg/hatchboard.old.css");
    assert_eq!((answer.status, answer.header("cache-control")), (404, "no-store"));
}

#[test]
fn other_assets_are_served_from_the_sites_folder_and_from_nowhere_else() {
    let serving = release();
    let icon = serving.get("/icon.svg");
    assert_eq!((icon.status, icon.header("content-type")), (200, "image/svg+xml"));
    let picture = serving.get("/guide/desk.en.jpg?0.1.0");
    assert_eq!(
        (picture.status, picture.header("content-type"), picture.body.as_str()),
        (200, "image/jpeg", "a picture")
    );
    assert_eq!(picture.header("cache-control"), "public, max-age=86400");
    for path in [
        "/pkg/../../bin/hash.txt",
        "/pkg/..%2f..%2fbin/hash.txt",
        "/guide/..%2f..%2fbin/hash.txt",
        "/guide",
        "/../bin/hash.txt",
        "/hash.txt",
    ] {
        assert_eq!(serving.get(path).status, 404, "{path}");
    }
}
