//! The demo as the pages' costs are measured with it: served, with somebody of each role signed in.

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
use http::Request;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{
    running::Running,
    world::{self, hand_out, open_session},
};

/// The demo, with a session for somebody of each role, and a token for their program.
pub(super) struct Demo {
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
    pub(super) async fn load(organisations: usize) -> Self {
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
            hand_out(&tx, account.id, role.code()).await;
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
        let sheet = assessment::Entity::find().filter(assessment::Column::SubjectId.eq(org));
        let sheet = sheet.filter(assessment::Column::Quarter.eq("2026-Q1")).one(db).await.unwrap().unwrap();
        let published = self.objected().await;
        let questionnaire = self.questionnaire().await;
        self.blanks.extend([
            ("questionnaire", questionnaire),
            ("org", org.to_string()),
            ("week", "2026-W15".to_owned()),
            ("month", "2026-04".to_owned()),
            ("filed_week", filed.week),
            ("report", filed.id.to_string()),
            ("sheet", sheet.id.to_string()),
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

    /// The number of statements that a page takes, its session's among them; of the API, its token's.
    pub(super) async fn cost(&self, role: Role, page: &str) -> u32 {
        let fill = |text: String, (blank, value): &(&str, String)| text.replace(&format!("{{{blank}}}"), value);
        let address = self.blanks.iter().fold(page.to_owned(), fill);
        let of_program = address.starts_with("/api/");
        let request = Request::get(address).header("accept", "text/html").body(axum::body::Body::empty()).unwrap();
        let asking = async {
            if of_program {
                self.running.ask_by_token(request, Some(role.code())).await
            } else {
                self.running.ask(request, Some(role.code())).await
            }
        };
        let (answer, statements) = self.running.store.count_statements(asking).await;
        assert!(answer.is_success(), "{page} of {}: {}", role.code(), answer.told());
        statements
    }
}
