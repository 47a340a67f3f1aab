use super::points;
use crate::{
    assessment::{
        Applicability, Band, Bands, CardChange, CardField, CardPlace, CardProblem, Indicator, IndicatorField, Kind,
        Rule, Scorecard, ScorecardFault, Scoring, Section, VetoField, annual, base, changed_fields, community,
        differences, exit_review, organisation, shipped,
    },
    incubation::Mode,
    organisation::Standing,
    points::Points,
    typed,
};

#[test]
fn the_scorecards_of_the_program_can_be_published() {
    for card in [organisation(), community(), base(), exit_review(), annual()] {
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
    assert_eq!(worth(&annual()), ["70.00", "30.00"]);
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
    assert_eq!(by_rule(&annual()), [Rule::QuartersMean]);
}

#[test]
fn a_card_uses_the_rules_that_find_something_for_its_subjects() {
    for kind in Kind::ALL.iter().copied() {
        let card = shipped(kind);
        assert_eq!(card.kind, kind);
        let known = |one: &Indicator| match one.scoring {
            Scoring::Rule(rule) => kind.rules().contains(&rule),
            Scoring::Judgement => true,
        };
        assert!(card.indicators().all(known), "{}", card.name);
    }
    for rule in Rule::ALL {
        assert!(Kind::ALL.iter().any(|kind| kind.rules().contains(rule)), "{rule} suits nobody");
    }
}

#[test]
fn whatever_stands_in_the_way_of_a_scorecard_is_told() {
    use CardPlace::{Head, Indicator as At, Section as Of, Sections, Veto as Stop};
    use ScorecardFault as F;
    let mut card = exit_review();
    card.name = " ".to_owned();
    card.bonus_cap = points("101");
    card.sections[0].name = String::new();
    card.sections[0].indicators[0].max = Points::ZERO;
    card.sections[0].indicators[0].scoring = Scoring::Rule(Rule::WeeklyOnTime);
    card.sections[1].indicators[0].code = "structure".to_owned();
    card.sections[1].indicators[0].evidence = "证".repeat(201);
    card.sections[2].indicators.clear();
    card.sections[3].indicators[0].name = String::new();
    card.sections[3].indicators[0].code = "Projects 1".to_owned();
    card.vetoes[3].code = "illegality".to_owned();
    card.vetoes[3].name = String::new();
    card.bands = Bands { good: points("95"), ..Bands::DEFAULT };
    let required = F::Typed(typed::Fault::Required);
    let expected = [
        (Head(CardField::Name), required),
        (Head(CardField::BonusCap), F::Typed(typed::Fault::TooLarge { limit: 100 })),
        (Head(CardField::Excellent), F::BandsOutOfOrder),
        (Of(0), required),
        (At(0, 0, IndicatorField::Max), F::WorthNothing),
        (At(0, 0, IndicatorField::Scoring), F::RuleOfAnotherKind),
        (At(1, 0, IndicatorField::Evidence), F::Typed(typed::Fault::TooLong { limit: 200, found: 201 })),
        (At(1, 0, IndicatorField::Code), F::CodeTaken),
        (Of(2), F::EmptySection),
        (At(3, 0, IndicatorField::Code), F::CodeUnfit),
        (At(3, 0, IndicatorField::Name), required),
        (Sections, F::DoesNotAddUp { sum: points("50") }),
        (Stop(3, VetoField::Code), F::CodeTaken),
        (Stop(3, VetoField::Name), required),
    ];
    assert_eq!(card.faults(), expected.map(|(place, fault)| CardProblem { place, fault }));
}

#[test]
fn a_card_has_bounds() {
    let many = |limit: usize, found: usize| ScorecardFault::Typed(typed::Fault::TooMany { limit, found });
    let mut card = exit_review();
    let section = card.sections[0].clone();
    card.sections = vec![section; 21];
    let found: Vec<_> = card.faults().into_iter().map(|problem| problem.fault).collect();
    assert_eq!(found[0], many(20, 21));
    let mut card = exit_review();
    card.sections[0].indicators = vec![card.sections[0].indicators[0].clone(); 81];
    assert!(card.faults().iter().any(|problem| problem.fault == many(80, 84)));
    let mut card = exit_review();
    card.vetoes = vec![card.vetoes[0].clone(); 21];
    assert!(card.faults().iter().any(|problem| problem.fault == many(20, 21)));
}

#[test]
fn an_indicator_applies_by_standing_and_mode() {
    let mut one = exit_review().sections[0].indicators[0].clone();
    let covers = |one: &Indicator| {
        let all = Standing::ALL.iter().flat_map(|standing| Mode::ALL.iter().map(|mode| (*standing, *mode)));
        all.filter(|(standing, mode)| one.applies_to(*standing, *mode)).count()
    };
    assert_eq!(covers(&one), 6);
    assert!(one.applies_to(Standing::Filed, None));
    one.applies_to = Applicability { standings: vec![Standing::Registered], modes: Vec::new() };
    assert_eq!(covers(&one), 2);
    assert!(one.applies_to(Standing::Registered, None) && !one.applies_to(Standing::Filed, Mode::InShell));
    one.applies_to.modes = vec![Mode::InShell];
    assert_eq!(covers(&one), 1);
    assert!(!one.applies_to(Standing::Registered, None), "the mode is not known");
}

#[test]
fn an_indicator_applies_to_nobody_whom_its_card_is_not_for() {
    let of = |kind: Kind, standings: Vec<Standing>, modes: Vec<Mode>| {
        let mut card = shipped(kind);
        card.sections[0].indicators[0].applies_to = Applicability { standings, modes };
        card.faults().into_iter().map(|problem| problem.fault).collect::<Vec<_>>()
    };
    let nobody = [ScorecardFault::AppliesToNobody];
    assert_eq!(of(Kind::Organisation, vec![Standing::Unregistered], vec![Mode::OutOfShell]), []);
    assert_eq!(of(Kind::Organisation, vec![Standing::Filed], Vec::new()), nobody);
    assert_eq!(of(Kind::Community, vec![Standing::Registered], Vec::new()), nobody);
    assert_eq!(of(Kind::Base, Vec::new(), vec![Mode::InShell]), nobody);
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
    new.name = "出壳评估表（试行）".to_owned();
    new.sections[2].name = "财务".to_owned();
    let moved = new.sections[2].indicators[0].clone();
    assert_eq!(changed_fields(&before, &now), [IndicatorField::Max]);
    let expected = [
        CardChange::Renamed(old.name.clone(), new.name.clone()),
        CardChange::Changed(before, now),
        CardChange::Moved(moved, "财务管理".to_owned(), "财务".to_owned()),
        CardChange::Added(came),
        CardChange::Removed(gone),
        CardChange::Conditions,
    ];
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

#[test]
fn a_card_from_before_articles_and_applicability_is_read() {
    let mut told = serde_json::to_value(exit_review()).unwrap();
    for section in told["sections"].as_array_mut().unwrap() {
        for indicator in section["indicators"].as_array_mut().unwrap() {
            let fields = indicator.as_object_mut().unwrap();
            assert!(fields.remove("article").is_some() && fields.remove("applies_to").is_some());
        }
    }
    assert_eq!(serde_json::from_value::<Scorecard>(told).unwrap(), exit_review());
}
