//! What pages cost: a page sends the same number of statements to the database however many organisations there are.

use hatchboard::{
    access::{Role, System},
    account::entity::{account, membership},
    assessment::entity::{assessment, assessment_line},
    bureau_line::entity::bureau_letter,
    coaching,
    demo::{self, Wanted},
    follow_up::{
        entity::follow_up,
        store::{Which, ask, open as open_visit},
    },
    funding::entity::fund,
    incubation::entity::stage_change,
    instruction, matched_project,
    organisation::entity::person,
    rectification,
    service_request::entity::service_request,
    store::Intent,
    survey::entity::survey_group,
    training::{State, entity::training},
    weekly_report::entity::weekly_report,
};
use http::{Method, Request};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    entry::{Kind, route},
    inventory::{hold, in_the_table},
    running::Running,
    world::{self, open_session},
};

/// Pages by role, each with its number of statements. Two are the session's; the base's pages have the counts of
/// their frame among them.
const TABLE: &[(Role, &str, u32)] = &[
    (Role::Organisation, "/", 2),
    (Role::Organisation, "/me", 3),
    (Role::Organisation, "/me/tokens", 3),
    (Role::Organisation, "/o/{org}", 45),
    (Role::Organisation, "/o/{org}/reports", 16),
    (Role::Organisation, "/o/{org}/reports/{week}", 22),
    (Role::Organisation, "/o/{org}/reports/{filed_week}", 38),
    (Role::Organisation, "/o/{org}/plans", 18),
    (Role::Organisation, "/o/{org}/plans/{month}", 26),
    (Role::Organisation, "/o/{org}/services", 14),
    (Role::Organisation, "/o/{org}/services/new", 10),
    (Role::Organisation, "/o/{org}/services/{service}", 17),
    (Role::Organisation, "/o/{org}/rectifications", 14),
    (Role::Organisation, "/o/{org}/rectifications/{rectification}", 14),
    (Role::Organisation, "/o/{org}/records", 22),
    (Role::Organisation, "/o/{org}/letters", 13),
    (Role::Organisation, "/o/{org}/letters/new", 10),
    (Role::Organisation, "/o/{org}/letters/{letter}", 14),
    (Role::Organisation, "/o/{org}/file", 17),
    (Role::Organisation, "/o/{org}/file/contacts", 12),
    (Role::Organisation, "/o/{org}/file/people/{person}", 17),
    (Role::Organisation, "/help", 2),
    (Role::Organisation, "/help/import", 2),
    (Role::Organisation, "/notices", 4),
    (Role::Organisation, "/notices/settings", 3),
    (Role::Organisation, "/sign-in", 2),
    (Role::Organisation, "/trainings/{training_token}", 6),
    (Role::Organisation, "/questionnaire/{questionnaire}", 6),
    (Role::Manager, "/b/{base}", 60),
    (Role::Manager, "/b/{base}/search?q=2026", 20),
    (Role::Manager, "/b/{base}/reports", 25),
    (Role::Manager, "/b/{base}/reports?show=silent", 25),
    (Role::Manager, "/b/{base}/reports/{report}", 50),
    (Role::Manager, "/b/{base}/weeks/{org}/{week}", 31),
    (Role::Manager, "/b/{base}/plans", 34),
    (Role::Manager, "/b/{base}/plans/waiting", 24),
    (Role::Manager, "/b/{base}/plans/{month}", 32),
    (Role::Manager, "/b/{base}/organisations/{org}/plans/{month}", 32),
    (Role::Manager, "/b/{base}/organisations/{org}/plans/{month}/behalf", 34),
    (Role::Manager, "/b/{base}/services", 25),
    (Role::Manager, "/b/{base}/services?view=board", 25),
    (Role::Manager, "/b/{base}/services/new", 17),
    (Role::Manager, "/b/{base}/services/{service}", 23),
    (Role::Manager, "/b/{base}/rectifications", 21),
    (Role::Manager, "/b/{base}/rectifications/new", 17),
    (Role::Manager, "/b/{base}/rectifications/{rectification}", 20),
    (Role::Manager, "/b/{base}/targets", 33),
    (Role::Manager, "/b/{base}/targets/edit?year=2025", 19),
    (Role::Organisation, "/o/{org}/assessments", 13),
    (Role::Organisation, "/o/{org}/assessments/{quarter}", 16),
    (Role::Manager, "/b/{base}/workbooks", 17),
    (Role::Manager, "/b/{base}/assessments", 19),
    (Role::Manager, "/b/{base}/assessments/{quarter}", 20),
    (Role::Bureau, "/b/{base}/assessments/{quarter}", 21),
    (Role::Manager, "/b/{base}/assessments/{quarter}/{org}", 22),
    (Role::Bureau, "/b/{base}/assessments/{quarter}/{itself}", 97),
    (Role::Organisation, "/o/{org}/follow-ups", 17),
    (Role::Manager, "/b/{base}/follow-ups", 21),
    (Role::Manager, "/b/{base}/quarters/{quarter}", 54),
    (Role::Manager, "/b/{base}/funnel?period=2026-Q1", 18),
    (Role::Bureau, "/bases", 57),
    (Role::Manager, "/b/{base}/risks", 27),
    (Role::Manager, "/b/{base}/risks?kind=plan&q=x", 28),
    (Role::Manager, "/b/{base}/waiting", 30),
    (Role::Bureau, "/b/{base}/waiting", 32),
    (Role::Manager, "/b/{base}/follow-ups/survival", 19),
    (Role::Manager, "/b/{base}/organisations/{hatched}/follow-ups", 23),
    (Role::Manager, "/b/{base}/organisations/{hatched}/follow-ups/{follow_up}", 24),
    (Role::Manager, "/b/{base}/organisations/{hatched}/follow-ups/{age}", 24),
    (Role::Manager, "/b/{base}/targets/{target}", 26),
    (Role::Manager, "/b/{base}/trainings", 23),
    (Role::Manager, "/b/{base}/trainings/new", 17),
    (Role::Manager, "/b/{base}/trainings/{training}", 22),
    (Role::Manager, "/b/{base}/trainings/{planned_training}/edit", 23),
    (Role::Manager, "/b/{base}/trainings/{planned_training}/code", 22),
    (Role::Manager, "/b/{base}/coaching", 19),
    (Role::Manager, "/b/{base}/coaching/new", 17),
    (Role::Manager, "/b/{base}/coaching/{visit}", 19),
    (Role::Manager, "/b/{base}/projects", 19),
    (Role::Manager, "/b/{base}/projects/new", 17),
    (Role::Manager, "/b/{base}/projects/{project}", 19),
    (Role::Manager, "/b/{base}/funds", 22),
    (Role::Manager, "/b/{base}/funds/new", 17),
    (Role::Manager, "/b/{base}/funds/{fund}", 20),
    (Role::Manager, "/b/{base}/funds/{fund}/edit", 21),
    (Role::Manager, "/b/{base}/reviews", 21),
    (Role::Manager, "/b/{base}/exceptions", 19),
    (Role::Manager, "/b/{base}/exceptions/new", 25),
    (Role::Manager, "/b/{base}/cadence", 17),
    (Role::Manager, "/b/{base}/base-reports", 22),
    (Role::Manager, "/b/{base}/base-reports/{week}", 42),
    (Role::Manager, "/b/{base}/instructions", 19),
    (Role::Manager, "/b/{base}/organisations", 22),
    (Role::Manager, "/b/{base}/organisations/{org}", 24),
    (Role::Manager, "/b/{base}/organisations/new", 16),
    (Role::Manager, "/b/{base}/organisations/{org}/edit", 18),
    (Role::Manager, "/b/{base}/organisations/{org}/contacts", 19),
    (Role::Manager, "/b/{base}/organisations/{org}/people/{person}", 24),
    (Role::Manager, "/b/{base}/organisations/{org}/stage", 23),
    (Role::Manager, "/b/{base}/organisations/{org}/reports/{week}", 30),
    (Role::Manager, "/b/{base}/proposals", 18),
    (Role::Manager, "/b/{base}/people", 20),
    (Role::Manager, "/b/{base}/people/invite/{org}", 17),
    (Role::Manager, "/b/{base}/people/link/{any_link}", 16),
    (Role::Manager, "/b/{base}/import", 17),
    (Role::Manager, "/b/{base}/reminders", 40),
    (Role::Manager, "/b/{base}/scorecards", 17),
    (Role::Bureau, "/b/{base}/scorecards/{card}", 18),
    (Role::Bureau, "/b/{base}/scorecards/{card}/edit", 18),
    (Role::Manager, "/b/{base}/organisations.xlsx", 6),
    (Role::Bureau, "/b/{base}", 42),
    (Role::Bureau, "/b/{base}/reports", 26),
    (Role::Bureau, "/b/{base}/reports/{report}", 51),
    (Role::Bureau, "/b/{base}/base-reports", 23),
    (Role::Bureau, "/b/{base}/base-reports/{filed_week}", 44),
    (Role::Bureau, "/b/{base}/exceptions", 20),
    (Role::Bureau, "/b/{base}/instructions", 20),
    (Role::Bureau, "/b/{base}/instructions/{instruction}", 19),
    (Role::Bureau, "/b/{base}/instructions/new", 17),
    (Role::Bureau, "/b/{base}/settings", 19),
    (Role::Auditor, "/b/{base}/settings", 17),
    (Role::Bureau, "/b/{base}/organisations", 23),
    (Role::Bureau, "/b/{base}/organisations/{org}", 25),
    (Role::Bureau, "/b/{base}/proposals", 19),
    (Role::Auditor, "/b/{base}", 17),
    (Role::Auditor, "/b/{base}/reports", 25),
    (Role::Auditor, "/b/{base}/audit", 19),
    (Role::Auditor, "/b/{base}/organisations", 22),
    (Role::Bureau, "/b/{base}/letters", 20),
    (Role::Bureau, "/b/{base}/letters/{letter}", 21),
    (Role::Bureau, "/b/{base}/surveys", 21),
    (Role::Bureau, "/b/{base}/surveys/new", 17),
    (Role::Bureau, "/b/{base}/surveys/{survey}", 21),
    (Role::Organisation, "/survey/{survey_link}", 5),
    (Role::Bureau, "/b/{base}/print/rounds/{quarter}", 14),
    (Role::Manager, "/b/{base}/print/sheets/{quarter}/{org}", 8),
    (Role::Manager, "/b/{base}/print/results/{quarter}/{published}", 8),
    (Role::Bureau, "/b/{base}/print/objections/{quarter}/{published}", 8),
    (Role::Manager, "/b/{base}/print/rectifications/{rectification}", 6),
    (Role::Manager, "/b/{base}/print/approvals/{org}/{admission}", 10),
    (Role::Manager, "/b/{base}/print/follow-ups/{hatched}/{follow_up}", 11),
    (Role::Manager, "/b/{base}/print/dossiers/{org}", 26),
    (Role::Bureau, "/b/{base}/print/years/{year}", 31),
    (Role::Manager, "/b/{base}/print/plans/{month}", 17),
    (Role::Manager, "/b/{base}/print/plans/{month}/{org}", 17),
    (Role::Organisation, "/o/{org}/print/plans/{month}", 17),
    (Role::Manager, "/b/{base}/print/reports/{filed_week}", 17),
    (Role::Manager, "/b/{base}/print/reports/{filed_week}/{org}", 17),
    (Role::Organisation, "/o/{org}/print/reports/{filed_week}", 17),
    (Role::Organisation, "/o/{org}/print/sheets/{quarter}", 8),
    (Role::Organisation, "/o/{org}/print/rectifications/{rectification}", 6),
    (Role::Organisation, "/o/{org}/print/dossier", 26),
    (Role::Admin, "/admin", 11),
    (Role::Admin, "/admin/accounts", 6),
    (Role::Admin, "/admin/accounts/invite", 3),
    (Role::Admin, "/admin/accounts/link/{any_link}", 2),
    (Role::Admin, "/admin/accounts/{account}", 8),
    (Role::Admin, "/admin/bases", 3),
    (Role::Admin, "/b/{base}/scorecards", 4),
    (Role::Admin, "/b/{base}/scorecards/{card}", 4),
    (Role::Admin, "/b/{base}/scorecards/{card}/edit", 4),
    (Role::Admin, "/admin/calendar", 5),
    (Role::Admin, "/admin/calendar/{year}", 4),
    (Role::Admin, "/admin/audit", 5),
];

