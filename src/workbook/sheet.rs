//! Which sheets the workbook has, what their columns are, and what is summed up over them.

use crate::{
    assessment::Band, code::coded, follow_up::Standing, incubation::Stage, monthly_plan::Outcome, service_request,
    training,
};

coded! {
    /// A sheet, in the order in which they stand.
    pub enum SheetOf {
        /// 汇总: the sums.
        Sums = "sums",
        Organisations = "organisations",
        Weeks = "weeks",
        Activities = "activities",
        Plans = "plans",
        Assessments = "assessments",
        Lines = "lines",
        Trainings = "trainings",
        Services = "services",
        FollowUps = "follow_ups",
    }
}

coded! {
    /// How a week's report came.
    pub enum Timely {
        OnTime = "on_time",
        /// On time, with nothing to report.
        Nothing = "nothing",
        /// It counts a half.
        Late = "late",
        /// It came after the quarter's cut-off, and counts as missing.
        LateUncounted = "late_uncounted",
        Missing = "missing",
        /// There is still time.
        Pending = "pending",
    }
}

coded! {
    /// What a column holds.
    pub enum Heading {
        Sheet = "sheet",
        What = "what",
        Figure = "figure",
        Organisation = "organisation",
        Code = "code",
        Kind = "kind",
        Standing = "standing",
        District = "district",
        Stage = "stage",
        Mode = "mode",
        AdmittedOn = "admitted_on",
        LeftOn = "left_on",
        Grade = "grade",
        Week = "week",
        Monday = "monday",
        State = "state",
        Timely = "timely",
        LateMinutes = "late_minutes",
        DueAt = "due_at",
        FiledAt = "filed_at",
        Activities = "activities",
        Attendances = "attendances",
        Beneficiaries = "beneficiaries",
        HeldOn = "held_on",
        Content = "content",
        Place = "place",
        Month = "month",
        Item = "item",
        Quantity = "quantity",
        Unit = "unit",
        Told = "told",
        Finished = "finished",
        Outcome = "outcome",
        Card = "card",
        Own = "own",
        Operator = "operator",
        Bureau = "bureau",
        Bonus = "bonus",
        Deductions = "deductions",
        Total = "total",
        Band = "band",
        Version = "version",
        Indicator = "indicator",
        Max = "max",
        Computed = "computed",
        Points = "points",
        Title = "title",
        Topic = "topic",
        Teacher = "teacher",
        Minutes = "minutes",
        Invited = "invited",
        Came = "came",
        Owner = "owner",
        AskedAt = "asked_at",
        DueOn = "due_on",
        DoneOn = "done_on",
        Rating = "rating",
        HatchedOn = "hatched_on",
        Visit = "visit",
        WindowFrom = "window_from",
        WindowUntil = "window_until",
        VisitedOn = "visited_on",
        Found = "found",
    }
}

/// Something that is summed up over the rows of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sum {
    /// How many rows there are.
    Rows(SheetOf),
    /// What a column adds up to.
    Of(SheetOf, Heading),
    /// The mean of a column, over the rows that have a number in it.
    Mean(SheetOf, Heading),
    InStage(Stage),
    Came(Timely),
    /// 按时率: late reports count a half, and what is not due yet does not count.
    OnTimeRate,
    ItemsThat(Outcome),
    InBand(Band),
    TrainingsThatAre(training::State),
    RequestsThatAre(service_request::State),
    VisitsThatAre(Standing),
}

