//! The form of an approval is printed of every step that has one, however often an organisation has come and gone.

use axum::body::Body;
use hatchboard::access::Role;
use http::Request;

use super::{
    asker::Asker,
    running::Running,
    world::{Whose, World, token},
};

const ADMISSION: &str = "社会组织入壳审批表";
const HATCHING: &str = "社会组织出壳审批表";

#[tokio::test]
async fn whoever_hatched_and_came_back_has_a_form_of_each_approval() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let ours = world.place(Whose::Ours);
    let (base, org) = (&ours["base"], &ours["org"]);
    let officer = token(Asker::new(Role::Bureau, Whose::Ours));
    let ask = |path: String| {
        let request = Request::get(path).header("accept", "text/html").body(Body::empty()).unwrap();
        running.ask(request, Some(officer.as_str()))
    };
    let file = ask(format!("/b/{base}/organisations/{org}")).await;
    let forms = format!("/b/{base}/print/approvals/{org}/");
    let links = file.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let links: Vec<String> = links.filter(|link| link.starts_with(&forms)).map(str::to_owned).collect();
    // The newest first; each has the days of its own time in the base.
    let (back, hatched, first) = ("2026年1月5日", "2025年10月1日", "2024年9月2日");
    let expected = [
        (ADMISSION, vec![back], vec![hatched, first]),
        (HATCHING, vec![hatched, first], vec![back]),
        (ADMISSION, vec![first], vec![back, hatched]),
    ];
    assert_eq!(links.len(), expected.len(), "{links:?}");
    for (link, (title, said, unsaid)) in links.into_iter().zip(expected) {
        let form = ask(link.clone()).await;
        assert!(form.is_success() && form.body.contains(title), "{link}: {}", form.told());
        for day in said {
            assert!(form.body.contains(day), "{link}: {title} says {day}");
        }
        for day in unsaid {
            assert!(!form.body.contains(day), "{link}: {title} says nothing of {day}");
        }
    }
}
