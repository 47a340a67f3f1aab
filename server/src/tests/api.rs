//! What a program meets: tokens that narrow, pages that link, tags that spare, and a description that holds.

use std::collections::BTreeSet;

use axum::body::Body;
use hatchboard::access::Role;
use http::{
    Method, Request,
    header::{CONTENT_TYPE, ETAG, IF_NONE_MATCH, LINK, RETRY_AFTER, SET_COOKIE, WWW_AUTHENTICATE},
};
use serde_json::{Map, Value};

use super::{
    asker::Asker,
    entry::{Entry, route},
    running::{Answer, Running},
    table,
    world::{Whose, World, api_token, token},
};
use crate::api;

pub(super) const MANAGER: Asker = Asker::new(Role::Manager, Whose::Ours);
pub(super) const BUREAU: Asker = Asker::new(Role::Bureau, Whose::Ours);
pub(super) const STAFF: Asker = Asker::new(Role::Organisation, Whose::Ours);

fn get(address: &str) -> Request<Body> {
    Request::get(address).body(Body::empty()).unwrap()
}

pub(super) async fn read(running: &Running, address: &str) -> Answer {
    read_as(running, MANAGER, address).await
}

pub(super) async fn read_as(running: &Running, asker: Asker, address: &str) -> Answer {
    running.ask_by_token(get(address), Some(&api_token(asker))).await
}

pub(super) fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap_or_else(|_| panic!("no JSON: {}", answer.told()))
}

/// A problem with this status, told as the standard has it.
pub(super) fn is_problem(answer: &Answer, status: u16) -> bool {
    let told = json(answer);
    answer.headers[CONTENT_TYPE] == "application/problem+json"
        && answer.status == status
        && told["status"] == status
        && told["type"] == "about:blank"
        && ["title", "detail"].iter().all(|part| told[part].as_str().is_some_and(|words| !words.is_empty()))
}

/// Sends a form as the manager, and gives the answer.
async fn send(running: &Running, action: &str, form: String) -> Answer {
    let request = Request::post(action)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("accept", "text/html")
        .body(form.into());
    running.ask(request.unwrap(), Some(&token(MANAGER))).await
}

#[tokio::test]
async fn a_token_is_made_on_ones_page_reads_its_areas_and_opens_nothing_once_revoked() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let wanted = |present: &str| format!("name=figures&areas[]=reports&days=30&present={present}&key=k");
    let refused = send(&running, "/api/me/make_token", wanted("not-the-password")).await;
    assert!(refused.location.contains("returned=") && !refused.headers.contains_key(SET_COOKIE), "{}", refused.told());
    let made = send(&running, "/api/me/make_token", wanted(&world.place(Whose::Ours)["password"])).await;
    assert!(made.is_success(), "{}", made.told());
    let cookie = made.headers[SET_COOKIE].to_str().unwrap();
    let (id, secret) = cookie.split(';').next().unwrap().split_once('=').unwrap().1.split_once('.').unwrap();
    assert_eq!(made.location, format!("/me/tokens?made={id}"));

    let ask = async |address: &str| running.ask_by_token(get(address), Some(secret)).await;
    assert_eq!(ask("/api/v1/bases/zhuzhou/reports?week=2026-W14").await.status, 200);
    assert!(is_problem(&ask("/api/v1/bases/zhuzhou/plans?month=2026-04").await, 403));
    let organisation = format!("/api/v1/organisations/{}", world.place(Whose::Ours)["org"]);
    assert_eq!(ask(&format!("{organisation}/reports?from=2026-W14&to=2026-W14")).await.status, 200);
    assert!(is_problem(&ask(&format!("{organisation}/sheets")).await, 403));
    assert!(is_problem(&ask("/api/v1/bases/liling/reports?week=2026-W14").await, 403), "the owner may not");
    assert!(is_problem(&ask("/api/v1/bases/nowhere/reports?week=2026-W14").await, 404));

    let revoked = send(&running, "/api/me/revoke_token", format!("token={id}&key=r")).await;
    assert!(revoked.is_success(), "{}", revoked.told());
    let answer = ask("/api/v1/bases/zhuzhou/reports?week=2026-W14").await;
    assert!(is_problem(&answer, 401) && answer.headers[WWW_AUTHENTICATE] == "Bearer");
}

