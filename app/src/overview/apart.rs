//! Where the parties lie apart on the quarter's sheets: what each of them would give, on one axis and in numbers.

use hatchboard::{
    assessment::store::{Apart as ApartRow, Overview, SummaryRow},
    points::Points,
};
use leptos::prelude::*;

use super::{
    scores::{Nothing, dash, hundredths, sheet},
    words,
};
use crate::{
    assessment::state_name,
    base::At,
    ui::{
        card::Card,
        chart::{self, DotPlot, DotRow, Shape},
        table::{Column, ShortTable},
        text::joined,
    },
};

/// A sheet whose parties lie apart, and what each of them would give in all; nothing of who has not given all yet.
#[derive(Debug, Clone)]
struct Sides {
    row: ApartRow,
    totals: [Option<Points>; 3],
}

impl Sides {
    fn of(row: &ApartRow, parties: &[SummaryRow]) -> Self {
        let of_it = parties.iter().find(|one| one.subject == row.subject);
        let totals = of_it.map(|one| [one.own, one.operator, one.bureau]).unwrap_or_default();
        Self { row: row.clone(), totals }
    }

    /// There is something to compare.
    fn can_be_drawn(&self) -> bool {
        self.totals.iter().flatten().count() > 1
    }
}

#[component]
pub(super) fn Apart(
    at: At,
    found: Overview,
    /// What each party's points come to, of the sheets that lie apart.
    parties: Vec<SummaryRow>,
) -> AnyView {
    let language = at.language();
    if found.apart.is_empty() {
        return view! { <Nothing title=words::apart(language) words=words::apart_none(language) /> }.into_any();
    }
    let sides: Vec<Sides> = found.apart.iter().map(|row| Sides::of(row, &parties)).collect();
    let row = |one: &Sides| {
        let totals = one.totals.map(|total| {
            let total = total.map_or_else(dash, |total| total.to_string());
            view! { <td class="number">{total}</td> }
        });
        view! {
            <tr>
                <td class="long">
                    <a href=sheet(&at, &found, one.row.subject) lang="zh-CN">
                        {one.row.name.clone()}
                    </a>
                    " "
                    <small class="soft not-on-paper">{state_name(language, one.row.state)}</small>
                </td>
                {totals.into_iter().collect_view()}
                <td class="number">
                    {one.row.difference.to_string()}
                </td>
            </tr>
        }
    };
    let rows = sides.iter().map(row).collect_view();
    let plot = plot(&at, &found, &sides);
    view! {
        <Card title=words::apart(language) flush=true>
            {plot}
            <ShortTable caption=words::apart(language)>
                <thead>
                    <tr>
                        <Column label=words::name(language) />
                        <Column label=words::by_itself(language) numeric=true />
                        <Column label=words::by_operator(language) numeric=true />
                        <Column label=words::by_bureau(language) numeric=true />
                        <Column label=words::difference(language) numeric=true />
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </ShortTable>
        </Card>
    }
    .into_any()
}

/// The same as in the table; nothing before two parties have given all their points of a sheet.
fn plot(at: &At, found: &Overview, sides: &[Sides]) -> Option<AnyView> {
    let language = at.language();
    let parties = [
        (Shape::Ring, words::by_itself(language)),
        (Shape::Square, words::by_operator(language)),
        (Shape::Diamond, words::by_bureau(language)),
    ];
    let row = |one: &Sides| {
        let told = parties.iter().zip(one.totals).filter_map(|((_, party), total)| Some(format!("{party} {}", total?)));
        DotRow {
            label: one.row.name.clone(),
            lang: Some("zh-CN"),
            values: one.totals.map(hundredths).into(),
            said: words::apart_said_of(language, &one.row.name, joined(language, told)),
            href: sheet(at, found, one.row.subject),
        }
    };
    let rows: Vec<DotRow> = sides.iter().filter(|one| one.can_be_drawn()).map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let said = words::apart_said(language, rows.len());
    let parties: Vec<(Shape, String)> = parties.map(|(shape, name)| (shape, name.to_owned())).into();
    let scale = chart::hundred(|value| (value / 100).to_string());
    Some(
        view! {
            <DotPlot said=said parties=parties rows=rows scale=scale unit=chart::unit_points(language) />
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use hatchboard::assessment::State;
    use uuid::Uuid;

    use super::*;

    fn sides(totals: [Option<Points>; 3]) -> Sides {
        let (subject, name, difference) = (Uuid::nil(), "春晖".to_owned(), Points::whole(1));
        Sides { row: ApartRow { subject, name, state: State::Scored, difference }, totals }
    }

    #[test]
    fn what_one_party_alone_has_given_cannot_be_compared() {
        let points = Some(Points::whole(80));
        for (totals, drawn) in [
            ([None, None, None], false),
            ([points, None, None], false),
            ([points, points, None], true),
            ([None, points, points], true),
        ] {
            assert_eq!(sides(totals).can_be_drawn(), drawn, "{totals:?}");
        }
    }

    #[test]
    fn a_sheet_of_which_nothing_is_told_has_no_totals() {
        assert_eq!(Sides::of(&sides([None; 3]).row, &[]).totals, [None; 3]);
    }
}