/// Pages of which the demo holds no record: links that wait for somebody, a register that has been uploaded, and letters
/// to whoever waits to score itself.
const OF_NOTHING: [&str; 6] = [
    "/invitation/{}",
    "/reset/{}",
    "/b/{}/import/{}",
    "/o/{}/print/results/{}",
    "/o/{}/print/objections/{}",
    "/not-found",
];

/// The demo, with a session for somebody of each role.
struct Demo {
    running: Running,
    /// What the blanks of addresses are filled with.
    blanks: Vec<(&'static str, String)>,
}

const PEOPLE: [(Role, &str); 5] = [
    (Role::Organisation, "org.lin"),
    (Role::Manager, "manager.zhou"),
    (Role::Bureau, "bureau.chen"),
    (Role::Auditor, "auditor.he"),
    (Role::Admin, "admin.zheng"),
];

impl Demo {
    async fn load(organisations: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, _) = world::open(folder.path()).await;
        store.migrate().await.unwrap();
        let wanted = Wanted { seed: 1, on: "2026-04-09".parse().unwrap(), organisations, weeks: 12 };
        let loaded = demo::load(&store, &System::named("test"), wanted).await.unwrap();
        store.close().await.unwrap();
        let running = Running::in_folder(folder).await;
        let mut demo = Self { running, blanks: vec![("base", loaded.slug)] };
        demo.sign_in().await;
        demo.look_around().await;
        demo
    }

