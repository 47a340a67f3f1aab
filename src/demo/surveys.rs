//! The surveys of the demo: the last quarter's, which is over, and the running quarter's or the one just ended.

use chrono::Days;

use super::{
    book::{Book, Detail, PastDeed, Staff},
    dice::Dice,
    season::Season,
};
use crate::{
    audit::Deed,
    period::Quarter,
    survey::{
        Answer, Group, Opening, Question, Tally,
        entity::survey_words,
        store::{NewSurvey, kept, rows},
    },
};

const SAID: [(Group, &str); 5] = [
    (Group::Organisations, "会议室周末也能用就好了。"),
    (Group::Organisations, "政策解答很快，谢谢。"),
    (Group::Organisations, "资金对接的信息希望统一公布。"),
    (Group::Communities, "为老服务来得勤，居民认可。"),
    (Group::Communities, "希望每月有一张活动表。"),
];

/// One that is over, with enough answers, and one that runs.
pub(super) fn hold(book: &mut Book, season: &Season, staff: &Staff, seed: u64) {
    let mut dice = Dice::of(seed, "surveys", 0);
    let ended = Quarter::of(season.on).previous();
    let before = Opening { quarter: ended.previous(), closes_on: ended.first_day() + Days::new(20) };
    keep(book, season, staff, &mut dice, (before, 9));
    let running = Opening { quarter: ended, closes_on: season.on + Days::new(10) };
    keep(book, season, staff, &mut dice, (running, 3));
}

fn keep(book: &mut Book, season: &Season, staff: &Staff, dice: &mut Dice, (opening, answers): (Opening, i32)) {
    let at = season.at(opening.closes_on - Days::new(14), 9 * 60 + 30);
    let id = dice.id(at);
    let new = NewSurvey { id, base: book.base, opening, at, by: staff.bureau.name.clone() };
    let (survey, mut groups) = rows(new, &mut |_| {
        let group = dice.id(at);
        (group, dice.id(at).simple().to_string())
    });
    book.surveys.push(survey);
    book.deeds.push(PastDeed {
        at,
        by: staff.bureau.clone(),
        deed: Deed::SurveyOpened,
        subject: id,
        detail: Detail::Reason(opening.quarter.to_string()),
    });
    for group in &mut groups {
        let Some(asked) = Group::from_code(&group.asked) else { continue };
        let mut tally = Tally::default();
        for _ in 0..answers {
            let points = Question::of(asked).iter().map(|question| (*question, *dice.pick(&[3, 4, 4, 5, 5])));
            tally.add(&Answer { points: points.collect(), words: String::new() });
        }
        group.tally = kept(&tally);
        group.answers = answers;
    }
    for (asked, words) in SAID {
        let Some(group) = groups.iter().find(|group| group.asked == asked.code()) else { continue };
        book.survey_words.push(survey_words::Model {
            id: dice.id(at),
            base_id: book.base,
            group_id: group.id,
            words: words.to_owned(),
        });
    }
    book.survey_groups.extend(groups);
}
