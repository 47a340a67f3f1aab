use super::points;
use crate::{
    assessment::{
        Band, Bands, CardChange, Indicator, Rule, Scorecard, ScorecardFault, Scoring, Section, base, community,
        differences, exit_review, organisation,
    },
    points::Points,
};

#[test]
fn the_scorecards_of_the_program_can_be_published() {
    for card in [organisation(), community(), base(), exit_review()] {
        assert_eq!(card.faults(), [], "{}", card.name);
    }
}

#[test]
fn sections_are_worth_what_the_domain_says() {
    let worth = |card: &Scorecard| -> Vec<String> {
        let sum = |section: &Section| section.indicators.iter().map(|one| one.max).sum::<Points>();
        card.sections.iter().map(|section| sum(section).to_string()).collect()
    };
    assert_eq!(worth(&organisation()), ["10.00", "15.00", "15.00", "15.00", "25.00", "8.00", "7.00", "5.00"]);
    assert_eq!(worth(&community()), ["35.00", "20.00", "15.00", "15.00", "15.00"]);
    assert_eq!(worth(&base()), ["30.00", "20.00", "15.00", "10.00", "10.00", "5.00", "5.00", "5.00"]);
}

#[test]
fn what_the_program_knows_is_scored_by_rule() {
    let by_rule = |card: &Scorecard| -> Vec<Rule> {
        let rule = |indicator: &Indicator| match indicator.scoring {
            Scoring::Rule(rule) => Some(rule),
            Scoring::Judgement => None,
        };
        card.indicators().filter_map(rule).collect()
    };
    let of_organisations =
        [Rule::TrainingAttendance, Rule::PlanCompletion, Rule::ActivitiesAgainstPlan, Rule::WeeklyOnTime];
    assert_eq!(by_rule(&organisation()), of_organisations);
    assert_eq!(by_rule(&base()).len(), 11);
    assert_eq!(by_rule(&exit_review()), []);
}

#[test]
fn whatever_stands_in_the_way_of_a_scorecard_is_told() {
    let mut card = exit_review();
    card.name = " ".to_owned();
    card.sections[0].indicators[0].max = Points::ZERO;
    card.sections[1].indicators[0].code = "structure".to_owned();
    card.sections[2].indicators.clear();
    card.sections[3].indicators[0].name = String::new();
    card.bands = Bands { good: points("95"), ..Bands::DEFAULT };
    let code = |code: &str| code.to_owned();
    let expected = [
        ScorecardFault::NameMissing,
        ScorecardFault::EmptySection { section: 2 },
        ScorecardFault::WorthNothing { code: code("structure") },
        ScorecardFault::CodeTaken { code: code("structure") },
        ScorecardFault::IndicatorNameMissing { code: code("projects") },
        ScorecardFault::DoesNotAddUp { sum: points("50") },
        ScorecardFault::BandsOutOfOrder,
    ];
    assert_eq!(card.faults(), expected);
}

#[test]
fn a_band_begins_at_its_number() {
    for (total, band) in [
        ("100", Band::Excellent),
        ("90", Band::Excellent),
        ("89.99", Band::Good),
        ("80", Band::Good),
        ("79.99", Band::Pass),
        ("60", Band::Pass),
        ("59.99", Band::Fail),
        ("0", Band::Fail),
    ] {
        assert_eq!(Bands::DEFAULT.of(points(total)), band, "{total}");
    }
}

#[test]
fn a_new_version_tells_what_it_says_otherwise() {
    let old = exit_review();
    let mut new = old.clone();
    let gone = new.sections[0].indicators.remove(0);
    let before = new.sections[1].indicators[0].clone();
    new.sections[1].indicators[0].max = points("50");
    let now = new.sections[1].indicators[0].clone();
    let came = Indicator { code: "history".to_owned(), ..gone.clone() };
    new.sections[3].indicators.push(came.clone());
    new.bonus_cap = points("3");
    let expected =
        [CardChange::Changed(before, now), CardChange::Added(came), CardChange::Removed(gone), CardChange::Conditions];
    assert_eq!(differences(&old, &new), expected);
    assert_eq!(differences(&old, &old), []);
}

#[test]
fn a_scorecard_travels_as_json() {
    for card in [organisation(), community(), base(), exit_review()] {
        let text = serde_json::to_string(&card).unwrap();
        assert_eq!(serde_json::from_str::<Scorecard>(&text).unwrap(), card);
    }
}