    async fn sign_in(&self) {
        let store = &self.running.store;
        let tx = store.begin_unrecorded(System::named("test").actor(), "test.sign_in").await.unwrap();
        for (role, name) in PEOPLE {
            let named = account::Entity::find().filter(account::Column::Name.eq(name));
            let account = named.one(tx.db()).await.unwrap().unwrap();
            open_session(&tx, account.id, role.code()).await;
        }
        tx.commit_unrecorded().await.unwrap();
    }

    /// Finds the records that pages are asked for: those of the organisation whose staff asks.
    async fn look_around(&mut self) {
        let db = self.running.store.read();
        let lin = account::Entity::find().filter(account::Column::Name.eq(PEOPLE[0].1)).one(db).await.unwrap().unwrap();
        let staff = membership::Entity::find().filter(membership::Column::AccountId.eq(lin.id)).one(db).await.unwrap();
        let org = staff.unwrap().organisation_id.unwrap();
        let filed = weekly_report::Entity::find()
            .filter(weekly_report::Column::SubjectId.eq(org))
            .filter(weekly_report::Column::Week.lt("2026-W15"))
            .filter(weekly_report::Column::Versions.gt(0))
            .order_by_desc(weekly_report::Column::Week);
        let filed = filed.one(db).await.unwrap().unwrap();
        let instruction = instruction::entity::Entity::find().one(db).await.unwrap().unwrap();
        let of_ours = service_request::Column::OrganisationId.eq(org);
        let service = service_request::Entity::find().filter(of_ours).one(db).await.unwrap().unwrap();
        let of_ours = bureau_letter::Column::OrganisationId.eq(org);
        let letter = bureau_letter::Entity::find().filter(of_ours).one(db).await.unwrap().unwrap();
        let answered = survey_group::Entity::find().filter(survey_group::Column::Answers.gt(5));
        let survey = answered.one(db).await.unwrap().unwrap();
        let of_ours = rectification::entity::Column::SubjectId.eq(org);
        let fault = rectification::entity::Entity::find().filter(of_ours).one(db).await.unwrap().unwrap();
        let visited = follow_up::Entity::find().filter(follow_up::Column::Outcome.is_not_null());
        let visited = visited.order_by_asc(follow_up::Column::Id).one(db).await.unwrap().unwrap();
        let of_state = |state: State| training::Entity::find().filter(training::Column::State.eq(state.code())).one(db);
        let held = of_state(State::Held).await.unwrap().unwrap();
        let planned = of_state(State::Planned).await.unwrap().unwrap();
        let visit = coaching::entity::Entity::find().one(db).await.unwrap().unwrap();
        let project = matched_project::entity::Entity::find().one(db).await.unwrap().unwrap();
        let for_one = fund::Column::OrganisationId.is_not_null();
        let fund = fund::Entity::find().filter(for_one).one(db).await.unwrap().unwrap();
        let person =
            person::Entity::find().filter(person::Column::OrganisationId.eq(org)).one(db).await.unwrap().unwrap();
        let admitted = stage_change::Column::OrganisationId.eq(org);
        let admitted = stage_change::Entity::find().filter(admitted).filter(stage_change::Column::Action.is_null());
        let admission = admitted.one(db).await.unwrap().unwrap();
        let published = self.objected().await;
        let questionnaire = self.questionnaire().await;
        self.blanks.extend([
            ("questionnaire", questionnaire),
            ("org", org.to_string()),
            ("week", "2026-W15".to_owned()),
            ("month", "2026-04".to_owned()),
            ("filed_week", filed.week),
            ("report", filed.id.to_string()),
            ("instruction", instruction.id.to_string()),
            ("person", person.id.to_string()),
            ("any_link", instruction.id.to_string()),
            ("year", "2026".to_owned()),
            ("account", lin.id.to_string()),
            ("target", "trainings".to_owned()),
            ("card", "organisation".to_owned()),
            ("quarter", "2026-Q1".to_owned()),
            ("itself", "base".to_owned()),
            ("rectification", fault.id.to_string()),
            ("service", service.id.to_string()),
            ("letter", letter.id.to_string()),
            ("survey", survey.survey_id.to_string()),
            ("survey_link", survey.token),
            ("hatched", visited.organisation_id.to_string()),
            ("follow_up", visited.id.to_string()),
            ("age", "12".to_owned()),
            ("training", held.id.to_string()),
            ("training_token", planned.token),
            ("planned_training", planned.id.to_string()),
            ("visit", visit.id.to_string()),
            ("project", project.id.to_string()),
            ("fund", fund.id.to_string()),
            ("admission", admission.id.to_string()),
            ("published", published),
        ]);
    }

