//! The scorecards of the demo's base: one that it has changed and published, and one whose next version is being
//! written. Quarters are scored by what the program ships.

use std::sync::Arc;

use chrono::{DateTime, Days, TimeDelta, Utc};
use uuid::Uuid;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    access::Actor,
    assessment::{CardState, CardText, Kind, Scorecard, entity::scorecard_version::Model, shipped},
    audit::Deed,
    points::Points,
    store::to_json,
};

const WHY: &str = "按市级运营管理办法补上条款，财务管理改看季度报表。";

pub(super) fn write(book: &mut Book, season: &Season, staff: &Staff, seed: u64) {
    let mut dice = Dice::of(seed, "scorecards", 0);
    let mut pen = Pen { book, dice: &mut dice, by: staff.bureau.clone() };
    let begun = season.at(season.worked(season.on - Days::new(60)), pen.dice.between(9 * 60, 16 * 60));
    pen.published(begun, begun + TimeDelta::minutes(35));
    let begun = season.at(season.worked(season.on - Days::new(20)), pen.dice.between(9 * 60, 16 * 60));
    pen.drafted(begun, begun + TimeDelta::minutes(20));
}

/// What the exit review looks at, with the articles that it rests on.
fn changed_exit_review() -> Scorecard {
    let mut card = shipped(Kind::ExitReview);
    for one in card.sections.iter_mut().flat_map(|section| &mut section.indicators) {
        "运营管理办法 第十八条".clone_into(&mut one.article);
        if one.code == "finance" {
            "最近两个季度的报表、专账与审计".clone_into(&mut one.evidence);
        }
    }
    card
}

/// Reports on time weigh more in the next version, and what is made public less.
fn heavier_weeks() -> CardText {
    let mut card = shipped(Kind::Organisation);
    for one in card.sections.iter_mut().flat_map(|section| &mut section.indicators) {
        match one.code.as_str() {
            "weekly_on_time" => one.max = Points::whole(6),
            "openness" => one.max = Points::whole(2),
            _ => {}
        }
    }
    CardText::from(&card)
}

struct Pen<'a> {
    book: &'a mut Book,
    dice: &'a mut Dice,
    by: Arc<Actor>,
}

impl Pen<'_> {
    fn published(&mut self, begun: DateTime<Utc>, at: DateTime<Utc>) {
        let kind = Kind::ExitReview;
        let version = |state: CardState, card: &Scorecard| (state.code().to_owned(), to_json(card));
        let (state, card) = version(CardState::Superseded, &shipped(kind));
        let first = Model { state, card, ..self.row(kind, 1, at, at) };
        let (state, card) = version(CardState::Published, &changed_exit_review());
        let second = Model {
            state,
            card,
            reason: WHY.to_owned(),
            published_at: Some(at),
            published_by: Some(self.by.name.clone()),
            row_version: 3,
            ..self.row(kind, 2, begun, at)
        };
        self.note(begun, Deed::ScorecardDraftBegun, second.id);
        self.note(at, Deed::ScorecardPublished, second.id);
        self.book.scorecards.extend([first, second]);
    }

    fn drafted(&mut self, begun: DateTime<Utc>, changed: DateTime<Utc>) {
        let draft = to_json(&heavier_weeks());
        let row = Model { draft, row_version: 2, ..self.row(Kind::Organisation, 2, begun, changed) };
        self.note(begun, Deed::ScorecardDraftBegun, row.id);
        self.book.scorecards.push(row);
    }

    /// A draft that says nothing yet.
    fn row(&mut self, kind: Kind, version: i32, begun: DateTime<Utc>, changed: DateTime<Utc>) -> Model {
        Model {
            id: self.dice.id(begun),
            base_id: self.book.base,
            kind: kind.code().to_owned(),
            version,
            state: CardState::Draft.code().to_owned(),
            card: String::new(),
            draft: String::new(),
            reason: String::new(),
            created_at: begun,
            created_by: self.by.name.clone(),
            changed_at: changed,
            changed_by: self.by.name.clone(),
            published_at: None,
            published_by: None,
            row_version: 1,
        }
    }

    fn note(&mut self, at: DateTime<Utc>, deed: Deed, subject: Uuid) {
        let reason = if deed == Deed::ScorecardPublished { WHY } else { "评分表下一版" };
        let detail = Detail::Reason(reason.to_owned());
        self.book.deeds.push(PastDeed { at, by: self.by.clone(), deed, subject, detail });
    }
}