#[tokio::test]
async fn a_session_opens_nothing_here_and_a_token_nothing_elsewhere() {
    let running = Running::on(World::get().await).await;
    assert!(is_problem(&running.ask(get("/api/v1/bases"), Some(&token(MANAGER))).await, 401));
    let elsewhere = running.ask_by_token(get("/b/zhuzhou/organisations.xlsx"), Some(&api_token(MANAGER))).await;
    assert_eq!(elsewhere.status, 401);
    let answer = read(&running, "/api/v1/bases").await;
    let open_to_others = |name: &http::HeaderName| name.as_str().starts_with("access-control-");
    assert!(answer.status == 200 && !answer.headers.keys().any(open_to_others));
}

#[tokio::test]
async fn a_list_comes_in_pages_that_link_to_each_other() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let organisation = format!("organisations/{}", world.place(Whose::Ours)["org"]);
    for (list, fewest) in [
        ("bases/zhuzhou/organisations?q=".to_owned(), 2),
        ("bases/zhuzhou/reports?week=2026-W14".to_owned(), 2),
        ("bases/zhuzhou/plans?month=2026-04".to_owned(), 1),
        (format!("{organisation}/reports?from=2026-W10&to=2026-W15"), 6),
        (format!("{organisation}/plans?from=2026-01&to=2026-06"), 1),
        (format!("{organisation}/sheets?"), 7),
    ] {
        let list = format!("/api/v1/{list}");
        let whole = json(&read(&running, &list).await);
        let (rows, total) = (whole["items"].as_array().unwrap(), whole["total"].as_u64().unwrap());
        assert!(total >= fewest && rows.len() as u64 == total, "{list}: {total}");
        let mut next = Some(format!("{list}&per_page=1"));
        let mut read_singly = Vec::new();
        while let Some(address) = next {
            let answer = read(&running, &address).await;
            let page = json(&answer);
            assert_eq!((page["total"].as_u64(), page["per_page"].as_u64()), (Some(total), Some(1)));
            read_singly.extend(page["items"].as_array().unwrap().clone());
            let links = answer.headers[LINK].to_str().unwrap();
            let link = links.split(", ").find_map(|link| link.strip_suffix("; rel=\"next\""));
            next = link.map(|link| link.trim_matches(['<', '>']).replace("http://127.0.0.1:3000", ""));
        }
        assert_eq!(&read_singly, rows, "{list}");
        let beyond = json(&read(&running, &format!("{list}&page=99")).await);
        assert_eq!((beyond["items"].as_array().unwrap().len(), beyond["total"].as_u64()), (0, Some(total)), "{list}");
    }
    let many = json(&read(&running, "/api/v1/bases/zhuzhou/organisations?per_page=5000").await);
    assert_eq!(many["per_page"], 200);
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let ours = world.place(Whose::Ours);
    let (org, report, sheet) = (&ours["org"], &ours["report"], &ours["sheet"]);
    for what in [
        "bases/zhuzhou/reports?week=2026-W14".to_owned(),
        format!("bases/zhuzhou/reports/{report}"),
        format!("bases/zhuzhou/sheets/{sheet}"),
        format!("organisations/{org}/sheets"),
        format!("organisations/{org}/sheets/{sheet}"),
    ] {
        let address = format!("/api/v1/{what}");
        let first = read(&running, &address).await;
        let mut again = get(&address);
        again.headers_mut().insert(IF_NONE_MATCH, first.headers[ETAG].clone());
        let answer = running.ask_by_token(again, Some(&api_token(MANAGER))).await;
        assert_eq!((answer.status, answer.body.as_str()), (304, ""), "{what}");
        assert_eq!(answer.headers[ETAG], first.headers[ETAG], "{what}");
    }
}

#[tokio::test]
async fn what_cannot_be_answered_is_told_as_a_problem() {
    let running = Running::on(World::get().await).await;
    for address in [
        "/api/v1/bases/zhuzhou/reports",
        "/api/v1/bases/zhuzhou/reports?week=2026-W60",
        "/api/v1/bases/zhuzhou/targets?year=next",
        "/api/v1/organisations/of-nobody/reports?from=2026-W14",
        "/api/v1/bases?page=two",
    ] {
        let answer = read(&running, address).await;
        assert!(is_problem(&answer, 400), "{address}: {}", answer.told());
    }
    assert!(is_problem(&read(&running, "/api/v1/nothing").await, 404));
    let unknown = running.ask_by_token(get("/api/v1/bases"), Some("of nobody")).await;
    assert!(is_problem(&unknown, 401));
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::OPTIONS] {
        let request = Request::builder().method(&method).uri("/api/v1/bases").body(Body::empty()).unwrap();
        let answer = running.ask_by_token(request, Some(&api_token(MANAGER))).await;
        assert!(is_problem(&answer, 405), "{method}: {}", answer.told());
    }
}