impl SheetOf {
    /// Its columns, with their widths in characters. What the first one holds is never empty.
    pub const fn columns(self) -> &'static [(Heading, u16)] {
        use Heading as H;
        match self {
            Self::Sums => &[(H::Sheet, 16), (H::What, 36), (H::Figure, 14)],
            Self::Organisations => &[
                (H::Organisation, 36),
                (H::Code, 22),
                (H::Kind, 16),
                (H::Standing, 12),
                (H::District, 12),
                (H::Stage, 12),
                (H::Mode, 12),
                (H::AdmittedOn, 12),
                (H::LeftOn, 12),
                (H::Grade, 8),
            ],
            Self::Weeks => &[
                (H::Organisation, 36),
                (H::Week, 12),
                (H::Monday, 12),
                (H::State, 12),
                (H::Timely, 16),
                (H::LateMinutes, 12),
                (H::DueAt, 18),
                (H::FiledAt, 18),
                (H::Activities, 10),
                (H::Attendances, 10),
            ],
            Self::Activities => &[
                (H::Organisation, 36),
                (H::HeldOn, 12),
                (H::Kind, 14),
                (H::Content, 50),
                (H::Place, 24),
                (H::Attendances, 10),
                (H::Beneficiaries, 10),
            ],
            Self::Plans => &[
                (H::Organisation, 36),
                (H::Month, 10),
                (H::State, 12),
                (H::Item, 50),
                (H::Quantity, 10),
                (H::Unit, 8),
                (H::Told, 12),
                (H::Finished, 10),
                (H::Outcome, 14),
            ],
            Self::Assessments => &[
                (H::Organisation, 36),
                (H::Code, 22),
                (H::Card, 16),
                (H::State, 14),
                (H::Own, 10),
                (H::Operator, 10),
                (H::Bureau, 10),
                (H::Bonus, 10),
                (H::Deductions, 10),
                (H::Total, 10),
                (H::Band, 10),
                (H::Version, 8),
            ],
            Self::Lines => &[
                (H::Organisation, 36),
                (H::Code, 22),
                (H::Indicator, 40),
                (H::Max, 8),
                (H::Computed, 10),
                (H::Own, 10),
                (H::Operator, 10),
                (H::Bureau, 10),
                (H::Points, 10),
            ],
            Self::Trainings => &[
                (H::Title, 36),
                (H::Topic, 12),
                (H::Teacher, 12),
                (H::HeldOn, 12),
                (H::Minutes, 10),
                (H::Place, 24),
                (H::State, 10),
                (H::Invited, 10),
                (H::Came, 10),
                (H::Attendances, 10),
            ],
            Self::Services => &[
                (H::Organisation, 36),
                (H::Kind, 14),
                (H::Content, 50),
                (H::State, 12),
                (H::Owner, 12),
                (H::AskedAt, 18),
                (H::DueOn, 12),
                (H::DoneOn, 12),
                (H::Rating, 8),
            ],
            Self::FollowUps => &[
                (H::Organisation, 36),
                (H::Code, 22),
                (H::HatchedOn, 12),
                (H::Visit, 24),
                (H::DueOn, 12),
                (H::WindowFrom, 12),
                (H::WindowUntil, 12),
                (H::Standing, 12),
                (H::VisitedOn, 12),
                (H::Found, 12),
            ],
        }
    }

    /// In which column something stands, from 0.
    pub fn column(self, heading: Heading) -> Option<u16> {
        (0..).zip(self.columns()).find(|(_, (one, _))| *one == heading).map(|(at, _)| at)
    }
}

impl Sum {
    /// Everything that is summed up, sheet by sheet.
    pub fn all() -> Vec<Self> {
        use Heading as H;
        use SheetOf as S;
        let mut all = vec![Self::Rows(S::Organisations)];
        all.extend(Stage::ALL.iter().copied().map(Self::InStage));
        all.push(Self::Rows(S::Weeks));
        all.extend(Timely::ALL.iter().copied().map(Self::Came));
        all.extend([Self::OnTimeRate, Self::Of(S::Weeks, H::Activities), Self::Of(S::Weeks, H::Attendances)]);
        all.push(Self::Rows(S::Activities));
        all.extend([Self::Of(S::Activities, H::Attendances), Self::Of(S::Activities, H::Beneficiaries)]);
        all.push(Self::Rows(S::Plans));
        all.extend(Outcome::ALL.iter().copied().map(Self::ItemsThat));
        all.push(Self::Rows(S::Assessments));
        all.extend(Band::ALL.iter().copied().map(Self::InBand));
        all.extend([Self::Mean(S::Assessments, H::Total), Self::Rows(S::Lines), Self::Rows(S::Trainings)]);
        all.extend(training::State::ALL.iter().copied().map(Self::TrainingsThatAre));
        all.extend([Self::Of(S::Trainings, H::Attendances), Self::Rows(S::Services)]);
        all.extend(service_request::State::ALL.iter().copied().map(Self::RequestsThatAre));
        all.extend([Self::Mean(S::Services, H::Rating), Self::Rows(S::FollowUps)]);
        all.extend(Standing::ALL.iter().copied().map(Self::VisitsThatAre));
        all
    }

    /// The sheet over whose rows it is.
    pub const fn sheet(self) -> SheetOf {
        match self {
            Self::Rows(sheet) | Self::Of(sheet, _) | Self::Mean(sheet, _) => sheet,
            Self::InStage(_) => SheetOf::Organisations,
            Self::Came(_) | Self::OnTimeRate => SheetOf::Weeks,
            Self::ItemsThat(_) => SheetOf::Plans,
            Self::InBand(_) => SheetOf::Assessments,
            Self::TrainingsThatAre(_) => SheetOf::Trainings,
            Self::RequestsThatAre(_) => SheetOf::Services,
            Self::VisitsThatAre(_) => SheetOf::FollowUps,
        }
    }

    /// The column that it looks at; every row has something in the first one.
    pub const fn heading(self) -> Heading {
        match self {
            Self::Rows(sheet) => sheet.columns()[0].0,
            Self::Of(_, heading) | Self::Mean(_, heading) => heading,
            Self::InStage(_) => Heading::Stage,
            Self::Came(_) | Self::OnTimeRate => Heading::Timely,
            Self::ItemsThat(_) => Heading::Outcome,
            Self::InBand(_) => Heading::Band,
            Self::TrainingsThatAre(_) | Self::RequestsThatAre(_) => Heading::State,
            Self::VisitsThatAre(_) => Heading::Standing,
        }
    }
}
