use proptest::prelude::*;

use super::{counted, draft, typed};
use crate::{
    annual_target::{
        CATALOGUE, CountingRule, Draft, DraftTarget, Fault, FieldChange, Measure, Place, Problem, Standard, Target,
        TargetChange, TargetField, differences, even_split, judge,
    },
    service_request::HelpKind,
    typed,
};

const BLANK: [&str; 4] = [""; 4];

fn problems(targets: Vec<DraftTarget>) -> Vec<(Place, Fault)> {
    let found = judge(&draft(targets)).unwrap_err();
    found.into_iter().map(|Problem { place, fault }| (place, fault)).collect()
}

#[test]
fn the_catalogue_is_a_years_targets_once_each_has_an_owner() {
    let mut year = Draft::of_catalogue();
    let missing = judge(&year.clone().with_codes(counted())).unwrap_err();
    assert_eq!(missing.len(), CATALOGUE.len(), "only the owners are missing");
    for row in &mut year.targets {
        row.owner = "周敏".to_owned();
    }
    let targets = judge(&year.with_codes(counted())).unwrap();
    let found = targets.iter().map(|target| target.code.as_str());
    assert!(found.eq(CATALOGUE.iter().map(|standard| standard.code)));
    let of = |code: &str| targets.iter().find(|target| target.code == code).unwrap();
    assert_eq!((of("admitted").annual, of("admitted").split), (12, [3; 4]));
    assert_eq!((of("hatched").rule, of("coaching").rule), (CountingRule::Hatched, CountingRule::CoachingVisits));
    assert_eq!(of("follow_ups_on_time").rule, CountingRule::FollowUpsOnTime);
    assert_eq!(
        (of("training_people").rule, of("training_people").measure),
        (CountingRule::PeopleTrained, Measure::Count)
    );
    assert_eq!(of("newly_certified").rule, CountingRule::Entered, "what no record tells is entered");
    assert_eq!(of("funds_received").annual, 100_000_000, "one million yuan in cents");
}

#[test]
fn no_two_targets_of_the_catalogue_share_a_code_or_a_name() {
    let fields: [fn(&Standard) -> &'static str; 3] = [|one| one.code, |one| one.chinese, |one| one.english];
    for field in fields {
        let mut all: Vec<_> = CATALOGUE.iter().map(field).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), CATALOGUE.len());
    }
}

#[test]
fn a_year_is_divided_as_evenly_as_it_goes_and_a_rate_not_at_all() {
    for (measure, annual, expected) in [
        (Measure::Count, 12, [3, 3, 3, 3]),
        (Measure::Count, 5, [1, 1, 1, 2]),
        (Measure::Count, 2, [0, 0, 1, 1]),
        (Measure::Money, 100_000_001, [25_000_000, 25_000_000, 25_000_000, 25_000_001]),
        (Measure::Rate, 9_000, [9_000; 4]),
    ] {
        assert_eq!(even_split(measure, annual), expected, "{measure} {annual}");
    }
}

#[test]
fn quarters_add_up_to_their_year() {
    let split = |quarters| judge(&draft(vec![typed("hatched", "8", quarters)])).map(|targets| targets[0].split);
    assert_eq!(split(BLANK), Ok([2; 4]), "left blank they are divided evenly");
    assert_eq!(split(["1", "", "3", "4"]), Ok([1, 0, 3, 4]), "of some, a blank one plans nothing");
    let fault = Fault::DoesNotAddUp { annual: 8, quarters: 7, measure: Measure::Count };
    let place = Place::Target(0, TargetField::Annual);
    assert_eq!(split(["1", "1", "1", "4"]), Err(vec![Problem { place, fault }]));
    let fault = Fault::Typed(typed::Fault::NotANumber);
    let place = Place::Target(0, TargetField::Third);
    assert_eq!(split(["1", "1", "两", "4"]), Err(vec![Problem { place, fault }]));
}

