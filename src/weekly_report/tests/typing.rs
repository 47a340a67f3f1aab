//! Numbers, money, receipts and names of fields, as people type them.

use proptest::prelude::*;

use super::week;
use crate::weekly_report::{ActivityField, Fault, Field, FieldPath, MAX_YUAN, ReceiptNumber, read_cents, read_count};

#[test]
fn a_count_is_read_as_people_type_it() {
    let limit = 1_000_000;
    let too_large = Fault::TooLarge { limit: 1_000_000 };
    let cases = [
        ("0", Ok(0)),
        (" 60 ", Ok(60)),
        ("１２０", Ok(120)),
        ("1,200", Ok(1_200)),
        ("１，２００", Ok(1_200)),
        ("1,000,000", Ok(1_000_000)),
        ("12.0", Ok(12)),
        ("", Err(Fault::Required)),
        ("　", Err(Fault::Required)),
        ("1,20", Err(Fault::NotANumber)),
        (",200", Err(Fault::NotANumber)),
        ("1200,000", Err(Fault::NotANumber)),
        ("六十", Err(Fault::NotANumber)),
        ("60人", Err(Fault::NotANumber)),
        ("1.2.3", Err(Fault::NotANumber)),
        ("--3", Err(Fault::NotANumber)),
        ("-3", Err(Fault::Negative)),
        ("－３", Err(Fault::Negative)),
        ("-", Err(Fault::NotANumber)),
        ("3.5", Err(Fault::Fraction)),
        ("1000001", Err(too_large)),
        ("99999999999999999999999999", Err(too_large)),
    ];
    for (typed, read) in cases {
        assert_eq!(read_count(typed, limit), read, "{typed}");
    }
}

#[test]
fn money_is_read_in_yuan_or_ten_thousands_without_a_float() {
    let too_large = Err(Fault::TooLarge { limit: MAX_YUAN });
    let cases = [
        ("0", Ok(0)),
        ("12.3", Ok(1_230)),
        ("12.30", Ok(1_230)),
        ("0.29", Ok(29)),
        ("¥1,234.56", Ok(123_456)),
        ("￥１，２３４．５６元", Ok(123_456)),
        ("1.2万", Ok(1_200_000)),
        ("1.2 万元", Ok(1_200_000)),
        ("1.234567万", Ok(1_234_567)),
        ("100万", Ok(100_000_000)),
        ("1000000000", Ok(100_000_000_000)),
        ("", Err(Fault::Required)),
        ("元", Err(Fault::NotANumber)),
        ("万", Err(Fault::NotANumber)),
        ("一万", Err(Fault::NotANumber)),
        (".5", Err(Fault::NotANumber)),
        ("5.", Err(Fault::NotANumber)),
        ("-1.2万", Err(Fault::Negative)),
        ("0.001", Err(Fault::TooPrecise)),
        ("1.2345678万", Err(Fault::TooPrecise)),
        ("1000000000.01", too_large),
        ("100001万", too_large),
        ("99999999999999999999999", too_large),
    ];
    for (typed, read) in cases {
        assert_eq!(read_cents(typed), read, "{typed}");
    }
}

#[test]
fn a_field_is_named_as_in_the_form() {
    let on = FieldPath::Activity(2, ActivityField::On);
    assert_eq!(on.to_string(), "activities.2.on");
    assert_eq!(serde_json::to_string(&on).unwrap(), r#""activities.2.on""#);
    assert_eq!("done".parse(), Ok(FieldPath::Of(Field::Done)));
    assert_eq!("activities.2.on".parse(), Ok(on));
    for text in ["", "weather", "activities.", "activities.-1.on", "activities.2", "activities.2.weather", "done.2.on"]
    {
        assert!(text.parse::<FieldPath>().is_err(), "{text}");
    }
}

#[test]
fn a_receipt_number_names_base_week_and_running_number() {
    let number = ReceiptNumber::new("ZB", week("2026-W47"), 1).unwrap();
    let text = number.to_string();
    assert!(text.starts_with("ZB-2026W47-0001-"), "{text}");
    assert_eq!(text.to_lowercase().parse(), Ok(number.clone()));
    assert_eq!(
        ReceiptNumber::new("ZB", week("2026-W47"), 12_345)
            .unwrap()
            .to_string()
            .parse::<ReceiptNumber>()
            .unwrap()
            .running(),
        12_345
    );
    for (base, running) in [("Z", 1), ("ZB-1", 1), ("zb", 1), ("基地", 1), ("ZB", 0)] {
        assert!(ReceiptNumber::new(base, week("2026-W47"), running).is_err(), "{base} {running}");
    }
}

proptest! {
    #[test]
    fn cents_are_read_back_as_they_are_written(cents in 0i64..=100_000_000_000) {
        let typed = format!("{}.{:02}", cents / 100, cents % 100);
        prop_assert_eq!(read_cents(&typed), Ok(cents));
    }

    #[test]
    fn no_typed_text_brings_the_readers_down(typed in ".{0,40}") {
        let _ = read_cents(&typed);
        let _ = read_count(&typed, 500);
        let _ = typed.parse::<FieldPath>();
        let _ = typed.parse::<ReceiptNumber>();
    }

    #[test]
    fn a_receipt_number_with_a_wrong_character_is_noticed(running in 1u32..100_000, at in 0usize..18, with in "[0-9A-Z]") {
        let text = ReceiptNumber::new("ZB", week("2026-W47"), running).unwrap().to_string();
        let at = at.min(text.len() - 1);
        if text.as_bytes()[at] != b'-' && text[at..=at] != with {
            let wrong = format!("{}{with}{}", &text[..at], &text[at + 1..]);
            prop_assert!(wrong.parse::<ReceiptNumber>().is_err(), "{} for {}", wrong, text);
        }
    }

    #[test]
    fn a_receipt_number_with_two_neighbours_swapped_is_noticed(running in 1u32..100_000, at in 0usize..17) {
        let text = ReceiptNumber::new("ZB", week("2026-W47"), running).unwrap().to_string();
        let mut swapped = text.clone().into_bytes();
        swapped.swap(at, at + 1);
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assert!(swapped == text || swapped.parse::<ReceiptNumber>().is_err());
    }
}
