//! A scorecard as it is typed.

use proptest::prelude::*;

use super::points;
use crate::{
    assessment::{
        Applicability, CardField, CardPlace, CardProblem, CardText, IndicatorField, IndicatorText, Kind,
        ScorecardFault, SectionText, VetoText, organisation, read_card, shipped,
    },
    incubation::Mode,
    organisation::Standing,
    points::Points,
    typed::{Fault, read_points},
};

fn problem(place: CardPlace, fault: ScorecardFault) -> CardProblem {
    CardProblem { place, fault }
}

#[test]
fn what_is_shown_to_be_changed_is_read_as_the_same_card() {
    for kind in Kind::ALL.iter().copied() {
        assert_eq!(read_card(kind, &CardText::from(&shipped(kind))), Ok(shipped(kind)));
    }
    let mut card = organisation();
    let one = &mut card.sections[0].indicators[1];
    one.applies_to = Applicability { standings: vec![Standing::Registered], modes: vec![Mode::OutOfShell] };
    one.article = "运营管理办法 第十二条".to_owned();
    assert_eq!(read_card(Kind::Organisation, &CardText::from(&card)), Ok(card));
}

#[test]
fn what_cannot_be_read_is_told_once_and_what_rests_on_it_is_not() {
    let mut text = CardText::from(&organisation());
    let max = |text: &mut CardText, typed: &str| typed.clone_into(&mut text.sections[0].indicators[0].max);
    let place = CardPlace::Indicator(0, 0, IndicatorField::Max);
    for (typed, fault) in [
        ("", Fault::Required),
        ("五", Fault::NotANumber),
        ("-5", Fault::Negative),
        ("4.625", Fault::TooPrecise),
        ("1001", Fault::TooLarge { limit: 1000 }),
    ] {
        max(&mut text, typed);
        let expected = vec![problem(place, ScorecardFault::Typed(fault))];
        assert_eq!(read_card(Kind::Organisation, &text), Err(expected), "{typed}");
    }
    max(&mut text, "4");
    let expected = vec![problem(CardPlace::Sections, ScorecardFault::DoesNotAddUp { sum: points("99") })];
    assert_eq!(read_card(Kind::Organisation, &text), Err(expected));
    max(&mut text, "５．００");
    assert_eq!(read_card(Kind::Organisation, &text), Ok(organisation()));
}

#[test]
fn bands_that_cannot_be_read_are_not_called_out_of_order() {
    let mut text = CardText::from(&organisation());
    text.head.good = "eighty".to_owned();
    let expected = vec![problem(CardPlace::Head(CardField::Good), ScorecardFault::Typed(Fault::NotANumber))];
    assert_eq!(read_card(Kind::Organisation, &text), Err(expected));
}

#[test]
fn a_rule_is_chosen_from_those_that_there_are() {
    let mut text = CardText::from(&organisation());
    let place = CardPlace::Indicator(0, 0, IndicatorField::Scoring);
    for (typed, fault) in [
        ("", ScorecardFault::Typed(Fault::UnknownChoice)),
        ("luck", ScorecardFault::Typed(Fault::UnknownChoice)),
        ("hatched", ScorecardFault::RuleOfAnotherKind),
    ] {
        typed.clone_into(&mut text.sections[0].indicators[0].scoring);
        assert_eq!(read_card(Kind::Organisation, &text), Err(vec![problem(place, fault)]), "{typed}");
    }
}

#[test]
fn everything_ticked_is_the_same_as_nothing_ticked() {
    let mut text = CardText::from(&organisation());
    let one = &mut text.sections[0].indicators[0];
    for standing in Kind::Organisation.standings() {
        IndicatorText::TICKED.clone_into(one.standing_mut(*standing));
    }
    for mode in Mode::ALL {
        IndicatorText::TICKED.clone_into(one.mode_mut(*mode));
    }
    assert_eq!(read_card(Kind::Organisation, &text), Ok(organisation()));
}

#[test]
fn only_rows_without_a_code_get_one() {
    let indicator = |code: &str| IndicatorText { code: code.to_owned(), ..IndicatorText::default() };
    let text = CardText {
        sections: vec![SectionText {
            name: " 党建 ".to_owned(),
            indicators: vec![indicator(" rules "), indicator("")],
        }],
        vetoes: vec![VetoText::default()],
        ..CardText::default()
    };
    let mut minted = 0;
    let coded = text.with_codes(|| {
        minted += 1;
        format!("own_{minted}")
    });
    assert_eq!(coded.sections[0].name, "党建");
    let codes: Vec<_> = coded.sections[0].indicators.iter().map(|one| one.code.as_str()).collect();
    assert_eq!((codes, coded.vetoes[0].code.as_str()), (vec!["rules", "own_1"], "own_2"));
}

#[test]
fn a_form_shows_the_sum_of_what_can_be_read() {
    let mut text = CardText::from(&organisation());
    assert_eq!((text.sum_of(0), text.sum()), (points("10"), Points::HUNDRED));
    text.sections[0].indicators[0].max = "?".to_owned();
    assert_eq!((text.sum_of(0), text.sum()), (points("5"), points("95")));
    assert_eq!(text.sum_of(99), Points::ZERO);
}

proptest! {
    #[test]
    fn points_are_read_as_they_are_written(hundredths in 0_i32..=100_000) {
        let points = Points::hundredths(hundredths);
        prop_assert_eq!(read_points(&points.to_string()), Ok(points));
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(name in ".{0,70}", max in ".{0,8}", code in ".{0,45}", ticked: [bool; 5]) {
        let mut text = CardText::from(&organisation());
        let one = &mut text.sections[0].indicators[0];
        let tick = |on: bool| if on { "yes".to_owned() } else { String::new() };
        (one.name, one.max, one.code) = (name, max, code);
        (one.registered, one.filed, one.unregistered) = (tick(ticked[0]), tick(ticked[1]), tick(ticked[2]));
        (one.in_shell, one.out_of_shell) = (tick(ticked[3]), tick(ticked[4]));
        match read_card(Kind::Organisation, &text) {
            Ok(card) => {
                prop_assert_eq!(card.faults(), []);
                prop_assert_eq!(read_card(Kind::Organisation, &CardText::from(&card)), Ok(card));
            }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }
}
