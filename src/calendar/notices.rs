//! The notices of the State Council on the holidays of 2020 to 2026, which ship with the program.
//!
//! Each year is a file in the text form of a [`YearOfDays`], with every day that its notice names. Two
//! years rest on two notices: the Spring Festival of 2020 was extended to 2 February, and the notice for
//! 2023 names 31 December 2022.

use super::YearOfDays;

const NOTICES: [(i32, &str, &str); 7] = [
    (2020, "国办发明电〔2019〕16号；春节延长依国办发明电〔2020〕1号", include_str!("notices/2020.csv")),
    (2021, "国办发明电〔2020〕27号", include_str!("notices/2021.csv")),
    (2022, "国办发明电〔2021〕11号；12月31日依国办发明电〔2022〕16号", include_str!("notices/2022.csv")),
    (2023, "国办发明电〔2022〕16号", include_str!("notices/2023.csv")),
    (2024, "国办发明电〔2023〕7号", include_str!("notices/2024.csv")),
    (2025, "国办发明电〔2024〕12号", include_str!("notices/2025.csv")),
    (2026, "国办发明电〔2025〕7号", include_str!("notices/2026.csv")),
];

/// The years that ship with the program, in order.
pub(super) fn shipped() -> impl Iterator<Item = YearOfDays> {
    NOTICES.into_iter().map(|(year, source, text)| {
        YearOfDays::parse(year, source, text).expect("the tests read every notice that ships with the program")
    })
}
