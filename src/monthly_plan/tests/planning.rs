use proptest::prelude::*;
use uuid::Uuid;

use super::{april, counted, day, draft, item, typed};
use crate::{
    monthly_plan::{
        Draft, DraftItem, Fault, FieldChange, Item, ItemChange, ItemField, Place, Problem, differences, judge,
    },
    typed,
};

fn problems(items: Vec<DraftItem>) -> Vec<(Place, Fault)> {
    let found = judge(&draft(items), april()).unwrap_err();
    found.into_iter().map(|Problem { place, fault }| (place, fault)).collect()
}

#[test]
fn a_plan_without_an_item_is_none() {
    assert_eq!(problems(Vec::new()), [(Place::Items, Fault::NoItem)]);
    assert_eq!(problems(vec![DraftItem::default()]), [(Place::Items, Fault::NoItem)], "a blank row is no item");
}

#[test]
fn everything_of_an_item_is_required() {
    let blank = DraftItem { recurring: "on".to_owned(), ..DraftItem::default() };
    let required = Fault::Typed(typed::Fault::Required);
    let fields = [ItemField::What, ItemField::Quantity, ItemField::Unit, ItemField::Responsible, ItemField::DueOn];
    assert_eq!(problems(vec![blank]), fields.map(|field| (Place::Item(0, field), required)));
}

#[test]
fn a_day_lies_in_the_month_and_may_leave_the_year_out() {
    let (first, last) = (day("2026-04-01"), day("2026-04-30"));
    for (text, expected) in [
        ("2026-04-01", Ok(first)),
        ("2026/4/30", Ok(last)),
        ("4月9日", Ok(day("2026-04-09"))),
        ("2026-05-01", Err(Fault::NotInMonth { first, last })),
        ("2026-03-31", Err(Fault::NotInMonth { first, last })),
        ("周五", Err(Fault::Typed(typed::Fault::NotADate))),
    ] {
        let found = judge(&draft(vec![typed("义诊", "2", text)]), april());
        let found = found.map(|items| items[0].due_on).map_err(|found| found[0].fault);
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_quantity_is_at_least_one() {
    for (text, fault) in [
        ("0", Fault::Zero),
        ("两", Fault::Typed(typed::Fault::NotANumber)),
        ("1.5", Fault::Typed(typed::Fault::Fraction)),
        ("-1", Fault::Typed(typed::Fault::Negative)),
        ("1000001", Fault::Typed(typed::Fault::TooLarge { limit: 1_000_000 })),
    ] {
        assert_eq!(problems(vec![typed("义诊", text, "2026-04-09")]), [(Place::Item(0, ItemField::Quantity), fault)]);
    }
    let full_width = judge(&draft(vec![typed("义诊", "１,２００", "2026-04-09")]), april()).unwrap();
    assert_eq!(full_width[0].quantity, 1_200);
}

#[test]
fn an_item_serves_a_target_or_none() {
    for (code, expected) in
        [("trainings", Some("trainings")), ("", None), (" hatched ", Some("hatched")), ("出壳", None)]
    {
        let row = DraftItem { serves: code.to_owned(), ..typed("义诊", "1", "2026-04-09") };
        let found = judge(&draft(vec![row]), april()).unwrap();
        assert_eq!(found[0].serves.as_deref(), expected, "{code}");
        assert_eq!(judge(&Draft::from(found.as_slice()), april()).unwrap(), found, "and goes on serving it");
    }
}

#[test]
fn more_than_forty_items_are_too_many() {
    let items = (0..41).map(|_| typed("义诊", "1", "2026-04-09")).collect();
    let fault = Fault::Typed(typed::Fault::TooMany { limit: 40, found: 41 });
    assert_eq!(problems(items), [(Place::Items, fault)]);
}

#[test]
fn rows_keep_their_ids_and_no_two_share_one() {
    let old = Uuid::from_u128(77).to_string();
    let rows = vec![
        DraftItem { id: old.clone(), ..typed("甲", "1", "") },
        DraftItem::default(),
        DraftItem { id: old.clone(), ..typed("乙", "1", "") },
        typed("丙", "1", ""),
    ];
    let ids: Vec<String> = Draft { items: rows }.with_ids(counted()).items.into_iter().map(|row| row.id).collect();
    assert_eq!(ids, [old, Uuid::from_u128(1).to_string(), Uuid::from_u128(2).to_string()]);
}

#[test]
fn a_change_tells_what_came_what_went_and_what_is_otherwise() {
    let (kept, gone, came) = (item(1, 2), item(2, 1), item(3, 1));
    let more = Item { quantity: 4, ..kept.clone() };
    let fields = vec![FieldChange { field: ItemField::Quantity, old: "2".into(), new: "4".into() }];
    let changed = ItemChange::Changed { item: kept.id, what: kept.what.clone(), fields };
    let expected = [changed, ItemChange::Added(came.clone()), ItemChange::Removed(gone.clone())];
    assert_eq!(differences(&[kept.clone(), gone], &[more, came]), expected);
    assert_eq!(differences(std::slice::from_ref(&kept), std::slice::from_ref(&kept)), []);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_judged_and_what_is_right_stays_so(
        rows in prop::collection::vec(("\\PC{0,12}", "[0-9]{0,4}", "[场份]{0,2}", "\\PC{0,6}", 1_u32..32), 0..6),
    ) {
        let rows = rows.into_iter().map(|(what, quantity, unit, responsible, day)| DraftItem {
            what, quantity, unit, responsible, due_on: format!("2026-04-{day:02}"), ..DraftItem::default()
        });
        if let Ok(items) = judge(&draft(rows.collect()), april()) {
            prop_assert!(items.iter().all(|item| item.quantity > 0 && !item.what.is_empty()));
            prop_assert_eq!(judge(&Draft::from(items.as_slice()), april()), Ok(items));
        }
    }
}