#[tokio::test]
async fn a_token_that_asks_too_often_has_to_wait() {
    let running = Running::on(World::get().await).await;
    let mut refused = None;
    for _ in 0..400 {
        let answer = read(&running, "/api/v1/bases").await;
        if answer.status != 200 {
            refused = Some(answer);
            break;
        }
    }
    let refused = refused.expect("it was refused in the end");
    assert!(is_problem(&refused, 429), "{}", refused.told());
    let seconds: u32 = refused.headers[RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds} seconds");
    assert_eq!(read_as(&running, BUREAU, "/api/v1/bases").await.status, 200);
}

#[tokio::test]
async fn the_description_is_openapi_3_1_and_what_is_answered_is_as_it_says() {
    let world = World::get().await;
    let running = Running::on(world).await;
    let document = json(&running.ask(get("/api/v1/openapi.json"), None).await);
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    assert_eq!(document["paths"].as_object().unwrap().len(), api::description().paths.paths.len());
    let operations = document["paths"].as_object().unwrap().values().map(|path| path["get"]["operationId"].to_string());
    let named: BTreeSet<_> = operations.collect();
    assert_eq!(named.len(), document["paths"].as_object().unwrap().len(), "each has a name of its own: {named:?}");
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer} leads nowhere");
    }
    let mut rows = 0;
    for entry in table::api::entries() {
        let paths = document["paths"].as_object().unwrap();
        let (_, path) = paths.iter().find(|(path, _)| route(&Method::GET, path) == entry.route()).unwrap();
        let content = &path["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        if entry.route().ends_with("/openapi.json") {
            continue;
        }
        let answer = asked_by_whoever_may(&running, world, &entry).await;
        let body = json(&answer);
        assert_eq!(fits(&body, content, &document), Ok(()), "{}", entry.route());
        rows += body["items"].as_array().map_or(1, Vec::len);
    }
    assert!(rows > 8, "only {rows} rows were held against their schemas");
}

async fn asked_by_whoever_may(running: &Running, world: &World, entry: &Entry) -> Answer {
    let request = entry.request(world, [Whose::Ours; 3]);
    let answer = running.ask_by_token(request, Some(&api_token(MANAGER))).await;
    assert_eq!(answer.status, 200, "{}: {}", entry.route(), answer.told());
    answer
}

/// Whether a value is as a schema says. A property that the schema does not tell of does not fit.
fn fits(value: &Value, schema: &Value, document: &Value) -> Result<(), String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let named = document.pointer(reference.trim_start_matches('#')).ok_or(format!("no {reference}"))?;
        return fits(value, named, document);
    }
    if let Some(parts) = schema["allOf"].as_array() {
        return fits(value, &laid_together(parts, document), document);
    }
    for several in ["oneOf", "anyOf"] {
        if let Some(schemas) = schema[several].as_array() {
            let any = schemas.iter().any(|schema| fits(value, schema, document).is_ok());
            return if any { Ok(()) } else { Err(format!("{value} fits none of {schema}")) };
        }
    }
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if !kinds.contains(&kind) {
        return Err(format!("{value} is no {kinds:?}"));
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| fits(item, &schema["items"], document)),
        Value::Object(properties) => {
            let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
            for name in required {
                properties.get(name).ok_or(format!("`{name}` is missing"))?;
            }
            properties.iter().try_for_each(|(name, value)| {
                let schema = schema["properties"].get(name).ok_or(format!("`{name}` is not described"))?;
                fits(value, schema, document).map_err(|why| format!("{name}: {why}"))
            })
        }
        _ => Ok(()),
    }
}

/// What the parts of a schema tell of together: a record that is laid into another has its properties there.
fn laid_together(parts: &[Value], document: &Value) -> Value {
    let (mut properties, mut required) = (Map::new(), Vec::new());
    for part in parts {
        let named = part["$ref"].as_str().map(|reference| reference.trim_start_matches('#'));
        let part = named.map_or(part, |pointer| document.pointer(pointer).unwrap());
        properties.extend(part["properties"].as_object().unwrap().clone());
        required.extend(part["required"].as_array().into_iter().flatten().cloned());
    }
    serde_json::json!({ "type": "object", "properties": properties, "required": required })
}
