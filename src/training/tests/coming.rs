use proptest::{collection::vec, prelude::*};
use uuid::Uuid;

use super::super::{AttendField, Came, ListText, Listed, MOST_NAMES, Party, SignIn, SignInText, Tally};
use crate::{
    record::{Fault, Problem},
    typed,
};

fn fields(problems: Vec<Problem<AttendField>>) -> Vec<AttendField> {
    problems.into_iter().map(|problem| problem.field).collect()
}

#[test]
fn on_the_spot_one_says_who_one_is_and_from_where() {
    let id = Uuid::from_u128(3);
    let text = SignInText { organisation: id.to_string(), person: " 张 三 ".into(), ..SignInText::default() };
    let read = SignIn::judge(&text).unwrap();
    assert_eq!((read.party, read.person.as_str(), read.phone.as_str()), (Party::Organisation(id), "张三", ""));
    let outside = SignInText { organisation: "outside".into(), phone: "０１２３".into(), ..text.clone() };
    assert_eq!(fields(SignIn::judge(&outside).unwrap_err()), [AttendField::Outside]);
    let outside = SignInText { outside: "街道社工站".into(), ..outside };
    let read = SignIn::judge(&outside).unwrap();
    assert_eq!((read.party, read.phone.as_str()), (Party::Outside("街道社工站".into()), "0123"));
    let chosen = SignInText { organisation: Party::Outside("街道社工站".into()).choice(), ..text };
    assert_eq!(SignIn::judge(&chosen).unwrap().party, Party::Outside("街道社工站".into()));
    let nothing = SignIn::judge(&SignInText { phone: "123".into(), ..SignInText::default() }).unwrap_err();
    assert_eq!(nothing.last().map(|problem| problem.fault), Some(Fault::NotFourDigits));
    assert_eq!(fields(nothing), [AttendField::Organisation, AttendField::Person, AttendField::Phone]);
}

#[test]
fn a_list_is_typed_in_whatever_way_and_each_name_counts_once() {
    let text = |names: &str, reason: &str| ListText {
        organisation: Uuid::from_u128(3).to_string(),
        names: names.into(),
        reason: reason.into(),
        ..ListText::default()
    };
    let read = Listed::judge(&text("张三、李四，王 五\n张三;Anna Lee,", ""), false).unwrap();
    assert_eq!(read.names, ["张三", "李四", "王五", "Anna Lee"]);
    assert_eq!(fields(Listed::judge(&text(" 、\n", ""), false).unwrap_err()), [AttendField::Names]);
    assert_eq!(fields(Listed::judge(&text("张三", " "), true).unwrap_err()), [AttendField::Reason]);
    assert_eq!(Listed::judge(&text("张三", "纸质签到表补录"), true).unwrap().reason, "纸质签到表补录");
    let many = (0..=MOST_NAMES).map(|n| n.to_string()).collect::<Vec<_>>().join("\n");
    let fault = Fault::Typed(typed::Fault::TooMany { limit: MOST_NAMES, found: MOST_NAMES + 1 });
    assert_eq!(Listed::judge(&text(&many, ""), false).unwrap_err()[0].fault, fault);
}

fn came(training: u128, party: u128, person: &str) -> Came {
    Came {
        training: Uuid::from_u128(training),
        party: if party < 3 { Party::Organisation(Uuid::from_u128(party)) } else { Party::Outside(party.to_string()) },
        person: person.to_owned(),
    }
}

#[test]
fn attendances_people_and_organisations_are_counted_apart() {
    let rows = [came(1, 1, "张三"), came(2, 1, "张三"), came(2, 1, "李四"), came(2, 2, "张三"), came(2, 5, "张三")];
    let tally = Tally::of(3, &rows);
    assert_eq!(tally, Tally { sessions: 3, attendances: 5, people: 4, organisations: 3 });
    assert_eq!(Tally::of(0, &[]), Tally::default());
}

proptest! {
    #[test]
    fn a_tally_does_not_depend_on_order_and_never_counts_more_people_than_attendances(
        rows in vec((0_u128..4, 0_u128..6, "[a-c]"), 0..40),
        turn in 0_usize..40,
    ) {
        let mut rows: Vec<Came> = rows.into_iter().map(|(t, p, name)| came(t, p, &name)).collect();
        let tally = Tally::of(4, &rows);
        let middle = turn % rows.len().max(1);
        rows.rotate_left(middle);
        rows.extend(rows.first().cloned());
        prop_assert_eq!(Tally::of(4, &rows), tally, "named twice or in another order");
        prop_assert!(tally.organisations <= tally.people && tally.people <= tally.attendances);
        prop_assert_eq!(tally.attendances == 0, rows.is_empty());
    }
}
