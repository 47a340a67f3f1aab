use hatchboard::{
    follow_up,
    incubation::EnteredAs,
    instruction::{
        self,
        store::{NewInstruction, answer, give},
    },
    matched_project,
    record::store::Seen,
    rectification::{
        ExtensionText,
        store::{self as faults, Repairer, Subject},
    },
    service_request::store::{self as requests, Seen as Request},
    training::Action,
};
use uuid::Uuid;

use super::world::{World, day};
use crate::once;

/// Something that happens between a cut-off and the freeze.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    SessionMade,
    SessionHeld,
    SessionReopened,
    SessionMoved,
    Listed,
    TakenOff,
    BackOnTheList,
    Matched,
    FellThrough,
    MatchMoved,
    MatchStruck,
    Paid,
    PaymentStruck,
    Admitted,
    Hatched,
    TargetsChanged,
    AdviceReopened,
    AdviceWithdrawn,
    InstructionSentBack,
    RepairedAgain,
    RepairClosed,
    Visited,
    VisitTakenBack,
    ReportWithdrawn,
    ResultEntered,
    Invited,
    SentBackToOrganisation,
    FaultWithdrawn,
    FaultExtended,
    FiledOnly,
    Suspended,
}

/// What a recomputation takes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moves {
    /// The points of a line, by its code.
    Line(&'static str),
    LateRepairs,
    /// One repair less was late.
    LetOff,
    /// What was done was undone.
    Nothing,
}

/// On the base's sheet, or on 春晖's.
pub(super) const OF_BASE: [(Case, Moves); 23] = [
    (Case::SessionMade, Moves::Line("trainings")),
    (Case::SessionHeld, Moves::Line("trainings")),
    (Case::SessionReopened, Moves::Line("trainings")),
    (Case::SessionMoved, Moves::Line("trainings")),
    (Case::Listed, Moves::Line("trainings")),
    (Case::TakenOff, Moves::Line("trainings")),
    (Case::BackOnTheList, Moves::Nothing),
    (Case::Matched, Moves::Line("matched_projects")),
    (Case::FellThrough, Moves::Line("matched_projects")),
    (Case::MatchMoved, Moves::Line("matched_projects")),
    (Case::MatchStruck, Moves::Line("matched_projects")),
    (Case::Paid, Moves::Line("funds_received")),
    (Case::PaymentStruck, Moves::Line("funds_received")),
    (Case::Admitted, Moves::Line("admitted")),
    (Case::Hatched, Moves::Line("hatched")),
    (Case::TargetsChanged, Moves::Line("matched_projects")),
    (Case::AdviceReopened, Moves::Line("advice")),
    (Case::AdviceWithdrawn, Moves::Line("advice")),
    (Case::InstructionSentBack, Moves::Line("closed_on_time")),
    (Case::RepairedAgain, Moves::Line("closed_on_time")),
    (Case::RepairClosed, Moves::Line("closed_on_time")),
    (Case::Visited, Moves::Line("follow_ups")),
    (Case::VisitTakenBack, Moves::Line("follow_ups")),
];

pub(super) const OF_ORGANISATIONS: [(Case, Moves); 8] = [
    (Case::ReportWithdrawn, Moves::Line("weekly_on_time")),
    (Case::ResultEntered, Moves::Line("plan_completion")),
    (Case::Invited, Moves::Line("training_attendance")),
    (Case::SentBackToOrganisation, Moves::LateRepairs),
    (Case::FaultWithdrawn, Moves::LetOff),
    (Case::FaultExtended, Moves::LetOff),
    (Case::FiledOnly, Moves::Line("weekly_on_time")),
    // The last one: who is suspended files no more.
    (Case::Suspended, Moves::Line("weekly_on_time")),
];

impl Case {
    /// What stood before the cut-off; the record that it is about.
    pub(super) async fn before(self, world: &World) -> Uuid {
        world.at("2026-03-20 10:00");
        match self {
            Self::SessionMade => world.held("张三").await,
            Self::SessionHeld => {
                world.held("张三").await;
                let id = world.session(world.ours).await;
                world.listed(id, "李四").await;
                id
            }
            Self::SessionReopened | Self::SessionMoved | Self::TakenOff | Self::BackOnTheList => {
                world.held("张三").await;
                world.held("李四").await
            }
            Self::Listed => {
                world.held("张三").await;
                let id = world.session(world.ours).await;
                world.step(id, Action::Hold).await;
                id
            }
            Self::Invited => {
                world.held("张三").await;
                let other = world.organisation("石榴").await;
                let id = world.session(other).await;
                world.step(id, Action::Hold).await;
                id
            }
            Self::Matched => Uuid::nil(),
            Self::FellThrough | Self::MatchMoved | Self::MatchStruck | Self::TargetsChanged => world.matched().await,
            Self::Paid => world.pledged().await,
            Self::PaymentStruck => {
                let fund = world.pledged().await;
                world.paid(fund).await;
                fund
            }
            Self::Admitted => world.organisation("红枫").await,
            Self::Hatched => world.organisation("青松").await,
            Self::AdviceReopened | Self::AdviceWithdrawn => {
                world.at("2026-03-12 10:00");
                let id = world.asked().await;
                if self == Self::AdviceReopened {
                    world.answered(id).await;
                }
                id
            }
            Self::InstructionSentBack => instructed(world).await,
            Self::RepairedAgain | Self::RepairClosed => repaired(world, Subject::Base).await,
            Self::SentBackToOrganisation => repaired(world, Subject::Organisation(world.ours)).await,
            Self::FaultWithdrawn | Self::FaultExtended => {
                world.at("2026-03-10 10:00");
                world.fault(Subject::Organisation(world.ours)).await
            }
            Self::Visited => world.hatched("银杏").await,
            Self::VisitTakenBack => {
                let id = world.hatched("桂香").await;
                world.at("2026-03-10 12:00");
                world.visited(id).await;
                id
            }
            Self::ReportWithdrawn => {
                world.report("2026-W12", "2026-03-20 17:00").await;
                Uuid::nil()
            }
            Self::ResultEntered => {
                world.planned().await;
                Uuid::nil()
            }
            Self::FiledOnly => {
                world.filed_report_every_other_week().await;
                world.report("2026-W10", "2026-03-06 17:00").await;
                Uuid::nil()
            }
            Self::Suspended => {
                world.report("2026-W06", "2026-02-06 17:00").await;
                Uuid::nil()
            }
        }
    }