    /// Whose sheet is published, with an objection to it that was answered.
    async fn objected(&self) -> String {
        let store = &self.running.store;
        let published = assessment::Entity::find().filter(assessment::Column::State.eq("published"));
        let published = published.filter(assessment::Column::Quarter.eq("2026-Q1"));
        let published = published.filter(assessment::Column::OfBase.eq(false));
        let sheet = published.order_by_asc(assessment::Column::Id).one(store.read()).await.unwrap().unwrap();
        let tx = store.begin_unrecorded(System::named("test").actor(), "test.object").await.unwrap();
        let answered = assessment_line::ActiveModel {
            objected_at: Set(Some(tx.now())),
            decided_at: Set(Some(tx.now())),
            decided_by: Set(Some("罗文斌".to_owned())),
            ..Default::default()
        };
        let of_it = assessment_line::Column::AssessmentId.eq(sheet.id);
        assessment_line::Entity::update_many().set(answered).filter(of_it).exec(tx.db()).await.unwrap();
        tx.commit_unrecorded().await.unwrap();
        sheet.subject_id.to_string()
    }

    /// The link of one, for a visit that nobody has filed.
    async fn questionnaire(&self) -> String {
        let store = &self.running.store;
        let open = follow_up::Entity::find().filter(follow_up::Column::Outcome.is_null());
        let visit = open.order_by_asc(follow_up::Column::Id).one(store.read()).await.unwrap().unwrap();
        let manager = System::named("test").manager(visit.base_id);
        let (organisation, which) = (visit.organisation_id, Which::Kept(visit.id));
        ask(store, &manager, organisation, which, Intent::once("test")).await.unwrap();
        let page = open_visit(store, &manager.as_reader().of(organisation), which).await.unwrap();
        page.questionnaire.unwrap().token
    }

