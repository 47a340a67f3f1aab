use chrono::TimeDelta;
use proptest::prelude::*;

use super::{password, *};

fn name(text: &str) -> AccountName {
    AccountName::parse(text).expect("a name")
}

#[test]
fn names_are_the_same_in_either_case_and_either_width() {
    for typed in ["Wang.Fang", " wang.fang ", "wang.fang", "WANG.FANG"] {
        assert_eq!(name(typed), name("wang.fang"));
    }
}

#[test]
fn a_name_has_two_to_forty_letters_digits_or_chinese_characters() {
    use NameFault::{Character, Missing, TooLong, TooShort};
    let long = "a".repeat(41);
    for (typed, outcome) in [
        ("王芳", None),
        ("a-1_b.c", None),
        ("  ", Some(Missing)),
        ("a", Some(TooShort)),
        (&long, Some(TooLong)),
        ("wang fang", Some(Character)),
        ("wang@fang", Some(Character)),
        ("a\u{200b}bc", Some(Character)),
        ("тест", Some(Character)),
    ] {
        assert_eq!(AccountName::parse(typed).err(), outcome, "{typed:?}");
    }
}

#[test]
fn a_password_is_judged_by_what_guessers_try_first() {
    use PasswordFault::{Common, HoldsTheName, TooLong, TooShort};
    let long = "x".repeat(201);
    for (typed, outcome) in [
        ("short", Some(TooShort)),
        ("九个汉字的一句话呀", Some(TooShort)),
        (long.as_str(), Some(TooLong)),
        ("wang.fang2026", Some(HoldsTheName)),
        ("2026WANG.FANG", Some(HoldsTheName)),
        ("woaini1314", Some(Common)),
        ("Woaini1314520", Some(Common)),
        ("a123456789", Some(Common)),
        ("Qwer1234Qwer", Some(Common)),
        ("Admin@2026!", Some(Common)),
        ("1111111111", Some(Common)),
        ("abcabcabcabc", Some(Common)),
        ("0123456789", Some(Common)),
        ("------------", Some(Common)),
        ("Zhuzhou2026!", Some(Common)),
        ("correct horse battery", None),
        ("k7mwx-3xqpy-9fhtz", None),
        ("我家的猫不吃鱼只吃草", None),
    ] {
        assert_eq!(Password::judge(typed, &name("wang.fang")).err(), outcome, "{typed:?}");
    }
}

#[test]
fn the_list_of_common_pieces_is_sorted_lower_case_and_without_signs() {
    let lines: Vec<&str> = password::common().collect();
    assert!(lines.len() > 1000);
    assert!(lines.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(lines.iter().all(|line| line.len() <= 24));
    assert!(lines.iter().all(|line| line.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())));
}

#[test]
fn a_password_does_not_show_itself() {
    let password = Password::judge("我家的猫不吃鱼只吃草", &name("wang.fang")).expect("a good one");
    assert_eq!(format!("{password:?}"), "Password(…)");
}

#[test]
fn three_failures_are_free_then_each_wait_is_twice_the_one_before() {
    let seconds: Vec<i64> = (0..14).map(|failures| Throttle::NAME.wait(failures).num_seconds()).collect();
    assert_eq!(seconds, [0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
}

#[test]
fn an_address_is_given_more_tries_than_a_name() {
    assert_eq!(Throttle::ADDRESS.wait(30), TimeDelta::zero());
    assert_eq!(Throttle::ADDRESS.wait(31), TimeDelta::seconds(1));
}

proptest! {
    #[test]
    fn no_number_of_failures_locks_for_longer_than_the_longest_wait(failures: u32) {
        prop_assert!(Throttle::NAME.wait(failures) <= TimeDelta::minutes(5));
        prop_assert!(Throttle::NAME.wait(failures) <= Throttle::NAME.wait(failures.saturating_add(1)));
    }

    #[test]
    fn a_name_reads_the_same_when_read_again(typed in "\\PC{0,50}") {
        if let Ok(name) = AccountName::parse(&typed) {
            prop_assert_eq!(AccountName::parse(name.as_str()), Ok(name));
        }
    }

    #[test]
    fn judging_ends_for_every_text(typed in "\\PC{0,220}") {
        let judged = Password::judge(&typed, &AccountName::parse("wang.fang").expect("a name"));
        prop_assert!(judged.is_err() || typed.chars().count() >= 10);
    }
}