    pub(super) async fn happens(self, world: &World, id: Uuid) {
        let (store, manager, officer, member) = (&world.store, world.manager(), world.officer(), world.member());
        let seen = |row_version| Seen { id, row_version };
        match self {
            Self::SessionMade => {
                world.held("王五").await;
            }
            Self::SessionHeld => world.step(id, Action::Hold).await,
            Self::SessionReopened => world.step(id, Action::Reopen).await,
            Self::SessionMoved => world.held_anew(id, "2026-04-20", world.ours).await,
            Self::Listed => world.listed(id, "李四").await,
            Self::TakenOff => world.taken_off(id).await,
            Self::BackOnTheList => {
                world.taken_off(id).await;
                world.listed(id, "李四").await;
            }
            Self::Invited => world.held_anew(id, "2026-03-10", world.ours).await,
            Self::Matched => {
                world.matched().await;
            }
            Self::FellThrough => world.match_becomes(id, "2026-03-19", "fell_through").await,
            Self::MatchMoved => world.match_becomes(id, "2026-04-02", "under_way").await,
            Self::MatchStruck => {
                matched_project::store::strike(store, &manager, seen(1), "重复", once()).await.unwrap();
            }
            Self::Paid => world.paid(id).await,
            Self::PaymentStruck => world.payment_struck(id).await,
            Self::Admitted => world.enters(id, "2026-03-02", EnteredAs::Incubating).await,
            Self::Hatched => world.enters(id, "2024-03-04", EnteredAs::Hatched { on: day("2026-03-19") }).await,
            Self::TargetsChanged => world.targets("8", "市局调整").await,
            Self::AdviceReopened => {
                let seen = Request { request: id, row_version: 3 };
                requests::reopen(store, &member, seen, "材料不全", once()).await.unwrap();
            }
            Self::AdviceWithdrawn => {
                let seen = Request { request: id, row_version: 1 };
                requests::withdraw(store, &member, seen, once()).await.unwrap();
            }
            Self::InstructionSentBack => {
                instruction::store::send_back(store, &officer, id, 2, "请补台账", once()).await.unwrap();
            }
            Self::RepairedAgain => {
                let seen = |row_version| faults::Seen { id, row_version };
                faults::send_back(store, &officer.as_overseer(), seen(2), "仍过期", once()).await.unwrap();
                let operator = Repairer::from(&manager);
                faults::report(store, &operator, seen(3), "又更换", None, once()).await.unwrap();
            }
            Self::RepairClosed => {
                let seen = faults::Seen { id, row_version: 2 };
                faults::close(store, &officer.as_overseer(), seen, "", once()).await.unwrap();
            }
            Self::SentBackToOrganisation => {
                let seen = faults::Seen { id, row_version: 2 };
                faults::send_back(store, &manager.as_overseer(), seen, "仍过期", once()).await.unwrap();
            }
            Self::FaultWithdrawn => {
                let seen = faults::Seen { id, row_version: 1 };
                faults::withdraw(store, &manager.as_overseer(), seen, "看错了机构", once()).await.unwrap();
            }
            Self::FaultExtended => {
                let seen = faults::Seen { id, row_version: 1 };
                let later = ExtensionText { due_on: "2026-05-08".into(), words: "配件缺货".into() };
                faults::extend(store, &manager.as_overseer(), seen, &later, once()).await.unwrap();
            }
            Self::Visited => world.visited(id).await,
            Self::VisitTakenBack => {
                let of = world.visit(id).await.line.record.unwrap();
                let taken = follow_up::store::take_back(store, &manager, id, of.id, "填错", of.row_version, once());
                taken.await.unwrap();
            }
            Self::ReportWithdrawn => world.report_withdrawn("2026-W12").await,
            Self::ResultEntered => world.result_entered().await,
            Self::FiledOnly => world.is_filed_only().await,
            Self::Suspended => world.suspended("2026-03-16").await,
        }
    }
}

/// What the bureau said, answered in time.
async fn instructed(world: &World) -> Uuid {
    world.at("2026-03-10 10:00");
    let new = NewInstruction {
        title: "核对台账".into(),
        words: "核对上年台账".into(),
        owner: "周敏".into(),
        due_on: day("2026-03-20"),
    };
    let id = give(&world.store, &world.officer(), &new, once()).await.unwrap();
    answer(&world.store, &world.manager(), id, 1, "已核对", once()).await.unwrap();
    id
}

/// A fault that was reported as repaired in time, and waits to be closed.
async fn repaired(world: &World, subject: Subject) -> Uuid {
    world.at("2026-03-10 10:00");
    let id = world.fault(subject).await;
    let by = if subject == Subject::Base { Repairer::from(&world.manager()) } else { Repairer::from(&world.member()) };
    let seen = faults::Seen { id, row_version: 1 };
    faults::report(&world.store, &by, seen, "已更换", None, once()).await.unwrap();
    id
}
