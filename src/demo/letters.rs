//! The letters of the demo to the bureau, in every state.

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
    audit::Deed,
    bureau_line::{
        By, LetterKind, State,
        entity::{bureau_letter, bureau_message},
        store::unnamed,
    },
};

/// A letter of the demo: sent so many days before its day, by one of the members in turn; what was said after it, by
/// whom, each a day after the one before.
struct Told {
    days_ago: u64,
    kind: LetterKind,
    words: &'static str,
    state: State,
    said: &'static [(By, &'static str)],
}

const LETTERS: [Told; 4] = [
    Told {
        days_ago: 3,
        kind: LetterKind::Complaint,
        words: "约好的会议室两次临时被占用，问了没有人答复。希望有个说法。",
        state: State::Asked,
        said: &[],
    },
    Told {
        days_ago: 12,
        kind: LetterKind::Question,
        words: "备案社区组织转登记，注册资金可以分期到位吗？",
        state: State::Answered,
        said: &[(By::Bureau, "登记前要一次到位。所需材料请看办事指南第四节，有疑问可以到窗口。")],
    },
    Told {
        days_ago: 40,
        kind: LetterKind::Complaint,
        words: "被要求付费参加本应免费的培训。",
        state: State::Closed,
        said: &[
            (By::Bureau, "已收到。请把收费通知发给我们，三天内核实。"),
            (By::Organisation, "通知的照片已经送到窗口。"),
            (By::Bureau, "已核实并责成退还，今后培训一律不收费。"),
        ],
    },
    Told {
        days_ago: 26,
        kind: LetterKind::Suggestion,
        words: "建议周末也开放共享办公区。",
        state: State::Closed,
        said: &[(By::Bureau, "已采纳，从下月起周六开放。")],
    },
];

/// Letters of those organisations that somebody signs in for.
pub(super) fn write(book: &mut Book, season: &Season, staff: &Staff, members: &[(Uuid, Arc<Actor>)], seed: u64) {
    let mut dice = Dice::of(seed, "letters", 0);
    for (told, (organisation, author)) in LETTERS.iter().zip(members.iter().cycle()) {
        keep(book, season, staff, &mut dice, (*organisation, author, told));
    }
}

fn keep(
    book: &mut Book,
    season: &Season,
    staff: &Staff,
    dice: &mut Dice,
    (organisation, author, told): (Uuid, &Arc<Actor>, &Told),
) {
    let sent_at = season.at(season.on - Days::new(told.days_ago), dice.between(19 * 60, 21 * 60));
    let id = dice.id(sent_at);
    note(book, sent_at, author, Deed::BureauLetterSent, id);
    let mut since = sent_at;
    for (number, (by, words)) in told.said.iter().enumerate() {
        since += TimeDelta::hours(20);
        let closes = told.state == State::Closed && number + 1 == told.said.len();
        let (who, deed) = match by {
            By::Organisation => (author, Deed::BureauLetterSpokenOf),
            By::Bureau if closes => (&staff.bureau, Deed::BureauLetterClosed),
            By::Bureau => (&staff.bureau, Deed::BureauLetterAnswered),
        };
        note(book, since, who, deed, id);
        book.bureau_messages.push(bureau_message::Model {
            id: dice.id(since),
            base_id: book.base,
            letter_id: id,
            words: (*words).to_owned(),
            said_at: since,
            said_by: who.name.clone(),
            said_for: by.code().to_owned(),
            closes,
        });
    }
    book.bureau_letters.push(bureau_letter::Model {
        id,
        base_id: book.base,
        organisation_id: organisation,
        kind: told.kind.code().to_owned(),
        words: told.words.to_owned(),
        state: told.state.code().to_owned(),
        sent_at,
        sent_by: author.name.clone(),
        since,
        row_version: i32::try_from(1 + told.said.len()).unwrap_or(i32::MAX),
    });
}

/// As the audit log has it of real letters: without words, and without the name of the organisation's person.
fn note(book: &mut Book, at: DateTime<Utc>, who: &Arc<Actor>, deed: Deed, subject: Uuid) {
    let named = matches!(deed, Deed::BureauLetterAnswered | Deed::BureauLetterClosed);
    let by = if named { who.clone() } else { Arc::new(unnamed(who)) };
    book.deeds.push(PastDeed { at, by, deed, subject, detail: Detail::Nothing });
}