#[test]
fn numbers_are_read_in_the_measures_own_unit() {
    for (code, text, expected) in [
        ("funds_pledged", "100万", Ok(100_000_000)),
        ("funds_pledged", "12,000.50元", Ok(1_200_050)),
        ("satisfaction", "92.5%", Ok(9_250)),
        ("satisfaction", "９０", Ok(9_000)),
        ("satisfaction", "101", Err(Fault::Typed(typed::Fault::TooLarge { limit: 100 }))),
        ("hatched", "8.5", Err(Fault::Typed(typed::Fault::Fraction))),
        ("hatched", "0", Err(Fault::Zero)),
        ("hatched", "", Err(Fault::Typed(typed::Fault::Required))),
    ] {
        let found = judge(&draft(vec![typed(code, text, BLANK)]));
        assert_eq!(found.map(|targets| targets[0].annual).map_err(|found| found[0].fault), expected, "{code} {text}");
    }
}

#[test]
fn a_target_of_the_bases_own_needs_a_name_a_unit_and_how_it_is_shown() {
    let own = DraftTarget { annual: "3".to_owned(), ..DraftTarget::default() };
    let at = |field| Place::Target(0, field);
    let (required, choice) = (Fault::Typed(typed::Fault::Required), Fault::Typed(typed::Fault::UnknownChoice));
    let expected = [
        (at(TargetField::Measure), choice),
        (at(TargetField::Name), required),
        (at(TargetField::Unit), required),
        (at(TargetField::Owner), required),
        (at(TargetField::Evidence), choice),
    ];
    assert_eq!(problems(vec![own]), expected);
}

#[test]
fn no_two_targets_are_called_the_same() {
    let own = DraftTarget { name: "出壳".to_owned(), ..typed("", "3", BLANK) };
    let found = problems(vec![typed("hatched", "8", BLANK), own]);
    assert!(found.contains(&(Place::Target(1, TargetField::Name), Fault::NamedTwice)), "{found:?}");
}

#[test]
fn a_year_without_a_target_is_none_and_one_with_too_many_neither() {
    assert_eq!(problems(Vec::new()), [(Place::Targets, Fault::NoTarget)]);
    let many = (0..61).map(|n| DraftTarget { name: format!("目标{n}"), ..typed("", "1", BLANK) }).collect();
    let fault = Fault::Typed(typed::Fault::TooMany { limit: 60, found: 61 });
    assert_eq!(problems(many)[0], (Place::Targets, fault));
}

#[test]
fn what_the_catalogue_settles_is_the_catalogues() {
    let renamed = DraftTarget { name: "别的".to_owned(), unit: "吨".to_owned(), ..typed("hatched", "8", BLANK) };
    let targets = judge(&draft(vec![renamed])).unwrap();
    assert_eq!((targets[0].name.as_str(), targets[0].unit.as_str()), ("出壳", "家"));
}

#[test]
fn a_change_tells_what_came_what_went_and_what_is_otherwise() {
    let of = |code: &str, annual: &str| judge(&draft(vec![typed(code, annual, BLANK)])).unwrap().remove(0);
    let (kept, gone, came) = (of("hatched", "8"), of("admitted", "12"), of("coaching", "144"));
    let more = of("hatched", "9");
    let change = |field, old: &str, new: &str| FieldChange { field, old: old.to_owned(), new: new.to_owned() };
    let fields = vec![change(TargetField::Annual, "8", "9"), change(TargetField::Fourth, "2", "3")];
    let expected = [
        TargetChange::Changed(more.clone(), fields),
        TargetChange::Added(came.clone()),
        TargetChange::Removed(gone.clone()),
    ];
    assert_eq!(differences(&[kept.clone(), gone], &[more, came]), expected);
    assert_eq!(differences(std::slice::from_ref(&kept), std::slice::from_ref(&kept)), []);
}

