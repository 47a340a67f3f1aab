//! Where the records behind a rule's number are: lists that are narrowed to its subject and quarter.

use form_urlencoded::Serializer;
use hatchboard::{
    assessment::{Facts, Measured, QuarterTotal, Rule, store::SheetPage as Found},
    period::Quarter,
};
use leptos::prelude::*;
use uuid::Uuid;

use super::{
    here::{Here, sheet_path},
    words,
};
use crate::{
    Language,
    ui::{language, time},
    weekly_report::Whose,
};

/// A list of records; it is called something where a rule has several.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    called: Option<String>,
    href: String,
}

impl Place {
    fn only(href: String) -> Vec<Self> {
        vec![Self { called: None, href }]
    }
}

/// The ways from a line by rule to what it counts.
#[component]
pub(super) fn RecordLinks(here: Here, found: Found, facts: Option<Facts>, rule: Rule) -> AnyView {
    let language = language();
    if let Some(Facts::Quarters { quarters }) = facts {
        return view! { <QuarterLinks here=here subject=found.subject quarters=quarters /> }.into_any();
    }
    let Some(quarter) = found.occasion.quarter() else { return ().into_any() };
    let places = if let Some(Whose::Own(organisation)) = &here.whose {
        of_ours(language, *organisation, rule, quarter)
    } else {
        let organisation = (!found.of_base).then(|| (found.subject, found.name.clone()));
        of_base(language, &here.base.slug, organisation, rule, quarter)
    };
    let link = |place: Place| {
        let words = match place.called {
            Some(called) => words::records_of(language, called),
            None => words::records(language).to_owned(),
        };
        view! { " " <a class="among-words" href=place.href>{words}</a> }
    };
    places.into_iter().map(link).collect_view().into_any()
}

/// The sheets of a year's quarters, each with what it came to.
#[component]
fn QuarterLinks(here: Here, subject: Uuid, quarters: Vec<QuarterTotal>) -> AnyView {
    let link = |one: QuarterTotal| {
        let occasion = one.quarter.into();
        let href = match &here.whose {
            Some(Whose::Own(organisation)) => format!("/o/{organisation}/assessments/{occasion}"),
            _ => sheet_path(&here.base.slug, here.base.id, subject, occasion),
        };
        view! {
            <a class="among-words" href=href>
                {format!("{occasion} {}", one.total)}
            </a>
            " "
        }
    };
    quarters.into_iter().map(link).collect_view().into_any()
}

/// For those who read the base. `organisation`: none for the base's own sheet.
fn of_base(
    language: Language,
    slug: &str,
    organisation: Option<(Uuid, String)>,
    rule: Rule,
    quarter: Quarter,
) -> Vec<Place> {
    let (year, within) = (quarter.year(), format!("quarter={quarter}"));
    let below = |below: String| format!("/b/{slug}{below}");
    let only = |path: String| Place::only(below(path));
    match (rule, organisation) {
        (Rule::WeeklyOnTime | Rule::ActivitiesAgainstPlan, Some((_, name))) => {
            let called = Serializer::new(String::new()).append_pair("q", &name).finish();
            only(format!("/reports?{within}&{called}"))
        }
        (Rule::WeeklyOnTime, None) => only(format!("/base-reports?{within}")),
        (Rule::PlanCompletion, Some((id, _))) => plans(language, quarter, &below(format!("/organisations/{id}/plans"))),
        (Rule::PlanCompletion, None) => plans(language, quarter, &below("/plans".to_owned())),
        (Rule::TrainingAttendance, Some((id, _))) => only(format!("/trainings?{within}&state=held&organisation={id}")),
        (Rule::TrainingAttendance, None) => only(format!("/trainings?{within}&state=held")),
        (Rule::Admitted, _) => only(format!("/targets/admitted?year={year}")),
        (Rule::Hatched, _) => only(format!("/targets/hatched?year={year}")),
        (Rule::Trainings, _) => {
            let target = |what: Measured| Place {
                called: Some(words::measured_name(language, what).to_owned()),
                href: below(format!("/targets/{}?year={year}", what.code())),
            };
            [Measured::Trainings, Measured::TrainingAttendances].map(target).into()
        }
        (Rule::MatchedProjects, _) => only(format!("/targets/matched_projects?year={year}")),
        (Rule::FundsReceived, _) => only(format!("/targets/funds_received?year={year}")),
        (Rule::SheetsOnTime, _) => only(format!("/assessments/{quarter}")),
        (Rule::FollowUpsOnTime, _) => only(format!("/follow-ups?{within}&show=all")),
        (Rule::ClosedOnTime, _) => vec![
            Place {
                called: Some(words::instructions(language).to_owned()),
                href: below(format!("/instructions?{within}")),
            },
            Place {
                called: Some(words::rectifications(language).to_owned()),
                href: below(format!("/rectifications?{within}&of=base")),
            },
        ],
        (Rule::AdviceOnTime, _) => only(format!("/services?{within}&kind=policy_advice")),
        (Rule::ActivitiesAgainstPlan, None) | (Rule::QuartersMean, _) => Vec::new(),
    }
}

/// The same for an organisation's own people.
fn of_ours(language: Language, organisation: Uuid, rule: Rule, quarter: Quarter) -> Vec<Place> {
    let below = |below: &str| format!("/o/{organisation}{below}");
    match rule {
        Rule::WeeklyOnTime | Rule::ActivitiesAgainstPlan => Place::only(below(&format!("/reports?quarter={quarter}"))),
        Rule::PlanCompletion => plans(language, quarter, &below("/plans")),
        Rule::TrainingAttendance => Place::only(below("/records")),
        _ => Vec::new(),
    }
}

/// A plan for each month.
fn plans(language: Language, quarter: Quarter, path: &str) -> Vec<Place> {
    let of_month = |month| Place { called: Some(time::month(language, month)), href: format!("{path}/{month}") };
    quarter.months().map(of_month).collect()
}