    /// The number of statements that a page takes, its session's among them.
    async fn cost(&self, role: Role, page: &str) -> u32 {
        let fill = |text: String, (blank, value): &(&str, String)| text.replace(&format!("{{{blank}}}"), value);
        let address = self.blanks.iter().fold(page.to_owned(), fill);
        let request = Request::get(address).header("accept", "text/html").body(axum::body::Body::empty()).unwrap();
        let asking = self.running.ask(request, Some(role.code()));
        let (answer, statements) = self.running.store.count_statements(asking).await;
        assert!(answer.is_success(), "{page} of {}: {}", role.code(), answer.told());
        statements
    }
}

#[test]
fn every_page_is_among_those_whose_cost_is_known() {
    let of_table = TABLE.iter().map(|(_, page, _)| *page).filter(|page| !page.contains(".xlsx"));
    let known = of_table.chain(OF_NOTHING).map(|page| route(&Method::GET, page)).collect();
    hold(&known, &in_the_table(Kind::Page));
}

#[tokio::test]
async fn a_page_costs_as_much_with_fifteen_hundred_organisations_as_with_the_fewest() {
    let (small, large) = (Demo::load(Wanted::FEWEST_ORGANISATIONS).await, Demo::load(1500).await);
    let mut wrong = Vec::new();
    for (role, page, told) in TABLE {
        let found = [small.cost(*role, page).await, large.cost(*role, page).await];
        if found != [*told; 2] {
            wrong.push(format!("{} {page}: {told} in the table, found {found:?}", role.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