#[test]
fn the_bases_own_targets_are_counted_by_any_rule_of_their_measure() {
    for rule in CountingRule::ALL {
        let offered = CountingRule::FOR_OWN.iter().filter(|one| *one == rule).count();
        assert_eq!(offered, 1, "{rule}");
        assert_eq!(rule.measure().is_none(), !rule.is_counted(), "{rule}");
        assert_eq!(rule.measure() == Some(Measure::Rate), rule.is_rate(), "{rule}");
    }
    for kind in HelpKind::ALL {
        assert!(CountingRule::FOR_OWN.contains(&CountingRule::of_requests(*kind)), "{kind}");
    }
    for standard in CATALOGUE {
        assert!(standard.rule.measure().is_none_or(|measure| measure == standard.measure), "{}", standard.code);
    }
    let choice = Fault::Typed(typed::Fault::UnknownChoice);
    for (measure, rule, expected) in [
        ("count", "", Ok(CountingRule::Entered)),
        ("count", "entered", Ok(CountingRule::Entered)),
        ("count", "service_requests", Ok(CountingRule::ServiceRequests)),
        ("count", "policy_advice", Ok(CountingRule::PolicyAdvice)),
        ("count", "requests_financial_custody", Ok(CountingRule::FinancialCustody)),
        ("rate", "entered", Ok(CountingRule::Entered)),
        ("count", "activities_held", Ok(CountingRule::ActivitiesHeld)),
        ("count", "activity_attendances", Ok(CountingRule::ActivityAttendances)),
        ("count", "hatched", Ok(CountingRule::Hatched)),
        ("money", "funds_received", Ok(CountingRule::FundsReceived)),
        ("rate", "follow_ups_on_time", Ok(CountingRule::FollowUpsOnTime)),
        ("money", "service_requests", Err(Fault::CountsOtherwise { measure: Measure::Count })),
        ("rate", "requests_training", Err(Fault::CountsOtherwise { measure: Measure::Count })),
        ("money", "activities_held", Err(Fault::CountsOtherwise { measure: Measure::Count })),
        ("count", "funds_received", Err(Fault::CountsOtherwise { measure: Measure::Money })),
        ("count", "follow_ups_on_time", Err(Fault::CountsOtherwise { measure: Measure::Rate })),
        ("count", "financial_custody", Err(choice)),
    ] {
        let own = DraftTarget {
            name: "服务件数".to_owned(),
            unit: "件".to_owned(),
            measure: measure.to_owned(),
            evidence: "record".to_owned(),
            rule: rule.to_owned(),
            ..typed("", "30", BLANK)
        };
        let found = judge(&draft(vec![own])).map(|targets| targets[0].rule);
        let problem = |fault| vec![Problem { place: Place::Target(0, TargetField::Rule), fault }];
        assert_eq!(found, expected.map_err(problem), "{measure} {rule}");
    }
    let renamed = DraftTarget { rule: "service_requests".to_owned(), ..typed("hatched", "8", BLANK) };
    let targets = judge(&draft(vec![renamed])).unwrap();
    assert_eq!(targets[0].rule, CountingRule::Hatched, "the catalogue's are counted by the catalogue's rule");
}

#[test]
fn every_rule_is_read_as_it_is_kept() {
    for rule in CountingRule::ALL {
        let kept = serde_json::to_string(rule).unwrap();
        assert_eq!(serde_json::from_str::<CountingRule>(&kept).unwrap(), *rule, "{kept}");
    }
}

fn of_measure(measure: Measure, annual: i64, split: [i64; 4]) -> Target {
    let annual = if measure.adds_up() { split.iter().sum::<i64>() } else { annual };
    let split = if measure.adds_up() { split } else { [annual; 4] };
    Target {
        code: uuid::Uuid::from_u128(1).to_string(),
        name: "自定目标".to_owned(),
        unit: if measure == Measure::Count { "项".to_owned() } else { String::new() },
        measure,
        rule: CountingRule::Entered,
        annual,
        split,
        owner: "周敏".to_owned(),
        helpers: String::new(),
        evidence: crate::annual_target::Evidence::Ledger,
    }
}

proptest! {
    #[test]
    fn a_division_adds_up_and_no_quarter_differs_from_another_by_more_than_one(annual in 0_i64..1_000_000) {
        let split = even_split(Measure::Count, annual);
        prop_assert_eq!(split.iter().sum::<i64>(), annual);
        prop_assert!(split[3] - split[0] <= 1 && split.is_sorted());
    }

    #[test]
    fn targets_that_are_typed_again_are_the_same(
        measure in prop::sample::select(Measure::ALL),
        annual in 1_i64..10_000,
        split in prop::array::uniform4(1_i64..1_000_000),
        rule in prop::sample::select(CountingRule::FOR_OWN.to_vec()),
    ) {
        let fits = rule.measure().is_none_or(|of| of == measure);
        let rule = if fits { rule } else { CountingRule::Entered };
        let targets = vec![Target { rule, ..of_measure(measure, annual, split) }];
        prop_assert_eq!(judge(&Draft::from(targets.as_slice())), Ok(targets));
    }
}
